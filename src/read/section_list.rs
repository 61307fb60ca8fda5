//! From the headings of a notice's body to its sections, by the anatomy of the site.

use super::headings::SectionNames;
use crate::diagnostic::{Diagnostic, Log, Rule, Text, nearest};
use crate::domain::{Heading, Place, Site, Span};
use crate::markdown::ScannedHeading;

/// Reads the sections of a body. Headings below the second level belong to the section that they stand in.
pub(super) fn read(
    site: &Site,
    names: &SectionNames,
    headings: &[ScannedHeading],
    place: &dyn Fn(Span) -> Place,
    log: &mut Log,
) -> Vec<Heading> {
    let mut sections: Vec<Heading> = Vec::new();
    for heading in headings.iter().filter(|heading| heading.level == 2) {
        let Some(id) = names.section(&heading.text, heading.id.as_deref()) else {
            log.push(unknown(names, heading, place(heading.span)));
            // The words under it keep a place of their own, so that they are not taken for the section before.
            sections.push(Heading { id: String::new(), span: place(heading.span).span, has_words: heading.has_words });
            continue;
        };
        let found = Heading { id: id.to_owned(), span: place(heading.span).span, has_words: heading.has_words };
        if let Some(first) = sections.iter().find(|section| section.id == id) {
            let message = Text::new("duplicate-section").with("section", &heading.text);
            let first = Place::new(place(heading.span).file, first.span);
            log.push(
                Diagnostic::new(Rule::DuplicateSection, place(heading.span), message)
                    .hint("duplicate-section-hint")
                    .related(first, "first-here"),
            );
        } else {
            order(names, &sections, &found, heading, place, log);
        }
        words(site, names, heading, id, place, log);
        sections.push(found);
    }
    sections
}

fn unknown(names: &SectionNames, heading: &ScannedHeading, place: Place) -> Diagnostic {
    let hint = match nearest(&heading.text, names.headings()) {
        Some(name) => Text::new("did-you-mean").with("name", name),
        None => Text::new("known-sections").with("sections", names.headings().collect::<Vec<_>>().join(" · ")),
    };
    Diagnostic::new(Rule::UnknownSection, place, Text::new("unknown-section").with("section", &heading.text)).hint(hint)
}

/// A section must not stand behind one that the site puts after it.
fn order(
    names: &SectionNames,
    before: &[Heading],
    found: &Heading,
    heading: &ScannedHeading,
    place: &dyn Fn(Span) -> Place,
    log: &mut Log,
) {
    let position = names.position(&found.id);
    let Some(overtaken) = before.iter().find(|earlier| names.position(&earlier.id) > position) else { return };
    let title = names.heading(&overtaken.id).unwrap_or_default();
    let message = Text::new("section-order").with("section", &heading.text).with("other", title);
    let finding = Diagnostic::new(Rule::SectionOrder, place(heading.span), message).hint("section-order-hint");
    log.push(finding.related(Place::new(place(heading.span).file, overtaken.span), "goes-after"));
}

fn words(
    site: &Site,
    names: &SectionNames,
    heading: &ScannedHeading,
    id: &str,
    place: &dyn Fn(Span) -> Place,
    log: &mut Log,
) {
    let takes_words = site.sections.iter().any(|section| section.id == id && section.takes_words());
    if heading.has_words && !takes_words {
        let with_place = site.sections.iter().filter(|section| section.takes_words());
        let known: Vec<_> = with_place.filter_map(|section| names.heading(&section.id)).collect();
        let message = Text::new("words-without-place").with("section", &heading.text);
        let hint = Text::new("words-without-place-hint").with("sections", known.join(" · "));
        log.push(Diagnostic::new(Rule::WordsWithoutPlace, place(heading.span), message).hint(hint));
    }
}
