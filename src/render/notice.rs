//! From a public notice to what its template gets: facts in words, posts, numbered sections, ways to apply.

use std::sync::Arc;

use super::compose::{Composer, Fragments};
use super::context::{
    ApplyContext, BlockContext, CorrectionContext, DocumentContext, ExtensionContext, FactContext, MomentContext,
    NoticeContext, PostContext, SectionContext,
};
use super::follow::event_path;
use super::fragment::percent_encoded;
use crate::domain::{Deadline, Document, Moment, Piece, Section, Side, Target};
use crate::markdown::Placement;
use crate::plan::Public;
use crate::strings::{Args, Value};

impl Composer<'_> {
    /// A notice with its own words from `body`.
    pub(super) fn notice(&self, public: &Public, side: Side, body: &str, fragments: &mut Fragments) -> NoticeContext {
        let setter = &self.setters[side];
        let wording = &setter.wording;
        let facts = &public.notice.facts;
        let edition = &public.notice.editions[side];
        let title = self.set(side, &edition.words.title.value);
        let args = wording.arguments(facts, &edition.words.title.value);
        let words = setter.words(edition, body, &facts.reference, &args);
        let moment = |moment: Moment| MomentContext::from(wording.moment(&moment));
        let rows = wording.rows(facts, &args).into_iter();
        NoticeContext {
            reference: facts.reference.clone(),
            summary: edition.words.summary.as_ref().map(|summary| self.set(side, &summary.value)),
            state: public.state.word(),
            new: public.is_new,
            takes_applications: public.state.takes_applications(),
            openings: facts.openings(),
            deadline: facts.deadline.and_then(Deadline::moment).map(moment),
            closes: self.closes(public),
            published: facts.published.map(moment),
            extended: facts
                .extended
                .map(|extended| ExtensionContext { from: moment(extended.from), on: moment(extended.on) }),
            corrections: public
                .notice
                .corrections(side)
                .into_iter()
                .map(|correction| CorrectionContext {
                    on: moment(correction.on.value),
                    text: self.set(side, &correction.text.value),
                })
                .collect(),
            cancelled: facts.cancelled.map(moment),
            filled: facts.filled.map(moment),
            facts: rows
                .map(|row| FactContext { id: row.id, label: row.label, value: self.set(side, &row.value) })
                .collect(),
            posts: self.posts(public, side),
            sections: NoticeSections { composer: self, public, side, words: &words, args: &args }.all(fragments),
            apply: if public.state.takes_applications() { self.ways_to_apply(side, &args) } else { Vec::new() },
            employer: self.employer(public, side),
            calendar: self.has_event(public).then(|| self.url(&event_path(public, side))),
            share: self.share(public, side, &title),
            title,
        }
    }

    /// The address of an e-mail that passes the notice on: what it is, until when, and where (RFC 6068). It has no
    /// recipient, and holds nothing of its reader.
    fn share(&self, public: &Public, side: Side, title: &str) -> String {
        let wording = &self.setters[side].wording;
        let facts = &public.notice.facts;
        let say = |message: &str, args: [(&str, &str); 2]| {
            wording.bundle.text(message, &args.map(|(name, value)| (name, Value::from(value))).into())
        };
        let subject = say("notice-title", [("title", title), ("reference", &facts.reference)]);
        let deadline = facts.deadline.filter(|_| public.state.takes_applications()).map(|deadline| {
            say("entry-fact", [("label", &wording.text("fact-deadline")), ("value", &wording.deadline(deadline))])
        });
        let lines = [Some(subject.clone()), deadline, Some(self.absolute(&public.paths[side]))];
        let body = lines.into_iter().flatten().collect::<Vec<_>>().join("\r\n");
        let encoded = |text: &str| percent_encoded(text).replace('/', "%2F");
        format!("mailto:?subject={}&body={}", encoded(&subject), encoded(&body))
    }

    fn posts(&self, public: &Public, side: Side) -> Vec<PostContext> {
        let titles = &public.notice.editions[side].words.post_titles;
        let posts = public.notice.facts.posts.iter().enumerate();
        posts
            .map(|(at, post)| PostContext {
                number: post.number.clone(),
                title: titles.get(at).map(|title| self.set(side, &title.value)),
                openings: post.openings,
                direct_reports: post.direct_reports,
                indirect_reports: post.indirect_reports,
                job_description: post
                    .job_description
                    .as_ref()
                    .map(|documents| self.document(public, side, &documents[side])),
            })
            .collect()
    }

    /// The address of a document that a post refers to.
    pub(super) fn document(&self, public: &Public, side: Side, document: &Document) -> DocumentContext {
        let edition = &public.notice.editions[side];
        match &document.target {
            Target::File(path, fragment) => {
                let url = self.setters[side].file(path, fragment, edition, &public.notice.facts.reference);
                DocumentContext { url, file: true }
            }
            Target::Address(url) | Target::Fragment(url) => DocumentContext { url: url.clone(), file: false },
        }
    }

    fn ways_to_apply(&self, side: Side, args: &Args<'_>) -> Vec<ApplyContext> {
        let bundle = self.setters[side].wording.bundle;
        let way = |audience: &String| ApplyContext {
            id: audience.clone(),
            audience: self.set(side, &bundle.text(&format!("apply-{audience}.audience"), args)),
            text: self.set(side, &bundle.text(&format!("apply-{audience}"), args)),
            url: bundle.text(&format!("apply-{audience}.url"), args),
        };
        self.site.apply.audiences.iter().map(way).collect()
    }
}

/// The sections of one edition of a notice.
struct NoticeSections<'a> {
    composer: &'a Composer<'a>,
    public: &'a Public,
    side: Side,
    words: &'a [Arc<str>],
    args: &'a Args<'a>,
}

impl NoticeSections<'_> {
    /// All sections that have something to say, numbered in order.
    fn all(&self, fragments: &mut Fragments) -> Vec<SectionContext> {
        let mut sections: Vec<SectionContext> = Vec::new();
        for section in &self.composer.site.sections {
            let blocks: Vec<_> =
                section.pieces.iter().filter_map(|piece| self.block(section, piece, fragments)).collect();
            if blocks.is_empty() {
                continue;
            }
            let message = format!("section-{}", section.id);
            sections.push(SectionContext {
                id: section.id.clone(),
                number: sections.len() + 1,
                title: self.string(&message),
                while_open: blocks.iter().all(|block| block.while_open),
                intro: self.fragment(&format!("{message}.intro"), fragments),
                blocks,
            });
        }
        sections
    }

    fn block(&self, section: &Section, piece: &Piece, fragments: &mut Fragments) -> Option<BlockContext> {
        match piece {
            Piece::Words => {
                let outline = &self.public.notice.editions[self.side].outline.sections;
                let at = outline.iter().position(|heading| heading.id == section.id && heading.has_words)?;
                let html = fragments.add(Arc::clone(self.words.get(at)?));
                let id = format!("{}-notice", section.id);
                Some(BlockContext { kind: "words", id, title: None, while_open: false, html })
            }
            Piece::Clause(clause) => {
                let clause = match &self.public.notice.facts.contract {
                    Some(contract) => clause.replace("{contract}", contract),
                    None if clause.contains("{contract}") => return None,
                    None => clause.clone(),
                };
                let while_open = self.composer.site.apply.clauses.contains(&clause);
                if while_open && !self.public.state.takes_applications() {
                    return None;
                }
                let html = self.fragment(&clause, fragments)?;
                let title = format!("{clause}.title");
                let has_title = self.bundle().has(&title);
                let title = has_title.then(|| self.string(&title));
                Some(BlockContext { kind: "clause", id: clause, title, while_open, html })
            }
        }
    }

    fn bundle(&self) -> &crate::strings::Bundle {
        self.composer.setters[self.side].wording.bundle
    }

    fn string(&self, name: &str) -> String {
        self.composer.set(self.side, &self.bundle().text(name, self.args))
    }

    /// The HTML of a message, if there is such a message.
    fn fragment(&self, name: &str, fragments: &mut Fragments) -> Option<String> {
        Some(fragments.add(self.composer.setters[self.side].message(name, self.args, Placement::Block)?))
    }
}
