//! The places of an article: which words name one, and which of many it is.
//!
//! In: the scans, the people found (whose names are no places), what stands beside each name. Out: [`PlaceSpot`]s with the
//! chosen record and why, and the phrases that say one place lies in another.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mention::Reason;
use super::people::PersonSpot;
use super::scan::Scan;
use crate::knowledge::{Knowledge, NameForm, NameHit, PlaceId, PlaceKind};
use crate::text::{Shape, fold};

/// A place's name in a block.
#[derive(Clone, Debug)]
pub(super) struct PlaceSpot {
    pub scan: usize,
    /// The name's words, without the generic word.
    pub words: Range<usize>,
    pub candidates: Vec<PlaceId>,
    /// The record chosen.
    pub place: PlaceId,
    pub demonym: bool,
    /// Whether the words mostly mean something else.
    pub doubtful: bool,
    /// One past the generic word after the name ("Province"), or the name's end.
    pub end_with_generic: usize,
    pub reasons: Vec<Reason>,
}

/// One spot said to lie in another, as indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nesting {
    pub inner: usize,
    pub outer: usize,
}

/// A compass word before a country's possessive before a place: scan, word, spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Compass {
    pub scan: usize,
    pub word: usize,
    pub spot: usize,
}

#[derive(Default)]
pub(super) struct Places {
    pub spots: Vec<PlaceSpot>,
    pub nestings: Vec<Nesting>,
    pub compasses: Vec<Compass>,
}

impl Places {
    /// The spots of a scan, as indices.
    pub fn of(&self, scan: usize) -> Range<usize> {
        self.spots.partition_point(|p| p.scan < scan)..self.spots.partition_point(|p| p.scan <= scan)
    }

    /// The spot that begins at a word.
    pub fn at(&self, scan: usize, word: usize) -> Option<usize> {
        self.spots.binary_search_by_key(&(scan, word), |p| (p.scan, p.words.start)).ok()
    }
}

/// Finds the places, in text order.
pub(super) fn find(scans: &[Scan], people: &[PersonSpot], knowledge: &Knowledge) -> Places {
    let mut places = Places::default();
    for (number, scan) in scans.iter().enumerate() {
        spots_of(number, scan, people, knowledge, &mut places.spots);
    }
    keep_borne_out(scans, knowledge, &mut places.spots);
    for index in 0..places.spots.len() {
        nest(scans, knowledge, &mut places, index);
    }
    choose(knowledge, &mut places);
    places
}

fn spots_of(number: usize, scan: &Scan, people: &[PersonSpot], knowledge: &Knowledge, spots: &mut Vec<PlaceSpot>) {
    let first = people.partition_point(|p| p.scan < number);
    let end = people.partition_point(|p| p.scan <= number);
    let mut hits: Vec<&NameHit> = scan.hits.all().iter().chain(scan.hits.doubtful()).collect();
    hits.sort_unstable_by_key(|hit| hit.start);
    for hit in hits {
        let doubtful = hit.uses.iter().all(|u| u.is_doubtful());
        let named: Vec<PlaceId> = hit.places().collect();
        let demonyms: Vec<PlaceId> = hit.demonym_of().collect();
        let after = people[first..end].partition_point(|p| p.words.end <= hit.start);
        let is_person = people[first..end].get(after).is_some_and(|p| p.words.start < hit.end);
        if is_person || named.is_empty() && demonyms.is_empty() || hit.organization().is_some() && named.is_empty() {
            continue;
        }
        // "Changsha County": the word after the name can bear out what is doubtful without it
        let of_kind: Vec<PlaceId> = hit.all_places(true).collect();
        let demonym = named.is_empty();
        let mut candidates = if demonym { demonyms } else { named };
        let in_title = scan.title_of(hit.start).is_some();
        if doubtful && in_title {
            continue;
        }
        if !demonym && !in_title && is_part_of_longer_name(scan, hit.start, hit.end, &candidates, knowledge) {
            continue;
        }
        let end_with_generic = if demonym { hit.end } else { generic_end(scan, hit.end, &of_kind, knowledge) };
        if end_with_generic > hit.end {
            let word = fold(scan.word(end_with_generic - 1)).into_owned();
            let fitting: Vec<PlaceId> =
                of_kind.iter().copied().filter(|p| takes_generic(knowledge, *p, &word)).collect();
            if !fitting.is_empty() {
                candidates = fitting;
            }
        }
        let form = hit.uses.iter().find(|u| u.form() == NameForm::Name || u.form() == NameForm::Demonym);
        let reason = if form.is_some() { Reason::Name } else { Reason::Alias };
        let place = candidates[0];
        spots.push(PlaceSpot {
            scan: number,
            words: hit.start..hit.end,
            candidates,
            place,
            demonym,
            doubtful,
            end_with_generic,
            reasons: vec![reason],
        });
    }
}

/// Drops names that are mostly words or people, where nothing beside them and nothing elsewhere in the article says that the
/// place is meant: the dateline, "in", the generic word after it, or the place it lies in after a comma.
fn keep_borne_out(scans: &[Scan], knowledge: &Knowledge, spots: &mut Vec<PlaceSpot>) {
    let mut meant: FxHashSet<Vec<PlaceId>> = FxHashSet::default();
    for (index, spot) in spots.iter().enumerate().filter(|(_, s)| s.doubtful) {
        let scan = &scans[spot.scan];
        let (start, end) = (spot.words.start, spot.words.end);
        let before = start.checked_sub(1).map(|i| scan.word(i)).unwrap_or_default();
        let is_calendar = is_calendar(scan.word(start)) && end == start + 1;
        let in_it = matches!(before, "in" | "near" | "outside")
            && scan.words.get(end).is_none_or(|w| w.shape != Shape::Possessive && !w.is_capitalized());
        let next = spots.get(index + 1).filter(|o| o.scan == spot.scan && !o.demonym && !o.doubtful);
        let lies_in = |large: &PlaceId| spot.candidates.iter().any(|small| knowledge.lies_in(*small, *large));
        let before_larger =
            scan.word(end) == "," && next.is_some_and(|o| o.words.start == end + 1 && o.candidates.iter().any(lies_in));
        let with_generic = spot.end_with_generic > end && scan.words[end].is_capitalized();
        if scan.dateline.contains(&start) || !is_calendar && (in_it || before_larger) || with_generic {
            meant.insert(spot.candidates.clone());
        }
    }
    spots.retain(|s| !s.doubtful || meant.contains(&s.candidates));
}

fn takes_generic(knowledge: &Knowledge, place: PlaceId, word: &str) -> bool {
    knowledge.place(place).kind().generic_words().iter().any(|g| *g == word || g.ends_with(word) && g.contains(' '))
}

/// The index after "Province", "City", "Autonomous Region" behind a place's name, where such a word fits a candidate.
fn generic_end(scan: &Scan, end: usize, candidates: &[PlaceId], knowledge: &Knowledge) -> usize {
    if end == 0 || !scan.is_followed_closely(end - 1) {
        return end;
    }
    let one = fold(scan.word(end)).into_owned();
    let fits = |word: &str| candidates.iter().any(|p| knowledge.place(*p).kind().generic_words().contains(&word));
    if fits(&one) {
        return end + 1;
    }
    let two = format!("{one} {}", fold(scan.word(end + 1)));
    if fits(&two) && scan.is_followed_closely(end) { end + 2 } else { end }
}

/// Whether a place's name stands inside the name of something else: "Zhejiang University", "Beijing Olympics", "Bank of China".
fn is_part_of_longer_name(
    scan: &Scan,
    start: usize,
    end: usize,
    candidates: &[PlaceId],
    knowledge: &Knowledge,
) -> bool {
    if scan.dateline.contains(&start) {
        return false;
    }
    // forward: a run of capitals that ends in the last word of an organization's name
    let mut at = end;
    let mut capitals = 0;
    while at > 0 && scan.is_followed_closely(at - 1) && scan.words.get(at).is_some_and(|w| w.is_capitalized()) {
        if scan.title_of(at).is_some() {
            break;
        }
        if scan.sense(at).organization_tail && scan.words[at].shape != Shape::Upper {
            return true;
        }
        if scan.hits.of(at).is_some() {
            break;
        }
        capitals += 1;
        at += 1;
    }
    let generic = generic_end(scan, end, candidates, knowledge);
    if capitals > 0
        && generic == end
        && !scan.title_case
        && scan.words[end].shape == Shape::Capitalized
        && !is_calendar(scan.word(end))
    {
        return true;
    }
    // backward: "Bank of China", "University of London"
    let mut of = start;
    while of > 0 && matches!(scan.word(of - 1), "the" | "The") {
        of -= 1;
    }
    if of >= 2
        && scan.word(of - 1) == "of"
        && scan.words[of - 2].is_capitalized()
        && scan.sense(of - 2).organization_tail
    {
        return true;
    }
    // "Imperial College London", "New Jordan"
    start > 0
        && scan.is_followed_closely(start - 1)
        && scan.is_unknown_capital(start - 1)
        && !scan.opens_sentence(start - 1)
        && !scan.title_case
        && scan.words[start - 1].shape == Shape::Capitalized
        && !is_calendar(scan.word(start - 1))
        && compass(scan.word(start - 1)).is_none()
        && !matches!(fold(scan.word(start - 1)).as_ref(), "greater" | "mainland" | "downtown")
}

fn is_calendar(word: &str) -> bool {
    crate::article::month_number(word).is_some() || crate::knowledge::WEEKDAY_NAMES.contains(&word)
}

/// Reads what stands between a place and the next one in its sentence: "Changsha, (capital of) (central) (China's) Hunan".
fn nest(scans: &[Scan], knowledge: &Knowledge, places: &mut Places, index: usize) {
    let spot = &places.spots[index];
    let scan = &scans[spot.scan];
    // "central China's Hunan": a compass word, a country, a possessive, a place
    if index > 0
        && let Some(country) = places.spots.get(index - 1).filter(|c| c.scan == spot.scan && !c.demonym)
        && country.words.end + 1 == spot.words.start
        && scan.words[country.words.end].shape == Shape::Possessive
        && knowledge.place(country.candidates[0]).kind() == PlaceKind::Country
    {
        // "China's Hunan", but "Chad's Paris embassy"
        if spot.candidates.iter().any(|p| knowledge.place(*p).kind().is_first_level()) {
            places.nestings.push(Nesting { inner: index, outer: index - 1 });
        }
        if country.words.start > 0 && compass(scan.word(country.words.start - 1)).is_some() {
            places.compasses.push(Compass { scan: spot.scan, word: country.words.start - 1, spot: index });
        }
    }
    let spot = &places.spots[index];
    if spot.demonym || scan.word(spot.end_with_generic) != "," {
        return;
    }
    // forward to the next place over what may stand between
    let mut at = spot.end_with_generic + 1;
    let mut next = index + 1;
    let mut linked = false;
    loop {
        let Some(other) = places.spots.get(next).filter(|o| o.scan == spot.scan && !o.demonym) else { return };
        while at < other.words.start {
            let word = scan.word(at);
            let passes =
                matches!(word, "the" | "a" | "capital" | "of" | "in" | "city" | "province" | "port" | "provincial")
                    || compass(word).is_some();
            if !passes {
                return;
            }
            linked |= matches!(word, "capital" | "of" | "in");
            at += 1;
        }
        if scan.words.get(other.words.end).is_some_and(|w| w.shape == Shape::Possessive)
            && places
                .spots
                .get(next + 1)
                .is_some_and(|inner| inner.words.start == other.words.end + 1 && inner.scan == spot.scan)
        {
            linked = true;
            at = other.words.end + 1;
            next += 1;
            continue;
        }
        let with_generic = other.end_with_generic > other.words.end;
        let after = other.end_with_generic;
        // another place follows that does not contain this one: "Paris, Britain, Canada"
        let followed = scan.word(after) == ","
            && places.spots.get(next + 1).is_some_and(|p| {
                let contains = p.candidates.iter().any(|c| other.candidates.iter().any(|o| knowledge.lies_in(*o, *c)));
                p.scan == spot.scan && p.words.start == after + 1 && !contains
            });
        let preceded = spot.words.start > 0 && is_listed(scan, spot.words.start, places, index);
        let in_list = matches!(scan.word(after), "and" | "or") || preceded || followed;
        // "Changsha, Hunan,": only a smaller place before a larger one; two provinces are a list
        let stepped =
            !knowledge.place(spot.candidates[0]).kind().is_first_level() && !is_country(knowledge, spot.candidates[0]);
        // "Changsha, Hunan on Friday"; but "Baghdad, the US military said": there the larger name belongs to what follows
        let goes_on = matches!(
            scan.word(after),
            "," | "."
                | ";"
                | ")"
                | ""
                | "on"
                | "in"
                | "at"
                | "for"
                | "from"
                | "to"
                | "with"
                | "where"
                | "when"
                | "is"
                | "was"
        );
        let closed = stepped && goes_on && scan.word(at.saturating_sub(1)) != "the";
        if linked || !in_list && (with_generic || closed) {
            places.nestings.push(Nesting { inner: index, outer: next });
        }
        return;
    }
}

fn is_country(knowledge: &Knowledge, place: PlaceId) -> bool {
    matches!(knowledge.place(place).kind(), PlaceKind::Country | PlaceKind::Territory)
}

/// Whether another place and a comma stand right before: an element of a list.
fn is_listed(scan: &Scan, start: usize, places: &Places, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|i| &places.spots[i]) else { return false };
    let spot = &places.spots[index];
    before.scan == spot.scan && matches!(scan.word(start - 1), "," | "and") && before.end_with_generic + 1 == start
}

/// The compass word in its plain form: "northwestern" is "northwest".
pub(super) fn compass(word: &str) -> Option<&'static str> {
    let lower = word.to_ascii_lowercase();
    let plain = lower.strip_suffix("ern").unwrap_or(&lower);
    ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "central"]
        .into_iter()
        .find(|c| *c == plain || *c == lower)
}

/// Settles which of many each name is: what it is said to lie in, what else the article names, the larger.
fn choose(knowledge: &Knowledge, places: &mut Places) {
    for Nesting { inner, outer } in places.nestings.clone() {
        let lying = {
            let (small, large) = (&places.spots[inner], &places.spots[outer]);
            let pairs = small.candidates.iter().flat_map(|s| large.candidates.iter().map(move |l| (*s, *l)));
            let lying = pairs.filter(|(s, l)| s != l && knowledge.lies_in(*s, *l));
            lying.max_by_key(|(s, l)| (knowledge.place(*s).population(), knowledge.place(*l).population()))
        };
        if let Some((small, large)) = lying {
            settle(&mut places.spots[inner], small, Reason::LiesIn(large));
            if places.spots[outer].candidates.len() > 1 {
                places.spots[outer].place = large;
            }
        }
    }
    // what the article says plainly of countries and provinces counts for the rest
    let mut weight: FxHashMap<PlaceId, u32> = FxHashMap::default();
    for spot in &places.spots {
        if spot.candidates.len() == 1 {
            for place in std::iter::once(spot.place).chain(knowledge.ancestors(spot.place)) {
                *weight.entry(place).or_default() += 1;
            }
        }
    }
    let mut settled: FxHashMap<Vec<PlaceId>, PlaceId> = FxHashMap::default();
    for spot in &places.spots {
        if spot.candidates.len() > 1 && spot.reasons.iter().any(|r| matches!(r, Reason::LiesIn(_))) {
            settled.insert(spot.candidates.clone(), spot.place);
        }
    }
    for spot in &mut places.spots {
        if spot.candidates.len() < 2 || spot.reasons.iter().any(|r| matches!(r, Reason::LiesIn(_))) {
            continue;
        }
        if let Some(place) = settled.get(&spot.candidates) {
            spot.place = *place;
            continue;
        }
        let around =
            |p: PlaceId| knowledge.ancestors(p).map(|a| weight.get(&a).copied().unwrap_or(0)).max().unwrap_or(0);
        let rank = |p: PlaceId| {
            let record = knowledge.place(p);
            (around(p).min(3), is_country(knowledge, p), record.population())
        };
        let best = spot.candidates.iter().copied().max_by_key(|p| rank(*p));
        if let Some(best) = best {
            let reason = match knowledge.country(best) {
                Some(country) if around(best) > 0 => Reason::InNamedCountry(country),
                _ => Reason::Largest,
            };
            settle(spot, best, reason);
        }
    }
}

fn settle(spot: &mut PlaceSpot, place: PlaceId, reason: Reason) {
    spot.place = place;
    if !spot.reasons.contains(&reason) {
        spot.reasons.push(reason);
    }
}
