//! What `check` prints: one type, one file a format.

pub(super) mod human;
pub(super) mod json;

use crate::corpus::Entry;
use crate::knowledge::Knowledge;
use crate::rules::Finding;

/// A finding and what it was found in.
pub(super) struct Reported<'a> {
    pub path: &'a str,
    pub entry: &'a Entry,
    pub knowledge: &'a Knowledge,
    pub finding: &'a Finding,
}
