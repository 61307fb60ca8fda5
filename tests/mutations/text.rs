//! From the text of an edition to its lines: what each of them is, which of its words a reader sees, in which section.

use std::ops::Range;

/// The text of an edition and its lines.
pub struct Text {
    /// The text.
    pub text: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of an edition.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, without its end.
    pub range: Range<usize>,
    /// Where its words stand: without the sign of a list, the signs of a heading, the key.
    pub words: Range<usize>,
    /// Its section; the front matter is the first, and each heading of level two begins one.
    pub section: usize,
    /// Which line of its section it is.
    pub at: usize,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words of the front matter: title, summary, title of a post.
    Front,
    /// Another line of the front matter.
    Fact,
    /// The heading of a section.
    Section,
    /// A heading within a section.
    SubHeading,
    /// A paragraph.
    Paragraph,
    /// A call of a message, alone.
    Call,
    /// An item of a list.
    Item,
    /// The head of a table.
    Head,
    /// The line under the head of a table.
    Rule,
    /// A row of a table.
    Row,
    /// A footnote.
    Footnote,
    /// Nothing.
    Blank,
}

impl Text {
    /// Cuts a text into its lines.
    pub fn new(text: String) -> Self {
        let mut lines: Vec<Line> = Vec::new();
        let mut is_front = false;
        let (mut start, mut section, mut at) = (0, 0, 0);
        for line in text.split_inclusive('\n') {
            let words = line.trim_end_matches('\n');
            let fence = words == "---" && section == 0;
            let before = lines.last().map(|line| line.kind);
            let (kind, marker) = if fence || is_front { front(words, &lines, &text) } else { body(words, before) };
            is_front ^= fence;
            if kind == Kind::Section {
                (section, at) = (section + 1, 0);
            }
            let range = start..start + words.len();
            lines.push(Line { kind, words: start + marker..range.end, range, section, at });
            start += line.len();
            at += 1;
        }
        Self { text, lines }
    }

    /// The words of a line.
    pub fn words(&self, line: &Line) -> &str {
        &self.text[line.words.clone()]
    }

    /// The lines of a section.
    pub fn section(&self, section: usize) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.section == section)
    }

    /// The section in which a byte lies.
    pub fn section_at(&self, at: usize) -> usize {
        self.lines.iter().rfind(|line| line.range.start <= at).map_or(0, |line| line.section)
    }

    /// The parts of a line that a reader sees: without calls, destinations, labels of footnotes and signs of emphasis.
    pub fn seen(&self, line: &Line) -> Vec<Range<usize>> {
        let words = self.words(line);
        let mut hidden: Vec<Range<usize>> = Vec::new();
        for (open, close) in [("{{", "}}"), ("](", ")"), ("[^", "]"), ("{#", "}"), ("<", ">")] {
            for (start, _) in words.match_indices(open) {
                let length = words[start..].find(close).map_or(open.len(), |end| end + close.len());
                hidden.push(start..start + length);
            }
        }
        hidden.extend(words.match_indices("**").map(|(start, _)| start..start + 2));
        hidden.sort_by_key(|range| range.start);
        let mut seen = Vec::new();
        let mut start = 0;
        for hidden in hidden {
            if hidden.start > start {
                seen.push(start..hidden.start);
            }
            start = start.max(hidden.end);
        }
        seen.push(start.min(words.len())..words.len());
        let offset = line.words.start;
        seen.into_iter()
            .map(|range| range.start + offset..range.end + offset)
            .filter(|range| !range.is_empty())
            .collect()
    }
}

/// The kind of a line of the front matter, and where its words begin.
fn front(line: &str, before: &[Line], text: &str) -> (Kind, usize) {
    if line.starts_with("title: ") || line.starts_with("summary: ") {
        return (Kind::Front, line.find(' ').map_or(0, |at| at + 1));
    }
    let key = before.iter().rev().map(|line| &text[line.range.clone()]).find(|line| !line.starts_with(' '));
    let is_title_of_post = key == Some("post-titles:") && line.starts_with("  - ");
    if is_title_of_post { (Kind::Front, 4) } else { (Kind::Fact, 0) }
}

/// The kind of a line of the body, and where its words begin.
fn body(line: &str, before: Option<Kind>) -> (Kind, usize) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_in_table = matches!(before, Some(Kind::Head | Kind::Rule | Kind::Row));
    match line {
        "" => (Kind::Blank, 0),
        _ if line.starts_with("## ") => (Kind::Section, 3),
        _ if line.starts_with("### ") => (Kind::SubHeading, 4),
        _ if line.starts_with("- ") => (Kind::Item, 2),
        _ if digits > 0 && line[digits..].starts_with(". ") => (Kind::Item, digits + 2),
        _ if line.starts_with("|-") => (Kind::Rule, 0),
        _ if line.starts_with('|') => (if is_in_table { Kind::Row } else { Kind::Head }, 1),
        _ if line.starts_with("[^") => (Kind::Footnote, line.find("]: ").map_or(0, |at| at + 3)),
        _ if line.starts_with("{{") && line.ends_with("}}") => (Kind::Call, 0),
        _ => (Kind::Paragraph, 0),
    }
}
