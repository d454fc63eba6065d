//! The embedded pack as files that an editor can open: written once a version into the user's cache folder, read-only.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::knowledge::KnowledgeFile;

/// The files that this process has found or written whole. Findings lead to them at every keystroke, so each is read and
/// compared only once.
static SHOWN: Mutex<Vec<(PathBuf, PathBuf)>> = Mutex::new(Vec::new());

/// The path of an embedded file on disk. It is written if it is not there; a half-written one never appears, since it is
/// written beside its place and then renamed.
pub fn embedded_file(file: &KnowledgeFile) -> io::Result<PathBuf> {
    let mut shown = SHOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, path)) = shown.iter().find(|(name, path)| *name == file.path && path.exists()) {
        return Ok(path.clone());
    }
    let path = show(file)?;
    shown.retain(|(name, _)| *name != file.path);
    shown.push((file.path.clone(), path.clone()));
    Ok(path)
}

fn show(file: &KnowledgeFile) -> io::Result<PathBuf> {
    let name = file.path.file_name().unwrap_or_default();
    let folder = cache_folder()?.join(format!("knowledge-{}", env!("CARGO_PKG_VERSION")));
    let path = folder.join(name);
    let current = fs::metadata(&path).is_ok_and(|m| m.len() == file.text.len() as u64)
        && fs::read(&path).is_ok_and(|bytes| bytes == file.text.as_bytes());
    if current {
        return Ok(path);
    }
    fs::create_dir_all(&folder)?;
    let beside = folder.join(format!(".{}.{}", name.to_string_lossy(), std::process::id()));
    let mut out = fs::File::create(&beside)?;
    out.write_all(file.text.as_bytes())?;
    let mut permissions = out.metadata()?.permissions();
    permissions.set_readonly(true);
    out.set_permissions(permissions)?;
    drop(out);
    fs::rename(&beside, &path)?;
    Ok(path)
}

/// `$XDG_CACHE_HOME/dateline`, else the platform's own.
fn cache_folder() -> io::Result<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let base = set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| {
            set("HOME")
                .map(|home| if cfg!(target_os = "macos") { home.join("Library/Caches") } else { home.join(".cache") })
        })
        .unwrap_or_else(std::env::temp_dir);
    Ok(base.join("dateline"))
}
