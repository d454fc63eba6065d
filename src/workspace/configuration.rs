//! `dateline.toml`.

use std::path::Path;

use serde::Deserialize;

use super::CONFIGURATION_FILE;
use super::articles::{FileError, read_text};
use crate::text::LineIndex;

/// The settings of a workspace.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Configuration {
    /// Folders with packs, relative to the workspace's root, later ones over earlier ones.
    pub knowledge: Vec<String>,
    /// The most bytes an article may have.
    pub maximum_size: u64,
}

impl Default for Configuration {
    fn default() -> Self {
        Configuration { knowledge: vec!["knowledge".to_owned()], maximum_size: 16 * 1024 * 1024 }
    }
}

impl Configuration {
    /// Reads a workspace's configuration. Without a file the defaults hold.
    pub fn read(root: &Path) -> Result<Configuration, FileError> {
        let path = root.join(CONFIGURATION_FILE);
        if !path.is_file() {
            return Ok(Configuration::default());
        }
        let text = read_text(&path, 1 << 20)?;
        toml::from_str(&text).map_err(|error| {
            let start = error.span().map_or(0, |s| s.start);
            let (line, column) = LineIndex::new(&text).line_column(&text, start);
            FileError::new(
                &path,
                format!("line {line}, column {column}: {}; the defaults are used", error.message().trim()),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_defaults_and_refuses_what_it_does_not_know() {
        assert_eq!(toml::from_str::<Configuration>("").expect("empty"), Configuration::default());
        assert!(toml::from_str::<Configuration>("maximum-sise = 3").is_err());
    }
}
