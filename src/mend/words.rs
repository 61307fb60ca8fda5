//! From the words of an edition to the no-break spaces and apostrophes that its typography sets, where they can be typed.
//!
//! The typesetter of the build decides; a space that it does not put in because none was typed is added here. Addresses,
//! code, calls of messages, passages in another language and what stands in the text in another form than it is read in
//! are left alone.

use std::ops::Range;

use super::{Mend, MendKind};
use crate::domain::{Profile, Span, Spanned, slug};
use crate::locale::{Change, Typesetter, changes, missing_spaces};
use crate::markdown::{Block, BlockKind, MarkKind, Prose};
use crate::read::Front;

/// The mends of the words of a front matter. A title from which another address would be made stays.
pub(super) fn front(text: &str, front: &Front, profile: Profile) -> Vec<Mend> {
    let mends = |words: &Spanned<String>| {
        let typed = Typed::value(text, words);
        let mut pen = Pen::new(typed, profile);
        pen.set(0..words.value.len(), Care::Mended);
        super::in_order(pen.mends)
    };
    let mut found: Vec<_> = front.words.iter().flat_map(mends).collect();
    if let Some(title) = &front.title {
        let mends = mends(title);
        let shifted: Vec<_> = mends.iter().map(|mend| shifted_back(*mend, title.span.start)).collect();
        let typed = &text[title.span.range()];
        if slug(typed) == slug(&super::mended(typed, &shifted)) {
            found.extend(mends);
        }
    }
    found
}

fn shifted_back(mend: Mend, by: usize) -> Mend {
    Mend { span: Span::new(mend.span.start - by, mend.span.end - by), ..mend }
}

/// The mends of the words of a body.
pub(super) fn body(text: &str, blocks: &[Block], profile: Profile) -> Vec<Mend> {
    let mut mends = Vec::new();
    for block in blocks {
        if block.kind != BlockKind::Code && !block.prose.is_empty() {
            mends.extend(prose(&block.prose, text, profile));
        }
        mends.extend(body(text, &block.children, profile));
    }
    mends
}

/// What is done with a part of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    /// It is set and mended.
    Mended,
    /// It is set, and stays as it was typed.
    Kept,
    /// It is not set.
    Passed,
    /// It is a call of a message, of which only the first sign stands for something.
    Call,
}

/// The words of a block, part by part as the build sets them: markup and line ends part them.
fn prose(prose: &Prose, text: &str, profile: Profile) -> Vec<Mend> {
    let typed = Typed::prose(prose, text);
    let mut edges: Vec<(usize, Care, bool)> = Vec::new();
    for mark in prose.marks() {
        let care = match mark.kind {
            _ if mark.words.is_empty() => Care::Mended,
            MarkKind::Call(_) => Care::Call,
            MarkKind::Code => Care::Passed,
            MarkKind::Language(_) => Care::Kept,
            // The words of a link by reference are the name of what it refers to.
            MarkKind::Link(_) | MarkKind::Image(_) if !text[mark.span.range()].ends_with(')') => Care::Kept,
            _ => Care::Mended,
        };
        edges.extend([(mark.words.start, care, true), (mark.words.end, care, false)]);
    }
    edges.extend(prose.line_ends().iter().flat_map(|at| [(*at, Care::Mended, true), (at + 1, Care::Mended, false)]));
    edges.sort_unstable();
    let mut open = [0_usize; 4];
    let mut line_ends = prose.line_ends().iter().peekable();
    let mut pen = Pen::new(typed, profile);
    let mut from = 0;
    let end = (prose.text().len(), Care::Mended, false);
    for (at, care, opens) in edges.into_iter().chain([end]) {
        if from < at {
            let highest = [Care::Call, Care::Passed, Care::Kept].into_iter().find(|care| open[*care as usize] > 0);
            match highest.unwrap_or(Care::Mended) {
                _ if line_ends.next_if_eq(&&from).is_some() => pen.line_end(&prose.text()[from..at]),
                Care::Call => pen.pass(from..prose.text().ceil_char_boundary(from + 1)),
                Care::Passed => pen.pass(from..at),
                care => pen.set(from..at, care),
            }
            from = at;
        }
        let count = &mut open[care as usize];
        *count = if opens { *count + 1 } else { count.saturating_sub(1) };
    }
    pen.mends
}

/// Words and the places of their parts.
struct Typed<'a> {
    text: &'a str,
    source: &'a str,
    /// Which words, and where they stand: as they are, or as a whole in another form.
    pieces: Vec<(Range<usize>, Span)>,
}

impl<'a> Typed<'a> {
    fn prose(prose: &'a Prose, source: &'a str) -> Self {
        let verbatim = prose.pieces().filter(|(_, _, is_verbatim)| *is_verbatim);
        Self { text: prose.text(), source, pieces: verbatim.map(|(words, span, _)| (words, span)).collect() }
    }

    /// A value of YAML: as it stands, over several lines, or with `''` for an apostrophe. Any other form has no places.
    fn value(source: &'a str, value: &'a Spanned<String>) -> Self {
        let typed = &source[value.span.range()];
        let quote = typed.chars().next().filter(|quote| matches!(quote, '\'' | '"'));
        let start = quote.map_or(0, char::len_utf8);
        let pieces = aligned(&value.value, &typed[start..], quote).unwrap_or_default();
        let place = |span: Span| span.shifted(value.span.start + start);
        Self {
            text: &value.value,
            source,
            pieces: pieces.into_iter().map(|(words, span)| (words, place(span))).collect(),
        }
    }

    /// Where some of the words stand.
    fn place(&self, words: &Range<usize>) -> Option<Span> {
        let at = self.pieces.partition_point(|(piece, _)| piece.start <= words.start).checked_sub(1)?;
        let (piece, span) = &self.pieces[at];
        if words.end > piece.end || words.start >= piece.end {
            return None;
        }
        let is_verbatim = piece.len() == span.end - span.start || words.end == piece.start;
        let inside = Span::new(words.start - piece.start, words.end - piece.start).shifted(span.start);
        let place = if is_verbatim { inside } else { (words == piece).then_some(*span)? };
        // Behind a backslash, a sign means itself and nothing else.
        (!self.source[..place.start].ends_with('\\')).then_some(place)
    }
}

/// The parts of a value and their places in its source behind the quotation mark.
fn aligned(value: &str, source: &str, quote: Option<char>) -> Option<Vec<(Range<usize>, Span)>> {
    let mut pieces: Vec<(Range<usize>, Span)> = Vec::new();
    let mut at = 0;
    let mut words = value.char_indices().peekable();
    while let Some((from, word)) = words.next() {
        let rest = &source[at..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
        if matches!(word, ' ' | '\n') && rest[..blank].contains('\n') {
            // The end of a line with what is around it stands for blanks.
            while words.next_if(|(_, word)| matches!(word, ' ' | '\n')).is_some() {}
            at += blank;
            continue;
        }
        // A block of text ends in a line end that is no part of its place.
        if rest.is_empty() && word == '\n' {
            break;
        }
        let typed = rest.chars().next().filter(|typed| *typed == word)?;
        let length = if quote == Some('\'') && rest.starts_with("''") { 2 } else { typed.len_utf8() };
        let (piece, span) = (from..from + word.len_utf8(), Span::new(at, at + length));
        at += length;
        match pieces.last_mut() {
            Some((last, place))
                if length == word.len_utf8()
                    && (last.end, place.end) == (piece.start, span.start)
                    && last.len() == place.end - place.start =>
            {
                (last.end, place.end) = (piece.end, span.end);
            }
            _ => pieces.push((piece, span)),
        }
    }
    Some(pieces)
}

/// Sets words part by part and notes what can be mended.
struct Pen<'a> {
    typed: Typed<'a>,
    profile: Profile,
    typesetter: Typesetter,
    last: Option<char>,
    /// The stretch without blanks that was looked at last, and whether it may be an address.
    token: (Range<usize>, bool),
    mends: Vec<Mend>,
}

impl<'a> Pen<'a> {
    const fn new(typed: Typed<'a>, profile: Profile) -> Self {
        let typesetter = Typesetter::new(profile);
        Self { typed, profile, typesetter, last: None, token: (0..0, false), mends: Vec::new() }
    }

    fn pass(&mut self, words: Range<usize>) {
        let text = &self.typed.text[words];
        self.typesetter.pass(text);
        self.last = text.chars().next_back().or(self.last);
    }

    fn line_end(&mut self, sign: &str) {
        // The build does not look back over a line that is broken on purpose, but nothing is parted there either.
        if sign == " " {
            self.typesetter.pass(sign);
        }
        self.last = Some(' ');
    }

    fn set(&mut self, words: Range<usize>, care: Care) {
        let text = &self.typed.text[words.clone()];
        let set = self.typesetter.set(text);
        let last = std::mem::replace(&mut self.last, text.chars().next_back());
        if care != Care::Mended {
            return;
        }
        let changed = changes(text, &set).into_iter().map(|change| (change, false));
        let after = self.typed.text[words.end..].chars().next();
        let missing = missing_spaces(self.profile, text, (last, after)).into_iter().map(|change| (change, true));
        for (change, is_missing) in changed.chain(missing) {
            let typed = change.typed.start + words.start..change.typed.end + words.start;
            self.mend(&Change { typed, ..change }, is_missing);
        }
    }

    fn mend(&mut self, change: &Change, is_missing: bool) {
        let (text, kind) = match change.set {
            '\u{a0}' => ("\u{a0}", MendKind::NoBreakSpace),
            '\u{202f}' => ("\u{202f}", MendKind::NoBreakSpace),
            '’' => ("’", MendKind::Apostrophe),
            '‘' => ("‘", MendKind::Apostrophe),
            // Quotation marks and the ellipsis are the writer's choice.
            _ => return,
        };
        let kind = if is_missing { MendKind::MissingSpace } else { kind };
        let replaces_a_space = kind == MendKind::NoBreakSpace && !change.typed.is_empty();
        if !replaces_a_space && self.may_be_address(change.typed.start) {
            return;
        }
        if kind == MendKind::Apostrophe && !self.is_apostrophe(&change.typed) {
            return;
        }
        if let Some(span) = self.typed.place(&change.typed) {
            self.mends.push(Mend { span, text, kind });
        }
    }

    /// Not the sign of minutes or feet, and not a sign that stands alone.
    fn is_apostrophe(&self, typed: &Range<usize>) -> bool {
        let before = self.typed.text[..typed.start].chars().next_back();
        let after = self.typed.text[typed.end..].chars().next();
        let follows_digit = before.is_some_and(|before| before.is_ascii_digit());
        let is_before_letter = after.is_some_and(char::is_alphabetic);
        is_before_letter
            || (!follows_digit && before.is_some_and(|before| before.is_alphanumeric() || ".)".contains(before)))
    }

    /// Whether the stretch without blanks around a place looks like an address, an entity or a part of a program.
    fn may_be_address(&mut self, at: usize) -> bool {
        let text = self.typed.text;
        if !self.token.0.contains(&at) {
            let start = text[..at].rfind(char::is_whitespace).map_or(0, |start| start + 1);
            let start = text.ceil_char_boundary(start);
            let end = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
            let token = &text[start..end];
            let is_one =
                token.contains("://") || token.starts_with("www.") || token.contains(['@', '&', '=', '<', '>', '\\']);
            self.token = (start..end.max(at + 1), is_one);
        }
        self.token.1
    }
}
