//! Mentions as colors: each byte of the article in at most one token, the innermost mention's.

use crate::corpus::Entry;
use crate::recognition::MentionKind;
use crate::text::Span;

/// A stretch of one line that belongs to a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: MentionKind,
    /// Linked to a record.
    pub linked: bool,
    /// Stands inside quotation marks.
    pub quoted: bool,
}

/// The tokens of an article, in order, none overlapping, none across a line break.
pub fn tokens(entry: &Entry) -> Vec<Token> {
    let mentions = &entry.recognition.mentions;
    let mut tokens = Vec::with_capacity(mentions.len());
    // mentions come outermost first; what an inner one covers is cut out of the outer
    for (index, mention) in mentions.iter().enumerate() {
        let mut at = mention.span.start;
        let inner = mentions[index + 1..].iter().take_while(|m| m.span.start < mention.span.end);
        let mut pieces = Vec::new();
        for other in inner.filter(|m| m.span.end <= mention.span.end) {
            if other.span.start > at {
                pieces.push(Span::new(at, other.span.start));
            }
            at = at.max(other.span.end);
        }
        if at < mention.span.end {
            pieces.push(Span::new(at, mention.span.end));
        }
        for piece in pieces.into_iter().flat_map(|p| lines(&entry.text, p)) {
            tokens.push(Token {
                span: piece,
                kind: mention.kind,
                linked: mention.entity.is_some(),
                quoted: mention.quoted,
            });
        }
    }
    tokens.sort_by_key(|t| t.span.start);
    // two mentions that overlap without one holding the other: the first keeps what both have
    let mut end = 0;
    tokens.retain_mut(|token| {
        if token.span.start < end {
            let rest = token.span.end.max(end);
            let lead = entry.words(Span::new(end, rest)).len() - entry.words(Span::new(end, rest)).trim_start().len();
            token.span = Span::new(end + lead, rest);
        }
        end = end.max(token.span.end);
        !token.span.is_empty()
    });
    tokens
}

/// A span cut at line breaks and trimmed of white space.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = span.start;
    for line in span.slice(text).split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        let lead = line.len() - line.trim_start().len();
        if !trimmed.is_empty() {
            pieces.push(Span::new(start + lead, start + lead + trimmed.len()));
        }
        start += line.len();
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn the_innermost_wins() {
        let fixture = Fixture::new("BEIJING, March 22, 2024 (Xinhua) -- ¦Chinese Premier Li Qiang spoke.");
        let entry = fixture.snapshot.entry(&fixture.key).expect("it is open");
        let words: Vec<_> = tokens(entry)
            .into_iter()
            .filter(|t| t.span.start >= fixture.cursor)
            .map(|t| (t.kind.name(), fixture.words(t.span)))
            .collect();
        assert_eq!(words, [("place", "Chinese"), ("title", "Premier"), ("person", "Li Qiang")]);
    }
}
