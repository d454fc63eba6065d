//! Analysis of an article, one keystroke in it, and start-up, each beside its budget.
//!
//! `cargo bench` runs criterion and then prints a table of ratios taken in the same run, since milliseconds of a shared
//! machine say little: each figure against a bare aho-corasick scan of the same article for the same names. With
//! `DATELINE_BENCH_ARTICLE=path` another article is measured than the longest sample.

use std::hint::black_box;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::{Criterion, Throughput};
use dateline::article::{Article, Markup};
use dateline::corpus::{ArticleKey, Buffer};
use dateline::features::check::findings;
use dateline::knowledge::{Knowledge, Layer, PackText, assemble, embedded};
use dateline::recognition::recognize;
use dateline::text::{Document, Encoding, Position};

fn article() -> String {
    if let Some(path) = std::env::var_os("DATELINE_BENCH_ARTICLE") {
        return std::fs::read_to_string(path).expect("DATELINE_BENCH_ARTICLE names a readable article");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let files = std::fs::read_dir(folder).expect("the samples are part of the project");
    let texts = files.filter_map(|f| std::fs::read_to_string(f.ok()?.path()).ok());
    let longest = texts.max_by_key(String::len).expect("there are samples");
    // the budgets are for an article of 14 KB
    let body = longest.lines().last().unwrap_or_default().to_owned();
    let mut text = longest;
    while text.len() < 14_000 {
        text += "\n\n";
        text += &body;
    }
    text
}

/// The names of all records, as one automaton: what merely finding them costs.
fn automaton(knowledge: &Knowledge) -> AhoCorasick {
    let names: Vec<&str> = knowledge.entities().map(|e| knowledge.name(e)).collect();
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names).expect("the names are few")
}

fn buffer(document: &Document, version: i32) -> Buffer {
    Buffer::new(ArticleKey::of_uri("untitled:bench"), version, Markup::Plain, document.clone())
}

/// What a keystroke costs the server: the edit, the analysis, the findings.
fn keystroke(document: &mut Document, knowledge: &Knowledge, at: u32) -> usize {
    let place = Position::new(document.line_count() as u32 / 2, at % 7);
    document.replace(Some((place, place)), "x", Encoding::Utf16);
    let buffer = buffer(document, at as i32);
    findings(buffer.entry(knowledge), knowledge).len()
}

/// A workspace's pack of 20,000 people in one office each.
fn desk_pack() -> Layer {
    let mut text = String::from("[pack]\nid = \"desk\"\nreviewed = 2026-01-01\n");
    for n in 0..20_000 {
        text += &format!("[[person]]\nid = \"desk-{n}\"\nname = \"Desk{} Person{n}\"\n", n % 400);
        text +=
            "[[person.tenure]]\noffice = \"cn/vice-premier\"\nfrom = 1950-01-01\nto = 1951-01-01\nsource = \"desk\"\n";
    }
    Layer { embedded: false, files: vec![("desk.toml".into(), PackText::Read(text.into()))] }
}

/// Starts the server and waits for the answer to `initialize`.
fn start_server() -> Duration {
    let begun = Instant::now();
    let mut server = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary was built for this bench");
    send(&mut server, r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#);
    let mut out = BufReader::new(server.stdout.take().expect("it is piped"));
    let mut length = 0;
    loop {
        let mut line = String::new();
        out.read_line(&mut line).expect("the server answers");
        match line.trim().strip_prefix("Content-Length: ") {
            Some(number) => length = number.parse().expect("a number"),
            None if line.trim().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    out.read_exact(&mut body).expect("the server answers in full");
    let taken = begun.elapsed();
    send(&mut server, r#"{"jsonrpc":"2.0","method":"exit"}"#);
    server.wait().expect("the server exits");
    taken
}

fn send(server: &mut Child, body: &str) {
    let stdin = server.stdin.as_mut().expect("it is piped");
    write!(stdin, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
    stdin.flush().expect("the server reads");
}

/// The median of some runs, in seconds.
fn median(runs: usize, mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

fn main() {
    let knowledge = embedded::knowledge();
    let text = article();
    let names = automaton(&knowledge);
    let mut criterion = Criterion::default().sample_size(30).configure_from_args();

    let mut group = criterion.benchmark_group("article");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("scan for names (aho-corasick)", |b| b.iter(|| black_box(names.find_iter(&text).count())));
    group.bench_function("parse", |b| b.iter(|| black_box(Article::parse(&text, Markup::Plain, ""))));
    let parsed = Article::parse(&text, Markup::Plain, "");
    group.bench_function("recognize", |b| b.iter(|| black_box(recognize(&text, &parsed, &knowledge))));
    let mut document = Document::new(&text);
    let mut at = 0;
    group.bench_function("keystroke", |b| {
        b.iter(|| {
            at += 1;
            black_box(keystroke(&mut document, &knowledge, at))
        });
    });
    group.finish();
    let desk = desk_pack();
    criterion.bench_function("lay a workspace pack of 20,000 people over", |b| {
        b.iter(|| black_box(assemble(&knowledge, std::slice::from_ref(&desk))));
    });
    criterion.bench_function("start to the answer of initialize", |b| {
        b.iter_custom(|n| (0..n).map(|_| start_server()).sum());
    });
    criterion.final_summary();

    let scan = median(200, || {
        black_box(names.find_iter(&text).count());
    });
    let analyze = median(100, || {
        let document = Document::new(&text);
        black_box(findings(buffer(&document, 0).entry(&knowledge), &knowledge));
    });
    let mut document = Document::new(&text);
    let mut at = 0;
    let key = median(100, || {
        at += 1;
        black_box(keystroke(&mut document, &knowledge, at));
    });
    let pack = median(5, || {
        black_box(assemble(&knowledge, std::slice::from_ref(&desk)));
    });
    let all = median(3, || {
        black_box(assemble(&Knowledge::default(), &[embedded::layer()]));
    });
    let start = median(10, || {
        black_box(start_server());
    });
    println!("\n{} bytes, medians of one run; AC: a bare scan for {} names", text.len(), knowledge.entities().count());
    println!("{:38} {:>10} {:>9}  budget (a quiet core)", "", "ms", "x AC");
    for (what, seconds, budget) in [
        ("scan for names (AC)", scan, ""),
        ("analyze the article", analyze, "3 x AC in the end, 8 at the most"),
        ("one keystroke to findings", key, "1 ms above the protocol floor at 14 KB"),
        ("lay a pack of 20,000 people over", pack, "in the background"),
        ("assemble the embedded packs anew", all, "done while the program is built"),
        ("start to the answer of initialize", start, "5 ms"),
    ] {
        println!("{what:38} {:>10.3} {:>9.1}  {budget}", seconds * 1e3, seconds / scan);
    }
}
