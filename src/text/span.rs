//! A stretch of a text, as the offsets where it starts and ends.
//!
//! **In:** two UTF-8 byte offsets. **Out:** answers about how spans lie to each other and to offsets.
//! **Never:** a span does not hold the text, nor know which text or version it belongs to; whoever keeps it, does.

use std::ops::Range;

/// A half-open range of UTF-8 byte offsets: `start` is inside, `end` is not.
///
/// `start` is not greater than `end`. Spans order by where they start, and of two that start together the shorter comes
/// first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`, in bytes.
    ///
    /// A start after the end is a mistake of the caller: debug builds panic, others treat the span as empty.
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span starts after its end");
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether no byte is inside.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether the byte at `offset` is inside. The end is not, and nothing is inside an empty span.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies within this span; equal spans contain each other, and an empty one is within at either end.
    pub const fn contains_span(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte. Neighbors do not overlap, and an empty span overlaps nothing.
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// Whether a cursor at `offset` is in the span or at one of its ends: `start <= offset <= end`.
    pub const fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// The same offsets as a standard range, for indexing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The span moved by `bytes`, towards the end of the text when positive. An end that would pass 0 stays at 0.
    #[must_use]
    pub const fn shifted(self, bytes: isize) -> Self {
        Self { start: self.start.saturating_add_signed(bytes), end: self.end.saturating_add_signed(bytes) }
    }

    /// The smallest span that contains both, with whatever lies between them.
    #[must_use]
    pub fn cover(self, other: Span) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The part of `text` inside the span.
    ///
    /// # Panics
    /// When the span is not one of this text, that is, reaches past its end or cuts a character: like indexing a `str`,
    /// since a wrong slice would go on to be a wrong finding.
    pub fn slice(self, text: &str) -> &str {
        &text[self.range()]
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn the_end_is_outside_but_touched() {
        let span = Span::new(3, 5);
        assert_eq!((span.len(), span.is_empty(), span.range()), (2, false, 3..5));
        let inside = (2..=6).map(|offset| span.contains(offset));
        assert!(inside.eq([false, true, true, false, false]));
        let touched = (2..=6).map(|offset| span.touches(offset));
        assert!(touched.eq([false, true, true, true, false]));
    }

    #[test]
    fn an_empty_span_contains_and_overlaps_nothing() {
        let empty = Span::new(4, 4);
        assert!(empty.is_empty() && !empty.contains(4) && empty.touches(4));
        assert!(!empty.overlaps(Span::new(0, 9)) && !Span::new(0, 9).overlaps(empty));
        assert!(!empty.overlaps(empty));
        assert!(Span::new(0, 4).contains_span(empty) && Span::new(4, 9).contains_span(empty));
    }

    #[test]
    fn neighbors_do_not_overlap() {
        let (left, right) = (Span::new(0, 4), Span::new(4, 8));
        assert!(!left.overlaps(right) && !right.overlaps(left));
        assert!(left.overlaps(Span::new(3, 5)) && Span::new(3, 5).overlaps(left));
        assert!(!left.contains_span(Span::new(3, 5)) && left.contains_span(left));
    }

    #[test]
    fn spans_move_and_cover() {
        assert_eq!(Span::new(3, 5).shifted(4), Span::new(7, 9));
        assert_eq!(Span::new(3, 5).shifted(-3), Span::new(0, 2));
        assert_eq!(Span::new(3, 5).shifted(-4), Span::new(0, 1));
        assert_eq!(Span::new(7, 9).cover(Span::new(1, 2)), Span::new(1, 9));
    }

    #[test]
    fn spans_order_by_start_then_length() {
        let mut spans = [Span::new(4, 6), Span::new(0, 9), Span::new(0, 2)];
        spans.sort();
        assert_eq!(spans, [Span::new(0, 2), Span::new(0, 9), Span::new(4, 6)]);
    }

    #[test]
    fn a_slice_is_the_text_inside() {
        assert_eq!(Span::new(3, 7).slice("李:强强"), ":强");
        assert_eq!(Span::new(10, 10).slice("李:强强"), "");
    }
}
