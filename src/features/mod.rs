//! What an editor asks of an article: plain data over one [`Snapshot`](crate::corpus::Snapshot), byte offsets, no protocol type.
//!
//! One file a feature. A place in an article is an [`ArticleKey`](crate::corpus::ArticleKey) and a byte offset; an answer is
//! spans, records' locations and texts for people. Nothing here reads a file or knows how a client counts columns.

pub mod check;
pub mod definition;
pub mod hover;
pub mod outline;
pub mod references;
pub mod tokens;

#[cfg(test)]
mod fixture;
