//! `dateline lsp`

use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Serve over standard input and output; the only way there is, and the default
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let _ = arguments.stdio;
    ExitCode::from(crate::lsp::serve_stdio())
}
