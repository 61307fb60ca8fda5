//! From what is different in a release to sentences for those who answer for the notices.

mod json;
mod remainder;

use super::changes::{Changes, FactChange, NoticeChange, SectionChange, Step};
use super::release::{POSTS, Shown};
use crate::diagnostic::Text;
use crate::domain::{Side, State};

pub use self::json::changes as changes_as_json;
pub use self::remainder::{outdated, paths, sent};

/// As many notices are told one by one; of a first deployment none is.
const NOTICES: usize = 60;

/// Tells what is different.
pub struct Telling<'a> {
    /// The language of the site in which titles and facts are told.
    pub side: Side,
    /// The heading of a section, where it is known.
    pub heading: &'a dyn Fn(&str) -> Option<String>,
}

/// A sentence and how far it is set in.
pub type Line = (usize, Text);

impl Telling<'_> {
    /// What is different, in the order of its weight for visitors.
    #[must_use]
    pub fn lines(&self, changes: &Changes) -> Vec<Line> {
        let mut notices: Vec<_> = changes.notices.iter().collect();
        notices.sort_by_key(|notice| notice.steps.first().copied().unwrap_or(Step::Extended));
        let mut lines: Vec<Line> = remainder::address(changes).into_iter().collect();
        lines.extend(notices.iter().take(NOTICES).flat_map(|notice| self.notice(notice)));
        let more = notices.len().saturating_sub(NOTICES);
        if more > 0 {
            lines.push((0, Text::new("plan-more").with_count("count", more)));
        }
        lines.extend(changes.leaves.iter().flat_map(|change| remainder::page(change, self.side)));
        lines.extend(remainder::other_pages(changes).map(|text| (0, text)));
        lines.extend(remainder::files(changes));
        lines
    }

    /// What is different, where everything is new: a number tells more than a list.
    #[must_use]
    pub fn first(&self, changes: &Changes) -> Vec<Line> {
        let count = |wanted: fn(&Shown) -> bool| {
            changes.notices.iter().filter_map(NoticeChange::shown).filter(|shown| wanted(shown)).count()
        };
        let text = Text::new("plan-first")
            .with_count("open", count(|shown| shown.state().takes_applications()))
            .with_count("past", count(|shown| !shown.state().takes_applications()));
        [(0, text)].into_iter().chain(remainder::files(changes)).collect()
    }

    fn notice(&self, notice: &NoticeChange) -> Vec<Line> {
        let Some(shown) = notice.shown() else { return Vec::new() };
        let steps = notice.steps.iter().map(|step| self.step(*step, notice, shown));
        let mut lines: Vec<Line> = steps.map(|text| (0, text)).collect();
        if lines.is_empty() {
            lines.push((0, self.named("plan-changed", notice, shown)));
        }
        // An extension has told the deadline already.
        let is_told = |fact: &FactChange| fact.key == "deadline" && notice.steps.contains(&Step::Extended);
        let facts = notice.facts.iter().filter(|fact| !is_told(fact));
        lines.extend(facts.flat_map(|fact| self.fact(fact, shown)).map(|text| (1, text)));
        let is_told = |section: &&SectionChange| section.id == "corrections" && notice.steps.contains(&Step::Corrected);
        let sections: Vec<_> = notice.sections.iter().filter(|section| !is_told(section)).cloned().collect();
        lines.extend(self.sections(&sections, shown).into_iter().map(|text| (1, text)));
        lines.extend(remainder::documents(&notice.documents).into_iter().map(|text| (1, text)));
        let moved = |(before, after)| Text::new("plan-moved").with("before", before).with("after", after);
        lines.extend(notice.moved().map(moved).map(|text| (1, text)));
        lines
    }

    fn named(&self, id: &'static str, notice: &NoticeChange, shown: &Shown) -> Text {
        Text::new(id).with("reference", &notice.reference).with("title", &shown.editions[self.side].title)
    }

    fn step(&self, step: Step, notice: &NoticeChange, shown: &Shown) -> Text {
        let deadline = |shown: &Shown| shown.editions[self.side].facts.get("deadline").cloned().unwrap_or_default();
        match step {
            Step::Opened => self.named("plan-opened", notice, shown).with("deadline", deadline(shown)),
            Step::Reopened => self.named("plan-reopened", notice, shown).with("deadline", deadline(shown)),
            Step::ClosingSoon => self.named("plan-closing-soon", notice, shown).with("deadline", deadline(shown)),
            Step::Extended => {
                let before = notice.before.as_ref().map(deadline).unwrap_or_default();
                self.named("plan-extended", notice, shown).with("before", before).with("after", deadline(shown))
            }
            Step::Corrected => self.named("plan-corrected", notice, shown),
            Step::Appeared => self.named("plan-appeared", notice, shown).with_text("state", state(shown).into()),
            Step::Gone => self.named("plan-gone", notice, shown),
            Step::Withdrawn => self.named("plan-withdrawn", notice, shown),
            Step::Cancelled => self.named("plan-cancelled", notice, shown),
            Step::Filled => self.named("plan-filled", notice, shown),
            Step::Closed => self.named("plan-closed", notice, shown),
            Step::CountsAsClosed => {
                let before = notice.before.as_ref().unwrap_or(shown);
                self.named("plan-counts-as-closed", notice, shown).with_text("state", state(before).into())
            }
        }
    }

    /// A fact is one in both languages, so it is told in one; a title is told in each language in which it changed.
    fn fact(&self, fact: &FactChange, shown: &Shown) -> Vec<Text> {
        let is_other = |side: &Side| fact.before[*side] != fact.after[*side];
        if fact.key == "title" {
            let title = |side: Side| {
                let told = |title: &Option<String>| title.clone().unwrap_or_default();
                Text::new("plan-title")
                    .with("language", &shown.editions[side].language)
                    .with("before", told(&fact.before[side]))
                    .with("after", told(&fact.after[side]))
            };
            return Side::BOTH.into_iter().filter(is_other).map(title).collect();
        }
        let side = if is_other(&self.side) { self.side } else { self.side.twin() };
        let (before, after) = (&fact.before[side], &fact.after[side]);
        // Of many posts, those that stay as they are need no look.
        let (before, after) = match fact.key.as_str() {
            "posts" => (without(before.as_deref(), after.as_deref()), without(after.as_deref(), before.as_deref())),
            _ => (before.clone(), after.clone()),
        };
        let text = match (before, after) {
            (Some(before), Some(after)) => Text::new("plan-fact").with("before", before).with("after", after),
            (None, Some(after)) => Text::new("plan-fact-stated").with("after", after),
            (Some(before), None) => Text::new("plan-fact-dropped").with("before", before),
            (None, None) => return Vec::new(),
        };
        vec![text.with_text("fact", name(&fact.key))]
    }

    /// The sections that have changed in both languages, then those that have in one of them.
    fn sections(&self, sections: &[SectionChange], shown: &Shown) -> Vec<Text> {
        let listed = |sides: &[Side]| {
            let names =
                sections.iter().filter(|section| section.sides == sides).map(|section| self.section(&section.id));
            let join = |list: Text, next| Text::new("plan-list").with_text("first", list).with_text("rest", next);
            names.reduce(join)
        };
        let both = listed(&Side::BOTH).map(|names| Text::new("plan-both").with_text("sections", names));
        let one = Side::BOTH.into_iter().filter_map(|side| {
            let text = Text::new("plan-one").with("language", &shown.editions[side].language);
            Some(text.with_text("sections", listed(&[side])?))
        });
        both.into_iter().chain(one).collect()
    }

    fn section(&self, id: &str) -> Text {
        match id {
            "words" => return Text::new("plan-words"),
            "corrections" => return Text::new("plan-corrections"),
            _ => {}
        }
        Text::new("plan-section").with("name", (self.heading)(id).unwrap_or_else(|| id.to_owned()))
    }
}

/// The posts of a list that are not in the other one.
fn without(posts: Option<&str>, others: Option<&str>) -> Option<String> {
    let others: Vec<_> = others.into_iter().flat_map(|others| others.split(POSTS)).collect();
    let posts: Vec<_> = posts?.split(POSTS).filter(|post| !others.contains(post)).collect();
    (!posts.is_empty()).then(|| posts.join(POSTS))
}

fn state(shown: &Shown) -> &'static str {
    match shown.state() {
        State::Cancelled => "state-cancelled",
        State::Filled => "state-filled",
        _ => "state-closed",
    }
}

fn name(key: &str) -> Text {
    match key {
        "deadline" => Text::new("plan-name-deadline"),
        "published" => Text::new("plan-name-published"),
        "location" => Text::new("plan-name-location"),
        "organisation" => Text::new("plan-name-organisation"),
        "schedule" => Text::new("plan-name-schedule"),
        "salary" => Text::new("plan-name-salary"),
        "grade" => Text::new("plan-name-grade"),
        "clearance" => Text::new("plan-name-clearance"),
        "contract" => Text::new("plan-name-contract"),
        "languages" => Text::new("plan-name-languages"),
        "posts" => Text::new("plan-name-posts"),
        other => Text::new("plan-section").with("name", other),
    }
}
