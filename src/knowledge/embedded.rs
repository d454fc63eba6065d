//! The packs that are part of the program: every file of `seeds/knowledge/`.
//!
//! `build.rs` assembles them while the program is built; here their tables are found where they lie. So the first look-up
//! costs what it touches, and a program that looks nothing up pays nothing.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use super::PartialDate;
use super::assemble::{KnowledgeProblem, Layer, assemble};
use super::in_force::{Knowledge, KnowledgeFile, PackText};
use super::stored::Reader;
use crate::prepared::{FILES, PreparedFile, TABLES, TEXTS};

/// The files, as a layer to be assembled anew.
pub fn layer() -> Layer {
    let files = FILES.iter().map(|f| (PathBuf::from(f.path), PackText::Embedded(f.text))).collect();
    Layer { embedded: true, files }
}

/// The embedded packs alone, taken up once for the whole process.
pub fn knowledge() -> Arc<Knowledge> {
    static KNOWLEDGE: OnceLock<Arc<Knowledge>> = OnceLock::new();
    KNOWLEDGE
        .get_or_init(|| {
            let files = FILES.iter().map(file).collect();
            Arc::new(Knowledge::from_stored(Reader { bytes: TABLES, text: TEXTS }, files))
        })
        .clone()
}

fn file(prepared: &PreparedFile) -> KnowledgeFile {
    KnowledgeFile {
        id: prepared.id.into(),
        path: PathBuf::from(prepared.path),
        text: PackText::Embedded(prepared.text),
        embedded: true,
        name: prepared.name.into(),
        attribution: prepared.attribution.into(),
        reviewed: PartialDate::parse(prepared.reviewed),
        covers: PartialDate::parse(prepared.covers),
    }
}

/// What is wrong in the embedded packs, read anew. Empty in a release; a test holds it so.
pub fn problems() -> Vec<KnowledgeProblem> {
    assemble(&Knowledge::default(), &[layer()]).1
}
