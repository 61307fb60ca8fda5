//! From `accept:` in the front matter to the findings that the writers of a notice accept.

use super::fields::Fields;
use super::site::unknown_rule;
use super::yaml::Node;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Acceptance, SitePath};

/// Reads the acceptances that an edition states. Each needs a rule of parity and a reason.
pub(super) fn accepted(fields: &mut Fields<'_>, log: &mut Log) -> Vec<Acceptance> {
    let Some(nodes) = fields.list("accept", log) else { return Vec::new() };
    nodes.value.into_iter().filter_map(|node| acceptance(node, fields.file(), log)).collect()
}

fn acceptance(node: Node, file: &SitePath, log: &mut Log) -> Option<Acceptance> {
    let mut fields = Fields::open(node, file, log);
    let span = fields.span;
    let (rule, reason) = (fields.text("rule", log), fields.prose("reason", log));
    let section = fields.text("section", log).map(|section| section.value);
    let words = fields.text("words", log).map(|words| words.value);
    let place = fields.place(span);
    fields.finish(log);
    for (is_there, part) in [(rule.is_some(), "rule"), (reason.is_some(), "reason")] {
        if !is_there {
            let message = Text::new("missing-part").with("key", "accept").with("part", part);
            log.push(Diagnostic::new(Rule::MissingFact, place.clone(), message).hint("accept-hint"));
        }
    }
    let rule = rule?;
    if !Rule::named(&rule.value).is_some_and(Rule::is_parity) {
        let place = crate::domain::Place::new(file.clone(), rule.span);
        log.push(unknown_rule(&rule, place));
        return None;
    }
    Some(Acceptance { rule: rule.value, section, words, reason: reason?.value.trim().to_owned(), span })
}
