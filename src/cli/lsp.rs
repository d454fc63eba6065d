//! `dateline lsp`

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Serve over standard input and output: the default, and the only way there is
    #[arg(long)]
    stdio: bool,
    /// What to log to standard error: error, warn, info, debug, or a filter such as dateline=debug
    #[arg(long, value_name = "FILTER", default_value = "warn", env = "DATELINE_LOG")]
    log: String,
}

/// Serves, and ends the process: a read of standard input that nobody answers cannot be taken back.
pub(super) fn run(arguments: &Arguments) -> ! {
    let filter = tracing_subscriber::EnvFilter::try_new(&arguments.log).unwrap_or_else(|error| {
        super::complain(format_args!("--log {}: {error}; warnings are logged", arguments.log));
        tracing_subscriber::EnvFilter::new("warn")
    });
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    std::process::exit(crate::lsp::serve_stdio().into())
}
