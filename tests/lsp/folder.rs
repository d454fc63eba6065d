//! A place on disk for one test, and file URIs.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of one test's own. It goes when the test ends well, and stays for a look when it fails.
pub struct Folder(PathBuf);

impl Folder {
    /// `test` is the name of the test, which is unlike that of every other.
    pub fn new(test: &str) -> Folder {
        // the process's number keeps two runs of the tests apart
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lsp-{}", std::process::id())).join(test);
        fs::create_dir_all(&path).expect("the target folder is writable");
        Folder(path.canonicalize().expect("it was just made"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file, and the folders above it, and gives its URI.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("the folder is writable");
        fs::write(&path, text).expect("the folder is writable");
        uri(&path)
    }

    /// The URI of a file or folder in it, which need not exist.
    pub fn uri(&self, name: &str) -> String {
        uri(&self.path(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.0);
            // the last test of a run takes the run's folder along
            let _ = self.0.parent().map(fs::remove_dir);
        }
    }
}

/// The URI of a path: every byte that a URI could misunderstand as percent and hexadecimal digits.
pub fn uri(path: &Path) -> String {
    let path = path.to_str().expect("tests make paths of UTF-8").replace('\\', "/");
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// The path that a file URI names, however it is escaped.
pub fn path_of(uri: &str) -> PathBuf {
    let escaped = uri.strip_prefix("file://").unwrap_or_else(|| panic!("{uri} is no file's"));
    let mut bytes = Vec::new();
    let mut rest = escaped.as_bytes();
    while let [first, tail @ ..] = rest {
        if let (b'%', Some(digits)) = (*first, tail.get(..2)) {
            let digits = std::str::from_utf8(digits).expect("digits are ASCII");
            bytes.push(u8::from_str_radix(digits, 16).unwrap_or_else(|_| panic!("{uri} has a bad escape")));
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).expect("tests make paths of UTF-8").into()
}
