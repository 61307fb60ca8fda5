//! From `parity:` in `site.yaml` to what a site asks of two editions: weights of rules, paired addresses, signatures.

use super::SiteFields;
use crate::diagnostic::{Diagnostic, Rule, Text, nearest};
use crate::domain::{Bilingual, Languages, Level, Parity, Spanned};
use crate::read::fields::Fields;
use crate::read::yaml::{Kind, Node};

/// The word for all rules that are not named.
const ALL: &str = "all";

impl SiteFields<'_, '_> {
    pub(super) fn parity(&mut self, languages: Option<&Languages>) -> Parity {
        let mut parity = Parity::default();
        let Some(mut fields) = self.fields.map("parity", self.log) else { return parity };
        if let Some(mut rules) = fields.map("rules", self.log) {
            for (name, node) in rules.rest() {
                let Some(level) = self.level(&name, &node) else { continue };
                parity.levels.insert(name.value, level);
            }
        }
        for node in fields.list("links", self.log).map(|links| links.value).unwrap_or_default() {
            let Some(languages) = languages else { break };
            parity.links.extend(self.linked(node, languages));
        }
        if let Some(asked) = fields.text("signatures", self.log) {
            match asked.value.as_str() {
                "required" => parity.signature_required = true,
                "optional" => {}
                _ => self.invalid("signatures", asked.span, "signatures-hint"),
            }
        }
        fields.finish(self.log);
        if parity.signature_required {
            // Whoever asks for signatures means it, whatever is said of all rules together.
            for rule in [Rule::Unsigned, Rule::ChangedSinceSignature] {
                parity.levels.entry(rule.word().to_owned()).or_insert(Level::Error);
            }
        }
        parity
    }

    /// How much a rule weighs; only those about parity can be weighed.
    fn level(&mut self, name: &Spanned<String>, node: &Node) -> Option<Level> {
        if name.value != ALL && !Rule::named(&name.value).is_some_and(Rule::is_parity) {
            self.unknown_rule(name);
            return None;
        }
        let level = match &node.kind {
            Kind::Plain(word) | Kind::Quoted(word) => match word.as_str() {
                "off" => Some(Level::Off),
                "warning" => Some(Level::Warning),
                "error" => Some(Level::Error),
                _ => None,
            },
            _ => None,
        };
        if level.is_none() {
            self.invalid(&name.value, node.span, "level-hint");
        }
        level
    }

    fn unknown_rule(&mut self, name: &Spanned<String>) {
        let place = self.fields.place(name.span);
        self.log.push(unknown_rule(name, place));
    }

    /// One address in each language.
    fn linked(&mut self, node: Node, languages: &Languages) -> Option<Bilingual<String>> {
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let span = fields.span;
        let mut found = Bilingual::of(|_| None);
        for (code, node) in fields.rest() {
            if let Some(side) = languages.side(&code.value) {
                found[side] = fields.as_text("links", node, self.log).map(|text| text.value);
            }
        }
        let both = found.both();
        if both.is_none() {
            self.invalid("links", span, "url-hint");
        }
        both
    }
}

/// A rule that does not exist, or that is not one of parity.
pub(in crate::read) fn unknown_rule(name: &Spanned<String>, place: crate::domain::Place) -> Diagnostic {
    let known = || Rule::ALL.iter().filter(|rule| rule.is_parity()).map(|rule| rule.word());
    let hint = match nearest(&name.value, known()) {
        Some(rule) => Text::new("did-you-mean").with("name", rule),
        None => Text::new("known-values").with("values", known().collect::<Vec<_>>().join(", ")),
    };
    Diagnostic::new(Rule::InvalidValue, place, Text::new("unknown-rule").with("name", &name.value)).hint(hint)
}
