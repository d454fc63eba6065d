//! A run of words read as a title.
//!
//! In: the words of a paragraph (or of a title that a pack prints), the names found in them, the vocabulary. Out: for each
//! word that can head a title, the [`TitlePhrase`] around it. It looks at words only; who holds the title is not asked here.
//!
//! ```text
//! phrase     = status* (jurisdiction "'s"?)? (organization | modifier | Capitalized)* head ("-" status)? complement?
//! complement = ("of" | "for" | "to", after "ambassador" and its like) "the"? (organization | place | field | Capitalized | connective)+
//! ```

use std::ops::Range;

use super::super::names::{NameHit, NameHits};
use super::super::record::{PlaceId, Status};
use super::forms::OrganizationWords;
use super::vocabulary::{Vocabulary, WordSense};
use crate::text::{Shape, Span, Word, fold_into};

/// Words that tie the parts of a complement and count for nothing in it.
const CONNECTIVES: &[&str] = &["of", "for", "and", "the", "on", "under", "in", "at", "to", "&"];

/// Words after which a complement may stand.
const COMPLEMENT_OPENERS: &[&str] = &["of", "for"];

/// Capitalized because they open a sentence, and no part of a title.
const SENTENCE_OPENERS: &[&str] = &[
    "a",
    "also",
    "although",
    "an",
    "and",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "during",
    "earlier",
    "for",
    "from",
    "he",
    "her",
    "his",
    "however",
    "if",
    "in",
    "it",
    "its",
    "later",
    "meanwhile",
    "on",
    "our",
    "she",
    "since",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "today",
    "upon",
    "we",
    "when",
    "while",
    "with",
    "yesterday",
];

/// A title as written.
#[derive(Clone, Debug, PartialEq)]
pub struct TitlePhrase {
    /// Its words, as indices.
    pub words: Range<usize>,
    /// The word that names the office.
    pub head: usize,
    /// Whether it is said of several people: "secretaries".
    pub plural: bool,
    /// `former`, `acting`, ...
    pub status: Option<Status>,
    /// Folded words from the first modifier to the head, the head in the singular: `vice premier`.
    pub core: String,
    /// The places that it names, each with all it can mean, in reading order.
    pub jurisdictions: Vec<PlaceId>,
    /// The folded words of what it is of, without connectives and places, organizations by their canonical names, sorted.
    pub complement: Vec<Box<str>>,
    /// Whether the head is written with a capital.
    pub capitalized: bool,
}

impl TitlePhrase {
    /// Its place in the text whose words were read.
    pub fn span(&self, cut: &[Word]) -> Span {
        Span::new(cut[self.words.start].start as usize, cut[self.words.end - 1].end as usize)
    }

    /// The key under which offices are found; see [`super::OfficeForms`].
    pub fn key(&self) -> String {
        form_key(&self.core, &self.complement)
    }
}

pub(super) fn form_key(core: &str, complement: &[Box<str>]) -> String {
    let mut key = core.to_owned();
    for unit in complement {
        key.push('|');
        key.push_str(unit);
    }
    key
}

/// Reads titles in one stretch of words.
pub struct Reader<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
    pub hits: &'a NameHits<'a>,
    pub vocabulary: &'a Vocabulary,
    /// For each organization the words of its canonical name; see [`OrganizationWords`].
    pub organization_words: &'a OrganizationWords,
}

/// What has been gathered of a phrase's complement or of its left side.
#[derive(Default)]
struct Parts {
    units: Vec<Box<str>>,
    places: Vec<PlaceId>,
}

impl Reader<'_> {
    /// All titles, from left to right, none overlapping.
    pub fn titles(&self) -> Vec<TitlePhrase> {
        let mut titles: Vec<TitlePhrase> = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let floor = titles.last().map_or(0, |t| t.words.end);
            match self.title_at(at, floor) {
                Some(title) => {
                    at = title.words.end;
                    titles.push(title);
                }
                None => at += 1,
            }
        }
        titles
    }

    /// The title headed by word `at`, taking in no word before `floor`.
    pub fn title_at(&self, at: usize, floor: usize) -> Option<TitlePhrase> {
        let sense = self.sense(at);
        if !sense.head || self.is_inside_name(at) {
            return None;
        }
        // "Deputy Prime Minister": what can rank a title does so when a title follows
        if sense.modifier && self.leads_to_head(at + 1) {
            return None;
        }
        // of several heads in a row the last one counts: "General Secretary", "Secretary General"
        let next = self.step_over_hyphen(at + 1);
        if self.sense(next).head && self.adjacent(at, next) && !self.is_inside_name(next) {
            return None;
        }
        let mut parts = Parts::default();
        let mut status = None;
        let (start, core_start) = self.read_left(at, floor, &mut parts, &mut status);
        let mut end = at + 1;
        // "President-elect"
        let suffix = self.step_over_hyphen(end);
        if suffix > end && self.words.get(suffix).is_some_and(|w| w.joined) {
            match self.sense(suffix).status {
                Some(means) => {
                    status = Some(means);
                    end = suffix + 1;
                }
                None => return None,
            }
        }
        // "Minister in charge of ..."
        if self.word(end) == "in" && self.word(end + 1) == "charge" {
            parts.units.push("charge".into());
            end += 2;
        }
        // what is said after the title, "Ambassador Extraordinary and Plenipotentiary", adds nothing to it
        let after = end + usize::from(self.sense(end).modifier) + 2 * usize::from(self.word(end + 1) == "and");
        if sense.sent && after > end && self.words[end].is_capitalized() && self.word(after) == "to" {
            end = after;
        }
        if let Some(after) = self.read_complement(end, sense.sent, &mut parts) {
            end = after;
        }
        let core = self.core(core_start, at);
        let Parts { units: mut complement, places } = parts;
        complement.sort_unstable();
        complement.dedup();
        Some(TitlePhrase {
            words: start..end,
            head: at,
            plural: sense.plural,
            status,
            core,
            jurisdictions: places,
            complement,
            capitalized: self.words[at].is_capitalized(),
        })
    }

    /// Whether modifiers and fields from word `at` on lead to a head in the same run of words.
    fn leads_to_head(&self, at: usize) -> bool {
        let mut at = self.step_over_hyphen(at);
        while at < self.words.len() && self.adjacent(at - 1, at) && !self.is_inside_name(at) {
            let sense = self.sense(at);
            if sense.head {
                return true;
            }
            if !(sense.modifier || sense.field) {
                return false;
            }
            at = self.step_over_hyphen(at + 1);
        }
        false
    }

    fn core(&self, start: usize, head: usize) -> String {
        let mut core = String::new();
        let mut word = String::new();
        for index in start..=head {
            let shape = self.words[index].shape;
            if shape == Shape::Mark
                || shape == Shape::Possessive
                || self.hits.of(index).is_some_and(|hit| is_named(hit))
            {
                continue;
            }
            word.clear();
            fold_into(self.words[index].text(self.text), &mut word);
            if word == "and" || self.vocabulary.get(&word).status.is_some() && index != head {
                continue;
            }
            if !core.is_empty() {
                core.push(' ');
            }
            if index == head {
                core.push_str(self.vocabulary.singular(&word));
            } else {
                core.push_str(&word);
            }
        }
        core
    }

    /// Walks left from the head over what belongs to the title. Returns its first word and the first that may count as core.
    fn read_left(&self, head: usize, floor: usize, parts: &mut Parts, status: &mut Option<Status>) -> (usize, usize) {
        let mut start = head;
        while let Some(before) = self.before(start) {
            if before < floor {
                break;
            }
            if self.words[before].shape == Shape::Possessive {
                // "China's premier", "the State Council's premier"
                let Some(hit) = self.hits.ending(before).filter(|hit| is_named(hit) && hit.start >= floor) else {
                    break;
                };
                self.take_name(hit, parts);
                start = hit.start;
                continue;
            }
            if let Some(hit) = self.hits.ending(before + 1) {
                if !is_named(hit) || hit.start < floor {
                    break;
                }
                self.take_name(hit, parts);
                start = hit.start;
                continue;
            }
            if self.hits.of(before).is_some() {
                break;
            }
            // "Culture and Tourism Minister"
            if self.word(before) == "and"
                && self.sense(start).field
                && self.words[start].is_capitalized()
                && self.words[head].is_capitalized()
                && let Some(further) = self.before(before)
                && further >= floor
                && self.sense(further).field
                && self.words[further].is_capitalized()
                && self.hits.of(further).is_none()
            {
                start = further;
                continue;
            }
            let sense = self.sense(before);
            let word = self.words[before];
            if let Some(means) = sense.status {
                *status = Some(means);
                start = before;
                continue;
            }
            let in_capitals =
                word.is_capitalized() && self.words[head].is_capitalized() && !self.opens_sentence(before);
            let lexical = sense.modifier || sense.field || sense.head;
            if !(lexical || in_capitals) || sense.honorific || sense.plural && sense.head {
                break;
            }
            start = before;
        }
        (start, start)
    }

    /// The word before `at` that stands in one run with it, over a hyphen.
    fn before(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        if self.words[at].joined {
            before = before.checked_sub(1)?;
        }
        (self.adjacent(before, at) && self.words[before].shape != Shape::Mark).then_some(before)
    }

    /// Reads "of the ..." from word `at`. Returns the index after it, if there is one.
    fn read_complement(&self, at: usize, sent: bool, parts: &mut Parts) -> Option<usize> {
        let opener = self.words.get(at)?.text(self.text);
        let to = sent && opener == "to";
        if !COMPLEMENT_OPENERS.contains(&opener) && !to {
            return None;
        }
        let mut end = None;
        let mut next = at + 1;
        // whether what came last is a name that is complete in itself
        let mut complete = false;
        while next < self.words.len() {
            if let Some(hit) = self.hits.starting(next) {
                if !is_named(hit) {
                    break;
                }
                match hit.places().next().filter(|_| to && hit.organization().is_none()) {
                    // the country one is sent to is not the one whose office it is
                    Some(place) => parts.units.push(format!("to {}", place.index()).into()),
                    None => self.take_name(hit, parts),
                }
                complete = true;
                next = hit.end;
                next = self.generic_word(hit).unwrap_or(next);
                end = Some(next);
                continue;
            }
            let word = self.words[next];
            let text = word.text(self.text);
            if word.shape == Shape::Possessive {
                next += 1;
                continue;
            }
            if CONNECTIVES.contains(&text) {
                if !self.goes_on(next + 1, text == "and" || text == "&", complete) {
                    break;
                }
                complete = false;
                next += 1;
                continue;
            }
            if word.shape == Shape::Mark {
                let hyphenated = self.words.get(next + 1).is_some_and(|w| w.joined) && end == Some(next);
                if !hyphenated {
                    break;
                }
                next += 1;
                continue;
            }
            let sense = self.sense(next);
            let fits = sense.field
                || sense.modifier
                || word.is_capitalized() && !sense.honorific
                || word.shape == Shape::Number && self.words.get(next + 1).is_some_and(|w| w.is_capitalized());
            if !fits || complete && !(sense.field || sense.modifier) && !sense.organization_tail {
                break;
            }
            let folded = self.folded(next);
            parts.units.push(self.vocabulary.singular(&folded).into());
            complete = false;
            next += 1;
            end = Some(next);
        }
        end
    }

    /// Whether a complement goes on at word `at`, after a connective.
    fn goes_on(&self, at: usize, after_and: bool, complete: bool) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        if after_and {
            if complete {
                return false;
            }
            // "... and chairman of", "... and Foreign Minister": another title begins
            let mut next = at;
            while self.words.get(next).is_some_and(|w| w.is_wordlike()) && next < at + 6 {
                if self.sense(next).head && !self.sense(next).field {
                    return false;
                }
                if !self.words[next].is_capitalized() && !self.sense(next).modifier && !self.sense(next).field {
                    break;
                }
                next += 1;
            }
        }
        if let Some(hit) = self.hits.starting(at) {
            return is_named(hit);
        }
        let text = word.text(self.text);
        let sense = self.sense(at);
        text == "the" && self.goes_on(at + 1, false, complete)
            || word.is_capitalized() && !sense.honorific
            || sense.field
            || sense.modifier
    }

    /// The word after a place that belongs to its form: the `Province` of "Hunan Province".
    fn generic_word(&self, hit: &NameHit) -> Option<usize> {
        hit.places().next()?;
        let word = self.words.get(hit.end)?;
        let folded = self.folded(hit.end);
        let generic = matches!(
            folded.as_str(),
            "province" | "city" | "municipality" | "county" | "district" | "prefecture" | "state" | "region"
        );
        (generic && self.adjacent(hit.end - 1, hit.end) && word.is_wordlike()).then_some(hit.end + 1)
    }

    fn take_name(&self, hit: &NameHit, parts: &mut Parts) {
        if let Some(organization) = hit.organization() {
            parts.units.extend(self.organization_words.get(organization).iter().map(Box::from));
        } else {
            parts.places.extend(hit.places().chain(hit.demonym_of()));
        }
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.text(self.text))
    }

    fn sense(&self, at: usize) -> WordSense {
        match self.words.get(at) {
            Some(word) if word.is_wordlike() => self.vocabulary.get(&self.folded(at)),
            _ => WordSense::default(),
        }
    }

    fn folded(&self, at: usize) -> String {
        let mut folded = String::new();
        fold_into(self.words[at].text(self.text), &mut folded);
        folded
    }

    fn step_over_hyphen(&self, at: usize) -> usize {
        let hyphen = self.words.get(at + 1).is_some_and(|w| w.joined);
        if hyphen { at + 1 } else { at }
    }

    /// Whether nothing but one line's white space or a hyphen stands between two words.
    fn adjacent(&self, left: usize, right: usize) -> bool {
        let gap = &self.text[self.words[left].end as usize..self.words[right].start as usize];
        gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
    }

    fn is_inside_name(&self, at: usize) -> bool {
        self.hits.of(at).is_some()
    }

    fn opens_sentence(&self, at: usize) -> bool {
        SENTENCE_OPENERS.contains(&self.folded(at).as_str())
    }
}

/// Whether a name can be part of a title: an organization, a place or its demonym.
fn is_named(hit: &NameHit) -> bool {
    hit.organization().is_some() || hit.places().next().is_some() || hit.demonym_of().next().is_some()
}
