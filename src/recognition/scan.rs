//! What can be told of one block without knowing the rest of the article.
//!
//! In: a block's text and the knowledge. Out: [`Scan`]: its words, the names and titles in it, its dates, its sentences as
//! ranges of words. Offsets are bytes of the block, so that an unchanged block scans the same wherever it moves.

use std::ops::Range;

use super::dates::{self, DateSpot};
use crate::article::Block;
use crate::knowledge::titles::{Reader, TitlePhrase, WordSense};
use crate::knowledge::{Knowledge, NameHits, NameScratch};
use crate::text::{Shape, Span, Word, fold, words};

/// One block, scanned.
pub(super) struct Scan<'k> {
    /// The block's text.
    pub text: &'k str,
    /// Where the block begins in the article, in bytes.
    pub base: usize,
    pub words: Vec<Word>,
    pub hits: NameHits<'k>,
    pub titles: Vec<TitlePhrase>,
    pub dates: Vec<DateSpot>,
    /// For each sentence its words.
    pub sentences: Vec<Range<usize>>,
    /// The words of the dateline, if the block begins with one.
    pub dateline: Range<usize>,
    /// Whether most words are capitalized, as in a headline: capitals then say little.
    pub title_case: bool,
    knowledge: &'k Knowledge,
}

impl<'k> Scan<'k> {
    pub fn new(
        article: &'k str,
        block: &Block,
        dateline: Option<Span>,
        knowledge: &'k Knowledge,
        scratch: &mut NameScratch,
    ) -> Scan<'k> {
        let text = block.span.slice(article);
        let words = words(text);
        let hits = NameHits::find(knowledge.names(), text, &words, scratch);
        let vocabulary = knowledge.vocabulary();
        let organization_words = knowledge.forms().organization_words();
        let titles = Reader { text, words: &words, hits: &hits, vocabulary, organization_words }.titles();
        let dates = dates::find(text, &words);
        let index_at = |offset: usize| words.partition_point(|w| (w.start as usize) < offset - block.span.start);
        let sentences = block.sentences.iter().map(|s| index_at(s.start)..index_at(s.end)).collect();
        let dateline = match dateline.filter(|d| block.span.contains_span(*d)) {
            Some(span) => index_at(span.start)..index_at(span.end),
            None => 0..0,
        };
        let lettered =
            words.iter().filter(|w| matches!(w.shape, Shape::Lower | Shape::Capitalized | Shape::Upper)).count();
        let lower = words.iter().filter(|w| w.shape == Shape::Lower && w.end - w.start > 3).count();
        let is_sentence = text.trim_end().ends_with(['.', '"', '\u{201d}']);
        let title_case = lettered >= 3 && lower * 5 < lettered && !is_sentence;
        Scan { text, base: block.span.start, words, hits, titles, dates, sentences, dateline, title_case, knowledge }
    }

    /// The text of a word.
    pub fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |w| w.text(self.text))
    }

    /// Where a run of words stands in the article.
    pub fn span(&self, words: &Range<usize>) -> Span {
        let start = self.words[words.start].start as usize;
        let end = self.words[words.end - 1].end as usize;
        Span::new(self.base + start, self.base + end)
    }

    /// What a word can be in a title.
    pub fn sense(&self, index: usize) -> WordSense {
        match self.words.get(index) {
            Some(word) if word.is_wordlike() => self.knowledge.vocabulary().get(&fold(word.text(self.text))),
            _ => WordSense::default(),
        }
    }

    /// Whether nothing but white space stands between a word and the next.
    pub fn is_followed_closely(&self, index: usize) -> bool {
        match (self.words.get(index), self.words.get(index + 1)) {
            (Some(left), Some(right)) => {
                let gap = &self.text[left.end as usize..right.start as usize];
                !gap.is_empty() && gap.chars().all(char::is_whitespace)
            }
            _ => false,
        }
    }

    /// The title that begins at a word.
    pub fn title_starting(&self, word: usize) -> Option<usize> {
        self.titles.binary_search_by_key(&word, |t| t.words.start).ok()
    }

    /// The title that holds a word.
    pub fn title_of(&self, word: usize) -> Option<usize> {
        let at = self.titles.partition_point(|t| t.words.end <= word);
        self.titles.get(at).filter(|t| t.words.contains(&word)).map(|_| at)
    }

    /// Whether a word opens a sentence, so that its capital says nothing.
    pub fn opens_sentence(&self, word: usize) -> bool {
        let at = self.sentences.partition_point(|s| s.start <= word);
        let Some(sentence) = at.checked_sub(1).map(|i| &self.sentences[i]) else { return word == 0 };
        let quote = matches!(self.word(sentence.start), "\"" | "\u{201c}" | "'" | "\u{2018}" | "(");
        word == sentence.start + usize::from(quote) || word == self.dateline.end
    }

    /// Whether a capitalized word is no known name and no word of a title: someone's or something's name, perhaps.
    pub fn is_unknown_capital(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|w| w.is_capitalized())
            && self.hits.of(index).is_none()
            && self.title_of(index).is_none()
    }
}
