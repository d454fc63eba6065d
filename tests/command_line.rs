//! The command line from outside: the binary itself, with real files, its two streams and its exit code.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const CLEAN: &str = "Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- Premier Li Qiang opened the fair on Friday.\n";
const SLIP: &str =
    "Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- Vice Premier Li Qiang opened the fair on Friday.\n";

/// A folder of its own for each test, empty at the start.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("command-line-{test}"));
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => panic!("{}: {error}", path.display()),
            _ => {}
        }
        fs::create_dir_all(&path).expect("the folder can be made");
        Folder(path)
    }

    /// Writes a file, with the folders above it.
    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Folder {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it has one")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
        self
    }

    /// Runs the command in the folder.
    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"")
    }

    fn run_with(&self, arguments: &[&str], standard_input: &[u8]) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(arguments)
            .current_dir(&self.0)
            .env("NO_COLOR", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        // a command that does not read its input may have closed it
        let _ = child.stdin.take().expect("it is piped").write_all(standard_input);
        let output = child.wait_with_output().expect("it ends");
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}:\n{}", self.out))
    }

    /// Asserts that standard error has just one line that begins so.
    #[track_caller]
    fn says_once(&self, begin: &str) {
        let count = self.err.lines().filter(|l| l.starts_with(begin)).count();
        assert_eq!(count, 1, "{begin:?} in:\n{}", self.err);
    }
}

// check: what it reads and its exit codes

#[test]
fn check_says_nothing_found_and_ends_with_0() {
    let run = Folder::new("clean").with("fair.txt", CLEAN).run(&["check", "fair.txt"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    assert_eq!(run.err, "dateline: nothing found in 1 article\n");
}

#[test]
fn check_shows_a_finding_and_ends_with_1() {
    let run = Folder::new("slip").with("fair.txt", SLIP).run(&["check", "fair.txt"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.err, "dateline: 1 finding in 1 of 1 article\n");
    for words in [
        "warning[title-not-held]: Li Qiang was not Vice Premier of China on 22 March 2024",
        "fair.txt:3:38",
        "^^^^^^^^^^^^",
        "note: Li Qiang: Premier of China since 11 March 2023",
        "cn-people.toml:",
        "help: Write \"Premier\"",
    ] {
        assert!(run.out.contains(words), "{words:?} in:\n{}", run.out);
    }
    assert!(!run.out.contains('\u{1b}'), "colors without a terminal:\n{}", run.out);
}

#[test]
fn check_reads_standard_input() {
    let folder = Folder::new("standard-input");
    let run = folder.run_with(&["check", "-", "--format", "json"], SLIP.as_bytes());
    assert_eq!((run.code, run.json()[0]["path"].as_str()), (Some(1), Some("-")));
    assert_eq!(folder.run_with(&["check", "-"], CLEAN.as_bytes()).code, Some(0));
    for (input, message) in [
        (&b""[..], "dateline: standard input: is empty"),
        (b"a\xffb", "dateline: standard input: is not UTF-8 (byte 1, line 1)"),
        (b"a\0b", "dateline: standard input: is binary"),
    ] {
        let run = folder.run_with(&["check", "-"], input);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        run.says_once(message);
    }
}

#[test]
fn check_walks_a_folder() {
    let folder = Folder::new("folder")
        .with("news/b.txt", SLIP)
        .with("news/a/clean.md", CLEAN)
        .with("news/a/slip.MD", SLIP)
        .with("news/notes.toml", SLIP)
        .with("news/.hidden.txt", SLIP)
        .with("news/.gitignore", "drafts/\n")
        .with("news/drafts/c.txt", SLIP);
    let run = folder.run(&["check", "news"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.err, "dateline: 2 findings in 2 of 3 articles\n");
    let json = folder.run(&["check", "news", "--format", "json"]).json();
    let paths: Vec<&str> = json.as_array().expect("an array").iter().filter_map(|f| f["path"].as_str()).collect();
    let expected: Vec<PathBuf> =
        [&["news", "a", "slip.MD"][..], &["news", "b.txt"]].iter().map(|p| p.iter().collect()).collect();
    assert_eq!(paths.iter().map(PathBuf::from).collect::<Vec<_>>(), expected);
}

#[test]
fn check_json_has_the_shape_that_is_documented() {
    // an emoji and Chinese characters before the words: columns are code points
    let text = SLIP.replace("-- Vice", "-- 😀 李强 Vice");
    let folder = Folder::new("json").with("fair.txt", text).with("clean.txt", CLEAN);
    let run = folder.run(&["check", "fair.txt", "clean.txt", "--format", "json"]);
    assert_eq!(run.code, Some(1));
    let json = run.json();
    let [finding] = &json.as_array().expect("an array")[..] else { panic!("one finding in {json}") };
    let mut keys: Vec<&String> = finding.as_object().expect("an object").keys().collect();
    keys.sort();
    assert_eq!(keys, ["code", "end", "evidence", "fixes", "message", "path", "severity", "start"]);
    assert_eq!(finding["path"], "fair.txt");
    assert_eq!(finding["code"], "title-not-held");
    assert_eq!(finding["severity"], "warning");
    assert!(finding["message"].as_str().is_some_and(|m| m.starts_with("Li Qiang was not Vice Premier")), "{finding}");
    assert_eq!(finding["start"], serde_json::json!({"line": 3, "column": 43}));
    assert_eq!(finding["end"], serde_json::json!({"line": 3, "column": 55}));
    let evidence = &finding["evidence"][0];
    assert!(evidence["message"].is_string() && evidence["line"].is_u64(), "{evidence}");
    assert_eq!((&evidence["record"], &evidence["embedded"]), (&Value::from("cn-people.toml"), &Value::from(true)));
    let fix = &finding["fixes"][0];
    assert_eq!(fix["title"], "Write \"Premier\"");
    assert_eq!(
        fix["edits"],
        serde_json::json!([{"start": finding["start"], "end": finding["end"], "text": "Premier"}])
    );

    let run = folder.run(&["check", "clean.txt", "--format", "json"]);
    assert_eq!((run.code, run.json()), (Some(0), serde_json::json!([])));
}

#[test]
fn evidence_in_the_text_says_where() {
    let text = "Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- Deputy Mayor Tan Baoliang spoke.\n\nMayor Tan Baoliang left.\n";
    let json = Folder::new("text-evidence").with("a.txt", text).run(&["check", "a.txt", "--format", "json"]).json();
    let evidence = &json[0]["evidence"][0];
    assert_eq!(json[0]["start"], serde_json::json!({"line": 5, "column": 1}));
    assert_eq!(evidence["path"], "a.txt");
    assert_eq!(evidence["start"], serde_json::json!({"line": 3, "column": 38}));
    assert_eq!(evidence["end"], serde_json::json!({"line": 3, "column": 50}));
}

#[test]
fn positions_are_the_same_with_every_line_break() {
    for (name, text) in
        [("lf", SLIP.to_owned()), ("crlf", SLIP.replace('\n', "\r\n")), ("cr", SLIP.replace('\n', "\r"))]
    {
        let json = Folder::new(&format!("breaks-{name}"))
            .with("a.txt", text)
            .run(&["check", "a.txt", "--format", "json"])
            .json();
        assert_eq!(json[0]["start"], serde_json::json!({"line": 3, "column": 38}), "{name}");
    }
}

// check: what cannot be read

/// A file that cannot be checked is told once, by its path, and does not stop the one after it.
#[track_caller]
fn refused(test: &str, name: &str, content: &[u8], message: &str) {
    let folder = Folder::new(test).with(name, content).with("z-slip.txt", SLIP);
    let alone = folder.run(&["check", name]);
    assert_eq!((alone.code, alone.out.as_str()), (Some(2), ""), "{}", alone.err);
    alone.says_once(&format!("dateline: {name}: {message}"));
    assert_eq!(alone.err.lines().count(), 1, "{}", alone.err);

    let both = folder.run(&["check", name, "z-slip.txt"]);
    both.says_once(&format!("dateline: {name}: {message}"));
    assert!(both.out.contains("warning[title-not-held]"), "{}", both.out);
    assert_eq!(both.code, Some(1), "findings come first");

    let clean = Folder::new(test).with(name, content).with("z-clean.txt", CLEAN);
    assert_eq!(clean.run(&["check", name, "z-clean.txt"]).code, Some(2), "not everything could be checked");
    // a folder is walked on past it
    clean.run(&["check", "."]).says_once("dateline: nothing found in 1 article");

    // JSON stays JSON
    let json = folder.run(&["check", name, "--format", "json"]);
    assert_eq!((json.code, json.json()), (Some(2), serde_json::json!([])));
}

#[test]
fn an_empty_file() {
    refused("empty", "a.txt", b"", "is empty; there is nothing to check");
    refused("blank", "a.txt", b"\xef\xbb\xbf \r\n\n", "is empty; there is nothing to check");
}

#[test]
fn a_binary_file() {
    refused("binary", "a.txt", b"PK\x03\x04\0\0\0", "is binary, not text");
}

#[test]
fn a_file_that_is_not_utf_8() {
    refused("latin", "a.txt", b"Fair opens\n\nM\xfcnchen", "is not UTF-8 (byte 13, line 3); save it as UTF-8");
}

#[test]
fn a_file_in_utf_16() {
    let mut little = vec![0xff, 0xfe];
    little.extend(SLIP.encode_utf16().flat_map(u16::to_le_bytes));
    refused("utf-16", "a.txt", &little, "is UTF-16; save it as UTF-8");
    let mut big = vec![0xfe, 0xff];
    big.extend(SLIP.encode_utf16().flat_map(u16::to_be_bytes));
    refused("utf-16-be", "a.txt", &big, "is UTF-16; save it as UTF-8");
}

#[test]
fn a_file_over_the_limit() {
    let size = 16 * 1024 * 1024 + 1;
    refused("large", "a.txt", &vec![b'a'; size], "is 16777217 bytes long, over the limit of 16777216; split it");
}

#[test]
fn the_limit_is_set_in_the_workspace() {
    let folder =
        Folder::new("limit").with("dateline.toml", "maximum-size = 20\n").with("a.txt", SLIP).with("b.txt", "Short.\n");
    let run = folder.run(&["check", "."]);
    assert_eq!(run.code, Some(2));
    let a = Path::new(".").join("a.txt");
    run.says_once(&format!("dateline: {}: is {} bytes long, over the limit of 20", a.display(), SLIP.len()));
    // standard input belongs to the workspace that one stands in
    let run = folder.run_with(&["check", "-"], SLIP.as_bytes());
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.err,
        "dateline: standard input: over the limit of 20 bytes; split it, or raise `maximum-size` in dateline.toml\n"
    );
}

#[test]
fn a_path_that_is_not_there() {
    let folder = Folder::new("missing").with("z-slip.txt", SLIP);
    let run = folder.run(&["check", "none.txt"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, "dateline: none.txt: does not exist; check the path\n");
    let run = folder.run(&["check", "none.txt", "z-slip.txt"]);
    assert_eq!(run.code, Some(1));
    run.says_once("dateline: none.txt: does not exist");
}

#[test]
fn a_folder_without_articles() {
    let folder = Folder::new("no-articles").with("news/readme.rst", SLIP);
    let run = folder.run(&["check", "news"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, "dateline: news: no articles here; articles end in .txt or .md\n");
}

#[test]
fn no_arguments_or_wrong_ones() {
    let folder = Folder::new("arguments");
    for arguments in [&["check"][..], &["check", "a.txt", "--format", "xml"], &["chekc"], &[]] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains("Usage:") || run.err.contains("possible values"), "{}", run.err);
    }
    assert_eq!(folder.run(&["--version"]).out, format!("dateline {}\n", env!("CARGO_PKG_VERSION")));
}

// workspaces

const PACK: &str = r#"
[pack]
id = "desk"
reviewed = 2024-12-31

[[person]]
id = "tan-baoliang"
name = "Tan Baoliang"
name-order = "family-first"
[[person.tenure]]
office = "cn/vice-premier"
from = 2024-01-01
source = "the desk"
"#;

#[test]
fn a_broken_pack_is_told_and_the_rest_is_checked() {
    let folder = Folder::new("broken-pack")
        .with("dateline.toml", "")
        .with("knowledge/bad.toml", "[[person]]\nid = \"x\"\nname = \n")
        .with("knowledge/good.toml", PACK)
        .with("a.txt", SLIP.replace("Li Qiang", "Tan Baoliang"))
        .with("b.txt", SLIP);
    let run = folder.run(&["check", "a.txt", "b.txt"]);
    assert_eq!(run.code, Some(1));
    let told: Vec<&str> = run.err.lines().filter(|l| l.contains("bad.toml")).collect();
    assert_eq!(told.len(), 1, "{}", run.err);
    assert!(told[0].starts_with("dateline: ") && told[0].contains("bad.toml:3"), "{}", told[0]);
    assert!(!run.out.contains("a.txt") && run.out.contains("b.txt:3"), "{}", run.out);

    let run = folder.run(&["knowledge", "check"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.out.lines().filter(|l| l.contains("bad.toml:3")).count(), 1, "{}", run.out);
}

#[test]
fn a_broken_configuration_is_told_with_its_line() {
    let folder =
        Folder::new("broken-configuration").with("dateline.toml", "# ours\nmaximum-sise = 3\n").with("a.txt", SLIP);
    let run = folder.run(&["check", "a.txt"]);
    assert!(run.out.contains("title-not-held"), "{}", run.out);
    let told: Vec<&str> = run.err.lines().filter(|l| l.contains("dateline.toml")).collect();
    assert_eq!(told.len(), 1, "{}", run.err);
    assert!(told[0].contains("line 2") && told[0].contains("maximum-sise"), "{}", told[0]);
}

#[test]
fn a_pack_of_the_workspace_wins() {
    let promoted = r#"
[[person]]
id = "li-qiang"
name = "Li Qiang"
name-order = "family-first"
[[person.tenure]]
office = "cn/vice-premier"
from = 2023-03-11
source = "the desk"
"#;
    let folder = Folder::new("override")
        .with("plain/a.txt", SLIP)
        .with("own/dateline.toml", "")
        .with("own/knowledge/desk.toml", promoted)
        .with("own/a.txt", SLIP)
        .with("own/b.txt", CLEAN)
        .with("own/deep/er/c.txt", SLIP);
    assert_eq!(folder.run(&["check", "plain/a.txt"]).code, Some(1));
    assert_eq!(folder.run(&["check", "own/a.txt"]).code, Some(0));
    assert_eq!(folder.run(&["check", "own/deep/er/c.txt"]).code, Some(0), "the workspace is found above");
    let run = folder.run(&["check", "own/b.txt"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("desk.toml:3") || run.out.contains("desk.toml:7"), "{}", run.out);
}

// annotate

#[test]
fn annotate_prints_an_object_an_article_with_code_points() {
    let body = "Chinese President Xi Jinping, 😀 also known as 习近平, met Mayor Tan Baoliang in Changsha, Hunan Province, on Friday. \"Good,\" said the French guest.";
    let text = format!("\u{feff}Fair opens 🎉 in 长沙\r\n\r\nCHANGSHA, March 22, 2024 (Xinhua) -- {body}\r\n");
    let folder = Folder::new("annotate").with("a.txt", &text).with("b.txt", CLEAN);
    let run = folder.run(&["annotate", "a.txt", "b.txt", "--format", "jsonl"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let lines: Vec<Value> = run.out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    let [article, second] = &lines[..] else { panic!("two lines in {}", run.out) };
    assert_eq!((&article["path"], &second["path"]), (&Value::from("a.txt"), &Value::from("b.txt")));
    assert_eq!(article["headline"], "Fair opens 🎉 in 长沙");
    assert_eq!(article["date"], "2024-03-22");

    let points: Vec<char> = text.chars().collect();
    let mentions = article["mentions"].as_array().expect("an array");
    let mut last = 0;
    for mention in mentions {
        let at = |key: &str| usize::try_from(mention[key].as_u64().expect("a number")).expect("it is small");
        let (start, end) = (at("start"), at("end"));
        assert_eq!(
            points[start..end].iter().collect::<String>(),
            mention["text"].as_str().expect("a text"),
            "{mention}"
        );
        assert!(start >= last, "in text order: {mention}");
        last = start;
    }

    let one = |kind: &str, text: &str| {
        mentions
            .iter()
            .find(|m| m["kind"] == kind && m["text"] == text)
            .unwrap_or_else(|| panic!("no {kind} {text:?} in {article:#}"))
    };
    let title = one("title", "Chinese President");
    assert_eq!(title["office"], "cn/president");
    assert_eq!(title["holders"], serde_json::json!(["xi-jinping"]));
    assert_eq!(title["holder_names"], serde_json::json!(["Xi Jinping"]));
    assert!(title.get("entity").is_none() && title.get("anaphor").is_none(), "{title}");
    let person = one("person", "Xi Jinping");
    assert_eq!((&person["entity"], &person["name"]), (&Value::from("xi-jinping"), &Value::from("Xi Jinping")));
    assert_eq!(person["official"], true);
    let unknown = one("person", "Tan Baoliang");
    assert!(unknown.as_object().is_some_and(|m| m.contains_key("entity")) && unknown["entity"].is_null(), "{unknown}");
    assert_eq!(unknown["name"], "Tan Baoliang");
    let place = one("place", "Changsha");
    assert_eq!((&place["entity"], &place["country"]), (&Value::from("gn/1815577"), &Value::from("CN")));
    assert!(place["lat"].is_f64() && place["lon"].is_f64(), "{place}");
    assert_eq!(one("place", "French")["demonym"], true);
    assert!(place.get("demonym").is_none(), "{place}");
    assert_eq!(one("date", "Friday")["value"], "2024-03-22");
    assert_eq!(one("organization", "Xinhua")["entity"], "cn/xinhua");
}

#[test]
fn annotate_passes_over_what_it_cannot_read() {
    let folder = Folder::new("annotate-bad").with("a.txt", b"a\0b").with("b.txt", CLEAN);
    let run = folder.run(&["annotate", "a.txt", "b.txt"]);
    assert_eq!((run.code, run.out.lines().count()), (Some(2), 1));
    run.says_once("dateline: a.txt: is binary");
}

#[test]
fn annotate_gives_null_where_there_is_no_date_or_headline() {
    let line = Folder::new("annotate-null")
        .run_with(&["annotate", "-"], b"A fair opened somewhere, and it rained all day long.\n");
    assert_eq!(line.json(), serde_json::json!({"path": "-", "headline": null, "date": null, "mentions": []}));
}

// explain

#[test]
fn explain_lists_explains_and_refuses() {
    let folder = Folder::new("explain");
    let all = folder.run(&["explain"]);
    assert_eq!((all.code, all.err.as_str()), (Some(0), ""));
    let codes: Vec<&str> = all.out.lines().filter_map(|l| l.split_whitespace().next()).collect();
    assert_eq!(codes, dateline::rules::RULES.iter().map(|r| r.code).collect::<Vec<_>>());
    for code in codes {
        let one = folder.run(&["explain", code]);
        assert_eq!((one.code, one.err.as_str()), (Some(0), ""));
        assert!(one.out.contains(code) && one.out.lines().count() > 4, "{}", one.out);
    }
    let unknown = folder.run(&["explain", "title-not-hold"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert_eq!(unknown.err, "dateline: no rule is called title-not-hold; `dateline explain` lists them\n");
}

// knowledge

#[test]
fn knowledge_show_tells_of_a_day() {
    let folder = Folder::new("show");
    let run = folder.run(&["knowledge", "show", "Li Qiang", "--on", "2024-03-22"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    for words in ["Li Qiang", "李强", "Premier of China", "Record: li-qiang (embedded pack, cn-people.toml, line "] {
        assert!(run.out.contains(words), "{words:?} in:\n{}", run.out);
    }
    // the name need not be quoted, and an id does as well
    assert_eq!(folder.run(&["knowledge", "show", "Li", "Qiang", "--on", "2024-03-22"]).out, run.out);
    assert_eq!(folder.run(&["knowledge", "show", "li-qiang", "--on", "2024-03-22"]).out, run.out);
    // on another day another office comes first
    let earlier = folder.run(&["knowledge", "show", "Li Qiang", "--on", "2018-03-22"]);
    assert_ne!(earlier.out, run.out);
    assert!(earlier.out.contains("Party secretary of Shanghai"), "{}", earlier.out);

    for name in ["cn/premier", "CN-HN", "NDRC", "Hunan"] {
        let run = folder.run(&["knowledge", "show", name]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{name}");
        assert!(run.out.contains("Record: "), "{name}:\n{}", run.out);
    }
}

#[test]
fn knowledge_show_refuses_what_it_does_not_know() {
    let folder = Folder::new("show-unknown");
    let run = folder.run(&["knowledge", "show", "Qwxz Vbnm"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, "dateline: nothing on record is called Qwxz Vbnm\n");
    let near = folder.run(&["knowledge", "show", "Keqiang"]);
    assert_eq!(near.code, Some(2));
    assert!(near.err.contains("did you mean") && near.err.contains("Li Keqiang"), "{}", near.err);
    let day = folder.run(&["knowledge", "show", "Li Qiang", "--on", "2024-02-30"]);
    assert_eq!((day.code, day.out.as_str()), (Some(2), ""));
    assert!(day.err.contains("2024-02-30") && day.err.contains("--on"), "{}", day.err);
}

#[test]
fn knowledge_show_reads_the_workspace_around() {
    let folder = Folder::new("show-workspace").with("dateline.toml", "").with("knowledge/desk.toml", PACK);
    let run = folder.run(&["knowledge", "show", "Tan Baoliang", "--on", "2024-03-22"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("Vice Premier") && run.out.contains("desk.toml"), "{}", run.out);
    assert!(!run.out.contains("embedded pack"), "{}", run.out);
    let run = folder.run(&["knowledge", "check"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{}", run.err);
    assert!(run.err.contains(" people, ") && run.err.contains("; 0 problems"), "{}", run.err);
}
