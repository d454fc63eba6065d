//! People, offices, tenures, organizations and places: load, check, look up as of a day.
//!
//! In: layers of pack files ([`Layer`]). Out: [`Knowledge`], the records in force, checked, with the tables that
//! recognition walks, and a list of [`KnowledgeProblem`]s. Knowledge never changes once assembled; an edited pack makes a
//! new one, which is swapped in whole. Nothing here reads a file.
//!
//! The embedded packs are assembled while the program is built (`build.rs` compiles this folder too), and their tables lie
//! in it ready for use; a workspace's packs are laid over a copy of them.
//!
//! The model follows Popolo (Person, Post, Membership, Organization, Area); a tenure's dates are Wikidata's P580 and P582.

mod assemble;
pub mod census;
pub mod coverage;
mod date;
pub mod embedded;
mod file;
mod in_force;
mod name_words;
mod names;
mod record;
mod stored;
pub mod titles;

pub use assemble::{KnowledgeProblem, Layer, assemble};
pub use date::{Certainty, MONTH_NAMES, PartialDate, WEEKDAY_NAMES, covers, long_date, weekday_name};
pub use in_force::{Knowledge, KnowledgeFile, PackText};
pub use name_words::NameWords;
pub use names::{NameForm, NameHit, NameHits, NameScratch, NameTable, NameUse};
pub use record::{
    Common, Entity, Location, NameOrder, Office, OfficeId, Organization, OrganizationId, Person, PersonId, Place,
    PlaceId, PlaceKind, Status, Tenure, Term, TermId, Vacancy,
};
pub use stored::Texts;
