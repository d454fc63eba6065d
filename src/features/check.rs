//! What the rules find in an article. Editor and command line both come here, so that they cannot disagree.

use crate::corpus::Entry;
use crate::knowledge::Knowledge;
use crate::rules::{self, Context, Finding};

/// The findings of an article, in text order.
pub fn findings(entry: &Entry, knowledge: &Knowledge) -> Vec<Finding> {
    rules::check(&Context { text: &entry.text, article: &entry.article, recognition: &entry.recognition, knowledge })
}
