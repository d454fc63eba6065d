//! What a subcommand is to read: files, folders, `-` for standard input; and the knowledge in force for them.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::complain;
use crate::article::Markup;
use crate::corpus::{ArticleKey, Entry};
use crate::knowledge::Knowledge;
use crate::text::Document;
use crate::workspace;

/// How standard input is named in reports.
pub(super) const STANDARD_INPUT: &str = "-";

/// Reads articles one after another.
pub(super) struct Input {
    paths: Vec<PathBuf>,
    pub knowledge: Arc<Knowledge>,
    maximum_size: u64,
    /// Whether something could not be read.
    pub failed: bool,
}

impl Input {
    /// Prepares to read what is named. Every complaint has been printed.
    pub fn new(named: &[PathBuf]) -> Input {
        let mut roots: Vec<PathBuf> = Vec::new();
        for path in named {
            let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            if let Some(root) = workspace::root_above(&absolute).filter(|r| !roots.contains(r)) {
                roots.push(root);
            }
        }
        let loaded = workspace::load(&roots);
        for error in &loaded.errors {
            complain(error);
        }
        for problem in &loaded.problems {
            complain(problem);
        }
        let broken = |p: &crate::knowledge::KnowledgeProblem| p.code == "knowledge-syntax";
        let mut failed = !loaded.errors.is_empty() || loaded.problems.iter().any(broken);
        let mut paths = Vec::new();
        for path in named {
            if path.is_dir() {
                let (found, errors) = workspace::walk(path);
                for error in &errors {
                    complain(error);
                }
                failed |= !errors.is_empty();
                if found.is_empty() && errors.is_empty() {
                    complain(format_args!("{}: no articles here; articles end in .txt or .md", path.display()));
                    failed = true;
                }
                paths.extend(found);
            } else {
                paths.push(path.clone());
            }
        }
        Input { paths, knowledge: loaded.knowledge, maximum_size: loaded.maximum_size, failed }
    }

    /// Reads and analyzes the articles in order and hands each to `take`, until it says to stop. Returns how many were read.
    pub fn each(&mut self, mut take: impl FnMut(&str, &Entry, &Knowledge) -> bool) -> usize {
        let mut read = 0;
        for path in std::mem::take(&mut self.paths) {
            let text = if path == Path::new(STANDARD_INPUT) {
                self.standard_input()
            } else {
                workspace::read_article(&path, self.maximum_size).map_err(|e| e.to_string())
            };
            match text {
                Ok(text) => {
                    read += 1;
                    let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
                    let document = Document::new(&text);
                    let entry =
                        Entry::new(ArticleKey::of_path(&path), document, Markup::of_file_name(&name), &self.knowledge);
                    if !take(&path.to_string_lossy(), &entry, &self.knowledge) {
                        break;
                    }
                }
                Err(message) => {
                    complain(message);
                    self.failed = true;
                }
            }
        }
        read
    }

    fn standard_input(&self) -> Result<Arc<str>, String> {
        let mut bytes = Vec::new();
        let limit = self.maximum_size;
        std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
        if bytes.len() as u64 > limit {
            return Err(format!(
                "standard input: over the limit of {limit} bytes; split it, or raise `maximum-size` in dateline.toml"
            ));
        }
        let text = workspace::decode(bytes).map_err(|m| format!("standard input: {m}"))?;
        if text.trim().is_empty() {
            return Err("standard input: is empty; there is nothing to check".to_owned());
        }
        Ok(text.into())
    }
}
