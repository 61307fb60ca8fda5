//! From a Markdown text to what checks and plans must know of it, with places.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::{EXTENSIONS, PLACEHOLDERS, calls, destination};
use crate::domain::{Span, Spanned, is_control};

/// Containers within containers; beyond it the minifier could overflow its stack.
const DEEPEST: usize = 24;
/// Events of one text; a table of seven kilobytes can stand for megabytes of empty cells.
const MOST_EVENTS: usize = 200_000;

/// What stands in a Markdown text. Ranges are bytes of that text.
#[derive(Debug, Default)]
pub struct Scan {
    /// Its headings in order.
    pub headings: Vec<ScannedHeading>,
    /// Its links and images in order.
    pub links: Vec<ScannedLink>,
    /// The messages that it calls by `{{ name }}`; the names may be malformed.
    pub calls: Vec<Spanned<String>>,
    /// Raw HTML, comments included.
    pub html: Vec<Span>,
    /// The first words before any heading of the second level.
    pub preamble: Option<Span>,
    /// Control characters that an entity stands for.
    pub controls: Vec<Span>,
    /// Places of `[…]`: words still to be written.
    pub placeholders: Vec<Span>,
    /// Where it is nested too deeply or too large to be set.
    pub excess: Option<Span>,
    /// Whether there are any words.
    pub has_words: bool,
}

/// A heading of a Markdown text.
#[derive(Debug, PartialEq, Eq)]
pub struct ScannedHeading {
    /// 1 to 6.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// Its explicit id, `{#id}`.
    pub id: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// Whether words follow it before the next heading of the same or a higher level.
    pub has_words: bool,
}

/// A link or an image.
#[derive(Debug, PartialEq, Eq)]
pub struct ScannedLink {
    /// What it leads to, entities and escapes resolved.
    pub destination: String,
    /// Whether it is an image.
    pub is_image: bool,
    /// Where it stands.
    pub span: Span,
}

/// Scans a Markdown text.
#[must_use]
pub fn scan(text: &str) -> Scan {
    let mut scanner = Scanner { text, scan: Scan::default(), heading: None, depth: 0 };
    let events = TextMergeWithOffset::new(Parser::new_ext(text, EXTENSIONS).into_offset_iter());
    for (count, (event, range)) in events.enumerate() {
        if count > MOST_EVENTS || scanner.depth > DEEPEST {
            scanner.scan.excess = Some(range.into());
            break;
        }
        scanner.event(event, range.into());
    }
    scanner.scan
}

struct Scanner<'a> {
    text: &'a str,
    scan: Scan,
    heading: Option<ScannedHeading>,
    depth: usize,
}

impl Scanner<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.start(tag, span);
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                if let (TagEnd::Heading(_), Some(heading)) = (tag, self.heading.take()) {
                    self.scan.headings.push(heading);
                }
            }
            Event::Text(text) => {
                self.controls(&text, span);
                self.words(&text, span);
                self.marks(span);
            }
            Event::Code(text) => self.words(&text, span),
            Event::Html(_) | Event::InlineHtml(_) => self.scan.html.push(span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Heading { level, id, .. } => {
                let id = id.map(|id| id.to_string());
                // The library counts the end of the line in.
                let end = span.start + self.text.get(span.range()).map_or(0, |heading| heading.trim_end().len());
                let span = Span::new(span.start, end);
                self.heading =
                    Some(ScannedHeading { level: level_of(level), text: String::new(), id, span, has_words: false });
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                self.controls(&title, span);
                self.link(&destination(link_type, &dest_url), false, span);
            }
            Tag::Image { dest_url, title, .. } => {
                self.controls(&title, span);
                self.link(&dest_url, true, span);
                self.note_words(span);
            }
            _ => {}
        }
    }

    fn link(&mut self, destination: &str, is_image: bool, span: Span) {
        self.scan.links.push(ScannedLink { destination: destination.to_owned(), is_image, span });
    }

    fn words(&mut self, text: &str, span: Span) {
        match &mut self.heading {
            Some(heading) => heading.text.push_str(text),
            None if !text.trim().is_empty() => self.note_words(span),
            None => {}
        }
    }

    /// Words count for the last heading and for all that stand over it.
    fn note_words(&mut self, span: Span) {
        self.scan.has_words = true;
        let mut level = 7;
        for heading in self.scan.headings.iter_mut().rev() {
            if heading.level < level {
                level = heading.level;
                if std::mem::replace(&mut heading.has_words, true) {
                    break;
                }
            }
        }
        if self.scan.preamble.is_none() && !self.scan.headings.iter().any(|heading| heading.level == 2) {
            self.scan.preamble = Some(span);
        }
    }

    /// Those that stand in the source itself were noticed with its other characters.
    fn controls(&mut self, text: &str, span: Span) {
        let is_typed = self.text.get(span.range()).is_some_and(|source| source.contains(is_control));
        if text.contains(is_control) && !is_typed {
            self.scan.controls.push(span);
        }
    }

    /// Calls and placeholders are looked for in the source, so that their places are exact.
    fn marks(&mut self, span: Span) {
        let Some(source) = self.text.get(span.range()) else { return };
        self.scan
            .calls
            .extend(calls(source).map(|call| Spanned::new(call.name.to_owned(), call.span.shifted(span.start))));
        for mark in PLACEHOLDERS {
            let places =
                source.match_indices(mark).map(|(at, mark)| Span::new(at, at + mark.len()).shifted(span.start));
            self.scan.placeholders.extend(places);
        }
    }
}

pub(super) const fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_know_whether_words_follow() {
        let scan = scan("## Summary\n\nWords.\n\n## Competencies\n\n### Core {#core}\n\n- Item\n\n## Empty\n");
        let found: Vec<_> =
            scan.headings.iter().map(|heading| (heading.level, heading.text.as_str(), heading.has_words)).collect();
        assert_eq!(found, [(2, "Summary", true), (2, "Competencies", true), (3, "Core", true), (2, "Empty", false)]);
        assert_eq!(scan.headings[2].id.as_deref(), Some("core"));
        assert_eq!(scan.preamble, None);
    }

    #[test]
    fn what_needs_a_second_look_has_its_place() {
        let text = "Early *words* until {{ deadline }}, […] <b>x</b> [a](javascript:x) ![b](c.png)\n\n<!-- note -->\n";
        let scan = scan(text);
        assert_eq!(&text[scan.calls[0].span.range()], "{{ deadline }}");
        assert_eq!(&text[scan.placeholders[0].range()], "[…]");
        assert_eq!(scan.html.len(), 3);
        assert_eq!(scan.links.iter().map(|link| link.is_image).collect::<Vec<_>>(), [false, true]);
        assert!(scan.preamble.is_some());
    }

    #[test]
    fn a_heap_of_signs_is_excess() {
        assert!(scan(&format!("{}x", "> ".repeat(1000))).excess.is_some(), "depth");
        let wide = format!("{}|\n{}|\n{}", "|a".repeat(1000), "|-".repeat(1000), "|b|\n".repeat(2000));
        assert!(scan(&wide).excess.is_some(), "cells");
    }
}
