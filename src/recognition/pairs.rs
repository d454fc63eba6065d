//! Lists that "respectively" pairs.
//!
//! In: one block with its people and places. Out: the two lists around each "respectively", in the order of the text. A list
//! is a row of names of one kind joined by commas and "and"; lists of other things are left alone, since nobody could say
//! what their elements are without reading them.

use std::ops::Range;

use super::scan::Scan;

/// What an element of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementKind {
    Person,
    Place,
    /// A capitalized name without a record.
    Name,
}

/// A name that can stand in a list.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub words: Range<usize>,
    pub kind: ElementKind,
    /// Where the list may go on: after the generic word of a place.
    pub end: usize,
}

/// Two paired lists, as indices of elements; `word` is "respectively".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pairing {
    pub word: usize,
    pub first: Vec<usize>,
    pub second: Vec<usize>,
}

/// Finds the pairings of one block. `elements` are in text order.
pub(super) fn find(scan: &Scan, elements: &[Element]) -> Vec<Pairing> {
    let mut pairings = Vec::new();
    for sentence in &scan.sentences {
        let said = sentence.clone().filter(|w| scan.word(*w).eq_ignore_ascii_case("respectively"));
        for word in said {
            let lists = lists(scan, elements, sentence);
            if let Some(pairing) = pair(scan, elements, word, &lists) {
                pairings.push(pairing);
            }
        }
    }
    pairings
}

/// The rows of two or more elements of a sentence.
fn lists(scan: &Scan, elements: &[Element], sentence: &Range<usize>) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    let inside = (0..elements.len()).filter(|e| sentence.contains(&elements[*e].words.start));
    for element in inside {
        let joined = open
            && lists.last().and_then(|l| l.last()).is_some_and(|last| {
                let between = elements[*last].end..elements[element].words.start;
                same_kind(elements[*last].kind, elements[element].kind) && is_joint(scan, between)
            });
        if joined {
            if let Some(list) = lists.last_mut() {
                list.push(element);
            }
        } else {
            lists.push(vec![element]);
        }
        // "and" before an element closes its list
        let before = elements[element].words.start.checked_sub(1).map(|w| scan.word(w));
        open = !(joined && before == Some("and"));
    }
    lists.retain(|l| l.len() >= 2);
    lists
}

fn same_kind(a: ElementKind, b: ElementKind) -> bool {
    // a name without a record may be anything that its neighbors are
    a == b || a == ElementKind::Name || b == ElementKind::Name
}

/// Whether only a comma, "and", or both stand between, with an article at most.
fn is_joint(scan: &Scan, between: Range<usize>) -> bool {
    !between.is_empty() && between.len() <= 3 && between.clone().all(|w| matches!(scan.word(w), "," | "and" | "the"))
}

/// The two lists nearest to the word: one that ends before it and the other on the far side or right after it.
fn pair(scan: &Scan, elements: &[Element], word: usize, lists: &[Vec<usize>]) -> Option<Pairing> {
    let start = |l: &Vec<usize>| elements[l[0]].words.start;
    let end = |l: &Vec<usize>| l.last().map_or(0, |e| elements[*e].end);
    let before: Vec<&Vec<usize>> = lists.iter().filter(|l| end(l) <= word).collect();
    let after = lists.iter().find(|l| start(l) > word);
    // "... and N respectively.": the word closes its clause, and both lists lie before it
    let closes = matches!(scan.word(word + 1), "." | "," | ";" | "");
    let last = before.last()?;
    let near = word - end(last) <= 2;
    if closes && near {
        let second_last = before.len().checked_sub(2).map(|i| before[i])?;
        return Some(Pairing { word, first: second_last.clone(), second: (*last).clone() });
    }
    let after = after?;
    // "A and B are respectively heads of C and D", "secretaries respectively of C and D"
    (start(after) - word <= 8).then(|| Pairing { word, first: (*last).clone(), second: after.clone() })
}
