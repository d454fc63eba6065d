//! The only place that touches a user's files: configuration, packs, articles, the files of the embedded pack.
//!
//! In: paths. Out: texts, or a [`FileError`] that says what is wrong with which file and what to do. A file that cannot be
//! read never stops the others.

mod articles;
mod configuration;
mod embedded_files;
mod packs;

pub use articles::{FileError, decode, is_article, read_article, read_text, walk};
pub use configuration::Configuration;
pub use embedded_files::embedded_file;
pub use packs::{Loaded, load};

use std::path::{Path, PathBuf};

/// The name of the configuration file, which also marks the root of a workspace.
pub const CONFIGURATION_FILE: &str = "dateline.toml";

/// The nearest folder at or above `start` that has a configuration file.
pub fn root_above(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(CONFIGURATION_FILE).is_file()).map(Path::to_path_buf)
}
