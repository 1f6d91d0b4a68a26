package answer

import "strings"

// oneSpelling returns a folded English word in one of its spellings, whichever
// side of the Atlantic it was written on. The result may be no word at all
// ("centerd"): it is only ever compared with another result.
func oneSpelling(word string) string {
	if len(word) < 4 {
		return word
	}
	word = atlantic.Replace(word)
	if len(word) >= 6 {
		word = zInto.Replace(word)
	}
	if whole, ok := wholeWords[word]; ok {
		return whole
	}
	return word
}

// zInto writes -ize, -ization and -yze with s. Two words that differ in this
// letter alone are rare enough to be one for marking.
var zInto = strings.NewReplacer("iza", "isa", "ize", "ise", "izi", "isi", "yze", "yse", "yzi", "ysi", "izo", "iso")

// atlantic maps parts of words; no part is found in an unrelated English word
// that another spelling of it would not also hold.
var atlantic = strings.NewReplacer(pairs(
	"colour color|honour honor|favour favor|labour labor|neighbour neighbor|behaviour behavior|flavour flavor|" +
		"humour humor|rumour rumor|harbour harbor|vapour vapor|vigour vigor|odour odor|armour armor|valour valor|" +
		"endeavour endeavor|parlour parlor|saviour savior|splendour splendor|tumour tumor|clamour clamor|candour candor|" +
		"ardour ardor|fervour fervor|rancour rancor|demeanour demeanor|glamour glamor|savour savor|" +
		"centre center|theatre theater|metre meter|litre liter|fibre fiber|sombre somber|calibre caliber|lustre luster|" +
		"spectre specter|sabre saber|meagre meager|manoeuvre maneuver|manoeuvr maneuver|" +
		"defence defense|offence offense|pretence pretense|licence license|practise practice|" +
		"catalogue catalog|dialogue dialog|analogue analog|prologue prolog|epilogue epilog|monologue monolog|" +
		"travell travel|cancell cancel|labell label|modell model|levell level|signall signal|fuell fuel|counsell counsel|" +
		"quarrell quarrel|marvell marvel|channell channel|tunnell tunnel|jewellery jewelry|skilful skillful|" +
		"wilful willful|fulfill fulfill|fulfil fulfill|instalment installment|enroll enroll|enrol enroll|" +
		"anaesth anesth|encyclopaed encycloped|foetus fetus|foetal fetal|oesophag esophag|haemo hemo|haema hema|" +
		"paediatr pediatr|diarrhoea diarrhea|orthopaed orthoped|mediaeval medieval|archaeolog archeolog|palaeo paleo|" +
		"leukaemia leukemia|anaemi anemi|oestrogen estrogen|gynaecolog gynecolog|caesarean cesarean|faeces feces|" +
		"aluminium aluminum|plough plow|sulphur sulfur|sceptic skeptic|moustache mustache|pyjama pajama|" +
		"mould mold|smoulder smolder|yoghurt yogurt|doughnut donut|artefact artifact|judgement judgment|" +
		"acknowledgement acknowledgment|ageing aging|sizeable sizable|likeable likable|chequer checker|cheque check|" +
		"enquir inquir|programme program|draught draft|kerosine kerosene")...)

// wholeWords are spellings whose letters also begin other words.
var wholeWords = map[string]string{
	"grey": "gray", "greys": "grays", "greyish": "grayish", "tyre": "tire", "tyres": "tires", "cosy": "cozy", "kerb": "curb",
	"storey": "story", "storeys": "stories", "disc": "disk", "discs": "disks", "mums": "moms", "gaol": "jail", "axe": "ax",
	"towards": "toward", "learnt": "learned", "burnt": "burned", "dreamt": "dreamed",
}

// pairs reads pairs of words written with '|' between.
func pairs(s string) []string {
	return strings.Fields(strings.ReplaceAll(s, "|", " "))
}
