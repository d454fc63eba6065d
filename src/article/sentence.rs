//! Sentences and quotations of one block.
//!
//! A sentence ends at a full stop, question or exclamation mark (with what closes after it) before white space and the
//! start of another sentence; not after an abbreviation or an initial. Quotation marks are straight double or curly double;
//! an opened quotation that its paragraph does not close runs to the paragraph's end, as news style has it.

use crate::text::Span;

/// Words that end with a full stop inside a sentence, lower-case.
const ABBREVIATIONS: &[&str] = &[
    "adm", "approx", "apr", "aug", "ave", "blvd", "brig", "capt", "co", "col", "corp", "cpl", "dec", "dr", "etc",
    "feb", "fig", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs",
    "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "op", "prof", "pvt", "rep", "rev", "sen", "sep", "sept", "sgt",
    "spc", "sq", "sr", "st", "vs",
];

/// The sentences of a block, without the white space between them.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut sentences = Vec::new();
    let mut start = block.start;
    let mut at = block.start;
    while at < block.end {
        if !matches!(bytes[at], b'.' | b'!' | b'?') {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while let Some(c) = text[end..block.end].chars().next() {
            if !matches!(c, '.' | '!' | '?' | '"' | '\'' | ')' | ']' | '\u{201d}' | '\u{2019}') {
                break;
            }
            end += c.len_utf8();
        }
        if ends_sentence(text, block, start, at, end) {
            sentences.push(Span::new(start, end));
            start = end + text[end..block.end].len() - text[end..block.end].trim_start().len();
            end = start;
        }
        at = end.max(at + 1);
    }
    if start < block.end {
        sentences.push(Span::new(start, block.end));
    }
    sentences
}

fn ends_sentence(text: &str, block: Span, start: usize, stop: usize, end: usize) -> bool {
    let rest = &text[end..block.end];
    let next = rest.trim_start();
    if next.is_empty() {
        return true;
    }
    if next.len() == rest.len() {
        return false;
    }
    let opens = next.chars().next().is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '-'));
    if !opens || text.as_bytes()[stop] != b'.' {
        return opens;
    }
    let word = text[start..stop].rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or("");
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if letters == 1 && word.len() == 1 && word != "I" {
        // an initial
        return false;
    }
    if word.contains('.') && letters <= 4 {
        // "U.S." may end a sentence, but seldom does
        return next
            .split_whitespace()
            .next()
            .is_some_and(|w| matches!(w, "The" | "He" | "She" | "It" | "They" | "In" | "But"));
    }
    !ABBREVIATIONS.contains(&word.to_ascii_lowercase().as_str()) || word == "no" || word == "co"
}

/// What stands between quotation marks, marks included.
pub fn quotations(text: &str, block: Span) -> Vec<Span> {
    let mut quotations = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text[block.start..block.end].char_indices() {
        let at = block.start + at;
        match (open, c) {
            (None, '"' | '\u{201c}' | '\u{201e}' | '\u{ab}') => open = Some((at, c)),
            (Some((start, '"')), '"')
            | (Some((start, '\u{201c}' | '\u{201e}')), '\u{201d}' | '\u{201c}')
            | (Some((start, '\u{ab}')), '\u{bb}') => {
                quotations.push(Span::new(start, at + c.len_utf8()));
                open = None;
            }
            _ => {}
        }
    }
    if let Some((start, _)) = open {
        quotations.push(Span::new(start, block.end));
    }
    quotations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|s| s.slice(text)).collect()
    }

    #[test]
    fn ends_where_a_reader_stops() {
        assert_eq!(cut("One. Two! \"Three?\" Four"), ["One.", "Two!", "\"Three?\"", "Four"]);
        assert_eq!(
            cut("On Nov. 3 U.S. President George W. Bush met Gen. Li. He left."),
            ["On Nov. 3 U.S. President George W. Bush met Gen. Li.", "He left."]
        );
        assert_eq!(cut("It rose 3.5 percent. Then it fell."), ["It rose 3.5 percent.", "Then it fell."]);
    }

    #[test]
    fn quotations_run_to_their_mark_or_the_paragraphs_end() {
        let text = "He said \"no\" and \u{201c}yes\u{201d}, then \"maybe";
        let found: Vec<_> = quotations(text, Span::new(0, text.len())).into_iter().map(|s| s.slice(text)).collect();
        assert_eq!(found, ["\"no\"", "\u{201c}yes\u{201d}", "\"maybe"]);
    }
}
