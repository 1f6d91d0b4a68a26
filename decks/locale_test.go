package decks

import "testing"

func TestShow(t *testing.T) {
	for _, row := range []struct {
		language string
		value    Value
		want     string
	}{
		{"en", Value{IntegerValue, "1500"}, "1500"},
		{"en", Value{IntegerValue, "9999"}, "9999"},
		{"en", Value{IntegerValue, "10000"}, "10,000"},
		{"en", Value{IntegerValue, "-1234567"}, "-1,234,567"},
		{"en", Value{FloatValue, "12345.6789"}, "12,345.6789"},
		{"en", Value{FloatValue, "0.5"}, "0.5"},
		{"en-IN", Value{IntegerValue, "12345678"}, "1,23,45,678"},
		{"de", Value{IntegerValue, "34259"}, "34.259"},
		{"de", Value{FloatValue, "2.5"}, "2,5"},
		{"de-CH", Value{FloatValue, "34259.5"}, "34’259.5"},
		{"DE", Value{IntegerValue, "34259"}, "34.259"},
		{"fr", Value{FloatValue, "34259.5"}, "34\u202f259,5"},
		{"es", Value{IntegerValue, "34259"}, "34.259"},
		{"es-MX", Value{FloatValue, "34259.5"}, "34,259.5"},
		{"pt", Value{IntegerValue, "34259"}, "34.259"},
		{"pt-PT", Value{IntegerValue, "34259"}, "34\u00a0259"},
		{"ko", Value{IntegerValue, "34259"}, "34,259"},
		{"en", Value{DayValue, "2024-06-04"}, "June 4, 2024"},
		{"en-GB", Value{DayValue, "2024-06-04"}, "4 June 2024"},
		{"de", Value{DayValue, "2024-03-04"}, "4. März 2024"},
		{"de-AT", Value{DayValue, "2024-12-24"}, "24. Dezember 2024"},
		{"fr", Value{DayValue, "2024-08-01"}, "1er août 2024"},
		{"fr", Value{DayValue, "2024-08-02"}, "2 août 2024"},
		{"es", Value{DayValue, "2024-06-04"}, "4 de junio de 2024"},
		{"pt-BR", Value{DayValue, "2024-06-04"}, "4 de junho de 2024"},
		{"ko", Value{DayValue, "2024-06-04"}, "2024년 6월 4일"},
		{"ja", Value{DayValue, "2024-06-04"}, "2024-06-04"},
		{"en", Value{DayValue, "0987-06-04"}, "June 4, 987"},
		{"de", Value{TextValue, "12345"}, "12345"},
		{"de", Value{BoolValue, "true"}, "true"},
	} {
		t.Run(row.language+" "+row.value.Text, func(t *testing.T) {
			if got := row.value.Show(row.language); got != row.want {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
}

func TestUnits(t *testing.T) {
	for _, row := range []struct{ unit, language, want string }{
		{"", "en", "25"}, {"km", "en", "25 km"}, {"%", "en", "25%"}, {"%", "de", "25 %"}, {"°", "fr", "25°"}, {"°C", "fr", "25 °C"},
	} {
		if got := withUnit("25", row.unit, row.language); got != row.want {
			t.Errorf("%s in %s: got %q, want %q", row.unit, row.language, got, row.want)
		}
	}
}
