//! Lists the embedded pack: writes `embedded.rs`, a table of the file names and texts of `seeds/knowledge/`.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("seeds/knowledge");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("seeds/knowledge is part of the package")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "toml" || e == "tsv"))
        .collect();
    files.sort();
    let mut table = String::from("static EMBEDDED: &[(&str, &str)] = &[\n");
    for path in files {
        let name = path.file_name().expect("it has an extension").to_string_lossy();
        writeln!(table, "    ({name:?}, include_str!({:?})),", path.display().to_string()).expect("a string takes it");
    }
    table.push_str("];\n");
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("embedded.rs"), table).expect("OUT_DIR can be written");
}
