//! When two spellings are the same name.
//!
//! **In:** a name as some article or record spells it. **Out:** the key under which it is looked up.
//! **Never:** a key is not shown to anyone, and its offsets are not those of the text. Folding knows no language and
//! drops no word, blank or punctuation: it forgives what a keyboard, a typesetter or a wire service does to letters.

use std::borrow::Cow;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The key under which names are compared: two names are spelled the same when their keys are equal.
///
/// Each character is
/// 1. decomposed by compatibility (NFKD), and its combining marks (general category M) dropped: `é` is `e`, `ﬁ` is
///    `fi`, a full-width `Ａ` is `A`, a no-break space a space;
/// 2. lower-cased, a final sigma as any other;
/// 3. replaced, if it is one that NFKD leaves whole: see below.
///
/// | from | to |
/// |---|---|
/// | `ø` `ł` `đ` `ð` `ı` | `o` `l` `d` `d` `i` |
/// | `ß` `æ` `œ` `þ` | `ss` `ae` `oe` `th` |
/// | curly apostrophes U+2018, U+2019, U+02BC | `'` |
/// | every character with the property Dash in Unicode 16's `PropList.txt`, the minus sign among them | `-` |
///
/// A fold depends on no neighbor, so the key of two texts set together is their keys set together, and folding a key
/// changes nothing. In scripts that write vowels or voicing as marks (Thai, Devanagari, Japanese), keys are coarser than
/// spellings: what is found under one should be compared again where that matters.
///
/// Text that is ASCII without capitals is its own key and comes back borrowed; all other allocates once or twice.
pub fn fold(text: &str) -> Cow<'_, str> {
    if plain_prefix(text) == text.len() {
        return Cow::Borrowed(text);
    }
    let mut key = String::with_capacity(text.len());
    fold_into(text, &mut key);
    Cow::Owned(key)
}

/// Appends the key of `text`, as [`fold`] makes it, to `key`; for those who fold many names into one buffer.
pub fn fold_into(text: &str, key: &mut String) {
    let mut rest = text;
    loop {
        let (plain, after) = rest.split_at(plain_prefix(rest));
        key.push_str(plain);
        let mut characters = after.chars();
        let Some(character) = characters.next() else {
            return;
        };
        fold_character(character, key);
        rest = characters.as_str();
    }
}

/// How many bytes at the start of `text` are their own key.
fn plain_prefix(text: &str) -> usize {
    let plain = |byte: &u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    text.bytes().position(|byte| !plain(&byte)).unwrap_or(text.len())
}

fn fold_character(character: char, key: &mut String) {
    if character.is_ascii() {
        key.push(character.to_ascii_lowercase());
        return;
    }
    // One character at a time is enough: a normalized string differs from its normalized characters only in the order
    // of combining marks, and those are dropped.
    decompose_compatible(character, |part| {
        if !is_combining_mark(part) {
            for lower in part.to_lowercase() {
                replace_special(lower, key);
            }
        }
    });
}

/// Appends a lower-case character, or what stands for it where NFKD leaves it whole.
fn replace_special(character: char, key: &mut String) {
    let replacement = match character {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => "'",
        dash if is_dash(dash) => "-",
        other => return key.push(other),
    };
    key.push_str(replacement);
}

/// Whether Unicode gives the character the property Dash (`PropList.txt`, version 16).
fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{58a}' // Armenian hyphen
            | '\u{5be}' // Hebrew maqaf
            | '\u{1400}' // Canadian syllabics hyphen
            | '\u{1806}' // Mongolian todo soft hyphen
            | '\u{2010}'..='\u{2015}' // hyphen, no-break hyphen, figure, en and em dash, horizontal bar
            | '\u{2053}' // swung dash
            | '\u{207b}' // superscript minus
            | '\u{208b}' // subscript minus
            | '\u{2212}' // minus sign
            | '\u{2e17}' // double oblique hyphen
            | '\u{2e1a}' // hyphen with diaeresis
            | '\u{2e3a}'..='\u{2e3b}' // two-em and three-em dash
            | '\u{2e40}' // double hyphen
            | '\u{2e5d}' // oblique hyphen
            | '\u{301c}' // wave dash
            | '\u{3030}' // wavy dash
            | '\u{30a0}' // Katakana-Hiragana double hyphen
            | '\u{fe31}'..='\u{fe32}' // vertical em and en dash
            | '\u{fe58}' // small em dash
            | '\u{fe63}' // small hyphen-minus
            | '\u{ff0d}' // full-width hyphen-minus
            | '\u{10d6e}' // Garay hyphen
            | '\u{10ead}' // Yezidi hyphenation mark
    )
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_into};
    use std::borrow::Cow;

    #[test]
    fn accents_and_case_are_forgiven() {
        for (spelled, key) in [
            ("Li Qiang", "li qiang"),
            ("Édouard", "edouard"),
            ("E\u{301}douard", "edouard"),
            ("Nguyễn Phú Trọng", "nguyen phu trong"),
            ("İstanbul", "istanbul"),
            ("ＸＩ", "xi"),
            ("Li\u{a0}Qiang", "li qiang"),
            ("\u{fb01}nance", "finance"),
            ("ΟΔΟΣ", "οδοσ"),
            ("οδός", "οδοσ"),
            ("习近平", "习近平"),
        ] {
            assert_eq!(fold(spelled), key, "{spelled}");
        }
    }

    #[test]
    fn letters_that_do_not_decompose_are_replaced() {
        for (spelled, key) in [
            ("Jørgensen", "jorgensen"),
            ("Ǿ", "o"),
            ("Wałęsa", "walesa"),
            ("Łódź", "lodz"),
            ("Đukanović", "dukanovic"),
            ("Weiß", "weiss"),
            ("WEIẞ", "weiss"),
            ("Æsir", "aesir"),
            ("Œuvre", "oeuvre"),
            ("Yıldız", "yildiz"),
            ("Guðni Þór", "gudni thor"),
        ] {
            assert_eq!(fold(spelled), key, "{spelled}");
        }
    }

    #[test]
    fn apostrophes_and_dashes_are_one_each() {
        for spelled in ["Xi'an", "Xi\u{2019}an", "Xi\u{2018}an", "Xi\u{2bc}an"] {
            assert_eq!(fold(spelled), "xi'an", "{spelled}");
        }
        for dash in "-‐‑‒–—―−⁻₋﹘﹣－〜゠\u{2e3a}\u{fe31}\u{1400}".chars() {
            assert_eq!(fold(&format!("A{dash}B")), "a-b", "U+{:04X}", u32::from(dash));
        }
    }

    #[test]
    fn folded_ascii_is_borrowed() {
        assert!(matches!(fold("li qiang, 2024 -- x'y\r\n"), Cow::Borrowed(_)));
        assert!(matches!(fold(""), Cow::Borrowed("")));
        assert!(matches!(fold("li Qiang"), Cow::Owned(_)));
    }

    #[test]
    fn fold_into_appends() {
        let mut key = String::from("cn/");
        fold_into("Gù Yǔ", &mut key);
        fold_into("-B", &mut key);
        assert_eq!(key, "cn/gu yu-b");
    }

    #[test]
    fn no_character_of_unicode_changes_when_folded_again() {
        for character in '\0'..=char::MAX {
            let spelled = character.to_string();
            let key = fold(&spelled);
            assert_eq!(fold(&key), key, "U+{:04X}", u32::from(character));
        }
    }
}
