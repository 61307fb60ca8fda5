//! From the facts of a notice to their text in a record: one line for each that is stated, by its key in the front matter.
//!
//! Whether the notice is a draft, cancelled or filled is left out: that ends its life or has not begun it yet, and
//! changes nothing of what its editions say.

use std::fmt::{Display, Write as _};

use crate::domain::{Bilingual, Deadline, Document, Facts, GradeRange, Moment, Post, Target};

/// The text of the facts.
pub(super) fn text(facts: &Facts) -> String {
    let deadline = facts.deadline.map(|deadline| match deadline {
        Deadline::Ongoing => "ongoing".to_owned(),
        Deadline::At(moment) => local(moment),
    });
    let extended = facts.extended.map(|extended| format!("from {} on {}", local(extended.from), local(extended.on)));
    let salary = facts.salary.as_ref().map(|salary| {
        let to = salary.to.as_ref().map(|to| format!("-{to}")).unwrap_or_default();
        format!("{}{to} {} {}", salary.from, salary.currency, salary.per.word())
    });
    let mut text = String::new();
    line(&mut text, "published", facts.published.map(local).as_ref());
    line(&mut text, "deadline", deadline.as_ref());
    line(&mut text, "extended", extended.as_ref());
    line(&mut text, "organisation", facts.organisation.as_ref());
    line(&mut text, "location", facts.location.as_ref());
    line(&mut text, "schedule", facts.schedule.as_ref());
    line(&mut text, "grade", facts.grade.as_ref().map(grade).as_ref());
    line(&mut text, "clearance", facts.clearance.as_ref());
    line(&mut text, "salary", salary.as_ref());
    line(&mut text, "contract", facts.contract.as_ref());
    let levels = facts.languages.as_ref().map(|levels| format!("{}, {}", levels.one, levels.other));
    line(&mut text, "languages", levels.as_ref());
    for listed in &facts.posts {
        line(&mut text, "posts", Some(&post(listed)));
    }
    text
}

fn line(text: &mut String, key: &str, value: Option<&impl Display>) {
    if let Some(value) = value {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{key}: {value}");
    }
}

/// A moment by the clocks of the site's zone, which is the same for all of its notices.
pub(super) fn local(moment: Moment) -> String {
    let time = format!("{}T{:02}:{:02}", moment.date(), moment.hour, moment.minute);
    if moment.second == 0 { time } else { format!("{time}:{:02}", moment.second) }
}

fn grade(grade: &GradeRange) -> String {
    if grade.from == grade.to { grade.from.clone() } else { format!("{}-{}", grade.from, grade.to) }
}

fn post(post: &Post) -> String {
    let mut text = post.number.clone().unwrap_or_else(|| "–".to_owned());
    let counts = [
        ("openings", Some(post.openings)),
        ("direct-reports", post.direct_reports),
        ("indirect-reports", post.indirect_reports),
    ];
    for (name, count) in counts {
        if let Some(count) = count {
            let _ = write!(text, ", {name} {count}");
        }
    }
    if let Some(Bilingual { left, right }) = &post.job_description {
        let _ = write!(text, ", job-description {}", document(left));
        if left != right {
            let _ = write!(text, " {}", document(right));
        }
    }
    text
}

fn document(document: &Document) -> &str {
    match &document.target {
        Target::Address(address) => address,
        Target::File(path, _) => path.as_str(),
        Target::Fragment(fragment) => fragment,
    }
}
