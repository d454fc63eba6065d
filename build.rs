//! Assembles the embedded packs: reads `seeds/knowledge/` as the program would read a workspace's packs, and writes the
//! tables that come of it, for `src/knowledge/embedded.rs` to find.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use knowledge::{Knowledge, KnowledgeFile, Layer, PackText, assemble};

// the program's own reading of packs, compiled into this script as well
#[allow(dead_code, unused_imports, reason = "the program uses the rest")]
#[path = "src/knowledge/mod.rs"]
mod knowledge;
#[allow(dead_code, unused_imports, reason = "the program uses the rest")]
#[path = "src/text/mod.rs"]
mod text;

/// What is prepared here; while it is being prepared, nothing.
mod prepared {
    include!("src/prepared.rs");
    pub static FILES: &[PreparedFile] = &[];
    pub static TABLES: &[u8] = &[];
    pub static TEXTS: &str = "";
}

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    for read in ["build.rs", "seeds/knowledge", "src/knowledge", "src/text", "src/prepared.rs"] {
        println!("cargo::rerun-if-changed={}", root.join(read).display());
    }
    let folder = root.join("seeds/knowledge");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("seeds/knowledge is part of the package")
        .filter_map(|entry| Some(PathBuf::from(entry.ok()?.file_name())))
        .filter(|name| name.extension().is_some_and(|e| e == "toml" || e == "tsv"))
        .collect();
    names.sort();
    let read = |name: PathBuf| {
        let text = fs::read_to_string(folder.join(&name)).expect("a pack is a text that can be read");
        (name, PackText::Read(text.into()))
    };
    let layer = Layer { embedded: true, files: names.into_iter().map(read).collect() };
    let (knowledge, problems) = assemble(&Knowledge::default(), &[layer]);
    for problem in problems {
        println!("cargo::warning={problem}");
    }
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    let stored = knowledge.to_stored();
    fs::write(out.join("tables.bin"), stored.bytes).expect("OUT_DIR can be written");
    fs::write(out.join("texts.txt"), stored.text).expect("OUT_DIR can be written");
    fs::write(out.join("prepared.rs"), prepared_source(&folder, knowledge.files())).expect("OUT_DIR can be written");
}

/// The source of what the program finds prepared.
fn prepared_source(folder: &Path, files: &[KnowledgeFile]) -> String {
    let mut source = String::from("pub static FILES: &[PreparedFile] = &[\n");
    for KnowledgeFile { id, path, name, attribution, reviewed, covers, .. } in files {
        let date = |date: &Option<knowledge::PartialDate>| date.map(knowledge::PartialDate::to_iso).unwrap_or_default();
        let (whole, reviewed, covers) = (folder.join(path).display().to_string(), date(reviewed), date(covers));
        writeln!(
            source,
            "    PreparedFile {{ path: {:?}, text: include_str!({whole:?}), id: {id:?}, name: {name:?}, attribution: {attribution:?}, reviewed: {reviewed:?}, covers: {covers:?} }},",
            path.display().to_string(),
        )
        .expect("a string takes it");
    }
    source.push_str("];\n");
    source.push_str("pub static TABLES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/tables.bin\"));\n");
    source.push_str("pub static TEXTS: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/texts.txt\"));\n");
    source
}
