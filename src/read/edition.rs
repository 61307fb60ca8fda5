//! From the text of one edition to its words, the facts that it states and the shape of its body.

use super::accepted::accepted;
use super::aliases::aliases;
use super::fields::Fields;
use super::front_matter;
use super::headings::SectionNames;
use super::section_list;
use super::stated::{self, Stated};
use super::target::{refused_target, target};
use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text};
use crate::domain::{
    Bilingual, Digest, Edition, Link, Outline, Place, Side, Site, SitePath, Span, Spanned, Target, Words,
};
use crate::markdown::{self, Call, LANGUAGE_SCHEME, PLACEHOLDERS, Scan};

/// What kind of page an edition belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A vacancy notice.
    Notice,
    /// An ordinary page.
    Page,
}

/// An edition with the facts that it states.
#[derive(Debug, Clone)]
pub struct ReadEdition {
    /// Its words and its shape.
    pub edition: Edition,
    /// Its facts, each with its place.
    pub stated: Stated,
    /// Places of `[…]` and the like: words still to be written.
    pub placeholders: Vec<Span>,
    /// Whether its body has any words.
    pub has_words: bool,
    /// Whether its body could be found, and read to its end.
    pub is_whole: bool,
}

/// Reads editions by the rules of a site.
pub struct Reader<'a> {
    /// The site.
    pub site: &'a Site,
    /// The headings of its sections in each language.
    pub names: Bilingual<SectionNames>,
}

impl Reader<'_> {
    /// Reads the text of an edition.
    #[must_use]
    pub fn edition(&self, path: &SitePath, side: Side, kind: Kind, text: &str) -> Diagnosed<ReadEdition> {
        let mut log = Log::new();
        let (node, body) = front_matter::split(text, path, &mut log);
        let readable = node.is_some();
        let node = node.unwrap_or_else(|| front_matter::empty(body));
        let mut of_facts = Log::new();
        let mut fields = Fields::open(node, path, &mut of_facts);
        let mut placeholders = Vec::new();
        let states_title = fields.states("title");
        let mut words = words(&mut fields, kind, &mut placeholders, &mut log);
        let mut stated = match kind {
            Kind::Notice => stated::of_notice(&mut fields, self.site, &mut of_facts),
            Kind::Page => stated::of_page(&mut fields, &mut of_facts),
        };
        words.corrections = stated.corrections.as_ref().map(|stated| stated.value.clone()).unwrap_or_default();
        placeholders.extend(words.corrections.iter().map(|correction| &correction.text).filter_map(unfinished));
        let accepted = accepted(&mut fields, &mut log);
        fields.finish(&mut of_facts);
        stated.has_faults = !readable || of_facts.has_errors();
        log.append(of_facts);
        if !readable {
            stated.unreadable = stated::KEYS.to_vec();
        } else if states_title && words.title.value.is_empty() {
            stated.unreadable.push("title");
        }
        let scan = markdown::scan(&text[body..]);
        let outline = self.outline(path, side, kind, &scan, body, &mut log);
        placeholders.extend(scan.placeholders.iter().map(|span| span.shifted(body)));
        let edition =
            Edition { path: path.clone(), digest: Digest::of(text.as_bytes()), body, words, outline, accepted };
        let is_whole = scan.excess.is_none() && (readable || body < text.len());
        Diagnosed::new(ReadEdition { edition, stated, placeholders, has_words: scan.has_words, is_whole }, log)
    }

    fn outline(&self, path: &SitePath, side: Side, kind: Kind, scan: &Scan, body: usize, log: &mut Log) -> Outline {
        let place = |span: Span| Place::new(path.clone(), span.shifted(body));
        for span in &scan.html {
            log.push(Diagnostic::new(Rule::RawHtml, place(*span), "raw-html").hint("raw-html-hint"));
        }
        for span in &scan.controls {
            let message = Text::new("control-character-entity");
            log.push(Diagnostic::new(Rule::ControlCharacter, place(*span), message).hint("character-hint"));
        }
        if let Some(span) = scan.excess {
            log.push(Diagnostic::new(Rule::TooLarge, place(span), "text-too-large"));
        }
        for heading in scan.headings.iter().filter(|heading| heading.level == 1) {
            log.push(
                Diagnostic::new(Rule::HeadingLevel, place(heading.span), "heading-level").hint("heading-level-hint"),
            );
        }
        if let (Kind::Notice, Some(span)) = (kind, scan.preamble) {
            let with_place = self.site.sections.iter().filter(|section| section.takes_words());
            let known: Vec<_> = with_place.filter_map(|section| self.names[side].heading(&section.id)).collect();
            let known = Text::new("words-without-place-hint").with("sections", known.join(" · "));
            log.push(Diagnostic::new(Rule::WordsWithoutPlace, place(span), "words-before-sections").hint(known));
        }
        let sections = match kind {
            Kind::Notice => section_list::read(self.site, &self.names[side], &scan.headings, &place, log),
            Kind::Page => Vec::new(),
        };
        Outline { sections, links: links(path, scan, &place, log), messages: calls(scan, body, &place, log) }
    }
}

fn links(path: &SitePath, scan: &Scan, place: &dyn Fn(Span) -> Place, log: &mut Log) -> Vec<Link> {
    let mut links = Vec::new();
    for link in &scan.links {
        if let Some(language) = link.destination.strip_prefix(LANGUAGE_SCHEME) {
            if link.is_image || !is_language(language) {
                let message = Text::new("unknown-language-tag").with("language", language);
                log.push(Diagnostic::new(Rule::ForbiddenScheme, place(link.span), message));
            }
            continue;
        }
        match target(&link.destination, path) {
            Ok(Target::Address(_)) if link.is_image => {
                log.push(
                    Diagnostic::new(Rule::ForbiddenScheme, place(link.span), "foreign-image")
                        .hint("foreign-image-hint"),
                );
            }
            Ok(Target::File(path, _)) if link.is_image && path.as_str().ends_with(".md") => {
                let finding = Diagnostic::new(Rule::BrokenLink, place(link.span), "page-as-image");
                log.push(finding.hint("page-as-image-hint"));
            }
            Ok(target @ Target::File(..)) => links.push(Link { target, span: place(link.span).span }),
            Ok(_) => {}
            Err(fault) => log.push(refused_target(&link.destination, &fault, place(link.span))),
        }
    }
    links
}

fn is_language(tag: &str) -> bool {
    (2..=12).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn calls(scan: &Scan, body: usize, place: &dyn Fn(Span) -> Place, log: &mut Log) -> Vec<Spanned<String>> {
    let mut messages = Vec::new();
    for call in &scan.calls {
        if (Call { name: &call.value, span: call.span }).is_well_formed() {
            messages.push(Spanned::new(call.value.clone(), call.span.shifted(body)));
        } else {
            let message = Text::new("malformed-call").with("text", &call.value);
            log.push(Diagnostic::new(Rule::UnknownMessage, place(call.span), message).hint("malformed-call-hint"));
        }
    }
    messages
}

fn words(fields: &mut Fields<'_>, kind: Kind, placeholders: &mut Vec<Span>, log: &mut Log) -> Words {
    let title = fields.text("title", log);
    let slug = fields.text("slug", log);
    let summary = fields.prose("summary", log);
    let post_titles = match kind {
        Kind::Notice => fields.texts("post-titles", log),
        Kind::Page => Vec::new(),
    };
    let written = [&title, &slug, &summary].into_iter().flatten().chain(&post_titles);
    placeholders.extend(written.filter_map(unfinished));
    let summary = summary.map(|summary| summary.map(|summary| summary.trim().to_owned()));
    let post_titles = post_titles.into_iter().map(|title| title.map(|title| title.trim().to_owned())).collect();
    let title = title.unwrap_or_else(|| Spanned::new(String::new(), Span::new(fields.span.start, fields.span.start)));
    let name = crate::domain::slug(slug.as_ref().map_or(&title.value, |slug| &slug.value));
    let name = (!name.is_empty()).then_some(name);
    let title = title.map(|title| title.trim().to_owned());
    let aliases = aliases(fields, log);
    Words { title, slug, name, summary, post_titles, corrections: Vec::new(), aliases }
}

/// Where a text stands of which some words are still to be written.
fn unfinished(text: &Spanned<String>) -> Option<Span> {
    PLACEHOLDERS.iter().any(|mark| text.value.contains(mark)).then_some(text.span)
}
