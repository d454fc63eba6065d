//! Parses the arguments and calls the command line.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    dateline::cli::run(dateline::cli::Arguments::parse())
}
