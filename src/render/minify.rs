//! From the output of a template to the page: the same HTML in fewer bytes, with everything in its place.
//!
//! The minifier is the dearest step of a page, so it never sees the same text twice. What templates write of their own
//! is the same on many pages; only the values differ. So each value that a template shows comes marked (by the escaper,
//! see [`super::environment`]): the values are taken out, the skeleton that is left is minified once for all pages that
//! share it, and the values are put back. Fragments (words, clauses) come already tight and are put in last.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use minify_html::{Cfg, minify};

use super::memo::Memo;

/// Whether pages are minified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minify {
    /// They are.
    Yes,
    /// They stay as templates made them.
    No,
}

/// The signs around a value, and around the number of a value in a skeleton. No text can hold them: control
/// characters are refused in all sources.
pub(super) const OPEN: char = '\u{1}';
pub(super) const CLOSE: char = '\u{2}';
/// The signs around the number of a fragment.
const OPEN_FRAGMENT: char = '\u{3}';
const CLOSE_FRAGMENT: char = '\u{4}';
/// A longer skeleton, such as that of a long list, is one page's own.
const LONGEST_SHARED: usize = 64 * 1024;
/// A list of thousands of notices stays as its template made it: the minifier needs forty times as much memory as the
/// page has bytes.
const LONGEST: usize = 1024 * 1024;

/// The text that stands for a fragment until the page is put together.
pub(super) fn token(at: usize) -> String {
    format!("{OPEN_FRAGMENT}{at}{CLOSE_FRAGMENT}")
}

/// Finishes pages and remembers the skeletons that it has minified.
pub(super) struct Finisher {
    minify: Minify,
    skeletons: Memo<String>,
}

/// A finished page.
pub(super) struct Finished {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether the minifier failed and the page is as its template made it.
    pub as_it_was: bool,
}

impl Finisher {
    /// A finisher that has seen no page.
    pub fn new(minify: Minify) -> Self {
        Self { minify, skeletons: Memo::new() }
    }

    /// Puts a page together from what its template wrote and its fragments.
    pub fn finish(&self, html: &str, fragments: &[Arc<str>]) -> Finished {
        let length = html.len() + fragments.iter().map(|fragment| fragment.len()).sum::<usize>();
        let mut bytes = Vec::with_capacity(length);
        if self.minify == Minify::No || html.len() > LONGEST {
            unmark(html, fragments, &mut bytes);
            return Finished { bytes, as_it_was: false };
        }
        let (skeleton, values) = apart(html);
        let made: Arc<str> = if skeleton.len() > LONGEST_SHARED {
            minified(&skeleton).unwrap_or_default().into()
        } else {
            self.skeletons.get(skeleton, |skeleton| minified(skeleton).unwrap_or_default())
        };
        let as_it_was = made.is_empty();
        if as_it_was {
            unmark(html, fragments, &mut bytes);
        } else {
            put_back(&made, &values, fragments, &mut bytes);
        }
        Finished { bytes, as_it_was }
    }
}

/// The text that a template wrote, without the marks.
pub(super) fn plain(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    unmark(text, &[], &mut out);
    out
}

/// Takes the marks away and leaves everything else as a template wrote it.
fn unmark(html: &str, fragments: &[Arc<str>], out: &mut Vec<u8>) {
    for part in html.split([OPEN, CLOSE]) {
        put_fragments(part, fragments, out);
    }
}

/// Takes the marked values out of what a template wrote. The number that stays in a value's place is followed by a blank:
/// it makes the minifier keep the quotation marks of an attribute.
fn apart(html: &str) -> (String, Vec<&str>) {
    let mut skeleton = String::with_capacity(html.len());
    let mut values = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((value, behind)) = after.split_once(CLOSE) else { break };
        skeleton.push_str(before);
        skeleton.push(OPEN);
        skeleton.push_str(&values.len().to_string());
        skeleton.push(' ');
        skeleton.push(CLOSE);
        values.push(value);
        rest = behind;
    }
    skeleton.push_str(rest);
    (skeleton, values)
}

/// Puts the values and fragments into a skeleton.
fn put_back(skeleton: &str, values: &[&str], fragments: &[Arc<str>], out: &mut Vec<u8>) {
    let mut rest = skeleton;
    while let Some((before, after)) = rest.split_once(OPEN) {
        out.extend_from_slice(before.as_bytes());
        let Some((number, behind)) = after.split_once(CLOSE) else { break };
        if let Some(value) = number.trim_end().parse::<usize>().ok().and_then(|at| values.get(at)) {
            put_fragments(value, fragments, out);
        }
        rest = behind;
    }
    out.extend_from_slice(rest.as_bytes());
}

pub(super) fn put_fragments(value: &str, fragments: &[Arc<str>], out: &mut Vec<u8>) {
    let mut rest = value;
    while let Some((before, after)) = rest.split_once(OPEN_FRAGMENT) {
        out.extend_from_slice(before.as_bytes());
        let Some((number, behind)) = after.split_once(CLOSE_FRAGMENT) else { break };
        if let Some(fragment) = number.parse::<usize>().ok().and_then(|at| fragments.get(at)) {
            out.extend_from_slice(fragment.as_bytes());
        }
        rest = behind;
    }
    out.extend_from_slice(rest.as_bytes());
}

/// Minifies HTML with the settings that keep it valid. Nothing comes back where the minifier failed.
fn minified(html: &str) -> Option<String> {
    let settings = Cfg { keep_closing_tags: true, keep_html_and_head_opening_tags: true, ..Cfg::default() };
    let bytes = catch_unwind(AssertUnwindSafe(|| minify(html.as_bytes(), &settings))).ok()?;
    String::from_utf8(bytes).ok().filter(|html| !html.is_empty())
}

/// Takes the line ends between blocks out of a fragment. The Markdown library writes nothing else that could go.
pub(super) fn tight(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((line, behind)) = rest.split_once('\n') {
        out.push_str(line);
        if !ends_in_block_tag(&out) {
            out.push('\n');
        }
        rest = behind;
    }
    out.push_str(rest);
    out.truncate(out.trim_end().len());
    out
}

/// Whether a text ends in the tag of an element around which blanks mean nothing.
fn ends_in_block_tag(html: &str) -> bool {
    const BLOCKS: [&str; 20] = [
        "p",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "div",
        "hr",
    ];
    let Some(tag) = html.strip_suffix('>').and_then(|html| html.rfind('<').map(|at| &html[at + 1..])) else {
        return false;
    };
    let name = tag.trim_start_matches('/').split(|end: char| !end.is_ascii_alphanumeric()).next().unwrap_or_default();
    BLOCKS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(value: &str) -> String {
        format!("{OPEN}{value}{CLOSE}")
    }

    fn finished(html: &str, fragments: &[Arc<str>]) -> String {
        let finished = Finisher::new(Minify::Yes).finish(html, fragments);
        assert!(!finished.as_it_was);
        String::from_utf8(finished.bytes).expect("text")
    }

    #[test]
    fn values_and_fragments_come_back_to_their_places() {
        let html = format!(
            "<div title=\"{}\" class=\"a  b\"> {} </div>\n<p>{}</p>",
            marked("x &quot; y"),
            marked(&token(1)),
            marked("4\u{202f}565,36\u{a0}EUR  z")
        );
        let page = finished(&html, &["<p>zero</p>".into(), "<p>one</p>".into()]);
        let (start, end) = page.split_at(page.find("</div>").expect("a closing tag"));
        assert!(
            start.starts_with("<div ") && start.contains("title=\"x &quot; y\"") && start.ends_with("<p>one</p>"),
            "{page}"
        );
        assert_eq!(end, "</div><p>4\u{202f}565,36\u{a0}EUR  z</p>");
    }

    #[test]
    fn pages_that_are_not_minified_are_as_templates_made_them() {
        let html = format!("<p>\n  {} {}\n</p>", marked("a"), marked(&token(0)));
        let page = Finisher::new(Minify::No).finish(&html, &["<b>c</b>".into()]).bytes;
        assert_eq!(String::from_utf8(page).expect("text"), "<p>\n  a <b>c</b>\n</p>");
    }

    #[test]
    fn only_line_ends_between_blocks_go() {
        assert_eq!(
            tight("<ul>\n<li>a\nb <em>c</em>\n<b>d</b></li>\n</ul>\n"),
            "<ul><li>a\nb <em>c</em>\n<b>d</b></li></ul>"
        );
        assert_eq!(tight("<pre><code>a\n&lt;p&gt;\nb\n</code></pre>\n"), "<pre><code>a\n&lt;p&gt;\nb\n</code></pre>");
    }
}
