//! Article x Knowledge -> mentions. Pure: the same text and knowledge always give the same [`Recognition`].
//!
//! It goes in two steps. `scan` reads each block alone: words, names, titles, dates. Then the article is put together:
//! people (full names, names without a record, surnames), which title belongs to whom, places, lists that "respectively"
//! pairs, titles that stand for a person. Each mention keeps the reasons for which it was taken and linked.

mod attach;
mod dates;
mod mention;
mod offices;
mod pairs;
mod people;
mod places;
mod scan;

use std::ops::Range;

pub use mention::{
    ArticlePerson, Containment, DateMention, Holding, ListElement, Mention, MentionKind, Reason, Recognition,
    RegionPhrase, Respectively, Tie, TitleMention,
};

use crate::article::{Article, Block, BlockKind};
use crate::knowledge::titles::TitlePhrase;
use crate::knowledge::{Entity, Knowledge, NameForm, NameScratch, OfficeId, PlaceId};
use crate::text::Span;
use attach::Attachment;
use pairs::{Element, ElementKind};
use people::PersonSpot;
use places::Places;
use rustc_hash::FxHashMap;
use scan::Scan;

/// Recognizes what an article names. `text` is the text that `article` was read from.
pub fn recognize(text: &str, article: &Article, knowledge: &Knowledge) -> Recognition {
    let mut scratch = NameScratch::default();
    let dateline = article.dateline.as_ref().map(|d| d.span);
    let blocks: Vec<&Block> = article.blocks.iter().filter(|b| b.kind.is_read()).collect();
    let kinds: Vec<BlockKind> = blocks.iter().map(|b| b.kind).collect();
    let scans: Vec<Scan> = blocks.iter().map(|b| Scan::new(text, b, dateline, knowledge, &mut scratch)).collect();
    let date = article.date.map(|d| d.day);
    let (spots, people) = people::find(text, article, &kinds, &scans, knowledge, date);
    let places = places::find(&scans, &spots, knowledge);
    let mut builder =
        Builder { text, article, knowledge, scans: &scans, out: Recognition { people, ..Recognition::default() } };
    builder.build(&kinds, &spots, &places);
    builder.out
}

/// Which mention a thing found became: by scan and first word.
type MentionOf = FxHashMap<(usize, usize, MentionKind), usize>;

struct Builder<'a> {
    text: &'a str,
    article: &'a Article,
    knowledge: &'a Knowledge,
    scans: &'a [Scan<'a>],
    out: Recognition,
}

impl Builder<'_> {
    fn build(&mut self, kinds: &[BlockKind], spots: &[PersonSpot], places: &Places) {
        let attached: Vec<Vec<Attachment>> = self
            .scans
            .iter()
            .enumerate()
            .map(|(number, scan)| {
                let range = spots_of(spots, number);
                attach::attach(scan, spots, range.start, range.end)
            })
            .collect();

        // mentions are made unordered and then sorted, so that what refers to them is filled in by their keys
        let mut made: Vec<((usize, usize, MentionKind), Mention)> = Vec::new();
        for spot in spots {
            let person = &self.out.people[spot.person];
            let span = self.scans[spot.scan].span(&spot.words);
            let mut mention = self.mention(span, MentionKind::Person, person.record.map(Entity::Person), &person.name);
            mention.person = Some(spot.person);
            mention.reasons.clone_from(&spot.reasons);
            made.push(((spot.scan, spot.words.start, MentionKind::Person), mention));
        }
        for spot in &places.spots {
            let span = self.scans[spot.scan].span(&spot.words);
            let entity = Entity::Place(spot.place);
            let mut mention = self.mention(span, MentionKind::Place, Some(entity), self.knowledge.name(entity));
            mention.demonym = spot.demonym;
            mention.reasons.clone_from(&spot.reasons);
            made.push(((spot.scan, spot.words.start, MentionKind::Place), mention));
        }
        for (number, scan) in self.scans.iter().enumerate() {
            self.organizations_and_terms(number, scan, spots, places, &mut made);
            for spot in &scan.dates {
                let span = scan.span(&spot.words);
                let value = dates::value(spot, self.article.date.map(|d| d.day));
                let name = value.as_ref().map_or_else(|| span.slice(self.text).to_owned(), |(v, _)| v.to_string());
                let mut mention = self.mention(span, MentionKind::Date, None, &name);
                mention.reasons.extend(value.map(|(_, reason)| reason));
                made.push(((number, spot.words.start, MentionKind::Date), mention));
            }
            let mut titled: Vec<usize> = attached[number].iter().map(|a| a.title).collect();
            titled.dedup();
            titled.sort_unstable();
            titled.dedup();
            for title in titled {
                let phrase = &scan.titles[title];
                let mention = self.mention(scan.span(&phrase.words), MentionKind::Title, None, "");
                made.push(((number, phrase.words.start, MentionKind::Title), mention));
            }
        }
        made.sort_by_key(|(_, m)| (m.span.start, std::cmp::Reverse(m.span.end), m.kind != MentionKind::Title));
        let of: MentionOf = made.iter().enumerate().map(|(index, (key, _))| (*key, index)).collect();
        self.out.mentions = made.into_iter().map(|(_, m)| m).collect();

        for (number, scan) in self.scans.iter().enumerate() {
            self.dates(number, scan, &of);
            self.titles(number, scan, spots, places, &attached[number], &of);
        }
        self.nestings(places, &of);
        self.anaphors(kinds, &attached);
        self.number_people();
    }

    fn mention(&self, span: Span, kind: MentionKind, entity: Option<Entity>, name: &str) -> Mention {
        Mention {
            span,
            kind,
            entity,
            name: name.into(),
            person: None,
            title: None,
            date: None,
            quoted: self.article.is_quoted(span),
            demonym: false,
            anaphor: false,
            reasons: Vec::new(),
        }
    }

    fn organizations_and_terms(
        &self,
        number: usize,
        scan: &Scan,
        spots: &[PersonSpot],
        places: &Places,
        made: &mut Vec<((usize, usize, MentionKind), Mention)>,
    ) {
        for hit in scan.hits.all() {
            let people = &spots[spots_of(spots, number)];
            let person = people.partition_point(|s| s.words.end <= hit.start);
            let taken = people.get(person).is_some_and(|s| s.words.contains(&hit.start))
                || places.at(number, hit.start).is_some_and(|p| !places.spots[p].demonym);
            if taken {
                continue;
            }
            let found = hit.uses.iter().find(|u| matches!(u.entity(), Entity::Organization(_) | Entity::Term(_)));
            let Some(found) = found else { continue };
            // "Congress" in "Party Congress", "Council" in "Gulf Council": the end of a longer name
            let tail_of_longer = hit.end - hit.start == 1
                && hit.start > 0
                && scan.is_followed_closely(hit.start - 1)
                && scan.is_unknown_capital(hit.start - 1)
                && !scan.opens_sentence(hit.start - 1)
                && !scan.title_case;
            if tail_of_longer {
                continue;
            }
            let kind =
                if matches!(found.entity(), Entity::Term(_)) { MentionKind::Term } else { MentionKind::Organization };
            let span = scan.span(&(hit.start..hit.end));
            let mut mention = self.mention(span, kind, Some(found.entity()), self.knowledge.name(found.entity()));
            mention.reasons.push(if found.form() == NameForm::Name { Reason::Name } else { Reason::Alias });
            made.push(((number, hit.start, kind), mention));
        }
    }

    fn dates(&mut self, number: usize, scan: &Scan, of: &MentionOf) {
        for spot in &scan.dates {
            let Some(&mention) = of.get(&(number, spot.words.start, MentionKind::Date)) else { continue };
            let word = |index: usize| scan.span(&(index..index + 1));
            self.out.mentions[mention].date = Some(self.out.dates.len());
            self.out.dates.push(DateMention {
                mention,
                value: dates::value(spot, self.article.date.map(|d| d.day)).map(|(v, _)| v),
                weekday: spot.weekday.map(|(w, index)| (w, word(index))),
                day: spot.day.map(|(d, index)| (d, word(index))),
                month: spot.month,
                year: spot.year,
            });
        }
    }

    fn titles(
        &mut self,
        number: usize,
        scan: &Scan,
        spots: &[PersonSpot],
        places: &Places,
        attached: &[Attachment],
        of: &MentionOf,
    ) {
        let elements = elements(number, scan, spots, places);
        let pairings = pairs::find(scan, &elements);
        let title_start = self.out.titles.len();
        for title in 0..scan.titles.len() {
            let phrase = &scan.titles[title];
            let ties: Vec<&Attachment> = attached.iter().filter(|a| a.title == title).collect();
            let Some(&mention) = of.get(&(number, phrase.words.start, MentionKind::Title)) else { continue };
            if ties.is_empty() {
                continue;
            }
            let mut holdings = Vec::with_capacity(ties.len());
            for tie in ties {
                let spot = &spots[tie.spot];
                let paired = pairings.iter().find_map(|p| paired_place(&elements, p, spot, places, number));
                let record = self.out.people[spot.person].record;
                let place = paired.map(|p| places.spots[p].place);
                let date = self.article.date.map(|d| d.day);
                let offices = offices::offices(phrase, place, record, date, self.knowledge);
                let Some(&person_mention) = of.get(&(number, spot.words.start, MentionKind::Person)) else { continue };
                let paired_place =
                    paired.and_then(|p| of.get(&(number, places.spots[p].words.start, MentionKind::Place)).copied());
                let listed = |l: &[usize]| {
                    l.iter().any(|e| elements[*e].kind == ElementKind::Person && elements[*e].words == spot.words)
                };
                let in_pairing = pairings.iter().any(|p| listed(&p.first) || listed(&p.second));
                holdings.push(Holding {
                    person: spot.person,
                    mention: person_mention,
                    tie: tie.tie,
                    offices,
                    paired_place,
                    in_pairing,
                });
                self.out.people[spot.person].official = true;
            }
            let certain = match &holdings[..] {
                [first, rest @ ..] if rest.iter().all(|h| h.offices.first() == first.offices.first()) => {
                    first.offices.first().copied()
                }
                _ => None,
            };
            let reason = match holdings.first().map(|h| h.tie) {
                Some(Tie::After) => Reason::TitleAfter,
                Some(Tie::Inverted) => Reason::TitleInverted,
                Some(Tie::Said | Tie::SaidOfThePast) => Reason::TitleSaid,
                Some(Tie::They) => Reason::TitleOfThey,
                Some(Tie::Before) | None => Reason::TitleBefore,
            };
            let name = self.title_name(certain, scan, phrase.words.clone());
            let entry = &mut self.out.mentions[mention];
            entry.entity = certain.map(Entity::Office);
            entry.name = name;
            entry.title = Some(self.out.titles.len());
            entry.reasons.push(reason);
            self.out.titles.push(TitleMention {
                mention,
                status: phrase.status,
                core: phrase.core.as_str().into(),
                has_jurisdiction: !phrase.jurisdictions.is_empty(),
                has_complement: !phrase.complement.is_empty(),
                plural: phrase.plural,
                holdings,
            });
        }
        for pairing in pairings {
            let element = |index: &usize| {
                let element = &elements[*index];
                let kind = match element.kind {
                    ElementKind::Person => MentionKind::Person,
                    _ => MentionKind::Place,
                };
                ListElement {
                    span: scan.span(&element.words),
                    mention: of.get(&(number, element.words.start, kind)).copied(),
                }
            };
            let (first, second): (Vec<_>, Vec<_>) =
                (pairing.first.iter().map(element).collect(), pairing.second.iter().map(element).collect());
            let title = (title_start..self.out.titles.len()).find(|t| {
                let holdings = &self.out.titles[*t].holdings;
                let listed = |l: &[ListElement]| {
                    l.iter().filter(|e| holdings.iter().any(|h| Some(h.mention) == e.mention)).count()
                };
                listed(&first).max(listed(&second)) >= 2
            });
            let word = scan.span(&(pairing.word..pairing.word + 1));
            self.out.respectively.push(Respectively { word, first, second, title });
        }
    }

    /// What a title is called: its office's full title, or its own words.
    fn title_name(&self, office: Option<OfficeId>, scan: &Scan, words: Range<usize>) -> Box<str> {
        match office {
            Some(office) => self.knowledge.office_title(office).into(),
            None => scan.span(&words).slice(self.text).into(),
        }
    }

    fn nestings(&mut self, places: &Places, of: &MentionOf) {
        let key = |spot: usize| {
            let spot = &places.spots[spot];
            of.get(&(spot.scan, spot.words.start, MentionKind::Place)).copied()
        };
        for nesting in &places.nestings {
            let (Some(inner), Some(outer)) = (key(nesting.inner), key(nesting.outer)) else { continue };
            let (small, large) = (&places.spots[nesting.inner], &places.spots[nesting.outer]);
            let scan = &self.scans[small.scan];
            let start = small.words.start.min(large.words.start);
            let end = small.end_with_generic.max(large.end_with_generic);
            let span = scan.span(&(start..end));
            self.out.containments.push(Containment { inner, outer, candidates: small.candidates.clone(), span });
        }
        for compass in &places.compasses {
            let Some(place) = key(compass.spot) else { continue };
            let compass = self.scans[compass.scan].span(&(compass.word..compass.word + 1));
            self.out.regions.push(RegionPhrase { compass, place });
        }
    }

    /// "the premier said": a title that stands for the one person whom the article gives it.
    fn anaphors(&mut self, kinds: &[BlockKind], attached: &[Vec<Attachment>]) {
        let mut found: Vec<(Mention, TitleMention)> = Vec::new();
        let mut by_core: FxHashMap<Box<str>, Vec<usize>> = FxHashMap::default();
        for (index, title) in self.out.titles.iter().enumerate().filter(|(_, t)| t.status.is_none()) {
            by_core.entry(title.core.clone()).or_default().push(index);
        }
        for (number, scan) in self.scans.iter().enumerate() {
            for (index, phrase) in scan.titles.iter().enumerate() {
                let free = !attached[number].iter().any(|a| a.title == index);
                let article = phrase.words.start > 0 && matches!(scan.word(phrase.words.start - 1), "the" | "The");
                let in_headline = kinds[number] == BlockKind::Headline && !phrase.jurisdictions.is_empty();
                if !free || !(article || in_headline) || phrase.plural || phrase.status.is_some() {
                    continue;
                }
                let Some(candidates) = by_core.get(phrase.core.as_str()) else { continue };
                let Some((person, of, offices)) = self.stands_for(phrase, candidates) else { continue };
                let name = &self.out.people[person].name;
                let entity = offices.first().copied().map(Entity::Office);
                let mut mention = self.mention(scan.span(&phrase.words), MentionKind::Title, entity, name);
                mention.anaphor = true;
                mention.name = self.title_name(offices.first().copied(), scan, phrase.words.clone());
                let titled = self.out.titles[of].mention;
                mention.reasons.push(Reason::TitleStandsFor(self.out.mentions[titled].span));
                let holder = self.out.titles[of].holdings.first().map_or(titled, |h| h.mention);
                let holdings = vec![Holding {
                    person,
                    mention: holder,
                    tie: Tie::Said,
                    offices,
                    paired_place: None,
                    in_pairing: false,
                }];
                found.push((
                    mention,
                    TitleMention {
                        mention: 0,
                        status: None,
                        core: phrase.core.as_str().into(),
                        has_jurisdiction: !phrase.jurisdictions.is_empty(),
                        has_complement: !phrase.complement.is_empty(),
                        plural: false,
                        holdings,
                    },
                ));
            }
        }
        self.insert(found);
    }

    /// The person of the article, the title given, and its offices, that a title without a name stands for. `candidates`
    /// are the titles given with the same core.
    fn stands_for(&self, phrase: &TitlePhrase, candidates: &[usize]) -> Option<(usize, usize, Vec<OfficeId>)> {
        let mut one: Option<(usize, usize, &[OfficeId])> = None;
        for index in candidates {
            for holding in &self.out.titles[*index].holdings {
                if !phrase.jurisdictions.is_empty() || !phrase.complement.is_empty() {
                    let office = holding.offices.first()?;
                    let fits = phrase.jurisdictions.is_empty()
                        || offices::jurisdiction(self.knowledge, *office)
                            .is_some_and(|j| phrase.jurisdictions.contains(&j));
                    if !fits {
                        continue;
                    }
                }
                match &one {
                    Some((person, ..)) if *person != holding.person => return None,
                    Some(_) => {}
                    None => one = Some((holding.person, *index, &holding.offices)),
                }
            }
        }
        one.map(|(person, index, offices)| (person, index, offices.to_vec()))
    }

    /// Puts further mentions of titles in their places and renumbers what comes after each.
    fn insert(&mut self, found: Vec<(Mention, TitleMention)>) {
        if found.is_empty() {
            return;
        }
        let key = |m: &Mention| (m.span.start, std::cmp::Reverse(m.span.end), m.kind != MentionKind::Title);
        let old = std::mem::take(&mut self.out.mentions);
        let mut merged: Vec<(Option<usize>, Mention, Option<TitleMention>)> =
            Vec::with_capacity(old.len() + found.len());
        merged.extend(old.into_iter().enumerate().map(|(index, m)| (Some(index), m, None)));
        merged.extend(found.into_iter().map(|(m, title)| (None, m, Some(title))));
        merged.sort_by_key(|(_, m, _)| key(m));
        let mut moved = vec![0; merged.len()];
        for (now, (before, ..)) in merged.iter().enumerate() {
            if let Some(before) = before {
                moved[*before] = now;
            }
        }
        let move_on = |index: &mut usize| *index = moved[*index];
        for title in &mut self.out.titles {
            move_on(&mut title.mention);
            title.holdings.iter_mut().for_each(|h| {
                move_on(&mut h.mention);
                h.paired_place.iter_mut().for_each(move_on);
            });
        }
        self.out.dates.iter_mut().for_each(|d| move_on(&mut d.mention));
        self.out.regions.iter_mut().for_each(|r| move_on(&mut r.place));
        self.out.containments.iter_mut().for_each(|c| {
            move_on(&mut c.inner);
            move_on(&mut c.outer);
        });
        for pairing in &mut self.out.respectively {
            pairing.first.iter_mut().chain(&mut pairing.second).for_each(|e| e.mention.iter_mut().for_each(move_on));
        }
        for (now, (_, mut mention, title)) in merged.into_iter().enumerate() {
            if let Some(mut title) = title {
                title.holdings.iter_mut().for_each(|h| move_on(&mut h.mention));
                mention.title = Some(self.out.titles.len());
                title.mention = now;
                self.out.titles.push(title);
            }
            self.out.mentions.push(mention);
        }
    }

    fn number_people(&mut self) {
        for (index, mention) in self.out.mentions.iter().enumerate() {
            if let Some(person) = mention.person {
                self.out.people[person].mentions.push(index);
            }
        }
    }
}

fn spots_of(spots: &[PersonSpot], scan: usize) -> Range<usize> {
    spots.partition_point(|s| s.scan < scan)..spots.partition_point(|s| s.scan <= scan)
}

/// The people, places and other capitalized names of a block that can stand in a list, in order.
fn elements(number: usize, scan: &Scan, spots: &[PersonSpot], places: &Places) -> Vec<Element> {
    if !scan.sentences.iter().any(|s| s.clone().any(|w| scan.word(w).eq_ignore_ascii_case("respectively"))) {
        return Vec::new();
    }
    let mut elements: Vec<Element> = Vec::new();
    for spot in &spots[spots_of(spots, number)] {
        elements.push(Element { words: spot.words.clone(), kind: ElementKind::Person, end: spot.words.end });
    }
    for spot in places.spots[places.of(number)].iter().filter(|p| !p.demonym) {
        elements.push(Element { words: spot.words.clone(), kind: ElementKind::Place, end: spot.end_with_generic });
    }
    let mut at = 0;
    while at < scan.words.len() {
        let taken = |w: usize| elements.iter().any(|e| e.words.start <= w && w < e.end);
        if !scan.is_unknown_capital(at) || taken(at) || scan.opens_sentence(at) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while scan.is_followed_closely(at - 1)
            && scan.words.get(at).is_some_and(|w| w.is_capitalized())
            && !taken(at)
            && scan.title_of(at).is_none()
        {
            at += 1;
        }
        elements.push(Element { words: start..at, kind: ElementKind::Name, end: at });
    }
    elements.sort_by_key(|e| e.words.start);
    elements
}

/// The place that a pairing gives to a person, as an index of the places' spots.
fn paired_place(
    elements: &[Element],
    pairing: &pairs::Pairing,
    spot: &PersonSpot,
    places: &Places,
    scan: usize,
) -> Option<usize> {
    if pairing.first.len() != pairing.second.len() {
        return None;
    }
    let is_it = |e: &usize| elements[*e].kind == ElementKind::Person && elements[*e].words == spot.words;
    let other = match (pairing.first.iter().position(is_it), pairing.second.iter().position(is_it)) {
        (Some(index), _) => pairing.second[index],
        (None, Some(index)) => pairing.first[index],
        (None, None) => return None,
    };
    places.at(scan, elements[other].words.start)
}

/// What a place's compass word is in its plain form: "northwestern" is "northwest".
pub fn plain_compass(word: &str) -> Option<&'static str> {
    places::compass(word)
}

/// The place an office is of: its own jurisdiction, or its organization's.
pub fn office_place(knowledge: &Knowledge, office: OfficeId) -> Option<PlaceId> {
    offices::jurisdiction(knowledge, office)
}
