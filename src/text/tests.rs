//! Holds [`Document`] and [`LineIndex`] to a model: a plain `String`, its lines split by hand and its units counted one
//! character at a time, sharing nothing with the layer but the types of the answers.

use std::borrow::Cow;

use proptest::collection::vec;
use proptest::prelude::*;

use super::{Document, Encoding, LineIndex, Position, Span, fold, fold_into};

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// What the random texts are made of: everything that ends a line or is taken to, and characters of every length.
const PIECES: &[&str] = &[
    "a",
    "B",
    " ",
    "Xi Jinping",
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "\u{e9}",
    "e\u{301}",
    "\u{301}",
    "李",
    "强\n",
    "🎉",
    "👩‍💻",
    "\u{20000}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{b}",
    "\u{c}",
    "\u{feff}",
    "\0",
    "\u{10ffff}",
];

/// The text as a `String`, edited by cutting and joining.
struct Model {
    text: String,
    /// Each line as (offset of its start, offset of its end before the line break).
    lines: Vec<(usize, usize)>,
}

impl Model {
    fn new(text: String) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            if character == '\r' && characters.peek().is_some_and(|&(_, next)| next == '\n') {
                characters.next();
                lines.push((start, at));
                start = at + 2;
            } else if character == '\r' || character == '\n' {
                lines.push((start, at));
                start = at + 1;
            }
        }
        lines.push((start, text.len()));
        Self { text, lines }
    }

    fn units(character: char, encoding: Encoding) -> usize {
        let code = u32::from(character);
        match encoding {
            Encoding::Utf8 if code < 0x80 => 1,
            Encoding::Utf8 if code < 0x800 => 2,
            Encoding::Utf8 if code < 0x10000 => 3,
            Encoding::Utf8 => 4,
            Encoding::Utf16 if code < 0x10000 => 1,
            Encoding::Utf16 => 2,
            Encoding::Utf32 => 1,
        }
    }

    fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let Some(&(start, end)) = self.lines.get(position.line as usize) else {
            return self.text.len();
        };
        let mut left = position.column as usize;
        let mut offset = start;
        for character in self.text[start..end].chars() {
            let units = Self::units(character, encoding);
            if left < units {
                break;
            }
            left -= units;
            offset += character.len_utf8();
        }
        offset
    }

    /// The offset taken back to where a position can stand.
    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        if self.text[..offset].ends_with('\r') && self.text[offset..].starts_with('\n') {
            offset -= 1;
        }
        offset
    }

    fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let offset = self.floor(offset);
        let line = self.lines.iter().rposition(|&(start, _)| start <= offset);
        let line = line.expect("the first line starts at 0");
        let before = &self.text[self.lines[line].0..offset];
        let column: usize = before.chars().map(|c| Self::units(c, encoding)).sum();
        Position::new(line as u32, column as u32)
    }

    fn replace(&mut self, range: Option<(Position, Position)>, text: &str, encoding: Encoding) -> Span {
        let (start, end) = match range {
            None => (0, self.text.len()),
            Some((first, second)) => {
                let ends = (self.offset(first, encoding), self.offset(second, encoding));
                if ends.0 <= ends.1 { ends } else { (ends.1, ends.0) }
            }
        };
        *self = Self::new([&self.text[..start], text, &self.text[end..]].concat());
        Span { start, end }
    }
}

fn text(pieces: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = String> {
    vec(prop::sample::select(PIECES), pieces).prop_map(|pieces| pieces.concat())
}

fn encoding() -> impl Strategy<Value = Encoding> {
    prop::sample::select(&ENCODINGS)
}

/// Positions inside and outside a text of some `lines` lines.
fn position(lines: u32) -> impl Strategy<Value = Position> {
    let number = |most: u32| prop_oneof![12 => 0..most, 1 => Just(u32::MAX), 1 => Just(0)];
    (number(lines), number(30)).prop_map(|(line, column)| Position::new(line, column))
}

type Edit = (Option<(Position, Position)>, String, Encoding);

fn edit(lines: u32) -> impl Strategy<Value = Edit> {
    let anywhere = (position(lines), position(lines));
    // Most edits of an editor are within a line or two; random pairs of positions mostly delete half the text.
    let nearby = (position(lines), 0..3_u32, 0..12_u32).prop_map(|(start, lines, column)| {
        let line = start.line.saturating_add(lines);
        (start, Position::new(line, column))
    });
    let range = prop_oneof![
        1 => Just(None),
        6 => anywhere.prop_map(Some),
        18 => nearby.prop_map(Some),
    ];
    (range, text(0..8), encoding())
}

/// Everything a document answers about its text, against the model. `offsets` are those to ask about.
fn check(document: &Document, model: &Model, offsets: impl Iterator<Item = usize>) {
    let lines = &model.lines;
    assert_eq!(document.text(), model.text);
    assert_eq!(document.len_bytes(), model.text.len());
    assert_eq!(document.line_count(), lines.len());
    let index = LineIndex::new(&model.text);
    assert_eq!(index.line_count(), lines.len());
    for offset in offsets {
        let floor = model.floor(offset);
        for encoding in ENCODINGS {
            let position = document.position(offset, encoding);
            assert_eq!(position, model.position(offset, encoding), "at {offset}");
            assert_eq!(document.offset(position, encoding), floor, "at {offset}");
        }
        let position = model.position(offset, Encoding::Utf32);
        let counted = (position.line as usize + 1, position.column as usize + 1);
        assert_eq!(index.line_column(&model.text, offset), counted, "at {offset}");
    }
}

proptest! {
    #[test]
    fn a_document_answers_as_the_model_at_every_offset(text in text(0..40)) {
        let document = Document::new(&text);
        let model = Model::new(text);
        check(&document, &model, 0..model.text.len() + 3);
        let index = LineIndex::new(&model.text);
        let lines = &model.lines;
        for (line, &(start, end)) in lines.iter().enumerate() {
            prop_assert_eq!(index.line_span(line + 1), Some(Span { start, end }));
        }
        prop_assert_eq!(index.line_span(0), None);
        prop_assert_eq!(index.line_span(lines.len() + 1), None);
    }

    #[test]
    fn every_position_is_clamped_as_in_the_model(text in text(0..40)) {
        let document = Document::new(&text);
        let model = Model::new(text);
        for encoding in ENCODINGS {
            for line in (0..model.lines.len() as u32 + 2).chain([u32::MAX]) {
                for column in (0..24).chain([u32::MAX]) {
                    let position = Position::new(line, column);
                    let offset = document.offset(position, encoding);
                    prop_assert_eq!(offset, model.offset(position, encoding), "{:?}", position);
                    // A position that needed no clamping comes back as it was, any other not beyond itself.
                    let back = document.position(offset, encoding);
                    prop_assert!(back <= position);
                    prop_assert_eq!(document.offset(back, encoding), offset);
                }
            }
        }
    }

    #[test]
    fn edits_leave_the_text_of_the_model(start in text(0..40), edits in vec(edit(12), 1..=20)) {
        let mut document = Document::new(&start);
        let mut model = Model::new(start);
        for (range, text, encoding) in edits {
            let before = document.clone();
            let expected = model.text.clone();
            let replaced = document.replace(range, &text, encoding);
            prop_assert_eq!(replaced, model.replace(range, &text, encoding));
            if let Some((start, end)) = range {
                prop_assert_eq!(before.span_of(start, end, encoding), replaced);
                prop_assert_eq!(before.span_of(end, start, encoding), replaced);
            }
            prop_assert_eq!(before.text(), expected, "an edit must not reach a clone");
            let end = replaced.start + text.len();
            check(&document, &model, replaced.start.saturating_sub(2)..replaced.start + 2);
            check(&document, &model, end.saturating_sub(2)..end + 2);
        }
        check(&document, &model, (0..model.text.len() + 3).step_by(3));
    }

    #[test]
    fn a_slice_is_the_text_inside(text in text(0..40), start in 0..90_usize, length in 0..90_usize) {
        let document = Document::new(&text);
        let floor = |offset: usize| {
            (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
        };
        let span = Span::new(start, start + length);
        let clamped = Span::new(floor(span.start), floor(span.end));
        prop_assert_eq!(document.slice(span), clamped.slice(&text));
    }

    #[test]
    fn a_fold_depends_on_no_neighbor(first in "\\PC{0,12}", second in "\\PC{0,12}") {
        let mut key = fold(&first).into_owned();
        fold_into(&second, &mut key);
        let together = format!("{first}{second}");
        prop_assert_eq!(fold(&together), key);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Texts of many kilobytes, so that the rope has several leaves and edits and line breaks meet their borders.
    #[test]
    fn edits_of_a_long_text_leave_the_text_of_the_model(
        start in text(1..60),
        times in 20..120_usize,
        edits in vec(edit(1500), 1..=20),
        step in 29..97_usize,
    ) {
        let start = start.repeat(times);
        let mut document = Document::new(&start);
        let mut model = Model::new(start);
        for (range, text, encoding) in edits {
            // Replacing the whole text would leave a short one.
            let range = range.or(Some((Position::new(3, 1), Position::new(3, 1))));
            let text = text.repeat(step);
            let replaced = document.replace(range, &text, encoding);
            prop_assert_eq!(replaced, model.replace(range, &text, encoding));
            let end = replaced.start + text.len();
            check(&document, &model, [replaced.start, replaced.start + 1, end, end + 1].into_iter());
        }
        let few = model.text.len() / 40 + 1;
        check(&document, &model, (0..model.text.len()).step_by(few));
    }
}

#[test]
fn an_emoji_is_two_columns_in_utf16() {
    let document = Document::new("a🎉b");
    for (encoding, column) in [(Encoding::Utf8, 5), (Encoding::Utf16, 3), (Encoding::Utf32, 2)] {
        assert_eq!(document.position(5, encoding), Position::new(0, column));
        assert_eq!(document.offset(Position::new(0, column), encoding), 5);
    }
    let inside = Position::new(0, 2);
    assert_eq!(document.offset(inside, Encoding::Utf16), 1, "between its surrogates");
    assert_eq!(document.position(3, Encoding::Utf16), Position::new(0, 1), "between its bytes");
}

#[test]
fn a_column_past_the_line_stops_before_its_crlf() {
    let document = Document::new("ab\r\ncd\r\n");
    for encoding in ENCODINGS {
        for column in [2, 3, 4, 5, u32::MAX] {
            assert_eq!(document.offset(Position::new(0, column), encoding), 2);
        }
        assert_eq!(document.offset(Position::new(1, 9), encoding), 6);
        assert_eq!(document.offset(Position::new(2, 9), encoding), 8);
        assert_eq!(document.offset(Position::new(3, 0), encoding), 8);
        assert_eq!(document.position(3, encoding), Position::new(0, 2), "between CR and LF");
    }
}

#[test]
fn a_lone_cr_ends_a_line() {
    let document = Document::new("a\rb\n\rc\r\r\nd");
    assert_eq!(document.line_count(), 6);
    assert_eq!(document.position(2, Encoding::Utf16), Position::new(1, 0));
    assert_eq!(LineIndex::new("a\rb").line_column("a\rb", 2), (2, 1));
}

#[test]
fn only_lf_and_cr_end_a_line() {
    for character in ['\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}', '\u{1e}'] {
        let text = format!("a{character}b");
        assert_eq!(Document::new(&text).line_count(), 1, "{character:?}");
        assert_eq!(LineIndex::new(&text).line_count(), 1, "{character:?}");
        let end = Document::new(&text).position(text.len(), Encoding::Utf16);
        assert_eq!(end, Position::new(0, 3), "{character:?}");
    }
}

#[test]
fn an_edit_can_join_a_cr_to_an_lf() {
    let mut document = Document::new("a\rb\nc");
    let (start, end) = (Position::new(1, 0), Position::new(1, 1));
    assert_eq!(document.replace(Some((start, end)), "", Encoding::Utf16), Span::new(2, 3));
    assert_eq!((document.text().as_str(), document.line_count()), ("a\r\nc", 2));
}

#[test]
fn a_backward_range_is_swapped_and_no_range_is_the_whole_text() {
    let mut document = Document::new("Li Qiang\nPremier");
    let (end, start) = (Position::new(1, 0), Position::new(0, 2));
    assert_eq!(document.replace(Some((end, start)), ", ", Encoding::Utf8), Span::new(2, 9));
    assert_eq!(document.text(), "Li, Premier");
    assert_eq!(document.replace(None, "", Encoding::Utf8), Span::new(0, 11));
    assert_eq!((document.len_bytes(), document.line_count()), (0, 1));
    assert_eq!(document, Document::default());
}

#[test]
fn a_slice_of_a_short_text_is_borrowed() {
    let document = Document::new("Chinese President Xi Jinping");
    assert!(matches!(document.slice(Span::new(18, 28)), Cow::Borrowed("Xi Jinping")));
}
