package decks

import (
	"strconv"
	"strings"
)

// separators are the signs of a written number. The forms are those of the
// Unicode Common Locale Data Repository.
type separators struct{ group, decimal string }

const (
	noBreakSpace       = "\u00a0"
	narrowNoBreakSpace = "\u202f"
)

// numberSigns returns the separators of a language: those of the tag with its
// region where they differ, else those of the language.
func numberSigns(language string) separators {
	primary, region := splitTag(language)
	switch primary + "-" + region {
	case "de-CH", "de-LI", "it-CH":
		return separators{"’", "."}
	case "es-MX", "es-US", "es-GT", "es-HN", "es-NI", "es-PA", "es-PE", "es-PR", "es-SV", "es-DO", "es-419":
		return separators{",", "."}
	case "pt-PT", "fr-CA", "en-ZA", "de-AT":
		return separators{noBreakSpace, ","}
	}
	switch primary {
	case "de", "es", "pt", "it", "nl", "da", "tr", "id", "el", "ro", "hr", "sl", "sr", "ca", "vi":
		return separators{".", ","}
	case "fr":
		return separators{narrowNoBreakSpace, ","}
	case "ru", "uk", "pl", "cs", "sk", "sv", "nb", "nn", "no", "fi", "hu", "bg", "et", "lv", "lt":
		return separators{noBreakSpace, ","}
	}
	return separators{",", "."}
}

// splitTag returns the language and the region of a BCP 47 tag, in their
// usual case; "" for a region that is not there.
func splitTag(tag string) (primary, region string) {
	for i, part := range strings.Split(tag, "-") {
		switch {
		case i == 0:
			primary = strings.ToLower(part)
		case region == "" && (len(part) == 2 || len(part) == 3 && part[0] >= '0' && part[0] <= '9'):
			region = strings.ToUpper(part)
		}
	}
	return primary, region
}

// showNumber writes decimal digits as a language does, grouped when the whole
// part has five digits or more. Indian English groups by two after the first
// three.
func showNumber(digits, language string) string {
	signs := numberSigns(language)
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, fraction, hasFraction := strings.Cut(digits, ".")
	if len(whole) > 4 && strings.Trim(whole, "0123456789") == "" {
		whole = group(whole, signs.group, language)
	}
	if hasFraction {
		return sign + whole + signs.decimal + fraction
	}
	return sign + whole
}

func group(whole, separator, language string) string {
	size := 3
	var groups []string
	for len(whole) > size {
		cut := len(whole) - size
		groups = append([]string{whole[cut:]}, groups...)
		whole = whole[:cut]
		if primary, region := splitTag(language); region == "IN" && (primary == "en" || primary == "hi") {
			size = 2
		}
	}
	return strings.Join(append([]string{whole}, groups...), separator)
}

// withUnit appends a unit to a written number: signs that belong to the
// number without a space where the language does so.
func withUnit(number, unit, language string) string {
	switch unit {
	case "":
		return number
	case "°", "′", "″":
		return number + unit
	case "%", "‰":
		switch primary, _ := splitTag(language); primary {
		case "en", "ko", "pt", "ja", "zh", "it", "nl", "tr":
			return number + unit
		}
	}
	return number + " " + unit
}

// showDay writes a day, given as YYYY-MM-DD, in the long form of a language.
func showDay(iso, language string) string {
	parts := strings.Split(iso, "-")
	if len(parts) != 3 {
		return iso
	}
	year, errY := strconv.Atoi(parts[0])
	month, errM := strconv.Atoi(parts[1])
	day, errD := strconv.Atoi(parts[2])
	if errY != nil || errM != nil || errD != nil || month < 1 || month > 12 {
		return iso
	}
	y, d := strconv.Itoa(year), strconv.Itoa(day)
	primary, region := splitTag(language)
	if primary == "ko" {
		return y + "년 " + strconv.Itoa(month) + "월 " + d + "일"
	}
	names := monthNames(primary)
	if names == "" {
		return iso
	}
	name := strings.Fields(names)[month-1]
	switch primary {
	case "de":
		return d + ". " + name + " " + y
	case "fr":
		if day == 1 && region != "CA" {
			d = "1er"
		}
		return d + " " + name + " " + y
	case "es", "pt":
		return d + " de " + name + " de " + y
	}
	if region == "" || region == "US" || region == "PH" || region == "CA" {
		return name + " " + d + ", " + y
	}
	return d + " " + name + " " + y
}

// monthNames returns the twelve months of a language with spaces between, ""
// for a language whose long form is not known here.
func monthNames(primary string) string {
	switch primary {
	case "en":
		return "January February March April May June July August September October November December"
	case "de":
		return "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
	case "fr":
		return "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
	case "es":
		return "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
	case "pt":
		return "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
	}
	return ""
}
