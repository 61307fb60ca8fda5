//! From the words of a block to HTML: with their marks, the messages that they call, and what has changed in them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use super::edits::{ByBlock, Edits};
use super::html::{escaped, put};
use crate::domain::{SitePath, Target};
use crate::locale::Typesetter;
use crate::markdown::{Block, BlockKind, Mark, MarkKind, Placement, Prose, Setting};
use crate::read::target;
use crate::strings::Args;
use crate::wording::Wording;

/// Sets the words of one language.
pub(super) struct Setter<'a> {
    pub wording: &'a Wording<'a>,
    /// What the messages of the notice are formatted with.
    pub args: &'a Args<'a>,
    /// The edition.
    pub path: &'a SitePath,
    /// The published address of a file of the site.
    pub address: &'a dyn Fn(&SitePath) -> String,
    /// What stands before words that were put in, and before those that were taken out, for those who only hear it.
    pub asides: [String; 2],
}

impl Setter<'_> {
    /// A block with all that is in it.
    pub fn block(&self, block: &Block, edits: &ByBlock, depth: usize) -> String {
        let words = || self.prose(&block.prose, edits.get(&block.span.start));
        let children = || block.children.iter().map(|child| self.block(child, edits, 0)).collect::<String>();
        match &block.kind {
            BlockKind::Heading(level) => {
                let level = level.clamp(&3, &6);
                format!("<h{level}>{}</h{level}>", words())
            }
            BlockKind::Paragraph => match self.lone_message(&block.prose) {
                Some(html) => format!("<div class=\"call\">{html}</div>"),
                None if depth > 0 => format!("<p class=\"item depth-{}\">{}</p>", depth.min(4), words()),
                None => format!("<p>{}</p>", words()),
            },
            BlockKind::List => format!("<ul>{}</ul>", children()),
            BlockKind::Item => format!("<li>{}</li>", children()),
            BlockKind::Table => format!("<table class=\"own\">{}</table>", self.table(block, edits)),
            BlockKind::Row | BlockKind::Cell => children(),
            BlockKind::Quote => format!("<blockquote>{}</blockquote>", children()),
            BlockKind::Code => format!("<pre><code>{}</code></pre>", words()),
            BlockKind::Footnote(label) => {
                format!("<div class=\"footnote\"><sup>{}</sup> {}</div>", escaped(label), children())
            }
        }
    }

    fn table(&self, table: &Block, edits: &ByBlock) -> String {
        let mut html = String::new();
        for (at, row) in table.children.iter().enumerate() {
            html.push_str("<tr>");
            for cell in &row.children {
                let words = self.prose(&cell.prose, edits.get(&cell.span.start));
                match at {
                    0 => put(&mut html, format_args!("<th scope=\"col\">{words}</th>")),
                    _ => put(&mut html, format_args!("<td>{words}</td>")),
                }
            }
            html.push_str("</tr>");
        }
        html
    }

    /// Words with their marks and what has changed in them.
    pub fn prose(&self, prose: &Prose, edits: Option<&Edits>) -> String {
        let none = Edits::default();
        let edits = edits.unwrap_or(&none);
        let mut marks: Vec<&Mark> = prose.marks().iter().collect();
        marks.sort_by_key(|mark| (mark.words.start, Reverse(mark.words.end)));
        let mut ends: BTreeSet<usize> = [0, prose.text().len()].into();
        ends.extend(marks.iter().flat_map(|mark| [mark.words.start, mark.words.end]));
        ends.extend(edits.added.iter().flat_map(|words| [words.start, words.end]));
        ends.extend(edits.removed.iter().map(|(at, _)| *at));
        let typesetter = Typesetter::new(self.wording.site.typography[self.wording.side]);
        let mut line = Line { setter: self, prose, edits, typesetter, open: Vec::new(), out: String::new() };
        let ends: Vec<usize> = ends.into_iter().collect();
        for (at, start) in ends.iter().enumerate() {
            line.stop(*start, &marks);
            if let Some(end) = ends.get(at + 1) {
                line.words(*start..*end, &marks);
            }
        }
        line.out
    }

    /// A paragraph that consists of one call gives way to the message's own paragraphs.
    fn lone_message(&self, prose: &Prose) -> Option<String> {
        let [Mark { kind: MarkKind::Call(name), words, .. }] = prose.marks() else { return None };
        let is_alone = |outside: Option<&str>| outside.is_some_and(|outside| outside.trim().is_empty());
        let text = prose.text();
        let is_all = is_alone(text.get(..words.start)) && is_alone(text.get(words.end..));
        is_all.then(|| self.message(name, Placement::Block)).flatten()
    }

    /// The HTML of a message, if there is such a message.
    fn message(&self, name: &str, placement: Placement) -> Option<String> {
        let text = self.wording.bundle.format(name, self.args).ok()?;
        let elsewhere = SitePath::new("i18n");
        let setting = Setting {
            profile: self.wording.site.typography[self.wording.side],
            link: &|destination| match target(destination, &elsewhere) {
                Ok(Target::Address(address)) => Some(address),
                _ => None,
            },
            message: &|_, _| None,
            anchor: &|_, _, _| None,
            footnote_back: "",
        };
        Some(match placement {
            Placement::Block => setting.text(&text),
            Placement::Inline => setting.sentence(&text),
        })
    }

    fn link(&self, destination: &str) -> Option<String> {
        match target(destination, self.path).ok()? {
            Target::Address(address) => Some(address),
            Target::File(path, fragment) if fragment.is_empty() => Some((self.address)(&path)),
            Target::File(path, fragment) => Some(format!("{}#{fragment}", (self.address)(&path))),
            Target::Fragment(_) => None,
        }
    }
}

/// Words while they are set.
struct Line<'s> {
    setter: &'s Setter<'s>,
    prose: &'s Prose,
    edits: &'s Edits,
    typesetter: Typesetter,
    /// The ends of the marks that are open, and what closes them.
    open: Vec<(usize, &'static str)>,
    out: String,
}

impl Line<'_> {
    /// What stands between two pieces of words: ends and beginnings of marks, references to footnotes, removed words.
    fn stop(&mut self, at: usize, marks: &[&Mark]) {
        while let Some((_, closing)) = self.open.pop_if(|(end, _)| *end <= at) {
            self.out.push_str(closing);
        }
        for (_, words) in self.edits.removed.iter().filter(|(place, _)| *place == at) {
            let aside = escaped(&self.setter.asides[1]);
            put(&mut self.out, format_args!(" <del><span class=\"aside\">{aside} </span>{}</del> ", escaped(words)));
        }
        for mark in marks.iter().filter(|mark| mark.words.start == at) {
            match (&mark.kind, mark.words.is_empty()) {
                (MarkKind::Footnote(label), _) => put(&mut self.out, format_args!("<sup>{}</sup>", escaped(label))),
                (_, true) => {}
                (kind, false) => {
                    let (opening, closing) = self.element(kind);
                    self.out.push_str(&opening);
                    self.open.push((mark.words.end, closing));
                }
            }
        }
    }

    fn element(&self, kind: &MarkKind) -> (String, &'static str) {
        match kind {
            MarkKind::Link(destination) => match self.setter.link(destination) {
                Some(address) => (format!("<a href=\"{}\">", escaped(&address)), "</a>"),
                None => (String::new(), ""),
            },
            MarkKind::Image(file) => {
                (format!("<span class=\"image\"><span class=\"file\">{}</span> ", escaped(file)), "</span>")
            }
            MarkKind::Language(code) => (format!("<span lang=\"{}\">", escaped(code)), "</span>"),
            MarkKind::Emphasis => ("<em>".to_owned(), "</em>"),
            MarkKind::Strong => ("<strong>".to_owned(), "</strong>"),
            MarkKind::Code => ("<code>".to_owned(), "</code>"),
            MarkKind::Call(_) => ("<span class=\"call\">".to_owned(), "</span>"),
            MarkKind::Footnote(_) => (String::new(), ""),
        }
    }

    fn words(&mut self, words: Range<usize>, marks: &[&Mark]) {
        let is_within = |range: &Range<usize>| range.start <= words.start && words.end <= range.end;
        let text = self.prose.text().get(words.clone()).unwrap_or_default();
        let is_code = marks.iter().any(|mark| mark.kind == MarkKind::Code && is_within(&mark.words));
        let call = marks.iter().find_map(|mark| match &mark.kind {
            MarkKind::Call(name) if is_within(&mark.words) => Some((name, mark.words.start)),
            _ => None,
        });
        let html = match call {
            // A call may be cut in two where words begin or end that have changed.
            Some((_, start)) if start != words.start => return,
            Some((name, _)) => {
                let html = self.setter.message(name, Placement::Inline).unwrap_or_else(|| escaped(name));
                self.typesetter.pass(&html);
                html
            }
            None if is_code => {
                self.typesetter.pass(text);
                escaped(text)
            }
            None => escaped(&self.typesetter.set(text)).replace('\n', "<br>"),
        };
        if self.edits.added.iter().any(is_within) {
            let aside = escaped(&self.setter.asides[0]);
            put(&mut self.out, format_args!("<ins><span class=\"aside\">{aside} </span>{html}</ins>"));
        } else {
            self.out.push_str(&html);
        }
    }
}
