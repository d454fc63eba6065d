//! The pack that is part of the program: every file of `seeds/knowledge/`, as text.
//!
//! `build.rs` lists the files. They are read at first use, once.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use super::Knowledge;
use super::assemble::{KnowledgeProblem, Layer, assemble};

// EMBEDDED: &[(&str, &str)], file name and text, by name
include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The layer that lies under all others.
pub fn layer() -> Layer {
    let files = EMBEDDED.iter().map(|(name, text)| (PathBuf::from(name), Arc::from(*text))).collect();
    Layer { embedded: true, files }
}

/// The embedded pack alone, read once for the whole process.
pub fn knowledge() -> Arc<Knowledge> {
    static KNOWLEDGE: OnceLock<Arc<Knowledge>> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| Arc::new(assemble(&[layer()]).0)).clone()
}

/// What is wrong in the embedded pack. Empty in a release; a test holds it so.
pub fn problems() -> Vec<KnowledgeProblem> {
    assemble(&[layer()]).1
}
