//! A text cut into words, as a copy editor would count them.
//!
//! In: a `&str`. Out: [`Word`]s with their byte spans and shapes, in order, without gaps other than white space. Every
//! character that is not white space belongs to exactly one word. It never looks anything up and never allocates for a
//! word; names and titles are matched on these words, in the text and in the knowledge alike, so both agree on where a
//! word begins.
//!
//! What keeps together: letters and digits with their combining marks ("Güler"), an inner apostrophe ("Min'er", "O'Brien"),
//! dotted letters ("U.S.", "J."), a few abbreviations with their full stop ("St.", "Gen."), numbers with their separators
//! ("1,434", "3.5"). What comes apart: the possessive ("China" + "'s"), the parts of a hyphenated word (each later part is
//! marked as [`Word::joined`]), and every other mark, one word a character.

use super::Span;

/// What a word looks like, before anyone knows what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `Changsha`, `McDonald`, `Min'er`: an upper-case letter first, some lower-case letter after it.
    Capitalized,
    /// `CHANGSHA`, `CPC`, `U.S.`, `A`: upper-case letters only.
    Upper,
    /// `premier`, `iPhone`: a lower-case letter first.
    Lower,
    /// Letters without case: `习近平`.
    Caseless,
    /// `2024`, `1,434`, `20th`.
    Number,
    /// `'s` or the apostrophe of a plural possessive, with a straight or a curly mark.
    Possessive,
    /// Any other single character: `,`, `"`, `-`.
    Mark,
}

/// One word or mark of a text; offsets are bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it begins, in bytes.
    pub start: u32,
    /// Where it ends, in bytes, exclusive.
    pub end: u32,
    /// What it looks like.
    pub shape: Shape,
    /// Whether a single hyphen or dash ties it to the word before: the `in` of `Jae-in`.
    pub joined: bool,
}

impl Word {
    /// The word's place in the text.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// The word itself.
    pub fn text(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether the word begins with an upper-case letter.
    pub fn is_capitalized(self) -> bool {
        matches!(self.shape, Shape::Capitalized | Shape::Upper)
    }

    /// Whether the word is letters or digits, not a mark or a possessive.
    pub fn is_wordlike(self) -> bool {
        !matches!(self.shape, Shape::Possessive | Shape::Mark)
    }
}

/// Abbreviations that keep their full stop, lower-case.
const ABBREVIATIONS: &[&str] = &[
    "adm", "col", "dr", "ft", "gen", "gov", "hon", "jr", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "prof", "rep",
    "rev", "sen", "sgt", "sr", "st",
];

/// The abbreviations of months that keep their full stop, lower-case.
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02bc}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether the character belongs inside a word: letters, digits and the marks that combine with them.
fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Cuts a text into words. Linear in its length; offsets count from the start of `text`, which must be under 4 GiB.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let Some(c) = char_at(text, at) else { break };
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let start = at;
        let joined = joins(text, &words, start);
        let shape;
        if c.is_ascii_digit() {
            at = number_end(text, at);
            shape = Shape::Number;
        } else if is_inner(c) {
            at = word_end(text, at);
            at = dotted_end(text, start, at);
            shape = letters_shape(&text[start..at]);
        } else if let Some(end) = possessive_end(text, &words, at) {
            at = end;
            shape = Shape::Possessive;
        } else {
            at += c.len_utf8();
            shape = Shape::Mark;
        }
        words.push(Word { start: start as u32, end: at as u32, shape, joined });
    }
    words
}

fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte < 0x80 { Some(byte as char) } else { text[at..].chars().next() }
}

/// Whether the word that starts at `start` follows a hyphen that follows a word, without white space between.
fn joins(text: &str, words: &[Word], start: usize) -> bool {
    let [.., before, hyphen] = words else { return false };
    hyphen.end as usize == start
        && before.end == hyphen.start
        && before.is_wordlike()
        && hyphen.shape == Shape::Mark
        && hyphen.text(text).chars().all(is_hyphen)
}

/// The end of a run of letters, over inner apostrophes that are no possessive.
fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(c) = char_at(text, at) {
        if is_inner(c) {
            at += c.len_utf8();
        } else if is_apostrophe(c) {
            let after = at + c.len_utf8();
            let follows = char_at(text, after).is_some_and(char::is_alphabetic);
            if !follows || is_possessive_s(text, after) {
                break;
            }
            at = after;
        } else {
            break;
        }
    }
    at
}

/// Whether `s` and no further letter stands at `at`, right after an apostrophe.
fn is_possessive_s(text: &str, at: usize) -> bool {
    matches!(char_at(text, at), Some('s' | 'S')) && !char_at(text, at + 1).is_some_and(is_inner)
}

fn possessive_end(text: &str, words: &[Word], at: usize) -> Option<usize> {
    let c = char_at(text, at)?;
    let before = words.last()?;
    if !is_apostrophe(c) || before.end as usize != at || !before.is_wordlike() {
        return None;
    }
    let after = at + c.len_utf8();
    if is_possessive_s(text, after) {
        Some(after + 1)
    } else if text[..at].ends_with(['s', 'S']) {
        Some(after)
    } else {
        None
    }
}

/// Takes in the full stops of `U.S.`, `J.` and of the abbreviations that keep theirs.
fn dotted_end(text: &str, start: usize, end: usize) -> usize {
    if char_at(text, end) != Some('.') {
        return end;
    }
    let mut letters = text[start..end].chars();
    let single = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_alphabetic());
    if single {
        let mut at = end + 1;
        // U.S., U.S.A., a.m.: letter and full stop in turn
        while let Some(c) = char_at(text, at).filter(|c| c.is_alphabetic()) {
            let dot = at + c.len_utf8();
            if char_at(text, dot) != Some('.') {
                break;
            }
            at = dot + 1;
        }
        let upper = text[start..end].chars().all(char::is_uppercase);
        return if upper || at > end + 1 { at } else { end };
    }
    let mut lower = [0_u8; 6];
    let word = &text.as_bytes()[start..end];
    if word.len() <= lower.len() {
        let lower = &mut lower[..word.len()];
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        let known = std::str::from_utf8(lower).is_ok_and(|w| ABBREVIATIONS.contains(&w) || MONTHS.contains(&w));
        if known && word[0].is_ascii_uppercase() {
            return end + 1;
        }
    }
    end
}

fn number_end(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(c) = char_at(text, at) {
        let separator = matches!(c, ',' | '.') && char_at(text, at + 1).is_some_and(|d| d.is_ascii_digit());
        if !is_inner(c) && !separator {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn letters_shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            if letters.any(char::is_lowercase) {
                Shape::Capitalized
            } else {
                Shape::Upper
            }
        }
        Some(first) if first.is_lowercase() => Shape::Lower,
        Some(_) => Shape::Caseless,
        None => Shape::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|w| w.text(text)).collect()
    }

    #[test]
    fn keeps_and_splits_as_an_editor_counts() {
        assert_eq!(cut("China's Chen Min'er"), ["China", "'s", "Chen", "Min'er"]);
        assert_eq!(cut("the U.S. President, Mr. W. Xu."), ["the", "U.S.", "President", ",", "Mr.", "W.", "Xu", "."]);
        assert_eq!(cut("Moon Jae-in"), ["Moon", "Jae", "-", "in"]);
        assert_eq!(cut("1,434 cases, 3.5."), ["1,434", "cases", ",", "3.5", "."]);
        assert_eq!(cut("the workers’ leader’s"), ["the", "workers", "’", "leader", "’s"]);
        assert_eq!(cut("March 22 (Xinhua) --"), ["March", "22", "(", "Xinhua", ")", "-", "-"]);
        assert_eq!(cut("Nov. 3 in St. Louis"), ["Nov.", "3", "in", "St.", "Louis"]);
        assert_eq!(cut("He met Gul."), ["He", "met", "Gul", "."]);
    }

    #[test]
    fn marks_joined_parts() {
        let text = "Beijing-Tianjin-Hebei region - or";
        let joined: Vec<_> = words(text).into_iter().filter(|w| w.joined).map(|w| w.text(text)).collect();
        assert_eq!(joined, ["Tianjin", "Hebei"]);
    }

    #[test]
    fn sees_shapes() {
        let text = "Xi CPC premier 习近平 20th O'Brien";
        let shapes: Vec<_> = words(text).into_iter().map(|w| w.shape).collect();
        assert_eq!(
            shapes,
            [Shape::Capitalized, Shape::Upper, Shape::Lower, Shape::Caseless, Shape::Number, Shape::Capitalized]
        );
    }

    proptest::proptest! {
        #[test]
        fn every_character_but_white_space_is_in_one_word(text in "\\PC{0,60}") {
            let mut at = 0;
            for word in words(&text) {
                proptest::prop_assert!(word.start as usize >= at && word.end > word.start);
                proptest::prop_assert!(text[at..word.start as usize].chars().all(char::is_whitespace));
                at = word.end as usize;
            }
            proptest::prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
