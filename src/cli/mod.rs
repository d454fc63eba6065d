//! The command line: one file a subcommand, `report/` one file an output format.
//!
//! Exit codes: 0 nothing found, 1 findings, 2 could not run. Results go to standard output, everything else to standard
//! error, each message with the path and the next step.

mod annotate;
mod check;
mod explain;
mod input;
mod knowledge;
mod lsp;
mod report;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Annotates news texts and checks officials, titles, places and dates as of the article's own date.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check articles and print what is found
    Check(check::Arguments),
    /// Print the people, titles, places, organizations and dates of articles, one JSON object an article
    Annotate(annotate::Arguments),
    /// Explain a rule, or list all rules
    Explain(explain::Arguments),
    /// Look into the records
    Knowledge(knowledge::Arguments),
    /// Serve an editor over standard input and output
    Lsp(lsp::Arguments),
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    NothingFound,
    Findings,
    CouldNotRun,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::NothingFound => 0,
            Outcome::Findings => 1,
            Outcome::CouldNotRun => 2,
        })
    }
}

/// Runs the command line.
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Knowledge(arguments) => knowledge::run(&arguments),
        Command::Lsp(arguments) => lsp::run(&arguments),
    };
    outcome.into()
}

/// Prints a message for people.
fn complain(message: impl std::fmt::Display) {
    anstream::eprintln!("dateline: {message}");
}

/// Writes to standard output. A reader that has gone away is no error: the run just ends.
fn print(text: &str) -> bool {
    use std::io::Write as _;
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_ok()
}
