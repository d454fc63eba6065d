// Included by `src/lib.rs` and by `build.rs`, which prepares what the one finds.

/// A pack file that is part of the program.
pub struct PreparedFile {
    /// Its name in `seeds/knowledge/`.
    pub path: &'static str,
    pub text: &'static str,
    /// What its `[pack]` says; empty where it says nothing.
    pub id: &'static str,
    pub name: &'static str,
    pub attribution: &'static str,
    pub reviewed: &'static str,
    pub covers: &'static str,
}
