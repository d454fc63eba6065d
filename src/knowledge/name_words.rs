//! The words that people's names are made of, from the packs' `[names]` tables.

use rustc_hash::FxHashSet;

use super::file::NameWordsRecord;
use crate::text::fold;

/// Surnames and particles, by their folded form.
#[derive(Debug, Default)]
pub struct NameWords {
    family_first: FxHashSet<Box<str>>,
    particles: FxHashSet<Box<str>>,
    like_words: FxHashSet<Box<str>>,
}

impl NameWords {
    /// Takes in a pack's words.
    pub(super) fn add(&mut self, words: &NameWordsRecord) {
        self.family_first.extend(words.family_first.iter().map(|w| Box::from(&*fold(w))));
        self.particles.extend(words.particles.iter().map(|w| Box::from(w.as_str())));
        self.like_words.extend(words.like_words.iter().map(|w| Box::from(&*fold(w))));
    }

    /// Whether a folded word is a surname that stands before the given name.
    pub fn is_family_first(&self, folded: &str) -> bool {
        self.family_first.contains(folded)
    }

    /// Whether a word, as written, stands inside names: `bin`, `van`.
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// Whether a folded surname is a common word too.
    pub fn is_like_word(&self, folded: &str) -> bool {
        self.like_words.contains(folded)
    }
}
