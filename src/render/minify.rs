//! From HTML to the same HTML in fewer bytes.
//!
//! The minifier is the dearest step of a page, so it never sees the same text twice: large parts (words, clauses) are
//! minified by themselves, shared ones once, and stand in the page as tokens while the rest of it is minified.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use minify_html::{Cfg, minify};

/// Whether pages are minified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minify {
    /// They are.
    Yes,
    /// They stay as templates made them.
    No,
}

/// The signs around the number of a fragment. No text can hold them: private-use characters are refused in all sources.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The text that stands for a fragment until the page is put together.
pub(super) fn token(at: usize) -> String {
    format!("{OPEN}{at}{CLOSE}")
}

/// Only what keeps the page valid: the rest of the settings would need a browser's leniency.
fn settings() -> Cfg {
    Cfg { keep_closing_tags: true, keep_html_and_head_opening_tags: true, ..Cfg::default() }
}

/// Minifies HTML. Nothing comes back where the minifier failed.
pub(super) fn minified(html: &str) -> Option<String> {
    let settings = settings();
    let bytes = catch_unwind(AssertUnwindSafe(|| minify(html.as_bytes(), &settings))).ok()?;
    String::from_utf8(bytes).ok()
}

/// Puts the fragments where their tokens stand.
pub(super) fn put_together(html: &str, fragments: &[Arc<str>]) -> Vec<u8> {
    let length = html.len() + fragments.iter().map(|fragment| fragment.len()).sum::<usize>();
    let mut out = Vec::with_capacity(length);
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(OPEN) {
        out.extend_from_slice(before.as_bytes());
        let Some((number, behind)) = after.split_once(CLOSE) else { break };
        if let Some(fragment) = number.parse::<usize>().ok().and_then(|at| fragments.get(at)) {
            out.extend_from_slice(fragment.as_bytes());
        }
        rest = behind;
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_come_back_to_their_places() {
        let html = format!("<div> {} </div>\n<p>x</p>{}", token(1), token(0));
        let fragments = ["<p>zero</p>".into(), "<p>one</p>".into()];
        let page = put_together(&minified(&html).expect("minified"), &fragments);
        assert_eq!(String::from_utf8(page).expect("text"), "<div><p>one</p></div><p>x</p><p>zero</p>");
    }

    #[test]
    fn spaces_that_mean_something_stay() {
        let text = minified("<p>4\u{202f}565,36\u{a0}EUR  <b>a</b> <i>b</i>\n c</p>").expect("minified");
        assert_eq!(text, "<p>4\u{202f}565,36\u{a0}EUR <b>a</b> <i>b</i> c</p>");
    }
}
