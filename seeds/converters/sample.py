#!/usr/bin/env python3
"""Write tests/knowledge/second-source.tsv: for tenures of the packs, the figures of a second source, to hold the packs against.

Use: sample.py FACTS PACKS OUT   (for example: sample.py facts seeds/knowledge tests/knowledge/second-source.tsv)

Reads   the collections that world.py reads, PACKS/*.toml, and the notes of OUT, where it is there already
Writes  OUT: 300 rows, one a tenure: person's id, office's id, source, the item of the source, its first and last day, a note.
        Days are the source's own, not the pack's. A note tells why a figure is another than the pack's, and is kept from run to run.
        What differs from the packs and has no note is printed, a line each.

Rules
- A tenure qualifies when a collection of another family than the source that it cites first speaks of it: of that office, that person,
  with a first day within 200 days. A tenure that follows or precedes another of the same person in the office does not: sources join or
  divide these as they like. Nor does one without a source.
- Terms of one person in Wikidata or congress-legislators that follow each other within a month count as one.
- Of several families, and of several tenures, those come first whose ids have the smallest SHA-256. Packs take turns, until there are 300 rows.
- The Factbook, which gives first days only, has no last day; nor has a source whose last day is no nearer than two years to the pack's: it
  speaks of one of several terms. A last day that lies ahead of the collection is left out.
"""
import csv
import datetime
import hashlib
import re
import sys
import tomllib
from pathlib import Path

import world

SIZE = 300
COLUMNS = ("person", "office", "source", "item", "from", "to", "note")
POSITIONS = {   # what Wikidata calls offices of China that their titles do not tell
    "cn/general-secretary": "General Secretary of the Chinese Communist Party", "cn/minister/ndrc": "Minister in Charge of the National Development and Reform Commission",
    "cn/minister/health": "Minister in Charge of the National Health Commission", "cn/minister/ethnic-affairs": "Minister in Charge of the State Ethnic Affairs Commission",
    "cn/pboc-governor": "Governor of the People's Bank", "cn/minister/defense": "Minister of National Defense", "cn/minister/foreign": "Minister of Foreign Affairs",
    "cn/supreme-court-president": "President of the Supreme People's Court", "cn/npc-vice-chairman": "Vice President of the National People's Congress",
    "CN-XZ/governor": "Chairman of the People's Government of Tibet Autonomous Region", "cn/joint-staff-chief": "Chief of the Joint Staff",
}
OWN_TITLE = {"cn/state-council", ""}    # organizations of offices whose bare title names them
IN_FACTBOOK = {"president", "premier", "vice-president", "vice-premier", "chief-executive"}     # offices of China of which the Factbook speaks


def read_packs(folder):
    """[(pack's id, file)], offices and people by id."""
    offices, people = {}, {}
    for path in sorted(folder.glob("*.toml")):
        pack = tomllib.loads(path.read_text(encoding="utf-8"))
        for o in pack.get("office", []):
            offices[o["id"]] = o
        for p in pack.get("person", []):
            people[p["id"]] = (path.stem, p)
    return offices, people


def office_for_world(o):
    """An office of a pack as world.py knows it."""
    titles = [o["title"]] + o.get("also", [])
    titles += [f"Minister of {m.group(1)}" for t in titles if (m := re.fullmatch(r"(.+) Minister", t))]
    if o.get("jurisdiction", "").startswith("CN") and o.get("organization", "") not in OWN_TITLE:
        titles = [t for t in titles if "Minister" in t or " of " in t] or ["-"]
    if o["id"] in POSITIONS:
        titles.append(POSITIONS[o["id"]])
    return {"id": o["id"], "title": titles[0], "also": titles[1:], "role": o.get("role", ""), "jurisdiction": o.get("jurisdiction", ""),
            "organization": o.get("organization", "") if not o.get("jurisdiction") else "", "seats": o.get("seats", 0)}


def person_for_world(p):
    q = world.new_person(p["id"], "")
    q.update(name=p["name"], aliases=p.get("aliases", []), order=p.get("name-order", "given-first"))
    return world.finish(q)


def written(day):
    return day.isoformat() if isinstance(day, datetime.date) else day or ""


def joined(statements):
    """Statements of one item that follow each other within a month, as one."""
    out = []
    for s in sorted(statements, key=lambda s: s.days[0] or "0"):
        before = out[-1] if out else None
        if before and before.label == s.label and len(before.days[1]) == 10 and len(s.days[0]) == 10 \
                and abs((world.earliest(s.days[0]) - world.earliest(before.days[1])).days) <= 31:
            out[-1] = world.Statement(s.family, s.label, s.name, before.days[0], s.days[1])
        else:
            out.append(s)
    return out


def alone(tenure, others):
    """Whether no other tenure of the person in the office adjoins."""
    start, end = world.earliest(written(tenure["from"])), world.latest(written(tenure.get("to")) or world.OPEN)
    for t in others:
        a, b = world.earliest(written(t["from"])), world.latest(written(t.get("to")) or world.OPEN)
        if t is not tenure and (a - end).days <= 365 and (start - b).days <= 365:
            return False
    return True


def distance(statement, day):
    a, b = (world.earliest(d + "-15" if len(d) == 7 else d) for d in (statement.days[0], day))
    return abs((a - b).days)


def order(*words):
    return hashlib.sha256("|".join(words).encode()).hexdigest()


def speaks_of(statement, person, office):
    """Whether a statement names the whole name, or is of a collection that has surnames alone, and tells a day of this office."""
    china = office[:2] in ("cn", "CN")
    if statement.family in ("archigos", "congress"):
        return not china    # where Archigos follows the General Secretary
    if statement.family == "factbook" and (china and office.rsplit("/", 1)[1] not in IN_FACTBOOK or statement.label != "World Factbook"):
        return False
    return world.fit(person, statement) >= 3


def second(tenure, person, statements):
    """The statement of another family than the source first cited, that is nearest to the tenure."""
    cited = tenure.get("source")
    if not cited:
        return None
    first = world.family(cited if isinstance(cited, str) else cited[0])
    start = written(tenure["from"])
    families = {}
    for s in statements:
        if s.family != first and world.near(s.days[0], start) and speaks_of(s, person, tenure["office"]):
            families.setdefault(s.family, []).append(s)
    if not families:
        return None
    chosen = min(families, key=lambda f: order(person["key"], tenure["office"], f))
    return min(families[chosen], key=lambda s: (distance(s, start), -len(s.days[0]), s.label))


def last_day(statement, tenure):
    """The source's last day, where it speaks of the whole tenure."""
    said, held = statement.days[1], written(tenure.get("to"))
    if not said or said > world.TODAY or not held or abs(int(said[:4]) - int(held[:4])) > 1:
        return ""
    return said


def row(pack, person, tenure, statement):
    name, item = (statement.label.split(" ", 1) + [""])[:2] if statement.family == "wikidata" else (statement.label, " ".join(statement.name.split()))
    return pack, {"person": person, "office": tenure["office"], "source": name, "item": item, "from": statement.days[0],
                  "to": last_day(statement, tenure), "note": ""}, tenure


def candidates(facts, packs):
    """Every tenure with a second source, by pack, in the order of their sums."""
    src = world.Sources(facts)
    names, _ = world.names_of_places(packs)
    offices, people = read_packs(packs)
    held = {}
    for pack, p in people.values():
        for t in p.get("tenure", []):
            held.setdefault(t["office"], []).append((pack, p, t))
    found = {}
    for id in sorted(held):
        office = office_for_world(offices[id])
        known = {p["id"]: person_for_world(p) for _, p, _ in held[id]}
        chain = [{"person": p["id"], "from": written(t["from"]), "to": written(t.get("to"))} for _, p, t in held[id]]
        chain.sort(key=lambda t: t["from"])
        spoken = world.attribute(world.testimony(src, office, names), chain, list(known.values()))
        for pack, p, t in held[id]:
            if alone(t, [u for u in p["tenure"] if u["office"] == id]):
                s = second(t, known[p["id"]], joined(spoken.get(p["id"], [])))
                if s:
                    found.setdefault(pack, []).append(row(pack, p["id"], t, s))
    for rows in found.values():
        rows.sort(key=lambda r: order(r[1]["person"], r[1]["office"], written(r[2]["from"])[:4]))
    return found


def sample(found):
    """Rows from each pack in turn, until there are enough."""
    taken, place = [], 0
    while len(taken) < SIZE and any(place < len(rows) for rows in found.values()):
        for pack in sorted(found):
            if place < len(found[pack]) and len(taken) < SIZE:
                taken.append(found[pack][place])
        place += 1
    return taken


def agrees(a, b):
    """Whether two days are the same, as far as both are told."""
    length = min(len(a), len(b))
    return a[:length] == b[:length]


def differences(r, tenure):
    for side in ("from", "to"):
        held = written(tenure.get(side))
        if r[side] and held and not agrees(r[side], held):
            yield f"{side} {held} in the pack, {r[side]} in the source"


def notes(path):
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as f:
        lines = [line for line in f if not line.startswith("#")]
    return {(r["person"], r["office"], r["source"], r["item"]): r["note"] or "" for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


HEAD = """\
# Figures of second sources for tenures of the packs. Written by seeds/converters/sample.py, which says how the tenures were chosen; the notes are by hand.
# Each row: who, which office, the source and its item, and the first and last day as that source gives them, to the day, month or year.
# A pack's tenure agrees when it is the same as far as both are told. Where a source gives another day, the note says which is right, and why.
# An empty field: the source does not say. The packs' own figures are not here, so that this table stays a check on them.
"""


def main():
    facts, packs, out = (Path(a) for a in sys.argv[1:4])
    kept = notes(out)
    rows = sample(candidates(facts, packs))
    lines = [HEAD + "\t".join(COLUMNS)]
    for pack, r, tenure in sorted(rows, key=lambda x: (x[0], x[1]["office"], x[1]["person"], x[1]["from"])):
        r["note"] = kept.get((r["person"], r["office"], r["source"], r["item"]), "")
        lines.append("\t".join(r[c] for c in COLUMNS))
        for difference in differences(r, tenure) if not r["note"] else ():
            print(f"{pack}\t{r['person']}\t{r['office']}\t{r['source']} {r['item']}\t{difference}\t{tenure['source']}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
