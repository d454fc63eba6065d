//! How titles are written: one small grammar over words that are data.
//!
//! - [`Vocabulary`]: the words, from the packs' `[titles]` tables.
//! - [`TitlePhrase`]: a run of words read as a title: status, jurisdiction, core, and what it is "of".
//! - [`OfficeForms`]: from the way a title is written to the offices it can name.
//!
//! The titles that packs print go through the same reading as a text's, so that a new title needs no code: a phrase and an
//! office agree when their core and the words of their complement agree, in whatever order the complement is put
//! ("General Office of the CPC Central Committee", "CPC Central Committee General Office").

mod forms;
mod phrase;
mod vocabulary;

pub use forms::{OfficeForms, OrganizationWords};
pub use phrase::{Reader, TitlePhrase};
pub use vocabulary::{Vocabulary, WordSense};
