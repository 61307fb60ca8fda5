//! `unsigned`: on a site that asks for signatures, somebody has compared both editions of each notice and signed.
//!
//! No program can tell that two texts mean the same; this one can tell that nobody has looked.

use super::comparison::Comparison;
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::Side;
use crate::signature::Signing;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let Some(facts) = comparison.facts.filter(|facts| !facts.draft) else { return };
    if !comparison.site.parity.signature_required || !matches!(comparison.signing, Signing::Unsigned) {
        return;
    }
    let titles = comparison.editions.as_ref().map(|edition| edition.words.title.span);
    let hint = Text::new("unsigned-hint").with("reference", &facts.reference);
    log.push(comparison.finding(Rule::Unsigned, Side::Left, titles.left, titles.right, "unsigned").hint(hint));
}
