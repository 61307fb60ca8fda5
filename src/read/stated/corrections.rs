//! From the list of a notice's corrections to each with its day and its words.

use super::Facts;
use crate::diagnostic::{Rule, Text};
use crate::domain::{Correction, Spanned, TimeOfDay};
use crate::read::fields::Fields;
use crate::read::yaml::{Kind, Node};

impl Facts<'_, '_> {
    /// Nothing where one of them cannot be read: it is there all the same, and so missing in neither edition.
    pub(super) fn corrections(&mut self, key: &'static str, node: Node) -> Option<Vec<Correction>> {
        let Kind::List(items) = node.kind else { return self.fields.ill_typed(key, node.span, "kind-list", self.log) };
        let read: Vec<_> = items.into_iter().map(|item| self.correction(item)).collect();
        read.into_iter().collect()
    }

    fn correction(&mut self, node: Node) -> Option<Correction> {
        let is_map = matches!(node.kind, Kind::Map(_));
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let span = fields.span;
        let on = fields.node("on");
        let is_silent = !fields.states("text");
        let text = fields.prose("text", self.log);
        fields.finish(self.log);
        for (is_missing, part) in [(on.is_none(), "on"), (is_silent, "text")] {
            if is_map && is_missing {
                let message = Text::new("missing-part").with("key", "corrections").with("part", part);
                self.note(Rule::MissingFact, span, message, Some("corrections-hint".into()));
            }
        }
        let on = on.and_then(|node| {
            let span = node.span;
            self.moment("on", node, TimeOfDay::Start).map(|moment| Spanned::new(moment, span))
        });
        Some(Correction { on: on?, text: text?.map(|text| text.trim().to_owned()) })
    }
}
