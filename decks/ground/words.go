package ground

// Words that say little of what a text is about, by language.
const (
	commonEnglish = `a an the and or but nor of to in on at by for from with without as into onto over under than then that this these those
		it its he she they them their his her him we our us you your i me my who whom whose which what when where why how is are was were be been
		being am do does did done has have had having will would shall should can could may might must not no so if because while also too very
		more most much many some any each every all both few other another such only just even about up out off own same there here after before
		between during against through around across within toward towards upon again once ever never s t`
	commonGerman = `der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine von zu im in am an auf aus bei mit
		nach vor über unter für um durch als wie wenn dass ob es er sie wir ihr ich du man sich sein seine seinen seiner ihre ihren ihrer ist sind
		war waren wird werden wurde wurden hat haben hatte hatten kann können soll sollte muss auch noch nur schon sehr mehr so da dort hier was wer
		welche welcher welches dieser diese dieses zum zur vom beim dann denn doch`
	commonFrench = `le la les l un une des du de d et ou mais ne pas ni à au aux en dans sur sous par pour avec sans chez vers que qui quoi dont
		où ce cet cette ces c il elle ils elles on nous vous je tu se s son sa ses leur leurs y est sont était étaient être été a ont avait avoir
		fait plus moins très aussi comme si quand même tout tous toute toutes qu n j m t`
	commonSpanish = `el la los las un una unos unas y o u pero no ni de del a al en con sin por para sobre entre hasta desde que quien cual cuyo
		donde cuando como si se su sus lo le les me te nos es son era eran ser sido fue fueron está están ha han había haber más menos muy también
		ya este esta estos estas ese esa eso esto todo todos toda todas`
	commonPortuguese = `o a os as um uma uns umas e ou mas não nem de do da dos das em no na nos nas a ao aos à às com sem por pelo pela para
		sobre entre até desde que quem qual cujo onde quando como se seu sua seus suas lhe me te é são era eram ser sido foi foram está estão há
		havia ter tem têm mais menos muito também já este esta estes estas esse essa isso isto todo todos toda todas`
)

// Numbers in words, each followed by its value. Scales multiply what stands
// before them.
//
//nolint:misspell // most of them are no English
const (
	numbersEnglish = `zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
		fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80
		ninety 90 half 0.5 quarter 0.25 twice 2 double 2 doubled 2 thrice 3 triple 3 tripled 3 quadruple 4 quadrupled 4 dozen 12`
	scalesEnglish   = `hundred 100 hundreds 100 thousand 1e3 thousands 1e3 million 1e6 millions 1e6 billion 1e9 billions 1e9 trillion 1e12 trillions 1e12`
	ordinalsEnglish = `first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13
		fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 thirtieth 30 fortieth 40 fiftieth 50
		sixtieth 60 seventieth 70 eightieth 80 ninetieth 90 hundredth 100 thousandth 1000`

	numbersGerman = `null 0 eins 1 ein 1 eine 1 einer 1 zwei 2 zwo 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12
		dreizehn 13 vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 sechzig 60
		siebzig 70 achtzig 80 neunzig 90 halb 0.5 zweimal 2 doppelt 2 dreimal 3 dreifach 3 dutzend 12`
	scalesGerman   = `hundert 100 tausend 1e3 million 1e6 millionen 1e6 milliarde 1e9 milliarden 1e9 billion 1e12 billionen 1e12`
	ordinalsGerman = `erste 1 ersten 1 erster 1 zweite 2 zweiten 2 zweiter 2 dritte 3 dritten 3 dritter 3 vierte 4 vierten 4 fünfte 5 fünften 5
		sechste 6 sechsten 6 siebte 7 siebten 7 achte 8 achten 8 neunte 9 neunten 9 zehnte 10 zehnten 10 zwanzigste 20 zwanzigsten 20`

	numbersFrench = `zéro 0 un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14
		quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 nonante 90 demi 0.5 double 2
		triple 3 douzaine 12`
	scalesFrench   = `cent 100 cents 100 mille 1e3 million 1e6 millions 1e6 milliard 1e9 milliards 1e9`
	ordinalsFrench = `premier 1 première 1 deuxième 2 second 2 seconde 2 troisième 3 quatrième 4 cinquième 5 sixième 6 septième 7 huitième 8
		neuvième 9 dixième 10 vingtième 20`

	numbersSpanish = `cero 0 uno 1 un 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13
		catorce 14 quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintiún 21 veintidós 22 veintitrés 23
		veinticuatro 24 veinticinco 25 veintiséis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta 50 sesenta 60
		setenta 70 ochenta 80 noventa 90 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 quinientos 500
		seiscientos 600 setecientos 700 ochocientos 800 novecientos 900 ciento 100 medio 0.5 doble 2 triple 3 docena 12`
	scalesSpanish   = `cien 100 mil 1e3 millón 1e6 millones 1e6`
	ordinalsSpanish = `primero 1 primer 1 primera 1 segundo 2 segunda 2 tercero 3 tercer 3 tercera 3 cuarto 4 cuarta 4 quinto 5 quinta 5 sexto 6
		séptimo 7 octavo 8 noveno 9 décimo 10`

	numbersPortuguese = `zero 0 um 1 uma 1 dois 2 duas 2 três 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13
		catorze 14 quatorze 14 quinze 15 dezesseis 16 dezasseis 16 dezessete 17 dezassete 17 dezoito 18 dezenove 19 dezanove 19 vinte 20 trinta 30
		quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cento 100 duzentos 200 trezentos 300 quatrocentos 400 quinhentos 500
		seiscentos 600 setecentos 700 oitocentos 800 novecentos 900 meio 0.5 dobro 2 triplo 3 dúzia 12`
	scalesPortuguese   = `cem 100 mil 1e3 milhão 1e6 milhões 1e6 bilhão 1e9 bilhões 1e9`
	ordinalsPortuguese = `primeiro 1 primeira 1 segundo 2 segunda 2 terceiro 3 terceira 3 quarto 4 quarta 4 quinto 5 quinta 5 sexto 6 sétimo 7
		oitavo 8 nono 9 décimo 10`
)

// Months, with their short forms.
const (
	monthsEnglish    = "january jan;february feb;march mar;april apr;may;june jun;july jul;august aug;september sep sept;october oct;november nov;december dec"
	monthsGerman     = "januar jänner jan;februar feber feb;märz;april apr;mai;juni jun;juli jul;august aug;september sep sept;oktober okt;november nov;dezember dez"
	monthsFrench     = "janvier janv;février févr;mars;avril avr;mai;juin;juillet juil;août;septembre sept;octobre oct;novembre nov;décembre déc"
	monthsSpanish    = "enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre setiembre;octubre;noviembre;diciembre"
	monthsPortuguese = "janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro;outubro;novembro;dezembro"
)
