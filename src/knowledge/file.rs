//! The shape of a pack file, as people write it: TOML tables, or a TSV of places.
//!
//! In: the text of one file. Out: its records with the byte span of each part that a message may have to point at, and the
//! problems that reading met. A TOML file with a bad value gives one problem with its line and no record; a bad line of a
//! TSV costs that line alone. Nothing is looked up here and no reference is followed.

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};
use toml::Spanned;

use super::date::PartialDate;

/// A problem in a pack file: what is wrong and where, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// What is wrong, and what to do, in a sentence without a full stop.
    pub message: String,
    /// Where, in bytes of the file.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
}

/// What heads a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PackHeader {
    /// The file's own id.
    pub id: String,
    /// What it covers, for people.
    pub name: Option<String>,
    /// The day to which its open tenures were last seen to hold.
    pub reviewed: Option<DateValue>,
    /// The day from which its offices of one seat are meant to be without gaps.
    pub covers: Option<DateValue>,
    /// What the sources' licenses ask to be said.
    pub attribution: Option<String>,
}

/// A date as written in a record: a TOML local date, or a string for a month or a year.
#[derive(Clone, Copy, Debug)]
pub struct DateValue(pub PartialDate);

impl<'de> Deserialize<'de> for DateValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Local(toml::value::Datetime),
            Text(String),
            Year(i64),
        }
        let written = match Written::deserialize(deserializer)? {
            Written::Local(datetime) => datetime.to_string(),
            Written::Text(text) => text,
            Written::Year(year) => year.to_string(),
        };
        PartialDate::parse(&written).map(DateValue).ok_or_else(|| {
            de::Error::custom(format!("\"{written}\" is no date; write 2023-03-11, \"2023-03\" or \"2023\""))
        })
    }
}

/// One string, or several.
#[derive(Clone, Debug, Default)]
pub struct Strings(pub Vec<String>);

impl<'de> Deserialize<'de> for Strings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;
        impl<'de> Visitor<'de> for OneOrMany {
            type Value = Strings;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a string or an array of strings")
            }
            fn visit_str<E>(self, text: &str) -> Result<Strings, E> {
                Ok(Strings(vec![text.to_owned()]))
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Strings, A::Error> {
                let mut all = Vec::new();
                while let Some(item) = items.next_element()? {
                    all.push(item);
                }
                Ok(Strings(all))
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

/// Which part of a person's name comes first.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum NameOrder {
    /// `Xi Jinping`: the first word is the surname.
    FamilyFirst,
    /// `Angela Merkel`: the last word is the surname.
    #[default]
    GivenFirst,
}

/// `[[person]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PersonRecord {
    pub id: Spanned<String>,
    pub name: String,
    pub native: Option<String>,
    #[serde(default)]
    pub name_order: NameOrder,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub wikidata: Option<String>,
    #[serde(default)]
    pub tenure: Vec<Spanned<TenureRecord>>,
}

/// `[[person.tenure]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TenureRecord {
    pub office: Spanned<String>,
    pub from: Spanned<DateValue>,
    pub to: Option<Spanned<DateValue>>,
    #[serde(default)]
    pub acting: bool,
    #[serde(default = "yes")]
    pub checked: bool,
    #[serde(default)]
    pub source: Strings,
}

fn yes() -> bool {
    true
}

/// `[[role]]`: what offices of one kind in many jurisdictions share.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RoleRecord {
    pub id: Spanned<String>,
    pub titles: Vec<String>,
}

/// `[[office]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OfficeRecord {
    pub id: Spanned<String>,
    pub title: String,
    #[serde(default)]
    pub also: Vec<String>,
    pub role: Option<Spanned<String>>,
    pub organization: Option<Spanned<String>>,
    pub jurisdiction: Option<Spanned<String>>,
    pub seats: Option<u32>,
    pub roster_since: Option<DateValue>,
    pub rank: Option<u32>,
    /// When the office was created.
    pub from: Option<DateValue>,
    /// When it was abolished.
    pub to: Option<DateValue>,
    #[serde(default)]
    pub vacancy: Vec<VacancyRecord>,
}

/// `[[office.vacancy]]`: a stretch in which nobody held the office.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct VacancyRecord {
    pub from: DateValue,
    pub to: Option<DateValue>,
    pub why: String,
    #[serde(default)]
    pub source: Strings,
}

/// `[[organization]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrganizationRecord {
    pub id: Spanned<String>,
    pub name: String,
    pub native: Option<String>,
    #[serde(default)]
    pub abbreviations: Vec<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub former: Vec<String>,
    pub kind: Option<String>,
    pub parent: Option<Spanned<String>>,
    pub jurisdiction: Option<Spanned<String>>,
    pub wikidata: Option<String>,
    #[serde(default)]
    pub source: Strings,
}

/// `[[place]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlaceRecord {
    pub id: Spanned<String>,
    pub name: String,
    pub native: Option<String>,
    pub kind: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub former: Vec<String>,
    #[serde(default)]
    pub demonyms: Vec<String>,
    #[serde(default)]
    pub renamed: Vec<RenamedRecord>,
    /// `word` or `name`: what the name mostly is in print.
    pub common: Option<Spanned<String>>,
    pub parent: Option<Spanned<String>>,
    #[serde(default)]
    pub within: Vec<Spanned<String>>,
    #[serde(default)]
    pub regions: Vec<String>,
    pub capital: Option<Spanned<String>>,
    pub geonames: Option<u32>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub population: Option<u64>,
    pub wikidata: Option<String>,
    #[serde(default)]
    pub source: Strings,
}

/// An earlier official name of a place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RenamedRecord {
    pub name: String,
    /// Its last day, month or year.
    pub until: DateValue,
}

/// `[[term]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TermRecord {
    pub id: Spanned<String>,
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub gloss: String,
    #[serde(default)]
    pub source: Strings,
}

/// The words that titles are made of; see [`super::titles::Vocabulary`].
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TitleWordsRecord {
    /// Nouns that name an office: `president`, `secretary`.
    #[serde(default)]
    pub heads: Vec<String>,
    /// Those of the heads that are held "to" someone: `ambassador`.
    #[serde(default)]
    pub sent: Vec<String>,
    /// Words of rank or scope that belong to a title: `vice`, `foreign`, `provincial`.
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// Nouns and adjectives that occur in what a title is "of": `affairs`, `committee`.
    #[serde(default)]
    pub fields: Vec<String>,
    /// Words that place the holding of an office in time: `former`, `acting`.
    #[serde(default)]
    pub status: Vec<StatusWord>,
    /// What stands before a name and is no office: `Mr.`.
    #[serde(default)]
    pub honorifics: Vec<String>,
    /// Plurals that do not end in `s`, or end so in the singular: `chairmen` = `chairman`.
    #[serde(default)]
    pub plurals: std::collections::BTreeMap<String, String>,
    /// Last words of organizations' names: `University`, `Bureau`.
    #[serde(default)]
    pub organization_tails: Vec<String>,
}

/// The words that people's names are made of.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NameWordsRecord {
    /// Surnames that stand before the given name.
    #[serde(default)]
    pub family_first: Vec<String>,
    /// Small words inside a name: `bin`, `van`.
    #[serde(default)]
    pub particles: Vec<String>,
    /// Surnames that are common words too.
    #[serde(default)]
    pub like_words: Vec<String>,
}

/// A word such as `former`, and what it says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StatusWord {
    pub word: String,
    pub means: Status,
}

/// How a title's words place the holding of an office in time.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// `former`, `ex-`: held before the day.
    Former,
    /// `then`, `then-`: held on the day that is told of.
    Then,
    /// `acting`, `interim`, `caretaker`.
    Acting,
    /// `outgoing`: still held.
    Outgoing,
    /// `incoming`, `-elect`, `-designate`: not yet held.
    Elect,
    /// `late`: the holder is dead.
    Late,
}

/// One file, read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PackFile {
    pub pack: Option<PackHeader>,
    #[serde(default)]
    pub person: Vec<PersonRecord>,
    #[serde(default)]
    pub role: Vec<RoleRecord>,
    #[serde(default)]
    pub office: Vec<OfficeRecord>,
    #[serde(default)]
    pub organization: Vec<OrganizationRecord>,
    #[serde(default)]
    pub place: Vec<PlaceRecord>,
    #[serde(default)]
    pub term: Vec<TermRecord>,
    #[serde(default)]
    pub titles: TitleWordsRecord,
    #[serde(default)]
    pub names: NameWordsRecord,
}

/// Reads a TOML pack file.
pub fn read_toml(text: &str) -> Result<PackFile, FileProblem> {
    toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        FileProblem { message: error.message().trim().replace('\n', "; "), start: span.start, end: span.end }
    })
}

/// Reads a TSV of places: a `#pack` line (tab-separated id, name, reviewed, attribution), a line of column names, then one
/// place a line. Lists within a field are separated by `|`. A bad line is reported and passed over.
pub fn read_tsv(text: &str) -> (PackFile, Vec<FileProblem>) {
    let mut file = PackFile::default();
    let mut problems = Vec::new();
    let mut columns: Vec<&str> = Vec::new();
    let mut start = text.len() - text.trim_start_matches('\u{feff}').len();
    for line in text[start..].split_inclusive('\n') {
        let fields: Vec<&str> = line.trim_end_matches(['\n', '\r']).split('\t').collect();
        let at = start;
        start += line.len();
        let mut problem =
            |message: String| problems.push(FileProblem { message, start: at, end: at + line.trim_end().len() });
        if fields[0] == "#pack" {
            let text = |i: usize| fields.get(i).filter(|f| !f.is_empty()).map(|f| (*f).to_owned());
            let reviewed = text(3).as_deref().and_then(PartialDate::parse).map(DateValue);
            file.pack = Some(PackHeader {
                id: text(1).unwrap_or_default(),
                name: text(2),
                reviewed,
                covers: None,
                attribution: text(4),
            });
        } else if fields == [""] || fields[0].starts_with('#') {
        } else if columns.is_empty() {
            columns = fields;
            for needed in ["id", "name", "kind"] {
                if !columns.contains(&needed) {
                    problem(format!("no column \"{needed}\"; a table of places needs id, name and kind"));
                }
            }
        } else if fields.len() > columns.len() {
            problem(format!("{} fields under {} columns", fields.len(), columns.len()));
        } else {
            match place_of(&columns, &fields, at) {
                Ok(place) => file.place.push(place),
                Err(message) => problem(message),
            }
        }
    }
    (file, problems)
}

/// Earlier names as a table writes them: `Bombay=1995-11`.
fn renamed(list: &[String]) -> Result<Vec<RenamedRecord>, String> {
    let one = |text: &String| {
        let (name, until) = text.split_once('=')?;
        Some(RenamedRecord { name: name.to_owned(), until: DateValue(PartialDate::parse(until)?) })
    };
    list.iter()
        .map(|text| one(text).ok_or_else(|| format!("\"{text}\" is no earlier name; write Bombay=1995-11")))
        .collect()
}

fn place_of(columns: &[&str], fields: &[&str], at: usize) -> Result<PlaceRecord, String> {
    // byte offset of each field, so that messages and definitions lead to it
    let column = |name: &str| columns.iter().position(|c| *c == name);
    let value = |name: &str| column(name).and_then(|i| fields.get(i)).map(|f| f.trim()).filter(|f| !f.is_empty());
    let spanned = |name: &str| {
        let index = column(name)?;
        let text = value(name)?;
        let start = at + fields[..index].iter().map(|f| f.len() + 1).sum::<usize>();
        Some(Spanned::new(start..start + text.len(), text.to_owned()))
    };
    let list = |name: &str| value(name).map_or_else(Vec::new, |v| v.split('|').map(|s| s.trim().to_owned()).collect());
    let number = |name: &str| match value(name).map(str::parse::<f64>) {
        Some(Err(_)) => Err(format!("{name} is no number")),
        Some(Ok(n)) => Ok(Some(n)),
        None => Ok(None),
    };
    Ok(PlaceRecord {
        id: spanned("id").ok_or("no id")?,
        name: value("name").ok_or("no name")?.to_owned(),
        native: value("native").map(str::to_owned),
        kind: value("kind").ok_or("no kind")?.to_owned(),
        aliases: list("aliases"),
        former: list("former"),
        demonyms: list("demonyms"),
        renamed: renamed(&list("renamed"))?,
        common: spanned("common"),
        parent: spanned("parent"),
        within: Vec::new(),
        regions: list("regions"),
        capital: spanned("capital"),
        geonames: value("geonames").and_then(|v| v.parse().ok()),
        lat: number("lat")?,
        lon: number("lon")?,
        population: value("population").and_then(|v| v.parse().ok()),
        wikidata: None,
        source: Strings::default(),
    })
}
