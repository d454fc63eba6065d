//! Which title belongs to whom.
//!
//! In: one block's titles and people. Out: for each title the people tied to it and how. A sentence is read as a row of
//! items (people, titles, commas, "and", other words) and the patterns of news English are looked for around each title:
//!
//! ```text
//! T P                 Premier Li Qiang; Ministers P and P
//! T and T P           State Councilor and Foreign Minister Wang Yi
//! P, (also) T         Li Qiang, premier, ...; Xi, also T and T, ...
//! P, P and P, T       ..., secretaries of ...
//! the T, P,           the premier, Li Qiang, said
//! P is (the) T
//! They are all T
//! ```

use super::mention::Tie;
use super::people::PersonSpot;
use super::scan::Scan;
use crate::text::Shape;

/// A title tied to a spot of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attachment {
    /// Index of the block's titles.
    pub title: usize,
    /// Index of all spots.
    pub spot: usize,
    pub tie: Tie,
}

/// What a sentence is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Person(usize),
    Title(usize),
    Comma,
    Semicolon,
    And,
    /// Words that may stand between a name and its title: "also", "the", "currently".
    Filler,
    Is,
    Was,
    They,
    Word,
}

/// Words between a comma and a title that change nothing.
const FILLERS: &[&str] = &[
    "a",
    "all",
    "also",
    "an",
    "both",
    "concurrently",
    "currently",
    "her",
    "his",
    "its",
    "newly",
    "now",
    "one",
    "our",
    "respectively",
    "the",
    "their",
    "who",
];

/// Ties the titles of one block. `spots` are all spots of the article, those of this block at `first..end`.
pub(super) fn attach(scan: &Scan, spots: &[PersonSpot], first: usize, end: usize) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    let mut people_before: Vec<usize> = Vec::new();
    for sentence in &scan.sentences {
        let items = read(scan, spots, first, end, sentence.clone());
        let respectively = sentence.clone().any(|w| scan.word(w).eq_ignore_ascii_case("respectively"));
        let mut row = Row { scan, items: &items, attachments: Vec::new(), people_before: &people_before, respectively };
        row.tie();
        attachments.append(&mut row.attachments);
        people_before = items.iter().filter_map(|i| if let Item::Person(p) = i { Some(*p) } else { None }).collect();
    }
    attachments
}

fn read(scan: &Scan, spots: &[PersonSpot], first: usize, end: usize, sentence: std::ops::Range<usize>) -> Vec<Item> {
    let mut items = Vec::with_capacity(sentence.len());
    let mut at = sentence.start;
    while at < sentence.end {
        if let Ok(spot) = spots[first..end].binary_search_by_key(&at, |s| s.words.start) {
            items.push(Item::Person(first + spot));
            at = spots[first + spot].words.end;
            continue;
        }
        if let Some(title) = scan.title_starting(at) {
            items.push(Item::Title(title));
            at = scan.titles[title].words.end;
            continue;
        }
        let text = scan.word(at);
        let lower = text.to_ascii_lowercase();
        items.push(match lower.as_str() {
            "," => Item::Comma,
            ";" => Item::Semicolon,
            "and" | "&" => Item::And,
            "is" | "are" | "remains" | "serves" => Item::Is,
            "was" | "were" | "became" | "served" => Item::Was,
            "they" => Item::They,
            _ if FILLERS.contains(&lower.as_str()) => Item::Filler,
            _ => Item::Word,
        });
        at += 1;
    }
    items
}

struct Row<'a> {
    scan: &'a Scan<'a>,
    items: &'a [Item],
    attachments: Vec<Attachment>,
    people_before: &'a [usize],
    /// Whether the sentence says "respectively".
    respectively: bool,
}

impl Row<'_> {
    fn item(&self, at: usize) -> Option<Item> {
        self.items.get(at).copied()
    }

    fn add(&mut self, title: usize, spot: usize, tie: Tie) {
        let attachment = Attachment { title, spot, tie };
        if !self.attachments.iter().any(|a| a.title == title && a.spot == spot) {
            self.attachments.push(attachment);
        }
    }

    fn tie(&mut self) {
        let settled = if self.respectively { self.tie_respectively() } else { Vec::new() };
        // names right after a title first: they settle what a comma before the title means
        for at in 0..self.items.len() {
            if let Item::Title(title) = self.items[at]
                && !settled.contains(&title)
            {
                self.tie_forward(at, title);
            }
        }
        for at in 0..self.items.len() {
            if let Item::Title(title) = self.items[at]
                && !self.attachments.iter().any(|a| a.title == title)
                && !settled.contains(&title)
            {
                let _ = self.tie_apposition(at, title)
                    || self.tie_inverted(at, title)
                    || self.tie_verb(at, title)
                    || self.tie_they(at, title);
            }
        }
    }

    /// `T P`, `Ts P, P and P`, and a title that "and" joins to such a one.
    fn tie_forward(&mut self, at: usize, title: usize) {
        let Some(Item::Person(spot)) = self.item(at + 1) else { return };
        if !self.scan.is_followed_closely(self.scan.titles[title].words.end - 1) {
            return;
        }
        self.add(title, spot, Tie::Before);
        if self.scan.titles[title].plural {
            let mut next = at + 2;
            loop {
                let comma = self.item(next) == Some(Item::Comma);
                let and = self.item(next + usize::from(comma)) == Some(Item::And);
                let person = next + usize::from(comma) + usize::from(and);
                match self.item(person) {
                    Some(Item::Person(other)) if comma || and => self.add(title, other, Tie::Before),
                    _ => break,
                }
                next = person + 1;
                if and {
                    break;
                }
            }
        }
        // "State Councilor and Foreign Minister P"; not "the foreign minister and Premier P", who are two people
        if at >= 2
            && self.items[at - 1] == Item::And
            && let Item::Title(other) = self.items[at - 2]
            && !self.attachments.iter().any(|a| a.title == other)
        {
            let (first, second) = (&self.scan.titles[other], &self.scan.titles[title]);
            let before = first.words.start.checked_sub(1).map_or("", |w| self.scan.word(w));
            let of_someone = matches!(before, "the" | "The" | "'s" | "’s" | "a" | "an");
            let has_own_name =
                at >= 4 && self.items[at - 3] == Item::Comma && matches!(self.items[at - 4], Item::Person(_));
            if !has_own_name && !of_someone && first.capitalized == second.capitalized {
                self.add(other, spot, Tie::Before);
            }
        }
    }

    /// `P and P, T and T respectively`: pairs the two lists, and says which titles it has settled, paired or not.
    fn tie_respectively(&mut self) -> Vec<usize> {
        let mut settled = Vec::new();
        let mut at = 0;
        while at < self.items.len() {
            let titles = self.list(at, |item| if let Item::Title(t) = item { Some(t) } else { None });
            if titles.len() < 2 {
                at += 1;
                continue;
            }
            let mut before = at;
            while before > 0 && matches!(self.items[before - 1], Item::Filler | Item::Comma | Item::Is | Item::Was) {
                before -= 1;
            }
            let mut start = before;
            while start > 0 && matches!(self.items[start - 1], Item::Person(_) | Item::Comma | Item::And) {
                start -= 1;
            }
            while start < before && !matches!(self.items[start], Item::Person(_)) {
                start += 1;
            }
            let people = self.list(start, |item| if let Item::Person(p) = item { Some(p) } else { None });
            if start < before && people.len() >= 2 {
                if people.len() == titles.len() {
                    for (title, spot) in titles.iter().zip(&people) {
                        self.add(*title, *spot, Tie::After);
                    }
                }
                settled.extend(titles.iter().copied());
            }
            at += 2 * titles.len() - 1;
        }
        settled
    }

    /// The row of like items joined by commas and "and" that begins at an item.
    fn list(&self, at: usize, pick: impl Fn(Item) -> Option<usize>) -> Vec<usize> {
        let mut found = Vec::new();
        let mut next = at;
        while let Some(one) = self.item(next).and_then(&pick) {
            found.push(one);
            next += 1;
            let joint = next;
            while matches!(self.item(next), Some(Item::Comma | Item::And)) {
                next += 1;
            }
            if next == joint {
                break;
            }
        }
        found
    }

    /// `P, (also) T`, `P, P and P, Ts`, and further titles of the same person after "and" or a comma.
    fn tie_apposition(&mut self, at: usize, title: usize) -> bool {
        let mut comma = at;
        while comma > 0 && self.items[comma - 1] == Item::Filler {
            comma -= 1;
        }
        let Some(mark) = comma.checked_sub(1) else { return false };
        // "and T" or ", T" after a title in apposition or before the name: the same person's
        if matches!(self.items[mark], Item::And | Item::Comma) {
            let before = if mark > 0 && self.items[mark] == Item::And && self.items[mark - 1] == Item::Comma {
                mark - 1
            } else {
                mark
            };
            if let Some(Item::Title(other)) = before.checked_sub(1).and_then(|i| self.item(i)) {
                let holders: Vec<usize> = self
                    .attachments
                    .iter()
                    .filter(|a| a.title == other && matches!(a.tie, Tie::After | Tie::Said | Tie::SaidOfThePast))
                    .map(|a| a.spot)
                    .collect();
                let fits = holders.len() > 1 || !self.scan.titles[title].plural;
                for spot in holders.iter().filter(|_| fits) {
                    self.add(title, *spot, Tie::After);
                }
                if !holders.is_empty() && fits {
                    return true;
                }
            }
        }
        if self.items[mark] != Item::Comma {
            return false;
        }
        let Some(Item::Person(spot)) = mark.checked_sub(1).and_then(|i| self.item(i)) else { return false };
        if !self.scan.titles[title].plural {
            self.add(title, spot, Tie::After);
            return true;
        }
        // back over "P, P and P"
        let mut spots = vec![spot];
        let mut last = mark - 1;
        loop {
            let mut joint = last;
            while joint > 0 && matches!(self.items[joint - 1], Item::Comma | Item::And) {
                joint -= 1;
            }
            match joint.checked_sub(1).and_then(|i| self.item(i)) {
                Some(Item::Person(other)) if joint < last => {
                    spots.push(other);
                    last = joint - 1;
                }
                _ => break,
            }
        }
        // a plural after one name is a verb, or someone else's title: "Xi Jinping, ..., chairs a meeting"
        let several = spots.len() > 1;
        for spot in spots.into_iter().rev().filter(|_| several) {
            self.add(title, spot, Tie::After);
        }
        several
    }

    /// `the T, P,` and `the T, P.`
    fn tie_inverted(&mut self, at: usize, title: usize) -> bool {
        let phrase = &self.scan.titles[title];
        let with_article = phrase.words.start > 0
            && matches!(self.scan.word(phrase.words.start - 1), "the" | "The" | "its" | "their")
            || phrase.words.clone().any(|w| self.scan.words[w].shape == Shape::Possessive);
        if !with_article || phrase.plural || self.item(at + 1) != Some(Item::Comma) {
            return false;
        }
        let Some(Item::Person(spot)) = self.item(at + 2) else { return false };
        if !matches!(self.item(at + 3), None | Some(Item::Comma | Item::Word | Item::Was | Item::Is)) {
            return false;
        }
        self.add(title, spot, Tie::Inverted);
        true
    }

    /// `P is (also) (the) T`
    fn tie_verb(&mut self, at: usize, title: usize) -> bool {
        let mut verb = at;
        while verb > 0 && self.items[verb - 1] == Item::Filler {
            verb -= 1;
        }
        // "P is T", "P, who is T"
        let mut name = verb.saturating_sub(1);
        while name > 0 && matches!(self.items[name - 1], Item::Filler | Item::Comma) {
            name -= 1;
        }
        let Some(Item::Person(spot)) = name.checked_sub(1).and_then(|i| self.item(i)) else { return false };
        if verb == 0 {
            return false;
        }
        let tie = match self.items[verb - 1] {
            Item::Is => Tie::Said,
            Item::Was => Tie::SaidOfThePast,
            _ => return false,
        };
        self.add(title, spot, tie);
        true
    }

    /// `They are all Ts`: the people of the sentence before.
    fn tie_they(&mut self, at: usize, title: usize) -> bool {
        let mut verb = at;
        while verb > 0 && self.items[verb - 1] == Item::Filler {
            verb -= 1;
        }
        if !self.scan.titles[title].plural
            || verb < 2
            || self.items[verb - 1] != Item::Is
            || self.items[verb - 2] != Item::They
        {
            return false;
        }
        for spot in self.people_before.iter().copied() {
            self.add(title, spot, Tie::They);
        }
        !self.people_before.is_empty()
    }
}
