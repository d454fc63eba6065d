//! From pack files to the knowledge in force.
//!
//! In: the knowledge that lies below (the embedded packs, or nothing while they themselves are built) and layers of files, a
//! workspace's last. Out: one [`Knowledge`] and the problems met. A record replaces the one with the same id of the layers
//! below whole; the same id twice within a layer is a problem and the first stays. A reference that leads nowhere is
//! reported and dropped; what is left is always usable.
//!
//! What lies below is copied and added to, not read again: a record that is replaced keeps its number, and new ones come
//! after the old. So the cost is that of the new files, a copy of the tables they touch, and reading all offices' titles anew,
//! since a new name or word may change what an old title says.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use toml::Spanned;
use zerocopy::FromZeros;

use super::date::PartialDate;
use super::file::{
    self, DateValue, FileProblem, NameOrder, OfficeRecord, OrganizationRecord, PackFile, PackHeader, PersonRecord,
    PlaceRecord, RoleRecord, Strings, TenureRecord, TermRecord,
};
use super::in_force::{Knowledge, KnowledgeFile, PackText};
use super::names::NameForm;
use super::record::{
    Common, Entity, Location, OfficeRow, OrganizationId, OrganizationRow, PersonId, PersonRow, PlaceId, PlaceKind,
    PlaceRow, RenamedRow, RoleRow, Tenure, TenureRow, TermId, TermRow, VacancyRow,
};
use super::stored::{Keys, Maybe, Row, Rows, Run, Text};
use super::titles::OfficeForms;
use crate::text::LineIndex;

/// Files of one origin, in the order in which they are read.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// Whether the files are part of the program.
    pub embedded: bool,
    /// Each file: its path (for embedded ones, its name) and its text.
    pub files: Vec<(PathBuf, PackText)>,
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

/// The new records of one kind, each id once, in the order in which ids were first met.
struct Table<T> {
    rows: Vec<Filed<T>>,
    by_id: FxHashMap<Box<str>, u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table { rows: Vec::new(), by_id: FxHashMap::default() }
    }
}

/// All new records.
#[derive(Default)]
struct Records {
    people: Table<PersonRecord>,
    roles: Table<RoleRecord>,
    offices: Table<OfficeRecord>,
    organizations: Table<OrganizationRecord>,
    places: Table<PlaceRecord>,
    terms: Table<TermRecord>,
}

struct Assembly {
    knowledge: Knowledge,
    /// How many files lie below.
    files_below: usize,
    /// Of the new files.
    lines: Vec<LineIndex>,
    problems: Vec<KnowledgeProblem>,
    /// Texts that many records share, such as sources.
    shared: FxHashMap<Box<str>, Text>,
}

/// Lays files over what lies below.
pub fn assemble(below: &Knowledge, layers: &[Layer]) -> (Knowledge, Vec<KnowledgeProblem>) {
    let mut assembly = Assembly {
        knowledge: below.clone(),
        files_below: below.files.len(),
        lines: Vec::new(),
        problems: Vec::new(),
        shared: FxHashMap::default(),
    };
    let records = assembly.read(layers);
    let numbers = Numbers::of(&mut assembly.knowledge, &records);
    assembly.forget(&numbers, below);
    assembly.take_places(&records.places, &numbers.places);
    assembly.take_organizations(&records.organizations, &numbers.organizations);
    assembly.take_terms(&records.terms, &numbers.terms);
    assembly.take_people(&records.people, &numbers.people);
    assembly.take_roles(&records.roles, &numbers.roles);
    assembly.take_offices(&records.offices, &numbers.offices);
    assembly.read_titles();
    if !records.offices.rows.is_empty() || !records.people.rows.is_empty() {
        assembly.order_by_office();
        assembly.check_seats();
    }
    if below.files.is_empty() {
        assembly.knowledge.names.tidy();
    }
    let Assembly { knowledge, mut problems, .. } = assembly;
    problems.sort_by(|a, b| (&a.path, a.start).cmp(&(&b.path, b.start)));
    (knowledge, problems)
}

/// The numbers of the new records, in the order of their tables.
struct Numbers {
    people: Vec<u32>,
    roles: Vec<u32>,
    offices: Vec<u32>,
    organizations: Vec<u32>,
    places: Vec<u32>,
    terms: Vec<u32>,
}

impl Numbers {
    /// A record with an id that lies below takes that one's number; others get the next. Makes room for them.
    fn of(knowledge: &mut Knowledge, records: &Records) -> Numbers {
        fn number<T, R: Row + FromZeros>(table: &Table<T>, keys: &mut Keys, rows: &mut Rows<R>) -> Vec<u32> {
            let mut ids: Vec<&str> = vec![""; table.rows.len()];
            for (id, at) in &table.by_id {
                ids[*at as usize] = id;
            }
            let numbers: Vec<u32> = ids.into_iter().map(|id| keys.add(id)).collect();
            if keys.len() > rows.len() {
                rows.change().resize(keys.len(), R::new_zeroed());
            }
            numbers
        }
        Numbers {
            people: number(&records.people, &mut knowledge.person_ids, &mut knowledge.people),
            roles: number(&records.roles, &mut knowledge.role_ids, &mut knowledge.roles),
            offices: number(&records.offices, &mut knowledge.office_ids, &mut knowledge.offices),
            organizations: number(
                &records.organizations,
                &mut knowledge.organization_ids,
                &mut knowledge.organizations,
            ),
            places: number(&records.places, &mut knowledge.place_ids, &mut knowledge.places),
            terms: number(&records.terms, &mut knowledge.term_ids, &mut knowledge.terms),
        }
    }
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

impl Assembly {
    fn read(&mut self, layers: &[Layer]) -> Records {
        let mut records = Records::default();
        for (layer, Layer { embedded, files }) in layers.iter().enumerate() {
            for (path, text) in files {
                let file = self.knowledge.files.len() as u16;
                let (pack, problems) = read(path, text);
                let date = |part: fn(&PackHeader) -> Option<DateValue>| pack.pack.as_ref().and_then(part).map(|d| d.0);
                let header = |part: fn(&PackHeader) -> Option<&str>| {
                    pack.pack.as_ref().and_then(part).unwrap_or_default().into()
                };
                self.knowledge.files.push(KnowledgeFile {
                    id: header(|p| Some(&p.id)),
                    path: path.clone(),
                    text: text.clone(),
                    embedded: *embedded,
                    name: header(|p| p.name.as_deref()),
                    attribution: header(|p| p.attribution.as_deref()),
                    reviewed: date(|p| p.reviewed),
                    covers: date(|p| p.covers),
                });
                self.lines.push(LineIndex::new(text));
                for problem in problems {
                    self.problem(file, problem.start..problem.end, "knowledge-syntax", problem.message);
                }
                macro_rules! take {
                    ($kind:ident, $table:ident, $noun:literal) => {
                        for record in pack.$kind {
                            let id = record.id.clone();
                            self.insert(&mut records.$table, Filed { file, layer, record }, &id, $noun);
                        }
                    };
                }
                self.knowledge.vocabulary.add(&pack.titles);
                self.knowledge.name_words.add(&pack.names);
                take!(person, people, "person");
                take!(role, roles, "role");
                take!(office, offices, "office");
                take!(organization, organizations, "organization");
                take!(place, places, "place");
                take!(term, terms, "term");
            }
        }
        records
    }

    fn problem(&mut self, file: u16, span: std::ops::Range<usize>, code: &'static str, message: String) {
        let entry = &self.knowledge.files[file as usize];
        let lines = &self.lines[file as usize - self.files_below];
        let (line, column) = lines.line_column(&entry.text, span.start.min(entry.text.len()));
        let path = entry.path.clone();
        self.problems.push(KnowledgeProblem { code, message, path, line, column, start: span.start, end: span.end });
    }

    fn location(&self, file: u16, id: &Spanned<String>) -> Location {
        let span = id.span();
        let entry = &self.knowledge.files[file as usize];
        let lines = &self.lines[file as usize - self.files_below];
        let (line, _) = lines.line_column(&entry.text, span.start.min(entry.text.len()));
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
                let first = self.knowledge.files[table.rows[row as usize].file as usize].path.display();
                let message = format!("{noun} id \"{key}\" is already used in {first}; give one of them another id");
                self.problem(filed.file, id.span(), "knowledge-duplicate-id", message);
            }
        }
    }

    fn resolve(
        &mut self,
        file: u16,
        reference: Option<&Spanned<String>>,
        ids: fn(&Knowledge) -> &Keys,
        noun: &str,
    ) -> Option<u32> {
        let reference = reference?;
        let found = ids(&self.knowledge).get(reference.get_ref());
        if found.is_none() {
            let message = format!("no {noun} has the id \"{}\"; add one or correct the id", reference.get_ref());
            self.problem(file, reference.span(), "knowledge-unknown-id", message);
        }
        found
    }

    fn place(&mut self, file: u16, reference: Option<&Spanned<String>>) -> Option<u32> {
        self.resolve(file, reference, |k| &k.place_ids, "place")
    }

    fn organization(&mut self, file: u16, reference: Option<&Spanned<String>>) -> Option<u32> {
        self.resolve(file, reference, |k| &k.organization_ids, "organization")
    }

    fn text(&mut self, text: Option<&str>) -> Text {
        self.knowledge.texts.add(text.unwrap_or_default())
    }

    fn list<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) -> Run {
        let texts: Vec<Text> = texts.into_iter().map(|t| self.knowledge.texts.add(t)).collect();
        self.knowledge.lists.extend(texts)
    }

    /// A list of texts of which many records have the same.
    fn shared_list(&mut self, of: &Strings) -> Run {
        let mut texts = Vec::with_capacity(of.0.len());
        for text in &of.0 {
            let stored = match self.shared.get(text.as_str()) {
                Some(stored) => *stored,
                None => {
                    let stored = self.knowledge.texts.add(text);
                    self.shared.insert(text.as_str().into(), stored);
                    stored
                }
            };
            texts.push(stored);
        }
        self.knowledge.lists.extend(texts)
    }

    fn name(&mut self, name: &str, entity: Entity) {
        self.knowledge.names.add(name, entity, NameForm::Name);
    }

    fn names(&mut self, of: &[String], entity: Entity, form: NameForm) {
        for name in of {
            self.knowledge.names.add(name, entity, form);
        }
    }

    /// Takes the names of those records out that new ones replace.
    fn forget(&mut self, numbers: &Numbers, below: &Knowledge) {
        let names = &mut self.knowledge.names;
        let mut remove = |entity: Entity, all: &mut dyn Iterator<Item = &str>| {
            for name in all {
                names.remove(name, entity);
            }
        };
        let replaced = |numbers: &[u32], count: usize| -> Vec<u32> {
            numbers.iter().copied().filter(|n| (*n as usize) < count).collect()
        };
        for id in replaced(&numbers.people, below.people.len()).into_iter().map(PersonId) {
            let person = below.person(id);
            remove(Entity::Person(id), &mut std::iter::once(person.name()).chain(person.aliases().iter()));
        }
        for id in replaced(&numbers.places, below.places.len()).into_iter().map(PlaceId) {
            let place = below.place(id);
            let others = place.aliases().iter().chain(place.former().iter()).chain(place.demonyms().iter());
            let renamed = place.renamed().map(|(name, _)| name);
            remove(Entity::Place(id), &mut std::iter::once(place.name()).chain(others).chain(renamed));
        }
        for id in replaced(&numbers.organizations, below.organizations.len()).into_iter().map(OrganizationId) {
            let body = below.organization(id);
            let others = body.aliases().iter().chain(body.former().iter()).chain(body.abbreviations().iter());
            remove(Entity::Organization(id), &mut std::iter::once(body.name()).chain(others));
        }
        for id in replaced(&numbers.terms, below.terms.len()).into_iter().map(TermId) {
            let term = below.term(id);
            remove(Entity::Term(id), &mut std::iter::once(term.name()).chain(term.aliases().iter()));
        }
    }

    fn take_places(&mut self, table: &Table<PlaceRecord>, numbers: &[u32]) {
        for (Filed { file, record, .. }, &number) in table.rows.iter().zip(numbers) {
            let entity = Entity::Place(PlaceId(number));
            let kind = PlaceKind::parse(&record.kind).unwrap_or_else(|| {
                let message =
                    format!("\"{}\" is no kind of place; see docs/knowledge-format.md for the kinds", record.kind);
                self.problem(*file, record.id.span(), "knowledge-value", message);
                PlaceKind::Other
            });
            let common = record.common.as_ref().and_then(|written| {
                let common = Common::parse(written.get_ref());
                if common.is_none() {
                    let message = format!("`common` is \"word\" or \"name\", not \"{}\"", written.get_ref());
                    self.problem(*file, written.span(), "knowledge-value", message);
                }
                common
            });
            match common {
                Some(_) => self.knowledge.names.add_doubtful(&record.name, entity, NameForm::Name),
                None => self.name(&record.name, entity),
            }
            self.names(&record.aliases, entity, NameForm::Alias);
            self.names(&record.former, entity, NameForm::Former);
            self.names(&record.demonyms, entity, NameForm::Demonym);
            let mut renamed = Vec::with_capacity(record.renamed.len());
            for earlier in &record.renamed {
                self.knowledge.names.add(&earlier.name, entity, NameForm::Former);
                let name = self.text(Some(&earlier.name));
                renamed.push(RenamedRow { name, until: PartialDate::store(Some(earlier.until.0)) });
            }
            let parent = self.place(*file, record.parent.as_ref()).filter(|p| *p != number);
            let capital = self.place(*file, record.capital.as_ref());
            let within: Vec<u32> = record.within.iter().filter_map(|id| self.place(*file, Some(id))).collect();
            let (lat, lon) = record.lat.zip(record.lon).map_or((f32::NAN, f32::NAN), |(a, b)| (a as f32, b as f32));
            let row = PlaceRow {
                name: self.text(Some(&record.name)),
                native: self.text(record.native.as_deref()),
                kind: kind as u8,
                common: Common::store(common),
                aliases: self.list(&record.aliases),
                former: self.list(&record.former),
                demonyms: self.list(&record.demonyms),
                renamed: self.knowledge.renamed.extend(renamed),
                parent: Maybe::new(parent),
                within: self.knowledge.numbers.extend(within.into_iter().map(Into::into)),
                regions: self.list(&record.regions),
                capital: Maybe::new(capital),
                lat: lat.into(),
                lon: lon.into(),
                population: record.population.unwrap_or(0).into(),
                geonames: Maybe::new(record.geonames),
                wikidata: self.text(record.wikidata.as_deref()),
                sources: self.shared_list(&record.source),
                location: self.location(*file, &record.id).into(),
            };
            self.knowledge.places.change()[number as usize] = row;
        }
    }

    fn take_organizations(&mut self, table: &Table<OrganizationRecord>, numbers: &[u32]) {
        for (Filed { file, record, .. }, &number) in table.rows.iter().zip(numbers) {
            let entity = Entity::Organization(OrganizationId(number));
            self.name(&record.name, entity);
            self.names(&record.aliases, entity, NameForm::Alias);
            self.names(&record.former, entity, NameForm::Former);
            self.names(&record.abbreviations, entity, NameForm::Abbreviation);
            let parent = self.organization(*file, record.parent.as_ref());
            let jurisdiction = self.place(*file, record.jurisdiction.as_ref());
            let row = OrganizationRow {
                name: self.text(Some(&record.name)),
                native: self.text(record.native.as_deref()),
                abbreviations: self.list(&record.abbreviations),
                aliases: self.list(&record.aliases),
                former: self.list(&record.former),
                kind: self.text(record.kind.as_deref()),
                parent: Maybe::new(parent),
                jurisdiction: Maybe::new(jurisdiction),
                wikidata: self.text(record.wikidata.as_deref()),
                sources: self.shared_list(&record.source),
                location: self.location(*file, &record.id).into(),
            };
            self.knowledge.organizations.change()[number as usize] = row;
        }
    }

    fn take_terms(&mut self, table: &Table<TermRecord>, numbers: &[u32]) {
        for (Filed { file, record, .. }, &number) in table.rows.iter().zip(numbers) {
            let entity = Entity::Term(TermId(number));
            self.name(&record.name, entity);
            self.names(&record.aliases, entity, NameForm::Alias);
            let row = TermRow {
                name: self.text(Some(&record.name)),
                aliases: self.list(&record.aliases),
                gloss: self.text(Some(&record.gloss)),
                sources: self.shared_list(&record.source),
                location: self.location(*file, &record.id).into(),
            };
            self.knowledge.terms.change()[number as usize] = row;
        }
    }

    fn take_people(&mut self, table: &Table<PersonRecord>, numbers: &[u32]) {
        for (Filed { file, record, .. }, &number) in table.rows.iter().zip(numbers) {
            let entity = Entity::Person(PersonId(number));
            self.name(&record.name, entity);
            self.names(&record.aliases, entity, NameForm::Alias);
            let mut tenures: Vec<TenureRow> =
                record.tenure.iter().filter_map(|t| self.tenure(*file, number, t.get_ref())).collect();
            let last = jiff::civil::Date::MAX;
            tenures.sort_by_key(|t| {
                (date(t.from).map(PartialDate::earliest), date(t.to).map_or(last, PartialDate::latest))
            });
            let row = PersonRow {
                name: self.text(Some(&record.name)),
                native: self.text(record.native.as_deref()),
                aliases: self.list(&record.aliases),
                wikidata: self.text(record.wikidata.as_deref()),
                family_first: (record.name_order == NameOrder::FamilyFirst).into(),
                tenures: self.knowledge.tenures.extend(tenures),
                location: self.location(*file, &record.id).into(),
            };
            self.knowledge.people.change()[number as usize] = row;
        }
    }

    fn tenure(&mut self, file: u16, person: u32, tenure: &TenureRecord) -> Option<TenureRow> {
        let office = self.resolve(file, Some(&tenure.office), |k| &k.office_ids, "office")?;
        let from = tenure.from.get_ref().0;
        let to = tenure.to.as_ref().map(|t| t.get_ref().0);
        if let (Some(end), Some(written)) = (to, tenure.to.as_ref())
            && end.latest() < from.earliest()
        {
            let message = format!("the tenure ends ({end}) before it begins ({from})");
            self.problem(file, written.span(), "knowledge-dates", message);
            return None;
        }
        if tenure.source.0.is_empty() && tenure.checked {
            let message = "a tenure without a source; add `source = ...` or say `checked = false`".to_owned();
            self.problem(file, tenure.office.span(), "knowledge-no-source", message);
        }
        Some(TenureRow {
            person: person.into(),
            office: office.into(),
            from: PartialDate::store(Some(from)),
            to: PartialDate::store(to),
            acting: tenure.acting.into(),
            checked: (tenure.checked && !tenure.source.0.is_empty()).into(),
            sources: self.shared_list(&tenure.source),
            location: self.location(file, &tenure.office).into(),
        })
    }

    fn take_roles(&mut self, table: &Table<RoleRecord>, numbers: &[u32]) {
        for (Filed { record, .. }, &number) in table.rows.iter().zip(numbers) {
            let titles = self.list(&record.titles);
            self.knowledge.roles.change()[number as usize] = RoleRow { titles };
        }
    }

    fn take_offices(&mut self, table: &Table<OfficeRecord>, numbers: &[u32]) {
        for (Filed { file, record, .. }, &number) in table.rows.iter().zip(numbers) {
            let role = self.resolve(*file, record.role.as_ref(), |k| &k.role_ids, "role");
            let organization = self.organization(*file, record.organization.as_ref());
            let jurisdiction = self.place(*file, record.jurisdiction.as_ref());
            let store = |date: Option<DateValue>| PartialDate::store(date.map(|d| d.0));
            let mut vacancies = Vec::with_capacity(record.vacancy.len());
            for vacancy in &record.vacancy {
                vacancies.push(VacancyRow {
                    from: store(Some(vacancy.from)),
                    to: store(vacancy.to),
                    why: self.text(Some(&vacancy.why)),
                    sources: self.shared_list(&vacancy.source),
                });
            }
            let row = OfficeRow {
                titles: self.list(std::iter::once(&record.title).chain(&record.also)),
                role: Maybe::new(role),
                organization: Maybe::new(organization),
                jurisdiction: Maybe::new(jurisdiction),
                seats: Maybe::new(record.seats),
                roster_since: store(record.roster_since),
                rank: Maybe::new(record.rank),
                from: store(record.from),
                to: store(record.to),
                vacancies: self.knowledge.vacancies.extend(vacancies),
                location: self.location(*file, &record.id).into(),
            };
            self.knowledge.offices.change()[number as usize] = row;
        }
    }

    /// Reads the titles of all offices, old and new.
    fn read_titles(&mut self) {
        let knowledge = &self.knowledge;
        let count = knowledge.organizations.len() as u32;
        let canonical: Vec<&str> = (0..count).map(|n| knowledge.organization(OrganizationId(n)).name()).collect();
        let mut forms = OfficeForms::new(&knowledge.names, &knowledge.vocabulary, &canonical);
        let mut unread = Vec::new();
        for (id, office) in knowledge.offices() {
            for title in office.titles() {
                let organization = office.organization();
                if !forms.add(id, title, organization, &knowledge.names, &knowledge.vocabulary) {
                    unread.push((office.location(), title.to_owned()));
                }
            }
        }
        forms.tidy();
        let below = self.files_below;
        for (at, title) in unread.into_iter().filter(|(at, _)| at.file as usize >= below) {
            let message = format!(
                "\"{title}\" cannot be read as a title; add its noun to `heads`, other words to `modifiers` or `fields` in a `[titles]` table"
            );
            self.problem(at.file, at.start as usize..at.end as usize, "knowledge-value", message);
        }
        self.knowledge.forms = forms;
    }

    /// Gathers each office's tenures, earliest first.
    fn order_by_office(&mut self) {
        let knowledge = &mut self.knowledge;
        let mut of_office: Vec<Vec<u32>> = vec![Vec::new(); knowledge.offices.len()];
        for person in knowledge.people.iter() {
            for number in person.tenures.range() {
                of_office[knowledge.tenures[number].office.get() as usize].push(number as u32);
            }
        }
        let mut runs = Rows::default();
        let mut numbers = Rows::default();
        for tenures in &mut of_office {
            tenures.sort_by_key(|n| date(knowledge.tenures[*n as usize].from).map(PartialDate::earliest));
            runs.push(numbers.extend(tenures.iter().map(|n| (*n).into())));
        }
        knowledge.office_tenures = runs;
        knowledge.office_tenure_numbers = numbers;
    }

    /// Two people in one seat for more than the day of handing over.
    fn check_seats(&mut self) {
        let mut found = Vec::new();
        let knowledge = &self.knowledge;
        let is_new = |t: &Tenure| t.location.file as usize >= self.files_below;
        for (id, office) in knowledge.offices().filter(|(_, o)| o.seats() == Some(1)) {
            for (first, second) in knowledge.tenures_in(id).zip(knowledge.tenures_in(id).skip(1)) {
                let surely_overlap = match first.to {
                    None => true,
                    Some(to) => second.from.latest() < to.earliest(),
                };
                let at = if is_new(&second) { second.location } else { first.location };
                if surely_overlap
                    && first.person != second.person
                    && !first.acting
                    && !second.acting
                    && (is_new(&first) || is_new(&second))
                {
                    let message = format!(
                        "{} ({}) and {} ({}) hold the one seat of {} at the same time",
                        knowledge.person(first.person).name(),
                        first.dates(),
                        knowledge.person(second.person).name(),
                        second.dates(),
                        office.id()
                    );
                    found.push((at, message));
                }
            }
        }
        for (at, message) in found {
            self.problem(at.file, at.start as usize..at.end as usize, "knowledge-overlap", message);
        }
    }
}

fn date(stored: Maybe) -> Option<PartialDate> {
    PartialDate::stored(stored)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::*;

    /// How many records of a kind the pack below has.
    const BELOW: usize = 3;

    /// A pack over few ids and names, so that records replace and refer to one another: one that has all of `BELOW`, or one
    /// with some of these ids and of two more.
    fn pack(id: &'static str, whole: bool) -> impl Strategy<Value = String> {
        let at_most = if whole { BELOW } else { BELOW + 2 };
        let some = if whole { BELOW..BELOW + 1 } else { 0..BELOW };
        let name = || prop::sample::select(vec!["Ann Lee", "Bo Carr", "Lee Carr", "ALC", "Carr Harbor", "Port Lee"]);
        let number = move || 0..at_most;
        let place = (number(), name(), number(), any::<bool>());
        let organization = (number(), name(), number());
        let office = (
            number(),
            prop::sample::select(vec!["Mayor", "Harbor Mayor", "Mayor of Carr Harbor"]),
            number(),
            any::<bool>(),
        );
        let person = (number(), name(), name(), prop::collection::vec((number(), 2000..2010_u16, 0..9_u16), 0..3));
        (
            prop::collection::vec(place, some.clone()),
            prop::collection::vec(organization, some.clone()),
            prop::collection::vec(office, some.clone()),
            prop::collection::vec(person, some.clone()),
            prop::option::of(prop::sample::select(vec!["Mayor", "Boss Mayor"])),
            any::<bool>(),
        )
            .prop_map(move |(places, organizations, offices, people, role, words)| {
                let mut text = format!("[pack]\nid = \"{id}\"\nreviewed = 2020-01-01\n");
                let mut seen = std::collections::HashSet::new();
                let mut is_new = |kind: &str, n: usize| seen.insert(format!("{kind}{n}"));
                if let Some(title) = role.or(whole.then_some("Mayor")) {
                    let _ = writeln!(text, "[[role]]\nid = \"r0\"\ntitles = [\"{title}\"]");
                }
                for (at, (n, name, parent, demonym)) in places.into_iter().enumerate() {
                    let n = if whole { at } else { n };
                    if is_new("l", n) {
                        let demonyms = if demonym { "demonyms = [\"Carrish\"]\n" } else { "" };
                        let _ = writeln!(text, "[[place]]\nid = \"l{n}\"\nname = \"{name}\"\nkind = \"city\"\nparent = \"l{parent}\"\n{demonyms}");
                    }
                }
                for (at, (n, name, place)) in organizations.into_iter().enumerate() {
                    let n = if whole { at } else { n };
                    if is_new("g", n) {
                        let _ = writeln!(text, "[[organization]]\nid = \"g{n}\"\nname = \"{name}\"\njurisdiction = \"l{place}\"");
                    }
                }
                for (at, (n, title, organization, of_role)) in offices.into_iter().enumerate() {
                    let n = if whole { at } else { n };
                    if is_new("o", n) {
                        let role = if of_role { "role = \"r0\"\n" } else { "" };
                        let _ = writeln!(text, "[[office]]\nid = \"o{n}\"\ntitle = \"{title}\"\nseats = 1\norganization = \"g{organization}\"\n{role}");
                    }
                }
                for (at, (n, name, alias, tenures)) in people.into_iter().enumerate() {
                    let n = if whole { at } else { n };
                    if is_new("p", n) {
                        let _ = writeln!(text, "[[person]]\nid = \"p{n}\"\nname = \"{name}\"\naliases = [\"{alias}\"]");
                        for (office, from, length) in tenures {
                            let to = from + length;
                            let _ = writeln!(text, "[[person.tenure]]\noffice = \"o{office}\"\nfrom = \"{from}\"\nto = \"{to}\"\nsource = \"x\"");
                        }
                    }
                }
                if words {
                    text.push_str("[titles]\nheads = [\"mayor\", \"boss\"]\n");
                }
                text
            })
    }

    fn layer(name: &str, text: &str) -> Layer {
        Layer { embedded: false, files: vec![(name.into(), PackText::Read(text.into()))] }
    }

    /// All that can be asked of knowledge, by ids.
    fn told(knowledge: &Knowledge) -> String {
        let mut out = String::new();
        for entity in knowledge.entities() {
            let _ =
                writeln!(out, "{} {} {:?}", knowledge.id(entity), knowledge.name(entity), knowledge.location(entity));
        }
        for (id, person) in knowledge.people() {
            let offices: Vec<_> = knowledge.tenures_of(id).map(|t| (t.office, t.dates(), t.location)).collect();
            let _ = writeln!(out, "{} {offices:?}", person.id());
        }
        for (id, office) in knowledge.offices() {
            let holders: Vec<_> = knowledge.tenures_in(id).map(|t| (t.person, t.dates())).collect();
            let titles: Vec<_> = office.titles().collect();
            let _ = writeln!(out, "{} {titles:?} {:?} {holders:?}", office.id(), office.organization());
        }
        for (_, place) in knowledge.places() {
            let _ = writeln!(out, "{} {:?} {:?}", place.id(), place.parent(), place.demonyms());
        }
        for name in ["Ann Lee", "Bo Carr", "Lee Carr", "ALC", "Carr Harbor", "Port Lee", "Carrish"] {
            let mut uses: Vec<_> = knowledge.names().exact(name).iter().map(|u| (u.entity(), u.form())).collect();
            uses.sort_by_key(|(entity, _)| *entity);
            let _ = writeln!(out, "{name} {uses:?}");
        }
        for key in ["mayor", "boss mayor", "harbor mayor", "mayor|carr|harbor", "mayor|ann|lee", "mayor|lee|port"] {
            let mut offices: Vec<_> = knowledge.forms().get(key).collect();
            offices.sort_unstable();
            let _ = writeln!(out, "{key} {offices:?}");
        }
        out
    }

    proptest! {
        #[test]
        fn laying_over_what_is_assembled_is_as_assembling_all(below in pack("below", true), above in pack("above", false)) {
            let (base, _) = assemble(&Knowledge::default(), &[layer("below.toml", &below)]);
            let (laid, problems) = assemble(&base, &[layer("above.toml", &above)]);
            let (fresh, all) = assemble(&Knowledge::default(), &[layer("below.toml", &below), layer("above.toml", &above)]);
            prop_assert_eq!(told(&laid), told(&fresh));
            let above_only: Vec<_> = all.into_iter().filter(|p| p.path.starts_with("above.toml")).collect();
            let of_seats = |p: &&KnowledgeProblem| p.code == "knowledge-overlap";
            prop_assert!(above_only.iter().filter(|p| !of_seats(p)).eq(problems.iter().filter(|p| !of_seats(p))));
            prop_assert!(problems.iter().all(|p| p.path.starts_with("above.toml")));
        }
    }
}
