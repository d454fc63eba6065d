//! The table of names: which records a run of words can mean.
//!
//! In: names as packs print them. Out: for a position in a text, the longest run of words that is a name, and what it can
//! mean. Names are compared word by word under [`fold`](crate::text::fold), so case, accents and the choice of hyphen do not matter,
//! but a name of a few capital letters ("US", "WHO") matches only capital letters, and every name must begin with one,
//! but for terms that are written without ("common prosperity").
//!
//! A hash of the first word tells how long a name can get, so that most positions cost one look-up and none allocates.

use rustc_hash::{FxHashMap, FxHashSet};

use super::record::{Entity, OrganizationId, PersonId, PlaceId};
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

/// One meaning of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameUse {
    /// The record meant.
    pub entity: Entity,
    /// How the name belongs to it.
    pub form: NameForm,
    /// Whether the text must have it in capitals.
    pub capitals_only: bool,
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
#[derive(Debug, Default)]
pub struct NameTable {
    /// Folded first word -> the most words a name that begins so can have.
    first: FxHashMap<Box<str>, u8>,
    /// First words of terms that begin with a small letter.
    small: FxHashSet<Box<str>>,
    /// Folded words joined by spaces -> meanings.
    full: FxHashMap<Box<str>, Vec<NameUse>>,
}

/// Room to build keys in, so that looking up allocates nothing. One for each thread of work.
#[derive(Debug, Default)]
pub struct NameScratch {
    key: String,
    ends: Vec<(usize, usize)>,
}

impl NameTable {
    /// Adds a name. An empty one is ignored; the same meaning twice is kept once.
    pub fn add(&mut self, name: &str, entity: Entity, form: NameForm) {
        let cut = words(name);
        let mut key = String::with_capacity(name.len());
        let mut count: u8 = 0;
        let mut first_length = 0;
        for word in cut.iter().filter(|w| !is_hyphen(name, **w)) {
            if count > 0 {
                key.push(' ');
            }
            fold_into(word.text(name), &mut key);
            if count == 0 {
                first_length = key.len();
            }
            count = count.saturating_add(1);
        }
        if key.is_empty() {
            return;
        }
        if matches!(entity, Entity::Term(_)) && name.starts_with(char::is_lowercase) {
            self.small.insert(key[..first_length].into());
        }
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let capitals_only = letters <= 6 && name.chars().all(|c| c.is_uppercase() || c == '.' || c.is_ascii_digit());
        let longest = self.first.entry(key[..first_length].into()).or_default();
        *longest = (*longest).max(count);
        let uses = self.full.entry(key.into_boxed_str()).or_default();
        if !uses.iter().any(|u| u.entity == entity) {
            uses.push(NameUse { entity, form, capitals_only });
        }
    }

    /// The longest name that begins at word `at`, if that word is capitalized or begins a term.
    ///
    /// An abbreviation in parentheses within the name is stepped over: "Communist Party of China (CPC) Central Committee".
    pub fn longest_at(&self, text: &str, cut: &[Word], at: usize, scratch: &mut NameScratch) -> Option<NameMatch<'_>> {
        let first = cut.get(at)?;
        let small = first.shape == Shape::Lower && self.small.contains(first.text(text));
        if !(first.is_capitalized() || small) && first.shape != Shape::Caseless && first.shape != Shape::Number {
            return None;
        }
        let NameScratch { key, ends } = scratch;
        key.clear();
        ends.clear();
        fold_into(first.text(text), key);
        let mut room = *self.first.get(key.as_str())?;
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
            if let Some(uses) = self.full.get(&key[..length])
                && (!small || uses.iter().any(|u| matches!(u.entity, Entity::Term(_))))
                && (uses.iter().any(|u| !u.capitals_only) || cut[at..end].iter().all(|w| w.shape != Shape::Capitalized))
            {
                return Some(NameMatch { end, uses });
            }
        }
        None
    }

    /// What a whole text means as one name.
    pub fn exact(&self, name: &str) -> &[NameUse] {
        let mut key = String::with_capacity(name.len());
        for word in words(name).into_iter().filter(|w| !is_hyphen(name, *w)) {
            if !key.is_empty() {
                key.push(' ');
            }
            fold_into(word.text(name), &mut key);
        }
        self.full.get(key.as_str()).map_or(&[], Vec::as_slice)
    }

    /// How many different names there are.
    pub fn len(&self) -> usize {
        self.full.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.full.is_empty()
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
    /// The places it can mean by their names, not by a demonym.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> + '_ {
        self.uses.iter().filter(|u| u.form != NameForm::Demonym).filter_map(|u| match u.entity {
            Entity::Place(place) => Some(place),
            _ => None,
        })
    }

    /// The places whose demonym it is.
    pub fn demonym_of(&self) -> impl Iterator<Item = PlaceId> + '_ {
        self.uses.iter().filter(|u| u.form == NameForm::Demonym).filter_map(|u| match u.entity {
            Entity::Place(place) => Some(place),
            _ => None,
        })
    }

    /// The organization it can mean, the first of several.
    pub fn organization(&self) -> Option<OrganizationId> {
        self.uses.iter().find_map(|u| match u.entity {
            Entity::Organization(organization) => Some(organization),
            _ => None,
        })
    }

    /// The people it can mean.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.uses.iter().filter_map(|u| match u.entity {
            Entity::Person(person) => Some(person),
            _ => None,
        })
    }
}

/// All names of a stretch of words, from left to right, each the longest at its place, none overlapping.
#[derive(Debug, Default)]
pub struct NameHits<'t> {
    hits: Vec<NameHit<'t>>,
    /// For each word one more than the index of the hit it belongs to, or 0.
    of_word: Vec<u32>,
}

impl<'t> NameHits<'t> {
    /// Finds them. Linear in the number of words.
    pub fn find(table: &'t NameTable, text: &str, cut: &[Word], scratch: &mut NameScratch) -> NameHits<'t> {
        let mut found = NameHits { hits: Vec::new(), of_word: vec![0; cut.len()] };
        let mut at = 0;
        while at < cut.len() {
            match table.longest_at(text, cut, at, scratch) {
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
