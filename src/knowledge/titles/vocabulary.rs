//! The words that titles are made of.

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::super::file::{Status, TitleWordsRecord};
use super::super::stored::{Arena, Keys, Rows, Text, stored};
use crate::text::fold;

/// What a word can be in a title. Empty for a word of no interest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordSense {
    /// Names an office: `minister`.
    pub head: bool,
    /// Is held "to" a country or a body: `ambassador`.
    pub sent: bool,
    /// Rank or scope that belongs to a title: `vice`, `foreign`.
    pub modifier: bool,
    /// Occurs in what a title is of: `affairs`, `committee`.
    pub field: bool,
    /// `Mr.`: stands before a name and is no office.
    pub honorific: bool,
    /// Ends an organization's name: `University`.
    pub organization_tail: bool,
    /// Several of them: `ministers`.
    pub plural: bool,
    /// Places the holding in time.
    pub status: Option<Status>,
}

/// A [`WordSense`], as it is stored: flags, and the status counted from 1.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
struct SenseRow {
    flags: u8,
    status: u8,
}

const STATUSES: [Status; 6] =
    [Status::Former, Status::Then, Status::Acting, Status::Outgoing, Status::Elect, Status::Late];

impl From<WordSense> for SenseRow {
    fn from(sense: WordSense) -> SenseRow {
        let WordSense { head, sent, modifier, field, honorific, organization_tail, plural, status } = sense;
        let all = [head, sent, modifier, field, honorific, organization_tail, plural];
        let flags = all.iter().enumerate().fold(0, |flags, (n, on)| flags | u8::from(*on) << n);
        let status = status.map_or(0, |s| s as u8 + 1);
        SenseRow { flags, status }
    }
}

impl From<SenseRow> for WordSense {
    fn from(row: SenseRow) -> WordSense {
        let flag = |n: u8| row.flags >> n & 1 == 1;
        WordSense {
            head: flag(0),
            sent: flag(1),
            modifier: flag(2),
            field: flag(3),
            honorific: flag(4),
            organization_tail: flag(5),
            plural: flag(6),
            status: row.status.checked_sub(1).map(|n| STATUSES[n as usize]),
        }
    }
}

/// The words of titles, by their folded form, plurals included.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Keys,
    senses: Rows<SenseRow>,
    plurals: Keys,
    singulars: Rows<Text>,
    texts: Arena,
}

stored!(Vocabulary { words, senses, plurals, singulars, texts });

impl Vocabulary {
    /// Takes in a pack's words.
    pub(in crate::knowledge) fn add(&mut self, words: &TitleWordsRecord) {
        for (plural, singular) in &words.plurals {
            self.set_singular(&fold(plural), &fold(singular));
        }
        for word in &words.heads {
            self.add_with_plural(word, |sense| sense.head = true);
        }
        for word in &words.sent {
            self.add_with_plural(word, |sense| sense.sent = true);
        }
        for word in &words.modifiers {
            self.change(&fold(word), |sense| sense.modifier = true);
        }
        for word in &words.fields {
            self.add_with_plural(word, |sense| sense.field = true);
        }
        for status in &words.status {
            self.change(&fold(&status.word), |sense| sense.status = Some(status.means));
        }
        for word in &words.honorifics {
            self.change(&fold(word), |sense| sense.honorific = true);
        }
        for word in &words.organization_tails {
            self.change(&fold(word), |sense| sense.organization_tail = true);
        }
    }

    fn change(&mut self, folded: &str, set: impl Fn(&mut WordSense)) {
        let number = self.words.add(folded) as usize;
        if number == self.senses.len() {
            self.senses.push(SenseRow::default());
        }
        let mut sense = WordSense::from(self.senses[number]);
        set(&mut sense);
        self.senses.change()[number] = sense.into();
    }

    fn set_singular(&mut self, plural: &str, singular: &str) {
        let number = self.plurals.add(plural) as usize;
        let text = self.texts.add(singular);
        if number == self.singulars.len() {
            self.singulars.push(text);
        } else {
            self.singulars.change()[number] = text;
        }
    }

    fn add_with_plural(&mut self, word: &str, set: impl Fn(&mut WordSense)) {
        let folded = fold(word).into_owned();
        self.change(&folded, &set);
        let known = self.singulars.iter().position(|singular| self.texts.get(*singular) == folded);
        let plural = known.map_or_else(|| regular_plural(&folded), |number| self.plurals.key(number as u32).to_owned());
        if plural != folded {
            self.change(&plural, |sense| {
                set(sense);
                sense.plural = true;
            });
            self.set_singular(&plural, &folded);
        }
    }

    /// What a folded word can be.
    pub fn get(&self, folded: &str) -> WordSense {
        self.words.get(folded).map(|n| self.senses[n as usize].into()).unwrap_or_default()
    }

    /// The singular of a folded word, as far as it is known.
    pub fn singular<'a>(&'a self, folded: &'a str) -> &'a str {
        self.plurals.get(folded).map_or(folded, |n| self.texts.get(self.singulars[n as usize]))
    }
}

fn regular_plural(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if word.ends_with(['s', 'x']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        _ => match word.strip_suffix("man") {
            Some(stem) => format!("{stem}men"),
            None => format!("{word}s"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_plurals() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add(&TitleWordsRecord {
            heads: vec!["secretary".into(), "chairman".into(), "chief".into(), "chief of staff".into()],
            plurals: [("chiefs of staff".to_owned(), "chief of staff".to_owned())].into(),
            ..TitleWordsRecord::default()
        });
        for (plural, singular) in [("secretaries", "secretary"), ("chairmen", "chairman"), ("chiefs", "chief")] {
            assert!(vocabulary.get(plural).plural && vocabulary.get(plural).head, "{plural}");
            assert_eq!(vocabulary.singular(plural), singular);
        }
        assert!(!vocabulary.get("chairman").plural);
        assert_eq!(vocabulary.get("walrus"), WordSense::default());
    }
}
