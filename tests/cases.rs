//! From each `tests/cases/**/*.case` to what a person would see: the findings at their lines, or the pages.
//!
//! A case is a sentence and what differs from the small site in `tests/cases/base/`. It says by itself what must be
//! found: a line that ends in ` ⟵ error: rule` must be struck by that rule, and nothing else may be found anywhere.
//!
//! ```text
//! A grade outside the vocabulary is refused, and the nearest one is named.
//! -- change content/vacancies/100.en.md --
//! grade: G10 ⟶ grade: G100 ⟵ error: unknown-grade
//! ```
//!
//! **Sections** begin with a line `-- … --`:
//! - `-- PATH --`: a whole file of the site, new or instead of the base site's.
//! - `-- change PATH --`: a file of the base site with some lines changed, in their order. `OLD ⟶ NEW` replaces `OLD` in
//!   the next line that holds it; `OLD ⟶` alone deletes it. `⟶ NEW` puts a line after the one before it in the case, or at
//!   the end of the file. A line without an arrow only says where that is, and may carry marks.
//! - `-- delete PATH --`: a file of the base site that is not there.
//! - `-- now INSTANT --`: the present, instead of 2026-06-01T12:00:00+02:00.
//! - `-- elsewhere --`: findings where no mark can stand, as `site.yaml:1 error: missing-label`.
//! - `-- expect PATH --`: the output holds this file, with each of these lines somewhere in it (of a page, in its main
//!   part), and none of the lines that follow `not: `.
//! - `-- expect no PATH --`: the output holds no such file.
//! - `-- expect nowhere --`: no file of the output has one of these lines in its name or in its bytes.
//! - `-- expect the base --`: the output is byte for byte that of the base site.
//!
//! **Marks** stand at the end of a line, after ` ⟵ `, with commas between them: `error: rule`, `warning: rule`, and
//! `also: rule` for a line that a finding elsewhere must point at too. They are taken away before the site is loaded.
//!
//! **Signs** that nobody could read are written `⟨U+202E⟩`, bytes that are no text `⟨FF⟩`, heaps `⟨1000 × word⟩`; in the
//! names of files too. A file ends without a line end if its last line is `⟨end⟩`.
//!
//! Cases in the folder `parity` are about what two editions do not say alike; for all others those rules are off. Their
//! names begin with the word of their rule, and each rule has one in which it finds something and one in which it must not.
//!
//! A case with findings has a snapshot of the report in both languages (`cargo insta review`, or `INSTA_UPDATE=always`).
//! `CASE=part-of-a-name cargo test --test cases` runs some of the cases.

mod harness;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use diptych::diagnostic::Rule;
use harness::{Base, Case, Run};

/// Rules that no content can break in memory, or that are faults of the program.
const WITHOUT_CASE: &[(&str, &str)] = &[
    ("special-file", "links and devices need a disk"),
    ("not-minified", "a fault of the minifier"),
    ("internal-error", "a fault of diptych"),
    ("vanished-address", "what was deployed lies at a target; `tests/deploying.rs`"),
];
/// How many cases at least the rules have that compare two editions.
const CASES_OF_PARITY: usize = 60;

#[test]
fn every_case_strikes_where_it_says() {
    let base = Base::load();
    let wanted = std::env::var("CASE").unwrap_or_default();
    let cases: Vec<_> = Case::all(&base).into_iter().filter(|case| case.name.contains(&wanted)).collect();
    assert!(!cases.is_empty(), "no case is called {wanted}");
    // All cases run, also behind one that fails.
    let failed: Vec<_> = cases
        .iter()
        .filter(|case| catch_unwind(AssertUnwindSafe(|| check(case, &base))).is_err())
        .map(|case| case.name.as_str())
        .collect();
    assert!(failed.is_empty(), "{} of {} cases failed: {failed:#?}", failed.len(), cases.len());
}

fn check(case: &Case, base: &Base) {
    println!("case {}: {}", case.name, case.sentence);
    let run = Run::of(&case.files, case.now);
    run.assert_sound();
    assert_eq!(run.unmarked(case), (Vec::<String>::new(), Vec::<String>::new()), "found in vain, and not found");
    if run.findings.is_empty() {
        case.expectations.iter().for_each(|expectation| expectation.check(&run, base));
        assert!(!snapshot(&case.name).exists(), "a case without findings has no snapshot");
        return;
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/cases");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(case.sentence.as_str());
    settings.bind(|| insta::assert_snapshot!(case.name.replace('/', "__"), run.report()));
}

fn snapshot(case: &str) -> std::path::PathBuf {
    harness::tests_folder().join(format!("snapshots/cases/{}.snap", case.replace('/', "__")))
}

#[test]
fn every_snapshot_has_its_case() {
    let cases: BTreeSet<_> = Case::all(&Base::load()).iter().map(|case| snapshot(&case.name)).collect();
    let folder = harness::tests_folder().join("snapshots/cases");
    for entry in std::fs::read_dir(folder).expect("the folder of snapshots") {
        let path = entry.expect("an entry").path();
        let pending = path.extension().is_some_and(|ending| ending == "new");
        assert!(pending || cases.contains(&path), "{} has no case", path.display());
    }
}

#[test]
fn every_rule_has_a_case() {
    let cases = Case::all(&Base::load());
    let struck: BTreeSet<_> = cases.iter().flat_map(|case| case.marks.iter().map(|mark| mark.rule.word())).collect();
    let missing: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.word()).filter(|word| !struck.contains(word)).collect();
    let excused: BTreeSet<_> = WITHOUT_CASE.iter().map(|(word, _)| *word).collect();
    assert_eq!(missing, excused, "rules without a case, and rules that are excused");
}

#[test]
fn every_rule_of_parity_has_a_case_in_which_it_must_not_strike() {
    let cases = Case::all(&Base::load());
    let cases: Vec<_> = cases.iter().filter_map(|case| Some((case.name.strip_prefix("parity/")?, case))).collect();
    assert!(cases.len() >= CASES_OF_PARITY, "there are {} cases of parity", cases.len());
    for rule in Rule::ALL.iter().filter(|rule| rule.is_parity()) {
        let own: Vec<_> = cases.iter().filter(|(name, _)| name.starts_with(rule.word())).collect();
        let is_struck = own.iter().any(|(_, case)| case.marks.iter().any(|mark| mark.rule == *rule));
        assert!(is_struck, "{} strikes in no case of its own", rule.word());
        let is_spared = own.iter().any(|(_, case)| case.marks.is_empty());
        assert!(is_spared, "{} has no case in which it must not strike", rule.word());
    }
}
