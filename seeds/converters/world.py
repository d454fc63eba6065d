#!/usr/bin/env python3
"""Write the packs of the world's leaders since 1995: heads of state and government, ministers, the United States, world bodies.

Use: world.py FACTS OUT [--only TABLE] [--check | --report | --disagreements | --self-test]
     (for example: world.py facts seeds/knowledge)
     OUT               the folder for world-leaders.toml, world-ministers.toml, united-states.toml, international.toml
     --only TABLE      these offices alone: those of one table (heads-a-k); people keep only their tenures in them
     --check           print every office's chain of holders with gaps, vacancies and overlaps, and counts; write nothing
     --report          print, for every tenure, what each source says of its first and last day; write nothing
     --disagreements   print, a line each, where sources and table differ, tenures without any source, people whom the sources
                       know in an office and no tenure has, and people who may be one or two; write nothing
     --self-test       see that every code in PLACES is in the data; write nothing

Reads   world/*.tsv beside this file, the tables that PACKS names: who held which office, with proposed days (curated by hand)
        FACTS/officials/wikidata_holders.jsonl.gz              Wikidata, to 2022
        FACTS/officials/wikidata_world_leaders_2026.csv        Wikidata, by year, to late 2022 in fact
        FACTS/officials/factbook_heads_history.jsonl           World Factbook, 2015 to January 2026
        FACTS/officials/factbook_executives_1993_2025.json.gz  World Factbook, yearly
        FACTS/officials/reign_heads.csv, archigos_heads.csv.gz REIGN 2021, Archigos 4.1
        FACTS/officials/us_congress_executive_terms.jsonl      congress-legislators
        FACTS/compiled/world_1.tsv, world_1_ministers.tsv      only the pages its rows name
        ../knowledge/*.toml, *.tsv                             names of places and organizations, ids that are taken

Rows of a table, parted by tabs; empty fields at the end may be left out; lines that start with # are comments:
  person   name  aliases(|)  name-order  further keys  wikidata  native
  office   id  title  also(|)  role  jurisdiction  organization  seats  from  to  rank
  tenure   office  person  from  to  acting  evidence  note
  vacancy  office  from  to  why  source
  role     id  titles(|)
- A person without a row is given-first, without aliases. Two people of one name are written "Name#telling word", in every table: the
  name in print is what stands before #, the id has both. One person may stand in several tables, and is one record.
  Further keys: words in small letters, parted by commas, under which a source may spell the name.
- seats: 1 where left out; 0 where it varies. from and to of an office: when it was created and abolished.
- A tenure's days are written to the day, the month or the year. Empty `to`: of one seat, the next holder's first day, else open;
  of several seats, open. Evidence beyond the data files: "from=DAY SOURCE", "to=DAY SOURCE", parted by " ; ", the day (or month, or
  year) as that source gives it, the source an address or a named edition with its item.
- A vacancy explains a gap. Empty `to`: to this day. Several sources are parted by " ; ".

Rules
- A proposed day is never a source. Families of sources: Wikidata, Factbook, Archigos with REIGN (one grew out
  of the other), congress-legislators, Wikipedia with all who copy it, and every host of a stored page or publisher of a file, as named in a table.
- A first day stands to the day when two families give that very day; or, from July 2022 on, where the data
  files have the Factbook alone (Wikidata's end there), when the Factbook gives it and nothing else speaks against it;
  or when the Factbook gives it and Wikidata gives that year and no other day.
- A proposed month or year becomes a day where two families agree on one, and on one only, within it.
- Otherwise the month stands when any source gives that month; else the year (a Wikidata year alone: the year); when no source
  supports the year, the row is written to the month at most, with `checked = false`.
- A last day is the first day of the successor, with its precision. Where there is a gap, it stands to the day when
  two families give it, to the month when one does; else as proposed, to the month.
- A source speaks of a tenure when the country and the kind of office fit, the name fits this holder no worse than any other holder of the
  office near that day, and the day is within 200 days. A surname alone is enough, for some sources have no more; of Wikidata, which has full
  names, a given name alone is not. Of an incumbent whom the Factbook names without a day, the year of the edition counts.
- `roster-since` is the first day of the last chain without an unexplained gap that runs to today, or to the office's end; a holder without
  a source counts, since a finding that rests on that tenure alone is softened by its `checked = false`.
- Wikidata ids come from the matching rows; two different ids for one person are reported, and neither is written, unless a table settles them.
- A person is written into the pack of the first table that names them. Records are sorted by id; the output depends on the input alone.
"""
import csv
import datetime
import gzip
import json
import re
import sys
import tomllib
import unicodedata
from pathlib import Path

COVERS = "1995-01-01"
TODAY, OPEN = "2026-11-25", "9999-12-31"
PACKS = {   # tables, name, reviewed: the last edition of the World Factbook that changed, or the last look at news
    "world-leaders": (("heads-a-k", "heads-l-z", "heirs"), "World: heads of state and government", "2026-01-22"),
    "world-ministers": (("ministers",), "World: foreign, defense and finance ministers of large countries", "2026-01-22"),
    "united-states": (("united-states",), "United States: vice presidents, cabinet, governors, senators", "2026-01-22"),
    "international": (("international",), "Heads of international bodies", "2026-01-22"),
}
TABLES = {table: pack for pack, (tables, _, _) in PACKS.items() for table in tables}
ATTRIBUTION = ("Wikidata (CC0); CIA World Factbook (public domain); REIGN 2021; Archigos 4.1; congress-legislators (CC0); "
               "dates from the pages named per tenure")
ROLES = {"head-president": ["President"], "monarch-king": ["King"], "prime-minister": ["Prime Minister"]}

# country: Wikidata unit, Factbook code, REIGN, Archigos, Wikidata's name in the list by year
PLACES = {line.split("|")[0]: tuple(line.split("|")[1:]) for line in """\
ad||an|AND||Andorra
ae|uae-ministers|ae|UAE|UAE|United Arab Emirates
af|afghanistan|af|AFG|AFG|
ag||ac|AAB||Antigua and Barbuda
al|albania-cabinet|al|ALB|ALB|Albania
am|armenia-ministers|am|ARM|ARM|Armenia
ao|angola|ao|ANG|ANG|Angola
ar|argentina-ministers|ar|ARG|ARG|Argentina
at|austria-cabinet|au|AUS|AUS|Austria
au|australia-cabinet|as|AUL|AUL|Australia
az|azerbaijan-cabinet|aj|AZE|AZE|Azerbaijan
ba|bosnia-herzegovina-ministers|bk|BOS|BOS|Bosnia and Herzegovina
bb|barbados-cabinet|bb|BAR|BAR|Barbados
bd|bangladesh-ministers|bg|BNG|BNG|Bangladesh
be|belgium-cabinet|be|BEL|BEL|Belgium
bf|burkina-faso|uv|BFO|BFO|Burkina Faso
bg|bulgaria-cabinet|bu|BUL|BUL|Bulgaria
bh||ba|BAH|BAH|Bahrain
bi|burundi-ministers|by|BUI|BUI|Burundi
bj|benin-ministers|bn|BEN|BEN|Benin
bn|brunei-ministers|bx|BRU|BRU|Brunei
bo|bolivia-ministers|bl|BOL|BOL|Bolivia
br|brazil-ministers|br|BRA|BRA|Brazil
bs|bahamas-cabinet|bf|BHM|BHM|The Bahamas
bt|bhutan-ministers|bt|BHU|BHU|Bhutan
bw|botswana-ministers|bc|BOT|BOT|Botswana
by|belarus-ministers|bo|BLR|BLR|Belarus
bz|belize-ministers|bh|BLZ|BLZ|Belize
ca|canada-cabinet|ca|CAN|CAN|Canada
cd|congo-kinshasa-ministers|cg|DRC|DRC|Democratic Republic of the Congo
cf|central-african-republic|ct|CEN|CEN|Central African Republic
cg|congo-brazzaville|cf|CON|CON|Republic of the Congo
ch|swiss-federal-council|sz|SWZ|SWZ|Switzerland
ci|ivory-coast|iv|CDI|CDI|Ivory Coast
cl|chile-ministers|ci|CHL|CHL|Chile
cm|cameroon|cm|CAO|CAO|Cameroon
cn|china-ministers|ch|CHN|CHN|People's Republic of China
co||co|COL|COL|Colombia
cr|costa-rica|cs|COS|COS|Costa Rica
cu|cuba|cu|CUB|CUB|Cuba
cv|cabo-verde|cv|CAP|CAP|Cape Verde
cy|cyprus-cabinet|cy|CYP|CYP|Cyprus
cz|czech-ministers|ez|CZR|CZR|Czech Republic
de||gm|GMY|GFR|Germany
dj|djibouti-ministers|dj|DJI|DJI|Djibouti
dk|denmark-cabinet|da|DEN|DEN|Kingdom of Denmark
dm||do|DMA||Dominica
do||dr|DOM|DOM|Dominican Republic
dz||ag|ALG|ALG|Algeria
ec|ecuador-ministers|ec|ECU|ECU|Ecuador
ee|estonia|en|EST|EST|Estonia
eg|egypt-ministers|eg|EGY|EGY|Egypt
er||er|ERI|ERI|Eritrea
es|spain-ministers|sp|SPN|SPN|Spain
et|ethiopia-ministers|et|ETH|ETH|Ethiopia
eu||ee|||
fi|finland-cabinet|fi|FIN|FIN|Finland
fj|fiji-ministers|fj|FIJ|FJI|Fiji
fm|micronesia-ministers|fm|FSM||Federated States of Micronesia
fr|france-cabinet|fr|FRN|FRN|France
ga|gabon-ministers|gb|GAB|GAB|Gabon
gb|united-kingdom-cabinet|uk|UKG|UKG|United Kingdom
gd||gj|GRN||Grenada
ge|georgia-ministers|gg|GRG|GRG|Georgia
gh|ghana-ministers|gh|GHA|GHA|Ghana
gm|gambia-ministers|ga|GAM|GAM|The Gambia
gn|guinea|gv|GUI|GUI|Guinea
gq|equatorial-guinea|ek|EQG|EQG|Equatorial Guinea
gr|greece-cabinet|gr|GRC|GRC|Greece
gt|guatemala-ministers|gt|GUA|GUA|Guatemala
gw|guinea-bissau|pu|GNB|GNB|Guinea-Bissau
gy||gy|GUY|GUY|Guyana
hk|hong-kong|hk|||
hn|honduras-ministers|ho|HON|HON|Honduras
hr|croatia-ministers|hr|CRO|CRO|Croatia
ht|haiti|ha|HAI|HAI|Haiti
hu|hungary-cabinet|hu|HUN|HUN|Hungary
id|indonesia-ministers|id|INS|INS|Indonesia
ie|ireland-ministers|ei|IRE|IRE|Republic of Ireland
il|israel-ministers|is|ISR|ISR|Israel
in|india-ministers|in|IND|IND|India
iq|iraq-ministers|iz|IRQ|IRQ|Iraq
ir|iran-ministers|ir|IRN|IRN|Iran
is|iceland-cabinet|ic|ICE|ICE|Iceland
it|italy-ministers|it|ITA|ITA|Italy
jm|jamaica-ministers|jm|JAM|JAM|Jamaica
jo|jordan-ministers|jo|JOR|JOR|Jordan
jp|japan-ministers|ja|JPN|JPN|Japan
ke|kenya|ke|KEN|KEN|Kenya
kg|kyrgyzstan-ministers|kg|KYR|KYR|Kyrgyzstan
kh|cambodia|cb|CAM|CAM|Cambodia
ki||kr|KIR||Kiribati
km|comoros|cn|COM|COM|Comoros
kn|st-kitts-and-nevis-cabinet|sc|SKN||Saint Kitts and Nevis
kp|north-korea|kn|PRK|PRK|North Korea
kr|south-korea-ministers|ks|ROK|ROK|South Korea
kw|kuwait-ministers|ku|KUW|KUW|Kuwait
kz|kazakhstan-cabinet|kz|KZK|KZK|Kazakhstan
la|laos|la|LAO|LAO|Laos
lb|lebanon|le|LEB|LEB|Lebanon
lc|st-lucia-cabinet|st|SLU||Saint Lucia
li|liechtenstein-ministers|ls|LIE||Liechtenstein
lk|sri-lanka-cabinet|ce|SRI|SRI|Sri Lanka
lr|liberia-ministers|li|LBR|LBR|Liberia
ls|lesotho-ministers|lt|LES|LES|Lesotho
lt|lithuania|lh|LIT|LIT|Lithuania
lu|luxembourg-cabinet|lu|LUX|LUX|Luxembourg
lv|latvia-cabinet|lg|LAT|LAT|Latvia
ly|libya|ly|LIB|LIB|Libya
ma|morocco-ministers|mo|MOR|MOR|Morocco
mc||mn|MNC||Monaco
md|moldova-ministers|md|MLD|MLD|Moldova
me|montenegro-cabinet|mj|MNG||Montenegro
mg|madagascar-ministers|ma|MAG|MAG|Madagascar
mh|marshall-islands-ministers|rm|MSI||Marshall Islands
mk|north-macedonia-ministers|mk|MAC|MAC|North Macedonia
ml|mali|ml|MLI|MLI|Mali
mm|myanmar-ministers|bm|MYA|MYA|Myanmar
mn|mongolia-ministers|mg|MON|MON|Mongolia
mo||mc|||
mr|mauritania|mr|MAA|MAA|Mauritania
mt|malta-ministers|mt|MLT|MLT|Malta
mu|mauritius-ministers|mp|MAS|MAS|Mauritius
mv|maldives-ministers|mv|MAD|MAD|Maldives
mw|malawi-ministers|mi|MAW|MAW|Malawi
mx|mexico-ministers|mx|MEX|MEX|Mexico
my|malaysia-ministers|my|MAL|MAL|Malaysia
mz|mozambique|mz|MZM|MZM|Mozambique
na||wa|NAM|NAM|Namibia
ne|niger-ministers|ng|NIR|NIR|Niger
ng|nigeria|ni|NIG|NIG|Nigeria
ni||nu|NIC|NIC|Nicaragua
nl|netherlands-cabinet|nl|NTH|NTH|Kingdom of the Netherlands
no|norway-cabinet|no|NOR|NOR|Norway
np|nepal-ministers|np|NEP|NEP|Nepal
nr||nr|NAU||Nauru
nz|new-zealand-cabinet|nz|NEW|NEW|New Zealand
om||mu|OMA|OMA|Oman
pa|panama-ministers|pm|PAN|PAN|Panama
pe||pe|PER|PER|Peru
pg|papua-new-guinea|pp|PNG|PNG|Papua New Guinea
ph|philippines-ministers|rp|PHI|PHI|Philippines
pk|pakistan-ministers|pk|PAK|PAK|Pakistan
pl|poland-cabinet|pl|POL|POL|Poland
ps|palestine||||State of Palestine
pt|portugal-cabinet|po|POR|POR|Portugal
pw||ps|PAL||Palau
py|paraguay-ministers|pa|PAR|PAR|Paraguay
qa|qatar-ministers|qa|QAT|QAT|Qatar
ro|romania-cabinet|ro|ROM|RUM|Romania
rs|serbia-ministers|ri|YUG|SER|Serbia
ru|russia-cabinet|rs|RUS|RUS|Russia
rw|rwanda-ministers|rw|RWA|RWA|Rwanda
sa|saudi-ministers|sa|SAU|SAU|Saudi Arabia
sb|solomons-ministers|bp|SOL|SOL|Solomon Islands
sc|seychelles-ministers|se|SEY||Seychelles
sd|sudan|su|SUD|SUD|Sudan
se|sweden-cabinet|sw|SWD|SWD|Sweden
sg|singapore-ministers|sn|SIN|SIN|Singapore
si|slovenia-cabinet|si|SLV|SLV|Slovenia
sk|slovakia-cabinet|lo|SLO|SLO|Slovakia
sl|sierra-leone|sl|SIE|SIE|Sierra Leone
sm|san-marino-ministers|sm|SNM||San Marino
sn|senegal-ministers|sg|SEN|SEN|Senegal
so|somalia-cabinet|so|SOM|SOM|Somalia
sr|suriname|ns|SUR|SUR|Suriname
ss|south-sudan|od|SSD|SSD|South Sudan
st|sao-tome-and-principe|tp|STP||São Tomé and Príncipe
sv|el-salvador-ministers|es|SAL|SAL|El Salvador
sy|syria|sy|SYR|SYR|Syria
sz|eswatini|wz|SWA|SWA|Eswatini
td|chad-ministers|cd|CHA|CHA|Chad
tg|togo|to|TOG|TOG|Togo
th||th|THI|THI|Thailand
tj|tajikistan-ministers|ti|TAJ|TAJ|Tajikistan
tl|timor-leste-ministers|tt|ETM|ETM|East Timor
tm|turkmenistan|tx|TKM|TKM|Turkmenistan
tn|tunisia-ministers|ts|TUN|TUN|Tunisia
to|tonga-ministers|tn|TON||Tonga
tr|turkey-ministers|tu|TUR|TUR|Turkey
tt|trinidad-and-tobago-cabinet|td|TRI|TRI|Trinidad and Tobago
tv|tuvalu-ministers|tv|TUV||Tuvalu
tw|taiwan|tw||TAW|Taiwan
tz|tanzania-ministers|tz|TAZ|TAZ|Tanzania
ua|ukraine-cabinet|up|UKR|UKR|Ukraine
ug|uganda-ministers|ug|UGA|UGA|Uganda
us|us-cabinet|us|USA|USA|United States of America
uy|uruguay-ministers|uy|URU|URU|Uruguay
uz|uzbekistan-ministers|uz|UZB|UZB|Uzbekistan
va||vt|||Vatican City
vc|st-vincent-and-the-grenadines|vc|SVG||Saint Vincent and the Grenadines
ve|venezuela|ve|VEN|VEN|Venezuela
vn|vietnam|vm|DRV|DRV|Vietnam
vu|vanuatu-cabinet|nh|VAN||Vanuatu
ws|samoa-ministers|ws|WSM||Samoa
xk|kosovo-cabinet|kv|KOS|KOS|Kosovo
ye|yemen|ym|YAR|YEM|Yemen
yu||ri|YUG|YUG|
za|south-africa-cabinet|sf|SAF|SAF|South Africa
zm|zambia-ministers|za|ZAM|ZAM|Zambia
zw|zimbabwe|zi|ZIM|ZIM|Zimbabwe
""".splitlines()}
FACTBOOK_NAMED = {"Kosovo": "XK", "European Union": "EU"}     # the yearly editions have no code for them
FACTBOOK_OTHER = {"CS": "RS"}                                 # Yugoslavia, Serbia and Montenegro

MONARCH = r"(?i)monarch|\bking\b|\bqueen\b|\b[ea]mir\b|\bsultan|grand duke|^prince|emperor|agong|o le ao"
POSITION = {    # how Wikidata's positions name a kind of office; a title itself fits always
    "president": r"^(Interim |Acting )?President$|^President of (Montenegro|the (French|Swiss|Russian|Italian|Federal R)|Germany|Ireland|Palestinian National Authority)|^Head of State|^Federal President|^President of the (Republic|Confederation)",
    "head-of-government": r"^((Acting )?Prime Minister( of Montenegro)?|Premier|Head of Government|Minister of State|Chief Executive( Officer)?)$|^Chairman of the (Cabinet|Council) of Ministers",
    "prime-minister": r"^((Interim |Acting )?Prime Minister( of (Montenegro|the Palestinian National Authority))?|Premier|Chairman of the (Cabinet|Council) of Ministers.*|President of the Government|Head of Government|Taoiseach)$",
    "premier": r"^Premier", "chancellor": r"^(Federal )?Chancellor$", "chief-adviser": r"Chief Advis", "vice-president": r"^(First )?Vice.President$",
    "secretary-of-state": r"^Secretary of State$", "foreign-secretary": r"^Secretary of State for Foreign|^Secretary of Foreign",
    "foreign-minister": r"^(Federal )?(Minister|Secretary) (of|for) ([A-Z]\w+ and )?(Foreign(?! Trade| Invest| Econ)|External|International Relations)", "supreme-leader": r"Leader",
    "defense-minister": r"^(Federal )?(Minister|Secretary) (of|for) (the )?(National )?Defense( and .*)?$|^Director.* Defense Agency",
    "defense-secretary": r"^Secretary of (State for |National )?Defense$",
    "finance-minister": r"^(Federal )?(Minister|Secretary) (of|for) (the )?(Finances?|Treasury|Economy($| and| \(|, Finance)|Economy,? Finance|Economic Affairs and Finance)",
    "treasurer": r"^Treasurer$", "chancellor-of-the-exchequer": r"^Chancellor of the Exchequer", "treasury-secretary": r"^Secretary of the Treasury",
    "governor-general": r"^Governor.General", "chief-executive": r"^Chief Executive",
    "assembly-presidium-president": r"Presidium of the Supreme", "party-general-secretary": r"General Secretary",
    "state-counsellor": r"Counsell?or", "scaf-chairman": r"Supreme Council|Head of State|Chairman",
    "crown-prince": r"Crown Prince", **{kind: MONARCH for kind in "king queen monarch emir sultan emperor grand-duke prince".split()},
}
POSITION["defense-secretary"] += "|" + POSITION["defense-minister"]
YEARLY = {      # what the office is called in Wikidata's list by year
    "president": r"(?i)^president", "prime-minister": r"(?i)^prime minister|government|taoiseach|chair\w* of the council", "premier": r"^Premier",
    "chancellor": r"Chancellor", "supreme-leader": r"Supreme", "governor-general": r"(?i)governor", "pope": r"pope",
    "head-of-government": r"(?i)prime minister|head of gov|minister of state|president of",
    **{kind: MONARCH for kind in "king queen monarch emir sultan emperor grand-duke prince".split()},
}
FACTBOOK_TITLE = {
    "president": r"(?<!Vice )(?<!Assembly )\bPresident|Head of State|Chairman",
    "prime-minister": r"(?<!Deputy )(?<!Vice )\b(Prime Minister|Premier|President of the Government|Taoiseach|Chairman of the (Cabinet|Council)|Head of Gov)",
    "vice-president": r"Vice President", "chancellor": r"Chancellor", "premier": r"Premier|President of the Executive Yuan",
    "governor-general": r"Governor", "supreme-leader": r"Leader|KIM Jong", "chief-adviser": r"Adviser|Advisor|Interim Prime Minister",
    "crown-prince": r"Crown Prince", "state-counsellor": r"Counsel", "assembly-presidium-president": r"Assembly President|Presidium",
    "scaf-chairman": r"Chairman|Marshal", "pope": r"Pope",
    "head-of-government": r"(?<!Deputy )(?<!Vice )\b(Prime Min|Premier|President|Chancellor|Head of Gov|Chair|Minister of State|Chief|King|Sultan|Adviser)",
    **{kind: r"King|Queen|Monarch|A(mir|meer)|Emir|Sultan|Emperor|Grand Duke|Prince(?!ss)|Ao o le" for kind in "king queen monarch emir sultan emperor grand-duke prince".split()},
}
TITLED = r"President|Minister|Chancellor|Premier|King|Queen|Emperor|A[mn]ir|Governor|Leader|Advis|Chair|Prince|Speaker|Judge|Commander"
NOT_IN_FACTBOOK = re.compile(r"^(foreign|defense|finance|economy|treasury|interior|home)-|(?<!general-)secretary|treasurer|exchequer|governor$|senator|attorney|director")
NOT_LEADERS = {"vice-president", "first-vice-president", "governor-general", "crown-prince", "state-counsellor",
               "assembly-presidium-president"}     # of whom Archigos and REIGN do not speak
KIND_OF_ROLE = {"foreign-minister": "foreign-minister", "defense-minister": "defense-minister", "finance-minister": "finance-minister",
                "prime-minister": "prime-minister", "head-president": "president", "monarch-king": "king"}
PARTICLES = set("""the and bin ibn bint ben ould von van der den del dos das abd abdul abdel sir sheikh first second prince king queen emperor
    saud thani nahyan maktoum sabah khalifa""".split())      # ruling houses among them: they tell no one from his predecessor
COMMON = set("""muhammad mohammed mohammad mohamed ahmed ahmad hassan hussein jose juan kim lee park choi chung nguyen ali
    abdulaziz aziz jean marc pierre david boris alexander viktor mario pedro francisco luis carlos peter andrei karel john james william""".split())
MONTHS = {m: i + 1 for i, m in enumerate("january february march april may june july august september october november december".split())}
MONTH_NAMES = [m.capitalize() for m in MONTHS]
MONTHS.update({m[:3]: n for m, n in list(MONTHS.items())})
MONTHS["sept"] = 9
WIKIPEDIA = re.compile(r"(?i)wiki|kiddle|kidzsearch|explained\.today|liquisearch|fact-index|popflock|cryer\.org\.uk|nina\.az|infosekolah|worldebooklibrary"
                       r"|howlingpixel|sagapedia|grokipedia|alchetron|encyclo|academic\.ru|stringtranslate|worldwizzy|piglix|file-hippo|ipfs\.io|peoplepill")      # Wikipedia and copies of it
NOTICED = re.compile(r"\b(?:(\d{1,2})\s*)?([A-Z][a-z]{2,8})\.?\s+(\d{4})\b")
NOTICED_YEAR = re.compile(r"since (?:NA )?(\d{4})\b")
NAMED = re.compile(r"(?:chief of state|head of government):\s*([^;:()]*[A-Z]{3,}[^;:()]*?)\s*(?:;|cabinet\b|head of government|note\b|$)")


# Names and days

def plain(text):
    text = text.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O").replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def words(text):
    return set(re.findall(r"[a-z]{2,}", plain(text).lower().replace("'", "").replace("’", "")))


def kebab(text):
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower().replace("'", "").replace("’", "")).strip("-")


def earliest(text):
    """The first day that a day, month or year can mean."""
    return datetime.date.fromisoformat((text + "-01-01")[:10])


def latest(text):
    """The last day that a day, month or year can mean."""
    if len(text) == 10:
        return datetime.date.fromisoformat(text)
    if len(text) == 4:
        return datetime.date(int(text), 12, 31)
    after = datetime.date(int(text[:4]) + int(text[5:]) // 12, int(text[5:]) % 12 + 1, 1)
    return after - datetime.timedelta(1)


def near(text, wanted):
    """Whether a day, month or year is near a wanted one."""
    if not text or not wanted or abs(int(text[:4]) - int(wanted[:4])) > 1:
        return False
    if len(text) == 4 or len(wanted) == 4:
        return text[:4] == wanted[:4]
    return abs((earliest(text[:7] + "-15" if len(text) == 7 else text) - earliest(wanted + "-15" if len(wanted) == 7 else wanted)).days) <= 200


def family(source):
    """The family of a source: a collection, Wikipedia with its copies, the host of a page, the publisher of an edition."""
    if "wikidata" in source.lower():
        return "wikidata"
    if WIKIPEDIA.search(source):
        return "wikipedia"
    if source.startswith("http"):
        return source.split("/")[2].removeprefix("www.")
    for start, name in (("World Factbook", "factbook"), ("CIA World", "factbook"), ("REIGN", "archigos"), ("Archigos", "archigos"), ("congress", "congress")):
        if source.startswith(start):
            return name
    return re.split(r"[,(]", source)[0].strip()


# Sources

class Sources:
    """The collections, by place."""

    def __init__(self, facts):
        officials = facts / "officials"
        self.everywhere = {}
        self.read_wikidata(officials)
        self.read_factbook(officials)
        self.read_leaders(officials)
        with open(officials / "us_congress_executive_terms.jsonl", encoding="utf-8") as f:
            self.congress = [json.loads(line) for line in f]
        self.read_pages(facts / "compiled")

    def read_wikidata(self, officials):
        self.wikidata, self.yearly = {}, {}
        with gzip.open(officials / "wikidata_holders.jsonl.gz", "rt", encoding="utf-8") as f:
            for line in f:
                r = json.loads(line)
                r["position"] = r["position"].replace("Defence", "Defense")
                self.wikidata.setdefault(r["unit"], []).append(r)
                for name in {r["person"], r["enwiki"] or r["person"]}:
                    self.everywhere.setdefault(kebab(name), set()).add(r["qid"])
        with open(officials / "wikidata_world_leaders_2026.csv", encoding="utf-8", newline="") as f:
            for r in csv.DictReader(f):
                self.yearly.setdefault(r["country"], []).append(r)
                self.everywhere.setdefault(kebab(r["officeholderLabel"]), set()).add(r["officeholder"])

    def read_factbook(self, officials):
        said = {}
        with open(officials / "factbook_heads_history.jsonl", encoding="utf-8") as f:
            for line in f:
                r = json.loads(line)
                said.setdefault(r["code"], {}).update(dict.fromkeys(statements(r["text"])))     # in order, each once
        with gzip.open(officials / "factbook_executives_1993_2025.json.gz", "rt", encoding="utf-8") as f:
            for year, code, name, _, text in json.load(f):
                code = FACTBOOK_OTHER.get(code, code) or FACTBOOK_NAMED.get(name, "")
                if name not in ("Guernsey", "Jersey") and "Man" not in name.split(",")[0].split() and code.lower() in PLACES:
                    said.setdefault(PLACES[code.lower()][1], {}).update(dict.fromkeys(statements(text, str(year))))
        self.factbook = {code: list(lines) for code, lines in said.items()}

    def read_leaders(self, officials):
        self.reign, self.archigos = {}, {}
        with open(officials / "reign_heads.csv", encoding="utf-8", newline="") as f:
            for r in csv.DictReader(f):
                start = f"{int(r['syear']):04d}-{int(r['smonth']):02d}-{int(r['sdate']):02d}"
                end = f"{int(r['eyear']):04d}-{int(r['emonth']):02d}" if r["eyear"] else ""
                self.reign.setdefault(r["stateabb"], []).append((r["leader"], start, end))
        with gzip.open(officials / "archigos_heads.csv.gz", "rt", encoding="utf-8", newline="") as f:
            for r in csv.DictReader(f):
                self.archigos.setdefault(r["idacr"], []).append((r["leader"], r["startdate"], "" if r["enddate"] == "2015-12-31" else r["enddate"]))

    def read_pages(self, compiled):
        self.pages = {}
        for name in ("world_1.tsv", "world_1_ministers.tsv"):
            with open(compiled / name, encoding="utf-8", newline="") as f:
                for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                    for s in r["source"].split(";"):
                        if s.strip().startswith("http"):
                            key = (r["office"].split("/")[0].lower(), r["person"].split("|")[0])
                            self.pages.setdefault(key, []).append((r["from"], r["to"], s.strip().split()[0]))


def statements(text, edition=""):
    """What one line of the Factbook says: (the name with its title, day, source); of an incumbent without a day, the year of the edition."""
    if edition:
        for m in NAMED.finditer(text):
            yield m.group(1), edition, f"World Factbook {edition}"
    text = re.sub(r"\b(chief of state|head of government|cabinet|elections?|election/appointment process|election results?|note)\s*[:-]", ";", text)
    for m in re.finditer(r"\(([^()]*)\)", text):
        dates = [d for d in NOTICED.finditer(m.group(1)) if d.group(2).lower() in MONTHS]
        years = NOTICED_YEAR.findall(m.group(1))
        if not dates and not years or "born" in m.group(1):
            continue
        before = re.split(r"[;:]|\([^()]*\d{4}[^()]*\)", text[:m.start()])[-1]
        for year in years:
            yield before[-110:], year, "World Factbook"
        for d in dates:
            when = f"{d.group(3)}-{MONTHS[d.group(2).lower()]:02d}"
            if d.group(1) and 1 <= int(d.group(1)) <= latest(when).day:
                when += f"-{int(d.group(1)):02d}"
            yield before[-110:], when, "World Factbook"


class Statement:
    """What a source says of someone's term in an office."""

    def __init__(self, family, label, name, start, end, telling=True):
        self.family, self.label, self.name, self.days, self.telling = family, label, name, (start or "", end or ""), telling
        self.words = words(name)


def kind_of(office):
    kind = office["id"].rsplit("/", 1)[1]
    return kind if kind in POSITION or kind in FACTBOOK_TITLE else KIND_OF_ROLE.get(office["role"], kind)


def country_of(office):
    """The country or state that an office is of: by its jurisdiction, or of former countries by its id."""
    by_id = not office["jurisdiction"] or office["jurisdiction"].startswith("region/")
    return (office["id"].split("/", 1)[0] if by_id else office["jurisdiction"]).lower()


def positions(office, names):
    """How Wikidata's positions may name an office."""
    titles = [t.replace("Defence", "Defense") for t in [office["title"]] + office["also"]]
    country = country_of(office)
    exact = "|".join(re.escape(t) for t in titles)
    if office["organization"] and not office["jurisdiction"]:
        return rf"(?i)^({exact}) of (the )?{re.escape(names.get(office['organization'], '-'))}"
    if country not in PLACES:
        return rf"^({exact}) of (the )?{re.escape(names.get(office['jurisdiction'], '-'))}$"
    pattern = POSITION.get(kind_of(office), "")
    return (pattern + "|" if pattern else "") + rf"^({exact})$"


def testimony(src, office, names):
    """All that the sources say of the holders of an office."""
    kind, country = kind_of(office), country_of(office)
    if office["organization"] and not office["jurisdiction"]:
        return wikidata_says(src, "world", positions(office, names))
    if country not in PLACES:
        state_of = country.split("-")[0]
        return wikidata_says(src, PLACES.get(state_of, [""])[0], positions(office, names)) + congress_says(src, kind, country)
    unit, code, reign, archigos, by_year = PLACES[country]
    said = wikidata_says(src, unit, positions(office, names))
    if kind in YEARLY:
        said += [Statement("wikidata", "Wikidata " + r["officeholder"], r["officeholderLabel"], r["start_year"], r["end_year"])
                 for r in src.yearly.get(by_year, []) if re.search(YEARLY[kind], r["positionLabel"])]
    if kind in FACTBOOK_TITLE or not NOT_IN_FACTBOOK.search(kind):
        said += factbook_says(src, code, kind, office)
        if kind not in NOT_LEADERS:
            for label, rows in (("Archigos 4.1", src.archigos.get(archigos, [])), ("REIGN 2021", src.reign.get(reign, []))):
                said += [Statement("archigos", label, name, start, end) for name, start, end in rows]
    return said + congress_says(src, kind, country)


def wikidata_says(src, unit, pattern):
    pattern = re.compile(pattern)
    return [Statement("wikidata", "Wikidata " + r["qid"], r["person"] if r["enwiki"] in (r["person"], "", None) else f"{r['person']} ({r['enwiki']})",
                      r["start"], r["end"]) for r in src.wikidata.get(unit, []) if pattern.search(r["position"])]


def factbook_says(src, code, kind, office):
    title = FACTBOOK_TITLE.get(kind) or "|".join(re.findall(r"[A-Z]\w{3,}", " ".join([office["title"]] + office["also"])))
    said = []
    for name, when, label in src.factbook.get(code, []):
        deputy = kind == "prime-minister" and re.search(r"Deputy Prime", name) and not re.search(r"(?<!Deputy )Prime Min", name)
        if not deputy and (re.search(title, name) or not re.search(TITLED, name)):
            said.append(Statement("factbook", label, name, when, "", False))
    return said


def congress_says(src, kind, country):
    wanted = {"us": {"president": "prez", "vice-president": "viceprez"}.get(kind)}.get(country, "sen" if kind == "senator" else None)
    return [Statement("congress", "congress-legislators", r["person"], r["start"], r["end"]) for r in src.congress
            if country[:2] == "us" and r["type"] == wanted and (country == "us" or r["state"].lower() == country[3:])]


def fit(person, said):
    """How well a name fits a person: a telling word counts two, another one, a common name half less."""
    score = 0
    for word in person["words"] & said.words:
        if word in person["telling"]:
            score += 1.5 if word in COMMON and word not in person["more"] else 2
        elif word not in PARTICLES:
            score += 0.5 if word in COMMON else 1
    return score


def attribute(said, chain, people):
    """Which people of a chain each statement may speak of: those whom the name fits best, those in office near its days before all others."""
    found = {}
    terms = [(t["person"], t["from"], t["to"] or (chain[i + 1]["from"] if i + 1 < len(chain) else "")) for i, t in enumerate(chain)]
    for s in said:
        scores = {p["key"]: score for p in people if (score := fit(p, s)) >= (2 if s.family == "wikidata" else 1)}
        around = {person for person, start, end in terms if near(s.days[0], start) or near(s.days[1], end)}
        close = {k: score for k, score in scores.items() if k in around} or scores
        s.fits = [k for k, score in close.items() if score == max(close.values())]
        for key in s.fits:
            found.setdefault(key, []).append(s)
    return found


def evidence(spoken, wanted, side):
    """[(family, label, day)] of the statements that speak of the first (0) or last (1) day of a tenure."""
    return sorted({(s.family, s.label, s.days[side]) for s in spoken if near(s.days[side], wanted)})


def settle(proposed, found, alone, others=()):
    """The day, month or year that stands, the sources that bear it out, and whether one of them bears it out at all.

    others: days that belong to other tenures of this person in the office, and speak against nothing.
    """
    if len(proposed) < 10:
        families = {}
        for name, _, when in found:
            if len(when) == 10 and when.startswith(proposed):
                families.setdefault(when, set()).add(name)
        agreed = [when for when, names in families.items() if len(names) >= 2]
        if len(agreed) == 1:
            proposed = agreed[0]
    if len(proposed) == 10:
        exact = [e for e in found if e[2] == proposed]
        families = {e[0] for e in exact}
        against = [e for e in found if len(e[2]) == 10 and e[2] != proposed and e[2] not in others and e[0] != "factbook"]
        year_alone = [e for e in found if e[0] == "wikidata" and e[2] == proposed[:4]]
        if len(families) >= 2 or (alone and "factbook" in families and not against):
            return proposed, exact, True
        if "factbook" in families and year_alone and not against:
            return proposed, exact + year_alone, True
    for length in (7, 4):
        borne = [e for e in found if e[2][:length] == proposed[:length] and len(e[2]) >= min(length, len(proposed))]
        if borne and len(proposed) >= length:
            return proposed[:length], borne, True
    return proposed[:7], [], False


# Tables

def load(only):
    """People, offices, tenures, vacancies and roles of all tables, or of one."""
    kept = {"persons": {}, "offices": {}, "tenures": [], "vacancies": [], "roles": {}}
    if only and only not in TABLES:
        sys.exit(f"no table {only}: {', '.join(TABLES)}")
    folder = Path(__file__).with_name("world")
    for table in TABLES:
        if only in (None, table):
            read_table(folder / f"{table}.tsv", table, kept)
    offices, persons = kept["offices"], kept["persons"]
    for t in kept["tenures"] + kept["vacancies"]:
        if t["office"] not in offices:
            sys.exit(f"{t['where']}: no office {t['office']}")
    for t in kept["tenures"]:
        persons.setdefault(t["person"], new_person(t["person"], t["table"]))
    held = {t["person"] for t in kept["tenures"]}
    kept["persons"] = {k: finish(p) for k, p in persons.items() if k in held}
    return kept


def new_person(key, table):
    return {"key": key, "name": key.split("#")[0], "id": kebab(key), "table": table, "aliases": [], "order": "given-first", "more": set(),
            "qid": "", "native": ""}


def finish(person):
    """The words by which sources may name a person, and the telling ones: the surname, or all of a name that begins with it, or own and father's name."""
    names = [person["name"]] + person["aliases"]
    person["words"] = {w for n in names for w in words(n) if len(w) > 2} | person["more"]
    person["telling"] = set(person["more"])
    for name in names:
        parts = [p for p in name.split() if words(p) - PARTICLES] or name.split()
        if person["order"] == "family-first":
            person["telling"] |= words(name)
        elif " bin " in name:
            person["telling"] |= words(" ".join(name.replace(" bin ", " ").split()[:2]))
        else:
            person["telling"] |= words(parts[-1])
    person["tenures"], person["qids"] = [], {person["qid"]} if person["qid"] else set()
    return person


def checked_day(where, day):
    if day and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day):
        sys.exit(f"{where}: {day!r} is no day, month or year")
    if day:
        earliest(day)
    return day


def read_table(path, table, kept):
    """Add the rows of a table."""
    with open(path, encoding="utf-8") as f:
        for n, line in enumerate(f, 1):
            if line.startswith("#") or not line.strip():
                continue
            where = f"{path.name}:{n}"
            c = [x.strip() for x in line.rstrip("\n").split("\t")] + [""] * 10
            if c[0] == "person":
                add_person(c, table, kept["persons"])
            elif c[0] == "role":
                kept["roles"].setdefault(c[1], (table, [x for x in c[2].split("|") if x]))
            elif c[0] == "office":
                if c[1] in kept["offices"]:
                    sys.exit(f"{where}: office {c[1]} is there already")
                kept["offices"][c[1]] = {"id": c[1], "title": c[2], "also": [a for a in c[3].split("|") if a], "role": c[4], "jurisdiction": c[5],
                                         "organization": c[6], "seats": int(c[7] or 1), "from": checked_day(where, c[8]),
                                         "to": checked_day(where, c[9]), "rank": c[10], "table": table, "vacancies": []}
            elif c[0] == "tenure":
                kept["tenures"].append({"office": c[1], "person": c[2], "from": checked_day(where, c[3]), "to": checked_day(where, c[4]),
                                        "acting": c[5] == "acting", "evidence": evidence_of_table(where, c[6]), "note": c[7], "where": where, "table": table})
                if not c[2] or not c[3] or c[5] not in ("", "acting"):
                    sys.exit(f"{where}: a tenure wants a person, a first day, and 'acting' or nothing")
            elif c[0] == "vacancy":
                kept["vacancies"].append({"office": c[1], "from": checked_day(where, c[2]), "to": checked_day(where, c[3]), "why": c[4],
                                          "source": [s for s in c[5].split(" ; ") if s], "where": where})
            else:
                sys.exit(f"{where}: unknown kind {c[0]!r}")


def add_person(c, table, persons):
    p = persons.setdefault(c[1], new_person(c[1], table))
    p["aliases"] += [a for a in c[2].split("|") if a and a not in p["aliases"] and a != p["name"]]
    if c[3]:
        p["order"] = c[3]
    p["more"] |= {k for k in c[4].split(",") if k}
    p["qid"], p["native"] = p["qid"] or c[5], p["native"] or c[6]


def evidence_of_table(where, text):
    """({family, label, day} of the first day, those of the last) that a row names."""
    sides = ([], [])
    for item in filter(None, (x.strip() for x in text.split(" ; "))):
        m = re.fullmatch(r"(from|to)=(\d{4}(?:-\d\d(?:-\d\d)?)?) (.+)", item)
        if not m:
            sys.exit(f"{where}: evidence {item!r} is not from=DAY SOURCE or to=DAY SOURCE")
        sides[m.group(1) == "to"].append((family(m.group(3)), m.group(3), m.group(2)))
    return sides


# From proposed days to records

def names_of_places(knowledge):
    """Names of places and organizations by id, and the ids of people, offices and roles with their files."""
    names, taken = {}, {"person": {}, "office": {}, "role": {}}
    for path in sorted(knowledge.glob("*.toml")):
        pack = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind in ("place", "organization"):
            names.update({r["id"]: r["name"] for r in pack.get(kind, [])})
        if path.stem not in PACKS:
            for kind, ids in taken.items():
                ids.update({r["id"]: path.name for r in pack.get(kind, [])})
    for path in sorted(knowledge.glob("*.tsv")):
        with open(path, encoding="utf-8", newline="") as f:
            lines = [line for line in f if not line.startswith("#")]
        names.update({r["id"]: r["name"] for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)})
    return names, taken


def work(facts, only):
    src = Sources(facts)
    kept = load(only)
    kept["names"], kept["taken"] = names_of_places(Path(__file__).parent.parent / "knowledge")
    persons, offices = kept["persons"], kept["offices"]
    kept["chains"] = chains = {o: sorted((t for t in kept["tenures"] if t["office"] == o), key=lambda t: t["from"]) for o in offices}
    for v in kept["vacancies"]:
        offices[v["office"]]["vacancies"].append(v)
    kept["unknown"] = []
    for id, chain in chains.items():
        office = offices[id]
        said = testimony(src, office, kept["names"])
        people = list({t["person"]: persons[t["person"]] for t in chain}.values())
        spoken = attribute(said, chain, people)
        settle_chain(src, office, chain, persons, spoken)
        kept["unknown"] += [(office, s) for s in said if not s.fits and s.telling]
    for p in persons.values():
        find_wikidata(p, src)
    for id, office in offices.items():
        office["gaps"], office["since"] = coverage(office, chains[id])
    return kept


def settle_chain(src, office, chain, persons, spoken):
    """Settle the days of an office's holders."""
    for i, t in enumerate(chain):
        t["next"] = chain[i + 1] if i + 1 < len(chain) and office["seats"] == 1 else None
        person = persons[t["person"]]
        t["others"] = {u[side] for u in chain if u is not t and u["person"] == t["person"] for side in ("from", "to")}
        spoken_here = spoken.get(t["person"], []) + [Statement(family(url), url, "", start, end)
                                                     for start, end, url in src.pages.get((country_of(office), person["name"]), [])]
        t["found"] = evidence(spoken_here, t["from"], 0) + t["evidence"][0]
        t["start"], t["sources"], t["checked"] = settle(t["from"], t["found"], t["from"] >= "2022-07-01", t["others"])
        t["found_to"] = evidence(spoken_here, t["to"], 1) + t["evidence"][1] if t["to"] else []
        person["qids"] |= {e[1].split()[1] for e in t["found"] if e[0] == "wikidata" and re.fullmatch(r"Wikidata Q\d+", e[1])}
        person["tenures"].append(t)
    for t in chain:
        t["end"] = ""
        if t["to"]:
            t["end"], borne, _ = settle(t["to"], t["found_to"], False)
            same = [u for u in chain if u["from"] == t["to"]]
            if same and len(t["end"]) <= len(same[0]["start"]):
                t["end"] = same[0]["start"]
            elif not same:
                t["sources"] = t["sources"] + [e for e in borne if e[1].startswith("http")]
        elif t["next"]:
            t["end"] = t["next"]["start"]


def find_wikidata(person, src):
    if person["qid"]:
        person["qids"] = {person["qid"]}
    if not person["qids"]:
        for name in [person["name"]] + person["aliases"]:
            known = src.everywhere.get(kebab(name), set())
            if len(known) == 1:
                person["qids"] = set(known)
                break


def coverage(office, chain):
    """[(day, day)] in which fewer people than seats held an office and no vacancy says why, and the start of the last run without such a gap."""
    if not office["seats"] or not chain:
        return [], ""
    end = office["to"] or OPEN
    spans = [(earliest(t["from"]), latest(t["to"] or (t["next"]["from"] if t["next"] else end)), t) for t in chain]
    spans += [(earliest(v["from"]), latest(v["to"] or OPEN), None) for v in office["vacancies"]]
    days = sorted({d for a, b, _ in spans for d in (a, b)} | {latest(end), datetime.date(1, 1, 1)})
    gaps = []
    for a, b in zip(days, days[1:]):
        held = sum(1 if t else office["seats"] for x, y, t in spans if x <= a and y >= b)
        if held < office["seats"] and (b - a).days > 1 and a < latest(end):
            if gaps and gaps[-1][1] == a:
                gaps[-1] = (gaps[-1][0], b)
            else:
                gaps.append((a, b))
    reach = gaps[-1][1]
    if reach >= latest(end):
        return gaps, ""
    starts = [t["start"] for a, _, t in spans if a == reach and t] or [v["from"] for v in office["vacancies"] if earliest(v["from"]) == reach]
    return gaps, min(starts)


def open_gaps(office):
    """The gaps that fall into the time that the packs cover."""
    first = max(earliest(COVERS), earliest(office["from"] or COVERS))
    last = min(latest(office["to"] or OPEN), earliest(TODAY))
    clipped = [(max(a, first), min(b, last)) for a, b in office["gaps"]]
    return [(a, b) for a, b in clipped if (b - a).days > 1]


# Packs

def text(s):
    return json.dumps(s, ensure_ascii=False)


def date(s):
    return s if len(s) == 10 else text(s)


def spelled(when):
    """A day as the Factbook prints it."""
    parts = when.split("-")
    return " ".join(([str(int(parts[2]))] if len(parts) == 3 else []) + ([MONTH_NAMES[int(parts[1]) - 1]] if len(parts) > 1 else []) + [parts[0]])


def cited(t):
    labels = {f"World Factbook (since {spelled(when)})" if label == "World Factbook" else label for _, label, when in t["sources"]}
    return sorted(labels, key=lambda s: (s.startswith("http"), not s.startswith("Wikidata"), s))


def office_lines(o):
    lines = ["[[office]]", f"id = {text(o['id'])}", f"title = {text(o['title'])}"]
    if o["also"]:
        lines.append(f"also = {text(o['also'])}")
    lines += [f"{key} = {text(o[key])}" for key in ("role", "organization", "jurisdiction") if o[key]]
    if o["seats"]:
        lines.append(f"seats = {o['seats']}")
    if o["since"]:
        lines.append(f"roster-since = {date(o['since'])}")
    lines += [f"{key} = {date(o[key])}" for key in ("from", "to") if o[key]]
    if o["rank"]:
        lines.append(f"rank = {o['rank']}")
    for v in sorted(o["vacancies"], key=lambda v: v["from"]):
        lines += ["[[office.vacancy]]", f"from = {date(v['from'])}"]
        if v["to"]:
            lines.append(f"to = {date(v['to'])}")
        lines.append(f"why = {text(v['why'])}")
        if v["source"]:
            lines.append(f"source = {text(v['source'][0] if len(v['source']) == 1 else v['source'])}")
    return lines + [""]


def person_lines(p):
    lines = ["[[person]]", f"id = {text(p['id'])}", f"name = {text(p['name'])}"]
    if p["native"]:
        lines.append(f"native = {text(p['native'])}")
    lines.append(f"name-order = {text(p['order'])}")
    if p["aliases"]:
        lines.append(f"aliases = {text(p['aliases'])}")
    if len(p["qids"]) == 1:
        lines.append(f"wikidata = {text(next(iter(p['qids'])))}")
    for t in sorted(p["tenures"], key=lambda t: (t["from"], t["office"])):
        lines += ["[[person.tenure]]", f"office = {text(t['office'])}", f"from = {date(t['start'])}"]
        if t["end"]:
            lines.append(f"to = {date(t['end'])}")
        if t["acting"]:
            lines.append("acting = true")
        lines.append(f"source = {text(cited(t))}" if t["checked"] else "checked = false")
    return lines + [""]


def write(kept, out):
    roles = {id: ("heads-a-k", titles) for id, titles in ROLES.items()} | kept["roles"]
    for pack, (tables, name, reviewed) in PACKS.items():
        offices = [o for o in kept["offices"].values() if o["table"] in tables]
        people = [p for p in kept["persons"].values() if p["table"] in tables]
        if not offices:
            continue
        lines = [f"# Written by converters/world.py from {', '.join(f'converters/world/{t}.tsv' for t in tables)}; change those, not this file.",
                 "[pack]", f"id = {text(pack)}", f"name = {text(name)}", f"reviewed = {reviewed}", f"covers = {COVERS}",
                 f"attribution = {text(ATTRIBUTION)}", ""]
        for id, (table, titles) in sorted(roles.items()):
            if table in tables and id not in kept["taken"]["role"]:
                lines += ["[[role]]", f"id = {text(id)}", f"titles = {text(titles)}", ""]
        for o in sorted(offices, key=lambda o: o["id"]):
            lines += office_lines(o)
        for p in sorted(people, key=lambda p: p["id"]):
            lines += person_lines(p)
        (out / f"{pack}.toml").write_text("\n".join(lines).rstrip("\n") + "\n", encoding="utf-8")


# What is printed

def problems(kept):
    """Ids that clash, and references to records that are not there."""
    seen = {}
    for p in kept["persons"].values():
        if p["id"] in seen:
            yield f"TWICE      person {p['id']}: {seen[p['id']]} and {p['key']}"
        seen[p["id"]] = p["key"]
        if p["id"] in kept["taken"]["person"]:
            yield f"TAKEN      person {p['id']} is in {kept['taken']['person'][p['id']]}"
    for o in kept["offices"].values():
        if o["id"] in kept["taken"]["office"]:
            yield f"TAKEN      office {o['id']} is in {kept['taken']['office'][o['id']]}"
        for key in ("jurisdiction", "organization"):
            if o[key] and o[key] not in kept["names"]:
                yield f"MISSING    {key} {o[key]} of {o['id']}"
        if o["role"] and o["role"] not in {**ROLES, **kept["roles"], **kept["taken"]["role"]}:
            yield f"MISSING    role {o['role']} of {o['id']}"
        if o["jurisdiction"] and country_of(o) not in PLACES and country_of(o).split("-")[0] not in PLACES:
            yield f"MISSING    no sources are known for {o['jurisdiction']} of {o['id']}"


def doubtful_people(kept):
    """People with several Wikidata ids, ids with several people, and people far apart."""
    holders = {}
    for p in kept["persons"].values():
        if len(p["qids"]) > 1:
            yield f"IDS        {p['key']}: {', '.join(sorted(p['qids']))} ({', '.join(sorted({t['office'] for t in p['tenures']}))})"
        for q in p["qids"] if len(p["qids"]) == 1 else ():
            holders.setdefault(q, []).append(p)
        countries = {t["office"].split("/")[0].split("-")[0].lower() for t in p["tenures"]} - {"eu", "un", "nato", "imf", "wto"}
        if len(countries) > 1:
            yield f"COUNTRIES  {p['key']}: {', '.join(sorted({t['office'] for t in p['tenures']}))}"
    for q, people in holders.items():
        if len(people) > 1:
            yield f"ONE PERSON {q}: {', '.join(p['key'] for p in people)}"


def compared(t, side, found):
    """How a proposed day stands with the sources: (word, what they say)."""
    proposed, stands = (t["from"], t["start"]) if side == "from" else (t["to"], t["end"])
    said = {}
    for name, _, when in found:
        said.setdefault(when, set()).add(name)
    figures = "; ".join(f"{when}: {','.join(sorted(names))}" for when, names in sorted(said.items()))
    if not said:
        return "NONE", figures
    differ = [when for when in said if not when.startswith(proposed) and not proposed.startswith(when) and when not in t["others"]]
    if stands.startswith(proposed):
        return "OUTVOTED" if differ else "", figures
    if any(len(when) == 10 and len(said[when]) > 1 for when in differ):
        return "TWO SAY", figures
    return "DIFFER" if differ else "THIN", figures


def compared_tenures(kept):
    for id in sorted(kept["chains"]):
        for t in kept["chains"][id]:
            for side, found in (("from", t["found"]), ("to", t["found_to"])):
                if t[side]:
                    word, figures = compared(t, side, found)
                    yield word, side, t, f"{t['where']} {id} {t['person']} {side} {t[side]} -> {t['start'] if side == 'from' else t['end']} | {figures}"


def report(kept):
    for word, _, _, line in compared_tenures(kept):
        print(word.ljust(10), line)


def disagreements(kept):
    for line in [*problems(kept), *doubtful_people(kept)]:
        print(line)
    for word, side, t, line in compared_tenures(kept):
        if word in ("TWO SAY", "DIFFER") or (word == "NONE" and side == "from"):
            print(word.ljust(10), line)
    named = {(country_of(kept["offices"][t["office"]]), w) for t in kept["tenures"] for w in kept["persons"][t["person"]]["telling"]}
    missing = {}
    for o, s in kept["unknown"]:
        start, end = s.days
        if (end or OPEN) > COVERS and start < (o["to"] or OPEN) and (end or OPEN) > (o["from"] or COVERS) and o["seats"]:
            line = f"{o['id']} {s.name.strip()}, {start or '?'} to {end or '?'}: {s.label}"
            if s.family != "archigos":
                missing.setdefault((o["id"], s.label), line)
            elif not any((country_of(o), w) in named for w in s.words):
                missing.setdefault((country_of(o), s.name, start), line)
    for line in missing.values():
        print("NOBODY".ljust(10), line)


def check(kept):
    counts = dict.fromkeys("offices tenures acting unchecked gaps vacancies overlaps".split(), 0)
    for id in sorted(kept["chains"]):
        office, chain = kept["offices"][id], kept["chains"][id]
        counts["offices"] += 1
        span = f", {office['from'] or ''}..{office['to'] or ''}" if office["from"] or office["to"] else ""
        seats = "" if office["seats"] == 1 else f", seats {office['seats']}"
        print(f"{id}  (roster-since {office['since'] or '-'}{seats}{span})")
        lines = [(str(earliest(t["from"])), 1, holder(t)) for t in chain]
        lines += [(str(a), 2, f"   GAP {a} to {b}") for a, b in open_gaps(office)]
        lines += [(str(earliest(v["from"])), 0, f"   {v['from']:<10} {v['to'] or 'now':<10} VACANT: {v['why']}") for v in office["vacancies"]]
        lines += [(str(earliest(u["from"])), 3, f"   OVERLAP {t['person']} to {t['to']} and {u['person']} from {u['from']}")
                  for t, u in overlaps(office, chain)]
        for _, _, line in sorted(lines, key=lambda x: x[:2]):
            print(line)
        counts["tenures"] += len(chain)
        counts["acting"] += sum(t["acting"] for t in chain)
        counts["unchecked"] += sum(not t["checked"] for t in chain)
        counts["gaps"] += len(open_gaps(office))
        counts["vacancies"] += len(office["vacancies"])
        counts["overlaps"] += len(overlaps(office, chain))
    print(f"{len(kept['persons'])} people, " + ", ".join(f"{n} {what}" for what, n in counts.items()))
    for line in problems(kept):
        print(line)


def holder(t):
    return f"   {t['start']:<10} {t['end'] or 'open':<10} {'acting ' if t['acting'] else ''}{t['person']}{'' if t['checked'] else '   UNCHECKED'}"


def overlaps(office, chain):
    """Pairs of holders of one seat, neither acting, whose time certainly overlaps."""
    if office["seats"] != 1:
        return []
    return [(t, u) for i, t in enumerate(chain) for u in chain[i + 1:]
            if t["to"] and not t["acting"] and not u["acting"] and latest(u["from"]) < earliest(t["to"])]


def self_test(src):
    """Every code in PLACES is in the data."""
    for country, (unit, code, reign, archigos, by_year) in PLACES.items():
        for what, value, known in (("Wikidata unit", unit, src.wikidata), ("Factbook code", code, src.factbook), ("REIGN", reign, src.reign),
                                   ("Archigos", archigos, src.archigos), ("list by year", by_year, src.yearly)):
            if value and value not in known:
                print(f"{country}: {what} {value} is not in the data")


def main():
    arguments = sys.argv[1:]
    only = None
    if "--only" in arguments:
        i = arguments.index("--only")
        only = Path(arguments[i + 1]).stem
        del arguments[i:i + 2]
    places = [a for a in arguments if not a.startswith("--")]
    wanted = 1 if len(arguments) > len(places) else 2
    if len(places) < wanted or "--help" in arguments:
        sys.exit(__doc__)
    if "--self-test" in arguments:
        return self_test(Sources(Path(places[0])))
    kept = work(Path(places[0]), only)
    for flag, show in (("--check", check), ("--report", report), ("--disagreements", disagreements)):
        if flag in arguments:
            return show(kept)
    out = Path(places[1])
    out.mkdir(parents=True, exist_ok=True)
    write(kept, out)


if __name__ == "__main__":
    main()
