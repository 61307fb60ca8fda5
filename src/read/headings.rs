//! From the text of a heading to the section that it begins.

use std::collections::BTreeMap;

use crate::domain::Site;
use crate::strings::{Args, Bundle};

/// The headings of a site's sections in one language.
#[derive(Debug, Clone, Default)]
pub struct SectionNames {
    /// Ids in the order of the site, each with its heading.
    sections: Vec<(String, String)>,
    by_heading: BTreeMap<String, usize>,
    /// Ids of known sub-headings by section and heading.
    parts: BTreeMap<(String, String), String>,
}

impl SectionNames {
    /// The headings of a site's sections, from its strings.
    #[must_use]
    pub fn new(site: &Site, bundle: &Bundle) -> Self {
        let mut names = Self::default();
        for section in &site.sections {
            let message = format!("section-{}", section.id);
            let heading = bundle.format(&message, &Args::none()).unwrap_or_else(|_| section.id.clone());
            names.by_heading.insert(folded(&heading), names.sections.len());
            names.sections.push((section.id.clone(), heading));
            let prefix = format!("{message}-");
            for id in bundle.ids() {
                let Some(part) = id.strip_prefix(&prefix) else { continue };
                if let Ok(text) = bundle.format(id, &Args::none()) {
                    names.parts.insert((section.id.clone(), folded(&text)), format!("{}-{part}", section.id));
                }
            }
        }
        names
    }

    /// The id of the section that a heading begins.
    #[must_use]
    pub fn section(&self, heading: &str, explicit: Option<&str>) -> Option<&str> {
        let at = match explicit {
            Some(id) => self.sections.iter().position(|(section, _)| section == id)?,
            None => *self.by_heading.get(&folded(heading))?,
        };
        Some(&self.sections[at].0)
    }

    /// The id of a known sub-heading of a section.
    #[must_use]
    pub fn part(&self, section: &str, heading: &str) -> Option<&str> {
        self.parts.get(&(section.to_owned(), folded(heading))).map(String::as_str)
    }

    /// The position of a section in the site's order.
    #[must_use]
    pub fn position(&self, section: &str) -> Option<usize> {
        self.sections.iter().position(|(id, _)| id == section)
    }

    /// The heading of a section.
    #[must_use]
    pub fn heading(&self, section: &str) -> Option<&str> {
        self.sections.iter().find(|(id, _)| id == section).map(|(_, heading)| heading.as_str())
    }

    /// All headings in order.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().map(|(_, heading)| heading.as_str())
    }
}

/// Two headings are the same if they differ in case, blanks or kind of apostrophe only.
fn folded(heading: &str) -> String {
    let heading = heading.replace('’', "'").to_lowercase();
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}
