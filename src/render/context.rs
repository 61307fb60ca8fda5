//! What templates get: one typed structure for each, in the words of one language.
//!
//! Every field always exists; what is absent is null. [`super::shape`] derives from these types the variables that a
//! template may name, and the guide for theme authors lists them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::wording::Spoken;

/// `site`, in every template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SiteContext {
    pub name: String,
    pub address: String,
    pub home: String,
    pub closed: String,
    pub language: LanguageContext,
    pub twin: LanguageContext,
    pub menu: Vec<ItemContext>,
    pub footer: Vec<ItemContext>,
    pub options: BTreeMap<String, OptionContext>,
    pub time_zone: String,
}

/// A language of the site.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LanguageContext {
    pub code: String,
    pub locale: String,
    pub name: String,
    pub home: String,
}

/// An entry of a menu.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ItemContext {
    pub title: String,
    pub url: String,
}

/// The value of a theme's option.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum OptionContext {
    Flag(bool),
    Text(String),
}

/// `page`, in every template of one language.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PageContext {
    pub kind: &'static str,
    pub title: String,
    pub head_title: String,
    pub description: String,
    pub url: String,
    pub absolute_url: String,
    pub twin: TwinContext,
    pub alternates: Vec<AlternateContext>,
    pub x_default: String,
    pub noindex: bool,
}

/// The page's counterpart in the other language.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TwinContext {
    pub code: String,
    pub name: String,
    pub url: String,
    pub absolute_url: String,
}

/// A language version of a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AlternateContext {
    pub code: String,
    pub absolute_url: String,
}

/// A moment as machines and people read it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MomentContext {
    pub iso: String,
    pub date: String,
    pub time: String,
}

impl From<Spoken> for MomentContext {
    fn from(spoken: Spoken) -> Self {
        Self { iso: spoken.iso, date: spoken.date, time: spoken.time }
    }
}

/// `notice.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NoticeTemplate {
    pub page: PageContext,
    pub notice: NoticeContext,
}

/// `notice`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NoticeContext {
    pub reference: String,
    pub title: String,
    pub summary: Option<String>,
    pub state: &'static str,
    pub takes_applications: bool,
    pub openings: u32,
    pub deadline: Option<MomentContext>,
    pub published: Option<MomentContext>,
    pub extended: Option<ExtensionContext>,
    pub cancelled: Option<MomentContext>,
    pub filled: Option<MomentContext>,
    pub facts: Vec<FactContext>,
    pub posts: Vec<PostContext>,
    pub sections: Vec<SectionContext>,
    pub apply: Vec<ApplyContext>,
}

/// A deadline that was moved.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ExtensionContext {
    pub from: MomentContext,
    pub on: MomentContext,
}

/// A row of the table of facts.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FactContext {
    pub id: &'static str,
    pub label: String,
    pub value: String,
}

/// One of the posts of a notice.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PostContext {
    pub number: Option<String>,
    pub title: Option<String>,
    pub openings: u32,
    pub direct_reports: Option<u32>,
    pub indirect_reports: Option<u32>,
    pub job_description: Option<DocumentContext>,
}

/// A document that a post refers to.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DocumentContext {
    pub url: String,
    pub file: bool,
}

/// A numbered section.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SectionContext {
    pub id: String,
    pub number: usize,
    pub title: String,
    pub intro: Option<String>,
    pub blocks: Vec<BlockContext>,
}

/// A part of a section: the notice's own words, or a clause.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BlockContext {
    pub kind: &'static str,
    pub id: String,
    pub title: Option<String>,
    pub html: String,
}

/// A way to apply.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ApplyContext {
    pub id: String,
    pub audience: String,
    pub text: String,
    pub url: String,
}

/// `home.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct HomeTemplate {
    pub page: PageContext,
    pub vacancies: Vec<ListingContext>,
}

/// `closed.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ClosedTemplate {
    pub page: PageContext,
    pub years: Vec<YearContext>,
}

/// The notices whose deadline lies in one year.
#[derive(Debug, Clone, Serialize)]
pub(super) struct YearContext {
    pub year: i16,
    pub vacancies: Vec<ListingContext>,
}

/// A notice in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ListingContext {
    pub reference: String,
    pub title: String,
    pub url: String,
    pub summary: Option<String>,
    pub state: &'static str,
    pub deadline: Option<MomentContext>,
    pub published: Option<MomentContext>,
    pub ended: Option<MomentContext>,
    pub openings: u32,
    pub extended: bool,
    pub location: Option<String>,
    pub organisation: Option<String>,
    pub grade: Option<String>,
    pub schedule: Option<String>,
    pub contract: Option<String>,
    pub salary: Option<String>,
}

/// `page.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct OrdinaryTemplate {
    pub page: PageContext,
    pub content: String,
}

/// `root.html` and `not-found.html`: both languages at once.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FacesTemplate {
    pub faces: Vec<FaceContext>,
    pub absolute_url: String,
}

/// One language's half of a page in both.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FaceContext {
    pub code: String,
    pub locale: String,
    pub name: String,
    pub site_name: String,
    pub home: String,
    pub absolute_home: String,
    pub closed: String,
    pub menu: Vec<ItemContext>,
}
