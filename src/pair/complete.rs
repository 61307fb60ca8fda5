//! Whether a pair that is meant for the public is complete: every required fact, both languages, the same sections.

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Facts, Heading, Place, Side, Site, Span};
use crate::read::{ReadEdition, SectionNames};

/// Checks that the words of a notice are complete.
pub(super) fn notice(
    editions: &Bilingual<ReadEdition>,
    facts: &Facts,
    site: &Site,
    names: &Bilingual<SectionNames>,
    log: &mut Log,
) {
    titles(editions, log);
    post_titles(editions, facts, log);
    corrections(editions, log);
    let mut comparable = true;
    for (side, read) in editions.iter() {
        placeholders(read, log);
        // Where the body is not known to its end, or a heading means nothing, what seems to be missing may be there.
        if !read.is_whole || read.edition.outline.sections.iter().any(|heading| heading.id.is_empty()) {
            comparable = false;
        } else if read.has_words {
            sections(editions, side, site, &names[side], log);
        } else {
            comparable = false;
            unfinished(editions, side, Span::new(0, 0), "unfinished-edition", log);
        }
    }
    if comparable {
        same_sections(editions, site, names, log);
    }
}

/// Checks that an ordinary page is complete.
pub(super) fn page(editions: &Bilingual<ReadEdition>, log: &mut Log) {
    titles(editions, log);
    for (side, read) in editions.iter() {
        placeholders(read, log);
        if read.is_whole && !read.has_words {
            unfinished(editions, side, Span::new(0, 0), "unfinished-edition", log);
        }
    }
}

fn place(read: &ReadEdition, span: Span) -> Place {
    Place::new(read.edition.path.clone(), span)
}

fn unfinished(editions: &Bilingual<ReadEdition>, side: Side, span: Span, message: &'static str, log: &mut Log) {
    let twin = Place::top(editions[side.twin()].edition.path.clone());
    let finding = Diagnostic::new(Rule::UnfinishedEdition, place(&editions[side], span), message);
    log.push(finding.hint("unfinished-edition-hint").related(twin, "twin-here"));
}

fn titles(editions: &Bilingual<ReadEdition>, log: &mut Log) {
    for (_, read) in editions.iter() {
        let title = &read.edition.words.title;
        if title.value.is_empty() && !read.stated.unreadable.contains(&"title") {
            let message = Text::new("missing-words").with("key", "title");
            log.push(Diagnostic::new(Rule::MissingFact, place(read, title.span), message).hint("missing-title-hint"));
        }
    }
}

/// Checks that every fact is stated that the site requires.
pub(super) fn facts(editions: &Bilingual<ReadEdition>, facts: &Facts, site: &Site, log: &mut Log) {
    for key in &site.required {
        let stated = match key.as_str() {
            "published" => facts.published.is_some(),
            "deadline" => facts.deadline.is_some(),
            "organisation" => facts.organisation.is_some(),
            "location" => facts.location.is_some(),
            "grade" => facts.grade.is_some(),
            "schedule" => facts.schedule.is_some(),
            "clearance" => facts.clearance.is_some(),
            "salary" => facts.salary.is_some(),
            "contract" => facts.contract.is_some(),
            "languages" => facts.languages.is_some(),
            "posts" => !facts.posts.is_empty(),
            _ => true,
        };
        let unreadable = editions.iter().any(|(_, read)| read.stated.unreadable.contains(&key.as_str()));
        if !stated && !unreadable {
            let message = Text::new("missing-fact").with("key", key);
            let hint = Text::new("missing-fact-hint").with("key", key);
            let twin = Place::top(editions.right.edition.path.clone());
            let finding = Diagnostic::new(Rule::MissingFact, Place::top(editions.left.edition.path.clone()), message);
            log.push(finding.hint(hint).related(twin, "or-here"));
        }
    }
}

fn post_titles(editions: &Bilingual<ReadEdition>, facts: &Facts, log: &mut Log) {
    if editions.iter().any(|(_, read)| read.stated.unreadable.contains(&"posts")) {
        return;
    }
    for (side, read) in editions.iter() {
        let titles = read.edition.words.post_titles.len();
        let wanted = if editions.iter().all(|(_, read)| read.edition.words.post_titles.is_empty()) {
            0
        } else {
            facts.posts.len()
        };
        if titles != wanted {
            let message = Text::new("post-titles").with_count("titles", titles).with_count("posts", facts.posts.len());
            let twin = Place::top(editions[side.twin()].edition.path.clone());
            log.push(
                Diagnostic::new(Rule::PostTitles, Place::top(read.edition.path.clone()), message)
                    .hint("post-titles-hint")
                    .related(twin, "twin-here"),
            );
        }
    }
}

/// Both editions say the same corrections: as many, of the same days, in the same order.
fn corrections(editions: &Bilingual<ReadEdition>, log: &mut Log) {
    if editions.iter().any(|(_, read)| read.stated.unreadable.contains(&"corrections")) {
        return;
    }
    let all = editions.as_ref().map(|read| read.edition.words.corrections.as_slice());
    let day = |side: Side, at: usize| all[side].get(at).map(|correction| correction.on.value);
    let longer = all.left.len().max(all.right.len());
    let Some(at) = (0..longer).find(|at| day(Side::Left, *at) != day(Side::Right, *at)) else { return };
    let here = if all.left.len() > at { Side::Left } else { Side::Right };
    let twin = &editions[here.twin()];
    let there = match all[here.twin()].get(at) {
        Some(correction) => place(twin, correction.on.span),
        None => place(twin, twin.stated.corrections.as_ref().map_or(Span::new(0, 0), |stated| stated.span)),
    };
    let (message, related) = if all[here.twin()].len() > at {
        ("correction-days", "twin-states")
    } else {
        ("correction-missing", "missing-in-twin")
    };
    let finding = Diagnostic::new(Rule::CorrectionMismatch, place(&editions[here], all[here][at].on.span), message);
    log.push(finding.hint("correction-mismatch-hint").related(there, related));
}

fn placeholders(read: &ReadEdition, log: &mut Log) {
    for span in &read.placeholders {
        log.push(
            Diagnostic::new(Rule::UnfinishedEdition, place(read, *span), "placeholder-left")
                .hint("unfinished-edition-hint"),
        );
    }
}

fn sections(editions: &Bilingual<ReadEdition>, side: Side, site: &Site, names: &SectionNames, log: &mut Log) {
    let found = &editions[side].edition.outline.sections;
    for section in site.sections.iter().filter(|section| section.required) {
        match found.iter().find(|heading| heading.id == section.id) {
            Some(heading) if heading.has_words => {}
            Some(heading) => unfinished(editions, side, heading.span, "section-without-words", log),
            None => {
                let before = site
                    .sections
                    .iter()
                    .take_while(|other| other.id != section.id)
                    .filter_map(|other| found.iter().find(|heading| heading.id == other.id));
                let after = before.last().map_or(Span::new(0, 0), |heading| heading.span);
                let message =
                    Text::new("missing-section").with("section", names.heading(&section.id).unwrap_or(&section.id));
                let mut finding = Diagnostic::new(Rule::MissingSection, place(&editions[side], after), message);
                finding = finding.hint(Text::new("missing-section-hint").with("section", &section.id));
                if let Some(twin) = twin_of(editions, side, &section.id) {
                    finding = finding.related(twin, "twin-here");
                }
                log.push(finding);
            }
        }
    }
}

fn twin_of(editions: &Bilingual<ReadEdition>, side: Side, id: &str) -> Option<Place> {
    let twin = &editions[side.twin()];
    twin.edition.outline.sections.iter().find(|heading| heading.id == id).map(|heading| place(twin, heading.span))
}

/// A section that is not required must all the same stand in both editions or in none. Their order needs no look of its
/// own: each edition keeps the site's.
fn same_sections(editions: &Bilingual<ReadEdition>, site: &Site, names: &Bilingual<SectionNames>, log: &mut Log) {
    let is_required =
        |heading: &Heading| site.sections.iter().any(|section| section.id == heading.id && section.required);
    for (side, read) in editions.iter() {
        let twin = &editions[side.twin()];
        let only_here = |heading: &&Heading| {
            !is_required(heading) && !twin.edition.outline.sections.iter().any(|other| other.id == heading.id)
        };
        for heading in read.edition.outline.sections.iter().filter(only_here) {
            let name = names[side].heading(&heading.id).unwrap_or(&heading.id);
            let message = Text::new("section-mismatch").with("section", name);
            let finding = Diagnostic::new(Rule::SectionMismatch, place(read, heading.span), message);
            let there = Place::top(twin.edition.path.clone());
            log.push(finding.hint("section-mismatch-hint").related(there, "missing-in-twin"));
        }
    }
}
