#!/usr/bin/env python3
"""Write the place packs of seeds/knowledge/ from the facts folder.

Use: places.py FACTS OUT      (for example: places.py facts seeds/knowledge)

Reads   FACTS/places/cn_admin.tsv, countries.tsv, admin1.tsv, cities15000.tsv
        (GeoNames, CC BY 4.0; GB/T 2260 codes; 2020 census for the provinces' population)
Writes  OUT/cn-places.toml       31 provinces, Hong Kong, Macao
        OUT/cn-prefectures.tsv   333 prefectures, and the seats of those that are not named after their seat
        OUT/countries.toml       countries and territories (Hong Kong, Macao and Taiwan stand elsewhere)
        OUT/world-cities.tsv     capitals, cities over 1,000,000 outside China, smaller cities of the news
        OUT/regions.toml         states of the USA, nations of the United Kingdom, continents, regions, waters, former states

Rules
- Codes, GeoNames ids, coordinates, population and native names come from the tables; names, aliases,
  demonyms and former names as English newspapers print them come from the tables in this file.
- Nothing is guessed: a row of the facts that the tables here do not settle, or the other way round, stops the run.
- The alias lists of GeoNames are not used: they hold too many codes and spellings that no newspaper prints.
- A city's name is printed without accents, the accented spelling is an alias.
- A name that is a common English word or given name on its own is left out, unless it is a capital.
- A municipality is one record (CN-BJ), not a city inside a province of the same name; the same for city states.
- The compass words before "China's <province>" are Xinhua's; a word is listed when it is printed more than once.
- Records are sorted by id; the output depends on the input alone.
"""
import json
import sys
import unicodedata
from pathlib import Path

REVIEWED = "2026-10-01"
GEONAMES = "GeoNames (CC BY 4.0), https://www.geonames.org/"

# ---------------------------------------------------------------- China

# iso | name | kind | regions | capital (GB code of the prefecture, or empty) | population 2020 | aliases | demonyms
PROVINCES = """
CN-AH|Anhui|province|east|3401|61027171||
CN-BJ|Beijing|municipality|north||21893095|Beijing Municipality;Peking|Beijinger;Beijingers
CN-CQ|Chongqing|municipality|southwest||32054159|Chongqing Municipality|
CN-FJ|Fujian|province|southeast;east|3501|41540086||
CN-GD|Guangdong|province|south|4401|126012510||
CN-GS|Gansu|province|northwest|6201|25019831||
CN-GX|Guangxi|autonomous-region|south|4501|50126804|Guangxi Zhuang Autonomous Region|
CN-GZ|Guizhou|province|southwest|5201|38562148||
CN-HA|Henan|province|central|4101|99365519||
CN-HB|Hubei|province|central|4201|57752557||
CN-HE|Hebei|province|north|1301|74610235||
CN-HI|Hainan|province|south|4601|10081232||
CN-HL|Heilongjiang|province|northeast|2301|31850088||
CN-HN|Hunan|province|central|4301|66444864||
CN-JL|Jilin|province|northeast|2201|24073453||
CN-JS|Jiangsu|province|east|3201|84748016||
CN-JX|Jiangxi|province|east|3601|45188635||
CN-LN|Liaoning|province|northeast|2101|42591407||
CN-NM|Inner Mongolia|autonomous-region|north|1501|24049155|Inner Mongolia Autonomous Region;Nei Mongol|
CN-NX|Ningxia|autonomous-region|northwest|6401|7202654|Ningxia Hui Autonomous Region|
CN-QH|Qinghai|province|northwest|6301|5923957||
CN-SC|Sichuan|province|southwest|5101|83674866|Szechuan|
CN-SD|Shandong|province|east|3701|101527453||
CN-SH|Shanghai|municipality|east||24870895|Shanghai Municipality|Shanghainese
CN-SN|Shaanxi|province|northwest|6101|39528999||
CN-SX|Shanxi|province|north|1401|34915616||
CN-TJ|Tianjin|municipality|north||13866009|Tianjin Municipality|
CN-XJ|Xinjiang|autonomous-region|northwest|6501|25852345|Xinjiang Uygur Autonomous Region;Xinjiang Uyghur Autonomous Region;Xinjiang Uighur Autonomous Region|
CN-XZ|Xizang|autonomous-region|southwest|5401|3648100|Xizang Autonomous Region;Tibet;Tibet Autonomous Region|Tibetan;Tibetans
CN-YN|Yunnan|province|southwest|5301|47209277||
CN-ZJ|Zhejiang|province|east|3301|64567588||
"""

# GB | name | aliases: the prefectures whose printed name is not simply the pinyin of the Chinese one in one word.
# The seats with coordinates of their own are named in SEATS.
PREFECTURES = """
1310|Langfang|
1411|Lyuliang|Lüliang;Luliang;Lvliang
1501|Hohhot|Huhhot;Huhehot
1507|Hulunbuir|Hulun Buir;Hulunbeier
1508|Bayannur|Bayannaoer;Bayan Nur;Bayannuur
1506|Ordos|Erdos
1509|Ulanqab|Ulanchab;Wulanchabu
1522|Hinggan|Hinggan League;Xing'an League
1525|Xilingol|Xilin Gol;Xilingol League;Xilin Gol League
1529|Alxa|Alxa League;Alashan;Alashan League
2113|Chaoyang|
2224|Yanbian|Yanbian Korean Autonomous Prefecture
2301|Harbin|
2302|Qiqihar|Qiqihaer
2327|Da Hinggan Ling|Daxing'anling;Daxinganling;Dahinganling;Da Hinggan Ling Prefecture;Daxing'anling Prefecture
3502|Xiamen|Amoy
3415|Lu'an|
3503|Putian|
4111|Luohe|
4228|Enshi|Enshi Tujia and Miao Autonomous Prefecture
4331|Xiangxi|Xiangxi Tujia and Miao Autonomous Prefecture
4401|Guangzhou|Canton
4604|Danzhou|
5132|Aba|Aba Tibetan and Qiang Autonomous Prefecture;Ngawa;Ngaba
5133|Garze|Garzê;Ganzi;Garze Tibetan Autonomous Prefecture;Ganzi Tibetan Autonomous Prefecture
5134|Liangshan|Liangshan Yi Autonomous Prefecture
5223|Qianxinan|Qianxinan Buyei and Miao Autonomous Prefecture;Qianxinan Bouyei and Miao Autonomous Prefecture
5226|Qiandongnan|Qiandongnan Miao and Dong Autonomous Prefecture
5227|Qiannan|Qiannan Buyei and Miao Autonomous Prefecture;Qiannan Bouyei and Miao Autonomous Prefecture
5308|Pu'er|Puer;Simao
5323|Chuxiong|Chuxiong Yi Autonomous Prefecture
5325|Honghe|Honghe Hani and Yi Autonomous Prefecture
5326|Wenshan|Wenshan Zhuang and Miao Autonomous Prefecture
5328|Xishuangbanna|Xishuangbanna Dai Autonomous Prefecture
5329|Dali|Dali Bai Autonomous Prefecture
5331|Dehong|Dehong Dai and Jingpo Autonomous Prefecture
5333|Nujiang|Nujiang Lisu Autonomous Prefecture
5334|Diqing|Deqen;Dêqên;Diqing Tibetan Autonomous Prefecture;Deqen Tibetan Autonomous Prefecture
5401|Lhasa|
5402|Xigaze|Shigatse;Rikaze
5403|Qamdo|Chamdo;Changdu
5404|Nyingchi|Linzhi
5405|Shannan|Lhoka
5406|Nagqu|Nagchu;Naqu
5425|Ngari|Ngari Prefecture;Ali Prefecture
6101|Xi'an|Xian
6106|Yan'an|Yanan
6229|Linxia|Linxia Hui Autonomous Prefecture
6230|Gannan|Gannan Tibetan Autonomous Prefecture
6322|Haibei|Haibei Tibetan Autonomous Prefecture
6323|Huangnan|Huangnan Tibetan Autonomous Prefecture
6325|Hainan Tibetan Autonomous Prefecture|
6326|Golog|Guoluo;Golog Tibetan Autonomous Prefecture;Guoluo Tibetan Autonomous Prefecture
6327|Yushu|Yushu Tibetan Autonomous Prefecture
6328|Haixi|Haixi Mongolian and Tibetan Autonomous Prefecture;Haixi Mongol and Tibetan Autonomous Prefecture
6501|Urumqi|Ürümqi;Urumchi
6502|Karamay|Kelamayi
6504|Turpan|Turfan;Tulufan
6505|Hami|Kumul
6523|Changji|Changji Hui Autonomous Prefecture
6527|Bortala|Bortala Mongolian Autonomous Prefecture;Bortala Mongol Autonomous Prefecture
6528|Bayingolin|Bayingol;Bayinguoleng;Bayingolin Mongolian Autonomous Prefecture;Bayingolin Mongol Autonomous Prefecture
6529|Aksu|Akesu;Aksu Prefecture
6530|Kizilsu|Kizilsu Kirgiz Autonomous Prefecture;Kizilsu Kyrgyz Autonomous Prefecture;Kizilsu Kirghiz Autonomous Prefecture
6531|Kashgar|Kashi;Kashgar Prefecture
6532|Hotan|Hetian;Khotan;Hotan Prefecture
6540|Ili|Yili;Ili Kazak Autonomous Prefecture;Ili Kazakh Autonomous Prefecture
6542|Tacheng|Tarbagatay;Tacheng Prefecture
6543|Altay|Aletai;Altay Prefecture
3201|Nanjing|Nanking
3408|Anqing|
3702|Qingdao|Tsingtao
3208|Huai'an|Huaian
3405|Ma'anshan|Maanshan
3709|Tai'an|Taian
5116|Guang'an|Guangan
3608|Ji'an|
5118|Ya'an|
2101|Shenyang|
2102|Dalian|
4205|Yichang|
4403|Shenzhen|
5202|Liupanshui|
4113|Nanyang|
"""
# Where joining the syllables of the pinyin column would be wrong (a second reading of the character).
PINYIN_FIXED = {"2113", "3502", "3503", "4111", "4604", "5405", "5406", "6505"}
BAD_POPULATION = {"6403"}  # carries the population of the whole of Ningxia

# GB of a prefecture without a seat in the facts | GeoNames id of the seat, for the coordinates
# | printed name, where the seat has another name than the prefecture and so gets a record of its own | native | aliases
SEATS = """
1522|2034312|Ulanhot|乌兰浩特|
1525|2033824|Xilinhot|锡林浩特|Xilin Hot
1529|1816821|||
2224|2033467|Yanji|延吉|
4228|1811720|||
4331|1805270|Jishou|吉首|
5132|1816868|Barkam|马尔康|Maerkang
5133|1802171|Kangding|康定|
5134|1789647|Xichang|西昌|
5223|1807566|Xingyi|兴义|
5226|1804866|Kaili|凯里|
5227|1811764|Duyun|都匀|
5323|1814760|||
5325|13512502|Mengzi|蒙自|
5326|8505006|||
5328|1785710|Jinghong|景洪|
5329|1814093|||
5331|1280623|Mangshi|芒市|
5333|1280703|||
5334|7910932|Shangri-La|香格里拉|
6229|1803331|||
6230|1808181|Hezuo|合作|
6325|1798403|||
6327|1281105|||
6523|1529569|||
6527|8521718|Bole|博乐|
6528|1529376|Korla|库尔勒|
6530|1281743|Artux|阿图什|
"""
# Coordinates by hand where cities15000 has no row for the seat.
SEAT_COORDINATES = {
    "4603": (16.83, 112.34), "6322": (36.96, 100.90), "6323": (35.52, 102.02), "6326": (34.48, 100.25), "6328": (37.37, 97.37),
}

# ---------------------------------------------------------------- countries

# Territories and the state they belong to; "" where that is open or there is none.
TERRITORIES = {
    "AI": "GB", "AX": "FI", "AS": "US", "TF": "FR", "BL": "FR", "SH": "GB", "BM": "GB", "BQ": "NL", "BV": "NO", "CC": "AU",
    "CK": "", "CW": "NL", "CX": "AU", "KY": "GB", "FK": "", "FO": "DK", "GG": "GB", "GI": "GB", "GP": "FR", "GL": "DK",
    "GF": "FR", "GU": "US", "HM": "AU", "IM": "GB", "IO": "GB", "JE": "GB", "MF": "FR", "MP": "US", "MS": "GB", "MQ": "FR",
    "YT": "FR", "NC": "FR", "NF": "AU", "NU": "", "PN": "GB", "PR": "US", "PF": "FR", "RE": "FR", "GS": "", "SJ": "NO",
    "PM": "FR", "SX": "NL", "TC": "GB", "TK": "NZ", "UM": "US", "VG": "GB", "VI": "US", "WF": "FR", "AW": "NL", "EH": "", "XK": "",
}
# City states and places whose seat bears a name that is not to be a record of its own: no capital.
NO_CAPITAL = {"SG", "MC", "VA", "GI", "AI", "CC", "NF", "IM", "BM", "MS", "IO", "TK", "AQ", "BV", "HM", "UM", "TF", "GS", "FK", "PM", "RE"}
CAPITALS = {"CN": "CN-BJ", "PS": "gn/282239"}

# cca2 | printed name | aliases | former | demonyms ("+" adds the plural in s)
COUNTRIES = """
AD|Andorra|||Andorran+
AE|United Arab Emirates|UAE;U.A.E.||Emirati+
AF|Afghanistan|||Afghan+
AG|Antigua and Barbuda|Antigua||Antiguan+;Barbudan+
AI|Anguilla|||Anguillian+
AL|Albania|||Albanian+
AM|Armenia|||Armenian+
AO|Angola|||Angolan+
AQ|Antarctica|Antarctic||
AR|Argentina|||Argentine+;Argentinian+;Argentinean+
AS|American Samoa|||American Samoan+
AT|Austria|||Austrian+
AU|Australia|||Australian+;Aussie+
AW|Aruba|||Aruban+
AX|Aland Islands|Åland Islands;Aland||
AZ|Azerbaijan|||Azerbaijani+;Azeri+
BA|Bosnia and Herzegovina|Bosnia;Bosnia-Herzegovina;Bosnia-Hercegovina||Bosnian+;Herzegovinian+
BB|Barbados|||Barbadian+
BD|Bangladesh|||Bangladeshi+
BE|Belgium|||Belgian+
BF|Burkina Faso|Burkina|Upper Volta|Burkinabe;Burkinabes
BG|Bulgaria|||Bulgarian+
BH|Bahrain|||Bahraini+
BI|Burundi|||Burundian+
BJ|Benin||Dahomey|Beninese
BL|Saint Barthelemy|Saint Barthélemy;St. Barthelemy;St. Barts||
BM|Bermuda|||Bermudian+;Bermudan+
BN|Brunei|Brunei Darussalam||Bruneian+
BO|Bolivia|||Bolivian+
BQ|Caribbean Netherlands|||
BR|Brazil|||Brazilian+
BS|Bahamas|The Bahamas||Bahamian+
BT|Bhutan|||Bhutanese
BV|Bouvet Island|||
BW|Botswana||Bechuanaland|Botswanan+;Batswana;Motswana
BY|Belarus||Byelorussia;Belorussia|Belarusian+;Belarussian+;Byelorussian+
BZ|Belize||British Honduras|Belizean+
CA|Canada|||Canadian+
CC|Cocos Islands|Cocos (Keeling) Islands||
CD|Democratic Republic of the Congo|Democratic Republic of Congo;DR Congo;DRC;D.R. Congo;Congo-Kinshasa;Congo|Zaire;Belgian Congo|Congolese;Zairean+;Zairian+
CF|Central African Republic|||Central African+
CG|Republic of the Congo|Republic of Congo;Congo Republic;Congo-Brazzaville;Congo||Congolese
CH|Switzerland|||Swiss
CI|Cote d'Ivoire|Côte d'Ivoire|Ivory Coast|Ivorian+;Ivoirian+
CK|Cook Islands|||Cook Islander+
CL|Chile|||Chilean+
CM|Cameroon|||Cameroonian+
CN|China|PRC;P.R.C.;P.R. China||Chinese
CO|Colombia|||Colombian+
CR|Costa Rica|||Costa Rican+
CU|Cuba|||Cuban+
CV|Cape Verde|Cabo Verde||Cape Verdean+;Cabo Verdean+
CW|Curacao|Curaçao||Curacaoan+
CX|Christmas Island|||
CY|Cyprus|||Cypriot+;Greek Cypriot+
CZ|Czech Republic|Czechia||Czech+
DE|Germany|||German+
DJ|Djibouti|||Djiboutian+
DK|Denmark|||Danish;Dane+
DM|Dominica|||
DO|Dominican Republic|||Dominican+
DZ|Algeria|||Algerian+
EC|Ecuador|||Ecuadorean+;Ecuadorian+;Ecuadoran+
EE|Estonia|||Estonian+
EG|Egypt|||Egyptian+
EH|Western Sahara|||Sahrawi+;Saharawi+
ER|Eritrea|||Eritrean+
ES|Spain|||Spanish;Spaniard+
ET|Ethiopia||Abyssinia|Ethiopian+
FI|Finland|||Finnish;Finns
FJ|Fiji|Fiji Islands||Fijian+
FK|Falkland Islands|Falklands;Malvinas;Malvinas Islands||Falkland Islander+;Falklander+
FM|Micronesia|||Micronesian+
FO|Faroe Islands|Faeroe Islands;Faroes||Faroese;Faeroese
FR|France|||French;Frenchman;Frenchmen;Frenchwoman;Frenchwomen
GA|Gabon|||Gabonese
GB|United Kingdom|Britain;UK;U.K.;Great Britain||British;Briton+;Brit+
GD|Grenada|||Grenadian+
GE|Georgia|||Georgian+
GF|French Guiana|||French Guianese
GG|Guernsey|||
GH|Ghana|||Ghanaian+
GI|Gibraltar|||Gibraltarian+
GL|Greenland|||Greenlandic;Greenlander+
GM|Gambia|The Gambia||Gambian+
GN|Guinea|Guinea-Conakry||Guinean+
GP|Guadeloupe|||Guadeloupean+
GQ|Equatorial Guinea|||Equatorial Guinean+;Equatoguinean+
GR|Greece|||Greek+
GS|South Georgia and the South Sandwich Islands|South Georgia||
GT|Guatemala|||Guatemalan+
GU|Guam|||Guamanian+
GW|Guinea-Bissau|Guinea Bissau||Bissau-Guinean+
GY|Guyana||British Guiana|Guyanese
HM|Heard Island and McDonald Islands|||
HN|Honduras|||Honduran+
HR|Croatia|||Croatian+;Croat+
HT|Haiti|||Haitian+
HU|Hungary|||Hungarian+
ID|Indonesia||Dutch East Indies|Indonesian+
IE|Ireland|Irish Republic;Republic of Ireland||Irish;Irishman;Irishmen;Irishwoman
IL|Israel|||Israeli+
IM|Isle of Man|||Manx
IN|India|||Indian+
IO|British Indian Ocean Territory|Chagos Islands;Chagos Archipelago;Diego Garcia||Chagossian+
IQ|Iraq|||Iraqi+
IR|Iran||Persia|Iranian+
IS|Iceland|||Icelandic;Icelander+
IT|Italy|||Italian+
JE|Jersey|||
JM|Jamaica|||Jamaican+
JO|Jordan|||Jordanian+
JP|Japan|||Japanese
KE|Kenya|||Kenyan+
KG|Kyrgyzstan|Kyrgyz Republic|Kirghizia;Kirgizia;Kirghizstan;Kyrgyzia|Kyrgyz;Kyrgyzstani+;Kirghiz
KH|Cambodia||Kampuchea|Cambodian+
KI|Kiribati|||I-Kiribati
KM|Comoros|Comoro Islands||Comoran+;Comorian+
KN|Saint Kitts and Nevis|St. Kitts and Nevis;St Kitts and Nevis;St. Kitts||Kittitian+
KP|North Korea|Democratic People's Republic of Korea;DPRK;D.P.R.K.;DPR Korea||North Korean+
KR|South Korea|Republic of Korea;ROK;R.O.K.;S. Korea||South Korean+
KW|Kuwait|||Kuwaiti+
KY|Cayman Islands|Caymans||Caymanian+
KZ|Kazakhstan||Kazakstan|Kazakh+;Kazakhstani+;Kazak+
LA|Laos|Lao PDR;Lao People's Democratic Republic||Laotian+;Lao
LB|Lebanon|||Lebanese
LC|Saint Lucia|St. Lucia;St Lucia||Saint Lucian+;St. Lucian+
LI|Liechtenstein|||Liechtensteiner+
LK|Sri Lanka||Ceylon|Sri Lankan+
LR|Liberia|||Liberian+
LS|Lesotho||Basutoland|Basotho;Mosotho
LT|Lithuania|||Lithuanian+
LU|Luxembourg|Luxemburg||Luxembourger+;Luxembourgish
LV|Latvia|||Latvian+
LY|Libya|||Libyan+
MA|Morocco|||Moroccan+
MC|Monaco|||Monegasque+;Monacan+
MD|Moldova||Moldavia|Moldovan+;Moldavian+
ME|Montenegro|||Montenegrin+
MF|Saint Martin|St. Martin||
MG|Madagascar||Malagasy Republic|Malagasy;Madagascan+
MH|Marshall Islands|Marshalls||Marshallese
MK|North Macedonia||Macedonia;Former Yugoslav Republic of Macedonia;FYROM|Macedonian+;North Macedonian+
ML|Mali|||Malian+
MM|Myanmar||Burma|Burmese;Myanmarese
MN|Mongolia||Outer Mongolia;Mongolian People's Republic|Mongolian+
MP|Northern Mariana Islands|Northern Marianas;Commonwealth of the Northern Mariana Islands||
MQ|Martinique|||Martinican+
MR|Mauritania|||Mauritanian+
MS|Montserrat|||Montserratian+
MT|Malta|||Maltese
MU|Mauritius|||Mauritian+
MV|Maldives|The Maldives||Maldivian+
MW|Malawi||Nyasaland|Malawian+
MX|Mexico|||Mexican+
MY|Malaysia||Malaya|Malaysian+
MZ|Mozambique|||Mozambican+
NA|Namibia||South West Africa;South-West Africa|Namibian+
NC|New Caledonia|||New Caledonian+
NE|Niger|||Nigerien+
NF|Norfolk Island|||
NG|Nigeria|||Nigerian+
NI|Nicaragua|||Nicaraguan+
NL|Netherlands|The Netherlands;Holland||Dutch;Dutchman;Dutchmen;Netherlander+
NO|Norway|||Norwegian+
NP|Nepal|||Nepalese;Nepali+
NR|Nauru|||Nauruan+
NU|Niue|||Niuean+
NZ|New Zealand|||New Zealander+
OM|Oman|||Omani+
PA|Panama|||Panamanian+
PE|Peru|||Peruvian+
PF|French Polynesia|||French Polynesian+;Polynesian+
PG|Papua New Guinea|PNG||Papua New Guinean+
PH|Philippines|The Philippines||Philippine;Filipino+;Filipina+
PK|Pakistan|||Pakistani+
PL|Poland|||Polish;Poles
PM|Saint Pierre and Miquelon|St. Pierre and Miquelon||
PN|Pitcairn Islands|Pitcairn;Pitcairn Island||
PR|Puerto Rico|||Puerto Rican+
PS|Palestine|Palestinian territories;Palestinian Territories;Palestinian Autonomous Areas||Palestinian+
PT|Portugal|||Portuguese
PW|Palau|Belau||Palauan+
PY|Paraguay|||Paraguayan+
QA|Qatar|||Qatari+
RE|Réunion|Reunion Island||Reunionese
RO|Romania||Rumania|Romanian+;Rumanian+
RS|Serbia|||Serbian+;Serb+
RU|Russia|Russian Federation||Russian+
RW|Rwanda|||Rwandan+
SA|Saudi Arabia|||Saudi+;Saudi Arabian+
SB|Solomon Islands|Solomons||Solomon Islander+
SC|Seychelles|||Seychellois
SD|Sudan|||Sudanese
SE|Sweden|||Swedish;Swede+
SG|Singapore|||Singaporean+
SH|Saint Helena|St. Helena;St Helena||Saint Helenian+
SI|Slovenia|||Slovenian+;Slovene+
SJ|Svalbard and Jan Mayen|Svalbard||
SK|Slovakia|Slovak Republic||Slovak+;Slovakian+
SL|Sierra Leone|||Sierra Leonean+
SM|San Marino|||Sammarinese
SN|Senegal|||Senegalese
SO|Somalia|||Somali+;Somalian+
SR|Suriname||Surinam;Dutch Guiana|Surinamese
SS|South Sudan|||South Sudanese
ST|Sao Tome and Principe|São Tomé and Príncipe;Sao Tome and Príncipe||Sao Tomean+
SV|El Salvador|||Salvadoran+;Salvadorian+;Salvadorean+
SX|Sint Maarten|St. Maarten||
SY|Syria|||Syrian+
SZ|Eswatini||Swaziland|Swazi+
TC|Turks and Caicos Islands|Turks and Caicos||
TD|Chad|||Chadian+
TF|French Southern and Antarctic Lands|||
TG|Togo|||Togolese
TH|Thailand||Siam|Thai+
TJ|Tajikistan|Tadjikistan|Tadzhikistan|Tajik+;Tajikistani+
TK|Tokelau|||Tokelauan+
TL|Timor-Leste|East Timor;Timor Leste||East Timorese;Timorese
TM|Turkmenistan|||Turkmen+
TN|Tunisia|||Tunisian+
TO|Tonga|||Tongan+
TR|Turkey|Türkiye;Turkiye||Turkish;Turk+
TT|Trinidad and Tobago|Trinidad & Tobago;Trinidad||Trinidadian+;Tobagonian+
TV|Tuvalu||Ellice Islands|Tuvaluan+
TZ|Tanzania|||Tanzanian+
UA|Ukraine|||Ukrainian+
UG|Uganda|||Ugandan+
UM|United States Minor Outlying Islands|||
US|United States|U.S.;US;USA;U.S.A.;United States of America;America||American+
UY|Uruguay|||Uruguayan+
UZ|Uzbekistan|||Uzbek+;Uzbekistani+
VA|Vatican|Vatican City;Holy See||
VC|Saint Vincent and the Grenadines|St. Vincent and the Grenadines;St Vincent and the Grenadines;St. Vincent||Vincentian+
VE|Venezuela|||Venezuelan+
VG|British Virgin Islands|||
VI|U.S. Virgin Islands|US Virgin Islands;United States Virgin Islands||
VN|Vietnam|Viet Nam||Vietnamese
VU|Vanuatu||New Hebrides|Ni-Vanuatu;Vanuatuan+
WF|Wallis and Futuna|||
WS|Samoa||Western Samoa|Samoan+
XK|Kosovo|||Kosovar+;Kosovan+
YE|Yemen|Republic of Yemen||Yemeni+;Yemenite+
YT|Mayotte|||
ZA|South Africa|||South African+
ZM|Zambia||Northern Rhodesia|Zambian+
ZW|Zimbabwe||Rhodesia;Southern Rhodesia|Zimbabwean+
"""

# ---------------------------------------------------------------- cities

# Cities over a million that are no record: districts and quarters, doubles of another row, names that are words or people.
NOT_CITIES = set("""
99071 5110302 5133273 5125771 5110266 6619347 2422488 3526683 1258393 7626690 1259652 1262111 12165956
1723510 268743 1978681 2246678 2244322 3046446 1254745 1266049 1268295 1272423 1253133 1261162 349076 2293521
1819729 1880252 2353151 3450554 3691175 1642548 3991164 3998655 3514674 8581443 7802746 388349
4160021 195272 1580240 6943660 2335953
""".split())

# country | name in cities15000 | printed name | aliases: where the name is not the one in the table without its accents
CITY_NAMES = """
US|St. Louis|St. Louis|St Louis;Saint Louis
VU|Port-Vila|Port Vila|Port-Vila
AF|Mazār-e Sharīf|Mazar-i-Sharif|Mazar-e-Sharif
AG|Saint John’s|St. John's|Saint John's
AR|San Carlos de Bariloche|Bariloche|San Carlos de Bariloche
BD|Chattogram|Chittagong|Chattogram
BD|Dhaka|Dhaka|Dacca
BE|Brugge|Bruges|Brugge
BR|Rio de Janeiro|Rio de Janeiro|Rio
CA|Québec|Quebec City|
CD|Kinshasa|Kinshasa|Leopoldville
CH|Bern|Bern|Berne
CH|Zürich|Zurich|Zürich
DE|Frankfurt am Main|Frankfurt|Frankfurt am Main
DE|Hannover|Hanover|Hannover
DE|Köln|Cologne|Köln
DJ|Djibouti|Djibouti City|
DK|Århus|Aarhus|Århus
EH|Laayoune|Laayoune|El Aaiun;El Aaiún
ES|Sevilla|Seville|Sevilla
ET|Mek'ele|Mekelle|Mekele
GB|Londonderry County Borough|Londonderry|Derry
GD|Saint George's|St. George's|Saint George's
GE|Sokhumi|Sukhumi|Sokhumi
GE|Ts’khinvali|Tskhinvali|
GG|Saint Peter Port|St. Peter Port|Saint Peter Port
IN|Bengaluru|Bengaluru|Bangalore
IN|Chennai|Chennai|Madras
IN|Kolkata|Kolkata|Calcutta
IN|Mumbai|Mumbai|Bombay
IN|Prayagraj|Prayagraj|Allahabad
IN|Varanasi|Varanasi|Benares
IQ|Al Fallūjah|Fallujah|Falluja
IQ|Basrah|Basra|Basrah
IQ|Erbil|Erbil|Irbil;Arbil
IQ|Karbala|Karbala|Kerbala
IQ|Kirkuk|Kirkuk|
IR|Isfahan|Isfahan|Esfahan
IR|Mashhad|Mashhad|Meshed
IT|Milan|Milan|Milano
JP|Nara-shi|Nara|
KH|Sihanoukville|Sihanoukville|Preah Sihanouk
KI|Tarawa|South Tarawa|Tarawa
KP|Kaesŏng|Kaesong|
KP|Wŏnsan|Wonsan|
KR|Busan|Busan|Pusan
KR|Daegu|Daegu|Taegu
KR|Goyang-si|Goyang|
KR|Gwangju|Gwangju|Kwangju
KR|Incheon|Incheon|Inchon
KR|Jeju City|Jeju|Cheju
KZ|Almaty|Almaty|Alma-Ata
KZ|Astana|Astana|Nur-Sultan;Akmola
LU|Luxembourg|Luxembourg City|
LY|Darnah|Derna|
LY|Misratah|Misrata|Misurata
MA|Fes|Fez|Fes
MA|Tangier|Tangier|Tangiers
MD|Chisinau|Chisinau|Chișinău;Kishinev
MM|Nay Pyi Taw|Naypyidaw|Nay Pyi Taw;Naypyitaw
MM|Yangon|Yangon|Rangoon
MN|Ulan Bator|Ulan Bator|Ulaanbaatar;Ulan Baatar
MV|Male|Malé|
MX|Acapulco de Juárez|Acapulco|
MX|Ciudad Juárez|Ciudad Juarez|Ciudad Juárez
MX|Ciudad Nezahualcoyotl|Nezahualcoyotl|Ciudad Nezahualcoyotl
PH|Cebu City|Cebu|Cebu City
PH|Marawi City|Marawi|Marawi City
PS|Gaza|Gaza City|
PS|Khān Yūnis|Khan Younis|Khan Yunis
RU|Arkhangel’sk|Arkhangelsk|
RU|Nizhniy Novgorod|Nizhny Novgorod|Nizhniy Novgorod
RU|Saint Petersburg|St. Petersburg|Saint Petersburg;St Petersburg;Leningrad
SA|Madinah|Medina|Madinah
SA|Makkah|Mecca|Makkah
SD|Al-Junaynah|El Geneina|Geneina
SD|El Fasher|El Fasher|Al-Fashir;El-Fasher
SM|San Marino|City of San Marino|
SO|Hargeysa|Hargeisa|
SY|Ar Raqqah|Raqqa|Raqqah
SY|Dar‘ā|Daraa|Deraa
SY|Tadmur|Palmyra|Tadmur
SY|‘Ayn al ‘Arab|Kobani|Kobane
TD|N'Djamena|N'Djamena|Ndjamena
TM|Ashgabat|Ashgabat|Ashkhabad
TO|Nuku‘alofa|Nuku'alofa|Nukualofa
TR|Şanlıurfa|Sanliurfa|Şanlıurfa
TW|Chiayi City|Chiayi|
TW|Hualien City|Hualien|
UA|Dnipro|Dnipro|Dnipropetrovsk
UA|Kharkiv|Kharkiv|Kharkov
UA|Kryvyy Rih|Kryvyi Rih|Krivoy Rog
UA|Kyiv|Kyiv|Kiev
UA|Luhansk|Luhansk|Lugansk
UA|Lviv|Lviv|Lvov
UA|Mykolayiv|Mykolaiv|Nikolayev
UA|Odesa|Odesa|Odessa
UA|Zaporizhzhya|Zaporizhzhia|Zaporizhzhya;Zaporozhye
US|New York City|New York City|New York
US|Washington|Washington|Washington D.C.;Washington, D.C.;Washington DC;Washington, DC
UZ|Andijon|Andijan|
UZ|Samarkand|Samarkand|Samarqand
VN|Da Nang|Da Nang|Danang
VN|Haiphong|Haiphong|Hai Phong
VN|Ho Chi Minh City|Ho Chi Minh City|Saigon
XK|Mitrovicë|Mitrovica|
XK|Pristina|Pristina|Prishtina
YE|Al Ḩudaydah|Hodeidah|Hodeida;Al Hudaydah
YE|Sanaa|Sanaa|Sana'a
YE|Taiz|Taiz|Taizz;Ta'izz
ZA|Gqeberha|Gqeberha|Port Elizabeth
"""

# Further cities of the news: country, name in cities15000, and the first-level code where one is needed.
NEWS_CITIES = """
CH Geneva; CH Zürich; CH Basel; CH Lausanne; CH Montreux; CH Lugano; NL The Hague; NL Rotterdam; NL Maastricht; BE Antwerp; BE Brugge;
FR Marseille; FR Lyon; FR Toulouse; FR Strasbourg; FR Bordeaux; FR Cannes; FR Calais; FR Lille; FR Nantes; FR Versailles; 
DE Frankfurt am Main; DE Stuttgart; DE Düsseldorf; DE Dresden; DE Leipzig; DE Bonn; DE Hannover; DE Nuremberg; DE Bremen; DE Potsdam; DE Dortmund;
IT Naples; IT Turin; IT Venice; IT Palermo; IT Genoa; IT Bologna; IT Trieste; ES Valencia; ES Sevilla; ES Bilbao; ES Málaga; ES Granada;
GB Manchester; GB Liverpool; GB Glasgow; GB Edinburgh; GB Belfast; GB Leeds; GB Oxford; GB Cambridge; GB Cardiff; GB Sheffield; GB Bristol; GB Londonderry County Borough; GB Leicester; GB Nottingham; GB Portsmouth; GB Aberdeen; GB Newcastle upon Tyne; BE Liège; NL Groningen;
PT Porto; PL Kraków; PL Gdańsk; PL Wrocław; PL Lublin; CZ Brno; SE Gothenburg; SE Malmö; NO Bergen; DK Århus; FI Tampere; FI Turku;
AT Salzburg; AT Graz; AT Innsbruck; GR Thessaloníki; GR Piraeus; RO Timişoara; RO Cluj-Napoca; BG Plovdiv; BG Varna; HR Dubrovnik; HR Vukovar;
BA Banja Luka; BA Mostar; RS Niš; RS Novi Sad; XK Mitrovicë; UA Lviv; UA Dnipro; UA Donetsk; UA Mariupol; UA Luhansk; UA Kherson; UA Zaporizhzhya;
UA Sevastopol; UA Simferopol; UA Yalta; UA Bakhmut; UA Mykolayiv; UA Sumy; UA Kryvyy Rih; UA Pokrovsk; UA Melitopol; RU Vladivostok; RU Khabarovsk; RU Irkutsk; RU Sochi; RU Kaliningrad; RU Murmansk;
RU Grozny; RU Beslan; RU Vladikavkaz; RU Makhachkala; RU Kursk; RU Belgorod; RU Tomsk; RU Saratov; RU Krasnodar; RU Arkhangel’sk; RU Yakutsk; GE Sokhumi; GE Ts’khinvali; GE Batumi; AM Gyumri; AZ Ganja;
KZ Shymkent; UZ Samarkand; UZ Andijon; KG Osh; AF Kandahār; AF Herāt; AF Mazār-e Sharīf; AF Jalālābād; AF Kunduz; PK Islamabad; IN New Delhi; IN Chandigarh; IN Kochi; IN Bhubaneswar; IN Guwahati; IN Jammu; IN Ayodhya; IN Imphal;
LK Kandy; LK Jaffna; NP Pokhara; BD Cox’s Bāzār; MM Sittwe; MM Myitkyina; MM Lashio; TH Chiang Mai; TH Phuket; TH Pattaya; TH Hat Yai; VN Nha Trang; VN Hạ Long; KH Siem Reap; KH Sihanoukville; LA Luang Prabang;
MY George Town; MY Johor Bahru; MY Kuching; MY Kota Kinabalu; MY Putrajaya; ID Denpasar; ID Yogyakarta; ID Banda Aceh; ID Ambon; ID Poso; ID Palu; PH Cebu City; PH Baguio; PH Marawi City; PH Jolo;
JP Nagasaki; JP Naha; JP Nara-shi; JP Niigata; JP Fukushima; KR Jeju City; KR Pohang; KR Gyeongju; KR Sejong; KP Wŏnsan; KP Kaesŏng; KP Sinŭiju; KP Hamhŭng; MN Erdenet;
TW Hsinchu; TW Keelung; TW Hualien City; TW Chiayi City; AU Canberra; AU Hobart; AU Gold Coast; AU Cairns; NZ Christchurch; NZ Dunedin;
US San Francisco CA; US Boston MA; US Seattle WA; US Detroit MI; US Atlanta GA; US Miami FL; US Denver CO; US Las Vegas NV; US New Orleans LA; US Baltimore MD; US Minneapolis MN; US St. Louis MO; US Pittsburgh PA; US Cleveland OH; US Cincinnati OH; US Milwaukee WI; US Kansas City MO; US Nashville TN; US Portland OR; US Sacramento CA; US Oakland CA; US San Jose CA; US Salt Lake City UT; US Indianapolis IN; US Memphis TN; US Tampa FL; US Oklahoma City OK; US Tulsa OK; US Albuquerque NM; US Anchorage AK; US Honolulu HI; US Newark NJ; US Omaha NE; US Des Moines IA; US Birmingham AL; US Santa Fe NM; US Tucson AZ; US El Paso TX; US Palo Alto CA; US Fort Worth TX; US Little Rock AR; US Baton Rouge LA; US Annapolis MD; US Tallahassee FL; US New Haven CT; US Colorado Springs CO; US Manhattan NY; US Beverly Hills CA; US Uvalde TX; 
CA Vancouver; CA Québec; CA Winnipeg; CA Halifax; MX Cancún; MX Acapulco de Juárez; MX Oaxaca; MX Veracruz; MX Culiacán; CU Santiago de Cuba; HN San Pedro Sula; VE Ciudad Guayana; CO Cartagena; PE Cusco; BR Foz do Iguaçu; AR Mar del Plata; AR San Carlos de Bariloche; AR Ushuaia; CL Valparaíso; CL Punta Arenas; CL Antofagasta; BO Santa Cruz de la Sierra;
EG Port Said; EG Suez; EG Sharm el-Sheikh; EG Luxor; EG Aswān; EG Ismailia; IL Tel Aviv; IL Haifa; IL Ashdod; IL Ashkelon; IL Beersheba; IL Eilat; IL Nazareth; IL Sderot; PS Gaza; PS Hebron; PS Nablus; PS Bethlehem; PS Khān Yūnis; PS Rafaḩ; PS Jericho; LB Sidon; LB Tripoli; LB Baalbek; SY Homs; SY Latakia; SY Idlib; SY Ar Raqqah; SY Tadmur; SY Deir ez-Zor; SY Dar‘ā; SY ‘Ayn al ‘Arab;
IQ Mosul; IQ Basrah; IQ Al Fallūjah; IQ Najaf; IQ Tikrīt; IQ Ramadi; IQ Baqubah; IQ Kirkuk; IQ Sulaymaniyah; IQ Sadr City; IR Qom; IR Bandar Abbas; IR Bushehr; IR Ahvaz; IR Kerman; JO Aqaba; SA Dhahran; SA Khobar; AE Fujairah; YE Al Ḩudaydah; YE Taiz; YE Mukalla; TR Trabzon; TR Antakya; TR Şanlıurfa; CY Famagusta;
LY Benghazi; LY Misratah; LY Sirte; LY Darnah; LY Tobruk; TN Sfax; TN Sidi Bouzid; TN Sousse; DZ Oran; MA Marrakesh; MA Agadir; SD Port Sudan; SD El Fasher; SD Nyala; SD Al-Junaynah; ER Massawa; ET Mek'ele; SO Kismayo; SO Hargeysa; SO Baidoa; SO Bosaso; KE Kisumu; KE Garissa; KE Eldoret; UG Entebbe; UG Gulu; TZ Dar es Salaam; TZ Arusha; TZ Zanzibar; RW Butare; BI Bujumbura; CD Goma; CD Bukavu; CD Bunia; ZA Bloemfontein; ZW Bulawayo; MZ Beira; NG Maiduguri; NG Enugu; CI Bouaké; ML Timbuktu; ML Kidal; NE Agadez; NE Zinder; NA Walvis Bay; CV Mindelo; SZ Mbabane; BJ Cotonou; PF Papeete; NG Port Harcourt; MG Toamasina; MW Blantyre
"""

# ---------------------------------------------------------------- regions

# ISO 3166-2 suffix | latitude | longitude (middle) | demonym
STATES = """
AK|64.0|-152.0|Alaskan+
AL|32.8|-86.8|Alabaman+;Alabamian+
AR|34.9|-92.4|Arkansan+
AZ|34.3|-111.7|Arizonan+
CA|37.2|-119.3|Californian+
CO|39.0|-105.5|Coloradan+
CT|41.6|-72.7|
DC|38.9|-77.0|
DE|39.0|-75.5|Delawarean+
FL|28.6|-82.4|Floridian+
GA|32.6|-83.4|
HI|20.8|-156.3|Hawaiian+
IA|42.1|-93.5|Iowan+
ID|44.4|-114.6|Idahoan+
IL|40.0|-89.2|Illinoisan+
IN|39.9|-86.3|Hoosier+
KS|38.5|-98.4|Kansan+
KY|37.5|-85.3|Kentuckian+
LA|31.1|-92.0|Louisianan+
MA|42.3|-71.8|
MD|39.0|-76.8|Marylander+
ME|45.4|-69.2|
MI|44.3|-85.4|Michigander+
MN|46.3|-94.3|Minnesotan+
MO|38.4|-92.5|Missourian+
MS|32.7|-89.7|Mississippian+
MT|47.0|-109.6|Montanan+
NC|35.6|-79.4|North Carolinian+
ND|47.5|-100.5|North Dakotan+
NE|41.5|-99.8|Nebraskan+
NH|43.7|-71.6|
NJ|40.2|-74.7|New Jerseyan+
NM|34.4|-106.1|New Mexican+
NV|39.3|-116.6|Nevadan+
NY|42.9|-75.5|New Yorker+
OH|40.3|-82.8|Ohioan+
OK|35.6|-97.5|Oklahoman+
OR|43.9|-120.6|Oregonian+
PA|40.9|-77.8|Pennsylvanian+
RI|41.7|-71.6|Rhode Islander+
SC|33.9|-80.9|South Carolinian+
SD|44.4|-100.2|South Dakotan+
TN|35.8|-86.3|Tennessean+
TX|31.5|-99.3|Texan+
UT|39.3|-111.7|Utahn+
VA|37.5|-78.9|Virginian+
VT|44.1|-72.7|Vermonter+
WA|47.4|-120.4|Washingtonian+
WI|44.6|-89.9|Wisconsinite+
WV|38.6|-80.6|West Virginian+
WY|43.0|-107.6|
"""

# The abbreviations newspapers print; those that are words with a full stop (Ark., Ill., Ind., La., Mass., Miss., Ore., Wash.) are left out.
STATE_ABBREVIATIONS = {"AL": "Ala.", "AZ": "Ariz.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.", "FL": "Fla.", "GA": "Ga.", "KS": "Kan.", "KY": "Ky.", "MD": "Md.", "MI": "Mich.", "MN": "Minn.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "PA": "Pa.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "TX": "Tex.", "VT": "Vt.", "VA": "Va.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.", "DC": "D.C."}

# id | name | kind | native | aliases | demonyms | parent | within | latitude | longitude
REGIONS = """
GB-ENG|England|region||||GB||52.5|-1.5
GB-NIR|Northern Ireland|region||Ulster||GB||54.6|-6.7
GB-SCT|Scotland|region|||Scottish;Scot+;Scotsman;Scotsmen|GB||56.8|-4.2
GB-WLS|Wales|region|||Welsh;Welshman;Welshmen|GB||52.3|-3.7
TW|Taiwan|region|台湾|Taiwan Province;Chinese Taipei|Taiwanese|CN||23.7|121.0
region/africa|Africa|continent|非洲||African+|||2.0|20.0
region/asia|Asia|continent|亚洲||Asian+|||40.0|90.0
region/europe|Europe|continent|欧洲||European+|||50.0|15.0
region/north-america|North America|continent|北美洲||North American+|||45.0|-100.0
region/south-america|South America|continent|南美洲||South American+|||-15.0|-60.0
region/oceania|Oceania|continent|大洋洲|||||-20.0|150.0
region/latin-america|Latin America|region|拉丁美洲||Latin American+||region/south-america;MX;CU|-10.0|-65.0
region/central-america|Central America|region|中美洲||Central American+|region/north-america|GT;BZ;HN;SV;NI;CR;PA|13.0|-86.0
region/americas|Americas|region||||||10.0|-85.0
region/caribbean|Caribbean|region|加勒比地区|Caribbean region;West Indies||region/north-america||17.0|-70.0
region/middle-east|Middle East|region|中东|Mideast;Near East|Middle Eastern;Middle Easterner+|region/asia|EG;SA;IR;IQ;IL;PS;JO;LB;SY;YE;OM;AE;QA;BH;KW;TR|29.0|42.0
region/north-africa|North Africa|region|北非|Northern Africa|North African+|region/africa|MA;DZ;TN;LY;EG;SD|28.0|10.0
region/west-africa|West Africa|region|西非|Western Africa|West African+|region/africa|BJ;BF;CV;CI;GM;GH;GN;GW;LR;ML;MR;NE;NG;SN;SL;TG|12.0|-3.0
region/east-africa|East Africa|region|东非|Eastern Africa|East African+|region/africa|KE;TZ;UG;RW;BI;ET;SO;ER;DJ|1.0|36.0
region/central-africa|Central Africa|region|中非|||region/africa|CM;CF;TD;CG;CD;GQ;GA|2.0|18.0
region/southern-africa|Southern Africa|region|南部非洲|||region/africa|ZA;BW;LS;NA;SZ;ZW;ZM;MZ;AO;MW|-24.0|24.0
region/sub-saharan-africa|Sub-Saharan Africa|region|||Sub-Saharan African+|region/africa||-2.0|22.0
region/horn-of-africa|Horn of Africa|region|非洲之角|||region/africa|SO;ET;ER;DJ|7.0|45.0
region/great-lakes-africa|Great Lakes region|region||African Great Lakes||region/africa|RW;BI;CD;UG;TZ|-2.0|29.5
region/maghreb|Maghreb|region|马格里布|||region/africa|MA;DZ;TN;LY;MR|32.0|3.0
region/sahel|Sahel|region|萨赫勒|Sahel region||region/africa|ML;NE;BF;TD;MR|15.0|2.0
region/sahara|Sahara|region|撒哈拉沙漠|Sahara Desert;Sahara desert|Saharan|region/africa||23.0|13.0
region/darfur|Darfur|region|达尔富尔|||SD||13.0|24.5
region/central-asia|Central Asia|region|中亚||Central Asian+|region/asia|KZ;KG;TJ;TM;UZ|42.0|64.0
region/east-asia|East Asia|region|东亚|Eastern Asia|East Asian+|region/asia|CN;JP;KR;KP;MN|36.0|118.0
region/northeast-asia|Northeast Asia|region|东北亚||Northeast Asian|region/asia|CN;JP;KR;KP;MN;RU|42.0|125.0
region/southeast-asia|Southeast Asia|region|东南亚|South-East Asia;Southeastern Asia|Southeast Asian+|region/asia|BN;KH;ID;LA;MY;MM;PH;SG;TH;TL;VN|5.0|110.0
region/south-asia|South Asia|region|南亚|Southern Asia|South Asian+|region/asia|AF;BD;BT;IN;MV;NP;PK;LK|22.0|79.0
region/west-asia|West Asia|region|西亚|Western Asia||region/asia||33.0|44.0
region/asia-pacific|Asia-Pacific|region|亚太地区|Asia-Pacific region;Asia Pacific;Asia-Pacific Region||||10.0|125.0
region/indo-pacific|Indo-Pacific|region||Indo-Pacific region||||5.0|90.0
region/far-east|Far East|region|远东|||||60.0|135.0
region/eurasia|Eurasia|region|欧亚大陆||Eurasian+|||50.0|70.0
region/indochina|Indochina|region||Indo-China||region/southeast-asia|VN;LA;KH|15.0|105.0
region/eastern-europe|Eastern Europe|region|东欧||Eastern European+;East European+|region/europe||50.0|27.0
region/western-europe|Western Europe|region|西欧||Western European+;West European+|region/europe||48.0|5.0
region/central-europe|Central Europe|region|中欧||Central European+|region/europe||49.0|16.0
region/northern-europe|Northern Europe|region|北欧||Northern European+|region/europe||60.0|18.0
region/southern-europe|Southern Europe|region|南欧||Southern European+|region/europe||41.0|14.0
region/balkans|Balkans|region|巴尔干|Balkan Peninsula;Western Balkans|Balkan|region/europe|AL;BA;BG;HR;GR;XK;ME;MK;RS|43.0|21.0
region/baltics|Baltics|region||Baltic states;Baltic States|Baltic|region/europe|EE;LV;LT|57.0|25.0
region/scandinavia|Scandinavia|region|||Scandinavian+|region/europe|DK;NO;SE|62.0|15.0
region/caucasus|Caucasus|region|高加索|||||42.5|45.0
region/north-caucasus|North Caucasus|region||Northern Caucasus||RU||43.5|44.0
region/south-caucasus|South Caucasus|region||Transcaucasia|||GE;AM;AZ|41.0|45.0
region/chechnya|Chechnya|region|车臣|Chechen Republic|Chechen+|RU||43.3|45.7
region/dagestan|Dagestan|region|||Dagestani+|RU||43.1|46.9
region/ingushetia|Ingushetia|region||Ingushetiya|Ingush|RU||43.1|45.0
region/north-ossetia|North Ossetia|region||||RU||43.0|44.2
region/south-ossetia|South Ossetia|region||||GE||42.3|44.0
region/abkhazia|Abkhazia|region|||Abkhaz;Abkhazian+|GE||43.0|41.0
region/nagorno-karabakh|Nagorno-Karabakh|region||Nagorny Karabakh;Karabakh||AZ||39.9|46.7
region/tatarstan|Tatarstan|region|||Tatar+|RU||55.4|50.8
region/siberia|Siberia|region|西伯利亚||Siberian+|RU||60.0|100.0
region/transnistria|Transnistria|region||Trans-Dniester;Transdniestria||MD||47.0|29.5
region/crimea|Crimea|region|克里米亚|Crimean Peninsula;Crimean peninsula|Crimean+|UA||45.3|34.4
region/donbas|Donbas|region|顿巴斯|Donbass||UA||48.3|38.3
region/bavaria|Bavaria|state|||Bavarian+|DE||48.9|11.4
region/saxony|Saxony|state|||Saxon+|DE||51.0|13.5
region/catalonia|Catalonia|region||Catalunya|Catalan+|ES||41.8|1.5
region/basque-country|Basque Country|region||Basque region|Basque+|ES||43.0|-2.6
region/sicily|Sicily|island|||Sicilian+|IT||37.6|14.1
region/sardinia|Sardinia|island|||Sardinian+|IT||40.1|9.0
region/corsica|Corsica|island|||Corsican+|FR||42.2|9.1
region/normandy|Normandy|region||||FR||49.0|0.0
region/provence|Provence|region||||FR||43.8|6.0
region/brittany|Brittany|region|||Breton+|FR||48.2|-2.9
region/crete|Crete|island|||Cretan+|GR||35.2|24.9
region/flanders|Flanders|region|||Flemish|BE||51.0|4.0
region/wallonia|Wallonia|region|||Walloon+|BE||50.4|4.7
region/vojvodina|Vojvodina|region||||RS||45.4|20.0
region/republika-srpska|Republika Srpska|region||Bosnian Serb Republic|Bosnian Serb+|BA||44.8|17.5
region/west-bank|West Bank|region|约旦河西岸|||PS||31.9|35.2
region/gaza-strip|Gaza Strip|region|加沙地带|Gaza|Gazan+|PS||31.4|34.4
region/east-jerusalem|East Jerusalem|region|东耶路撒冷|||PS||31.8|35.2
region/golan-heights|Golan Heights|region|戈兰高地|Golan||SY||33.0|35.8
region/sinai|Sinai|region|西奈半岛|Sinai Peninsula;Sinai peninsula||EG||29.5|33.8
region/rafah-crossing|Rafah crossing|region||Rafah Crossing||region/gaza-strip||31.25|34.26
region/kurdistan|Kurdistan|region||Iraqi Kurdistan;Kurdistan Region|Kurdish;Kurd+|IQ||36.4|44.0
region/anbar|Anbar|region||Al-Anbar||IQ||32.9|42.0
region/diyala|Diyala|region||||IQ||33.9|45.0
region/arabian-peninsula|Arabian Peninsula|region|阿拉伯半岛|Arabian peninsula||region/asia||22.0|46.0
region/helmand|Helmand|region||||AF||31.4|64.3
region/kashmir|Kashmir|region|克什米尔||Kashmiri+|||34.5|76.0
region/jammu-and-kashmir|Jammu and Kashmir|region||Indian-controlled Kashmir;Indian-administered Kashmir||IN||33.5|75.0
region/azad-kashmir|Azad Kashmir|region||Pakistan-controlled Kashmir;Pakistani Kashmir;Pakistan-administered Kashmir||PK||34.0|73.8
region/punjab-pakistan|Punjab|region|||Punjabi+|PK||31.0|72.5
region/sindh|Sindh|region||Sind||PK||26.0|68.8
region/balochistan|Balochistan|region||Baluchistan|Baloch;Baluchi|PK||28.5|65.5
region/khyber-pakhtunkhwa|Khyber Pakhtunkhwa|region||Khyber-Pakhtunkhwa;North-West Frontier Province;North West Frontier Province||PK||34.5|72.0
region/waziristan|Waziristan|region||North Waziristan;South Waziristan||PK||32.8|69.8
region/punjab-india|Punjab|state||||IN||31.0|75.5
region/gujarat|Gujarat|state|||Gujarati+|IN||22.5|71.5
region/kerala|Kerala|state||||IN||10.5|76.3
region/tamil-nadu|Tamil Nadu|state||||IN||11.0|78.4
region/maharashtra|Maharashtra|state||||IN||19.5|76.0
region/uttar-pradesh|Uttar Pradesh|state||||IN||27.0|80.5
region/bihar|Bihar|state||||IN||25.8|85.5
region/west-bengal|West Bengal|state|||Bengali+|IN||23.5|87.8
region/assam|Assam|state|||Assamese|IN||26.3|92.8
region/manipur|Manipur|state||||IN||24.7|93.9
region/goa|Goa|state|||Goan+|IN||15.4|74.0
region/karnataka|Karnataka|state||||IN||14.5|76.0
region/rajasthan|Rajasthan|state||||IN||26.5|74.0
region/himalayas|Himalayas|mountain|喜马拉雅山脉||Himalayan|region/asia||28.0|84.0
region/mount-qomolangma|Mount Qomolangma|mountain|珠穆朗玛峰|Mount Everest;Mt. Everest;Mt. Qomolangma;Qomolangma;Everest|||CN-XZ;NP|27.988|86.925
region/rakhine|Rakhine|state||Rakhine State||MM||20.0|93.5
region/shan-state|Shan State|state||||MM||21.5|98.0
region/aceh|Aceh|region|||Acehnese|ID||4.2|96.9
region/bali|Bali|island|||Balinese|ID||-8.4|115.2
region/java|Java|island|||Javanese|ID||-7.3|110.0
region/sumatra|Sumatra|island|||Sumatran+|ID||-0.5|101.5
region/sulawesi|Sulawesi|island||||ID||-2.0|120.5
region/borneo|Borneo|island|||||ID;MY;BN|0.5|114.0
region/papua|Papua|region||West Papua;Irian Jaya|Papuan+|ID||-4.5|138.0
region/mindanao|Mindanao|island||||PH||8.0|125.0
region/luzon|Luzon|island||||PH||16.0|121.0
region/okinawa|Okinawa|region|冲绳||Okinawan+|JP||26.5|127.9
region/hokkaido|Hokkaido|island|北海道|||JP||43.4|142.8
region/honshu|Honshu|island|本州|||JP||36.5|138.5
region/kyushu|Kyushu|island|九州|||JP||32.7|131.0
region/korean-peninsula|Korean Peninsula|region|朝鲜半岛|Korean peninsula;Korea|Korean+||KR;KP|38.0|127.5
region/panmunjom|Panmunjom|city|板门店|||||37.956|126.677
region/jeju|Jeju Island|island|济州岛|Cheju Island||KR||33.4|126.5
region/new-south-wales|New South Wales|state||NSW||AU||-32.0|147.0
region/queensland|Queensland|state|||Queenslander+|AU||-22.0|144.0
region/western-australia|Western Australia|state||||AU||-25.0|122.0
region/tasmania|Tasmania|state|||Tasmanian+|AU||-42.0|146.6
region/northern-territory|Northern Territory|region||||AU||-20.0|133.5
region/quebec|Quebec|region||Québec|Quebecer+;Quebecker+;Quebecois|CA||52.0|-72.0
region/ontario|Ontario|region||||CA||50.0|-86.0
region/british-columbia|British Columbia|region||B.C.||CA||54.0|-125.0
region/alberta|Alberta|region|||Albertan+|CA||55.0|-115.0
region/newfoundland|Newfoundland|region||Newfoundland and Labrador||CA||53.0|-60.0
region/new-england|New England|region|||New Englander+|US|US-CT;US-ME;US-MA;US-NH;US-RI;US-VT|43.9|-71.7
region/midwest|Midwest|region|||Midwestern|US||42.0|-90.0
region/silicon-valley|Silicon Valley|region||||US-CA||37.4|-122.1
region/long-island|Long Island|island||||US-NY||40.8|-73.2
region/guantanamo-bay|Guantanamo Bay|region||Guantánamo Bay;Guantanamo||CU||19.9|-75.1
region/patagonia|Patagonia|region||||AR||-44.0|-69.0
region/amazon-rainforest|Amazon rainforest|region||Amazon Rainforest||||-4.0|-62.0
region/chiapas|Chiapas|state||||MX||16.5|-92.5
region/sinaloa|Sinaloa|state||||MX||25.0|-107.5
region/tigray|Tigray|region||Tigray region|Tigrayan+|ET||13.8|38.8
region/somaliland|Somaliland|region||||SO||9.8|45.5
region/puntland|Puntland|region||||SO||8.5|48.5
region/kwazulu-natal|KwaZulu-Natal|region||||ZA||-28.7|30.9
region/gauteng|Gauteng|region||||ZA||-26.0|28.2
region/biafra|Biafra|region|||Biafran+|NG||6.0|7.5
region/niger-delta|Niger Delta|region||||NG||4.9|6.2
region/north-kivu|North Kivu|region||Nord-Kivu||CD||-0.8|29.0
region/south-kivu|South Kivu|region||Sud-Kivu||CD||-3.0|28.3
region/srebrenica|Srebrenica|city||||BA||44.10|19.30
region/chernobyl|Chernobyl|city|切尔诺贝利|Chornobyl||UA||51.39|30.10
region/natanz|Natanz|city||||IR||33.51|51.92
region/samarra|Samarra|city||||IQ||34.20|43.87
region/jenin|Jenin|city|杰宁|||PS||32.46|35.30
region/tulkarm|Tulkarm|city||Tulkarem||PS||32.31|35.03
region/hama|Hama|city|哈马|||SY||35.13|36.75
region/pyeongchang|Pyeongchang|city|平昌|PyeongChang||KR||37.37|128.39
region/davos|Davos|city|达沃斯|||CH||46.80|9.84
region/camp-david|Camp David|region||||US-MD||39.65|-77.46
region/arctic|Arctic|region|北极|Arctic Circle||||80.0|0.0
region/soviet-union|Soviet Union|country|苏联|USSR;U.S.S.R.;Union of Soviet Socialist Republics|Soviet+||RU;UA;BY;MD;EE;LV;LT;GE;AM;AZ;KZ;UZ;KG;TJ;TM|60.0|90.0
region/yugoslavia|Yugoslavia|country|南斯拉夫|Federal Republic of Yugoslavia;Socialist Federal Republic of Yugoslavia|Yugoslav+;Yugoslavian+|region/europe|RS;ME;HR;SI;BA;MK;XK|44.0|19.0
region/serbia-and-montenegro|Serbia and Montenegro|country|塞尔维亚和黑山|Serbia-Montenegro||region/europe|RS;ME|43.8|20.5
region/czechoslovakia|Czechoslovakia|country|捷克斯洛伐克||Czechoslovak+;Czechoslovakian+|region/europe|CZ;SK|49.3|17.0
region/east-germany|East Germany|country|民主德国|German Democratic Republic;GDR|East German+|region/europe|DE|52.3|13.0
region/west-germany|West Germany|country|联邦德国||West German+|region/europe|DE|50.7|8.0
region/south-vietnam|South Vietnam|country|||South Vietnamese|region/southeast-asia|VN|12.0|107.5
region/north-vietnam|North Vietnam|country|||North Vietnamese|region/southeast-asia|VN|20.5|105.0
region/ottoman-empire|Ottoman Empire|country|奥斯曼帝国||Ottoman+|||39.0|33.0
region/pacific-ocean|Pacific Ocean|sea|太平洋|Pacific||||0.0|-160.0
region/south-pacific|South Pacific|sea|南太平洋|South Pacific Ocean||region/pacific-ocean||-15.0|-170.0
region/north-pacific|North Pacific|sea|北太平洋|North Pacific Ocean||region/pacific-ocean||30.0|-170.0
region/atlantic-ocean|Atlantic Ocean|sea|大西洋|Atlantic||||20.0|-35.0
region/north-atlantic|North Atlantic|sea|北大西洋|North Atlantic Ocean||region/atlantic-ocean||45.0|-35.0
region/south-atlantic|South Atlantic|sea|南大西洋|South Atlantic Ocean||region/atlantic-ocean||-25.0|-15.0
region/indian-ocean|Indian Ocean|sea|印度洋|||||-15.0|80.0
region/arctic-ocean|Arctic Ocean|sea|北冰洋|||||82.0|0.0
region/southern-ocean|Southern Ocean|sea||Antarctic Ocean||||-65.0|0.0
region/mediterranean-sea|Mediterranean Sea|sea|地中海|Mediterranean||||35.5|18.0
region/black-sea|Black Sea|sea|黑海|||||43.3|34.5
region/red-sea|Red Sea|sea|红海|||||20.0|38.5
region/dead-sea|Dead Sea|sea|死海|||||31.5|35.5
region/caspian-sea|Caspian Sea|sea|里海|Caspian||||41.5|50.5
region/aral-sea|Aral Sea|sea|咸海|||||45.0|60.0
region/baltic-sea|Baltic Sea|sea|波罗的海|||||58.0|20.0
region/north-sea|North Sea|sea|北海|||||56.0|3.0
region/norwegian-sea|Norwegian Sea|sea||||||68.0|2.0
region/barents-sea|Barents Sea|sea||||||74.0|37.0
region/bering-sea|Bering Sea|sea||||||58.0|-178.0
region/aegean-sea|Aegean Sea|sea||Aegean||||38.5|25.0
region/adriatic-sea|Adriatic Sea|sea||Adriatic||||43.0|15.0
region/sea-of-azov|Sea of Azov|sea||Azov Sea||||46.0|36.5
region/sea-of-marmara|Sea of Marmara|sea||Marmara Sea||TR||40.7|28.2
region/caribbean-sea|Caribbean Sea|sea|加勒比海|||||15.0|-75.0
region/arabian-sea|Arabian Sea|sea|阿拉伯海|||||15.0|64.0
region/persian-gulf|Persian Gulf|sea|波斯湾|Arabian Gulf||||26.9|51.5
region/gulf-of-aden|Gulf of Aden|sea|亚丁湾|||||12.5|47.5
region/gulf-of-oman|Gulf of Oman|sea|阿曼湾|||||25.0|58.0
region/gulf-of-mexico|Gulf of Mexico|sea|墨西哥湾|Gulf of America||||25.0|-90.0
region/gulf-of-guinea|Gulf of Guinea|sea|几内亚湾|||||1.0|3.0
region/gulf-of-thailand|Gulf of Thailand|sea|泰国湾|||||9.5|102.0
region/gulf-of-tonkin|Beibu Gulf|sea|北部湾|Gulf of Tonkin;Tonkin Gulf||||20.0|108.0
region/bay-of-bengal|Bay of Bengal|sea|孟加拉湾|||||15.0|88.0
region/andaman-sea|Andaman Sea|sea|安达曼海|||||11.0|96.0
region/south-china-sea|South China Sea|sea|南海|||||13.0|114.0
region/east-china-sea|East China Sea|sea|东海|||||29.0|125.0
region/yellow-sea|Yellow Sea|sea|黄海|||||36.0|123.0
region/bohai-sea|Bohai Sea|sea|渤海|Bohai Bay;Bohai Gulf||CN||38.7|119.5
region/sea-of-japan|Sea of Japan|sea|日本海|||||40.0|135.0
region/sea-of-okhotsk|Sea of Okhotsk|sea||||||55.0|150.0
region/philippine-sea|Philippine Sea|sea|菲律宾海|||||20.0|130.0
region/java-sea|Java Sea|sea||||||-5.0|110.0
region/coral-sea|Coral Sea|sea||||||-18.0|155.0
region/tasman-sea|Tasman Sea|sea||||||-40.0|160.0
region/taiwan-strait|Taiwan Strait|strait|台湾海峡|Taiwan Straits;Taiwan Strait region||||24.5|119.5
region/taiwan-island|Taiwan Island|island|台湾岛|||TW||23.7|121.0
region/qiongzhou-strait|Qiongzhou Strait|strait|琼州海峡|||CN||20.1|110.2
region/strait-of-hormuz|Strait of Hormuz|strait|霍尔木兹海峡|Hormuz Strait;Straits of Hormuz||||26.6|56.3
region/strait-of-malacca|Strait of Malacca|strait|马六甲海峡|Malacca Strait;Straits of Malacca;Malacca Straits||||3.0|100.5
region/strait-of-gibraltar|Strait of Gibraltar|strait|直布罗陀海峡|||||35.95|-5.6
region/bab-el-mandeb|Bab el-Mandeb|strait|曼德海峡|Bab al-Mandab;Bab el-Mandeb Strait||||12.6|43.3
region/bosporus|Bosporus|strait||Bosphorus;Bosporus Strait||TR||41.1|29.1
region/english-channel|English Channel|strait|英吉利海峡|||||50.2|-0.5
region/bering-strait|Bering Strait|strait|白令海峡|||||66.0|-169.0
region/kerch-strait|Kerch Strait|strait||||||45.3|36.6
region/miyako-strait|Miyako Strait|strait|宫古海峡|||JP||25.5|126.0
region/suez-canal|Suez Canal|strait|苏伊士运河|||EG||30.5|32.3
region/panama-canal|Panama Canal|strait|巴拿马运河|||PA||9.1|-79.7
region/yangtze-river|Yangtze River|river|长江|Changjiang River;Yangtze;Yangzi River||CN||30.5|114.3
region/yellow-river|Yellow River|river|黄河|Huanghe River||CN||36.8|110.0
region/pearl-river|Pearl River|river|珠江|Zhujiang River||CN||22.8|113.6
region/huaihe-river|Huaihe River|river|淮河|Huai River||CN||33.0|117.0
region/haihe-river|Haihe River|river|海河|Hai River||CN-TJ||39.0|117.7
region/songhua-river|Songhua River|river|松花江|Songhuajiang River||CN||46.0|127.0
region/heilongjiang-river|Heilongjiang River|river|黑龙江|Amur River;Amur||||50.0|127.5
region/yalu-river|Yalu River|river|鸭绿江|||||40.5|125.0
region/tumen-river|Tumen River|river|图们江|||||42.5|130.3
region/xiangjiang-river|Xiangjiang River|river|湘江|Xiang River||CN-HN||28.0|112.9
region/hanjiang-river|Hanjiang River|river|汉江|Han River;Hanshui River||CN||31.5|112.0
region/jialing-river|Jialing River|river|嘉陵江|Jialingjiang River||CN||30.0|106.3
region/jinsha-river|Jinsha River|river|金沙江|||CN||27.0|102.9
region/minjiang-river|Minjiang River|river|岷江|||CN-SC||30.0|103.8
region/qiantang-river|Qiantang River|river|钱塘江|||CN-ZJ||30.2|120.2
region/huangpu-river|Huangpu River|river|黄浦江|||CN-SH||31.2|121.5
region/liaohe-river|Liaohe River|river|辽河|||CN||41.0|122.0
region/tarim-river|Tarim River|river|塔里木河|||CN-XJ||41.0|84.0
region/yarlung-zangbo-river|Yarlung Zangbo River|river|雅鲁藏布江|Yarlung Tsangpo;Yarlung Zangbo||CN-XZ||29.3|91.0
region/lancang-river|Lancang River|river|澜沧江|||CN||25.0|99.5
region/mekong-river|Mekong River|river|湄公河|Mekong||||15.0|105.5
region/nujiang-river|Nujiang River|river|怒江|Salween River||||26.0|98.9
region/ganges|Ganges|river|恒河|Ganges River||||25.0|85.0
region/indus|Indus River|river|印度河|Indus||||27.0|68.0
region/brahmaputra|Brahmaputra|river||Brahmaputra River||||26.5|92.0
region/nile|Nile|river|尼罗河|Nile River;River Nile;Blue Nile;White Nile||||26.0|32.0
region/euphrates|Euphrates|river|幼发拉底河|Euphrates River||||34.5|41.0
region/tigris|Tigris|river|底格里斯河|Tigris River||||34.0|44.0
region/jordan-river|Jordan River|river|约旦河|River Jordan||||32.3|35.55
region/danube|Danube|river|多瑙河|Danube River||||46.0|19.0
region/rhine|Rhine|river|莱茵河|Rhine River||||50.0|7.7
region/seine|Seine|river|塞纳河|Seine River;River Seine||FR||48.9|2.3
region/thames|Thames|river|泰晤士河|Thames River;River Thames||GB||51.5|-0.1
region/volga|Volga|river|伏尔加河|Volga River||RU||52.0|47.5
region/dnipro-river|Dnipro River|river||Dnieper River;Dnieper||||48.5|35.0
region/mississippi-river|Mississippi River|river|密西西比河|||US||35.0|-90.5
region/potomac|Potomac River|river||Potomac||US||38.9|-77.1
region/hudson-river|Hudson River|river||||US-NY||41.5|-74.0
region/rio-grande|Rio Grande|river||||||29.0|-102.0
region/amazon-river|Amazon River|river|亚马孙河|||||-3.0|-60.0
region/congo-river|Congo River|river|刚果河|||||0.0|20.0
region/zambezi|Zambezi|river||Zambezi River||||-17.0|29.0
region/lake-victoria|Lake Victoria|lake||||||-1.0|33.0
region/lake-tanganyika|Lake Tanganyika|lake||||||-6.0|29.5
region/lake-chad|Lake Chad|lake||Lake Chad Basin||||13.0|14.0
region/lake-geneva|Lake Geneva|lake||||||46.4|6.5
region/lake-baikal|Lake Baikal|lake|贝加尔湖|Baikal||RU||53.5|108.0
region/great-lakes|Great Lakes|lake|五大湖|||||45.0|-84.0
region/dongting-lake|Dongting Lake|lake|洞庭湖|Lake Dongting||CN-HN||29.2|112.8
region/poyang-lake|Poyang Lake|lake|鄱阳湖|Lake Poyang||CN-JX||29.1|116.3
region/taihu-lake|Taihu Lake|lake|太湖|Lake Taihu;Lake Tai||CN-JS||31.2|120.2
region/west-lake|West Lake|lake|西湖|||CN-ZJ||30.25|120.14
region/qinghai-lake|Qinghai Lake|lake|青海湖|Lake Qinghai||CN-QH||36.9|100.2
region/dianchi-lake|Dianchi Lake|lake|滇池|Lake Dianchi||CN-YN||24.8|102.7
region/erhai-lake|Erhai Lake|lake|洱海|Lake Erhai||CN-YN||25.8|100.2
region/baiyangdian-lake|Baiyangdian Lake|lake|白洋淀|Baiyangdian||CN-HE||38.9|116.0
region/wenchuan|Wenchuan|county|汶川|||gn/1818175||31.48|103.59
region/jiuzhaigou|Jiuzhaigou|county|九寨沟|||gn/1818175||33.26|104.24
region/beichuan|Beichuan|county|北川|||gn/1800627||31.83|104.46
region/boao|Boao|city|博鳌|||CN-HI||19.16|110.58
region/wuzhen|Wuzhen|city|乌镇|||gn/1805953||30.74|120.49
region/yiwu|Yiwu|city|义乌|||gn/1805528||29.31|120.07
region/kunshan|Kunshan|city|昆山|||gn/1886760||31.38|120.98
region/dunhuang|Dunhuang|city|敦煌|||gn/1279945||40.14|94.66
region/manzhouli|Manzhouli|city|满洲里|||gn/12548253||49.60|117.43
region/golmud|Golmud|city|格尔木|||gn/1281075||36.40|94.90
region/shaoshan|Shaoshan|city|韶山|||gn/1790492||27.91|112.53
region/liuyang|Liuyang|city|浏阳|||gn/1815577||28.14|113.63
region/beidaihe|Beidaihe|district|北戴河|||gn/1797595||39.83|119.48
region/haidian|Haidian|district|海淀|Haidian District||CN-BJ||39.96|116.30
region/tongzhou|Tongzhou|district|通州|Tongzhou District||CN-BJ||39.91|116.66
region/huairou|Huairou|district|怀柔|Huairou District||CN-BJ||40.32|116.63
region/manitoba|Manitoba|region||||CA||55.0|-97.0
region/saskatchewan|Saskatchewan|region||||CA||54.0|-106.0
region/nova-scotia|Nova Scotia|region||||CA||45.0|-63.0
region/monte-carlo|Monte Carlo|city||Monte-Carlo||MC||43.74|7.43
region/anatolia|Anatolia|region|||Anatolian+|TR||39.0|34.0
region/mainland-china|Chinese mainland|region|中国大陆|||CN||35.0|105.0
region/yangtze-river-delta|Yangtze River Delta|region|长江三角洲|Yangtze Delta;Yangtze River Delta region||CN|CN-SH;CN-JS;CN-ZJ;CN-AH|31.5|120.0
region/pearl-river-delta|Pearl River Delta|region|珠江三角洲|Pearl River Delta region||CN-GD|CN-GD|22.8|113.5
region/yellow-river-delta|Yellow River Delta|region|黄河三角洲|||CN-SD|CN-SD|37.7|118.7
region/beijing-tianjin-hebei|Beijing-Tianjin-Hebei region|region|京津冀|Beijing-Tianjin-Hebei;Beijing-Tianjin-Hebei Region;Jing-Jin-Ji||CN|CN-BJ;CN-TJ;CN-HE|39.5|116.5
region/greater-bay-area|Guangdong-Hong Kong-Macao Greater Bay Area|region|粤港澳大湾区|Greater Bay Area;Guangdong-Hong Kong-Macau Greater Bay Area;GBA||CN|CN-GD;HK;MO|22.7|113.7
region/yangtze-river-economic-belt|Yangtze River Economic Belt|region|长江经济带|Yangtze Economic Belt||CN|CN-SH;CN-JS;CN-ZJ;CN-AH;CN-JX;CN-HB;CN-HN;CN-CQ;CN-SC;CN-YN;CN-GZ|30.0|112.0
region/hainan-free-trade-port|Hainan Free Trade Port|region|海南自由贸易港|Hainan FTP||CN-HI|CN-HI|19.2|109.7
region/xiongan|Xiong'an New Area|region|雄安新区|Xiongan New Area;Xiong'an;Xiongan||CN-HE||38.98|115.95
region/pudong|Pudong New Area|district|浦东新区|Pudong||CN-SH||31.2|121.6
region/binhai|Binhai New Area|district|滨海新区|Tianjin Binhai New Area||CN-TJ||39.0|117.7
region/liangjiang|Liangjiang New Area|district|两江新区|||CN-CQ||29.7|106.6
region/qianhai|Qianhai|district|前海|||CN-GD||22.5|113.9
region/hengqin|Hengqin|island|横琴|Hengqin Island||CN-GD||22.1|113.5
region/zhongguancun|Zhongguancun|district|中关村|||CN-BJ||39.98|116.31
region/zhongnanhai|Zhongnanhai|district|中南海|||CN-BJ||39.91|116.38
region/chengdu-chongqing|Chengdu-Chongqing economic circle|region|成渝地区双城经济圈|Chengdu-Chongqing Economic Circle;Chengdu-Chongqing region||CN|CN-SC;CN-CQ|30.0|105.5
region/qinghai-tibet-plateau|Qinghai-Tibet Plateau|region|青藏高原|Qinghai-Xizang Plateau;Tibetan Plateau;Qinghai-Tibetan Plateau||CN|CN-XZ;CN-QH|33.0|90.0
region/loess-plateau|Loess Plateau|region|黄土高原|||CN|CN-SX;CN-SN;CN-GS|37.0|109.0
region/north-china-plain|North China Plain|region|华北平原|||CN||36.0|116.0
region/three-gorges|Three Gorges|region|三峡|Three Gorges Dam;Three Gorges Reservoir||CN-HB||30.8|111.0
region/diaoyu-islands|Diaoyu Islands|island|钓鱼岛|Diaoyu Dao;Senkaku Islands;Senkakus||||25.75|123.5
region/xisha-islands|Xisha Islands|island|西沙群岛|Paracel Islands;Paracels||||16.5|112.0
region/nansha-islands|Nansha Islands|island|南沙群岛|Spratly Islands;Spratlys||||10.0|114.0
region/huangyan-dao|Huangyan Dao|island|黄岩岛|Scarborough Shoal;Huangyan Island||||15.15|117.75
region/ren-ai-jiao|Ren'ai Jiao|island|仁爱礁|Second Thomas Shoal;Ren'ai Reef||||9.75|115.87
region/kuril-islands|Kuril Islands|island|千岛群岛|Kurils||||45.5|148.0
region/dokdo|Dokdo|island|独岛|Takeshima||||37.24|131.87
region/kinmen|Kinmen|island|金门|Quemoy||TW||24.45|118.37
region/matsu|Matsu Islands|island|马祖列岛|||TW||26.15|119.93
region/mount-taishan|Mount Taishan|mountain|泰山|Taishan Mountain;Mount Tai||CN-SD||36.26|117.10
region/mount-huangshan|Mount Huangshan|mountain|黄山|Huangshan Mountain||CN-AH||30.13|118.17
region/jinggangshan|Jinggangshan|city|井冈山|Jinggang Mountains||CN-JX||26.57|114.17
region/mount-wutai|Mount Wutai|mountain|五台山|Wutai Mountain||CN-SX||39.0|113.6
region/tianshan-mountains|Tianshan Mountains|mountain|天山|Tianshan||||42.0|85.0
region/kunlun-mountains|Kunlun Mountains|mountain|昆仑山|||CN||36.0|84.0
region/qinling-mountains|Qinling Mountains|mountain|秦岭|Qinling||CN||33.9|108.0
region/taklimakan-desert|Taklimakan Desert|region|塔克拉玛干沙漠|Taklamakan Desert||CN-XJ||39.0|83.0
region/gobi-desert|Gobi Desert|region|戈壁|Gobi desert||||42.5|105.0
region/alps|Alps|mountain|阿尔卑斯山||Alpine|region/europe||46.5|10.0
region/andes|Andes|mountain|安第斯山脉|Andes Mountains|Andean|region/south-america||-20.0|-67.0
region/urals|Urals|mountain|乌拉尔山|Ural Mountains||RU||60.0|60.0
region/mount-kilimanjaro|Mount Kilimanjaro|mountain||||TZ||-3.07|37.35
region/mount-fuji|Mount Fuji|mountain|富士山|||JP||35.36|138.73
region/great-wall|Great Wall|region|长城|Great Wall of China||CN||40.4|116.6
"""


# ---------------------------------------------------------------- the work

def stop(message):
    sys.exit(f"places.py: {message}")


def read(path):
    lines = path.read_text(encoding="utf-8").replace("\r\n", "\n").rstrip("\n").split("\n")
    head = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        cells += [""] * (len(head) - len(cells))
        rows.append(dict(zip(head, cells)))
    return rows


def table(text, width):
    rows = []
    for line in text.strip().split("\n"):
        cells = line.split("|")
        if len(cells) > width:
            stop(f"too many columns: {line}")
        rows.append(cells + [""] * (width - len(cells)))
    return rows


def parts(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def people(cell):
    found = []
    for part in parts(cell):
        found.extend([part[:-1], part[:-1] + "s"] if part.endswith("+") else [part])
    return found


def plain(text):
    """The text without accents, as most newspapers print it."""
    special = str.maketrans({"ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "’": "'", "‘": "'", "ʻ": "'"})
    decomposed = unicodedata.normalize("NFD", text.translate(special))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def unique(names, *taken):
    seen = set(taken)
    return [n for n in names if not (n in seen or seen.add(n))]


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def is_chinese(text):
    return bool(text) and all("\u3400" <= c <= "\u9fff" or c in "·、" for c in text)


def number(value):
    """A coordinate as printed: at most four decimals."""
    return f"{float(value):.4f}".rstrip("0") + "0" * (f"{float(value):.4f}".rstrip("0").endswith("."))


ORDER = ["id", "name", "native", "kind", "aliases", "former", "demonyms", "parent", "within", "regions", "capital", "geonames", "lat", "lon", "population"]


def write_toml(path, pack, name, attribution, records):
    out = ["[pack]", f"id = {quote(pack)}", f"name = {quote(name)}", f"reviewed = {REVIEWED}", f"attribution = {quote(attribution)}"]
    for record in sorted(records, key=lambda r: r["id"]):
        out += ["", "[[place]]"]
        for key in ORDER:
            value = record.get(key)
            if value in (None, "", []):
                continue
            if isinstance(value, list):
                out.append(f"{key} = [{', '.join(quote(v) for v in value)}]")
            elif key in ("lat", "lon"):
                out.append(f"{key} = {number(value)}")
            elif key in ("geonames", "population"):
                out.append(f"{key} = {int(value)}")
            else:
                out.append(f"{key} = {quote(value)}")
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")


COLUMNS = ["id", "name", "native", "kind", "parent", "aliases", "lat", "lon", "population"]


def write_tsv(path, pack, name, attribution, records):
    out = ["\t".join(["#pack", pack, name, REVIEWED, attribution]), "\t".join(COLUMNS)]
    for record in sorted(records, key=lambda r: r["id"]):
        cells = []
        for key in COLUMNS:
            value = record.get(key)
            if value in (None, "", []):
                cells.append("")
            elif key == "aliases":
                cells.append("|".join(value))
            elif key in ("lat", "lon"):
                cells.append(number(value))
            else:
                cells.append(str(value))
        out.append("\t".join(cells))
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")


def main(facts, out):
    facts = Path(facts) / "places"
    out = Path(out)
    admin = read(facts / "cn_admin.tsv")
    countries = {r["cca2"]: r for r in read(facts / "countries.tsv")}
    states = {r["iso3166_2"]: r for r in read(facts / "admin1.tsv") if r["geonames_code"].startswith("US.")}
    cities = {r["geonameid"]: r for r in read(facts / "cities15000.tsv")}

    # China: provinces and prefectures
    province_rows = {r["iso"]: r for r in admin if r["level"] == "1"}
    prefecture_rows = {r["gb"]: r for r in admin if r["level"] == "2"}
    iso_of = {r["gb"]: r["iso"] for r in province_rows.values()}

    def prefecture_id(gb):
        row = prefecture_rows[gb]
        return "gn/" + (row["seat_geonameid"] or row["geonameid"])

    provinces = []
    for iso, name, kind, regions, capital, population, aliases, demonyms in table(PROVINCES, 8):
        row = province_rows.pop(iso)
        if capital:
            seat = prefecture_rows[capital]
            lat, lon = seat["lat"], seat["lon"]
        else:
            city = next(c for c in cities.values() if c["cc"] == "CN" and c["name"] == name)
            lat, lon = city["lat"], city["lon"]
        provinces.append({
            "id": iso, "name": name, "native": short_native(row["zh"]), "kind": kind, "aliases": parts(aliases), "demonyms": people(demonyms),
            "parent": "CN", "regions": parts(regions), "capital": prefecture_id(capital) if capital else "", "geonames": row["geonameid"],
            "lat": lat, "lon": lon, "population": population,
        })
    if province_rows:
        stop(f"provinces not settled: {sorted(province_rows)}")
    for code, name, aliases, demonyms in (
        ("HK", "Hong Kong", "Hong Kong Special Administrative Region;Hong Kong SAR;HKSAR;Hongkong", "Hong Konger+;Hongkonger+"),
        ("MO", "Macao", "Macao Special Administrative Region;Macau Special Administrative Region;Macao SAR;Macau SAR;Macau", "Macanese"),
    ):
        row = countries.pop(code)
        provinces.append({
            "id": code, "name": name, "native": row["zh"], "kind": "special-region", "aliases": parts(aliases), "demonyms": people(demonyms),
            "parent": "CN", "regions": ["south"], "geonames": row["geonameid"], "lat": row["lat"], "lon": row["lon"], "population": row["population"],
        })

    fixed = {gb: (name, parts(aliases)) for gb, name, aliases in table(PREFECTURES, 3)}
    if set(fixed) - set(prefecture_rows):
        stop(f"no such prefecture: {sorted(set(fixed) - set(prefecture_rows))}")
    seats = {gb: cells for gb, *cells in table(SEATS, 5)}
    prefectures = []
    for gb, row in prefecture_rows.items():
        kind = "city" if row["zh"].endswith("市") else "prefecture"
        if gb in fixed:
            name, aliases = fixed[gb]
        elif kind == "city" and row["pinyin"].endswith(" shi"):
            name, aliases = row["pinyin"][:-4].replace(" ", "").capitalize(), []
        else:
            stop(f"prefecture not settled: {gb} {row['zh']}")
        lat, lon = row["lat"], row["lon"]
        if gb in seats:
            seat = cities[seats[gb][0]]
            lat, lon = seat["lat"], seat["lon"]
            if seats[gb][1]:
                prefectures.append({
                    "id": "gn/" + seat["geonameid"], "name": seats[gb][1], "native": seats[gb][2], "kind": "city", "parent": prefecture_id(gb),
                    "aliases": parts(seats[gb][3]), "lat": lat, "lon": lon, "population": seat["population"],
                })
        elif not lat:
            lat, lon = SEAT_COORDINATES[gb]
        prefectures.append({
            "id": prefecture_id(gb), "name": name, "native": short_native(row["zh"]), "kind": kind, "parent": iso_of[row["parent"]],
            "aliases": unique(aliases, name), "lat": lat, "lon": lon, "population": "" if gb in BAD_POPULATION else row["seat_pop"],
        })

    # Countries
    taiwan = countries.pop("TW")
    rows = {cells[0]: cells for cells in table(COUNTRIES, 5)}
    if set(rows) != set(countries):
        stop(f"countries not settled: {sorted(set(rows) ^ set(countries))}")
    continents = {"Africa": "region/africa", "Asia": "region/asia", "Europe": "region/europe", "Oceania": "region/oceania"}
    nations, capitals = [], {}
    for code, row in countries.items():
        _, name, aliases, former, demonyms = rows[code]
        parent = TERRITORIES.get(code, "")
        if not parent:
            parent = continents.get(row["region"], "")
            if row["region"] == "Americas":
                parent = "region/south-america" if row["subregion"] == "South America" else "region/north-america"
        capital = CAPITALS.get(code, "")
        if not capital and code not in NO_CAPITAL:
            capital = "gn/" + row["capital_geonameid"]
        if capital.startswith("gn/"):
            capitals[capital[3:]] = code
        official = [row["official"]] if code not in ("GF", "VI", "SH", "SJ", "BQ") else []
        former = parts(former)
        nations.append({
            "id": code, "name": name, "native": row["zh"].translate(SIMPLIFIED), "kind": "territory" if code in TERRITORIES else "continent" if code == "AQ" else "country",
            "aliases": unique([a for a in parts(aliases) + official if a not in former], name), "former": former, "demonyms": people(demonyms), "parent": parent,
            "capital": capital, "geonames": row["geonameid"], "lat": row["lat"], "lon": row["lon"], "population": row["population"] if row["population"] != "0" else "",
        })

    # Cities of the world
    names = {(cc, place): (name, parts(aliases)) for cc, place, name, aliases in table(CITY_NAMES, 4)}
    wanted = dict.fromkeys(capitals)
    for row in cities.values():
        if row["cc"] != "CN" and int(row["population"]) >= 1000000 and row["geonameid"] not in NOT_CITIES:
            wanted[row["geonameid"]] = None
    missing = []
    for entry in NEWS_CITIES.replace("\n", " ").split(";"):
        entry = entry.strip()
        if not entry:
            continue
        cc, place = entry.split(" ", 1)
        first = ""
        if cc == "US":
            place, first = place.rsplit(" ", 1)
        found = [r for r in cities.values() if r["cc"] == cc and r["name"] == place and (not first or r["admin1"] == first)]
        if not found:
            missing.append(entry)
            continue
        wanted[max(found, key=lambda r: int(r["population"]))["geonameid"]] = None
    if missing:
        stop("news cities not in cities15000: " + "; ".join(missing))
    idle = set(names) - {(cities[g]["cc"], cities[g]["name"]) for g in wanted}
    if idle:
        stop(f"names for cities that are not listed: {sorted(idle)}")
    world = []
    for gid in wanted:
        row = cities[gid]
        name, aliases = names.get((row["cc"], row["name"]), (plain(row["name"]), [row["name"]]))
        parent = row["cc"]
        if parent == "US":
            parent = "US-" + row["admin1"]
        world.append({
            "id": "gn/" + gid, "name": name, "native": row["zh"] if is_chinese(row["zh"]) else "", "kind": "district" if row["cc"] == "HK" else "city", "parent": parent,
            "aliases": unique([a.translate(STRAIGHT) for a in aliases], name), "lat": row["lat"], "lon": row["lon"], "population": row["population"] if row["population"] != "0" else "",
        })

    # Regions
    regions = []
    for code, lat, lon, demonyms in table(STATES, 4):
        row = states.pop("US-" + code)
        aliases = {"WA": ["Washington State"], "NY": ["New York State"]}.get(code, [])
        aliases = aliases + [STATE_ABBREVIATIONS[code]] if code in STATE_ABBREVIATIONS else aliases
        regions.append({
            "id": "US-" + code, "name": row["name"], "kind": "district" if code == "DC" else "state", "aliases": aliases, "demonyms": people(demonyms),
            "parent": "US", "geonames": row["geonameid"], "lat": lat, "lon": lon,
        })
    if states:
        stop(f"states not settled: {sorted(states)}")
    for rid, name, kind, native, aliases, demonyms, parent, within, lat, lon in table(REGIONS, 10):
        record = {
            "id": rid, "name": name, "kind": kind, "native": native, "aliases": parts(aliases), "demonyms": people(demonyms),
            "parent": parent, "within": parts(within), "lat": lat, "lon": lon,
        }
        if rid == "TW":
            record.update(geonames=taiwan["geonameid"], population=taiwan["population"], capital="gn/" + taiwan["capital_geonameid"])
        regions.append(record)

    write_toml(out / "cn-places.toml", "cn-places", "China: provinces", GEONAMES + "; GB/T 2260; census of 2020", provinces)
    write_tsv(out / "cn-prefectures.tsv", "cn-prefectures", "China: prefectures", GEONAMES + "; GB/T 2260", prefectures)
    write_toml(out / "countries.toml", "countries", "Countries and territories", GEONAMES + "; world-countries (ODbL 1.0), https://github.com/mledoze/countries", nations)
    write_tsv(out / "world-cities.tsv", "world-cities", "Cities of the world", GEONAMES, world)
    write_toml(out / "regions.toml", "regions", "Regions, waters and states", GEONAMES, regions)


STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʻ": "'"})
SIMPLIFIED = str.maketrans("荷蘭加勒比區馬其頓", "荷兰加勒比区马其顿")


def short_native(text):
    """The Chinese name without the generic word: 湖南省 to 湖南, 湘西土家族苗族自治州 to 湘西, 广西壮族自治区 to 广西."""
    for end in ("土家族苗族自治州", "布依族苗族自治州", "苗族侗族自治州", "藏族羌族自治州", "哈尼族彝族自治州", "壮族苗族自治州", "傣族景颇族自治州",
                "蒙古族藏族自治州", "朝鲜族自治州", "柯尔克孜自治州", "哈萨克自治州", "蒙古自治州", "傈僳族自治州", "藏族自治州", "彝族自治州", "傣族自治州",
                "白族自治州", "回族自治州", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "地区", "省", "市", "盟"):
        if text.endswith(end):
            return text[: -len(end)]
    stop(f"no generic word in {text}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        stop("expects the facts folder and the output folder")
    main(*sys.argv[1:])
