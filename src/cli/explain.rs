//! `dateline explain`

use super::{Outcome, complain, print};
use crate::rules;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The rule's code, such as title-not-held; without one all rules are listed
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(code) = &arguments.code else {
        let width = rules::RULES.iter().map(|r| r.code.len()).max().unwrap_or(0);
        for rule in rules::RULES {
            print(&format!("{:width$}  {}\n", rule.code, rule.summary));
        }
        return Outcome::NothingFound;
    };
    match rules::rule(code) {
        Some(rule) => {
            print(&rules::explanation(rule));
            Outcome::NothingFound
        }
        None => {
            complain(format_args!("no rule is called {code}; `dateline explain` lists them"));
            Outcome::CouldNotRun
        }
    }
}
