//! `dateline check`

use std::path::PathBuf;

use clap::ValueEnum;

use super::input::Input;
use super::report::{Reported, human, json};
use super::{Outcome, complain, print};
use crate::features::check::findings;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the words around it, for people
    Human,
    /// One array, for programs
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut input = Input::new(&arguments.paths);
    let mut count = 0;
    let mut articles_with_findings = 0;
    let mut all = Vec::new();
    let read = input.each(|path, entry, knowledge| {
        let found = findings(entry, knowledge);
        count += found.len();
        articles_with_findings += usize::from(!found.is_empty());
        let reported = found.iter().map(|finding| Reported { path, entry, knowledge, finding });
        match arguments.format {
            Format::Human => reported.into_iter().all(|r| print(&human::render(&r))),
            Format::Json => {
                all.extend(reported.map(|r| json::object(&r)));
                true
            }
        }
    });
    if arguments.format == Format::Json {
        let array = serde_json::to_string_pretty(&all).unwrap_or_else(|_| "[]".to_owned());
        print(&format!("{array}\n"));
    } else if read > 0 {
        let noun = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
        let summary = match count {
            0 => format!("nothing found in {}", noun(read, "article")),
            _ => format!("{} in {} of {}", noun(count, "finding"), articles_with_findings, noun(read, "article")),
        };
        complain(summary);
    }
    match (count, input.failed || read == 0) {
        (0, true) => Outcome::CouldNotRun,
        (0, false) => Outcome::NothingFound,
        _ => Outcome::Findings,
    }
}
