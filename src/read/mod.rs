//! From the texts of a site's files to what they say: the site, its theme's manifest, and editions with their facts.
//!
//! Every value keeps its place. Nothing is compared with its twin here (that is [`crate::pair`]) and no file is opened:
//! texts come from [`crate::load`].

mod accepted;
mod aliases;
mod edition;
mod fields;
mod front;
mod front_matter;
mod headings;
mod look;
mod section_list;
mod signature;
mod signs;
mod site;
mod stated;
mod target;
mod theme;
mod vocabulary;
mod yaml;

pub use edition::{Kind, ReadEdition, Reader};
pub use front::{Front, front};
pub use headings::SectionNames;
pub use signature::{signature, signed_texts};
pub use signs::signs;
pub use site::site;
pub use stated::Stated;
pub use target::{TargetFault, refused_target, target};
pub use theme::{Manifest, OptionKind, manifest};
