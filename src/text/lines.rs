//! Lines and columns as people count them, for a text that stays as it is.
//!
//! **In:** one text. **Out:** the line and column of an offset, and the span of a line, for the reports of the command
//! line. **Never:** it follows no edit and keeps no text; a text under edit is a [`Document`](super::Document).

use super::Span;

/// Where the lines of one text stand. Lines are counted from 1.
///
/// Made in one pass over the text, 16 bytes a line; see the [layer's page](super) for what ends a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    /// The lines in order, without their line breaks. Never empty.
    lines: Vec<Span>,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut lines = Vec::new();
        let mut start = 0;
        for (offset, &byte) in bytes.iter().enumerate() {
            match byte {
                // The second half of a line break: the line has ended at its CR, and the next starts after the LF.
                b'\n' if offset > 0 && bytes[offset - 1] == b'\r' => {}
                b'\n' | b'\r' => lines.push(Span::new(start, offset)),
                _ => continue,
            }
            start = offset + 1;
        }
        lines.push(Span::new(start, bytes.len()));
        Self { lines }
    }

    /// Number of lines: one more than there are line breaks, so never 0.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The line and the column of a byte offset, both from 1, the column in code points.
    ///
    /// `text` is the text the index was made from. An offset past its end gives the end, one inside a character the
    /// character's start, and one between CR and LF the place before the CR, where the line ends. Finding the line takes
    /// time in the logarithm of the number of lines; the column is counted along its line.
    pub fn line_column(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|line| line.start <= offset).max(1);
        let span = self.lines[line - 1];
        let offset = offset.min(span.end).min(text.len());
        // A character counts when it ends at or before the offset.
        let before = text.get(span.start..).unwrap_or_default();
        let column = before
            .char_indices()
            .map(|(at, character)| span.start + at + character.len_utf8())
            .take_while(|&end| end <= offset)
            .count();
        (line, column + 1)
    }

    /// The span of a line, counted from 1, without its line break; none when there is no such line.
    pub fn line_span(&self, line: usize) -> Option<Span> {
        self.lines.get(line.checked_sub(1)?).copied()
    }
}
