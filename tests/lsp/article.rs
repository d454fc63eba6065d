//! The article that most tests open, and its columns, counted apart from the server.

use std::ops::Range;

use serde_json::{Value, json};

/// True in every title as of its date: nothing is found in it. Its Wednesday was 20 March.
pub const ARTICLE: &str = "\
Premier opens tea fair in Changsha

CHANGSHA, March 22, 2024 (Xinhua) -- Chinese Premier Li Qiang opened a tea fair in Changsha on Wednesday, together with Vice Premier Ding Xuexiang.

\"The growers of Hunan have good years ahead,\" Li said. Ding visited the stalls.
";

/// [`ARTICLE`] with a title that Li Qiang did not hold.
pub fn mistaken() -> String {
    ARTICLE.replace("Chinese Premier Li", "Vice Premier Li")
}

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Utf32,
}

impl Encoding {
    pub const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    /// Its name in the protocol.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
            Encoding::Utf32 => "utf-32",
        }
    }

    /// The encoding of that name.
    pub fn named(name: &str) -> Encoding {
        Encoding::ALL.into_iter().find(|e| e.name() == name).unwrap_or_else(|| panic!("{name} is no encoding"))
    }

    fn width(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.encode_utf16().count(),
            Encoding::Utf32 => text.chars().count(),
        }
    }
}

/// The bytes of the `nth` time, from 0, that `words` stand in `text`.
pub fn nth(text: &str, words: &str, nth: usize) -> Range<usize> {
    let found = text.match_indices(words).nth(nth);
    let (start, _) = found.unwrap_or_else(|| panic!("\"{words}\" stands in the text no {} times", nth + 1));
    start..start + words.len()
}

/// The first byte of each line. A line ends with LF, CR or both.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = |at: &usize| bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    std::iter::once(0).chain((0..bytes.len()).filter(ends).map(|at| at + 1)).collect()
}

/// A byte as the protocol's position.
pub fn position(text: &str, byte: usize, encoding: Encoding) -> Value {
    let starts = line_starts(text);
    let line = starts.iter().rposition(|start| *start <= byte).expect("the first line starts at 0");
    json!({"line": line, "character": encoding.width(&text[starts[line]..byte])})
}

/// Where `words` stand for the first time, as the protocol's range.
pub fn range(text: &str, words: &str, encoding: Encoding) -> Value {
    range_of(text, nth(text, words, 0), encoding)
}

/// Bytes as the protocol's range.
pub fn range_of(text: &str, bytes: Range<usize>, encoding: Encoding) -> Value {
    json!({"start": position(text, bytes.start, encoding), "end": position(text, bytes.end, encoding)})
}

/// The byte that the protocol's position means. It fails where the position lies outside of the text or in a character.
pub fn byte(text: &str, position: &Value, encoding: Encoding) -> usize {
    let number = |field: &str| position[field].as_u64().expect("positions have numbers") as usize;
    let line = line_starts(text).get(number("line")).map(|start| (*start, &text[*start..]));
    let (start, rest) = line.unwrap_or_else(|| panic!("{position} is below the text"));
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    let mut columns = (0..=line.len()).filter(|at| line.is_char_boundary(*at));
    let column = columns.find(|at| encoding.width(&line[..*at]) == number("character"));
    start + column.unwrap_or_else(|| panic!("{position} is no place in {line:?}"))
}

/// The words that the protocol's range covers.
pub fn words<'t>(text: &'t str, range: &Value, encoding: Encoding) -> &'t str {
    &text[byte(text, &range["start"], encoding)..byte(text, &range["end"], encoding)]
}
