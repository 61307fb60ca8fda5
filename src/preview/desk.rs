//! From a world to what the desk and the diptych view are told: all notices with their states, both editions' health, and
//! the words of the interface.

use std::collections::BTreeMap;

use serde::Serialize;

use super::findings::{FindingContext, Teller};
use super::world::{Planned, World};
use crate::diagnostic::Failure;
use crate::domain::{Bilingual, Deadline, Edition, Facts, Language, Side, Site, Standing};
use crate::locale::Typesetter;
use crate::plan::{Content, Page, Public};
use crate::report::Voice;

/// Something in each language, by the languages' codes.
type ByLanguage<T> = BTreeMap<String, T>;

/// `/-/desk.json`.
#[derive(Serialize)]
pub(super) struct Desk {
    site: SiteContext,
    #[serde(flatten)]
    frame: Frame,
    /// When the site changes next by itself.
    next: Option<String>,
    notices: Vec<NoticeContext>,
    pages: Vec<PageContext>,
    findings: Vec<FindingContext>,
}

/// `/-/findings.json?path=…`.
#[derive(Serialize)]
pub(super) struct PairContext {
    #[serde(flatten)]
    frame: Frame,
    reference: Option<String>,
    title: ByLanguage<String>,
    paths: ByLanguage<String>,
    state: Option<&'static str>,
    published: Option<String>,
    deadline: Option<String>,
    findings: Vec<FindingContext>,
}

/// What both are told.
#[derive(Serialize)]
struct Frame {
    counter: u64,
    now: String,
    zone: String,
    /// The language of the interface.
    language: &'static str,
    words: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct SiteContext {
    name: ByLanguage<String>,
    languages: Vec<LanguageContext>,
}

#[derive(Serialize)]
struct LanguageContext {
    code: String,
    name: String,
}

#[derive(Serialize)]
struct NoticeContext {
    reference: String,
    state: &'static str,
    titles: ByLanguage<String>,
    published: Option<String>,
    deadline: Option<String>,
    paths: ByLanguage<String>,
    pair: String,
    errors: ByLanguage<usize>,
    warnings: ByLanguage<usize>,
}

/// A page that is no notice.
#[derive(Serialize)]
struct PageContext {
    titles: ByLanguage<String>,
    paths: ByLanguage<String>,
    /// The view of both languages; none of a page that is in both by itself.
    pair: Option<String>,
}

/// Tells a world in the words of a voice.
pub(super) struct Telling<'a> {
    /// The world.
    pub world: &'a World,
    /// The language of the interface.
    pub voice: &'a Voice,
    /// How the editor is opened.
    pub editor: Option<&'a str>,
    /// The present count of changes.
    pub counter: u64,
}

impl Telling<'_> {
    /// The desk; none where there is no site to be shown.
    pub fn desk(&self, shown: &World) -> Option<Desk> {
        let planned = shown.site.as_ref()?;
        let site = planned.site();
        let mut findings = self.teller().tell_all(&self.world.findings);
        findings.extend(self.teller().tell_remarks(&shown.remarks.all(), None));
        let plan = planned.prepared.plan();
        let notices = plan.notices.iter().chain(&planned.withheld.notices);
        let mut pages: Vec<_> = plan.pages.iter().filter(|page| page.content.side() != Some(Side::Right)).collect();
        // What nobody looks for comes last.
        pages.sort_by_key(|page| matches!(page.content, Content::NotFound | Content::Gone));
        let language =
            |language: &Language| LanguageContext { code: language.code.clone(), name: language.name().to_owned() };
        Some(Desk {
            site: SiteContext {
                name: by_language(site, |side| site.name[side].clone()),
                languages: site.languages.iter().map(|(_, own)| language(own)).collect(),
            },
            frame: self.frame(site),
            next: planned.prepared.census().until.map(|until| site.zone.moment(until).to_string()),
            notices: notices.map(|public| self.notice(public, planned, &findings)).collect(),
            pages: pages.into_iter().filter_map(|page| page_context(page, planned)).collect(),
            findings,
        })
    }

    fn notice(&self, public: &Public, planned: &Planned, findings: &[FindingContext]) -> NoticeContext {
        let site = planned.site();
        let shown = &public.notice.facts;
        let facts = planned.stated(&shown.reference).unwrap_or(shown);
        let count = |severity: &'static str| {
            by_language(site, |side| {
                let file = public.notice.editions[side].path.as_str();
                let concerns = |finding: &&FindingContext| {
                    let is_of_both = finding.language.is_none() && finding.reference.as_ref() == Some(&shown.reference);
                    let is_twins = finding.twin.as_ref().is_some_and(|twin| twin.file == file);
                    finding.severity == severity && (finding.file == file || is_twins || is_of_both)
                };
                findings.iter().filter(concerns).count()
            })
        };
        NoticeContext {
            reference: shown.reference.clone(),
            state: Standing::at(facts, self.world.now, site.marks).state.word(),
            titles: by_language(site, |side| title(site, side, &public.notice.editions[side])),
            published: facts.published.map(|moment| moment.to_string()),
            deadline: deadline(facts),
            paths: by_language(site, |side| planned.address(&public.paths[side])),
            pair: pair_address(&planned.address(&public.paths.left)),
            errors: count("error"),
            warnings: count("warning"),
        }
    }

    /// The pair of a page, at the page's path below the site's address.
    ///
    /// # Errors
    /// Its text could not be read again.
    pub fn pair(&self, shown: &World, path: &str) -> Result<Option<PairContext>, Failure> {
        let Some(planned) = &shown.site else { return Ok(None) };
        let site = planned.site();
        let Some(found) = planned.page(path) else { return Ok(None) };
        let Some(twin) = planned.page(&found.page.content.twin().path(found.plan, site)) else { return Ok(None) };
        let (left, right) =
            if found.page.content.side() == Some(Side::Right) { (&twin, &found) } else { (&found, &twin) };
        let pages = Bilingual::new(left, right);
        let notice = found.notice();
        let facts = notice.map(|notice| planned.stated(&notice.facts.reference).unwrap_or(&notice.facts));
        let files = found.pair().map(|(editions, _)| [&editions.left.path, &editions.right.path]);
        let mut findings = self.teller().of(files.as_ref().map_or(&[], |files| files.as_slice()));
        let remarks = Bilingual::new(shown.remarks_of(left)?, shown.remarks_of(right)?);
        let (both, left): (Vec<_>, Vec<_>) =
            remarks.left.into_iter().partition(|remark| remarks.right.contains(remark));
        let right: Vec<_> = remarks.right.into_iter().filter(|remark| !both.contains(remark)).collect();
        for (remarks, side) in [(both, None), (left, Some(Side::Left)), (right, Some(Side::Right))] {
            let language = side.map(|side| site.languages[side].code.as_str());
            findings.extend(self.teller().tell_remarks(&remarks, language));
        }
        Ok(Some(PairContext {
            frame: self.frame(site),
            reference: notice.map(|notice| notice.facts.reference.clone()),
            title: by_language(site, |side| match pages[side].pair() {
                Some((editions, _)) => title(site, side, &editions[side]),
                None => site.name[side].clone(),
            }),
            paths: by_language(site, |side| planned.address(&pages[side].page.path)),
            state: facts.map(|facts| Standing::at(facts, self.world.now, site.marks).state.word()),
            published: facts.and_then(|facts| facts.published).map(|moment| moment.to_string()),
            deadline: facts.and_then(deadline),
            findings,
        }))
    }

    fn teller(&self) -> Teller<'_> {
        Teller { world: self.world, voice: self.voice, editor: self.editor }
    }

    fn frame(&self, site: &Site) -> Frame {
        let words = ["desk-", "pair-"].into_iter().flat_map(|start| self.voice.beginning(start));
        Frame {
            counter: self.counter,
            now: site.zone.moment(self.world.now).to_string(),
            zone: site.zone.name(),
            language: self.voice.tongue().code(),
            words: words.map(|(id, text)| (id.to_owned(), text)).collect(),
        }
    }
}

fn page_context(page: &Page, planned: &Planned) -> Option<PageContext> {
    let (site, plan) = (planned.site(), planned.prepared.plan());
    let string = match page.content {
        Content::Root => "root-title",
        Content::NotFound => "not-found-title",
        Content::Gone => "gone-title",
        Content::Home(_) => "home-title",
        Content::Closed(_) => "closed-title",
        Content::Follow(_) => "follow-title",
        Content::Search(_) => "search-title",
        Content::Ordinary(..) => "",
        // The home page leads to the lists.
        Content::Notice(..) | Content::List(..) => return None,
    };
    let wordings = planned.prepared.material().words.wordings();
    let twins = Bilingual::new(page.content, page.content.twin());
    let paths = by_language(site, |side| planned.address(&twins[side].path(plan, site)));
    Some(PageContext {
        titles: by_language(site, |side| match page.content {
            Content::Ordinary(_, at) => title(site, side, &plan.ordinary[at].page.editions[side]),
            _ => wordings[side].text(string),
        }),
        pair: page.content.side().map(|_| pair_address(&planned.address(&page.path))),
        paths,
    })
}

/// A title with the typography of its language.
fn title(site: &Site, side: Side, edition: &Edition) -> String {
    Typesetter::new(site.typography[side]).set(&edition.words.title.value)
}

fn by_language<T>(site: &Site, value: impl Fn(Side) -> T) -> ByLanguage<T> {
    Side::BOTH.into_iter().map(|side| (site.languages[side].code.clone(), value(side))).collect()
}

fn pair_address(address: &str) -> String {
    format!("/-/pair?path={address}")
}

fn deadline(facts: &Facts) -> Option<String> {
    facts.deadline.map(|deadline| match deadline {
        Deadline::Ongoing => "ongoing".to_owned(),
        Deadline::At(moment) => moment.to_string(),
    })
}
