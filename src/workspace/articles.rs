//! Articles on disk: which files are some, and their texts.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

/// Why a file could not be read as text. Its message names the file and the next step.
#[derive(Debug)]
pub struct FileError {
    pub path: PathBuf,
    message: String,
}

impl FileError {
    pub(super) fn new(path: &Path, message: impl Into<String>) -> FileError {
        FileError { path: path.to_path_buf(), message: message.into() }
    }
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.message)
    }
}

impl std::error::Error for FileError {}

/// Whether a file's name is an article's: `.txt`, `.md` or `.markdown`, in any case.
pub fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    ["txt", "md", "markdown"].iter().any(|e| e.eq_ignore_ascii_case(extension))
}

/// The articles under a folder, in the order of their paths. What version control ignores and hidden files are passed over;
/// folders that cannot be read are reported.
pub fn walk(folder: &Path) -> (Vec<PathBuf>, Vec<FileError>) {
    let mut paths = Vec::new();
    let mut errors = Vec::new();
    for entry in WalkBuilder::new(folder).require_git(false).sort_by_file_path(Path::cmp).build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && is_article(entry.path()) => {
                paths.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => errors.push(FileError::new(folder, format!("could not be walked: {error}"))),
        }
    }
    (paths, errors)
}

/// Reads an article's text. A file that is missing, unreadable, over `limit` bytes, binary, not UTF-8 or empty is an error.
pub fn read_article(path: &Path, limit: u64) -> Result<Arc<str>, FileError> {
    let text = read_text(path, limit)?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(FileError::new(path, "is empty; there is nothing to check"));
    }
    Ok(text)
}

/// Reads a text file, which may be empty.
pub fn read_text(path: &Path, limit: u64) -> Result<Arc<str>, FileError> {
    let fail = |error: io::Error| {
        let message = match error.kind() {
            io::ErrorKind::NotFound => "does not exist; check the path".to_owned(),
            io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
            _ => format!("could not be read: {error}"),
        };
        FileError::new(path, message)
    };
    let metadata = fs::metadata(path).map_err(fail)?;
    if metadata.is_dir() {
        return Err(FileError::new(path, "is a folder; name a file in it"));
    }
    let over = |size: u64| {
        FileError::new(
            path,
            format!(
                "is {size} bytes long, over the limit of {limit}; split it, or raise `maximum-size` in dateline.toml"
            ),
        )
    };
    if metadata.len() > limit {
        return Err(over(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    // one byte more than allowed tells a file that grows, or that does not know its size
    File::open(path).and_then(|f| f.take(limit + 1).read_to_end(&mut bytes)).map_err(fail)?;
    if bytes.len() as u64 > limit {
        return Err(over(bytes.len() as u64));
    }
    decode(bytes).map(Arc::from).map_err(|message| FileError::new(path, message))
}

/// Reads bytes as UTF-8 text, or says why they are none.
pub fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("is UTF-16; save it as UTF-8".to_owned());
    }
    if bytes.contains(&0) {
        return Err("is binary, not text; leave it out".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        format!("is not UTF-8 (byte {at}, line {line}); save it as UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong_with_bytes() {
        assert_eq!(decode(b"a\nb\xff".to_vec()), Err("is not UTF-8 (byte 3, line 2); save it as UTF-8".to_owned()));
        assert_eq!(decode(b"\xff\xfea\0".to_vec()), Err("is UTF-16; save it as UTF-8".to_owned()));
        assert_eq!(decode(b"PK\0\x01".to_vec()), Err("is binary, not text; leave it out".to_owned()));
        assert_eq!(decode("\u{feff}é".into()), Ok("\u{feff}é".to_owned()));
    }

    #[test]
    fn knows_articles_by_their_names() {
        assert!(is_article(Path::new("a/b.TXT")) && is_article(Path::new("b.md")));
        assert!(!is_article(Path::new("b.toml")) && !is_article(Path::new("txt")));
    }
}
