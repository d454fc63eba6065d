//! Text, before anyone knows what it says: where things stand in it, how it is edited, and when two names are spelled
//! the same.
//!
//! **In:** the text of a document, edits to it, and positions as an editor or a reader counts them.
//! **Out:** spans of UTF-8 byte offsets, which every layer above works in, and the way back to lines and columns.
//!
//! **Never:** this layer reads no file, knows no article and no protocol type, and never fails: a position or an offset
//! from outside the text is clamped into it. The one exception is [`Span::slice`], which like indexing a `str` panics
//! when it is given a text the span was not made for. Nothing above this layer names ropey.
//!
//! # Units
//! | unit | counts | where |
//! |---|---|---|
//! | offset | UTF-8 bytes from the start of the text, from 0 | [`Span`], everything above this layer |
//! | line, in [`Position`] | from 0 | editors |
//! | column, in [`Position`] | code units of an [`Encoding`], from 0 | editors |
//! | line and column, in [`LineIndex`] | from 1, the column in code points | reports on the command line |
//!
//! # Lines
//! A line ends at LF, at CR LF, or at a CR alone, as in LSP, and nowhere else: U+2028, U+2029, U+0085, vertical tab and
//! form feed are ordinary characters. The line break is no part of a line's columns, so no position stands between a CR
//! and its LF. A text has one line more than it has line breaks; the empty text has one line. [`Document`] and
//! [`LineIndex`] keep the same rule, and the tests hold both to one model.
//!
//! A byte order mark is a character like any other here; who reads files takes it off.

mod document;
mod fold;
mod lines;
mod number;
mod position;
mod span;
#[cfg(test)]
mod tests;
mod words;

pub use document::Document;
pub use fold::{fold, fold_into};
pub use lines::LineIndex;
pub use number::thousands;
pub use position::{Encoding, Position};
pub use span::Span;
pub use words::{Shape, Word, words};
