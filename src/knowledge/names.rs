//! The table of names: which records a run of words can mean.
//!
//! In: names as packs print them. Out: for a position in a text, the longest run of words that is a name, and what it can
//! mean. Names are compared word by word under [`fold`](crate::text::fold), so case, accents and the choice of hyphen do not matter,
//! but a name of a few capital letters ("US", "WHO") matches only capital letters, and every name must begin with one,
//! but for terms that are written without ("common prosperity").
//!
//! A hash of the first word tells how long a name can get, so that most positions cost one look-up and none allocates.

use zerocopy::little_endian::U32;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::record::{Entity, OfficeId, OrganizationId, PersonId, PlaceId, TermId};
use super::stored::{Keys, Rows, Run, stored};
use crate::text::{Shape, Word, fold_into, words};

/// How a name belongs to its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// The name the record goes by.
    Name,
    /// Another name or spelling in use.
    Alias,
    /// A name no longer used, or not preferred.
    Former,
    /// An abbreviation: `NDRC`.
    Abbreviation,
    /// An adjective or noun for what belongs to a place: `Chinese`.
    Demonym,
}

const FORMS: [NameForm; 5] =
    [NameForm::Name, NameForm::Alias, NameForm::Former, NameForm::Abbreviation, NameForm::Demonym];

/// One meaning of a name.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct NameUse {
    number: U32,
    kind: u8,
    form: u8,
    capitals_only: u8,
    doubtful: u8,
}

impl NameUse {
    fn new(entity: Entity, form: NameForm, capitals_only: bool, doubtful: bool) -> NameUse {
        let (kind, number) = match entity {
            Entity::Person(PersonId(n)) => (0, n),
            Entity::Office(OfficeId(n)) => (1, n),
            Entity::Organization(OrganizationId(n)) => (2, n),
            Entity::Place(PlaceId(n)) => (3, n),
            Entity::Term(TermId(n)) => (4, n),
        };
        NameUse {
            number: number.into(),
            kind,
            form: form as u8,
            capitals_only: capitals_only.into(),
            doubtful: doubtful.into(),
        }
    }

    /// The record meant.
    pub fn entity(self) -> Entity {
        let number = self.number.get();
        match self.kind {
            0 => Entity::Person(PersonId(number)),
            1 => Entity::Office(OfficeId(number)),
            2 => Entity::Organization(OrganizationId(number)),
            3 => Entity::Place(PlaceId(number)),
            _ => Entity::Term(TermId(number)),
        }
    }

    /// How the name belongs to it.
    pub fn form(self) -> NameForm {
        FORMS[self.form as usize]
    }

    /// Whether the words mostly mean something else, so that a text must bear it out: the place Reading.
    pub fn is_doubtful(self) -> bool {
        self.doubtful == 1
    }

    /// Whether the text must have it in capitals.
    pub fn capitals_only(self) -> bool {
        self.capitals_only == 1
    }
}

/// A name found in a text: which words, and what they can mean.
#[derive(Clone, Copy, Debug)]
pub struct NameMatch<'t> {
    /// One past the index of the last word.
    pub end: usize,
    /// What it can mean; never empty.
    pub uses: &'t [NameUse],
}

/// All names of one `Knowledge`.
#[derive(Clone, Debug, Default)]
pub struct NameTable {
    /// Folded first words.
    first: Keys,
    /// For each first word the most words a name that begins so can have.
    longest: Rows<u8>,
    /// First words of terms that begin with a small letter.
    small: Keys,
    /// Folded words joined by spaces.
    full: Keys,
    /// For each name its meanings.
    meanings: Rows<Run>,
    uses: Rows<NameUse>,
}

stored!(NameTable { first, longest, small, full, meanings, uses });

/// Room to build keys in, so that looking up allocates nothing. One for each thread of work.
#[derive(Debug, Default)]
pub struct NameScratch {
    key: String,
    ends: Vec<(usize, usize)>,
}

/// The key of a name, the length of its first word in it, and how many words it has.
fn key_of(name: &str) -> (String, usize, u8) {
    let mut key = String::with_capacity(name.len());
    let mut count: u8 = 0;
    let mut first_length = 0;
    for word in words(name).into_iter().filter(|w| !is_hyphen(name, *w)) {
        if count > 0 {
            key.push(' ');
        }
        fold_into(word.text(name), &mut key);
        if count == 0 {
            first_length = key.len();
        }
        count = count.saturating_add(1);
    }
    (key, first_length, count)
}

impl NameTable {
    /// Adds a name. An empty one is ignored; the same meaning twice is kept once.
    pub fn add(&mut self, name: &str, entity: Entity, form: NameForm) {
        self.add_meaning(name, entity, form, false);
    }

    /// Adds a name whose words mostly mean something else.
    pub fn add_doubtful(&mut self, name: &str, entity: Entity, form: NameForm) {
        self.add_meaning(name, entity, form, true);
    }

    fn add_meaning(&mut self, name: &str, entity: Entity, form: NameForm, doubtful: bool) {
        let (key, first_length, count) = key_of(name);
        if key.is_empty() {
            return;
        }
        if matches!(entity, Entity::Term(_)) && name.starts_with(char::is_lowercase) {
            self.small.add(&key[..first_length]);
        }
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let capitals_only = letters <= 6 && name.chars().all(|c| c.is_uppercase() || c == '.' || c.is_ascii_digit());
        let first = self.first.add(&key[..first_length]) as usize;
        match self.longest.get(first) {
            Some(longest) if *longest >= count => {}
            Some(_) => self.longest.change()[first] = count,
            None => {
                self.longest.push(count);
            }
        }
        let full = self.full.add(&key) as usize;
        if full == self.meanings.len() {
            self.meanings.push(Run::default());
        }
        let before = self.meanings[full];
        if self.uses[before.range()].iter().any(|u| u.entity() == entity) {
            return;
        }
        let one = NameUse::new(entity, form, capitals_only, doubtful);
        let run = match before.range() {
            // what was added last can grow where it is
            range if !range.is_empty() && range.end == self.uses.len() => {
                self.uses.push(one);
                Run::over(range.start..range.end + 1)
            }
            range => {
                let all: Vec<NameUse> = self.uses[range].iter().copied().chain([one]).collect();
                self.uses.extend(all)
            }
        };
        self.meanings.change()[full] = run;
    }

    /// Takes a meaning from a name. A name may be left without any.
    pub fn remove(&mut self, name: &str, entity: Entity) {
        let Some(full) = self.full.get(&key_of(name).0) else { return };
        let left: Vec<NameUse> =
            self.uses[self.meanings[full as usize].range()].iter().copied().filter(|u| u.entity() != entity).collect();
        self.meanings.change()[full as usize] = self.uses.extend(left);
    }

    /// Drops what no name refers to any more.
    pub fn tidy(&mut self) {
        let mut uses = Rows::default();
        for run in self.meanings.change() {
            *run = uses.extend(self.uses[run.range()].iter().copied());
        }
        self.uses = uses;
    }

    /// The longest name that begins at word `at`, if that word is capitalized or begins a term.
    ///
    /// An abbreviation in parentheses within the name is stepped over: "Communist Party of China (CPC) Central Committee".
    pub fn longest_at(&self, text: &str, cut: &[Word], at: usize, scratch: &mut NameScratch) -> Option<NameMatch<'_>> {
        let first = cut.get(at)?;
        let small = first.shape == Shape::Lower && self.small.get(first.text(text)).is_some();
        if !(first.is_capitalized() || small) && first.shape != Shape::Caseless && first.shape != Shape::Number {
            return None;
        }
        let NameScratch { key, ends } = scratch;
        key.clear();
        ends.clear();
        fold_into(first.text(text), key);
        let mut room = self.longest[self.first.get(key.as_str())? as usize];
        ends.push((at + 1, key.len()));
        let mut next = at + 1;
        while room > 1 {
            if let Some(after) = after_abbreviation(text, cut, next) {
                next = after;
            }
            let Some(word) = cut.get(next) else { break };
            if is_hyphen(text, *word) && cut.get(next + 1).is_some_and(|w| w.joined) {
                next += 1;
                continue;
            }
            key.push(' ');
            fold_into(word.text(text), key);
            next += 1;
            ends.push((next, key.len()));
            room -= 1;
        }
        while let Some((end, length)) = ends.pop() {
            if let Some(uses) = self.meanings_of(&key[..length])
                && (!small || uses.iter().any(|u| matches!(u.entity(), Entity::Term(_))))
                && (uses.iter().any(|u| !u.capitals_only())
                    || cut[at..end].iter().all(|w| w.shape != Shape::Capitalized))
            {
                return Some(NameMatch { end, uses });
            }
        }
        None
    }

    fn meanings_of(&self, key: &str) -> Option<&[NameUse]> {
        let number = self.full.get(key)?;
        Some(&self.uses[self.meanings[number as usize].range()]).filter(|uses| !uses.is_empty())
    }

    /// What a whole text means as one name.
    pub fn exact(&self, name: &str) -> &[NameUse] {
        self.meanings_of(&key_of(name).0).unwrap_or_default()
    }

    /// How many different names there are.
    pub fn len(&self) -> usize {
        self.full.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.full.len() == 0
    }
}

/// A name that stands in a text: words `start..end`.
#[derive(Clone, Copy, Debug)]
pub struct NameHit<'t> {
    /// Index of its first word.
    pub start: usize,
    /// One past the index of its last word.
    pub end: usize,
    /// What it can mean; never empty.
    pub uses: &'t [NameUse],
}

impl NameHit<'_> {
    /// The places it can mean by their names, not by a demonym; the doubtful ones only where it can mean nothing else.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> + '_ {
        let doubtful = self.uses.iter().all(|u| u.is_doubtful());
        self.all_places(doubtful)
    }

    /// The places that it can mean by their names, the doubtful ones where they are asked for.
    pub fn all_places(&self, doubtful: bool) -> impl Iterator<Item = PlaceId> + '_ {
        self.uses
            .iter()
            .filter(move |u| doubtful || !u.is_doubtful())
            .filter(|u| u.form() != NameForm::Demonym)
            .filter_map(|u| match u.entity() {
                Entity::Place(place) => Some(place),
                _ => None,
            })
    }

    /// The places whose demonym it is.
    pub fn demonym_of(&self) -> impl Iterator<Item = PlaceId> + '_ {
        self.uses.iter().filter(|u| u.form() == NameForm::Demonym).filter_map(|u| match u.entity() {
            Entity::Place(place) => Some(place),
            _ => None,
        })
    }

    /// The organization it can mean, the first of several.
    pub fn organization(&self) -> Option<OrganizationId> {
        self.uses.iter().find_map(|u| match u.entity() {
            Entity::Organization(organization) => Some(organization),
            _ => None,
        })
    }

    /// The people it can mean.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.uses.iter().filter_map(|u| match u.entity() {
            Entity::Person(person) => Some(person),
            _ => None,
        })
    }
}

/// All names of a stretch of words, from left to right, each the longest at its place, none overlapping.
#[derive(Debug, Default)]
pub struct NameHits<'t> {
    hits: Vec<NameHit<'t>>,
    doubtful: Vec<NameHit<'t>>,
    /// For each word one more than the index of the hit it belongs to, or 0.
    of_word: Vec<u32>,
}

impl<'t> NameHits<'t> {
    /// Finds them. Linear in the number of words.
    pub fn find(table: &'t NameTable, text: &str, cut: &[Word], scratch: &mut NameScratch) -> NameHits<'t> {
        let mut found = NameHits { of_word: vec![0; cut.len()], ..NameHits::default() };
        let mut at = 0;
        while at < cut.len() {
            match table.longest_at(text, cut, at, scratch) {
                Some(NameMatch { end, uses }) if uses.iter().all(|u| u.is_doubtful()) => {
                    found.doubtful.push(NameHit { start: at, end, uses });
                    at = end;
                }
                Some(NameMatch { end, uses }) => {
                    found.hits.push(NameHit { start: at, end, uses });
                    found.of_word[at..end].fill(found.hits.len() as u32);
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// All of them, in order.
    pub fn all(&self) -> &[NameHit<'t>] {
        &self.hits
    }

    /// Those of which every meaning is doubtful, in order. They are in no other answer.
    pub fn doubtful(&self) -> &[NameHit<'t>] {
        &self.doubtful
    }

    /// The one that word `index` belongs to.
    pub fn of(&self, index: usize) -> Option<&NameHit<'t>> {
        let number = *self.of_word.get(index)?;
        self.hits.get((number as usize).checked_sub(1)?)
    }

    /// The one that begins at word `index`.
    pub fn starting(&self, index: usize) -> Option<&NameHit<'t>> {
        self.of(index).filter(|hit| hit.start == index)
    }

    /// The one that ends just before word `index`.
    pub fn ending(&self, index: usize) -> Option<&NameHit<'t>> {
        self.of(index.checked_sub(1)?).filter(|hit| hit.end == index)
    }
}

fn is_hyphen(text: &str, word: Word) -> bool {
    matches!(word.text(text), "-" | "\u{2010}" | "\u{2011}")
}

/// The index after `(ABC)` at `at`, where more of a name may follow.
fn after_abbreviation(text: &str, cut: &[Word], at: usize) -> Option<usize> {
    let [open, abbreviation, close, ..] = cut.get(at..)? else { return None };
    (open.text(text) == "(" && abbreviation.shape == Shape::Upper && close.text(text) == ")").then_some(at + 3)
}

#[cfg(test)]
mod tests {
    use super::super::record::TermId;
    use super::*;

    fn found<'t>(table: &NameTable, text: &'t str) -> Option<&'t str> {
        let cut = words(text);
        let at = cut.iter().position(|w| w.is_capitalized())?;
        let end = table.longest_at(text, &cut, at, &mut NameScratch::default())?.end;
        Some(&text[cut[at].start as usize..cut[end - 1].end as usize])
    }

    fn table() -> NameTable {
        let mut table = NameTable::default();
        table.add("Communist Party of China", Entity::Organization(OrganizationId(0)), NameForm::Name);
        table.add(
            "Communist Party of China Central Committee",
            Entity::Organization(OrganizationId(1)),
            NameForm::Name,
        );
        table.add("US", Entity::Place(PlaceId(0)), NameForm::Alias);
        table.add("Beijing-Tianjin-Hebei region", Entity::Place(PlaceId(1)), NameForm::Name);
        table.add("Sao Paulo", Entity::Place(PlaceId(2)), NameForm::Name);
        table
    }

    #[test]
    fn takes_the_longest() {
        let table = table();
        assert_eq!(found(&table, "the Communist Party of China leaders"), Some("Communist Party of China"));
        assert_eq!(
            found(&table, "the Communist Party of China Central Committee said"),
            Some("Communist Party of China Central Committee")
        );
    }

    #[test]
    fn steps_over_an_abbreviation_in_parentheses() {
        let text = "the Communist Party of China (CPC) Central Committee met";
        assert_eq!(found(&table(), text), Some("Communist Party of China (CPC) Central Committee"));
        assert_eq!(found(&table(), "the Communist Party of China (CPC) met"), Some("Communist Party of China"));
    }

    #[test]
    fn folds_case_accents_and_hyphens_but_not_small_words() {
        let table = table();
        assert_eq!(found(&table, "BEIJING-TIANJIN-HEBEI REGION"), Some("BEIJING-TIANJIN-HEBEI REGION"));
        assert_eq!(found(&table, "in São Paulo"), Some("São Paulo"));
        assert_eq!(found(&table, "Us and them"), None);
        assert_eq!(found(&table, "the US said"), Some("US"));
    }

    #[test]
    fn knows_terms_with_a_small_letter_but_no_places() {
        let mut table = table();
        table.add("sao tome way", Entity::Term(TermId(0)), NameForm::Name);
        let at_small = |text: &str| {
            let cut = words(text);
            table.longest_at(text, &cut, 0, &mut NameScratch::default()).map(|m| m.end)
        };
        assert_eq!(at_small("sao tome way of life"), Some(3));
        assert_eq!(at_small("sao paulo"), None);
    }
}
