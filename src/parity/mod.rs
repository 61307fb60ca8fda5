//! From a pair and its two texts to what the editions do not say alike.
//!
//! Each rule is a file: what it asks, why, and a function from a [`Comparison`] to findings, which point at both editions.
//! No rule knows of another, and none of them changes or renders anything. What a site or a notice lets pass is taken out
//! at the end, in one place ([`settle`]).

mod acronyms;
mod answers;
mod apostrophes;
mod capitals;
mod changed_since_signature;
mod comparison;
mod contacts;
mod copied;
mod doubled_word;
mod emphasis;
mod figures;
mod footnotes;
mod glossary;
mod heading_jump;
mod images;
mod language_map;
mod lexicon;
mod link_count;
mod link_language;
mod link_targets;
mod link_text;
mod links;
mod list_items;
mod list_punctuation;
mod message_calls;
mod paragraphs;
mod part;
mod post_marks;
mod proper_names;
mod reading;
mod retyped_clause;
mod same_link_text;
mod settle;
mod spacing;
mod sub_headings;
mod surplus;
mod tables;
mod unanswered;
mod unbalanced;
mod unsigned;
mod untranslated;
mod words;

use crate::diagnostic::{Log, Rule};
use crate::domain::{Bilingual, Level, Site};
use crate::pair::Pair;
use crate::signature::Signing;
use crate::wording::Wording;

pub use comparison::{Comparison, Section, leaves};
pub use part::{Joined, by_sub_heading};

use lexicon::Lexicon;

/// The rules in the order of the documentation.
const RULES: &[fn(&Comparison<'_>, &mut Log)] = &[
    sub_headings::check,
    list_items::check,
    paragraphs::check,
    tables::check,
    images::check,
    footnotes::check,
    emphasis::check,
    post_marks::check,
    message_calls::check,
    figures::check,
    link_count::check,
    link_targets::check,
    link_language::check,
    link_text::check,
    same_link_text::check,
    acronyms::check,
    untranslated::check,
    copied::check,
    glossary::check,
    retyped_clause::check,
    contacts::check,
    proper_names::check,
    list_punctuation::check,
    spacing::check,
    apostrophes::check,
    doubled_word::check,
    unbalanced::check,
    heading_jump::check,
    unsigned::check,
    changed_since_signature::check,
];

/// A pair with what is compared: its texts, and what was signed of them.
#[derive(Clone, Copy)]
pub struct Compared<'a> {
    /// The pair.
    pub pair: &'a Pair,
    /// The texts of its editions.
    pub texts: &'a Bilingual<&'a str>,
    /// Who has signed them.
    pub signing: &'a Signing,
}

impl Compared<'_> {
    /// The sections that both editions have, the words of the front matter first. Of a draft, those that are written.
    #[must_use]
    pub fn sections(&self) -> Vec<Bilingual<Section>> {
        comparison::shared_sections(self)
    }
}

/// Compares the editions of a site's pairs.
pub struct Parity<'a> {
    site: &'a Site,
    wordings: Bilingual<Wording<'a>>,
    lexicon: Lexicon,
    is_off: bool,
}

impl<'a> Parity<'a> {
    /// Prepares to compare the editions of pairs.
    #[must_use]
    pub fn new(site: &'a Site, wordings: Bilingual<Wording<'a>>) -> Self {
        let is_off = |rule: &Rule| site.parity.level(rule.word()) == Some(Level::Off);
        let is_off = Rule::ALL.iter().filter(|rule| rule.is_parity()).all(is_off);
        let lexicon = if is_off { Lexicon::default() } else { Lexicon::new(site, &wordings) };
        Self { site, wordings, lexicon, is_off }
    }

    /// Puts the editions of a pair side by side, of which these are the sections.
    #[must_use]
    pub fn comparison<'c>(&'c self, compared: Compared<'c>, sections: &'c [Bilingual<Section>]) -> Comparison<'c> {
        Comparison::new(compared, self.site, (&self.wordings, &self.lexicon), sections)
    }

    /// What the editions of a pair do not say alike.
    #[must_use]
    pub fn pair(&self, compared: Compared<'_>) -> Log {
        let mut log = Log::new();
        if self.is_off {
            return log;
        }
        let sections = compared.sections();
        let comparison = self.comparison(compared, &sections);
        for check in RULES {
            check(&comparison, &mut log);
        }
        settle::settle(log, &comparison)
    }
}
