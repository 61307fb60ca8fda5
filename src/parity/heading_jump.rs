//! `heading-jump`: no heading stands two levels below the one before it.
//!
//! Screen readers let people walk from level to level; one that is skipped looks to them as if a part were missing (WCAG 2.2,
//! technique G141).

use super::comparison::Comparison;
use super::sub_headings::headings;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::Side;
use crate::markdown::BlockKind;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        let levels = section.as_ref().map(|section| {
            let level = |kind: &BlockKind| if let BlockKind::Heading(level) = kind { *level } else { 1 };
            let first = section.heading.as_ref().map_or(1, |heading| level(&heading.kind));
            let others = headings(section).into_iter().map(|(block, _)| (level(&block.kind), block.span));
            (first, others.collect::<Vec<_>>())
        });
        let bare = levels.as_ref().map(|(_, levels)| levels.iter().map(|(level, _)| *level).collect::<Vec<_>>());
        // Where the editions differ, that is said already.
        if bare.left != bare.right {
            continue;
        }
        for side in Side::BOTH {
            let (first, levels) = &levels[side];
            let mut last = *first;
            for (level, span) in levels {
                if *level > last + 1 {
                    let message = Text::new("heading-jump").with("level", level).with("last", last);
                    let signs = "#".repeat(usize::from(last) + 1);
                    let hint = Text::new("heading-jump-hint").with("signs", signs);
                    log.push(Diagnostic::new(Rule::HeadingJump, comparison.place(side, *span), message).hint(hint));
                }
                last = *level;
            }
        }
    }
}
