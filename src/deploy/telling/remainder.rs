//! From what is different in a release beside its notices to sentences: pages, the design, addresses, files.

use super::Line;
use crate::deploy::changes::{Changes, Documents, LeafChange};
use crate::diagnostic::{Text, kibibytes, mebibytes};
use crate::domain::Side;

/// As many paths are named of those that need a look.
const PATHS: usize = 10;
const KIBIBYTE: u64 = 1024;

/// That the site has another address.
pub(super) fn address(changes: &Changes) -> Option<Line> {
    let (before, after) = changes.address.as_ref()?;
    Some((0, Text::new("plan-address").with("before", before).with("after", after)))
}

/// What is different in an ordinary page.
pub(super) fn page(change: &LeafChange, side: Side) -> Vec<Line> {
    let Some(leaf) = change.leaf() else { return Vec::new() };
    let face = &leaf.editions[side];
    let named = |id| Text::new(id).with("title", &face.title).with("path", &face.path);
    let (before, after) = match (&change.before, &change.after) {
        (Some(before), Some(after)) => (before, after),
        (None, _) => return vec![(0, named("plan-page-new"))],
        (_, None) => return vec![(0, named("plan-page-gone"))],
    };
    let mut lines = vec![(0, named("plan-page-changed"))];
    let other = |is_other: &dyn Fn(Side) -> bool| {
        change.sides.iter().copied().filter(|side| is_other(*side)).collect::<Vec<_>>()
    };
    for side in other(&|side| before.editions[side].title != after.editions[side].title) {
        let title = Text::new("plan-title").with("language", &after.editions[side].language);
        let title = title.with("before", &before.editions[side].title).with("after", &after.editions[side].title);
        lines.push((1, title));
    }
    match other(&|side| before.editions[side].sections != after.editions[side].sections).as_slice() {
        [] => {}
        [side] => lines.push((1, Text::new("plan-page-one").with("language", &after.editions[*side].language))),
        _ => lines.push((1, "plan-page-both".into())),
    }
    for side in other(&|side| before.editions[side].path != after.editions[side].path) {
        let (before, after) = (&before.editions[side].path, &after.editions[side].path);
        lines.push((1, Text::new("plan-moved").with("before", before).with("after", after)));
    }
    lines.extend(documents(&change.documents).into_iter().map(|text| (1, text)));
    lines
}

/// What becomes of the files that a page refers to.
pub(super) fn documents(documents: &Documents) -> Vec<Text> {
    let told = [
        ("plan-documents-added", &documents.added),
        ("plan-documents-replaced", &documents.replaced),
        ("plan-documents-removed", &documents.removed),
    ];
    // The folder says whose they are, which is known already.
    let name = |path: &String| path.splitn(4, '/').nth(3).unwrap_or(path).to_owned();
    let told = told.into_iter().filter(|(_, documents)| !documents.is_empty());
    told.map(|(id, documents)| paths(id, &documents.iter().map(name).collect::<Vec<_>>())).collect()
}

/// How many other pages are different, and why as far as that is known.
pub(super) fn other_pages(changes: &Changes) -> Option<Text> {
    let id = match (changes.design, changes.other_pages) {
        (true, _) => "plan-design",
        (false, 0) => return None,
        (false, _) if changes.notices.is_empty() => "plan-shared-words",
        (false, _) => "plan-other-pages",
    };
    Some(Text::new(id).with_count("count", changes.other_pages))
}

/// What becomes of addresses and files.
pub(super) fn files(changes: &Changes) -> Vec<Line> {
    let mut lines = Vec::new();
    let addresses = &changes.addresses;
    let counts = [addresses.appeared.len(), addresses.moved.len(), addresses.vanished.len()];
    if counts != [0; 3] {
        let [appeared, moved, vanished] = counts;
        let text = Text::new("plan-addresses").with_count("appeared", appeared).with_count("moved", moved);
        lines.push((0, text.with_count("vanished", vanished)));
    }
    if !addresses.vanished.is_empty() {
        lines.push((0, paths("plan-vanished", &addresses.vanished)));
    }
    let files = &changes.files;
    let text =
        Text::new("plan-files").with_count("added", files.added.len()).with_count("changed", files.changed.len());
    lines.push((0, text.with_count("removed", files.removed.len()).with_count("unchanged", files.unchanged)));
    lines
}

/// What is brought to the target.
#[must_use]
pub fn sent(files: usize, bytes: u64) -> Text {
    Text::new("plan-sent").with_count("files", files).with_text("size", size(bytes))
}

/// How many kept releases go because they show what is no longer shown.
#[must_use]
pub fn outdated(count: usize) -> Text {
    Text::new("plan-outdated").with_count("count", count)
}

/// The first of some paths, and how many more there are.
#[must_use]
pub fn paths(id: &'static str, paths: &[String]) -> Text {
    let named = paths.iter().take(PATHS).map(String::as_str).collect::<Vec<_>>().join(", ");
    Text::new(id).with("paths", named).with_count("more", paths.len().saturating_sub(PATHS))
}

fn size(bytes: u64) -> Text {
    let kibibytes_up = bytes.div_ceil(KIBIBYTE);
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    if kibibytes_up < 10 * KIBIBYTE {
        kibibytes(count(kibibytes_up))
    } else {
        mebibytes(count(kibibytes_up.div_ceil(KIBIBYTE)))
    }
}
