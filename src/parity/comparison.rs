//! From a pair and its texts to two editions side by side: their sections, and the passages that answer each other.

use std::ops::Range;

use super::Compared;
use super::lexicon::Lexicon;
use super::part::Joined;
use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{Bilingual, Edition, Facts, Notice, Place, Side, Site, Span};
use crate::markdown::{self, Block, BlockKind, PLACEHOLDERS, Prose};
use crate::pair::Pair;
use crate::signature::Signing;
use crate::wording::Wording;

/// Two editions side by side.
pub struct Comparison<'a> {
    /// The site.
    pub site: &'a Site,
    /// The words of its languages.
    pub wordings: &'a Bilingual<Wording<'a>>,
    /// What words are looked up in.
    pub(super) lexicon: &'a Lexicon,
    /// The notice; nothing where an ordinary page is compared.
    pub notice: Option<&'a Notice>,
    /// The facts of a notice; an ordinary page has none.
    pub facts: Option<&'a Facts>,
    /// The editions.
    pub editions: &'a Bilingual<Edition>,
    /// Their texts, front matter included.
    pub texts: Bilingual<&'a str>,
    /// Who has signed them.
    pub signing: &'a Signing,
    /// The sections that both have, the words of the front matter first. Of a draft, those that are written.
    pub sections: Vec<Joined<'a>>,
}

/// A section of one edition.
#[derive(Debug)]
pub struct Section {
    /// The id of a section of a notice; nothing for the front matter and for the parts of an ordinary page.
    pub id: Option<String>,
    /// Where it stands, with its heading.
    pub span: Span,
    /// Its heading; the front matter has none.
    pub heading: Option<Block>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// The smallest parts of a section that answer each other: one block in each language, or all where they differ in shape.
pub(super) type Passage<'a> = Bilingual<Vec<&'a Block>>;

impl<'a> Comparison<'a> {
    /// Puts the editions of a pair side by side.
    pub(super) fn new(
        compared: Compared<'a>,
        site: &'a Site,
        (wordings, lexicon): (&'a Bilingual<Wording<'a>>, &'a Lexicon),
        sections: &'a [Bilingual<Section>],
    ) -> Self {
        let (editions, notice) = sides(compared.pair);
        Self {
            site,
            wordings,
            lexicon,
            notice,
            facts: notice.map(|notice| &notice.facts),
            editions,
            texts: compared.texts.clone(),
            signing: compared.signing,
            sections: sections.iter().map(Joined::new).collect(),
        }
    }

    /// A place in an edition.
    pub(super) fn place(&self, side: Side, span: Span) -> Place {
        Place::new(self.editions[side].path.clone(), span)
    }

    /// The code of a language.
    #[must_use]
    pub fn code(&self, side: Side) -> &str {
        &self.site.languages[side].code
    }

    /// The place of some words of a block.
    pub(super) fn words(&self, side: Side, prose: &Prose, words: &Range<usize>) -> Place {
        self.place(side, prose.span(words))
    }

    /// A finding at a place in one edition, with the place in the other that answers it.
    pub(super) fn finding(
        &self,
        rule: Rule,
        side: Side,
        span: Span,
        twin: Span,
        message: impl Into<Text>,
    ) -> Diagnostic {
        Diagnostic::new(rule, self.place(side, span), message)
            .related(self.place(side.twin(), twin), Text::new("twin-here"))
    }
}

/// The editions of a pair, and the notice that it is, if it is one.
fn sides(pair: &Pair) -> (&Bilingual<Edition>, Option<&Notice>) {
    match pair {
        Pair::Notice(notice) => (&notice.editions, Some(notice)),
        Pair::Page(page) => (&page.editions, None),
    }
}

/// The sections that both editions of a pair have.
pub(super) fn shared_sections(compared: &Compared<'_>) -> Vec<Bilingual<Section>> {
    let texts = compared.texts;
    let (editions, notice) = sides(compared.pair);
    let sections = Bilingual::of(|side| sections(texts[side], &editions[side], notice.is_some()));
    let mut both: Vec<_> = front(editions).into_iter().collect();
    both.extend(joined(sections));
    if notice.is_some_and(|notice| notice.facts.draft) {
        both.retain(|section| section.iter().all(|(side, section)| is_written(&texts[side][section.span.range()])));
    }
    both
}

/// Where a passage stands in an edition; a passage that it lacks, where its section begins.
pub(super) fn place_of(passage: &Passage<'_>, section: &Bilingual<Section>, side: Side) -> Span {
    passage[side].first().map_or_else(|| section[side].head(), |block| block.span)
}

impl Section {
    /// Where a finding about the section as a whole stands: its heading.
    pub(super) fn head(&self) -> Span {
        self.heading.as_ref().or(self.blocks.first()).map_or(self.span, |block| block.span)
    }
}

/// The blocks that have words of their own, in order.
#[must_use]
pub fn leaves(blocks: &[Block]) -> Vec<&Block> {
    let mut found = Vec::new();
    for block in blocks {
        if !block.prose.is_empty() {
            found.push(block);
        }
        found.extend(leaves(&block.children));
    }
    found
}

/// The words of the front matter, where both editions have them: title, summary, titles of posts, corrections.
fn front(editions: &Bilingual<Edition>) -> Option<Bilingual<Section>> {
    let has_both = |has: &dyn Fn(&Edition) -> bool| editions.iter().all(|(_, edition)| has(edition));
    let has_title = has_both(&|edition| !edition.words.title.value.is_empty());
    let has_summary = has_both(&|edition| edition.words.summary.is_some());
    let posts = editions.as_ref().map(|edition| edition.words.post_titles.len());
    let has_posts = posts.left == posts.right;
    let corrections = editions.as_ref().map(|edition| edition.words.corrections.len());
    let has_corrections = corrections.left == corrections.right;
    let section = |edition: &Edition| {
        let words = &edition.words;
        let title = has_title.then_some(&words.title);
        let summary = words.summary.as_ref().filter(|_| has_summary);
        let posts = words.post_titles.iter().filter(|_| has_posts);
        let corrections = words.corrections.iter().filter(|_| has_corrections).map(|correction| &correction.text);
        let said = title.into_iter().chain(summary).chain(posts).chain(corrections);
        let blocks: Vec<_> = said.map(|words| Block::words(&words.value, words.span)).collect();
        let span = Span::new(0, edition.body);
        Section { id: None, span, heading: None, blocks }
    };
    let both = editions.as_ref().map(section);
    (!both.left.blocks.is_empty()).then_some(both)
}

/// The sections of a body: of a notice those that it names, of an ordinary page what stands under each of its headings.
fn sections(text: &str, edition: &Edition, is_notice: bool) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for block in markdown::blocks(&text[edition.body..], edition.body) {
        let id = edition.outline.sections.iter().find(|heading| heading.span.start == block.span.start);
        if block.kind == BlockKind::Heading(2) {
            let id = id.map(|heading| heading.id.clone());
            sections.push(Section { id, span: block.span, heading: Some(block), blocks: Vec::new() });
            continue;
        }
        if sections.is_empty() && !is_notice {
            sections.push(Section { id: None, span: block.span, heading: None, blocks: Vec::new() });
        }
        // What stands before the first section of a notice was noticed.
        let Some(section) = sections.last_mut() else { continue };
        section.span.end = section.span.end.max(block.span.end);
        section.blocks.push(block);
    }
    sections
}

/// The sections that answer each other: by their ids, or by their order where they are as many.
fn joined(sections: Bilingual<Vec<Section>>) -> Vec<Bilingual<Section>> {
    let Bilingual { left, mut right } = sections;
    if left.iter().chain(&right).all(|section| section.id.is_none()) {
        let both = |(left, right)| Bilingual::new(left, right);
        if left.len() == right.len() {
            return left.into_iter().zip(right).map(both).collect();
        }
        return whole(left).zip(whole(right)).map(both).into_iter().collect();
    }
    let twin = |left: Section| {
        let at = right.iter().position(|right| right.id.is_some() && right.id == left.id)?;
        Some(Bilingual::new(left, right.remove(at)))
    };
    left.into_iter().filter_map(twin).collect()
}

/// All sections as one, with their headings in it.
fn whole(sections: Vec<Section>) -> Option<Section> {
    let span = Span::new(sections.first()?.span.start, sections.last()?.span.end);
    let blocks = sections.into_iter().flat_map(|section| section.heading.into_iter().chain(section.blocks)).collect();
    Some(Section { id: None, span, heading: None, blocks })
}

fn is_written(text: &str) -> bool {
    !PLACEHOLDERS.iter().any(|mark| text.contains(mark))
}
