//! Frames: the `Content-Length` envelope that LSP puts around each message.
//!
//! In come bytes from any `AsyncRead`; out come message bodies, and a [`Fault`] for each stretch of input that is no
//! message. Nothing here knows JSON, and nothing a peer sends ends the reading: only the end of the input does.
//!
//! **What is tolerated.** Header names in any case, headers other than `Content-Length`, LF for CRLF, blank lines
//! between frames, spaces around the colon.
//!
//! **How it finds its feet.** tower-lsp's codec ends the stream on a header it cannot read. Here a damaged stretch is
//! reported once, and then every line is searched for the next `Content-Length: <digits>` *at the line's end*. That is
//! safe because a JSON string cannot hold a raw line break: a document that merely talks about headers has a quote or
//! a backslash after the digits. A body over the limit is treated as damage as well, rather than skipped by counting,
//! since a length that large is more often a lie than a message; its bytes are dropped as they arrive.
//!
//! **Cost.** The buffer grows with the bytes received, never with the length announced; a line without an end is cut
//! to its last [`TAIL`] bytes. [`FrameReader::next`] may be dropped between polls without losing input.

use std::fmt;
use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

/// The longest body taken, in bytes. Longer ones are dropped and reported as [`Fault::TooLong`].
pub(crate) const BODY_LIMIT: usize = 256 << 20;
/// The longest header line looked at, in bytes. A longer one is damage.
const LINE_LIMIT: usize = 4 << 10;
/// What is kept, in bytes, of an endless line: room for a `Content-Length` header that is still arriving.
const TAIL: usize = 256;
/// What is asked of the reader at once, in bytes, and at most while a long body arrives.
const READ_STEP: usize = 16 << 10;
const READ_STRIDE: usize = 1 << 20;
/// From this size, in bytes, a body takes the buffer's memory along instead of being copied out of it.
const LARGE_BODY: usize = 1 << 20;
/// How much of a body [`FrameReader::reclaim`] takes back, in bytes.
const RECLAIM_LIMIT: usize = 64 << 10;

/// What the reader yields.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// A body of exactly the announced length.
    Body(Vec<u8>),
    /// Input that is no frame. The reader goes on with the next one.
    Fault(Fault),
}

/// Why a stretch of input is no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Headers without a `Content-Length`.
    NoLength,
    /// A `Content-Length` that is no number.
    BadLength,
    /// A `Content-Length`, in bytes, over the limit.
    TooLong { length: u64, limit: usize },
    /// Bytes where a header should start.
    Garbage,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoLength => f.write_str("the headers of a message lack Content-Length"),
            Fault::BadLength => f.write_str("the Content-Length of a message is not a number of bytes"),
            Fault::TooLong { length, limit } => {
                write!(f, "a message of {length} bytes is over the limit of {limit}; it was not read")
            }
            Fault::Garbage => f.write_str("the input holds bytes outside of any message; send Content-Length first"),
        }
    }
}

/// Reads frames. All state is in here, so that a dropped [`FrameReader::next`] loses nothing.
pub(crate) struct FrameReader<R> {
    reader: R,
    buffer: Vec<u8>,
    /// Where the unread part of `buffer` starts.
    start: usize,
    /// The length of the body under way; `None` while headers are read.
    body: Option<usize>,
    /// The headers read so far.
    block: Block,
    /// Looking for the next frame after damage that was reported already.
    lost: bool,
    limit: usize,
}

#[derive(Default)]
struct Block {
    begun: bool,
    length: Option<u64>,
    /// From a line like `strayContent-Length: 5`: believed if no better one comes.
    near: Option<u64>,
    bad: bool,
}

impl<R: AsyncRead + Unpin> FrameReader<R> {
    /// `limit` is the longest body taken, in bytes.
    pub(crate) fn new(reader: R, limit: usize) -> Self {
        FrameReader { reader, buffer: Vec::new(), start: 0, body: None, block: Block::default(), lost: false, limit }
    }

    /// The next frame or fault; `None` at the end of the input. An error is the reader's own.
    pub(crate) async fn next(&mut self) -> io::Result<Option<Frame>> {
        loop {
            if let Some(frame) = self.take() {
                return Ok(Some(frame));
            }
            self.buffer.drain(..self.start);
            self.start = 0;
            let wanted = self.body.map_or(READ_STEP, |length| length - self.buffer.len());
            self.buffer.reserve(wanted.clamp(READ_STEP, READ_STRIDE));
            if self.reader.read_buf(&mut self.buffer).await? == 0 {
                if self.body.is_some() || !self.lost && !self.buffer.is_empty() {
                    tracing::warn!("the input ends in the middle of a message");
                }
                return Ok(None);
            }
        }
    }

    /// Say that the last body was no message: its length may have been wrong, so bytes that follow it and are no
    /// header are part of the same damage and not reported again.
    pub(crate) fn distrust(&mut self) {
        self.lost = true;
    }

    /// Put `bytes`, the end of the last body, back in front of the input: the length was too large and reached into
    /// the next frame.
    pub(crate) fn reclaim(&mut self, bytes: &[u8]) {
        self.lost = true;
        if bytes.len() <= RECLAIM_LIMIT {
            self.buffer.splice(..self.start, bytes.iter().copied());
            self.start = 0;
        }
    }

    /// A frame or fault from what is in the buffer, if it holds one.
    fn take(&mut self) -> Option<Frame> {
        loop {
            let unread = &self.buffer[self.start..];
            if let Some(length) = self.body {
                if unread.len() < length {
                    return None;
                }
                self.body = None;
                return Some(Frame::Body(self.cut(length)));
            }
            let Some(end) = unread.iter().position(|&byte| byte == b'\n') else {
                return self.partial_line().map(Frame::Fault);
            };
            let line = Line::read(&unread[..end]);
            self.start += end + 1;
            if let Some(fault) = self.line(line) {
                return Some(Frame::Fault(fault));
            }
        }
    }

    fn cut(&mut self, length: usize) -> Vec<u8> {
        let end = self.start + length;
        if length < LARGE_BODY {
            let body = self.buffer[self.start..end].to_vec();
            self.start = end;
            return body;
        }
        let rest = self.buffer.split_off(end);
        let mut body = std::mem::replace(&mut self.buffer, rest);
        body.drain(..self.start);
        self.start = 0;
        body
    }

    fn line(&mut self, line: Line) -> Option<Fault> {
        match line {
            Line::Blank => return self.end_of_headers(),
            Line::Length(length) => self.block.length = Some(length),
            Line::NearLength(length) => self.block.near = Some(length),
            Line::BadLength => self.block.bad = true,
            Line::Other => {}
            Line::GarbageThenLength(length) => {
                self.block = Block { begun: true, length: Some(length), ..Block::default() };
                return self.lose(Fault::Garbage);
            }
            // A spoiled extra header is an extra header.
            Line::Garbage if self.block.length.is_some() => {}
            Line::Garbage => {
                self.block = Block::default();
                return self.lose(Fault::Garbage);
            }
        }
        self.block.begun = true;
        None
    }

    fn end_of_headers(&mut self) -> Option<Fault> {
        let block = std::mem::take(&mut self.block);
        if !block.begun {
            return None;
        }
        let Some(length) = block.length.or(block.near) else {
            if block.bad {
                self.lost = true;
                return Some(Fault::BadLength);
            }
            return self.lose(Fault::NoLength);
        };
        match usize::try_from(length) {
            Ok(length) if length <= self.limit => {
                let reported = std::mem::replace(&mut self.lost, false);
                self.body = Some(length);
                (block.length.is_none() && !reported).then_some(Fault::Garbage)
            }
            _ => {
                self.lost = true;
                Some(Fault::TooLong { length, limit: self.limit })
            }
        }
    }

    /// A line whose end has not come: report it at once if it can be no header, since its end may never come.
    fn partial_line(&mut self) -> Option<Fault> {
        let unread = &self.buffer[self.start..];
        let (length, possible) = (unread.len(), self.block.length.is_some() || could_be_header(unread));
        if length > LINE_LIMIT {
            self.start += length - TAIL;
            return self.lose(Fault::Garbage);
        }
        if possible { None } else { self.lose(Fault::Garbage) }
    }

    /// `fault`, unless this stretch was reported already.
    fn lose(&mut self, fault: Fault) -> Option<Fault> {
        (!std::mem::replace(&mut self.lost, true)).then_some(fault)
    }
}

/// `body` with its header, ready to be written at once.
pub(crate) fn enframe(body: &[u8]) -> Vec<u8> {
    let header = format!("Content-Length: {}\r\n\r\n", body.len());
    let mut frame = Vec::with_capacity(header.len() + body.len());
    frame.extend_from_slice(header.as_bytes());
    frame.extend_from_slice(body);
    frame
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Blank,
    /// `Content-Length: 5`, in bytes; saturated where it is beyond `u64`.
    Length(u64),
    /// `X-Content-Length: 5`: another header, or a stray word before this one.
    NearLength(u64),
    /// `Content-Length: five`
    BadLength,
    /// `Content-Type: ...`
    Other,
    /// `..."}Content-Length: 5`: the rest of something, then a header.
    GarbageThenLength(u64),
    Garbage,
}

impl Line {
    fn read(line: &[u8]) -> Line {
        const NAME: &[u8] = b"content-length";
        let line = line.trim_ascii();
        if line.is_empty() {
            return Line::Blank;
        }
        let found = line.windows(NAME.len()).rposition(|window| window.eq_ignore_ascii_case(NAME));
        if let Some(at) = found
            && let Some(value) = line[at + NAME.len()..].trim_ascii_start().strip_prefix(b":")
        {
            match (number(value.trim_ascii()), line[..at].last()) {
                (Some(length), None) => return Line::Length(length),
                (None, None) => return Line::BadLength,
                (Some(length), Some(_)) if could_be_header(line) => return Line::NearLength(length),
                (Some(length), Some(_)) => return Line::GarbageThenLength(length),
                (None, Some(_)) => {}
            }
        }
        if line.contains(&b':') && could_be_header(line) { Line::Other } else { Line::Garbage }
    }
}

fn number(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(digits.iter().fold(0u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))))
}

/// Whether what stands before the colon, or all of it where no colon has come yet, is a header's name (RFC 9110 token).
fn could_be_header(line: &[u8]) -> bool {
    let end = line.iter().position(|&byte| byte == b':');
    let name = line[..end.unwrap_or(line.len())].trim_ascii();
    (end.is_none() || !name.is_empty())
        && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that `input` yields, fed whole and byte by byte, which must be the same.
    fn frames(input: &[u8], limit: usize) -> Vec<Frame> {
        let whole = run(input, limit, input.len().max(1));
        assert_eq!(whole, run(input, limit, 1), "split into single bytes");
        whole
    }

    fn run(input: &[u8], limit: usize, step: usize) -> Vec<Frame> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let (mut far, near) = tokio::io::duplex(step);
            let input = input.to_vec();
            tokio::spawn(async move {
                let _ = tokio::io::AsyncWriteExt::write_all(&mut far, &input).await;
            });
            let mut reader = FrameReader::new(near, limit);
            let mut frames = Vec::new();
            while let Some(frame) = reader.next().await.expect("a duplex does not fail") {
                frames.push(frame);
            }
            frames
        })
    }

    fn body(text: &str) -> Frame {
        Frame::Body(text.as_bytes().to_vec())
    }

    #[test]
    fn headers_in_any_dress() {
        let input = b"Content-Length: 2\r\n\r\n{}content-length:2\n\n[]\r\n\r\nContent-Type: a; charset=utf-8\r\n\
            CONTENT-LENGTH : 1 \r\nX-Other: Content-Length\r\n\r\n7Content-Length: 0\r\n\r\n";
        assert_eq!(frames(input, 100), [body("{}"), body("[]"), body("7"), body("")]);
    }

    #[test]
    fn a_missing_length_is_reported_once_and_the_next_frame_read() {
        let input = b"Content-Type: a\r\n\r\n{\"a\":\"b\"}\r\nContent-Length: 2\r\n\r\n{}";
        assert_eq!(frames(input, 100), [Frame::Fault(Fault::NoLength), body("{}")]);
        let input = b"{\"a\":\"b\"}Content-Length: 2\r\n\r\n{}";
        assert_eq!(frames(input, 100), [Frame::Fault(Fault::Garbage), body("{}")]);
        assert_eq!(frames(b"{\"a\"", 100), [Frame::Fault(Fault::Garbage)], "reported before its line ends");
        let input = b"strayContent-Length: 2\r\n\r\n{}";
        assert_eq!(frames(input, 100), [Frame::Fault(Fault::Garbage), body("{}")]);
        let input = b"X-Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}";
        assert_eq!(frames(input, 100), [body("{}")]);
    }

    #[test]
    fn an_absurd_length_is_reported_and_the_next_frame_read() {
        for absurd in ["-2", "two", "0x2", "2, 2", ""] {
            let input = format!("Content-Length: {absurd}\r\n\r\n{{}}Content-Length: 2\r\n\r\n[]");
            assert_eq!(frames(input.as_bytes(), 100), [Frame::Fault(Fault::BadLength), body("[]")], "{absurd}");
        }
    }

    #[test]
    fn a_body_over_the_limit_is_dropped_whole() {
        let too_long = |length| Frame::Fault(Fault::TooLong { length, limit: 100 });
        // The body speaks of a header, as a document about LSP does.
        let text = format!("{{\"text\":\"Content-Length: 3\\r\\n\\r\\n{}\"}}", "x".repeat(9000));
        let input = format!("Content-Length: {}\r\n\r\n{text}Content-Length: 2\r\n\r\n[]", text.len());
        assert_eq!(frames(input.as_bytes(), 100), [too_long(text.len() as u64), body("[]")]);
        let input = b"Content-Length: 99999999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n[]";
        assert_eq!(frames(input, 100), [too_long(u64::MAX), body("[]")]);
        assert_eq!(frames(b"Content-Length: 2\r\n\r\n[]", 2), [body("[]")], "the limit itself is allowed");
    }

    #[test]
    fn a_line_without_end_is_not_kept() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let noise = vec![b'x'; 4 << 20];
            let mut reader = FrameReader::new(&noise[..], BODY_LIMIT);
            assert_eq!(reader.next().await.expect("a slice does not fail"), Some(Frame::Fault(Fault::Garbage)));
            assert_eq!(reader.next().await.expect("a slice does not fail"), None);
            assert!(reader.buffer.capacity() < 64 << 10, "{}", reader.buffer.capacity());
        });
    }

    #[test]
    fn memory_follows_what_came_not_what_was_announced() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let announced = format!("Content-Length: {BODY_LIMIT}\r\n\r\n{{");
            let mut reader = FrameReader::new(announced.as_bytes(), BODY_LIMIT);
            assert_eq!(reader.next().await.expect("a slice does not fail"), None);
            assert!(reader.buffer.capacity() <= 2 * READ_STRIDE, "{}", reader.buffer.capacity());
        });
    }

    #[test]
    fn a_large_body_comes_whole_with_its_neighbours() {
        let large = "x".repeat(3 * LARGE_BODY);
        let input = format!(
            "Content-Length: 2\r\n\r\n{{}}Content-Length: {}\r\n\r\n{large}Content-Length: 2\r\n\r\n[]",
            large.len()
        );
        assert_eq!(run(input.as_bytes(), BODY_LIMIT, input.len()), [body("{}"), body(&large), body("[]")]);
    }
}
