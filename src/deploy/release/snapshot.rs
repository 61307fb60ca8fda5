//! From a site that was prepared and its published output to the release that it makes.
//!
//! Only the plan is asked, which knows of nothing but what is public, and the strings, the theme and `site.yaml`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::kept::kept;
use super::{Face, Held, Leaf, POSTS, Release, Shown};
use crate::diagnostic::Failure;
use crate::domain::{Bilingual, Correction, Deadline, Digest, Instant, Notice, Part, Side, Standing};
use crate::load::{Entry, Source};
use crate::pipeline::{Material, Prepared};
use crate::plan::{Placed, Public};
use crate::publish::{Item, in_parts};
use crate::signature::{Stated, parts, seal};

/// The id under which the corrections of a notice are sealed, among its sections.
const CORRECTIONS: &str = "corrections";
/// The id under which the words of an ordinary page are sealed.
const PAGE: &str = "page";

/// The release that a site makes at an instant, of which these are the files.
///
/// # Errors
/// A source could not be read again, or has changed since it was checked.
pub fn release(prepared: &Prepared, source: &dyn Source, items: Vec<Item>, now: Instant) -> Result<Release, Failure> {
    let (material, plan) = (prepared.material(), prepared.plan());
    let site = &material.words.site;
    let shown = in_parts(&plan.notices, |part| {
        part.iter().map(|public| Snapshot { material, source, public }.take()).collect::<Result<Vec<_>, Failure>>()
    });
    let mut notices = BTreeMap::new();
    let mut sources = Vec::new();
    for part in shown {
        for (public, (shown, digest)) in plan.notices.iter().skip(notices.len()).zip(part?) {
            notices.insert(public.notice.facts.reference.clone(), shown);
            sources.push(digest);
        }
    }
    let pages = plan.ordinary.iter().flat_map(|placed| [&placed.paths.left, &placed.paths.right]);
    let editions = plan.ordinary.iter().flat_map(|placed| [&placed.page.editions.left, &placed.page.editions.right]);
    sources.extend(editions.map(|edition| edition.digest));
    let leaves = plan.ordinary.iter().map(|placed| leaf(material, source, placed)).collect::<Result<_, _>>()?;
    let theme = digest(material, source, &[&format!("themes/{}", site.theme.value), "templates", "assets"])?;
    let words = digest(material, source, &["site.yaml", "i18n"])?;
    sources.extend([theme, words]);
    let until = plan.notices.iter().filter_map(|public| {
        // These facts are those that the public may know of, so that nothing foreseen shows through.
        Standing::at(&public.notice.facts, now, site.marks).until
    });
    Ok(Release {
        tool: env!("CARGO_PKG_VERSION").to_owned(),
        theme,
        source: Digest::of_parts(sources.iter().map(|digest| &digest.bytes()[..])),
        valid_until: until.min(),
        address: Some(site.address.clone()),
        notices,
        pages: pages.cloned().collect(),
        leaves,
        addresses: kept(plan, &site.languages, &items),
        files: items
            .into_iter()
            .map(|item| (item.path, Held { size: item.size, sha256: item.digest, kept: item.kept }))
            .collect(),
    })
}

/// What is shown on an ordinary page.
fn leaf(material: &Material, source: &dyn Source, placed: &Placed) -> Result<Leaf, Failure> {
    let face = |side: Side| {
        let edition = &placed.page.editions[side];
        let text = material.text(edition, source)?;
        let summary = edition.words.summary.as_ref().map_or("", |summary| &summary.value);
        let words = format!("{summary}\n\n{}", text.get(edition.body..).unwrap_or_default());
        Ok(Face {
            language: material.words.site.languages[side].code.clone(),
            path: placed.paths[side].clone(),
            title: edition.words.title.value.clone(),
            facts: BTreeMap::new(),
            sections: BTreeMap::from([(PAGE.to_owned(), seal(&words))]),
        })
    };
    let documents = placed.attachments().map(|attachment| attachment.path).collect();
    Ok(Leaf { documents, editions: Bilingual::new(face(Side::Left)?, face(Side::Right)?) })
}

/// The fingerprint of all files in some folders.
fn digest(material: &Material, source: &dyn Source, folders: &[&str]) -> Result<Digest, Failure> {
    let single = folders.iter().filter_map(|file| material.listing.get(file));
    let entries: Vec<&Entry> = single.chain(folders.iter().flat_map(|folder| material.listing.under(folder))).collect();
    let digests = entries.iter().map(|entry| Ok(Digest::of(&source.bytes(entry)?)));
    let digests = digests.collect::<Result<Vec<_>, Failure>>()?;
    let named = entries.iter().zip(&digests);
    Ok(Digest::of_parts(named.flat_map(|(entry, digest)| [entry.path.as_str().as_bytes(), digest.bytes()])))
}

/// A public notice while it is looked at.
struct Snapshot<'a> {
    material: &'a Material,
    source: &'a dyn Source,
    public: &'a Public,
}

impl Snapshot<'_> {
    /// What is shown of the notice, and the fingerprint of what that was made from.
    fn take(&self) -> Result<(Shown, Digest), Failure> {
        let notice = self.without_corrections();
        let text = |side: Side| self.material.text(&notice.editions[side], self.source);
        let texts = Bilingual::new(text(Side::Left)?, text(Side::Right)?);
        let parts = parts(&notice, &texts.as_ref().map(String::as_str));
        let extended = notice.facts.extended.map(|extended| extended.on.to_string());
        let corrections = Bilingual::of(|side| self.public.notice.corrections(side));
        let corrected = corrections.as_ref().map(|corrections| texts_of(corrections));
        let mut shown = Shown::new(self.public.state, extended, Bilingual::of(|side| self.face(side, &parts)));
        let documents: BTreeSet<_> = self.public.attachments().map(|attachment| attachment.path).collect();
        shown.documents = Some(documents);
        shown.deadline =
            self.public.notice.facts.deadline.and_then(Deadline::moment).map(|moment| moment.utc_compact());
        shown.corrected = corrections.left.iter().map(|correction| correction.on.value.to_string()).collect();
        for side in Side::BOTH.into_iter().filter(|side| !corrections[*side].is_empty()) {
            shown.editions[side].sections.insert(CORRECTIONS.to_owned(), seal(&corrected[side]));
        }
        let texts = parts.iter().flat_map(|stated| [&stated.texts.left.text, &stated.texts.right.text]);
        let texts = texts.chain([&corrected.left, &corrected.right]);
        let names = parts.iter().map(|stated| stated.part.name().as_bytes());
        Ok((shown, Digest::of_parts(names.chain(texts.map(String::as_bytes)))))
    }

    /// The notice without the corrections that it declares: those that are foreseen are nobody's business yet, and the
    /// others are told apart from its words.
    fn without_corrections(&self) -> Cow<'_, Notice> {
        let notice = &self.public.notice;
        if notice.editions.iter().all(|(_, edition)| edition.words.corrections.is_empty()) {
            return Cow::Borrowed(notice);
        }
        let mut notice = notice.clone();
        let editions = Arc::make_mut(&mut notice.editions);
        for side in Side::BOTH {
            editions[side].words.corrections.clear();
        }
        Cow::Owned(notice)
    }

    fn face(&self, side: Side, parts: &[Stated]) -> Face {
        let words = &self.public.notice.editions[side].words;
        Face {
            language: self.material.words.site.languages[side].code.clone(),
            path: self.public.paths[side].clone(),
            title: words.title.value.clone(),
            facts: self.facts(side),
            sections: parts.iter().filter_map(|stated| sealed(stated, side)).collect(),
        }
    }

    /// The facts in the words of a language, as a reader sees them.
    fn facts(&self, side: Side) -> BTreeMap<String, String> {
        let facts = &self.public.notice.facts;
        let wording = &self.material.words.wordings()[side];
        let args = wording.arguments(facts, &self.public.notice.editions[side].words.title.value);
        let rows = wording.rows(facts, &args).into_iter().map(|row| (row.id.to_owned(), row.value));
        let mut facts: BTreeMap<String, String> = rows.collect();
        let published = self.public.notice.facts.published.map(|published| wording.moment(&published).date);
        facts.extend(published.map(|published| ("published".to_owned(), published)));
        facts.extend(wording.levels_in_brief(&self.public.notice.facts).map(|levels| ("languages".to_owned(), levels)));
        let titles = &self.public.notice.editions[side].words.post_titles;
        let titles: Vec<_> = titles.iter().map(|title| title.value.as_str()).collect();
        let posts = wording.posts_in_brief(&self.public.notice.facts, &titles);
        if !posts.is_empty() {
            facts.insert("posts".to_owned(), posts.join(POSTS));
        }
        facts
    }
}

fn texts_of(corrections: &[&Correction]) -> String {
    let texts = corrections.iter().map(|correction| format!("{}: {}\n", correction.on.value, correction.text.value));
    texts.collect()
}

/// The seal of a part's words in one language. The title is told on its own, and the facts are told in words.
fn sealed(stated: &Stated, side: Side) -> Option<(String, String)> {
    let text = stated.texts[side].text.as_str();
    let words = match stated.part {
        Part::Facts => return None,
        Part::Words => text.split_once('\n').map_or("", |(_, rest)| rest),
        Part::Section(_) => text,
    };
    (!words.trim().is_empty()).then(|| (stated.part.name().to_owned(), seal(words)))
}
