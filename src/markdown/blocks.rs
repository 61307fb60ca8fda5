//! From a Markdown text to the tree of its blocks, each with its words as people read them and where they stand.
//!
//! It is for those who compare texts: a block keeps what it says and what is in it, not how it is set.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::scan::level_of;
use super::{EXTENSIONS, LANGUAGE_SCHEME, calls, destination};
use crate::domain::Span;

/// What stands in the words of a block in place of a call of a message, followed by spaces up to the call's length.
pub const CALL: char = '\u{FFFC}';

/// A part of a text: a heading, a paragraph, a list with its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Its own words; those of its children are theirs.
    pub prose: Prose,
    /// The blocks in it.
    pub children: Vec<Block>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// A paragraph; the words of a tight item are one too.
    Paragraph,
    /// A list, of items.
    List,
    /// An item of a list.
    Item,
    /// A table, of rows.
    Table,
    /// A row of a table, of cells; the head is the first.
    Row,
    /// A cell.
    Cell,
    /// A quotation.
    Quote,
    /// A block of code.
    Code,
    /// A footnote, by its label.
    Footnote(String),
}

/// Words as they are read, without markup, with their places in the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
    line_ends: Vec<usize>,
}

/// A part of the words that stands in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the words.
    at: usize,
    /// Where it stands in the text.
    span: Span,
    /// Whether it stands there as it is read: no escape, no entity.
    is_verbatim: bool,
}

/// What some of the words are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What they are.
    pub kind: MarkKind,
    /// Which words, in bytes of the prose.
    pub words: Range<usize>,
    /// Where it stands in the text, with its markup.
    pub span: Span,
}

/// What words within a block can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// A link, with its destination.
    Link(String),
    /// The description of an image, with its file.
    Image(String),
    /// A passage in another language, by its code.
    Language(String),
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Code.
    Code,
    /// A call of a message, by its name.
    Call(String),
    /// A reference to a footnote, by its label; there are no words.
    Footnote(String),
}

impl Block {
    /// A paragraph of words that are no Markdown, such as those of a front matter.
    #[must_use]
    pub fn words(words: &str, span: Span) -> Self {
        let mut prose = Prose::default();
        prose.push(words, span, words.len() == span.end - span.start);
        Self { kind: BlockKind::Paragraph, span, prose, children: Vec::new() }
    }
}

impl Prose {
    /// The words. Each call of a message is one [`CALL`] and spaces.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What some of the words are, in the order in which they end.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Where some of the words stand in the text.
    #[must_use]
    pub fn span(&self, words: &Range<usize>) -> Span {
        let start = self.place(words.start, Edge::Start);
        let end = if words.is_empty() { start } else { self.place(words.end, Edge::End) };
        Span::new(start, end.max(start))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Which of the words, blanks all of them, stand for the end of a line.
    #[must_use]
    pub fn line_ends(&self) -> &[usize] {
        &self.line_ends
    }

    /// The pieces that the words were put together from, in order: which words, where they stand, and whether they stand
    /// there as they are read.
    pub fn pieces(&self) -> impl Iterator<Item = (Range<usize>, Span, bool)> {
        let ends = self.pieces.iter().skip(1).map(|next| next.at).chain([self.text.len()]);
        self.pieces.iter().zip(ends).map(|(piece, end)| (piece.at..end, piece.span, piece.is_verbatim))
    }

    fn place(&self, at: usize, edge: Edge) -> usize {
        // The end of words belongs to the piece before it.
        let belongs = |piece: &&Piece| if edge == Edge::Start { piece.at <= at } else { piece.at < at };
        let piece = self.pieces.iter().rev().find(belongs).or(self.pieces.first());
        let Some(piece) = piece else { return 0 };
        match (piece.is_verbatim, edge) {
            (true, _) => (piece.span.start + at.saturating_sub(piece.at)).min(piece.span.end),
            (false, Edge::Start) => piece.span.start,
            (false, Edge::End) => piece.span.end,
        }
    }

    fn push(&mut self, words: &str, span: Span, is_verbatim: bool) {
        self.pieces.push(Piece { at: self.text.len(), span, is_verbatim });
        self.text.push_str(words);
    }

    /// Puts a sign in place of each call of a message. A call is no call where markup or a line end parts it.
    fn mark_calls(&mut self) {
        if !self.text.contains("{{") {
            return;
        }
        let line_ends = self.line_ends.iter().flat_map(|at| [*at, at + 1]);
        let marks = self.marks.iter().flat_map(|mark| [mark.words.start, mark.words.end]);
        let mut cuts: Vec<_> = line_ends.chain(marks).chain([0, self.text.len()]).collect();
        cuts.sort_unstable();
        let mut found = Vec::new();
        for ends in cuts.windows(2) {
            let called = calls(&self.text[ends[0]..ends[1]]);
            found.extend(called.map(|call| (call.name.to_owned(), call.span.shifted(ends[0]).range())));
        }
        for (name, words) in found {
            let blank = " ".repeat(words.len().saturating_sub(CALL.len_utf8()));
            self.text.replace_range(words.clone(), &format!("{CALL}{blank}"));
            let span = self.span(&words);
            self.marks.push(Mark { kind: MarkKind::Call(name), words, span });
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// The blocks of a text in order. Spans are shifted by `offset`, where the text begins in its file.
#[must_use]
pub fn blocks(text: &str, offset: usize) -> Vec<Block> {
    let root = Block { kind: BlockKind::Quote, span: Span::default(), prose: Prose::default(), children: Vec::new() };
    let mut builder = Builder { text, offset, open: vec![root], marks: Vec::new(), is_implicit: false };
    for (event, range) in Parser::new_ext(text, EXTENSIONS).into_offset_iter() {
        builder.event(event, range.into());
    }
    builder.close_implicit();
    // The library closes what it opens; whatever is left belongs to the root.
    while builder.open.len() > 1 {
        builder.close();
    }
    builder.open.pop().map(|root| root.children).unwrap_or_default()
}

struct Builder<'a> {
    text: &'a str,
    offset: usize,
    /// From the root to the block at hand.
    open: Vec<Block>,
    /// The marks that are open, and where their words begin.
    marks: Vec<(MarkKind, usize, Span)>,
    /// Whether the block at hand is the paragraph of a tight item, which the library does not tell.
    is_implicit: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => {
                let is_verbatim = self.text.get(span.range()) == Some(&*words);
                self.words(&words, span, is_verbatim);
            }
            Event::Code(words) => {
                let from = self.leaf(span).prose.text.len();
                self.words(&words, span, false);
                self.mark(MarkKind::Code, from, span);
            }
            Event::FootnoteReference(label) => {
                let from = self.leaf(span).prose.text.len();
                self.mark(MarkKind::Footnote(label.to_string()), from, span);
            }
            Event::SoftBreak => self.line_end(" ", span),
            Event::HardBreak => self.line_end("\n", span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let kind = match tag {
            Tag::Heading { level, .. } => BlockKind::Heading(level_of(level)),
            Tag::Paragraph => BlockKind::Paragraph,
            Tag::List(_) => BlockKind::List,
            Tag::Item => BlockKind::Item,
            Tag::Table(_) => BlockKind::Table,
            Tag::TableHead | Tag::TableRow => BlockKind::Row,
            Tag::TableCell => BlockKind::Cell,
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::CodeBlock(_) => BlockKind::Code,
            Tag::FootnoteDefinition(label) => BlockKind::Footnote(label.to_string()),
            tag => return self.open_mark(&tag, span),
        };
        self.close_implicit();
        // The library counts the end of the last line in.
        let end = span.start + self.text.get(span.range()).map_or(span.end - span.start, |text| text.trim_end().len());
        let span = Span::new(span.start, end).shifted(self.offset);
        self.open.push(Block { kind, span, prose: Prose::default(), children: Vec::new() });
    }

    fn open_mark(&mut self, tag: &Tag<'_>, span: Span) {
        let kind = match tag {
            Tag::Link { link_type, dest_url, .. } => match dest_url.strip_prefix(LANGUAGE_SCHEME) {
                Some(code) => MarkKind::Language(code.to_owned()),
                None => MarkKind::Link(destination(*link_type, dest_url).into_owned()),
            },
            Tag::Image { dest_url, .. } => MarkKind::Image(dest_url.to_string()),
            Tag::Emphasis => MarkKind::Emphasis,
            Tag::Strong => MarkKind::Strong,
            _ => return,
        };
        let from = self.leaf(span).prose.text.len();
        self.marks.push((kind, from, span));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link | TagEnd::Image | TagEnd::Emphasis | TagEnd::Strong => {
                if let Some((kind, from, span)) = self.marks.pop() {
                    self.mark(kind, from, span);
                }
            }
            TagEnd::HtmlBlock | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            _ => {
                self.close_implicit();
                self.close();
            }
        }
    }

    fn mark(&mut self, kind: MarkKind, from: usize, span: Span) {
        let offset = self.offset;
        let prose = &mut self.leaf(span).prose;
        let words = from.min(prose.text.len())..prose.text.len();
        prose.marks.push(Mark { kind, words, span: span.shifted(offset) });
    }

    fn words(&mut self, words: &str, span: Span, is_verbatim: bool) {
        let place = span.shifted(self.offset);
        let leaf = self.leaf(span);
        leaf.prose.push(words, place, is_verbatim);
        leaf.span.end = leaf.span.end.max(place.end);
    }

    fn line_end(&mut self, words: &str, span: Span) {
        let prose = &mut self.leaf(span).prose;
        prose.line_ends.push(prose.text.len());
        self.words(words, span, false);
    }

    /// The block that takes words: the one at hand, or a new paragraph in it.
    fn leaf(&mut self, span: Span) -> &mut Block {
        let takes_words = |block: &Block| {
            matches!(block.kind, BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Cell | BlockKind::Code)
        };
        if !self.open.last().is_some_and(takes_words) {
            let span = span.shifted(self.offset);
            let kind = BlockKind::Paragraph;
            self.open.push(Block { kind, span, prose: Prose::default(), children: Vec::new() });
            self.is_implicit = true;
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn close_implicit(&mut self) {
        if std::mem::take(&mut self.is_implicit) {
            self.close();
        }
    }

    fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(mut block) = self.open.pop() else { return };
        block.prose.mark_calls();
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(blocks: &[Block]) -> String {
        let inner = |block: &Block| {
            let name = format!("{:?}", block.kind).to_lowercase();
            let words = if block.prose.is_empty() { String::new() } else { format!(" {:?}", block.prose.text()) };
            let children = outline(&block.children);
            format!("({name}{words}{}{children})", if children.is_empty() { "" } else { " " })
        };
        blocks.iter().map(inner).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_is_a_tree() {
        let text = "## A *b*\n\nOne\ntwo.\n\n- x\n  - y\n- z\n\n|a|b|\n|-|-|\n|c|d|\n\n> q\n";
        assert_eq!(
            outline(&blocks(text, 0)),
            "(heading(2) \"A b\") (paragraph \"One two.\") (list (item (paragraph \"x\") (list (item (paragraph \"y\")))) \
             (item (paragraph \"z\"))) (table (row (cell \"a\") (cell \"b\")) (row (cell \"c\") (cell \"d\"))) \
             (quote (paragraph \"q\"))"
        );
    }

    #[test]
    fn words_have_their_places() {
        let text = "- A **bold** [link](https://x.example/) &amp; 5 {{ years }}[^1] \\* end\n\n[^1]: Note";
        let found = blocks(text, 100);
        let prose = &found[0].children[0].children[0].prose;
        let say = |words: &str| {
            let at = prose.text().find(words).expect("it is there");
            let span = prose.span(&(at..at + words.len()));
            &text[span.start - 100..span.end - 100]
        };
        assert_eq!([say("bold"), say("link"), say("&"), say("5"), say("end")], ["bold", "link", "&amp;", "5", "end"]);
        assert!(prose.text().contains("5 \u{FFFC}"));
        let marks: Vec<_> =
            prose.marks().iter().map(|mark| &text[mark.span.start - 100..mark.span.end - 100]).collect();
        assert_eq!(marks, ["**bold**", "[link](https://x.example/)", "[^1]", "{{ years }}"]);
    }

    #[test]
    fn a_call_that_markup_or_a_line_end_parts_is_none() {
        for text in ["{{*x*}}", "{{\n}}", "{{ `x` }}", "{{[^1]}}\n\n[^1]: x"] {
            let prose = blocks(text, 0).swap_remove(0).prose;
            assert!(!prose.text().contains(CALL), "{text}");
        }
        let prose = blocks("{{ *x* {{ years }}", 0).swap_remove(0).prose;
        assert_eq!(prose.marks().len(), 2);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_blocks_within_it(text in "([-*>|#` \\[\\](){}&;!^:\\\\\n]|[a-zé0-9]{1,3}|lang:fr|\n\n){0,60}") {
            fn within(blocks: &[Block], text: &str) {
                for block in blocks {
                    assert!(text.get(block.span.range()).is_some(), "{block:?}");
                    let prose = &block.prose;
                    for (at, sign) in prose.text().char_indices() {
                        let span = prose.span(&(at..at + sign.len_utf8()));
                        assert!(text.get(span.range()).is_some(), "{sign} of {block:?}");
                    }
                    assert!(prose.marks().iter().all(|mark| prose.text().get(mark.words.clone()).is_some()));
                    within(&block.children, text);
                }
            }
            within(&blocks(&text, 0), &text);
        }
    }
}
