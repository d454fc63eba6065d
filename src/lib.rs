//! Dateline annotates news texts: it recognizes the officials, titles, places, organizations and dates in an article,
//! links each to a record of what is known, and checks the copy against that record as of the article's own date.
//!
//! The layers, from the bottom; imports point only downward, and `tests/layers.rs` holds them to it:
//!
//! | layer | in | out |
//! |---|---|---|
//! | [`text`] | bytes and edits | spans, lines, columns, words, folded names |
//! | [`article`] | a text | furniture, dateline, paragraphs, quotations, the article date |
//! | [`knowledge`] | packs | people, offices, tenures, organizations, places, as of a day |
//! | [`recognition`] | an article and the knowledge | mentions, with reasons |
//! | [`annotation`] | mentions | exchange formats |
//! | [`corpus`] | many articles | a snapshot, open buffers over files |
//! | [`rules`] | an article, its mentions, the knowledge | findings, with evidence and fixes |
//! | [`features`] | a snapshot and a place in it | hovers, definitions, references, outlines |
//! | [`workspace`] | paths | texts, packs, configuration: the only I/O on a user's files |
//! | [`lsp`] | messages of an editor | answers and diagnostics |
//! | [`cli`] | arguments | reports and exit codes |

pub mod annotation;
pub mod article;
pub mod cli;
pub mod corpus;
pub mod features;
pub mod knowledge;
pub mod lsp;
pub mod recognition;
pub mod rules;
pub mod text;
pub mod workspace;

/// What `build.rs` prepared.
mod prepared {
    include!("prepared.rs");
    include!(concat!(env!("OUT_DIR"), "/prepared.rs"));
}
