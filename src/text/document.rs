//! A text that is being edited.
//!
//! **In:** a whole text, then edits at the positions of an editor. **Out:** the text, and positions as byte offsets and
//! back. **Never:** no version, path or language; who keeps the document keeps those. It never refuses an edit: what
//! lies outside the text is clamped into it, since a client that is wrong about one column should not lose the rest.

use std::borrow::Cow;
use std::ops::Range;

use ropey::Rope;

use super::{Encoding, Position, Span};

/// A text under edit. Offsets are UTF-8 bytes; positions are in the [`Encoding`] given with them.
///
/// The text is a rope. A clone shares it and costs the same for any length, so a snapshot may hold one. A conversion
/// takes time in the logarithm of the text's length, whatever the length of its lines; an edit takes that and the
/// length of what it inserts and removes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    rope: Rope,
}

impl Document {
    /// A document that holds `text` as it is, byte order mark and line breaks included.
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text) }
    }

    /// The whole text, copied.
    pub fn text(&self) -> String {
        self.rope.to_string()
    }

    /// Length of the text in bytes.
    pub fn len_bytes(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Number of lines: one more than there are line breaks, so never 0.
    pub fn line_count(&self) -> usize {
        self.rope.len_lines()
    }

    /// The byte offset of `position`.
    ///
    /// A line past the last gives the end of the text, a column past the end of its line the end of that line before
    /// its line break, and a column inside a character the start of that character.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        self.rope.char_to_byte(self.char_at(position, encoding))
    }

    /// The position of the byte at `offset`, the inverse of [`offset`](Self::offset).
    ///
    /// An offset past the end gives the end of the text. One inside a character is taken back to the character's start,
    /// and one between CR and LF to before the CR, where the line ends.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let mut character = self.char_containing(offset);
        if character > 0 && self.rope.get_char(character) == Some('\n') && self.rope.char(character - 1) == '\r' {
            character -= 1;
        }
        let line = self.rope.char_to_line(character);
        let start = self.rope.line_to_char(line);
        let units = |character| match encoding {
            Encoding::Utf8 => self.rope.char_to_byte(character),
            Encoding::Utf16 => self.rope.char_to_utf16_cu(character),
            Encoding::Utf32 => character,
        };
        Position::new(saturated(line), saturated(units(character) - units(start)))
    }

    /// The span between two positions, each clamped as by [`offset`](Self::offset), and swapped when the first comes
    /// after the second.
    pub fn span_of(&self, start: Position, end: Position, encoding: Encoding) -> Span {
        let (start, end) = (self.offset(start, encoding), self.offset(end, encoding));
        Span::new(start.min(end), start.max(end))
    }

    /// Applies one edit: puts `text` in place of what lies between the two positions, or of the whole text when there
    /// is no range. Positions are clamped and swapped as by [`span_of`](Self::span_of).
    ///
    /// Returns the span replaced, in offsets of the text before the edit; what replaces it starts at the same offset
    /// and is as long as `text`.
    pub fn replace(&mut self, range: Option<(Position, Position)>, text: &str, encoding: Encoding) -> Span {
        let Some((start, end)) = range else {
            let replaced = Span::new(0, self.len_bytes());
            self.rope = Rope::from_str(text);
            return replaced;
        };
        let replaced = self.span_of(start, end, encoding);
        let characters = self.characters(replaced);
        let start = characters.start;
        self.rope.remove(characters);
        self.rope.insert(start, text);
        replaced
    }

    /// The part of the text inside `span`, borrowed when the rope holds it in one piece.
    ///
    /// Like [`position`](Self::position), and unlike [`Span::slice`], it clamps: an end past the text is the text's end,
    /// and one inside a character is taken back to the character's start.
    pub fn slice(&self, span: Span) -> Cow<'_, str> {
        self.rope.slice(self.characters(span)).into()
    }

    /// The characters (code points from the start of the text) inside `span`, clamped.
    fn characters(&self, span: Span) -> Range<usize> {
        let start = self.char_containing(span.start);
        start..self.char_containing(span.end).max(start)
    }

    /// The character that the byte at `offset` belongs to, as a number of code points from the start of the text.
    fn char_containing(&self, offset: usize) -> usize {
        self.rope.byte_to_char(offset.min(self.rope.len_bytes()))
    }

    /// The character at `position`, clamped, as a number of code points from the start of the text.
    fn char_at(&self, position: Position, encoding: Encoding) -> usize {
        // A u32 always fits: Rust runs on no target with a smaller usize that could hold an article.
        let (line, column) = (position.line as usize, position.column as usize);
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let start = self.rope.line_to_char(line);
        let end = self.line_end(line);
        let character = match encoding {
            Encoding::Utf8 => {
                let wanted = self.rope.char_to_byte(start).saturating_add(column);
                self.char_containing(wanted)
            }
            Encoding::Utf16 => {
                let wanted = self.rope.char_to_utf16_cu(start).saturating_add(column);
                let last = self.rope.len_utf16_cu();
                self.rope.utf16_cu_to_char(wanted.min(last))
            }
            Encoding::Utf32 => start.saturating_add(column),
        };
        character.min(end)
    }

    /// The end of `line` before its line break, as a number of code points from the start of the text. The line exists.
    fn line_end(&self, line: usize) -> usize {
        let end = self.rope.line_to_char(line + 1);
        if line + 1 == self.rope.len_lines() {
            return end;
        }
        // Every line but the last ends with a line break, which is one character, or two when it is CR LF.
        let start = self.rope.line_to_char(line);
        let two = end - start >= 2 && self.rope.char(end - 1) == '\n' && self.rope.char(end - 2) == '\r';
        end - if two { 2 } else { 1 }
    }
}

/// `count` as the u32 that LSP counts in; texts over the size limit of an article do not get here.
fn saturated(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
