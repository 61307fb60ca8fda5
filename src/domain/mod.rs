//! The nouns of diptych: what a notice, a pair, a fact, a state and a site are, apart from files, pages and words.
//!
//! Nothing here reads, writes, formats for people, or knows a clock.

mod bilingual;
mod colour;
mod deployment;
mod digest;
mod employment;
mod facts;
mod feed;
mod money;
mod name;
mod notice;
mod order;
mod signature;
mod site;
mod source;
mod state;
mod time;
mod vocabulary;

pub use bilingual::{Bilingual, Side};
pub use colour::Colour;
pub use deployment::{Bucket, DeployTarget, Server, Storage, TargetKind};
pub use digest::Digest;
pub use facts::{Deadline, Document, Extension, Facts, GradeRange, LanguageLevels, Post, Target};
pub use feed::{Feed, Filter};
pub use money::{Decimal, Period, Salary};
pub use name::{Unsafe, check_name, check_reference, composed, folded, is_control, is_invisible, slug};
pub use notice::{Acceptance, Correction, Edition, Heading, Link, Notice, Ordinary, Outline, Words};
pub use order::sorting_key;
pub use signature::{Hand, Part, Sealed, Signature};
pub use site::{
    Apply, CARDS, Language, Languages, Level, OptionValue, Parity, Paths, Piece, Profile, Section, Site, Tag,
};
pub use source::{Place, SitePath, Span, Spanned};
pub use state::{Marks, Standing, State};
pub use time::{Instant, Moment, TimeFault, TimeOfDay, Zone};
pub use vocabulary::{Location, Organisation, Vocabulary};
