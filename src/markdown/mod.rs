//! From `CommonMark` with tables, footnotes and heading attributes to its shape ([`scan`]), its blocks ([`blocks`](fn@blocks)) and
//! to HTML ([`Setting`]).
//!
//! It knows Markdown and HTML, and neither notices nor sites: what a link leads to and what `{{ name }}` stands for is
//! asked of the caller. Content is data: nothing in it is ever evaluated.

mod blocks;
mod calls;
mod scan;
mod set;

use std::borrow::Cow;

use pulldown_cmark::{LinkType, Options};

pub use blocks::{Block, BlockKind, CALL, Mark, MarkKind, Prose, blocks};
pub use calls::{Call, calls};
pub use scan::{Scan, ScannedHeading, ScannedLink, scan};
pub use set::{Anchor, Placement, Setting};

/// The extensions that a notice may use. Smart punctuation is off: it would set English quotation marks in French.
const EXTENSIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_HEADING_ATTRIBUTES);

/// What stands where words are still to be written.
pub const PLACEHOLDERS: [&str; 2] = ["[…]", "[...]"];

/// The pseudo-scheme of a passage in another language: `[Key challenges](lang:en)`.
pub const LANGUAGE_SCHEME: &str = "lang:";

/// What a link leads to. In `<jobs@example.org>` the scheme is left to the reader.
fn destination(link_type: LinkType, written: &str) -> Cow<'_, str> {
    match link_type {
        LinkType::Email => format!("mailto:{written}").into(),
        _ => written.into(),
    }
}
