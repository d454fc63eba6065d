//! From pack files to the knowledge in force.
//!
//! In: layers of files, the embedded pack first, the workspace's own last. Out: one [`Knowledge`] and the problems met. A
//! record of a later layer replaces the one with the same id whole; the same id twice within a layer is a problem and the
//! first stays. A reference that leads nowhere is reported and dropped; what is left is always usable.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use toml::Spanned;

use super::file::{
    self, FileProblem, OfficeRecord, OrganizationRecord, PackFile, PackHeader, PersonRecord, PlaceRecord, RoleRecord,
    TermRecord,
};
use super::name_words::NameWords;
use super::names::{NameForm, NameTable};
use super::record::{
    Entity, Location, Office, OfficeId, Organization, OrganizationId, Person, PersonId, Place, PlaceId, PlaceKind,
    Tenure, Term, TermId,
};
use super::titles::{OfficeForms, Vocabulary};
use super::{Knowledge, KnowledgeFile, PartialDate};
use crate::text::LineIndex;

/// Files of one origin, in the order in which they are read.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// Whether the files are part of the program.
    pub embedded: bool,
    /// Each file: its path (for embedded ones, its name) and its text.
    pub files: Vec<(PathBuf, std::sync::Arc<str>)>,
}

/// Something wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnowledgeProblem {
    /// `knowledge-syntax`, `knowledge-duplicate-id`, `knowledge-unknown-id`, `knowledge-dates`, `knowledge-no-source`,
    /// `knowledge-overlap`, `knowledge-value`.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
    /// The file, as it was given.
    pub path: PathBuf,
    /// Line and column from 1, the column in code points.
    pub line: usize,
    /// See `line`.
    pub column: usize,
    /// Where, in bytes of the file.
    pub start: usize,
    /// Its end, exclusive.
    pub end: usize,
}

impl std::fmt::Display for KnowledgeProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}: {}", self.path.display(), self.line, self.column, self.message)
    }
}

/// A record and the file it came from.
struct Filed<T> {
    file: u16,
    layer: usize,
    record: T,
}

/// The records of one kind, each id once, in the order in which ids were first met.
struct Table<T> {
    rows: Vec<Filed<T>>,
    by_id: FxHashMap<Box<str>, u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table { rows: Vec::new(), by_id: FxHashMap::default() }
    }
}

#[derive(Default)]
struct Assembly {
    files: Vec<KnowledgeFile>,
    lines: Vec<LineIndex>,
    problems: Vec<KnowledgeProblem>,
}

impl Assembly {
    fn problem(&mut self, file: u16, span: std::ops::Range<usize>, code: &'static str, message: String) {
        let entry = &self.files[file as usize];
        let (line, column) = self.lines[file as usize].line_column(&entry.text, span.start.min(entry.text.len()));
        let path = entry.path.clone();
        self.problems.push(KnowledgeProblem { code, message, path, line, column, start: span.start, end: span.end });
    }

    fn location(&self, file: u16, id: &Spanned<String>) -> Location {
        let span = id.span();
        let entry = &self.files[file as usize];
        let (line, _) = self.lines[file as usize].line_column(&entry.text, span.start.min(entry.text.len()));
        Location { file, line: line as u32 - 1, start: span.start as u32, end: span.end as u32 }
    }

    fn insert<T>(&mut self, table: &mut Table<T>, filed: Filed<T>, id: &Spanned<String>, noun: &str) {
        let key = id.get_ref().as_str();
        if key.is_empty() || key.chars().any(char::is_whitespace) {
            self.problem(
                filed.file,
                id.span(),
                "knowledge-value",
                format!("{noun} id \"{key}\" is empty or has spaces; write it in kebab case"),
            );
            return;
        }
        match table.by_id.get(key) {
            None => {
                table.by_id.insert(key.into(), table.rows.len() as u32);
                table.rows.push(filed);
            }
            Some(&row) if table.rows[row as usize].layer < filed.layer => table.rows[row as usize] = filed,
            Some(&row) => {
                let first = &self.files[table.rows[row as usize].file as usize].path.display().to_string();
                let message = format!("{noun} id \"{key}\" is already used in {first}; give one of them another id");
                self.problem(filed.file, id.span(), "knowledge-duplicate-id", message);
            }
        }
    }

    fn resolve(
        &mut self,
        file: u16,
        reference: Option<&Spanned<String>>,
        ids: &FxHashMap<Box<str>, u32>,
        noun: &str,
    ) -> Option<u32> {
        let reference = reference?;
        let found = ids.get(reference.get_ref().as_str()).copied();
        if found.is_none() {
            let message = format!("no {noun} has the id \"{}\"; add one or correct the id", reference.get_ref());
            self.problem(file, reference.span(), "knowledge-unknown-id", message);
        }
        found
    }
}

/// Puts layers of files together.
pub fn assemble(layers: &[Layer]) -> (Knowledge, Vec<KnowledgeProblem>) {
    let mut assembly = Assembly::default();
    let mut people = Table::<PersonRecord>::default();
    let mut roles = Table::<RoleRecord>::default();
    let mut offices = Table::<OfficeRecord>::default();
    let mut organizations = Table::<OrganizationRecord>::default();
    let mut places = Table::<PlaceRecord>::default();
    let mut terms = Table::<TermRecord>::default();
    let mut vocabulary = Vocabulary::default();
    let mut name_words = NameWords::default();

    for (layer, Layer { embedded, files }) in layers.iter().enumerate() {
        for (path, text) in files {
            let file = assembly.files.len() as u16;
            let (pack, problems) = read(path, text);
            let reviewed = pack.pack.as_ref().and_then(|p| p.reviewed).map(|d| d.0);
            let header =
                |part: fn(&PackHeader) -> Option<&str>| pack.pack.as_ref().and_then(part).unwrap_or_default().into();
            assembly.files.push(KnowledgeFile {
                id: header(|p| Some(&p.id)),
                path: path.clone(),
                text: text.clone(),
                embedded: *embedded,
                name: header(|p| p.name.as_deref()),
                attribution: header(|p| p.attribution.as_deref()),
                reviewed,
            });
            assembly.lines.push(LineIndex::new(text));
            for problem in problems {
                assembly.problem(file, problem.start..problem.end, "knowledge-syntax", problem.message);
            }
            macro_rules! take {
                ($kind:ident, $table:ident, $noun:literal) => {
                    for record in pack.$kind {
                        let id = record.id.clone();
                        assembly.insert(&mut $table, Filed { file, layer, record }, &id, $noun);
                    }
                };
            }
            vocabulary.add(&pack.titles);
            name_words.add(&pack.names);
            take!(person, people, "person");
            take!(role, roles, "role");
            take!(office, offices, "office");
            take!(organization, organizations, "organization");
            take!(place, places, "place");
            take!(term, terms, "term");
        }
    }

    let mut names = NameTable::default();
    let places_in_force = check_places(&mut assembly, &places, &mut names);
    let organizations_in_force = check_organizations(&mut assembly, &organizations, &places, &mut names);
    let terms_in_force = check_terms(&assembly, &terms, &mut names);
    let (people_in_force, tenures, tenures_of_person) = check_people(&mut assembly, &people, &offices, &mut names);

    let canonical: Vec<Box<str>> = organizations_in_force.iter().map(|o| o.name.clone()).collect();
    let mut forms = OfficeForms::new(&names, &vocabulary, &canonical);
    let offices_in_force =
        check_offices(&mut assembly, &offices, &roles, &organizations, &places, &mut forms, &names, &vocabulary);

    let mut tenures_of_office = vec![Vec::new(); offices_in_force.len()];
    for (number, tenure) in tenures.iter().enumerate() {
        tenures_of_office[tenure.office.index()].push(super::record::TenureId(number as u32));
    }
    for of_office in &mut tenures_of_office {
        of_office.sort_by_key(|id| tenures[id.index()].from.earliest());
    }
    check_seats(&mut assembly, &offices_in_force, &tenures_of_office, &tenures, &people_in_force);

    let Assembly { files, mut problems, .. } = assembly;
    problems.sort_by(|a, b| (&a.path, a.start).cmp(&(&b.path, b.start)));
    let knowledge = Knowledge {
        files,
        people: people_in_force,
        people_by_id: people.by_id,
        tenures,
        tenures_of_person,
        tenures_of_office: tenures_of_office.into_iter().map(Vec::into_boxed_slice).collect(),
        offices: offices_in_force,
        offices_by_id: offices.by_id,
        organizations: organizations_in_force,
        organizations_by_id: organizations.by_id,
        places: places_in_force,
        places_by_id: places.by_id,
        terms: terms_in_force,
        names,
        vocabulary,
        name_words,
        forms,
    };
    (knowledge, problems)
}

fn read(path: &Path, text: &str) -> (PackFile, Vec<FileProblem>) {
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("tsv")) {
        return file::read_tsv(text);
    }
    match file::read_toml(text) {
        Ok(pack) => (pack, Vec::new()),
        Err(problem) => (PackFile::default(), vec![problem]),
    }
}

fn boxed(texts: &[String]) -> Box<[Box<str>]> {
    texts.iter().map(|t| t.as_str().into()).collect()
}

fn check_places(assembly: &mut Assembly, table: &Table<PlaceRecord>, names: &mut NameTable) -> Vec<Place> {
    let mut places = Vec::with_capacity(table.rows.len());
    for (number, Filed { file, record, .. }) in table.rows.iter().enumerate() {
        let entity = Entity::Place(PlaceId(number as u32));
        let kind = PlaceKind::parse(&record.kind).unwrap_or_else(|| {
            let message =
                format!("\"{}\" is no kind of place; see docs/knowledge-format.md for the kinds", record.kind);
            assembly.problem(*file, record.id.span(), "knowledge-value", message);
            PlaceKind::Other
        });
        names.add(&record.name, entity, NameForm::Name);
        add_all(names, &record.aliases, entity, NameForm::Alias);
        add_all(names, &record.former, entity, NameForm::Former);
        add_all(names, &record.demonyms, entity, NameForm::Demonym);
        let parent = assembly.resolve(*file, record.parent.as_ref(), &table.by_id, "place").map(PlaceId);
        let capital = assembly.resolve(*file, record.capital.as_ref(), &table.by_id, "place").map(PlaceId);
        let within =
            record.within.iter().filter_map(|id| assembly.resolve(*file, Some(id), &table.by_id, "place")).map(PlaceId);
        places.push(Place {
            id: record.id.get_ref().as_str().into(),
            name: record.name.as_str().into(),
            native: record.native.as_deref().map(Into::into),
            kind,
            parent: parent.filter(|p| p.index() != number),
            within: within.collect(),
            regions: boxed(&record.regions),
            capital,
            coordinates: record.lat.zip(record.lon).map(|(lat, lon)| (lat as f32, lon as f32)),
            population: record.population.unwrap_or(0),
            geonames: record.geonames,
            wikidata: record.wikidata.as_deref().map(Into::into),
            sources: boxed(&record.source.0),
            location: assembly.location(*file, &record.id),
        });
    }
    places
}

fn add_all(names: &mut NameTable, of: &[String], entity: Entity, form: NameForm) {
    for name in of {
        names.add(name, entity, form);
    }
}

fn check_organizations(
    assembly: &mut Assembly,
    table: &Table<OrganizationRecord>,
    places: &Table<PlaceRecord>,
    names: &mut NameTable,
) -> Vec<Organization> {
    let mut organizations = Vec::with_capacity(table.rows.len());
    for (number, Filed { file, record, .. }) in table.rows.iter().enumerate() {
        let entity = Entity::Organization(OrganizationId(number as u32));
        names.add(&record.name, entity, NameForm::Name);
        add_all(names, &record.aliases, entity, NameForm::Alias);
        add_all(names, &record.former, entity, NameForm::Former);
        add_all(names, &record.abbreviations, entity, NameForm::Abbreviation);
        let parent = assembly.resolve(*file, record.parent.as_ref(), &table.by_id, "organization").map(OrganizationId);
        let jurisdiction = assembly.resolve(*file, record.jurisdiction.as_ref(), &places.by_id, "place").map(PlaceId);
        organizations.push(Organization {
            id: record.id.get_ref().as_str().into(),
            name: record.name.as_str().into(),
            native: record.native.as_deref().map(Into::into),
            abbreviations: boxed(&record.abbreviations),
            kind: record.kind.as_deref().map(Into::into),
            parent,
            jurisdiction,
            wikidata: record.wikidata.as_deref().map(Into::into),
            sources: boxed(&record.source.0),
            location: assembly.location(*file, &record.id),
        });
    }
    organizations
}

fn check_terms(assembly: &Assembly, table: &Table<TermRecord>, names: &mut NameTable) -> Vec<Term> {
    let mut terms = Vec::with_capacity(table.rows.len());
    for (number, Filed { file, record, .. }) in table.rows.iter().enumerate() {
        let entity = Entity::Term(TermId(number as u32));
        names.add(&record.name, entity, NameForm::Name);
        add_all(names, &record.aliases, entity, NameForm::Alias);
        terms.push(Term {
            id: record.id.get_ref().as_str().into(),
            name: record.name.as_str().into(),
            gloss: record.gloss.as_str().into(),
            sources: boxed(&record.source.0),
            location: assembly.location(*file, &record.id),
        });
    }
    terms
}

type People = (Vec<Person>, Vec<Tenure>, Vec<std::ops::Range<u32>>);

fn check_people(
    assembly: &mut Assembly,
    table: &Table<PersonRecord>,
    offices: &Table<OfficeRecord>,
    names: &mut NameTable,
) -> People {
    let mut people = Vec::with_capacity(table.rows.len());
    let mut tenures = Vec::new();
    let mut tenures_of_person = Vec::with_capacity(table.rows.len());
    for (number, Filed { file, record, .. }) in table.rows.iter().enumerate() {
        let id = PersonId(number as u32);
        names.add(&record.name, Entity::Person(id), NameForm::Name);
        add_all(names, &record.aliases, Entity::Person(id), NameForm::Alias);
        people.push(Person {
            id: record.id.get_ref().as_str().into(),
            name: record.name.as_str().into(),
            native: record.native.as_deref().map(Into::into),
            name_order: record.name_order,
            aliases: boxed(&record.aliases),
            wikidata: record.wikidata.as_deref().map(Into::into),
            location: assembly.location(*file, &record.id),
        });
        let first = tenures.len();
        for tenure in &record.tenure {
            let tenure = tenure.get_ref();
            let Some(office) = assembly.resolve(*file, Some(&tenure.office), &offices.by_id, "office") else {
                continue;
            };
            let from = tenure.from.get_ref().0;
            let to = tenure.to.as_ref().map(|t| t.get_ref().0);
            if let (Some(end), Some(written)) = (to, tenure.to.as_ref())
                && end.latest() < from.earliest()
            {
                let message = format!("the tenure ends ({end}) before it begins ({from})");
                assembly.problem(*file, written.span(), "knowledge-dates", message);
                continue;
            }
            if tenure.source.0.is_empty() && tenure.checked {
                let message = "a tenure without a source; add `source = ...` or say `checked = false`".to_owned();
                assembly.problem(*file, tenure.office.span(), "knowledge-no-source", message);
            }
            tenures.push(Tenure {
                person: id,
                office: OfficeId(office),
                from,
                to,
                acting: tenure.acting,
                checked: tenure.checked && !tenure.source.0.is_empty(),
                sources: boxed(&tenure.source.0),
                location: assembly.location(*file, &tenure.office),
            });
        }
        tenures[first..]
            .sort_by_key(|t: &Tenure| (t.from.earliest(), t.to.map_or(jiff::civil::Date::MAX, PartialDate::latest)));
        tenures_of_person.push(first as u32..tenures.len() as u32);
    }
    (people, tenures, tenures_of_person)
}

#[expect(clippy::too_many_arguments, reason = "the tables an office refers to, each once")]
fn check_offices(
    assembly: &mut Assembly,
    table: &Table<OfficeRecord>,
    roles: &Table<RoleRecord>,
    organizations: &Table<OrganizationRecord>,
    places: &Table<PlaceRecord>,
    forms: &mut OfficeForms,
    names: &NameTable,
    vocabulary: &Vocabulary,
) -> Vec<Office> {
    let mut offices = Vec::with_capacity(table.rows.len());
    for (number, Filed { file, record, .. }) in table.rows.iter().enumerate() {
        let id = OfficeId(number as u32);
        let role = assembly.resolve(*file, record.role.as_ref(), &roles.by_id, "role");
        let organization = assembly
            .resolve(*file, record.organization.as_ref(), &organizations.by_id, "organization")
            .map(OrganizationId);
        let jurisdiction = assembly.resolve(*file, record.jurisdiction.as_ref(), &places.by_id, "place").map(PlaceId);
        let of_role = role.map_or(&[][..], |r| &roles.rows[r as usize].record.titles);
        for title in std::iter::once(&record.title).chain(&record.also).chain(of_role) {
            if !forms.add(id, title, organization, names, vocabulary) {
                let message = format!(
                    "\"{title}\" cannot be read as a title; add its noun to `heads`, other words to `modifiers` or `fields` in a `[titles]` table"
                );
                assembly.problem(*file, record.id.span(), "knowledge-value", message);
            }
        }
        offices.push(Office {
            id: record.id.get_ref().as_str().into(),
            title: record.title.as_str().into(),
            organization,
            jurisdiction,
            seats: record.seats,
            roster_since: record.roster_since.map(|d| d.0),
            rank: record.rank,
            location: assembly.location(*file, &record.id),
        });
    }
    offices
}

/// Two people in one seat for more than the day of handing over.
fn check_seats(
    assembly: &mut Assembly,
    offices: &[Office],
    tenures_of_office: &[Vec<super::record::TenureId>],
    tenures: &[Tenure],
    people: &[Person],
) {
    for (office, of_office) in offices.iter().zip(tenures_of_office) {
        if office.seats != Some(1) {
            continue;
        }
        for pair in of_office.windows(2) {
            let (first, second) = (&tenures[pair[0].index()], &tenures[pair[1].index()]);
            let surely_overlap = match first.to {
                None => true,
                Some(to) => second.from.latest() < to.earliest(),
            };
            if surely_overlap && first.person != second.person && !first.acting && !second.acting {
                let message = format!(
                    "{} ({}) and {} ({}) hold the one seat of {} at the same time",
                    people[first.person.index()].name,
                    first.dates(),
                    people[second.person.index()].name,
                    second.dates(),
                    office.id
                );
                let at = second.location;
                assembly.problem(at.file, at.start as usize..at.end as usize, "knowledge-overlap", message);
            }
        }
    }
}
