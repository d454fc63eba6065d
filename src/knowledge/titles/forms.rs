//! From the way a title is written to the offices it can name.
//!
//! In: the offices' titles, the roles' titles, the organizations' names. Out: a table from a phrase's core and complement
//! to offices, and for each organization the words of its canonical name, which stand for it in every complement.

use zerocopy::little_endian::U32;

use super::super::names::{NameHits, NameScratch, NameTable};
use super::super::record::{Entity, OfficeId, OrganizationId};
use super::super::stored::{Arena, Keys, Rows, Run, Text, Texts, stored};
use super::phrase::{Reader, TitlePhrase, form_key};
use super::vocabulary::Vocabulary;
use crate::text::{fold, words};

/// The ways in which each office's title is written.
#[derive(Clone, Debug, Default)]
pub struct OfficeForms {
    keys: Keys,
    /// For each key the offices, in `numbers`.
    offices: Rows<Run>,
    numbers: Rows<U32>,
    organization_words: OrganizationWords,
}

stored!(OfficeForms { keys, offices, numbers, organization_words });

/// For each organization, by number, the folded words of its canonical name, sorted.
#[derive(Clone, Debug, Default)]
pub struct OrganizationWords {
    runs: Rows<Run>,
    words: Rows<Text>,
    texts: Arena,
}

stored!(OrganizationWords { runs, words, texts });

impl OrganizationWords {
    /// The words of one; none for a number that no organization has.
    pub fn get(&self, organization: OrganizationId) -> Texts<'_> {
        let run = self.runs.get(organization.index()).copied().unwrap_or_default();
        Texts::new(&self.texts, &self.words[run.range()])
    }

    fn new(names: &NameTable, vocabulary: &Vocabulary, organizations: &[&str]) -> OrganizationWords {
        let mut memo = vec![None; organizations.len()];
        let mut all = OrganizationWords::default();
        for number in 0..organizations.len() {
            spell_out(number, names, vocabulary, organizations, &mut memo, 0);
            let words = memo[number].iter().flatten().map(|w| all.texts.add(w)).collect::<Vec<_>>();
            let run = all.words.extend(words);
            all.runs.push(run);
        }
        all
    }
}

impl OfficeForms {
    /// Prepares the words of every organization's canonical name, organizations named inside it spelled out as well.
    pub(in crate::knowledge) fn new(names: &NameTable, vocabulary: &Vocabulary, organizations: &[&str]) -> OfficeForms {
        let organization_words = OrganizationWords::new(names, vocabulary, organizations);
        OfficeForms { organization_words, ..OfficeForms::default() }
    }

    /// For each organization the words of its canonical name.
    pub fn organization_words(&self) -> &OrganizationWords {
        &self.organization_words
    }

    /// Adds a title of an office. With an organization, a title that says nothing of what it is of is also known with it.
    /// Returns whether the title could be read, from its first word to its last.
    pub(in crate::knowledge) fn add(
        &mut self,
        office: OfficeId,
        title: &str,
        organization: Option<OrganizationId>,
        names: &NameTable,
        vocabulary: &Vocabulary,
    ) -> bool {
        let Some(phrase) = self.read(title, names, vocabulary) else { return false };
        self.insert(&phrase.key(), office);
        if let Some(turned) = turned_around(&phrase, title, vocabulary) {
            self.insert(&turned, office);
        }
        if phrase.complement.is_empty()
            && let Some(organization) = organization
        {
            let of: Vec<Box<str>> = self.organization_words.get(organization).iter().map(Box::from).collect();
            self.insert(&form_key(&phrase.core, &of), office);
        }
        true
    }

    fn insert(&mut self, key: &str, office: OfficeId) {
        let number = self.keys.add(key) as usize;
        if number == self.offices.len() {
            self.offices.push(Run::default());
        }
        let before = self.offices[number].range();
        if self.numbers[before.clone()].iter().any(|n| n.get() == office.0) {
            return;
        }
        let all: Vec<U32> = self.numbers[before].iter().copied().chain([office.0.into()]).collect();
        self.offices.change()[number] = self.numbers.extend(all);
    }

    /// Drops what no key refers to any more.
    pub(in crate::knowledge) fn tidy(&mut self) {
        let mut numbers = Rows::default();
        for run in self.offices.change() {
            *run = numbers.extend(self.numbers[run.range()].iter().copied());
        }
        self.numbers = numbers;
    }

    fn read(&self, title: &str, names: &NameTable, vocabulary: &Vocabulary) -> Option<TitlePhrase> {
        let cut = words(title);
        let hits = NameHits::find(names, title, &cut, &mut NameScratch::default());
        let organization_words = &self.organization_words;
        let mut titles =
            Reader { text: title, words: &cut, hits: &hits, vocabulary, organization_words }.titles().into_iter();
        // a title of which only a part was understood would be taken for another
        titles.next().filter(|t| t.words == (0..cut.len()))
    }

    /// The offices whose title is written with this core and complement, whatever their jurisdiction.
    pub fn get<'f>(&'f self, key: &str) -> impl ExactSizeIterator<Item = OfficeId> + use<'f> {
        let run = self.keys.get(key).map_or(Run::default(), |n| self.offices[n as usize]);
        self.numbers[run.range()].iter().map(|n| OfficeId(n.get()))
    }
}

/// "Commerce Minister" for "Minister of Commerce", and the other way around.
fn turned_around(phrase: &TitlePhrase, title: &str, vocabulary: &Vocabulary) -> Option<String> {
    if let Some((field, head)) = phrase.core.rsplit_once(' ') {
        let all_fields = field.split(' ').all(|w| vocabulary.get(w).field && !vocabulary.get(w).modifier);
        if !all_fields || !phrase.complement.is_empty() {
            return None;
        }
        let mut units: Vec<Box<str>> = field.split(' ').map(|w| vocabulary.singular(w).into()).collect();
        units.sort_unstable();
        return Some(form_key(head, &units));
    }
    if phrase.complement.is_empty() || phrase.complement.len() > 3 {
        return None;
    }
    let of = fold(title.split_once(" of ")?.1).into_owned();
    let plain = of.split(' ').all(|w| vocabulary.get(w).field && !vocabulary.get(w).modifier);
    plain.then(|| format!("{of} {}", phrase.core))
}

fn spell_out(
    number: usize,
    names: &NameTable,
    vocabulary: &Vocabulary,
    organizations: &[&str],
    memo: &mut Vec<Option<Box<[Box<str>]>>>,
    depth: u8,
) {
    if memo[number].is_some() {
        return;
    }
    let name = organizations[number];
    let cut = words(name);
    let mut scratch = NameScratch::default();
    let mut units: Vec<Box<str>> = Vec::new();
    let mut at = 0;
    while at < cut.len() {
        let inner = names.longest_at(name, &cut, at, &mut scratch).and_then(|found| {
            let whole = at == 0 && found.end == cut.len();
            let organization = found.uses.iter().find_map(|u| match u.entity() {
                Entity::Organization(id) => Some(id.index()),
                _ => None,
            });
            organization.filter(|o| !whole && *o != number && depth < 4).map(|o| (o, found.end))
        });
        if let Some((organization, end)) = inner {
            spell_out(organization, names, vocabulary, organizations, memo, depth + 1);
            units.extend(memo[organization].iter().flat_map(|w| w.iter().cloned()));
            at = end;
            continue;
        }
        let word = cut[at];
        let folded = fold(word.text(name));
        if word.is_wordlike() && !matches!(folded.as_ref(), "of" | "for" | "and" | "the" | "on" | "in") {
            units.push(vocabulary.singular(&folded).into());
        }
        at += 1;
    }
    units.sort_unstable();
    units.dedup();
    memo[number] = Some(units.into_boxed_slice());
}
