#!/usr/bin/env python3
"""Write seeds/knowledge/world-leaders.toml: heads of state and government, some ministers, heads of world bodies.

Use: leaders.py FACTS OUT [--check] [--report]   (for example: leaders.py facts seeds/knowledge/world-leaders.toml)
     --check   print every office's chain of holders with gaps and overlaps, write nothing
     --report  print, for every tenure, what each source says of its first and last day, write nothing

Reads   leaders.tsv beside this file: who held which office, with proposed days (curated by hand)
        FACTS/officials/wikidata_holders.jsonl.gz              Wikidata, to 2022
        FACTS/officials/wikidata_world_leaders_2026.csv        Wikidata, by year, to late 2022 in fact
        FACTS/officials/factbook_heads_history.jsonl           World Factbook, 2015 to January 2026
        FACTS/officials/factbook_executives_1993_2025.json.gz  World Factbook, yearly
        FACTS/officials/reign_heads.csv, archigos_heads.csv.gz REIGN 2021, Archigos 4.1
        FACTS/officials/us_congress_executive_terms.jsonl      congress-legislators
        FACTS/compiled/world_1.tsv, world_1_ministers.tsv      only the pages its rows name

Rules
- A proposed day is never a source. Families of sources: Wikidata, Factbook, Archigos with REIGN (one grew out
  of the other), congress-legislators, and every host of a stored page or stored public file, as named in leaders.tsv.
- A first day stands to the day when two families give that very day; or, from July 2022 on, where the data
  files have the Factbook alone (Wikidata's end there), when the Factbook gives it and nothing else speaks against it;
  or when the Factbook gives it and Wikidata gives that year and no other day.
- Otherwise the month stands when any source gives that month (a Wikidata year alone: the year); when no source
  supports the year, the row is written to the month with `checked = false`.
- A last day is the first day of the successor, with its precision. Where there is a gap, it stands to the day when
  two families give it, to the month when one does; else as proposed, to the month.
- A source speaks of a tenure when the office fits, a telling part of the name fits, and the day is within 200 days.
- `roster-since` is the first day of the last unbroken chain that runs to today; a holder without a source counts, since
  a finding that rests on that tenure alone is softened by its `checked = false`.
- Wikidata ids come from the matching row; two different ids for one person stop the run unless leaders.tsv settles them.
- Records are sorted by id; the output depends on the input alone.
"""
import csv
import datetime
import gzip
import json
import re
import sys
import unicodedata
from pathlib import Path

REVIEWED = "2026-01-22"     # the last edition of the World Factbook that changed
START = "2012-01-01"

#        Wikidata unit, Factbook code, REIGN, Archigos
PLACES = {
    "us": ("us-cabinet", "us", "USA", "USA"), "gb": ("united-kingdom-cabinet", "uk", "UKG", "UKG"),
    "fr": ("france-cabinet", "fr", "FRN", "FRN"), "de": ("germany-cabinet", "gm", "GMY", "GFR"),
    "ru": ("russia-cabinet", "rs", "RUS", "RUS"), "jp": ("japan-ministers", "ja", "JPN", "JPN"),
    "kr": ("south-korea-ministers", "ks", "ROK", "ROK"), "kp": ("north-korea", "kn", "PRK", "PRK"),
    "in": ("india-ministers", "in", "IND", "IND"), "pk": ("pakistan-ministers", "pk", "PAK", "PAK"),
    "bd": ("bangladesh-ministers", "bg", "BNG", "BNG"), "lk": ("sri-lanka-cabinet", "ce", "SRI", "SRI"),
    "np": ("nepal-ministers", "np", "NEP", "NEP"), "ir": ("iran-ministers", "ir", "IRN", "IRN"),
    "iq": ("iraq-ministers", "iz", "IRQ", "IRQ"), "il": ("israel-ministers", "is", "ISR", "ISR"),
    "ps": ("palestine", "we", "", ""), "eg": ("egypt-ministers", "eg", "EGY", "EGY"),
    "tr": ("turkey-ministers", "tu", "TUR", "TUR"), "sa": ("saudi-ministers", "sa", "SAU", "SAU"),
    "sy": ("syria", "sy", "SYR", "SYR"), "qa": ("qatar-ministers", "qa", "QAT", "QAT"),
    "ae": ("uae-ministers", "ae", "UAE", "UAE"), "ua": ("ukraine-cabinet", "up", "UKR", "UKR"),
    "by": ("belarus-ministers", "bo", "BLR", "BLR"), "kz": ("kazakhstan-cabinet", "kz", "KZK", "KZK"),
    "uz": ("uzbekistan-ministers", "uz", "UZB", "UZB"), "id": ("indonesia-ministers", "id", "INS", "INS"),
    "my": ("malaysia-ministers", "my", "MAL", "MAL"), "sg": ("singapore-ministers", "sn", "SIN", "SIN"),
    "th": ("thailand", "th", "THI", "THI"), "vn": ("vietnam", "vm", "DRV", "DRV"),
    "ph": ("philippines-ministers", "rp", "PHI", "PHI"), "kh": ("cambodia", "cb", "CAM", "CAM"),
    "la": ("laos", "la", "LAO", "LAO"), "mm": ("myanmar-ministers", "bm", "MYA", "MYA"),
    "mn": ("mongolia-ministers", "mg", "MON", "MON"), "au": ("australia-cabinet", "as", "AUL", "AUL"),
    "nz": ("new-zealand-cabinet", "nz", "NEW", "NEW"), "ca": ("canada-cabinet", "ca", "CAN", "CAN"),
    "mx": ("mexico-ministers", "mx", "MEX", "MEX"), "br": ("brazil-ministers", "br", "BRA", "BRA"),
    "ar": ("argentina-ministers", "ar", "ARG", "ARG"), "cl": ("chile-ministers", "ci", "CHL", "CHL"),
    "pe": ("peru", "pe", "PER", "PER"), "cu": ("cuba", "cu", "CUB", "CUB"),
    "ve": ("venezuela", "ve", "VEN", "VEN"), "za": ("south-africa-cabinet", "sf", "SAF", "SAF"),
    "ng": ("nigeria", "ni", "NIG", "NIG"), "ke": ("kenya", "ke", "KEN", "KEN"),
    "et": ("ethiopia-ministers", "et", "ETH", "ETH"), "it": ("italy-ministers", "it", "ITA", "ITA"),
    "es": ("spain-ministers", "sp", "SPN", "SPN"), "pt": ("portugal-cabinet", "po", "POR", "POR"),
    "nl": ("netherlands-cabinet", "nl", "NTH", "NTH"), "be": ("belgium-cabinet", "be", "BEL", "BEL"),
    "ch": ("swiss-federal-council", "sz", "SWZ", "SWZ"), "se": ("sweden-cabinet", "sw", "SWD", "SWD"),
    "no": ("norway-cabinet", "no", "NOR", "NOR"), "pl": ("poland-cabinet", "pl", "POL", "POL"),
    "hu": ("hungary-cabinet", "hu", "HUN", "HUN"), "cz": ("czech-ministers", "ez", "CZR", "CZR"),
    "eu": ("", "ee", "", ""), "gr": ("greece-cabinet", "gr", "GRC", "GRC"), "rs": ("serbia-ministers", "ri", "YUG", "SER"),
}
WORLD = {"un/secretary-general": r"Secretary-General of the United Nations$",
         "wto/director-general": r"Director-General of the World Trade"}
POSITION = {    # how Wikidata's positions name a kind of office
    "president": r"^(Interim |Acting )?President$|^President of (the (French|Swiss|Russian|Italian|Federal)|Germany|Ireland)|^Head of State|^Federal President|^President of the (Republic|Confederation)",
    "prime-minister": r"^(Prime Minister|Premier|President of the Government|Head of Government|Taoiseach)",
    "premier": r"^Premier", "chancellor": r"Chancellor", "chief-adviser": r"Chief Advis", "vice-president": r"^Vice.President$",
    "secretary-of-state": r"^Secretary of State$", "foreign-secretary": r"^Secretary of State for Foreign",
    "foreign-minister": r"Foreign|External Affairs", "supreme-leader": r"Leader", "governor-general": r"^Governor.General",
    "assembly-presidium-president": r"Presidium of the Supreme", "party-general-secretary": r"General Secretary",
    "state-counsellor": r"Counsell?or", "scaf-chairman": r"Supreme Council|Head of State|Chairman",
    "crown-prince": r"Crown Prince", "king": r"(?i)monarch|king|agong", "queen": r"(?i)monarch|queen",
    "monarch": r"(?i)monarch|king|queen", "emir": r"(?i)emir|amir", "emperor": r"(?i)emperor|monarch",
}
YEARLY = {      # what the office is called in Wikidata's list by year
    "president": r"(?i)^president", "prime-minister": r"(?i)^prime minister|government", "premier": r"^Premier",
    "chancellor": r"Chancellor", "king": r"(?i)monarch|king|agong", "monarch": r"(?i)monarch of the united",
    "emir": r"(?i)emir", "emperor": r"(?i)emperor", "supreme-leader": r"Supreme", "governor-general": r"(?i)governor",
}
COUNTRY = {"us": "United States of America", "gb": "United Kingdom", "fr": "France", "de": "Germany", "ru": "Russia", "jp": "Japan",
           "kr": "South Korea", "kp": "North Korea", "in": "India", "pk": "Pakistan", "bd": "Bangladesh", "lk": "Sri Lanka",
           "np": "Nepal", "ir": "Iran", "iq": "Iraq", "il": "Israel", "ps": "State of Palestine", "eg": "Egypt", "tr": "Turkey",
           "sa": "Saudi Arabia", "sy": "Syria", "qa": "Qatar", "ae": "United Arab Emirates", "ua": "Ukraine", "by": "Belarus",
           "kz": "Kazakhstan", "uz": "Uzbekistan", "id": "Indonesia", "my": "Malaysia", "sg": "Singapore", "th": "Thailand",
           "vn": "Vietnam", "ph": "Philippines", "kh": "Cambodia", "la": "Laos", "mm": "Myanmar", "mn": "Mongolia",
           "au": "Australia", "nz": "New Zealand", "ca": "Canada", "mx": "Mexico", "br": "Brazil", "ar": "Argentina", "cl": "Chile",
           "pe": "Peru", "cu": "Cuba", "ve": "Venezuela", "za": "South Africa", "ng": "Nigeria", "ke": "Kenya", "et": "Ethiopia",
           "it": "Italy", "es": "Spain", "pt": "Portugal", "nl": "Kingdom of the Netherlands", "be": "Belgium",
           "ch": "Switzerland", "se": "Sweden", "no": "Norway", "pl": "Poland", "hu": "Hungary", "cz": "Czech Republic",
           "gr": "Greece", "rs": "Serbia"}
EFFECTIVE = {"president", "prime-minister", "chancellor", "premier", "king", "supreme-leader", "emir", "scaf-chairman",
             "chief-adviser", "party-general-secretary"}
COMMON = set("""the and bin ibn von van der den del dos das abd abdul abdel sir muhammad mohammed mohammad mohamed jose juan kim lee
    park choi chung nguyen sheikh ali ben first second prince king queen emperor saud thani nahyan maktoum abdulaziz aziz jean marc pierre
    david boris alexander viktor mario pedro francisco luis carlos peter andrei karel""".split())
MONTHS = {m: i + 1 for i, m in enumerate("january february march april may june july august september october november december".split())}
MONTHS.update({m[:3]: n for m, n in list(MONTHS.items())})
MONTHS["sept"] = 9
NOTICED = re.compile(r"\b(?:(\d{1,2})\s*)?([A-Z][a-z]{2,8})\.?\s+(\d{4})\b")


def plain(text):
    text = text.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O").replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def words(text):
    return set(re.findall(r"[a-z]{2,}", plain(text).lower().replace("'", "").replace("’", "")))


def kebab(text):
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower().replace("'", "")).strip("-")


def day(text):
    y, m, d = map(int, text.split("-"))
    return datetime.date(y, m, d)


def near(text, wanted):
    """Whether a day, month or year is near a wanted day."""
    if len(text) == 10:
        return abs((day(text) - day(wanted)).days) <= 200
    if len(text) == 7:
        return abs((day(text + "-15") - day(wanted)).days) <= 200
    return abs(int(text) - int(wanted[:4])) <= 0


class Sources:
    def __init__(self, facts):
        o = facts / "officials"
        self.wikidata, self.everywhere = {}, {}
        with gzip.open(o / "wikidata_holders.jsonl.gz", "rt", encoding="utf-8") as f:
            for line in f:
                r = json.loads(line)
                self.wikidata.setdefault(r["unit"], []).append(r)
                for name in {r["person"], r["enwiki"] or r["person"]}:
                    self.everywhere.setdefault(kebab(name), set()).add(r["qid"])
        self.units = set(self.wikidata)
        self.yearly = {}
        with open(o / "wikidata_world_leaders_2026.csv", encoding="utf-8", newline="") as f:
            for r in csv.DictReader(f):
                self.yearly.setdefault(r["country"], []).append(r)
                self.everywhere.setdefault(kebab(r["officeholderLabel"]), set()).add(r["officeholder"])
        self.factbook = {}
        with open(o / "factbook_heads_history.jsonl", encoding="utf-8") as f:
            for line in f:
                r = json.loads(line)
                self.factbook.setdefault(r["code"], []).append((r["first_seen"], r["last_seen"], r["text"]))
        with gzip.open(o / "factbook_executives_1993_2025.json.gz", "rt", encoding="utf-8") as f:
            for year, code, name, _, text in json.load(f):
                code = code or {"European Union": "EU"}.get(name, "")
                place = {"uk": "gb"}.get(code.lower(), code.lower())
                if year >= 1999 and place in PLACES:
                    self.factbook.setdefault(PLACES[place][1], []).append((f"{year}-12-31", f"{year}-12-31", text))
        self.said = {code: [s for line in lines for s in statements(*line)] for code, lines in self.factbook.items()}
        self.reign, self.archigos = {}, {}
        with open(o / "reign_heads.csv", encoding="utf-8", newline="") as f:
            for r in csv.DictReader(f):
                start = f"{int(r['syear']):04d}-{int(r['smonth']):02d}-{int(r['sdate']):02d}"
                end = f"{int(r['eyear']):04d}-{int(r['emonth']):02d}" if r["eyear"] else ""
                self.reign.setdefault(r["stateabb"], []).append((r["leader"], start, end))
        with gzip.open(o / "archigos_heads.csv.gz", "rt", encoding="utf-8", newline="") as f:
            for r in csv.DictReader(f):
                self.archigos.setdefault(r["idacr"], []).append((r["leader"], r["startdate"], "" if r["enddate"] == "2015-12-31" else r["enddate"]))
        self.congress = []
        with open(o / "us_congress_executive_terms.jsonl", encoding="utf-8") as f:
            for line in f:
                r = json.loads(line)
                if r["type"] in ("prez", "viceprez"):
                    self.congress.append(r)
        self.pages = {}
        for name in ("world_1.tsv", "world_1_ministers.tsv"):
            with open(facts / "compiled" / name, encoding="utf-8", newline="") as f:
                for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                    for s in r["source"].split(";"):
                        if s.strip().startswith("http"):
                            self.pages.setdefault(r["person"].split("|")[0], []).append((r["from"], r["to"], s.strip().split()[0]))


def statements(first, last, text):
    """What one line of the Factbook says: (words of the name, its title, day, edition)."""
    text = re.sub(r"\b(chief of state|head of government|cabinet|elections?|election/appointment process|election results?|note)\s*[:-]", ";", text)
    found = []
    for m in re.finditer(r"\(([^()]*)\)", text):
        dates = [d for d in NOTICED.finditer(m.group(1)) if d.group(2).lower() in MONTHS]
        if not dates or "born" in m.group(1):
            continue
        before = re.split(r"[;:]|\([^()]*\d{4}[^()]*\)", text[:m.start()])[-1]
        for d in dates:
            when = f"{d.group(3)}-{MONTHS[d.group(2).lower()]:02d}"
            if d.group(1):
                when += f"-{int(d.group(1)):02d}"
            found.append((words(before[-110:]), before, when, first, last))
    return found


FACTBOOK_TITLE = {"president": r"(?<!Vice )(?<!Assembly )\bPresident", "prime-minister": r"(?<!Deputy )\bPrime Minister|Premier|President of the Government",
                  "vice-president": r"Vice President", "chancellor": r"Chancellor", "premier": r"Premier", "king": r"King", "queen": r"Queen",
                  "monarch": r"King|Queen", "emperor": r"Emperor", "emir": r"A(mir|meer)", "governor-general": r"Governor", "supreme-leader": r"Leader|KIM Jong",
                  "chief-adviser": r"Adviser|Advisor|Interim Prime Minister", "crown-prince": r"Crown Prince", "state-counsellor": r"Counsel",
                  "assembly-presidium-president": r"Assembly President|Presidium", "scaf-chairman": r"Chairman|Marshal"}

TITLED = r"President|Minister|Chancellor|Premier|King|Queen|Emperor|A[mn]ir|Governor|Leader|Advis|Chair|Prince|Speaker|Judge|Commander"


def evidence(src, office, person, wanted, which):
    """[(family, label, date)] that speak of the first (which=0) or last (which=1) day of a tenure."""
    place, kind = office.split("/", 1)[0], office.rsplit("/", 1)[1]
    keys = person["keys"]
    out = []

    def fits(name):
        return bool(words(name) & keys)

    unit, code, reign, archigos = PLACES.get(place, ("", "", "", ""))
    if place in ("un", "wto"):
        unit, pattern = "world", WORLD[office]
    else:
        pattern = POSITION.get(kind, r"$^")
    rows = src.wikidata.get(unit, [])
    if place == "de":
        rows = [r for u in src.units if u.startswith("german") for r in src.wikidata[u]]
    for r in rows:
        if re.search(pattern, r["position"]) and fits(r["person"]):
            when = r["start"] if which == 0 else r["end"]
            if when and near(when, wanted):
                out.append(("wikidata", "Wikidata " + r["qid"], when))
    for r in src.yearly.get(COUNTRY.get(place, "-"), []):
        if kind in YEARLY and re.search(YEARLY[kind], r["positionLabel"]) and fits(r["officeholderLabel"]):
            when = r["start_year"] if which == 0 else r["end_year"]
            if when and near(when, wanted):
                out.append(("wikidata", "Wikidata " + r["officeholder"], when))
    if which == 0 and kind in FACTBOOK_TITLE:
        for who, before, when, first, last in src.said.get(code, []):
            if who & keys and (re.search(FACTBOOK_TITLE[kind], before) or not re.search(TITLED, before)) and near(when, wanted):
                if kind == "prime-minister" and re.search(r"Deputy Prime", before) and not re.search(r"(?<!Deputy )Prime Min", before):
                    continue
                out.append(("factbook", "World Factbook", when))
    if kind in EFFECTIVE or kind == "monarch":
        for name, start, end in src.archigos.get(archigos, []):
            when = (start, end)[which]
            if when and fits(name) and near(when, wanted):
                out.append(("archigos", "Archigos 4.1", when))
        for name, start, end in src.reign.get(reign, []):
            when = (start, end)[which]
            if when and fits(name) and near(when, wanted):
                out.append(("archigos", "REIGN 2021", when))
    if office in ("us/president", "us/vice-president"):
        for r in src.congress:
            when = (r["start"], r["end"])[which]
            if r["type"] == ("prez" if office == "us/president" else "viceprez") and fits(r["person"]) and when and near(when, wanted):
                out.append(("congress", "congress-legislators", when))
    for start, end, url in src.pages.get(person["name"], []):
        when = (start, end)[which]
        if when and near(when, wanted):
            out.append((url.split("/")[2].removeprefix("www."), url, when))
    return sorted(set(out))


def settle(proposed, found, alone):
    """The day, month or year that stands, the sources that bear it out, and whether one of them bears it out at all."""
    exact = [e for e in found if e[2] == proposed]
    families = {e[0] for e in exact}
    against = [e for e in found if len(e[2]) == 10 and e[2] != proposed]
    if len(families) >= 2 or (alone and "factbook" in families and not [e for e in against if e[0] != "factbook"]):
        return proposed, exact, True
    if "factbook" in families and [e for e in found if e[0] == "wikidata" and e[2] == proposed[:4]] and not [e for e in against if e[0] != "factbook"]:
        return proposed, exact + [e for e in found if e[0] == "wikidata" and e[2] == proposed[:4]], True
    month = [e for e in found if e[2][:7] == proposed[:7]]
    if month:
        return proposed[:7], month, True
    year = [e for e in found if e[2][:4] == proposed[:4]]
    if year:
        return proposed[:4], year, True
    return proposed[:7], [], False


def load():
    persons, offices, tenures = {}, {}, []
    with open(Path(__file__).with_name("leaders.tsv"), encoding="utf-8") as f:
        for n, line in enumerate(f, 1):
            if line.startswith("#") or not line.strip():
                continue
            c = line.rstrip("\n").split("\t")
            if c[0] == "person":
                c += [""] * (6 - len(c))
                persons[c[1]] = {"name": c[1], "aliases": [a for a in c[2].split("|") if a], "order": c[3], "more": c[4], "qid": c[5]}
            elif c[0] == "office":
                c += [""] * (7 - len(c))
                offices[c[1]] = {"id": c[1], "title": c[2], "also": [a for a in c[3].split("|") if a], "role": c[4], "jurisdiction": c[5], "organization": c[6]}
            elif c[0] == "tenure":
                c += [""] * (8 - len(c))
                tenures.append({"office": c[1], "person": c[2], "from": c[3], "to": c[4], "acting": c[5] == "acting", "evidence": c[6], "note": c[7], "line": n})
            else:
                sys.exit(f"leaders.tsv:{n}: unknown kind {c[0]!r}")
    for t in tenures:
        if t["office"] not in offices:
            sys.exit(f"leaders.tsv:{t['line']}: no office {t['office']}")
        persons.setdefault(t["person"], {"name": t["person"], "aliases": [], "order": "given-first", "more": "", "qid": ""})
    for p in persons.values():
        p["id"] = kebab(p["name"])
        keys = set()
        for name in [p["name"]] + p["aliases"]:
            keys |= {w for w in words(name) if len(w) > 2}
        p["keys"] = (keys - COMMON) | {k for k in p["more"].split(",") if k}
        p["tenures"], p["qids"] = [], {p["qid"]} if p["qid"] else set()
    return persons, offices, tenures


def work(facts):
    src = Sources(facts)
    persons, offices, tenures = load()
    chains = {o: [t for t in tenures if t["office"] == o] for o in offices}
    for o, chain in chains.items():
        for i, t in enumerate(chain):
            t["next"] = chain[i + 1] if i + 1 < len(chain) else None
    for t in tenures:
        p = persons[t["person"]]
        extra = []
        for item in filter(None, (x.strip() for x in t["evidence"].split(" ; "))):
            side, rest = item.split("=", 1)
            when, url = rest.split(" ", 1)
            extra.append((0 if side == "from" else 1, (url.split("/")[2].removeprefix("www.") if url.startswith("http") else url, url, when)))
        t["found"] = evidence(src, t["office"], p, t["from"], 0) + [e for s, e in extra if s == 0]
        alone = t["from"] >= "2022-07-01"
        t["start"], t["sources"], t["checked"] = settle(t["from"], t["found"], alone)
        p["qids"] |= {e[1].split()[1] for e in t["found"] if e[0] == "wikidata"}
        t["extra_to"] = [e for s, e in extra if s == 1]
    for t in tenures:
        t["found_to"], t["end"] = [], ""
        if t["to"]:
            t["found_to"] = evidence(src, t["office"], persons[t["person"]], t["to"], 1) + t["extra_to"]
            same = [u for u in chains[t["office"]] if u["from"] == t["to"]]
            if same:
                t["end"] = same[0]["start"]
                full = settle(t["to"], t["found_to"], False)
                if len(full[0]) > len(t["end"]):
                    t["end"] = full[0]
            else:
                t["end"], borne, _ = settle(t["to"], t["found_to"], False)
                t["sources"] = t["sources"] + [e for e in borne if e[1].startswith("http")]
        elif t["next"]:
            t["end"] = t["next"]["start"]
        persons[t["person"]]["tenures"].append(t)
    for p in persons.values():
        if not p["qids"]:
            for name in [p["name"]] + p["aliases"]:
                known = src.everywhere.get(kebab(name), set())
                if len(known) == 1:
                    p["qids"] = set(known)
                    break
        if p["qid"]:
            p["qids"] = {p["qid"]}
        if len(p["qids"]) > 1:
            print(f"{p['name']}: several Wikidata ids {sorted(p['qids'])}", file=sys.stderr)
    for o, chain in chains.items():
        since, reach = "", ""
        for t in chain:
            if not since or (reach and (day(t["from"]) - day(reach)).days > 1):
                since, reach = t["start"], ""
            reach = max(reach, t["to"] or (t["next"]["from"] if t["next"] else "9999-12-31"))
        if reach != "9999-12-31":
            since = ""
        offices[o]["since"] = since
    return persons, offices, chains


def text(s):
    return json.dumps(s, ensure_ascii=False)


def date(s):
    return s if len(s) == 10 else text(s)


def cited(t):
    labels = {}
    for family, label, when in t["sources"]:
        if label == "World Factbook":
            if len(when) == 10:
                d = day(when)
                when = f"{d.day} {[m for m, n in MONTHS.items() if n == d.month and len(m) > 3 or m == 'may' and d.month == 5][0].capitalize()} {d.year}"
            elif len(when) == 7:
                when = f"{[m for m, n in MONTHS.items() if n == int(when[5:]) and (len(m) > 3 and m != 'sept' or m == 'may')][0].capitalize()} {when[:4]}"
            label = f"World Factbook (since {when})"
        labels[label] = None
    return sorted(labels, key=lambda s: (s.startswith("http"), not s.startswith("Wikidata"), s))


def write(persons, offices, out):
    lines = ["# Written by converters/leaders.py from converters/leaders.tsv; change those, not this file.", "[pack]", 'id = "world-leaders"',
             'name = "World: heads of state and government, some ministers, heads of international bodies"', f"reviewed = {REVIEWED}",
             'attribution = "Wikidata (CC0); CIA World Factbook (public domain); REIGN 2021; Archigos 4.1; congress-legislators (CC0); dates from the pages named per tenure"', ""]
    for id, titles in (("head-president", ["President"]), ("monarch-king", ["King"]), ("prime-minister", ["Prime Minister"])):
        lines += ["[[role]]", f"id = {text(id)}", f"titles = {text(titles)}", ""]
    for o in sorted(offices.values(), key=lambda o: o["id"]):
        lines += ["[[office]]", f"id = {text(o['id'])}", f"title = {text(o['title'])}"]
        if o["also"]:
            lines.append(f"also = {text(o['also'])}")
        for key in ("role", "organization", "jurisdiction"):
            if o[key]:
                lines.append(f"{key} = {text(o[key])}")
        lines.append("seats = 1")
        if o["since"]:
            lines.append(f"roster-since = {date(o['since'])}")
        lines.append("")
    for p in sorted(persons.values(), key=lambda p: p["id"]):
        lines += ["[[person]]", f"id = {text(p['id'])}", f"name = {text(p['name'])}", f"name-order = {text(p['order'])}"]
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
            if not t["checked"]:
                lines.append("checked = false")
            else:
                lines.append(f"source = {text(cited(t))}")
        lines.append("")
    Path(out).write_text("\n".join(lines).rstrip("\n") + "\n", encoding="utf-8")


def check(offices, chains):
    gaps = 0
    for o in sorted(chains):
        print(f"{o}  (roster-since {offices[o]['since'] or '-'})")
        chain, reach = chains[o], None
        for t in chain:
            mark = ""
            if reach is not None:
                if (day(t["from"]) - day(reach)).days > 1:
                    mark, gaps = f"   GAP from {reach}", gaps + 1
                elif reach > t["from"]:
                    mark = f"   OVERLAP to {reach}"
            print(f"   {t['start']:<10} {t['end'] or 'open':<10} {'acting ' if t['acting'] else ''}{t['person']}{'' if t['checked'] else '   UNCHECKED'}{mark}")
            ends = t["to"] or (t["next"]["from"] if t["next"] else "9999")
            reach = max(reach or "", ends)
        if reach != "9999":
            print(f"   no holder after {reach}")
    print(f"{len(chains)} offices, {gaps} gaps")


def report(chains):
    for o in sorted(chains):
        for t in chains[o]:
            for side, proposed, stands, found in (("from", t["from"], t["start"], t["found"]), ("to", t["to"], t["end"], t["found_to"])):
                if not proposed:
                    continue
                said = {}
                for family, label, when in found:
                    said.setdefault(when, set()).add(family)
                differ = [w for w in said if len(w) == 10 and w != proposed]
                mark = "DIFFER" if differ else ("" if stands == proposed else "THIN")
                print(mark.ljust(6), o, t["person"], side, proposed, "->", stands, "|", "; ".join(f"{w}: {','.join(sorted(f))}" for w, f in sorted(said.items())))


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    persons, offices, chains = work(Path(arguments[0]))
    if "--check" in sys.argv:
        check(offices, chains)
    elif "--report" in sys.argv:
        report(chains)
    else:
        write(persons, offices, arguments[1])


if __name__ == "__main__":
    main()
