//! What a copy editor would stop at: one rule a file, and the table that lists them all.
//!
//! In: one article with what was recognized in it, and the knowledge ([`Context`]). Out: [`Finding`]s. A rule says only what
//! its evidence carries; where the record is too coarse, too old or silent, so is the rule. From [`RULES`] come the
//! reference in `docs/rules.md`, `dateline explain` and the README's table; tests fail when one of them is stale.

mod date_impossible;
mod place_containment;
mod place_region;
mod reference;
mod respectively_count;
mod respectively_pair;
mod standing;
mod title_disagrees;
mod title_not_held;
mod weekday_mismatch;

use jiff::civil::Date;

pub use reference::{explanation, reference, table};

use crate::article::Article;
use crate::knowledge::{Knowledge, Location};
use crate::recognition::{Mention, Recognition};
use crate::text::Span;

/// All rules, in the order in which the reference shows them.
pub static RULES: &[&Rule] = &[
    &title_not_held::RULE,
    &title_disagrees::RULE,
    &respectively_count::RULE,
    &respectively_pair::RULE,
    &place_containment::RULE,
    &place_region::RULE,
    &weekday_mismatch::RULE,
    &date_impossible::RULE,
];

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Hint,
    Information,
    Warning,
    Error,
}

impl Severity {
    /// As configuration and reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Information => "information",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A rule: its name, what it is for, and its check.
pub struct Rule {
    /// Named by the fault: `title-not-held`.
    pub code: &'static str,
    /// What it says, in a line.
    pub summary: &'static str,
    /// What its findings are, unless the evidence is weak.
    pub severity: Severity,
    /// For the reference.
    pub documentation: Documentation,
    /// Adds what it finds.
    pub check: fn(&Context, &mut Vec<Finding>),
}

/// What a rule's reference says. Examples are whole articles; a test runs them.
pub struct Documentation {
    /// What it finds, in full.
    pub finds: &'static str,
    /// Why that matters.
    pub matters: &'static str,
    /// An article on which it fires.
    pub fires: &'static str,
    /// An article that looks alike and on which it does not.
    pub silent: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

/// What a rule looks at.
pub struct Context<'a> {
    pub text: &'a str,
    pub article: &'a Article,
    pub recognition: &'a Recognition,
    pub knowledge: &'a Knowledge,
}

impl<'a> Context<'a> {
    /// The article date's day.
    pub fn day(&self) -> Option<Date> {
        self.article.date.map(|d| d.day)
    }

    /// A mention by its index.
    pub fn mention(&self, index: usize) -> &'a Mention {
        &self.recognition.mentions[index]
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &'a str {
        span.slice(self.text)
    }
}

/// What a rule reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub code: &'static str,
    pub severity: Severity,
    /// What is wrong: bytes of the text.
    pub span: Span,
    /// One sentence that a copy editor understands.
    pub message: String,
    pub evidence: Vec<Evidence>,
    pub fixes: Vec<Fix>,
}

/// What a finding rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub message: String,
    pub place: EvidencePlace,
}

/// Where evidence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidencePlace {
    /// In the same article.
    Text(Span),
    /// In a pack.
    Record(Location),
}

/// A way to put it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// `Write "Premier"`.
    pub title: String,
    /// What to put where.
    pub replacements: Vec<(Span, String)>,
}

/// Runs all rules. The findings are in text order; those of one place in the rules' order.
pub fn check(context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        (rule.check)(context, &mut findings);
    }
    findings.sort_by_key(|f| f.span.start);
    findings
}

/// The rule with a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|r| r.code == code)
}

/// For the tests beside each rule: what the embedded knowledge finds in a text.
#[cfg(test)]
fn findings_of(text: &str) -> Vec<Finding> {
    use crate::article::Markup;
    let knowledge = crate::knowledge::embedded::knowledge();
    let article = Article::parse(text, Markup::Plain, "");
    let recognition = crate::recognition::recognize(text, &article, &knowledge);
    let context = Context { text, article: &article, recognition: &recognition, knowledge: &knowledge };
    check(&context)
}

/// The codes and words of what is found.
#[cfg(test)]
pub(crate) fn found(text: &str) -> Vec<(&'static str, String, Severity)> {
    findings_of(text).into_iter().map(|f| (f.code, f.span.slice(text).to_owned(), f.severity)).collect()
}

/// The fixes of what is found.
#[cfg(test)]
fn fixes_of(text: &str) -> Vec<String> {
    findings_of(text).into_iter().flat_map(|f| f.fixes).map(|f| f.title).collect()
}
