//! Who held which office when, and where the record has holes.
//!
//! In: the knowledge. Out: for each office its holders in order, with every gap and overlap between them. An office of one
//! seat is looked at from the day its pack says it covers, or from the office's own first day, to the pack's review or the
//! office's last day. Dates known to the month or the year are read in favor of contact: what they may cover is no gap, and
//! what they may leave free is no overlap.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

use super::date::{PartialDate, long_date};
use super::in_force::Knowledge;
use super::record::{OfficeId, Tenure};

/// One office's record.
pub struct OfficeCoverage<'k> {
    pub office: OfficeId,
    /// Earliest first.
    pub holders: Vec<Tenure<'k>>,
    /// Of an office of one seat whose pack says from when on it covers; earliest first.
    pub faults: Vec<Fault<'k>>,
}

/// What does not meet.
pub enum Fault<'k> {
    /// Nobody is on record for these days, both included.
    Gap { from: Date, to: Date, why: Option<&'k str> },
    /// Two hold the one seat from a day on, neither acting.
    Overlap { first: Tenure<'k>, second: Tenure<'k> },
}

impl Fault<'_> {
    /// Whether the record says why.
    pub fn is_explained(&self) -> bool {
        matches!(self, Fault::Gap { why: Some(_), .. })
    }
}

/// Looks at every office, in the order of the packs.
pub fn coverage(knowledge: &Knowledge) -> Vec<OfficeCoverage<'_>> {
    knowledge
        .offices()
        .map(|(office, record)| {
            let holders: Vec<Tenure> = knowledge.tenures_in(office).collect();
            let faults = match record.seats() {
                Some(1) => faults(knowledge, office, &holders),
                _ => Vec::new(),
            };
            OfficeCoverage { office, holders, faults }
        })
        .collect()
}

fn faults<'k>(knowledge: &'k Knowledge, office: OfficeId, holders: &[Tenure<'k>]) -> Vec<Fault<'k>> {
    let record = knowledge.office(office);
    let file = &knowledge.files()[record.location().file as usize];
    let (Some(covers), Some(reviewed)) = (file.covers, file.reviewed) else { return Vec::new() };
    let begin = record.from().map_or(covers.earliest(), |from| from.latest().max(covers.earliest()));
    let end = record.to().map_or(reviewed.earliest(), |to| to.earliest().min(reviewed.earliest()));
    let mut found = Vec::new();
    // the first day for which nobody is on record yet
    let mut open = begin;
    let mut gap = |from: Date, to: Date| {
        if from <= to {
            found.push(Fault::Gap { from, to, why: reason(knowledge, office, from, to) });
        }
    };
    for tenure in holders {
        let day_before = tenure.from.earliest().yesterday().unwrap_or(Date::MIN);
        gap(open, day_before.min(end));
        let next = tenure.to.map_or(Date::MAX, |to| to.latest().tomorrow().unwrap_or(Date::MAX));
        open = open.max(next);
    }
    gap(open, end);
    for (n, second) in holders.iter().enumerate().filter(|(_, t)| !t.acting) {
        for first in holders[..n].iter().filter(|t| !t.acting && t.person != second.person) {
            // the day of handing over may be either's
            if first.to.is_none_or(|to| second.from.latest() < to.earliest()) {
                found.push(Fault::Overlap { first: *first, second: *second });
            }
        }
    }
    found
}

/// Why nobody held an office on any of these days.
fn reason(knowledge: &Knowledge, office: OfficeId, from: Date, to: Date) -> Option<&str> {
    let covers = |v: &super::record::Vacancy| {
        let begins = v.from.earliest().checked_sub(1.day()).unwrap_or(Date::MIN);
        begins <= from && v.to.is_none_or(|end| to <= end.latest().checked_add(1.day()).unwrap_or(Date::MAX))
    };
    knowledge.office(office).vacancies().find(covers).map(|v| v.why)
}

/// `gap of 12 days: 3 March 2004 to 14 March 2004 (the seat was empty)`
impl fmt::Display for Fault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Gap { from, to, why } => {
                let days = (*to - *from).get_days() + 1;
                let plural = if days == 1 { "" } else { "s" };
                write!(f, "gap of {days} day{plural}: {}", long_date(*from))?;
                if days > 1 {
                    write!(f, " to {}", long_date(*to))?;
                }
                match why {
                    Some(why) => write!(f, " ({why})"),
                    None => write!(f, " (unexplained)"),
                }
            }
            Fault::Overlap { first, second } => {
                let until = first.to.map_or_else(|| "today".to_owned(), |to: PartialDate| to.to_string());
                write!(f, "overlap: the one before stays until {until}, the next comes on {}", second.from)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Knowledge, Layer, PackText, assemble};
    use super::coverage;

    /// What is found of the one office of a pack that covers 2003 to 2020.
    fn found(office: &str, tenures: &[(&str, &str, Option<&str>)]) -> Vec<String> {
        let mut pack = String::from("[pack]\nid = \"p\"\nreviewed = 2020-12-31\ncovers = 2003-01-01\n");
        pack +=
            &format!("[[office]]\nid = \"o\"\ntitle = \"Mayor\"\nseats = 1\n{office}\n[titles]\nheads = [\"mayor\"]\n");
        for (person, from, to) in tenures {
            let id = person.to_lowercase();
            pack += &format!("[[person]]\nid = \"{id}\"\nname = \"{person}\"\n[[person.tenure]]\noffice = \"o\"\n");
            pack += &format!("from = \"{from}\"\nsource = \"x\"\n");
            if let Some(to) = to {
                pack += &format!("to = \"{to}\"\n");
            }
        }
        let layer = Layer { embedded: false, files: vec![("p.toml".into(), PackText::Read(pack.into()))] };
        let (knowledge, _) = assemble(&Knowledge::default(), &[layer]);
        coverage(&knowledge).iter().flat_map(|o| o.faults.iter().map(ToString::to_string)).collect()
    }

    #[test]
    fn holders_who_meet_leave_no_gap() {
        let meeting =
            [("Ann", "1999", Some("2008-03-16")), ("Bea", "2008-03-17", Some("2015-05")), ("Cai", "2015-06", None)];
        assert_eq!(found("", &meeting), [""; 0]);
    }

    #[test]
    fn gaps_are_counted_in_days_and_explained() {
        let apart = [("Ann", "2003", Some("2008-03-16")), ("Bea", "2008-03-20", None)];
        assert_eq!(found("", &apart), ["gap of 3 days: 17 March 2008 to 19 March 2008 (unexplained)"]);
        let vacancy = "[[office.vacancy]]\nfrom = 2008-03-16\nto = 2008-03-20\nwhy = \"an election was held\"";
        assert_eq!(found(vacancy, &apart), ["gap of 3 days: 17 March 2008 to 19 March 2008 (an election was held)"]);
    }

    #[test]
    fn an_office_is_looked_at_while_there_is_one() {
        let late = [("Ann", "2010-05-01", Some("2018-06-30"))];
        assert_eq!(found("from = 2010-05-01\nto = 2018-06-30", &late), [""; 0]);
        assert_eq!(
            found("from = 2010-05-01", &late),
            ["gap of 915 days: 1 July 2018 to 31 December 2020 (unexplained)"]
        );
    }

    #[test]
    fn one_seat_has_one_holder() {
        let both = [("Ann", "2003", Some("2008-03-16")), ("Bea", "2007", None)];
        assert_eq!(found("", &both), ["overlap: the one before stays until 16 March 2008, the next comes on 2007"]);
    }
}
