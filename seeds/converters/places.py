#!/usr/bin/env python3
"""Write the place packs of seeds/knowledge/ from the facts folder.

Use: places.py FACTS LISTS OUT      (for example: places.py facts lists seeds/knowledge)

Reads   FACTS/places/cn_admin.tsv, admin1.tsv, cities15000.tsv    (GeoNames, CC BY 4.0; GB/T 2260 codes)
        FACTS/officials/wikidata_holders.jsonl.gz                 (Wikidata, CC0: names of people, to tell names from places)
        LISTS/*                                                   (word lists, names of people and further tables; see places/collect.py)
        places/*.txt beside this file                             (names as English newspapers print them, compiled for this project)
        ../knowledge/*-organizations.toml                         (abbreviations of organizations: a place of that name is flagged)
Writes  OUT/cn-places.toml       31 provinces, Hong Kong, Macao
        OUT/cn-prefectures.tsv   333 prefectures, and the seats of those that are not named after their seat
        OUT/cn-counties.tsv      counties, county-level cities and districts
        OUT/countries.toml       countries and territories (Hong Kong, Macao and Taiwan stand elsewhere)
        OUT/subdivisions.tsv     first-level divisions of the other countries
        OUT/world-cities.tsv     cities over 15,000 outside China
        OUT/regions.toml         states of the USA, nations of the United Kingdom, continents, regions, waters, mountains, islands, former states

Rules
- Codes, GeoNames ids, coordinates and population come from GeoNames; so do the Chinese names of cities. The Chinese names of countries are
  CLDR's, but for those in CHINESE below. Names as English newspapers print them, official names, aliases, demonyms and former names come
  from places/*.txt; for a division that is not there, the name is CLDR's, else GeoNames' with its accents and generic word taken off.
- The coordinates of countries and divisions are the middle of their populated places in GeoNames, but for those in
  places/middles.txt.
- Nothing is guessed: a row of places/*.txt that fits nothing in the facts stops the run.
- The alias lists of GeoNames are not used: they hold too many codes and spellings that no newspaper prints.
- A city's name is printed without accents; the accented spelling needs no alias, since names are compared without accents.
- A municipality is one record (CN-BJ), not a city inside a province of the same name; the same for city states and for divisions that are a
  city (places/merged.txt: Moscow, Berlin, Tokyo); then what lies in the division has the city for its parent.
- Of two rows of one name in one division the larger stays. Divisions of territories are left out.
- `common` says that a name is something else as well and needs evidence beside it: `word` for an English word, `name` for a given name or
  surname. How it is decided: class Common. Capitals and cities over a million are flagged only by places/common.txt.
- Cities under 100,000 whose name is a common word of one syllable are left out, but for those in places/common.txt.
- The compass words before "China's <province>" are Xinhua's; a word is listed when it is printed more than once.
- China's counties have the id cn/ and their GB/T 2260 code; their name is the pinyin, but for those in places/counties.txt. Names of two
  syllables are flagged `name`, since people's given names look the same, but for those in places/counties-known.txt.
- A small namesake of a well-known place is flagged too (Paris in Texas, Ontario in California): function overshadow.
- Old names with the month or year until which they were official are in places/renamed.txt; in tables they are written `Bombay=1995-11`,
  and stand among the former names as well.
- Records are sorted by id; the output depends on the input alone.
"""
import gzip
import json
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

REVIEWED = "2026-10-01"
GEONAMES = "GeoNames (CC BY 4.0), https://www.geonames.org/"
CLDR = "Unicode CLDR (Unicode License v3), https://cldr.unicode.org/"
HERE = Path(__file__).resolve().parent / "places"

# Where joining the syllables of the pinyin column would be wrong (a second reading of the character).
PINYIN_FIXED = {"2113", "3502", "3503", "4111", "4604", "5405", "5406", "6505"}
BAD_POPULATION = {"6403"}  # carries the population of the whole of Ningxia
# Names of quarters and estates, which no newspaper prints.
QUARTER = re.compile(r"[/,()\d]|Arrondissement|\bEstate\b|Microdistrict|Housing Society|^(Fraccionamiento|Ampliacion|Unidad|Residencial|Conjunto|Kawasan|Sector|Kreis|Stadt) |^Chak |Hundred")
# Coordinates by hand where cities15000 has no row for the seat.
SEAT_COORDINATES = {
    "4603": (16.83, 112.34), "6322": (36.96, 100.90), "6323": (35.52, 102.02), "6326": (34.48, 100.25), "6328": (37.37, 97.37),
}

# Territories and the state they belong to; "" where that is open or there is none.
TERRITORIES = {
    "AI": "GB", "AX": "FI", "AS": "US", "TF": "FR", "BL": "FR", "SH": "GB", "BM": "GB", "BQ": "NL", "BV": "NO", "CC": "AU",
    "CK": "", "CW": "NL", "CX": "AU", "KY": "GB", "FK": "", "FO": "DK", "GG": "GB", "GI": "GB", "GP": "FR", "GL": "DK",
    "GF": "FR", "GU": "US", "HM": "AU", "IM": "GB", "IO": "GB", "JE": "GB", "MF": "FR", "MP": "US", "MS": "GB", "MQ": "FR",
    "YT": "FR", "NC": "FR", "NF": "AU", "NU": "", "PN": "GB", "PR": "US", "PF": "FR", "RE": "FR", "GS": "", "SJ": "NO",
    "PM": "FR", "SX": "NL", "TC": "GB", "TK": "NZ", "UM": "US", "VG": "GB", "VI": "US", "WF": "FR", "AW": "NL", "EH": "", "XK": "",
}
# City states and places whose seat bears a name that is not to be a record of its own: no capital.
NO_CAPITAL = {"SG", "MC", "VA", "GI", "AI", "CC", "NF", "IM", "BM", "MS", "IO", "TK", "AQ", "BV", "HM", "UM", "TF", "GS", "FK", "PM", "RE", "BQ"}
# Seats of government that GeoNames' name of the capital does not lead to.
CAPITALS = {"CN": "CN-BJ"}
CONTINENTS = {"AF": "region/africa", "AS": "region/asia", "EU": "region/europe", "OC": "region/oceania", "NA": "region/north-america", "SA": "region/south-america"}
CONTINENT_OF = {"TL": "region/asia", "IO": "", "AQ": "", "BV": "", "GS": "", "HM": "", "TF": ""}
# Chinese names that news uses and CLDR writes otherwise.
CHINESE = {"AE": "阿联酋", "PS": "巴勒斯坦", "BA": "波黑", "PG": "巴布亚新几内亚", "SH": "圣赫勒拿", "CC": "科科斯群岛"}
# Cities over a million that are no record: districts and quarters, doubles of another row, names that are words or people.
NOT_CITIES = set("""
99071 5110302 5133273 5110266 6619347 2422488 3526683 1258393 7626690 1259652 1262111 12165956
1723510 268743 1978681 2246678 2244322 3046446 1254745 1266049 1268295 1272423 1253133 1261162 349076 2293521
1819729 1880252 2353151 3450554 3691175 1642548 3991164 3998655 3514674 8581443 388349
4160021 195272 1580240 6943660 2335953 2643734
""".split())

# The abbreviations newspapers print; those that are words with a full stop (Ark., Ill., Ind., La., Mass., Miss., Ore., Wash.) are left out.
STATE_ABBREVIATIONS = {"AL": "Ala.", "AZ": "Ariz.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.", "FL": "Fla.", "GA": "Ga.", "KS": "Kan.", "KY": "Ky.", "MD": "Md.", "MI": "Mich.", "MN": "Minn.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "PA": "Pa.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "TX": "Tex.", "VT": "Vt.", "VA": "Va.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.", "DC": "D.C."}

# What a division is called -> its kind, and the generic words that its kind does not bring along: they make aliases.
KINDS = {
    "State": ("state", ""), "Land": ("state", ""), "Regional state": ("state", "Region"), "Canton": ("state", ""),
    "Province": ("province", ""), "Governorate": ("province", "Governorate"), "Department": ("province", "Department"), "Voivodship": ("province", ""),
    "Division": ("province", "Division"), "Emirate": ("province", "Emirate"), "Popularate": ("province", ""), "Parish": ("district", "Parish"),
    "Oblast": ("region", "Region|Oblast"), "Administrative region": ("region", "Region"), "Region": ("region", "Region"), "Metropolitan region": ("region", ""),
    "Republic": ("region", "Republic"), "Autonomous community": ("region", ""), "Autonomous region": ("autonomous-region", ""), "Autonomous republic": ("autonomous-region", ""),
    "Autonomous province": ("autonomous-region", ""), "Prefecture": ("prefecture", ""), "County": ("county", ""), "District": ("district", ""), "Rayon": ("district", ""),
    "Municipality": ("municipality", ""), "District municipality": ("municipality", ""), "Urban municipality": ("municipality", ""), "City municipality": ("municipality", ""),
    "Special municipality": ("municipality", ""), "Local council": ("other", ""), "Union territory": ("region", ""), "Territory": ("region", ""),
    "Island": ("island", ""), "Administrative atoll": ("island", ""), "Islands, groups of islands": ("island", ""), "Island council": ("island", ""),
    "City": ("city", ""), "State city": ("city", ""), "Metropolitan city": ("city", ""), "Town": ("city", ""), "Town council": ("city", ""), "Commune": ("city", ""), "City with county rights": ("city", ""),
    "Capital city": ("city", ""), "Special city": ("city", ""),
}
GENERIC = r" (province|provinces|region|county|district|governorate|division|municipality|department|prefecture|state|parish|oblast'?|kray|krai|okrug|respublika|novads|län|kraj|okrug|rayon|raion|canton|voblasć|oblysy|regional state)$"
# Names of divisions that say nothing without their generic word.
COMPASS = set("north south east west central northern southern eastern western northeast northwest southeast southwest north-east north-west south-east south-west centre center capital islands upper lower coast midlands lakes unity highlands littoral nord sud est ouest centre-est".split())
PARENTS = {"PS.GZ": "region/gaza-strip", "PS.WE": "region/west-bank"}


# ---------------------------------------------------------------- reading and writing

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


def pairs(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


def table(name, width):
    """A file of places/: columns between bars, without comments and empty lines."""
    rows = []
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > width:
            stop(f"{name}.txt: too many columns: {line}")
        rows.append(cells + [""] * (width - len(cells)))
    return rows


def parts(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def people(cell):
    found = []
    for part in parts(cell):
        found.extend([part[:-1], part[:-1] + "s"] if part.endswith("+") else [part])
    return found


SPECIAL = str.maketrans({
    "ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "′": "'", "`": "'",
    "ə": "a", "Ə": "A", "æ": "ae", "Æ": "Ae", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "–": "-", "ħ": "h", "Ħ": "H", "œ": "oe",
})


def plain(text):
    """The text without accents, as most newspapers print it."""
    decomposed = unicodedata.normalize("NFD", text.translate(SPECIAL))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def folded(text):
    return plain(text).lower().replace("-", " ").replace("'", "")


def unique(names, *taken):
    """The names that differ by more than accents and case from those before them."""
    seen = {plain(t).lower() for t in taken}
    return [n for n in names if n and not (plain(n).lower() in seen or seen.add(plain(n).lower()))]


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def is_chinese(text):
    return bool(text) and all("\u3400" <= c <= "\u9fff" or c in "·、（）-" for c in text)


def number(value, digits=4):
    """A coordinate as printed."""
    text = f"{float(value):.{digits}f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


ORDER = ["id", "name", "native", "kind", "common", "aliases", "former", "renamed", "demonyms", "parent", "within", "regions", "capital", "geonames", "lat", "lon", "population"]


def date(text):
    return text if len(text) == 10 else quote(text)


def write_toml(path, pack, name, attribution, records):
    out = ["[pack]", f"id = {quote(pack)}", f"name = {quote(name)}", f"reviewed = {REVIEWED}", f"attribution = {quote(attribution)}"]
    for record in sorted(records, key=lambda r: r["id"]):
        out += ["", "[[place]]"]
        for key in ORDER:
            value = record.get(key)
            if value in (None, "", []):
                continue
            if key == "renamed":
                out.append("renamed = [" + ", ".join(f"{{ name = {quote(n)}, until = {date(d)} }}" for n, d in value) + "]")
            elif isinstance(value, list):
                out.append(f"{key} = [{', '.join(quote(v) for v in value)}]")
            elif key in ("lat", "lon"):
                out.append(f"{key} = {number(value)}")
            elif key in ("geonames", "population"):
                out.append(f"{key} = {int(value)}")
            else:
                out.append(f"{key} = {quote(value)}")
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")


COLUMNS = ["id", "name", "kind", "parent", "lat", "lon", "population", "native", "aliases", "former", "common", "renamed", "demonyms", "geonames"]


def write_tsv(path, pack, name, attribution, records, digits):
    columns = [c for c in COLUMNS if any(r.get(c) not in (None, "", []) for r in records)]
    out = ["\t".join(["#pack", pack, name, REVIEWED, attribution]), "\t".join(columns)]
    for record in sorted(records, key=lambda r: r["id"]):
        cells = []
        for key in columns:
            value = record.get(key)
            if value in (None, "", []):
                cells.append("")
            elif key == "renamed":
                cells.append("|".join(f"{n}={d}" for n, d in value))
            elif key in ("aliases", "former", "demonyms"):
                cells.append("|".join(value))
            elif key in ("lat", "lon"):
                cells.append(number(value, digits))
            else:
                cells.append(str(value))
        out.append("\t".join(cells).rstrip("\t"))
    path.write_text("\n".join(out) + "\n", encoding="utf-8", newline="\n")


# ---------------------------------------------------------------- names that are something else

class Common:
    """Tells names of places that are words or people's names.

    word: in the list of English words in small letters (Debian's wamerican; under 100,000 people), or in that of the commonest ones
          (wamerican-small; under a million people).
    name: a given name or surname. Under 300,000 people: any that is borne by many (the United States' census of 1990; lists of names of
          many countries; office holders of Wikidata). Under a million: only the most frequent.
    Two words and more: only where a given name and a surname follow each other.
          Names of up to three letters, and abbreviations of organizations, count as words.
    places/common.txt has the last word: a flag, "-" for none, or "out": the place is left out.
    """

    def __init__(self, lists, holders, chinese, abbreviations):
        self.abbreviations = {a.lower() for a in abbreviations}
        self.words = set((lists / "words.txt").read_text(encoding="utf-8").split("\n"))
        self.usual = set((lists / "words-common.txt").read_text(encoding="utf-8").split("\n"))
        first = {n: float(s) for n, s in pairs(lists / "first-names.tsv")}
        last = {n: float(s) for n, s in pairs(lists / "last-names.tsv")}
        further = set((lists / "further-names.txt").read_text(encoding="utf-8").split("\n"))
        given, family = Counter(), Counter()
        for person in sorted(holders):
            words = [w for w in plain(person).split() if w[:1].isupper() and len(w) > 1]
            if len(words) > 1:
                given.update(set(words[:-1]))
                family.update([words[-1]])
        self.first = {n for n, s in first.items() if s >= 0.02} | {n for n, c in given.items() if c >= 6}
        self.last = {n for n, s in last.items() if s >= 0.01} | {n for n, c in family.items() if c >= 5}
        self.borne = self.first | self.last | {n for n, s in first.items() if s >= 0.004} | {n for n, s in last.items() if s >= 0.002} | further
        self.borne |= {n for n, c in (given + family).items() if c >= 2}
        self.chinese = {"".join(p.split()[1:]) for p in chinese if len(p.split()) == 2}
        self.hand = {}
        for name, flag, where in table("common", 3):
            self.hand[name, where] = "" if flag == "-" else flag
        self.used = set()

    def decided(self, name, id):
        for where in (*id.split(";"), id.split("-")[0], ""):
            if (name, where) in self.hand:
                self.used.add((name, where))
                return self.hand[name, where]
        return None

    def flag(self, name, population, major=False, where=""):
        decided = self.decided(name, where)
        if decided is not None:
            return decided
        if major or population >= 1_000_000:
            return ""
        lower = name.lower()
        if len(name) < 3 or len(name) == 3 and population < 200_000 or lower in self.abbreviations or lower in self.usual or lower in self.words and population < 100_000:
            return "word"
        words = name.split()
        if len(words) == 1:
            if where == "CN-" and name in self.chinese:
                return "name"
            if name in self.first or name in self.last or name in self.borne and population < 300_000:
                return "name"
        elif words[0] in self.first and words[-1] in self.last and words[0] not in ("San", "Santa", "Port", "Bad", "Las", "El", "La", "Los", "Al"):
            return "name"
        return ""

    def safe(self, aliases):
        """The aliases that are no words and no one's name."""
        return [a for a in aliases if self.decided(a, "alias") == "" or not (a.lower() in self.usual or a in self.first or a in self.last or a.lower() in COMPASS or len(a) < 3)]

    def leave_out(self, name, population, where):
        decided = self.decided(name, where)
        if population >= 100_000 or decided is not None:
            return decided == "out"
        lower = name.lower()
        return len(name) < 3 or lower in self.usual and syllables(lower) == 1


def overshadow(packs, nations, subdivisions, world, regions):
    """Flags the small namesakes of places that a text means when it says no more: Ontario in California, Lebanon in Tennessee, Paris in Texas."""
    records = packs["provinces"] + packs["prefectures"] + packs["counties"] + nations + subdivisions + world + regions
    by_id = {r["id"]: r for r in records}
    weights = defaultdict(list)
    for record in records:
        size = int(record.get("population") or 0)
        if record["kind"] in ("country", "territory", "special-region") or record["id"].startswith(("US-", "region/", "GB-")):
            size = max(size, 20_000_000)
        elif record["id"][:2] in WELL_KNOWN and record["id"][2:3] == "-":
            size = max(size, 4_000_000)
        elif record["kind"] not in ("city", "district"):
            size = max(size, 700_000)
        for name in [record["name"]] + (record.get("aliases", []) if size >= 20_000_000 else []):
            weights[folded(name)].append((size, record["id"]))

    def holders(record):
        found = {record["id"]}
        while record.get("parent"):
            record = by_id[record["parent"]]
            found.add(record["id"])
        return found

    for record in packs["counties"] + world + [r for r in subdivisions if r["id"][:2] not in WELL_KNOWN]:
        if record.get("common"):
            continue
        own = int(record.get("population") or 50_000)
        above = holders(record)
        country = above & set(n["id"] for n in nations)
        for size, id in weights[folded(record["name"])]:
            other = by_id[id]
            if id in above or size < 500_000 or size < 10 * own or record["id"] in holders(other) or other.get("common"):
                continue
            if record["id"][:2].isupper() and other["kind"] == "city":
                continue
            if country and country <= holders(other) and other["kind"] != "city":
                continue
            record["common"] = "name"


def clear(records, everything):
    """Takes off aliases that are the names of other places elsewhere."""
    by_id = {r["id"]: r for r in everything}
    named = defaultdict(list)
    for record in everything:
        if not record.get("common"):
            named[folded(record["name"])].append(record)
    for record in records:
        def elsewhere(other):
            return other["id"] != record["id"] and other.get("parent") != record["id"] and by_id.get(other.get("parent", ""), {}).get("parent") != record["id"]
        record["aliases"] = [a for a in record["aliases"] if not any(elsewhere(other) for other in named[folded(a)])]


# Countries whose first-level divisions news names without the country.
WELL_KNOWN = set("US CA AU DE IT FR ES IN BR MX RU UA PK JP KR ID ZA CN GB".split())


def syllables(word):
    count = len(re.findall(r"[aeiouy]+", word))
    return count - 1 if count > 1 and word.endswith("e") and not word.endswith("le") else count


# ---------------------------------------------------------------- the work

def main(facts, lists, out):
    facts, lists, out = Path(facts), Path(lists), Path(out)
    admin = read(facts / "places/cn_admin.tsv")
    divisions = read(facts / "places/admin1.tsv")
    cities = {r["geonameid"]: r for r in read(facts / "places/cities15000.tsv")}
    countries = {r["code"]: r for r in read(lists / "countries.tsv") if r["code"] not in ("AN", "CS")}
    centers = {(r["country"], r["admin1"]): (r["lat"], r["lon"]) for r in read(lists / "centers.tsv")}
    chinese = dict(pairs(lists / "territories-zh.tsv")) | CHINESE
    simplified = str.maketrans(dict(pairs(lists / "simplified.tsv")))
    english = dict(pairs(lists / "subdivisions.tsv"))
    with gzip.open(facts / "officials/wikidata_holders.jsonl.gz", "rt", encoding="utf-8") as lines:
        holders = {json.loads(line)["person"] for line in lines}
    leaders = {row["person"] for path in sorted((facts / "compiled").glob("cn_*.tsv")) for row in read(path) if row.get("person")}
    abbreviations = set()
    for path in sorted((HERE.parent.parent / "knowledge").glob("*-organizations.toml")):
        for organization in tomllib.loads(path.read_text(encoding="utf-8"))["organization"]:
            abbreviations.update(organization.get("abbreviations", []))
    common = Common(lists, holders, leaders, abbreviations)
    renamed = defaultdict(list)
    for id, name, until in table("renamed", 3):
        renamed[id].append((name, until))

    def native_of(row):
        text = row["zh"].translate(simplified)
        text = re.sub("広域市$|特級?市$|特别市$|都会区$", "", text).translate(str.maketrans("広徳沢県児図辺浜桜竜済戸豊亀覇塩囲黒壌駅", "广德泽县儿图边滨樱龙济户丰龟霸盐围黑壤驿"))
        return (text[:-1] if len(text) > 2 and text.endswith(("市", "省")) else text) if is_chinese(text) else ""

    packs = {}
    packs["provinces"], packs["prefectures"], counties_of = china(admin, cities, common)
    packs["counties"] = counties(lists, admin, cities, divisions, simplified, common, packs, counties_of)

    # Countries
    rows = {cells[0]: cells for cells in table("countries", 6)}
    wanted = set(countries) - {"HK", "MO", "TW"}
    if set(rows) != wanted:
        stop(f"countries not settled: {sorted(set(rows) ^ wanted)}")
    city_of = defaultdict(list)
    for row in sorted(cities.values(), key=lambda r: (-int(r["population"]), int(r["geonameid"]))):
        city_of[row["cc"], folded(row["name"])].append(row["geonameid"])
    chosen = {code: place for code, place in table("capitals", 2)}
    middles = {id: (lat, lon) for id, lat, lon in table("middles", 3)}
    nations, capitals = [], {}
    for code in sorted(wanted):
        _, name, official, aliases, former, demonyms = rows[code]
        parent = TERRITORIES.get(code) or CONTINENT_OF.get(code, CONTINENTS.get(countries[code]["continent"], ""))
        capital = CAPITALS.get(code, "")
        if not capital and code not in NO_CAPITAL:
            found = city_of.get((code, folded(chosen.get(code, countries[code]["capital"].strip()))))
            if not found:
                stop(f"capital not found: {code} {countries[code]['capital']}")
            capital = "gn/" + found[0]
            capitals[found[0]] = code
        lat, lon = middles.get(code) or centers.get((code, "")) or stop(f"no coordinates: {code}")
        population = countries[code]["population"]
        nations.append({
            "id": code, "name": name, "native": chinese[code], "kind": "territory" if code in TERRITORIES else "continent" if code == "AQ" else "country",
            "aliases": unique(parts(aliases) + parts(official), name, *parts(former)), "former": without(parts(former), renamed.get(code, [])), "renamed": renamed.pop(code, []),
            "demonyms": people(demonyms), "parent": parent, "capital": capital, "geonames": countries[code]["geonameid"], "lat": lat, "lon": lon,
            "population": population if population != "0" else "", "common": common.decided(name, code) or "",
        })

    # First-level divisions
    hand = {cells[0]: cells for cells in table("subdivisions", 6)}
    idle = set(hand) - {d["iso3166_2"] or "gn/" + d["geonameid"] for d in divisions}
    if idle:
        stop(f"subdivisions.txt: no such division: {sorted(idle)}")
    merged = {}  # id of the division -> GeoNames number of the city
    for id, place in table("merged", 2):
        found = city_of.get((id[:2], folded(place)))
        if not found:
            stop(f"merged.txt: no such city: {id} {place}")
        merged[id] = found[0]
    parent_of, subdivisions, states = {}, [], {}
    for row in divisions:
        country = (row["iso3166_2"] or row["geonames_code"])[:2]
        id = row["iso3166_2"] or "gn/" + row["geonameid"]
        code = row["geonames_code"]
        if country == "US":
            if not id[3:] in ("AS", "GU", "MP", "PR", "UM", "VI"):
                states[id] = row
                parent_of[code] = id
            continue
        if country in ("CN", "HK", "MO", "GB", "AX", "MC", "SG") or country == "MH" and id.startswith("gn/") or country in TERRITORIES and country not in ("GL", "XK"):
            continue
        if id in merged:
            parent_of[code] = "gn/" + merged[id]
            continue
        _, name, kind, native, aliases, demonyms = hand.get(id, [id, "", "", "", "", ""])
        if name == "-":
            continue
        known, generic = KINDS.get(row["type"], ("region" if country in ("RU", "NZ", "CL") else "other", ""))
        kind = kind or known
        local = plain(row["name"])
        if not name:
            name = english.get(id, "") if country not in ("IR", "MA", "NP", "UA") else ""
            name = plain(re.sub("[²\"]|, .*", "", name or row["name"])).strip()
            while re.search(GENERIC, name, re.I):
                name = re.sub(GENERIC, "", name, flags=re.I)
            if all(w in COMPASS for w in re.split(r"[ ]", name.lower())):
                name = f"{name} {row['type'] or 'Province'}"
            name = re.sub(r"^'|'$| †$", "", name)
        extra = parts(aliases)
        if country in ("RU", "UA", "BY", "KZ", "KG") and kind == "region" == known:
            generic = generic if generic == "Republic" else "Region|Oblast"
        for word in generic.split("|"):
            if word and kind == known and not name.endswith(word):
                extra.append(f"Republic of {name}" if word == "Republic" else f"{name} {word}")
        seat = city_of.get((country, folded(name)), [])
        if not native and kind not in ("other",) and seat and is_chinese(native_of(cities[seat[0]])):
            native = native_of(cities[seat[0]])
        if not native and country == "JP":
            native = next((a[:-1].translate(simplified) for a in row["aliases"].split("|") if a.endswith(("県", "府", "都")) and is_chinese(a)), "").translate(str.maketrans("広徳沢児岡", "广德泽儿冈"))
        lat, lon = middles.get(id) or centers.get((country, code.split(".")[1] if "." in code else "-"), ("", ""))
        if code:
            parent_of[code] = id
        local = [local] if id not in hand and local.isascii() and len(local) > 4 and folded(local) != folded(name) and country not in ("RU", "UA", "KZ", "SE", "PH", "AZ", "BY", "LT", "LV", "CZ", "HR", "IS", "US", "MN", "SI") and not re.search(r",|'s$| (Province|County)$", local) else []
        subdivisions.append({
            "id": id, "name": name, "native": native, "kind": kind, "aliases": common.safe(a for a in unique(extra + local, name) if len(a) > 3 or a.isupper()), "demonyms": people(demonyms),
            "parent": country, "geonames": row["geonameid"] if row["iso3166_2"] else "", "lat": lat, "lon": lon,
            "common": common.flag(name, 300_000, False, id), "renamed": renamed.pop(id, []),
        })
    for key, parent in PARENTS.items():
        parent_of[key] = parent
    in_gaza = {"PS-GZA", "PS-RFH", "PS-KYS", "PS-DEB", "PS-NGZ"}
    for record in subdivisions:
        if record["parent"] == "PS":
            record["parent"] = "region/gaza-strip" if record["id"] in in_gaza else "region/west-bank"

    # Cities of the world
    names = {(cc, place): (name, parts(aliases), parts(former)) for cc, place, name, aliases, former in table("cities", 5)}
    idle = set(names) - {(r["cc"], r["name"]) for r in cities.values()}
    if idle:
        stop(f"cities.txt: no such city: {sorted(idle)}")
    natives = dict(table("natives", 2))
    world, seen, left = [], set(), []
    merged_ids = set(merged.values())
    used = set()
    for row in sorted(cities.values(), key=lambda r: (-int(r["population"]), int(r["geonameid"]))):
        gid, country, population = row["geonameid"], row["cc"], int(row["population"])
        if country in ("CN", "SG", "VA", "MC", "MO") and gid not in capitals or gid in NOT_CITIES:
            continue
        given, aliases, former = ("", [], [])
        if (country, row["name"]) in names and (country, row["name"]) not in used:
            used.add((country, row["name"]))
            given, aliases, former = names[country, row["name"]]
        name = given or tidy(row["name"], country)
        if not given and QUARTER.search(name):
            continue
        major = gid in capitals or gid in merged_ids
        parent = parent_of.get(f"{country}.{row['admin1']}", "GB-ENG" if country == "GB" else country)
        if country == "GB":
            parent = {"SCT": "GB-SCT", "WLS": "GB-WLS", "NIR": "GB-NIR"}.get(row["admin1"], "GB-ENG")
        if parent == "gn/" + gid:
            parent = country
        if country == "UA" and name == "Sevastopol":
            parent = "UA-43"
        if (name, parent) in seen or parent[3:] in merged_ids and cities[parent[3:]]["name"] == row["name"]:
            continue
        seen.add((name, parent))
        if not major and common.leave_out(name, population, country + "-"):
            left.append(name)
            continue
        flag = common.flag(name, population, major, f"{country}-;gn/{gid}")
        world.append({
            "id": "gn/" + gid, "name": name, "native": natives.get(f"{country};{name}") or native_of(row), "kind": "district" if country == "HK" else "city", "parent": parent,
            "aliases": common.safe(unique(aliases, name, *former)), "former": former, "common": flag, "renamed": renamed.pop(f"{country};{name}", []),
            "lat": row["lat"], "lon": row["lon"], "population": population or "",
        })

    # Regions
    regions = []
    for code, lat, lon, population, native, demonyms in table("states", 6):
        row = states.pop("US-" + code)
        aliases = {"WA": ["Washington State"], "NY": ["New York State"]}.get(code, [])
        aliases = aliases + [STATE_ABBREVIATIONS[code]] if code in STATE_ABBREVIATIONS else aliases
        regions.append({
            "id": "US-" + code, "name": row["name"], "native": native, "kind": "district" if code == "DC" else "state", "aliases": aliases, "demonyms": people(demonyms),
            "parent": "US", "geonames": row["geonameid"], "lat": lat, "lon": lon, "population": population,
        })
    if states:
        stop(f"states not settled: {sorted(states)}")
    taiwan = countries["TW"]
    for rid, name, kind, native, aliases, demonyms, parent, within, lat, lon in table("regions", 10):
        record = {
            "id": rid, "name": name, "kind": kind, "native": native, "aliases": parts(aliases), "demonyms": people(demonyms),
            "parent": parent, "within": parts(within), "lat": lat, "lon": lon, "common": common.decided(name, rid) or "", "renamed": renamed.pop(rid, []),
        }
        if rid == "TW":
            record.update(geonames=taiwan["geonameid"], population=taiwan["population"], capital="gn/" + city_of["TW", "taipei"][0])
        regions.append(record)
    overshadow(packs, nations, subdivisions, world, regions)
    clear(packs["counties"] + subdivisions, packs["prefectures"] + packs["counties"] + nations + subdivisions + world + regions)
    if renamed:
        stop(f"renamed.txt: no such place: {sorted(renamed)}")
    idle = {key for key in common.hand if key not in common.used}
    if idle:
        print(f"common.txt: not needed: {sorted(idle)}", file=sys.stderr)

    check(packs["provinces"] + packs["prefectures"] + packs["counties"] + nations + subdivisions + world + regions)
    write_toml(out / "cn-places.toml", "cn-places", "China: provinces", GEONAMES + "; GB/T 2260; census of 2020", packs["provinces"])
    write_tsv(out / "cn-prefectures.tsv", "cn-prefectures", "China: prefectures", GEONAMES + "; GB/T 2260", packs["prefectures"], 4)
    write_tsv(out / "cn-counties.tsv", "cn-counties", "China: counties, county-level cities and districts", GEONAMES + "; GB/T 2260", packs["counties"], 2)
    write_toml(out / "countries.toml", "countries", "Countries and territories", GEONAMES + "; " + CLDR, nations)
    write_tsv(out / "subdivisions.tsv", "subdivisions", "First-level divisions of countries", GEONAMES + "; " + CLDR + "; ISO 3166-2 codes", subdivisions, 2)
    write_tsv(out / "world-cities.tsv", "world-cities", "Cities of the world", GEONAMES, world, 2)
    write_toml(out / "regions.toml", "regions", "Regions, waters, mountains and states", GEONAMES, regions)
    print(f"left out: {' '.join(sorted(set(left)))}", file=sys.stderr)


def tidy(name, country):
    """A city's name as printed, from GeoNames' spelling."""
    name = name.translate(str.maketrans({"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'", "`": "'"}))
    if country in ("RU", "BY", "UA", "KZ", "KG", "UZ", "TM", "TJ", "GE", "AM", "KP", "KR", "BG"):
        name = name.replace("'", "")
    if country in ("RU", "BY", "UA"):
        name = name.replace("ë", "yo") if country != "RU" else name.replace("ë", "e")
    if country in ("IQ", "SY", "SA", "YE", "JO", "LB", "EG", "LY", "PS", "OM", "AE", "KW", "BH", "QA", "IR", "IL", "SD", "ER", "AF"):
        name = re.sub(r"(^|(?<=[ -]))'|'(?=$|[ -])", "", name)
    if country == "KR":
        name = re.sub(r"-(si|gun|eup)$", "", name)
    if country == "JP":
        name = re.sub(r"-shi$", "", name)
    if country == "PH":
        name = re.sub(r" City$", "", name) if name not in ("Quezon City",) else name
    name = re.sub(r" \([^)]*\)$|, (?!.* i ).*$", "", plain(name).lstrip("'"))
    return name[:1].upper() + name[1:]


def without(former, renamed):
    """The former names but for those that are dated."""
    return [f for f in former if f not in {n for n, _ in renamed}]


def check(records):
    ids = Counter(r["id"] for r in records)
    double = [i for i, c in ids.items() if c > 1]
    if double:
        stop(f"ids twice: {double[:20]}")
    for record in records:
        for key in ("parent", "capital"):
            if record.get(key) and record[key] not in ids:
                stop(f"{record['id']} {record['name']}: no such {key}: {record[key]}")
        for id in record.get("within", []):
            if id not in ids:
                stop(f"{record['id']}: no such place within: {id}")
        if len(record["name"]) < 3 and not record.get("common"):
            stop(f"{record['id']}: a name of {len(record['name'])} letters without a flag: {record['name']}")
        if record["name"][0].islower():
            stop(f"{record['id']}: the name begins with a small letter: {record['name']}")


def china(admin, cities, common):
    province_rows = {r["iso"]: r for r in admin if r["level"] == "1"}
    prefecture_rows = {r["gb"]: r for r in admin if r["level"] == "2"}
    iso_of = {r["gb"]: r["iso"] for r in province_rows.values()}

    def prefecture_id(gb):
        row = prefecture_rows[gb]
        return "gn/" + (row["seat_geonameid"] or row["geonameid"])

    provinces = []
    for iso, name, kind, regions, capital, population, aliases, demonyms in table("provinces", 8):
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
    for code, name, native, aliases, demonyms, geonames, lat, lon, population in (
        ("HK", "Hong Kong", "香港", "Hong Kong Special Administrative Region;Hong Kong SAR;HKSAR;Hongkong", "Hong Konger+;Hongkonger+", "1819730", "22.2783", "114.1747", "7413070"),
        ("MO", "Macao", "澳门", "Macao Special Administrative Region;Macau Special Administrative Region;Macao SAR;Macau SAR;Macau", "Macanese", "1821275", "22.2006", "113.5461", "683218"),
    ):
        provinces.append({
            "id": code, "name": name, "native": native, "kind": "special-region", "aliases": parts(aliases), "demonyms": people(demonyms),
            "parent": "CN", "regions": ["south"], "geonames": geonames, "lat": lat, "lon": lon, "population": population,
        })

    fixed = {gb: (name, parts(aliases)) for gb, name, aliases in table("prefectures", 3)}
    if set(fixed) - set(prefecture_rows):
        stop(f"no such prefecture: {sorted(set(fixed) - set(prefecture_rows))}")
    seats = {gb: cells for gb, *cells in table("seats", 5)}
    prefectures, parents = [], {gb: iso for gb, iso in iso_of.items()}
    seat_names = set()
    for gb, row in prefecture_rows.items():
        kind = "city" if row["zh"].endswith("市") else "prefecture"
        if gb in fixed:
            name, aliases = fixed[gb]
        elif kind == "city" and row["pinyin"].endswith(" shi") and gb not in PINYIN_FIXED:
            name, aliases = row["pinyin"][:-4].replace(" ", "").capitalize(), []
        else:
            stop(f"prefecture not settled: {gb} {row['zh']}")
        lat, lon = row["lat"], row["lon"]
        if gb in seats:
            seat = cities[seats[gb][0]]
            lat, lon = seat["lat"], seat["lon"]
            if seats[gb][1]:
                seat_names.add((gb, seats[gb][2]))
                prefectures.append({
                    "id": "gn/" + seat["geonameid"], "name": seats[gb][1], "native": seats[gb][2], "kind": "city", "parent": prefecture_id(gb),
                    "aliases": parts(seats[gb][3]), "lat": lat, "lon": lon, "population": seat["population"],
                })
        elif not lat:
            lat, lon = SEAT_COORDINATES[gb]
        parents[gb] = prefecture_id(gb)
        prefectures.append({
            "id": prefecture_id(gb), "name": name, "native": short_native(row["zh"]), "kind": kind, "parent": iso_of[row["parent"]],
            "aliases": unique(aliases, name), "lat": lat, "lon": lon, "population": "" if gb in BAD_POPULATION else row["seat_pop"],
            "common": common.decided(name, "CN") or "",
        })
    return provinces, prefectures, (parents, seat_names, {p["id"]: p for p in prefectures})


# Characters that are read this way in names of counties, whatever they are read elsewhere.
READINGS = {"都": "du", "长": "chang", "什": "shi", "勒": "le", "曾": "zeng", "朝": "chao"}
PEOPLES = "满|蒙古|回|达斡尔|鄂温克|鄂伦春|朝鲜|畲|土家|苗|瑶|侗|壮|各|仫佬|毛南|黎|羌|彝|藏|仡佬|布依|水|哈尼|傣|纳西|拉祜|佤|布朗|独龙|怒|白|普米|傈僳|裕固|哈萨克|东乡|保安|撒拉|土|景颇|塔吉克|锡伯"


def counties(lists, admin, cities, divisions, simplified, common, packs, known):
    """Counties, county-level cities and districts by GB/T 2260, with the name in pinyin, as Xinhua prints it."""
    parents, seat_names, prefectures = known
    hand = {gb: (name, parts(aliases)) for gb, name, aliases in table("counties", 3)}
    provinces = {p["name"] for p in packs["provinces"]}
    known_well = {gb for (gb,) in table("counties-known", 1)}
    iso_of_code = {d["geonames_code"].split(".")[1]: d["iso3166_2"] for d in divisions if d["geonames_code"].startswith("CN.")}
    spots = defaultdict(list)
    for row in read(lists / "cn-places.tsv"):
        province = iso_of_code.get(row["admin1"], "")
        for form in {n.translate(simplified) for n in row["zh"].split("|") if n} | {folded(row["name"])}:
            spots[province, form].append(row)
    records, taken = [], set()
    for gb, native, pinyin in pairs(lists / "counties.tsv"):
        if not native.endswith(("市", "县", "区", "旗")) or native in ("城区", "郊区", "矿区") or hand.get(gb, ("", []))[0] == "-":
            continue
        if "71" <= gb[4:] <= "79":  # development zones
            continue
        parent = parents.get(gb[:4]) or parents[gb[:2]]
        syllables = pinyin.replace("lüe", "lue").replace("lü", "lyu").replace("nü", "nyu").split()
        syllables = [READINGS.get(c, s) for c, s in zip(native, syllables)]
        kind = {"市": "city", "区": "district"}.get(native[-1], "county")
        stem = native[:-1]
        if native.endswith(("自治县", "自治旗")):
            stem = native[:-3]
            while len(stem) > 2:
                match = re.search(rf"(?:{PEOPLES})族$|哈萨克$", stem)
                if not match or match.start() < 2:
                    break
                stem = stem[: match.start()]
            stem = stem[:-1] if len(stem) == 3 and stem.endswith("族") else stem
        if native.endswith("林区"):
            stem = native[:-2]
        if native.endswith("新区"):
            stem = native[:-2]
        if (gb[:4], stem) in seat_names or native in ("市辖区",):
            continue
        short = syllables[: len(stem)]
        if len(short) == 1:
            short = syllables[:2]
        name = short[0] + "".join(("'" if s[0] in "aoe" else "") + s for s in short[1:])
        name = name.capitalize()
        aliases = []
        if len(stem) == 1:
            aliases = [f"{short[0].capitalize()} {'County' if kind == 'county' else 'District'}"]
        if native.endswith("旗"):
            aliases.append(f"{name} Banner")
        if native.endswith("新区"):
            aliases.append(f"{name} New Area")
        if gb in hand:
            given, aliases = hand[gb][0] or name, hand[gb][1] + aliases
            name = given
        if name in provinces:
            name = f"{name} {kind.capitalize()}"
        seat = prefectures.get(parent)

        wide = 3 if gb[:2] in ("15", "23", "51", "53", "54", "62", "63", "65") else 1

        def near(row):
            return not seat or abs(float(row["lat"]) - float(seat["lat"])) < 1.5 * wide and abs(float(row["lon"]) - float(seat["lon"])) < 1.8 * wide

        # the place of the county's full name, else the only one of its short name nearby, for the coordinates alone
        full, spot = None, None
        for form in (native, stem, stem + "镇", folded(name), folded(name) + " xian"):
            found = [r for r in spots.get((parents[gb[:2]], form), []) if near(r) and "gn/" + r["geonameid"] not in prefectures]
            if len(found) == 1 and found[0]["geonameid"] not in taken:
                spot = found[0]
                taken.add(spot["geonameid"])
                full = spot if form == native else None
                break
        records.append({
            "id": "cn/" + gb, "name": name, "native": stem, "kind": kind, "parent": parent, "aliases": unique(aliases, name),
            "lat": spot["lat"] if spot else "", "lon": spot["lon"] if spot else "", "geonames": full["geonameid"] if full else "",
            "common": common.flag(name, 50_000, False, "CN-") or ("" if len(stem) > 2 or gb in known_well else "name"),
        })
    idle = set(hand) - {r["id"][3:] for r in records} - {gb for gb, (n, _) in hand.items() if n == "-"}
    if idle:
        stop(f"counties.txt: no such county: {sorted(idle)}")
    return records


def short_native(text):
    """The Chinese name without the generic word: 湖南省 to 湖南, 湘西土家族苗族自治州 to 湘西, 广西壮族自治区 to 广西."""
    for end in ("土家族苗族自治州", "布依族苗族自治州", "苗族侗族自治州", "藏族羌族自治州", "哈尼族彝族自治州", "壮族苗族自治州", "傣族景颇族自治州",
                "蒙古族藏族自治州", "朝鲜族自治州", "柯尔克孜自治州", "哈萨克自治州", "蒙古自治州", "傈僳族自治州", "藏族自治州", "彝族自治州", "傣族自治州",
                "白族自治州", "回族自治州", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "地区", "省", "市", "盟"):
        if text.endswith(end):
            return text[: -len(end)]
    stop(f"no generic word in {text}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        stop("expects the facts folder, the folder of lists and the output folder")
    main(*sys.argv[1:])
