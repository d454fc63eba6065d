//! The packs of workspaces: every `.toml` and `.tsv` file in their knowledge folders, over the embedded pack.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::articles::{FileError, read_text};
use super::configuration::Configuration;
use crate::knowledge::{Knowledge, KnowledgeProblem, Layer, PackText, assemble, embedded};

/// The most bytes a pack file may have.
const PACK_LIMIT: u64 = 256 * 1024 * 1024;

/// What loading gave.
#[derive(Debug, Default)]
pub struct Loaded {
    pub knowledge: Arc<Knowledge>,
    /// What is wrong in the packs.
    pub problems: Vec<KnowledgeProblem>,
    /// Files that could not be read.
    pub errors: Vec<FileError>,
    /// The smallest size limit of the workspaces, in bytes.
    pub maximum_size: u64,
}

/// Loads the knowledge in force in a workspace of some roots: the embedded pack, then each root's own packs.
pub fn load(roots: &[PathBuf]) -> Loaded {
    let mut errors = Vec::new();
    let mut layers = Vec::new();
    let mut maximum_size = None;
    for root in roots {
        let configuration = Configuration::read(root).unwrap_or_else(|error| {
            errors.push(error);
            Configuration::default()
        });
        let limit = configuration.maximum_size;
        maximum_size = Some(maximum_size.map_or(limit, |m: u64| m.min(limit)));
        for folder in &configuration.knowledge {
            let path = root.join(folder);
            let named = *folder != Configuration::default().knowledge[0];
            if named && !path.is_dir() {
                let message = "does not exist; make it, or take it out of `knowledge` in dateline.toml";
                errors.push(FileError::new(&path, message));
            }
            let layer = read_layer(&path, &mut errors);
            if !layer.files.is_empty() {
                layers.push(layer);
            }
        }
    }
    let maximum_size = maximum_size.unwrap_or(Configuration::default().maximum_size);
    if layers.is_empty() {
        return Loaded { knowledge: embedded::knowledge(), problems: Vec::new(), errors, maximum_size };
    }
    let (knowledge, problems) = assemble(&embedded::knowledge(), &layers);
    Loaded { knowledge: Arc::new(knowledge), problems, errors, maximum_size }
}

fn read_layer(folder: &Path, errors: &mut Vec<FileError>) -> Layer {
    let Ok(entries) = std::fs::read_dir(folder) else { return Layer::default() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml" || e == "tsv"));
    paths.sort();
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        match read_text(&path, PACK_LIMIT) {
            Ok(text) => files.push((path, PackText::Read(text))),
            Err(error) => errors.push(error),
        }
    }
    Layer { embedded: false, files }
}
