//! What all outputs are told: the announced notices, in the words of both languages, with whole addresses.
//!
//! Feeds are read far from the site, so that an entry holds the whole notice and every address in it is absolute.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use quick_xml::escape::partial_escape;

use super::feeds::Category;
use crate::domain::{Bilingual, Deadline, Feed, Moment, Side, State};
use crate::plan::Public;
use crate::render::Theme;
use crate::render::compose::{Composer, Fragments, body};
use crate::render::context::{CorrectionContext, FactContext, NoticeContext, PostContext};
use crate::render::minify::tight;
use crate::strings::Args;

/// Everything that can be told where people do not visit the site.
pub struct News<'n> {
    pub(super) composer: &'n Composer<'n>,
    pub(super) theme: &'n Theme,
    pub(super) announcements: Vec<Announcement<'n>>,
}

/// An announced notice.
pub struct Announcement<'n> {
    /// The notice.
    pub(super) public: &'n Public,
    /// When it became public.
    pub(super) published: Moment,
    /// When what people should know of it changed last.
    pub(super) updated: Moment,
    /// What is told in each language.
    pub(super) told: Bilingual<Told>,
}

/// An announced notice in one language.
pub(super) struct Told {
    /// Its permanent identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The title of its entry in a feed, which says if it was cancelled.
    pub headline: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Its facts in words.
    pub facts: Vec<FactContext>,
    /// What was corrected, the newest first, in sentences.
    pub corrections: Vec<String>,
    /// The address of its page.
    pub url: String,
    /// What it is filed under.
    pub categories: Vec<Category>,
    /// The whole notice as HTML with whole addresses.
    pub content: String,
}

/// The entries of a feed, in one language.
pub(super) struct Channel<'n> {
    /// Which part of the vacancies it holds; all of them where there is none.
    pub feed: Option<&'n Feed>,
    /// The language.
    pub side: Side,
    /// What it holds, and whose it is.
    pub title: String,
    /// Its permanent identifier.
    pub id: String,
    /// When its entries changed last. Nothing where there never was a notice.
    pub updated: Option<Moment>,
    /// The notices that it holds, those that changed last first.
    pub entries: Vec<&'n Announcement<'n>>,
}

impl<'n> Announcement<'n> {
    /// What is told of the notice at a place of the plan.
    pub(in crate::render) fn new(composer: &'n Composer<'n>, at: usize, texts: &Bilingual<String>) -> Self {
        let public = &composer.plan.notices[at];
        // Only what has a date of publication is public.
        let published = public.notice.facts.published.unwrap_or_default();
        let updated = public.notice.facts.updated().unwrap_or(published);
        let told = Bilingual::of(|side| composer.tell(public, side, &texts[side]));
        Self { public, published, updated, told }
    }
}

impl<'n> News<'n> {
    pub(in crate::render) const fn new(
        composer: &'n Composer<'n>,
        theme: &'n Theme,
        announcements: Vec<Announcement<'n>>,
    ) -> Self {
        Self { composer, theme, announcements }
    }

    /// The notices that take applications, by deadline.
    pub(super) fn open(&self) -> impl Iterator<Item = &Announcement<'n>> {
        self.announcements.iter().filter(|announcement| announcement.public.state.takes_applications())
    }

    /// When a notice changed last, its end included.
    pub(super) fn last_change(&self, public: &Public) -> Option<Moment> {
        let facts = &public.notice.facts;
        let closed = facts.deadline.filter(|_| public.state == State::Closed).and_then(Deadline::closes);
        let closed = closed.map(|instant| self.composer.site.zone.moment(instant));
        facts.updated().into_iter().chain(facts.filled).chain(closed).max()
    }

    /// The feed of all vacancies and those of a part of them, in one language.
    pub(super) fn channels(&'n self, side: Side) -> impl Iterator<Item = Channel<'n>> {
        let site = self.composer.site;
        let feeds = [None].into_iter().chain(site.feeds.iter().map(Some));
        feeds.map(move |feed| {
            let takes =
                |public: &Public| feed.is_none_or(|feed| feed.filter.takes(&public.notice.facts, &site.vocabulary));
            let mut entries: Vec<_> =
                self.announcements.iter().filter(|announcement| takes(announcement.public)).collect();
            entries.sort_by(|left, right| {
                let references = || left.public.notice.facts.reference.cmp(&right.public.notice.facts.reference);
                right.updated.instant.cmp(&left.updated.instant).then_with(references)
            });
            let part = feed.map_or(String::new(), |feed| format!("-{}", feed.name.value));
            Channel {
                feed,
                side,
                title: self.composer.head_title(side, &self.composer.feed_title(side, feed)),
                id: site.tag.id(&format!("{}/feed{part}", site.languages[side].code)),
                updated: self.changed(&mut self.composer.plan.notices.iter().filter(|public| takes(public))),
                entries,
            }
        })
    }
}

impl Composer<'_> {
    /// A notice as it is told in one language. `text` is the file of its edition.
    fn tell(&self, public: &Public, side: Side, text: &str) -> Told {
        let mut fragments = Fragments::default();
        let edition = &public.notice.editions[side];
        let reference = &public.notice.facts.reference;
        let notice = self.notice(public, side, body(text, edition.body), &mut fragments);
        let url = self.absolute(&public.paths[side]);
        // The same bytes, whether pages are minified or not.
        let content = tight(&fragments.put_into(&self.content(public, side, &notice)));
        let headline = match public.state {
            State::Cancelled => {
                let args = Args::from([("title", notice.title.as_str().into())]);
                self.setters[side].wording.bundle.text("entry-cancelled-title", &args)
            }
            _ => notice.title.clone(),
        };
        Told {
            id: self.site.tag.id(&format!("{}/{reference}", self.site.languages[side].code)),
            title: notice.title,
            headline,
            summary: notice.summary,
            categories: self.categories(public, side),
            corrections: notice.corrections.iter().map(|correction| self.corrected(side, correction)).collect(),
            facts: notice.facts,
            content: absolute(&content, self.origin(), &url),
            url,
        }
    }

    /// Scheme and host of the site.
    pub(super) fn origin(&self) -> &str {
        self.site.address.strip_suffix(self.site.base_path()).unwrap_or(&self.site.address)
    }

    /// What happened to the notice, its facts, its sections, and the way to its twin. Fragments stand as tokens.
    fn content(&self, public: &Public, side: Side, notice: &NoticeContext) -> String {
        let bundle = self.setters[side].wording.bundle;
        let mut html = String::new();
        let mut add = |text: fmt::Arguments<'_>| {
            // Writing to a string cannot fail.
            let _ = html.write_fmt(text);
        };
        let happened = match (&notice.cancelled, &notice.extended, &notice.deadline) {
            (Some(cancelled), ..) => {
                Some(bundle.text("entry-cancelled", &Args::from([("date", cancelled.date.as_str().into())])))
            }
            (None, Some(extended), Some(deadline)) => {
                let args = [("from", extended.from.date.as_str().into()), ("date", deadline.date.as_str().into())];
                Some(bundle.text("entry-extended", &Args::from(args)))
            }
            _ => None,
        };
        let corrected = notice.corrections.iter().map(|correction| self.corrected(side, correction));
        for happened in happened.into_iter().chain(corrected) {
            add(format_args!("<p><strong>{}</strong></p>", partial_escape(happened)));
        }
        add(format_args!("<ul>"));
        for fact in &notice.facts {
            add(format_args!("<li>{}</li>", self.row(side, &fact.label, &fact.value)));
        }
        for (label, value) in self.rest(side, notice) {
            add(format_args!("<li>{}</li>", self.row(side, &label, &value)));
        }
        add(format_args!("</ul>"));
        for post in &notice.posts {
            add(format_args!("{}", self.post(side, post)));
        }
        for section in &notice.sections {
            add(format_args!("<h2>{}. {}</h2>", section.number, partial_escape(&section.title)));
            add(format_args!("{}", section.intro.as_deref().unwrap_or_default()));
            for block in &section.blocks {
                if let Some(title) = &block.title {
                    add(format_args!("<h3>{}</h3>", partial_escape(title)));
                }
                add(format_args!("{}", block.html));
            }
        }
        let (twin, code) = (side.twin(), &self.site.languages[side.twin()].code);
        let address = self.absolute(&public.paths[twin]);
        let words = self.text(twin, "entry-twin");
        add(format_args!(
            "<p><a href=\"{address}\" hreflang=\"{code}\" lang=\"{code}\">{}</a></p>",
            partial_escape(words)
        ));
        html
    }
}

impl Composer<'_> {
    /// A label and what it is said of.
    fn row(&self, side: Side, label: &str, value: &str) -> String {
        let args = Args::from([("label", label.into()), ("value", value.into())]);
        partial_escape(self.setters[side].wording.bundle.text("entry-fact", &args)).into_owned()
    }

    /// What a page says of a notice below its table of facts: how many posts, the reference, the day of publication.
    fn rest(&self, side: Side, notice: &NoticeContext) -> Vec<(String, String)> {
        let label = |name: &str| self.text(side, &format!("fact-{name}"));
        let mut rows = Vec::new();
        if notice.openings > 1 {
            rows.push((label("openings"), notice.openings.to_string()));
        }
        rows.push((label("reference"), notice.reference.clone()));
        rows.extend(notice.published.as_ref().map(|published| (label("published"), published.date.clone())));
        rows
    }

    /// What was corrected, and when, in a sentence.
    pub(super) fn corrected(&self, side: Side, correction: &CorrectionContext) -> String {
        let args = [("date", correction.on.date.as_str().into()), ("text", correction.text.as_str().into())];
        self.setters[side].wording.bundle.text("entry-corrected", &Args::from(args))
    }

    /// One of the posts of a notice, as far as anything is said of it.
    fn post(&self, side: Side, post: &PostContext) -> String {
        let rows = [
            ("post-number", post.number.clone()),
            ("post-direct-reports", post.direct_reports.map(|count| count.to_string())),
            ("post-indirect-reports", post.indirect_reports.map(|count| count.to_string())),
        ];
        let rows = rows.into_iter().filter_map(|(name, value)| Some(self.row(side, &self.text(side, name), &value?)));
        let document = post.job_description.as_ref().map(|document| {
            let words = self.text(side, "job-description");
            format!("<a href=\"{}\">{}</a>", partial_escape(document.url.as_str()), partial_escape(words))
        });
        let items: String = rows.chain(document).flat_map(|row| ["<li>".to_owned(), row, "</li>".to_owned()]).collect();
        let title = post.title.as_deref().map(|title| format!("<p>{}</p>", partial_escape(title))).unwrap_or_default();
        if items.is_empty() { title } else { format!("{title}<ul>{items}</ul>") }
    }
}

/// HTML of our own in which every address is whole. In such HTML `<` only begins a tag.
fn absolute(html: &str, origin: &str, page: &str) -> String {
    let mut out = String::with_capacity(html.len() + 256);
    for (at, part) in html.split('<').enumerate() {
        if at == 0 {
            out.push_str(part);
            continue;
        }
        out.push('<');
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        out.push_str(&whole(tag, origin, page));
        out.push('>');
        out.push_str(text);
    }
    out
}

/// A tag with whole addresses.
fn whole<'t>(tag: &'t str, origin: &str, page: &str) -> Cow<'t, str> {
    let mut tag = Cow::Borrowed(tag);
    for (relative, base) in [(" href=\"/", origin), (" src=\"/", origin), (" href=\"#", page)] {
        if let Some(at) = tag.find(relative) {
            let (before, after) = tag.split_at(at + relative.len() - 1);
            tag = Cow::Owned(format!("{before}{base}{after}"));
        }
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn addresses_become_whole_and_words_stay() {
        let html = "<p>a href=\"/x\" <a title=\"t\" href=\"/en/b/\">b</a> <a href=\"#c\">c</a><img src=\"/d.png\"></p>";
        let whole = absolute(html, "https://example.org", "https://example.org/en/page/");
        assert_eq!(
            whole,
            "<p>a href=\"/x\" <a title=\"t\" href=\"https://example.org/en/b/\">b</a> \
             <a href=\"https://example.org/en/page/#c\">c</a><img src=\"https://example.org/d.png\"></p>"
        );
    }
}
