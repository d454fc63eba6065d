//! `dateline annotate`

use std::path::PathBuf;

use clap::ValueEnum;

use super::input::Input;
use super::{Outcome, complain, print};
use crate::annotation::jsonl;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How to print the mentions
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object an article, one a line; offsets are code points
    Jsonl,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Format::Jsonl = arguments.format;
    let mut input = Input::new(&arguments.paths);
    let read = input.each(|path, entry, knowledge| {
        let annotated = jsonl::annotate(path, &entry.text, &entry.article, &entry.recognition, knowledge);
        match serde_json::to_string(&annotated) {
            Ok(line) => print(&(line + "\n")),
            Err(error) => {
                complain(format_args!("{path}: could not be written as JSON: {error}"));
                true
            }
        }
    });
    if read == 0 || input.failed { Outcome::CouldNotRun } else { Outcome::NothingFound }
}
