//! The words that titles are made of.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::super::file::{Status, TitleWordsRecord};
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

/// The words of titles, by their folded form, plurals included.
#[derive(Debug, Default)]
pub struct Vocabulary {
    senses: FxHashMap<Box<str>, WordSense>,
    singulars: FxHashMap<Box<str>, Box<str>>,
}

impl Vocabulary {
    /// Takes in a pack's words.
    pub fn add(&mut self, words: &TitleWordsRecord) {
        for (plural, singular) in &words.plurals {
            self.singulars.insert(fold(plural).into(), fold(singular).into());
        }
        for word in &words.heads {
            self.add_with_plural(word, |sense| sense.head = true);
        }
        for word in &words.sent {
            self.add_with_plural(word, |sense| sense.sent = true);
        }
        for word in &words.modifiers {
            self.sense(word).modifier = true;
        }
        for word in &words.fields {
            self.add_with_plural(word, |sense| sense.field = true);
        }
        for status in &words.status {
            self.sense(&status.word).status = Some(status.means);
        }
        for word in &words.honorifics {
            self.sense(word).honorific = true;
        }
        for word in &words.organization_tails {
            self.sense(word).organization_tail = true;
        }
    }

    fn sense(&mut self, word: &str) -> &mut WordSense {
        self.senses.entry(fold(word).into()).or_default()
    }

    fn add_with_plural(&mut self, word: &str, set: impl Fn(&mut WordSense)) {
        let folded = fold(word).into_owned();
        set(self.sense(&folded));
        let known =
            self.singulars.iter().find(|(_, singular)| ***singular == *folded).map(|(plural, _)| plural.clone());
        let plural = known.unwrap_or_else(|| regular_plural(&folded).into());
        if plural.as_ref() != folded {
            let sense = self.sense(&plural);
            set(sense);
            sense.plural = true;
            self.singulars.insert(plural, folded.into());
        }
    }

    /// What a folded word can be.
    pub fn get(&self, folded: &str) -> WordSense {
        self.senses.get(folded).copied().unwrap_or_default()
    }

    /// The singular of a folded word, as far as it is known.
    pub fn singular<'a>(&'a self, folded: &'a str) -> Cow<'a, str> {
        match self.singulars.get(folded) {
            Some(singular) => Cow::Borrowed(singular),
            None => Cow::Borrowed(folded),
        }
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
