//! A notice and its editions, by how much is known of them: an [`Edition`] is one file, a [`Notice`] is the pair.

use std::sync::Arc;

use super::{Bilingual, Digest, Facts, Moment, Side, SitePath, Span, Spanned, Target};

/// One language's file of a pair, read: its words and the shape of its body. The body itself is read again from the
/// file when its page is rendered, so that memory does not grow with the site.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The file.
    pub path: SitePath,
    /// Fingerprint of the file as it was read.
    pub digest: Digest,
    /// Where the body begins in the file, in bytes.
    pub body: usize,
    /// What the front matter says in this language.
    pub words: Words,
    /// The shape of the body.
    pub outline: Outline,
    /// The findings about the pair that its writers accept.
    pub accepted: Vec<Acceptance>,
}

/// A finding that the writers of a notice accept, `accept: [{ rule: …, reason: … }]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The word of its rule.
    pub rule: String,
    /// The section in which it stands; any where nothing is said.
    pub section: Option<String>,
    /// Words that stand at its place in one of the editions; any where nothing is said.
    pub words: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// Where that is said.
    pub span: Span,
}

impl Edition {
    /// The path at which a file that the edition refers to is published: `/files/250655/job-description.pdf`. The owner is
    /// the notice's reference, or the name of the ordinary page.
    #[must_use]
    pub fn attachment_path(&self, source: &SitePath, owner: &str) -> String {
        let folder = self.path.folder();
        let stem = self.path.name().split('.').next().unwrap_or_default();
        let inside = source.as_str().strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        let inside = inside.map(|rest| rest.strip_prefix(stem).and_then(|rest| rest.strip_prefix('/')).unwrap_or(rest));
        match inside {
            Some(rest) => format!("/files/{owner}/{rest}"),
            None => format!("/files/{}", source.as_str().strip_prefix("content/").unwrap_or(source.as_str())),
        }
    }
}

/// The words of an edition's front matter.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The title; empty only where its absence was reported.
    pub title: Spanned<String>,
    /// The part of the address that the writer chose.
    pub slug: Option<Spanned<String>>,
    /// What the page is called in its address, from the slug or the title; nothing where neither gives a name.
    pub name: Option<String>,
    /// One or two sentences for lists.
    pub summary: Option<Spanned<String>>,
    /// The titles of the posts, in the order of the facts.
    pub post_titles: Vec<Spanned<String>>,
    /// What was corrected after the publication, in the order in which it is written.
    pub corrections: Vec<Correction>,
    /// Former paths of the page below the site's address: those of folders end in `/`, those of files in `.html`.
    pub aliases: Vec<Spanned<String>>,
}

/// A correction of a notice that is public already, in the words of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// From when on it is known.
    pub on: Spanned<Moment>,
    /// What is corrected.
    pub text: Spanned<String>,
}

/// What checks and plans need to know of a body without holding it.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The sections in order.
    pub sections: Vec<Heading>,
    /// Links to files of the site.
    pub links: Vec<Link>,
    /// The messages that the text calls by `{{ name }}`.
    pub messages: Vec<Spanned<String>>,
}

/// The heading of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The section's id.
    pub id: String,
    /// Where the heading stands.
    pub span: Span,
    /// Whether words follow it.
    pub has_words: bool,
}

/// A link in a body.
#[derive(Debug, Clone)]
pub struct Link {
    /// What it leads to.
    pub target: Target,
    /// Where it stands.
    pub span: Span,
}

/// A notice: facts once, words twice.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What both editions share.
    pub facts: Facts,
    /// Whether nothing was noticed that makes the facts doubtful: a fault in either edition makes them so in both.
    pub has_sound_facts: bool,
    /// The two editions. Plans of several instants share them.
    pub editions: Arc<Bilingual<Edition>>,
}

impl Notice {
    /// The corrections that its facts know of, in the words of one language, the newest first.
    #[must_use]
    pub fn corrections(&self, side: Side) -> Vec<&Correction> {
        let written = self.editions[side].words.corrections.iter().rev();
        let mut known: Vec<_> =
            written.filter(|correction| self.facts.corrected.contains(&correction.on.value)).collect();
        known.sort_by_key(|correction| std::cmp::Reverse(correction.on.value.instant));
        known
    }
}

/// An ordinary page of the site in both languages.
#[derive(Debug, Clone)]
pub struct Ordinary {
    /// The pair's path without language and ending.
    pub stem: String,
    /// Its place in the navigation, if it has one.
    pub menu: Option<u32>,
    /// Whether nothing was noticed that makes doubtful what both editions share.
    pub has_sound_facts: bool,
    /// The two editions.
    pub editions: Bilingual<Edition>,
}

impl Ordinary {
    /// The name under which the page's files are published.
    #[must_use]
    pub fn owner(&self) -> &str {
        self.stem.rsplit('/').next().unwrap_or(&self.stem)
    }
}
