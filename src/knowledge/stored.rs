//! The flat form in which knowledge is kept: rows of numbers, and texts that they point into.
//!
//! In: rows and texts while packs are read. Out: tables that are looked up where they lie. The embedded packs' tables are
//! made at build time and lie in the program, so that starting reads and allocates nothing; a table that a workspace's packs
//! add to is copied first. Numbers are little-endian 32-bit, so a built table fits any machine; no row has padding.

use std::borrow::Cow;

use zerocopy::little_endian::U32;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// What a table's rows are made of: plain numbers without padding.
pub trait Row: FromBytes + IntoBytes + Immutable + KnownLayout + Unaligned + Copy + std::fmt::Debug + 'static {}

impl<T: FromBytes + IntoBytes + Immutable + KnownLayout + Unaligned + Copy + std::fmt::Debug + 'static> Row for T {}

/// The number that stands for none.
const NONE: u32 = u32::MAX;

/// A number that may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(transparent)]
pub struct Maybe(U32);

impl Maybe {
    pub fn new(number: Option<u32>) -> Maybe {
        Maybe(U32::new(number.unwrap_or(NONE)))
    }

    pub fn get(self) -> Option<u32> {
        Some(self.0.get()).filter(|n| *n != NONE)
    }
}

/// A text of an [`Arena`]: its first byte and its length in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct Text {
    start: U32,
    length: U32,
}

/// A run of rows of another table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct Run {
    start: U32,
    length: U32,
}

impl Run {
    /// The rows with these indices.
    pub fn over(range: std::ops::Range<usize>) -> Run {
        Run { start: U32::new(range.start as u32), length: U32::new(range.len() as u32) }
    }

    /// The indices of its rows.
    pub fn range(self) -> std::ops::Range<usize> {
        let start = self.start.get() as usize;
        start..start + self.length.get() as usize
    }
}

/// Rows of one kind, by number from 0.
#[derive(Clone, Debug)]
pub struct Rows<T: Row>(Cow<'static, [T]>);

impl<T: Row> Default for Rows<T> {
    fn default() -> Self {
        Rows(Cow::Borrowed(&[]))
    }
}

impl<T: Row> std::ops::Deref for Rows<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Row> Rows<T> {
    /// Adds a row and says its number.
    pub fn push(&mut self, row: T) -> u32 {
        let rows = self.0.to_mut();
        rows.push(row);
        rows.len() as u32 - 1
    }

    /// Adds rows that belong together.
    pub fn extend(&mut self, more: impl IntoIterator<Item = T>) -> Run {
        let rows = self.0.to_mut();
        let start = rows.len();
        rows.extend(more);
        Run::over(start..rows.len())
    }

    /// The rows, to be changed. Copies those that lie in the program.
    pub fn change(&mut self) -> &mut Vec<T> {
        self.0.to_mut()
    }
}

/// The texts of a table, one after another.
#[derive(Clone, Debug, Default)]
pub struct Arena(Cow<'static, str>);

impl Arena {
    /// Adds a text.
    pub fn add(&mut self, text: &str) -> Text {
        if text.is_empty() {
            return Text::default();
        }
        let start = self.0.len() as u32;
        self.0.to_mut().push_str(text);
        Text { start: U32::new(start), length: U32::new(text.len() as u32) }
    }

    /// The text.
    pub fn get(&self, text: Text) -> &str {
        let start = text.start.get() as usize;
        &self.0[start..start + text.length.get() as usize]
    }

    /// The text, or `None` where it is empty.
    pub fn get_some(&self, text: Text) -> Option<&str> {
        (text.length.get() > 0).then(|| self.get(text))
    }
}

/// Several texts of a record, such as its aliases.
#[derive(Clone, Copy)]
pub struct Texts<'k> {
    arena: &'k Arena,
    texts: &'k [Text],
}

impl<'k> Texts<'k> {
    pub(super) fn new(arena: &'k Arena, texts: &'k [Text]) -> Texts<'k> {
        Texts { arena, texts }
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.texts.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.texts.is_empty()
    }

    /// The first one.
    pub fn first(self) -> Option<&'k str> {
        self.iter().next()
    }

    /// All of them in one text, with `between` between them.
    pub fn join(self, between: &str) -> String {
        self.iter().collect::<Vec<_>>().join(between)
    }

    /// All of them, in the order in which the pack has them.
    pub fn iter(self) -> impl ExactSizeIterator<Item = &'k str> + Clone {
        self.texts.iter().map(move |t| self.arena.get(*t))
    }
}

impl std::fmt::Debug for Texts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
struct Slot {
    hash: U32,
    number: Maybe,
}

const EMPTY: Slot = Slot { hash: U32::ZERO, number: Maybe(U32::new(NONE)) };

/// From texts to numbers: a key's number counts the keys in the order in which they came.
///
/// An open-addressing hash table, at most half full; a look-up that fails mostly touches one slot.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    arena: Arena,
    keys: Rows<Text>,
    slots: Rows<Slot>,
}

impl Keys {
    /// The number of a key.
    pub fn get(&self, key: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let hash = hash(key);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = &self.slots[at];
            let number = slot.number.get()?;
            if slot.hash.get() == hash && self.key(number) == key {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of a key, which is added if it is new.
    pub fn add(&mut self, key: &str) -> u32 {
        if let Some(number) = self.get(key) {
            return number;
        }
        let text = self.arena.add(key);
        let number = self.keys.push(text);
        if self.keys.len() * 2 > self.slots.len() {
            self.grow();
        } else {
            put(self.slots.change(), hash(key), number);
        }
        number
    }

    fn grow(&mut self) {
        let mut slots = vec![EMPTY; (self.keys.len() * 2).next_power_of_two().max(8)];
        for (number, text) in self.keys.iter().enumerate() {
            put(&mut slots, hash(self.arena.get(*text)), number as u32);
        }
        *self.slots.change() = slots;
    }

    /// The key with a number.
    pub fn key(&self, number: u32) -> &str {
        self.arena.get(self.keys[number as usize])
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }
}

fn put(slots: &mut [Slot], hash: u32, number: u32) {
    let mask = slots.len() - 1;
    let mut at = hash as usize & mask;
    while slots[at].number.get().is_some() {
        at = (at + 1) & mask;
    }
    slots[at] = Slot { hash: U32::new(hash), number: Maybe::new(Some(number)) };
}

/// The hash under which keys are stored. Part of the stored form, so it must not differ between machines or builds:
/// eight bytes at a time, xor and multiply, as FxHash does, folded to 32 bits.
fn hash(key: &str) -> u32 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = key.as_bytes().as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let mut state = key.len() as u64;
    for word in words.iter().chain([&last]) {
        state = (state.rotate_left(23) ^ u64::from_le_bytes(*word)).wrapping_mul(MULTIPLIER);
    }
    (state >> 32) as u32 ^ state as u32
}

/// Collects what is stored: all rows in one buffer, all texts in another.
#[derive(Debug, Default)]
pub struct Writer {
    pub bytes: Vec<u8>,
    pub text: String,
}

/// Takes it apart again, in the same order.
#[derive(Debug)]
pub struct Reader {
    pub bytes: &'static [u8],
    pub text: &'static str,
}

impl Reader {
    fn length(&mut self) -> usize {
        let (number, rest) = U32::ref_from_prefix(self.bytes).expect("stored by the same build");
        self.bytes = rest;
        number.get() as usize
    }
}

/// What can be kept in the program.
pub trait Stored {
    fn write(&self, to: &mut Writer);

    /// What [`Stored::write`] wrote. Takes the same time for any length.
    fn read(from: &mut Reader) -> Self;
}

impl<T: Row> Stored for Rows<T> {
    fn write(&self, to: &mut Writer) {
        to.bytes.extend((self.len() as u32).to_le_bytes());
        to.bytes.extend(self.0.as_bytes());
    }

    fn read(from: &mut Reader) -> Self {
        let length = from.length();
        let (rows, rest) = <[T]>::ref_from_prefix_with_elems(from.bytes, length).expect("stored by the same build");
        from.bytes = rest;
        Rows(Cow::Borrowed(rows))
    }
}

impl Stored for Arena {
    fn write(&self, to: &mut Writer) {
        to.bytes.extend((self.0.len() as u32).to_le_bytes());
        to.text.push_str(&self.0);
    }

    fn read(from: &mut Reader) -> Self {
        let length = from.length();
        let (text, rest) = from.text.split_at(length);
        from.text = rest;
        Arena(Cow::Borrowed(text))
    }
}

/// A struct that is stored field by field.
macro_rules! stored {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::knowledge::stored::Stored for $name {
            fn write(&self, to: &mut $crate::knowledge::stored::Writer) {
                $($crate::knowledge::stored::Stored::write(&self.$field, to);)*
            }

            fn read(from: &mut $crate::knowledge::stored::Reader) -> Self {
                $(let $field = $crate::knowledge::stored::Stored::read(from);)*
                $name { $($field),* }
            }
        }
    };
}
pub(super) use stored;

stored!(Keys { arena, keys, slots });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_numbers_of_keys() {
        let mut keys = Keys::default();
        let all: Vec<String> = (0..500).map(|n| format!("key {n}")).collect();
        for (n, key) in all.iter().enumerate() {
            assert_eq!(keys.get(key), None);
            assert_eq!(keys.add(key), n as u32);
        }
        assert_eq!(keys.add("key 7"), 7);
        assert!(all.iter().enumerate().all(|(n, key)| keys.get(key) == Some(n as u32)));
        assert_eq!((keys.len(), keys.get(""), keys.get("key 500")), (500, None, None));
    }

    #[test]
    fn reads_what_it_wrote_and_grows_a_copy() {
        let mut keys = Keys::default();
        for key in ["Changsha", "München", "长沙"] {
            keys.add(key);
        }
        let mut writer = Writer::default();
        keys.write(&mut writer);
        let mut reader = Reader { bytes: writer.bytes.leak(), text: writer.text.leak() };
        let mut again = Keys::read(&mut reader);
        assert_eq!((reader.bytes.len(), reader.text), (0, ""));
        assert_eq!(again.get("长沙"), Some(2));
        again.add("Xi'an");
        assert_eq!((again.get("Xi'an"), again.get("München"), again.len()), (Some(3), Some(1), 4));
    }
}
