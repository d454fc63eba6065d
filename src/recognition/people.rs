//! The people of an article: full names, names without a record, surnames.
//!
//! In: the scans of all blocks and what the article's furniture says. Out: [`PersonSpot`]s in text order and the
//! [`ArticlePerson`]s they belong to. A name without a record is taken for a person only where something beside it says so:
//! a title, an honorific, a list of people, a credit.

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::mention::{ArticlePerson, Reason};
use super::scan::Scan;
use crate::article::{Article, BlockKind, month_number};
use crate::knowledge::{Certainty, Knowledge, NameForm, NameOrder, PersonId, WEEKDAY_NAMES};
use crate::text::{Shape, Span, fold};

/// A person's name in a block.
#[derive(Clone, Debug)]
pub(super) struct PersonSpot {
    /// Which block, an index of the scans.
    pub scan: usize,
    pub words: Range<usize>,
    /// Index in the article's people.
    pub person: usize,
    /// Whether it is the full name.
    pub full: bool,
    pub reasons: Vec<Reason>,
}

/// The most words that a name without a record can have.
const LONGEST_NAME: usize = 4;

/// Finds the people, in text order.
pub(super) fn find(
    article_text: &str,
    article: &Article,
    kinds: &[BlockKind],
    scans: &[Scan],
    knowledge: &Knowledge,
    date: Option<Date>,
) -> (Vec<PersonSpot>, Vec<ArticlePerson>) {
    let mut finder = Finder {
        scans,
        knowledge,
        date,
        people: Vec::new(),
        by_record: FxHashMap::default(),
        by_name: FxHashMap::default(),
        spots: Vec::new(),
        taken: scans.iter().map(|s| vec![false; s.words.len()]).collect(),
    };
    for (number, scan) in scans.iter().enumerate() {
        finder.full_names(number, scan);
    }
    for credit in &article.credits {
        finder.credit(article_text, *credit);
    }
    for (number, scan) in scans.iter().enumerate() {
        finder.names_beside_titles(number, scan);
    }
    let mut full: Vec<Vec<(usize, usize)>> = vec![Vec::new(); scans.len()];
    for spot in &finder.spots {
        full[spot.scan].push((spot.words.start, spot.words.end));
    }
    for ((number, scan), ends) in scans.iter().enumerate().zip(full) {
        finder.names_in_lists(number, scan, ends);
    }
    finder.sort();
    let named = finder.named_in_full();
    for number in 0..scans.len() {
        finder.surnames(number, kinds, &named);
    }
    for number in 0..scans.len() {
        finder.surnames_of_holders(number);
    }
    finder.sort();
    (finder.spots, finder.people)
}

struct Finder<'a> {
    scans: &'a [Scan<'a>],
    knowledge: &'a Knowledge,
    date: Option<Date>,
    people: Vec<ArticlePerson>,
    by_record: FxHashMap<PersonId, usize>,
    /// By folded name.
    by_name: FxHashMap<String, usize>,
    spots: Vec<PersonSpot>,
    /// For each scan, of each word, whether it belongs to a spot.
    taken: Vec<Vec<bool>>,
}

/// Who is named in full, and where: what surnames are looked up in.
struct NamedInFull {
    /// Folded surname -> people.
    people: FxHashMap<String, Vec<usize>>,
    /// For each person the full mentions: scan, first word, place in the article; in text order.
    mentions: Vec<Vec<(usize, usize, Span)>>,
}

impl Finder<'_> {
    fn sort(&mut self) {
        self.spots.sort_by_key(|s| (s.scan, s.words.start));
    }

    fn person_of_record(&mut self, record: PersonId) -> usize {
        if let Some(known) = self.by_record.get(&record) {
            return *known;
        }
        let name = Box::<str>::from(self.knowledge.person(record).name());
        let official = self.knowledge.tenures_of(record).len() > 0;
        let number = self.people.len();
        self.by_record.insert(record, number);
        self.by_name.entry(fold(&name).into_owned()).or_insert(number);
        self.people.push(ArticlePerson { record: Some(record), name, official, mentions: Vec::new() });
        number
    }

    fn person_without_record(&mut self, name: &str) -> usize {
        let number = self.people.len();
        let known = *self.by_name.entry(fold(name).into_owned()).or_insert(number);
        if known == number {
            self.people.push(ArticlePerson { record: None, name: name.into(), official: false, mentions: Vec::new() });
        }
        known
    }

    fn add(&mut self, spot: PersonSpot) {
        self.taken[spot.scan][spot.words.clone()].fill(true);
        self.spots.push(spot);
    }

    fn is_taken(&self, scan: usize, words: &Range<usize>) -> bool {
        self.taken[scan][words.clone()].contains(&true)
    }

    fn named_in_full(&self) -> NamedInFull {
        let mut named = NamedInFull { people: FxHashMap::default(), mentions: vec![Vec::new(); self.people.len()] };
        for (number, person) in self.people.iter().enumerate().filter(|(_, p)| p.name.contains([' ', '-'])) {
            named.people.entry(fold(self.surname(person)).into_owned()).or_default().push(number);
        }
        for spot in self.spots.iter().filter(|s| s.full) {
            let span = self.scans[spot.scan].span(&spot.words);
            named.mentions[spot.person].push((spot.scan, spot.words.start, span));
        }
        named
    }

    /// Names that the knowledge has.
    fn full_names(&mut self, number: usize, scan: &Scan) {
        for hit in scan.hits.all() {
            let mut people: Vec<PersonId> = hit.people().collect();
            if people.is_empty() || scan.title_of(hit.start).is_some() {
                continue;
            }
            // a longer name that merely begins so: "Li Qiang" in "Li Qiangsheng" cannot happen, "Wang Yi" in "Wang Yi Bo" can
            let goes_on = scan.is_followed_closely(hit.end - 1) && scan.is_unknown_capital(hit.end);
            if goes_on
                && !scan.title_case
                && hit.end - hit.start < 3
                && scan.words[hit.end].shape == Shape::Capitalized
                && !scan.opens_sentence(hit.end)
            {
                continue;
            }
            let mut reasons = vec![match hit.uses.iter().find(|u| u.form() == NameForm::Name) {
                Some(_) => Reason::Name,
                None => Reason::Alias,
            }];
            if people.len() > 1
                && let Some(date) = self.date
            {
                let serving = |p: &PersonId| self.knowledge.offices_of(*p, date).any(|(_, c)| c == Certainty::Yes);
                people.sort_by_key(|p| !serving(p));
                if serving(&people[0]) {
                    reasons.push(Reason::InOfficeOnDate);
                }
            }
            let person = self.person_of_record(people[0]);
            self.add(PersonSpot { scan: number, words: hit.start..hit.end, person, full: true, reasons });
        }
    }

    fn credit(&mut self, article_text: &str, span: Span) {
        let Some(number) = self.scans.iter().position(|s| s.base <= span.start && span.end <= s.base + s.text.len())
        else {
            return;
        };
        let scan = &self.scans[number];
        let start = scan.words.partition_point(|w| scan.base + (w.start as usize) < span.start);
        let end = scan.words.partition_point(|w| scan.base + (w.start as usize) < span.end);
        if start < end && !self.is_taken(number, &(start..end)) {
            let person = self.person_without_record(span.slice(article_text));
            self.add(PersonSpot { scan: number, words: start..end, person, full: true, reasons: vec![Reason::Credit] });
        }
    }

    /// A run of capitalized words without a record that can be a person's name, from word `start`.
    fn name_run(&self, scan: &Scan, start: usize) -> Option<Range<usize>> {
        let mut end = start;
        let mut capitals = 0;
        while end < scan.words.len() && end - start < LONGEST_NAME + 3 {
            let word = scan.words[end];
            let text = word.text(scan.text);
            let known = scan.hits.of(end);
            // "Mayor Li Wenshan": after a surname that comes first, a place's name is a given name
            let given = end == start + 1
                && scan.words[start].shape == Shape::Capitalized
                && self.knowledge.name_words().is_family_first(&fold(scan.word(start)));
            let as_name = known.is_none_or(|hit| hit.end - hit.start == 1 && (given || hit.people().next().is_some()));
            if word.is_capitalized() && as_name && !self.is_no_name(scan, end) {
                capitals += 1;
                end += 1;
            } else if capitals > 0
                && (self.is_particle(text) || text == "-" && scan.words.get(end + 1).is_some_and(|w| w.joined))
                && scan
                    .words
                    .get(end + 1)
                    .is_some_and(|w| w.is_capitalized() || self.is_particle(w.text(scan.text)) || w.joined)
            {
                end += 1;
                if text == "-" {
                    end += 1;
                }
            } else {
                break;
            }
            if !scan.is_followed_closely(end - 1)
                && scan
                    .words
                    .get(end)
                    .is_none_or(|w| w.text(scan.text) != "-" || !scan.words.get(end + 1).is_some_and(|n| n.joined))
            {
                break;
            }
        }
        (capitals > 0 && capitals <= LONGEST_NAME).then_some(start..end)
    }

    /// A capitalized word that is no part of a person's name.
    fn is_no_name(&self, scan: &Scan, index: usize) -> bool {
        let sense = scan.sense(index);
        let word = scan.word(index);
        sense.head
            || sense.organization_tail
            || sense.honorific
            || sense.status.is_some()
            || month_number(word).is_some() && word != "May" && word != "Jan"
            || WEEKDAY_NAMES.contains(&word)
            || scan.title_of(index).is_some()
    }

    /// Names right after a title or an honorific, and names that a title follows in apposition.
    fn names_beside_titles(&mut self, number: usize, scan: &Scan) {
        for title in &scan.titles {
            let span = scan.span(&title.words);
            let last = title.words.end - 1;
            if scan.is_followed_closely(last)
                && let Some(run) = self.name_run(scan, title.words.end)
            {
                self.add_run(number, scan, run, Reason::AfterTitle(span));
            }
            // "the mayor of Changsha, Tan Baoliang, said"
            let with_article = title.words.start > 0 && matches!(scan.word(title.words.start - 1), "the" | "The");
            if with_article
                && !title.plural
                && scan.word(title.words.end) == ","
                && let Some(run) = self.name_run(scan, title.words.end + 1)
                && matches!(scan.word(run.end), "," | ".")
            {
                self.add_run(number, scan, run, Reason::AfterTitle(span));
            }
            // "Carlos Furche, head of ..."
            let mut comma = title.words.start;
            while comma > 0
                && matches!(scan.word(comma - 1), "the" | "a" | "also" | "an" | "now" | "then" | "one" | "of")
            {
                comma -= 1;
            }
            if comma >= 2
                && scan.word(comma - 1) == ","
                && let Some(run) = self.run_ending(scan, comma - 1)
            {
                let two_words = run.len() >= 2 && (title.words.end - title.words.start > 1 || title.plural);
                if two_words && !self.followed_by_person(number, scan, title.words.end) {
                    self.add_run(number, scan, run, Reason::BeforeTitle(span));
                }
            }
        }
        for index in 0..scan.words.len() {
            if scan.sense(index).honorific
                && scan.words[index].is_capitalized()
                && scan.is_followed_closely(index)
                && let Some(run) = self.name_run(scan, index + 1)
            {
                self.add_run(number, scan, run, Reason::AfterHonorific);
            }
        }
    }

    fn followed_by_person(&self, number: usize, scan: &Scan, end: usize) -> bool {
        scan.is_followed_closely(end - 1) && self.taken[number].get(end) == Some(&true)
    }

    /// The run of capitalized words that ends before word `end`.
    fn run_ending(&self, scan: &Scan, end: usize) -> Option<Range<usize>> {
        let floor = end.saturating_sub(LONGEST_NAME + 1);
        (floor..end)
            .filter(|start| *start == 0 || !self.continues(scan, *start - 1))
            .find_map(|start| self.name_run(scan, start).filter(|run| run.end == end))
            .filter(|run| !(scan.opens_sentence(run.start) && run.len() == 1))
    }

    /// Whether the word at `index` is the capitalized start of what follows it.
    fn continues(&self, scan: &Scan, index: usize) -> bool {
        scan.words[index].is_capitalized()
            && scan.is_followed_closely(index)
            && scan.hits.of(index).is_none()
            && !self.is_no_name(scan, index)
    }

    fn add_run(&mut self, number: usize, scan: &Scan, run: Range<usize>, reason: Reason) {
        if self.is_taken(number, &run) {
            return;
        }
        let span = scan.span(&run);
        let name = &scan.text[span.start - scan.base..span.end - scan.base];
        let words = run.len();
        // a single word after a title is a surname; it may be of someone named in full elsewhere, which is settled later
        if words == 1 {
            return;
        }
        let person = self.person_without_record(name);
        self.add(PersonSpot { scan: number, words: run, person, full: true, reasons: vec![reason] });
    }

    /// Names without a record between people: "Li Ganjie, He Lifeng, Wu Zhenglong and Mu Hong".
    fn names_in_lists(&mut self, number: usize, scan: &Scan, mut ends: Vec<(usize, usize)>) {
        let mut next = 0;
        while let Some(&(start, end)) = ends.get(next) {
            next += 1;
            // forward over "," and "and"
            let mut after = end;
            let comma = scan.word(after) == ",";
            after += usize::from(comma);
            let and = scan.word(after) == "and";
            after += usize::from(and);
            if (comma || and)
                && let Some(run) = self.name_run(scan, after)
            {
                let closed = matches!(scan.word(run.end), "," | "and" | "." | ";" | "") || !comma;
                if run.len() >= 2
                    && run.len() <= 3
                    && closed
                    && !self.is_taken(number, &run)
                    && self.looks_like_list(scan, start, &run, and)
                {
                    let key = (run.start, run.end);
                    self.add_run(number, scan, run, Reason::AmongPeople);
                    ends.push(key);
                }
            }
        }
    }

    /// Whether a run after a person is a further person and not a place or a body: only where the list's other end is a
    /// person as well, or "and" closes the list with a name of two or three words of letters.
    fn looks_like_list(&self, scan: &Scan, start: usize, run: &Range<usize>, and: bool) -> bool {
        let capitalized = run.clone().all(|i| scan.words[i].shape == Shape::Capitalized || scan.word(i) == "-");
        let between = start > 0 && matches!(scan.word(start - 1), "," | "and");
        capitalized && (and || between || scan.word(run.end) == ",")
    }

    /// Surnames, possessives and capitals of people named in full somewhere in the article.
    fn surnames(&mut self, number: usize, kinds: &[BlockKind], named: &NamedInFull) {
        let scan = &self.scans[number];
        for index in 0..scan.words.len() {
            let word = scan.words[index];
            if !word.is_capitalized() || word.shape == Shape::Upper && word.end - word.start < 2 {
                continue;
            }
            let folded = fold(word.text(scan.text));
            let Some(matching) = named.people.get(folded.as_ref()) else { continue };
            if self.taken[number][index] {
                continue;
            }
            let blocked =
                scan.hits.of(index).is_some_and(|hit| hit.end - hit.start > 1 || hit.people().next().is_some());
            if blocked
                || scan.title_of(index).is_some_and(|t| scan.titles[t].words.end != index)
                || scan.dateline.contains(&index)
            {
                continue;
            }
            let titled = self.title_before(scan, index).is_some() || index > 0 && scan.sense(index - 1).honorific;
            if self.knowledge.name_words().is_like_word(&folded)
                && !titled
                && (scan.opens_sentence(index) || folded.len() <= 3 || scan.title_case)
            {
                continue;
            }
            if !self.stands_alone(scan, index, titled) {
                continue;
            }
            let in_headline = kinds[number] == BlockKind::Headline;
            let Some((person, at)) = named.nearest((number, index), matching, in_headline) else { continue };
            let reasons = vec![Reason::SurnameOf(at)];
            self.add(PersonSpot { scan: number, words: index..index + 1, person, full: false, reasons });
        }
    }

    fn surname<'p>(&self, person: &'p ArticlePerson) -> &'p str {
        let order = match person.record {
            Some(record) => self.knowledge.person(record).name_order(),
            None if self.is_family_first(&person.name) => NameOrder::FamilyFirst,
            None => NameOrder::GivenFirst,
        };
        match order {
            NameOrder::FamilyFirst => person.name.split(' ').next().unwrap_or(&person.name),
            NameOrder::GivenFirst => person.name.rsplit(' ').next().unwrap_or(&person.name),
        }
    }

    fn is_particle(&self, word: &str) -> bool {
        self.knowledge.name_words().is_particle(word)
    }

    /// Whether a name of two words can be Chinese, family name first.
    fn is_family_first(&self, name: &str) -> bool {
        let mut parts = name.split(' ');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(first), Some(_), None) => self.knowledge.name_words().is_family_first(&fold(first)),
            _ => false,
        }
    }

    /// The title that ends right before a word.
    fn title_before(&self, scan: &Scan, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        scan.title_of(before).filter(|t| scan.titles[*t].words.end == index && scan.is_followed_closely(before))
    }

    /// Whether no other capitalized name is part of the same run of words.
    fn stands_alone(&self, scan: &Scan, index: usize, titled: bool) -> bool {
        if scan.title_case {
            return true;
        }
        let after = scan.is_followed_closely(index)
            && scan.is_unknown_capital(index + 1)
            && scan.words[index + 1].shape == Shape::Capitalized
            && !WEEKDAY_NAMES.contains(&scan.word(index + 1))
            && month_number(scan.word(index + 1)).is_none();
        let joined =
            scan.words.get(index).is_some_and(|w| w.joined) || scan.words.get(index + 2).is_some_and(|w| w.joined);
        let before = !titled
            && index > 0
            && scan.is_followed_closely(index - 1)
            && scan.words[index - 1].is_capitalized()
            && scan.hits.of(index - 1).is_none()
            && !scan.opens_sentence(index - 1)
            && !scan.sense(index - 1).honorific;
        !after && !before && !joined
    }

    /// A surname right after a title, of someone whom the article never names in full: "Peruvian President Toledo".
    fn surnames_of_holders(&mut self, number: usize) {
        let scan = &self.scans[number];
        for title in &scan.titles {
            let at = title.words.end;
            if !scan.is_followed_closely(at - 1) {
                continue;
            }
            let Some(run) = self.name_run(scan, at).filter(|run| run.len() == 1) else { continue };
            if self.is_taken(number, &run) {
                continue;
            }
            let surname = fold(scan.word(at)).into_owned();
            let holder = self.date.and_then(|date| {
                let places = &title.jurisdictions;
                let offices = self.knowledge.forms().get(&title.key());
                let fitting = offices.filter(|o| {
                    places.is_empty() || self.knowledge.office(*o).jurisdiction().is_some_and(|j| places.contains(&j))
                });
                let mut holders: Vec<_> = fitting
                    .flat_map(|o| self.knowledge.holders_of(o, date).map(move |(t, _)| (t.person, o)))
                    .filter(|(p, _)| fold(self.knowledge.person(*p).surname()) == surname)
                    .collect();
                holders.dedup_by_key(|(p, _)| *p);
                match holders[..] {
                    [one] => Some(one),
                    _ => None,
                }
            });
            let (person, reason) = match holder {
                Some((record, office)) => (self.person_of_record(record), Reason::SurnameOfHolder(office)),
                None => (self.person_without_record(scan.word(at)), Reason::AfterTitle(scan.span(&title.words))),
            };
            self.add(PersonSpot { scan: number, words: run, person, full: false, reasons: vec![reason] });
        }
    }
}

impl NamedInFull {
    /// Of several people, the one last named before a place (scan, word), else the first named after it. In a headline,
    /// which names people before the story does, the first.
    fn nearest(&self, place: (usize, usize), people: &[usize], in_headline: bool) -> Option<(usize, Span)> {
        let before = people.iter().filter(|_| !in_headline).filter_map(|p| {
            let mentions = &self.mentions[*p];
            let at = mentions.partition_point(|(scan, word, _)| (*scan, *word) < place).checked_sub(1)?;
            Some((mentions[at], *p))
        });
        let before = before.max_by_key(|((scan, word, _), _)| (*scan, *word));
        let first = || {
            let firsts = people.iter().filter_map(|p| Some((*self.mentions[*p].first()?, *p)));
            firsts.min_by_key(|((scan, word, _), _)| (*scan, *word))
        };
        before.or_else(first).map(|((_, _, span), person)| (person, span))
    }
}
