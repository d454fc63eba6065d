//! A place in a text as an editor counts it: a line, and a column in the code units that were agreed on.
//!
//! **In:** numbers from a client. **Out:** the same numbers with names.
//! **Never:** a position is not checked here, and means nothing without its text and its encoding; a
//! [`Document`](super::Document) turns it into an offset.

/// The code units in which a column is counted, one of the three that LSP lets client and server agree on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes, 1 to 4 a character.
    Utf8,
    /// 16-bit units: 2 for a character beyond U+FFFF, such as most emoji, else 1. What LSP takes when nothing is agreed.
    #[default]
    Utf16,
    /// Code points, always 1 a character.
    Utf32,
}

/// A line and a column, both from 0. Positions order as they follow each other in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 0.
    pub line: u32,
    /// Code units of an [`Encoding`] before the position on its line, from 0.
    pub column: u32,
}

impl Position {
    /// The position at `column` of `line`, both from 0.
    pub const fn new(line: u32, column: u32) -> Self {
        Self { line, column }
    }
}
