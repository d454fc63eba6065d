//! The words that people's names are made of, from the packs' `[names]` tables.

use super::file::NameWordsRecord;
use super::stored::{Keys, stored};
use crate::text::fold;

/// Surnames and particles, by their folded form.
#[derive(Clone, Debug, Default)]
pub struct NameWords {
    family_first: Keys,
    particles: Keys,
    like_words: Keys,
}

stored!(NameWords { family_first, particles, like_words });

impl NameWords {
    /// Takes in a pack's words.
    pub(super) fn add(&mut self, words: &NameWordsRecord) {
        for word in &words.family_first {
            self.family_first.add(&fold(word));
        }
        for word in &words.particles {
            self.particles.add(word);
        }
        for word in &words.like_words {
            self.like_words.add(&fold(word));
        }
    }

    /// Whether a folded word is a surname that stands before the given name.
    pub fn is_family_first(&self, folded: &str) -> bool {
        self.family_first.get(folded).is_some()
    }

    /// Whether a word, as written, stands inside names: `bin`, `van`.
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.get(word).is_some()
    }

    /// Whether a folded surname is a common word too.
    pub fn is_like_word(&self, folded: &str) -> bool {
        self.like_words.get(folded).is_some()
    }
}
