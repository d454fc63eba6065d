//! What people and other programs decide about mentions: exchange formats now, sidecars and anchoring later.

pub mod jsonl;
