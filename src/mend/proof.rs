//! From the mends of an edition to those after which it is proven to read the same.
//!
//! Markdown gives meaning to the signs of ordinary text in rare places: `[a](b !)` is no link until its space is one that
//! belongs to an address. Both texts are read and set; where the pages differ, the mends at fault are left out.

use super::{Mend, MendKind, mended};
use crate::domain::{Profile, slug};
use crate::markdown::Setting;
use crate::read::front;

/// The mends that may be left out, together, until the text reads the same.
const SUSPECTS: [&[MendKind]; 5] = [
    &[],
    &[MendKind::LastLineEnd],
    &[MendKind::Apostrophe, MendKind::NoBreakSpace, MendKind::MissingSpace],
    &[MendKind::LastLineEnd, MendKind::Apostrophe, MendKind::NoBreakSpace, MendKind::MissingSpace],
    &MendKind::ALL,
];

/// The mends after which the text reads the same.
pub(super) fn proven(text: &str, mends: Vec<Mend>, profile: Profile) -> Vec<Mend> {
    if mends.is_empty() {
        return mends;
    }
    let before = Reading::of(text, profile);
    for suspects in SUSPECTS {
        let kept: Vec<_> = mends.iter().filter(|mend| !suspects.contains(&mend.kind)).copied().collect();
        if reads_alike(text, &before, &kept, profile) {
            return kept;
        }
    }
    Vec::new()
}

fn reads_alike(text: &str, before: &Reading, mends: &[Mend], profile: Profile) -> bool {
    let typed: Vec<_> = mends.iter().filter(|mend| mend.kind != MendKind::MissingSpace).copied().collect();
    let is_same = *before == Reading::of(&mended(text, &typed), profile);
    let has_all = typed.len() == mends.len();
    is_same && (has_all || before.without_spaces() == Reading::of(&mended(text, mends), profile).without_spaces())
}

/// What a reader gets to see of an edition.
#[derive(PartialEq)]
struct Reading {
    /// The words of the front matter, with one kind of space and apostrophe.
    words: Vec<String>,
    /// The page.
    html: String,
}

impl Reading {
    fn of(text: &str, profile: Profile) -> Self {
        let front = front(text);
        let words = front.title.iter().chain(&front.words).map(|words| plain(words.value.trim())).collect();
        let setting = Setting {
            profile,
            link: &|destination| Some(destination.to_owned()),
            message: &|name, placement| Some(format!("{name} {placement:?}")),
            anchor: &|_, heading, id| Some(id.map_or_else(|| slug(heading), str::to_owned)),
            footnote_back: "",
        };
        Self { words, html: setting.text(&text[front.body..]) }
    }

    fn without_spaces(&self) -> Self {
        let without = |text: &String| text.replace([' ', '\u{a0}', '\u{202f}'], "");
        Self { words: self.words.iter().map(without).collect(), html: without(&self.html) }
    }
}

fn plain(words: &str) -> String {
    words.replace(['\u{a0}', '\u{202f}'], " ").replace(['‘', '’'], "'").replace("« ", "«").replace(" »", "»")
}
