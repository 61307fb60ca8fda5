//! From a Markdown text to HTML, with typography, links resolved and messages in their places.
//!
//! Every attribute goes through the one escaper of the Markdown library or of this file. Raw HTML is left out: it was
//! refused before. No inline style comes out, so that a strict content security policy holds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, TextMergeStream, html,
};

use super::{EXTENSIONS, LANGUAGE_SCHEME, calls, destination};
use crate::domain::Profile;
use crate::locale::Typesetter;

/// Where the text of a message comes to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Placement {
    /// In the middle of a sentence.
    Inline,
    /// As paragraphs of its own.
    Block,
}

/// Gives a heading its id, from its level, its text and its explicit id.
pub type Anchor<'a> = dyn Fn(u8, &str, Option<&str>) -> Option<String> + 'a;

/// What a text is set with.
pub struct Setting<'a> {
    /// The typography of its language.
    pub profile: Profile,
    /// The address that a destination stands for; nothing where it was refused before.
    pub link: &'a dyn Fn(&str) -> Option<String>,
    /// The HTML of a message.
    pub message: &'a dyn Fn(&str, Placement) -> Option<String>,
    /// The ids of headings.
    pub anchor: &'a Anchor<'a>,
    /// What the link from a footnote back to the text is called.
    pub footnote_back: &'a str,
}

impl Setting<'_> {
    /// Sets a whole text.
    #[must_use]
    pub fn text(&self, markdown: &str) -> String {
        let mut out = String::with_capacity(markdown.len() * 5 / 4);
        html::push_html(&mut out, self.events(markdown).into_iter());
        out
    }

    /// Sets a text of one sentence without the paragraph around it.
    #[must_use]
    pub fn sentence(&self, markdown: &str) -> String {
        let html = self.text(markdown);
        let sentence = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
        match sentence {
            Some(sentence) if !sentence.contains("<p>") => sentence.to_owned(),
            _ => html,
        }
    }

    /// Sets a text in parts: what stands before the first heading of the second level, then what follows each of them.
    /// These headings themselves are left out.
    #[must_use]
    pub fn sections(&self, markdown: &str) -> Vec<String> {
        let mut parts = Vec::new();
        let mut part = Vec::new();
        let mut in_heading = false;
        for event in self.events(markdown) {
            match &event {
                Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => {
                    parts.push(std::mem::take(&mut part));
                    in_heading = true;
                }
                Event::End(TagEnd::Heading(HeadingLevel::H2)) => in_heading = false,
                _ if in_heading => {}
                _ => part.push(event),
            }
        }
        parts.push(part);
        let set = |events: Vec<Event<'_>>| {
            let mut out = String::with_capacity(events.len() * 32);
            html::push_html(&mut out, events.into_iter());
            out
        };
        parts.into_iter().map(set).collect()
    }

    fn events<'t>(&self, markdown: &'t str) -> Vec<Event<'t>> {
        let events: Vec<_> = TextMergeStream::new(Parser::new_ext(markdown, EXTENSIONS)).collect();
        let mut setter = Setter {
            setting: self,
            typesetter: Typesetter::new(self.profile),
            out: Vec::with_capacity(events.len()),
            code: false,
            in_head: false,
            alignments: Vec::new(),
            column: 0,
            footnotes: BTreeMap::new(),
            open: Vec::new(),
        };
        let mut at = 0;
        while at < events.len() {
            if let Some(block) = setter.lone_message(&events[at..]) {
                setter.out.push(Event::Html(block.into()));
                at += 3;
            } else {
                setter.event(&events[at..]);
                at += 1;
            }
        }
        setter.out
    }
}

struct Setter<'s, 't> {
    setting: &'s Setting<'s>,
    typesetter: Typesetter,
    out: Vec<Event<'t>>,
    code: bool,
    in_head: bool,
    alignments: Vec<Alignment>,
    column: usize,
    footnotes: BTreeMap<String, usize>,
    /// The ends of elements that were begun in another form than the library's.
    open: Vec<Cow<'static, str>>,
}

impl<'t> Setter<'_, 't> {
    /// A paragraph that consists of one call gives way to the message's own paragraphs.
    fn lone_message(&self, events: &[Event<'t>]) -> Option<String> {
        let [Event::Start(Tag::Paragraph), Event::Text(text), Event::End(TagEnd::Paragraph), ..] = events else {
            return None;
        };
        let text = text.trim();
        let call = calls(text).next().filter(|call| call.span.range() == (0..text.len()))?;
        (self.setting.message)(call.name, Placement::Block)
    }

    fn event(&mut self, events: &[Event<'t>]) {
        match &events[0] {
            Event::Start(tag) => self.start(tag, events),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) if self.code => self.out.push(Event::Text(text.clone())),
            Event::Text(text) => self.text(text),
            Event::Code(code) => {
                self.typesetter.pass(code);
                self.out.push(Event::Code(code.clone()));
            }
            Event::SoftBreak => {
                self.typesetter.pass(" ");
                self.out.push(Event::SoftBreak);
            }
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::Html(_) | Event::InlineHtml(_) => {}
            other => self.out.push(other.clone()),
        }
    }

    fn text(&mut self, text: &CowStr<'t>) {
        let mut from = 0;
        for call in calls(text) {
            let Some(html) = (self.setting.message)(call.name, Placement::Inline) else { continue };
            if from < call.span.start {
                let set = self.typesetter.set(&text[from..call.span.start]);
                self.out.push(Event::Text(set.into()));
            }
            self.typesetter.pass(&html);
            self.out.push(Event::InlineHtml(html.into()));
            from = call.span.end;
        }
        let set = self.typesetter.set(&text[from..]);
        self.out.push(Event::Text(set.into()));
    }

    fn start(&mut self, tag: &Tag<'t>, events: &[Event<'t>]) {
        match tag {
            Tag::Paragraph | Tag::Item | Tag::BlockQuote(_) => {
                self.typesetter.begin();
                self.out.push(Event::Start(tag.clone()));
            }
            Tag::Heading { level, id, .. } => {
                self.typesetter.begin();
                let anchor = (self.setting.anchor)(super::scan::level_of(*level), &heading_text(events), id.as_deref());
                let tag =
                    Tag::Heading { level: *level, id: anchor.map(Into::into), classes: Vec::new(), attrs: Vec::new() };
                self.out.push(Event::Start(tag));
            }
            Tag::CodeBlock(_) => {
                self.code = true;
                self.out.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
            }
            Tag::Link { link_type, dest_url, title, .. } => self.link(&destination(*link_type, dest_url), title),
            Tag::Image { link_type, dest_url, title, id } => {
                let dest_url = (self.setting.link)(dest_url).unwrap_or_default().into();
                self.out.push(Event::Start(Tag::Image {
                    link_type: *link_type,
                    dest_url,
                    title: title.clone(),
                    id: id.clone(),
                }));
            }
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                self.html("<div class=\"table\"><table>");
            }
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.html("<tr>");
            }
            Tag::TableCell => self.cell(),
            Tag::FootnoteDefinition(label) => self.footnote(label),
            other => self.out.push(Event::Start(other.clone())),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Table => self.html("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.html("</tr></thead><tbody>");
            }
            TagEnd::TableRow => self.html("</tr>"),
            TagEnd::TableCell => self.html(if self.in_head { "</th>" } else { "</td>" }),
            TagEnd::Link | TagEnd::FootnoteDefinition => {
                let end = self.open.pop().unwrap_or_default();
                self.out.push(Event::InlineHtml(end.into()));
            }
            TagEnd::CodeBlock => {
                self.code = false;
                self.out.push(Event::End(tag));
            }
            other => self.out.push(Event::End(other)),
        }
    }

    fn html(&mut self, html: &'static str) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    /// A link, or `[words](lang:en)`, which is a passage in another language.
    fn link(&mut self, destination: &str, title: &str) {
        if let Some(language) = destination.strip_prefix(LANGUAGE_SCHEME) {
            self.out.push(Event::InlineHtml(format!("<span lang=\"{}\">", escaped(language)).into()));
            self.open.push("</span>".into());
            return;
        }
        let Some(address) = (self.setting.link)(destination) else {
            self.open.push("".into());
            return;
        };
        let mut html = format!("<a href=\"{}\"", escaped(&address));
        if !title.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(html, " title=\"{}\"", escaped(title));
        }
        html.push('>');
        self.out.push(Event::InlineHtml(html.into()));
        self.open.push("</a>".into());
    }

    fn cell(&mut self) {
        self.typesetter.begin();
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"end\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ => "",
        };
        self.column += 1;
        let html = if self.in_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") };
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.footnotes.len() + 1;
        *self.footnotes.entry(label.to_owned()).or_insert(next)
    }

    fn footnote_reference(&mut self, label: &str) {
        let number = self.number(label);
        let html =
            format!("<sup><a href=\"#note-{number}\" id=\"note-{number}-ref\" role=\"doc-noteref\">{number}</a></sup>");
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn footnote(&mut self, label: &str) {
        let number = self.number(label);
        self.typesetter.begin();
        self.out.push(Event::InlineHtml(format!("<div class=\"footnote\" id=\"note-{number}\" role=\"note\">").into()));
        let back = escaped(self.setting.footnote_back);
        self.open.push(
            format!("<a href=\"#note-{number}-ref\" role=\"doc-backlink\" aria-label=\"{back}\">↩</a></div>\n").into(),
        );
    }
}

fn heading_text(events: &[Event<'_>]) -> String {
    let inside = events.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    inside
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            _ => None,
        })
        .collect()
}

/// Text as the value of an attribute.
fn escaped(text: &str) -> Cow<'_, str> {
    if text.contains(['&', '<', '>', '"', '\'']) {
        let escaped = text
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\'', "&#39;");
        return escaped.into();
    }
    text.into()
}
