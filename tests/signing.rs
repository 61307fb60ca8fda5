//! Signatures and proof sheets as people make them: what is recorded, what is refused, and that nothing else is touched.

mod common;

use std::collections::BTreeSet;
use std::fs;

use scraper::{Html, Selector};

use common::command::{NOW, Place, Said};
use diptych::domain::Instant;
use diptych::load::Folder;
use diptych::pipeline::Memo;

const RECORD: &str = "content/vacancies/101.signature.yaml";
const ENGLISH: &str = "content/vacancies/101.en.md";
const FRENCH: &str = "content/vacancies/101.fr.md";

/// A site of which the first notice is signed.
/// What the site of these tests says of parity, and what it says here: its editions are about something else.
const SILENT: &str = "rules: { all: off }";
const WARNS: &str = "rules: { all: off, changed-since-signature: warning }";

fn signed() -> Place {
    let place = Place::new();
    edit(&place, "site.yaml", SILENT, WARNS);
    sign(&place).ends(0);
    place
}

fn sign(place: &Place) -> Said {
    place.run_now(&["sign", "101", "--by", "Camille Laurent", "--yes"])
}

fn edit(place: &Place, file: &str, before: &str, now: &str) {
    let text = place.read(file);
    assert!(text.contains(before), "{before} is in {file}");
    place.write(file, text.replace(before, now).as_bytes());
}

#[test]
fn signing_writes_the_record_and_nothing_else() {
    let place = Place::new();
    let before = place.sources();
    let said = sign(&place).ends(0);
    assert!(said.out.contains("Camille Laurent has signed “101”"), "{}", said.out);
    let mut after = place.sources();
    assert!(after.remove(&place.path(RECORD)).is_some(), "the record is there");
    // The folder of the record has another time now, and that is all.
    assert_eq!(after.keys().collect::<BTreeSet<_>>(), before.keys().collect::<BTreeSet<_>>());
    assert!(after.iter().all(|(path, seen)| before[path] == *seen));
    let record = place.read(RECORD);
    assert!(record.contains("signed: { by: \"Camille Laurent\", on: 2025-06-15T12:00:00+02:00 }"), "{record}");
    assert!(record.contains("      First words."), "{record}");
    place.run_now(&["check", "--deny-warnings"]).ends(0);
}

#[test]
fn a_record_is_never_published() {
    let place = signed();
    place.build();
    for (path, bytes) in place.output() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.contains("signature") && !text.contains("Camille Laurent"), "{path}");
    }
}

#[test]
fn signing_twice_changes_nothing_and_another_name_is_another_signature() {
    let place = signed();
    let before = place.tree(RECORD);
    place.run(&["sign", "101", "--by", "Camille Laurent", "--yes"]).ends(0).says("Nothing has changed since.");
    assert_eq!(place.tree(RECORD), before);
    place.run_now(&["sign", "101", "--by", "Noor Haddad", "--yes"]).ends(0);
    assert!(place.read(RECORD).contains("Noor Haddad"));
}

#[test]
fn each_change_is_told_in_the_language_that_changed() {
    let place = signed();
    edit(&place, FRENCH, "First words", "Second words");
    let said = place.run_now(&["check"]).ends(0);
    assert!(
        said.err.contains("the French has changed here and the English has not: “First” has become “Second”"),
        "{}",
        said.err
    );
    assert!(said.err.contains("101.fr.md:7:1") && said.err.contains("101.en.md:11:1"), "{}", said.err);
    edit(&place, ENGLISH, "First words", "Other words");
    place.run_now(&["check"]).ends(0).says("both languages have changed here");
    sign(&place).ends(0).says("“First” has become “Other”");
    place.run_now(&["check", "--deny-warnings"]).ends(0);
}

#[test]
fn a_mended_text_keeps_its_signature() {
    let place = Place::new();
    place.notice("101", "L'agent lit : « oui » ; vraiment ?");
    sign(&place).ends(0);
    let text =
        place.read(FRENCH).replace('\'', "’").replace(" :", "\u{a0}:").replace("« ", "«\u{a0}").replace('\n', "  \r\n");
    place.write(FRENCH, format!("\u{feff}{text}").as_bytes());
    place.run_now(&["check", "--deny-warnings"]).ends(0);
}

#[test]
fn a_trivial_change_renews_its_part_only() {
    let place = signed();
    edit(&place, ENGLISH, "First words", "The first words");
    edit(&place, FRENCH, "title: Poste", "title: Le poste");
    let given = ["sign", "101", "--by", "Noor Haddad", "--yes", "--trivial", "summary"];
    let said = place.run_now(&given).ends(0).says("Still changed since the signature: words.");
    assert!(said.out.contains("Noor Haddad has renewed"), "{}", said.out);
    let record = place.read(RECORD);
    assert!(record.contains("signed: { by: \"Camille Laurent\"") && record.contains("renewed: { by: \"Noor Haddad\""));
    let said = place.run_now(&["check"]).ends(0);
    assert!(said.err.contains("“Poste” has become “Le poste”"), "{}", said.err);
    assert!(!said.err.contains("The first"), "{}", said.err);
    place.run_now(&["sign", "101", "--by", "N", "--yes", "--trivial", "sumary"]).ends(2).says("facts, words, summary");
}

#[test]
fn what_cannot_be_signed_is_refused() {
    let place = Place::new();
    place
        .run_now(&["sign", "101", "--by", "N", "--yes", "--trivial", "summary"])
        .ends(2)
        .says("has not been signed yet");
    place.run_now(&["sign", "101", "--yes"]).ends(2).says("DIPTYCH_SIGNATURE");
    place.run_now(&["sign", "101", "--by", "N"]).ends(2).says("--yes");
    place.run_now(&["sign", "109", "--by", "N", "--yes"]).ends(2).says("no notice “109”");
    place.run_now(&["sign", "101", "--by", "a\nb", "--yes"]).ends(2);
    edit(&place, ENGLISH, "deadline: 2025-12-07", "deadline: someday");
    place.run_now(&["sign", "101", "--by", "N", "--yes"]).ends(1).says("was not signed");
    fs::remove_file(place.path(FRENCH)).expect("it was there");
    place.run_now(&["sign", "101", "--by", "N", "--yes"]).ends(1);
    assert!(!place.path(RECORD).exists());
}

#[test]
fn the_environment_can_name_who_signs() {
    let place = Place::new();
    let mut command = place.command(&["sign", "101", "--yes"]);
    let said: Said = command.env("DIPTYCH_SIGNATURE", "Noor Haddad").output().expect("the program runs").into();
    said.ends(0);
    assert!(place.read(RECORD).contains("by: \"Noor Haddad\""));
}

#[test]
fn a_site_can_require_signatures() {
    let place = signed();
    edit(&place, "site.yaml", WARNS, &format!("{SILENT}, signatures: required"));
    place.run_now(&["build"]).ends(1).says("unsigned");
    place.run_now(&["sign", "102", "--by", "Camille Laurent", "--yes"]).ends(0);
    place.build();
    edit(&place, ENGLISH, "First words", "The first words");
    place.run_now(&["build"]).ends(1).says("changed-since-signature");
    sign(&place).ends(0);
    place.build();
}

#[test]
fn a_preview_notices_a_change_and_its_signature() {
    let place = signed();
    let mut memo = Memo::keeping();
    let mut found = || {
        let source = Folder::open(place.root()).expect("a site");
        let now = Instant::parse(NOW).expect("an instant");
        let log = memo.prepare(&source, now).expect("the disk is there").log;
        log.sorted().iter().map(|finding| finding.rule.word()).collect::<Vec<_>>()
    };
    assert_eq!(found(), Vec::<&str>::new());
    edit(&place, FRENCH, "First words", "Other words");
    assert_eq!(found(), ["changed-since-signature"]);
    sign(&place).ends(0);
    assert_eq!(found(), Vec::<&str>::new());
    fs::remove_file(place.path(RECORD)).expect("it was there");
    edit(&place, FRENCH, "Other words", "First words");
    assert_eq!(found(), Vec::<&str>::new());
}

#[test]
fn a_record_that_cannot_be_read_is_written_anew() {
    let place = signed();
    place.write(RECORD, b"signed: [");
    place.run_now(&["check"]).ends(1).says("invalid-signature");
    sign(&place).ends(0);
    place.run_now(&["check", "--deny-warnings"]).ends(0);
}

/// Whatever moment a signature is stopped at, there is the old record or the new one, and the next one tidies up.
#[cfg(unix)]
#[test]
fn a_signature_can_be_killed_at_any_moment() {
    use std::os::unix::process::ExitStatusExt;
    let place = signed();
    let mut chance = 250_655_u64;
    let (mut kills, mut round) = (0, 0);
    while kills < 20 && round < 200 {
        round += 1;
        edit(&place, ENGLISH, &words_of(round - 1), &words_of(round));
        let (before, folder) = (place.read(RECORD), place.path("content/vacancies"));
        let mut child = place.start(&["sign", "101", "--by", &format!("Name {round}"), "--yes"]);
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Until the unfinished record is there, or a while longer.
        let mut patience = chance >> 60;
        while child.try_wait().expect("it can be asked").is_none() && patience > 0 {
            let names = fs::read_dir(&folder).expect("the folder").flatten().map(|entry| entry.file_name());
            if names.into_iter().any(|name| name.to_string_lossy().starts_with(".101.signature")) {
                patience -= 1;
            }
        }
        let _ = child.kill();
        let status = child.wait().expect("it has ended");
        kills += u32::from(status.signal() == Some(9));
        let after = place.read(RECORD);
        assert!(after == before || after.contains(&format!("by: \"Name {round}\"")), "{after}");
        let said = place.run_now(&["check"]).ends(0);
        assert!(!said.err.contains("invalid-signature"), "{}", said.err);
    }
    assert!(kills > 0, "no signature was stopped");
    sign(&place).ends(0);
    let left =
        fs::read_dir(place.path("content/vacancies")).expect("the folder").flatten().map(|entry| entry.file_name());
    let left: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert_eq!(left, Vec::<std::ffi::OsString>::new());
}

#[cfg(unix)]
fn words_of(round: u32) -> String {
    if round == 0 { "First words".to_owned() } else { format!("Words of round {round}.") }
}

#[test]
fn a_proof_sheet_shows_both_languages_and_what_has_changed() {
    let place = Place::new();
    place.notice("101", "First words [here](101/annex.pdf).\n\n### Part\n\n- one & two\n- *three*");
    sign(&place).ends(0);
    edit(&place, FRENCH, "one & two", "one & four");
    place.run_now(&["proof", "101"]).ends(0);
    let page = Html::parse_document(&place.read("101-proof.html"));
    let select = |css: &str| page.select(&Selector::parse(css).expect("a selector")).collect::<Vec<_>>();
    let words = |css: &str| {
        let text = |element: &scraper::ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
        select(css).iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(words("html[lang=en] h1"), ["Proof sheet 101"]);
    assert_eq!(words("ins"), ["added: four"]);
    assert_eq!(words("del"), ["removed: two"]);
    assert_eq!(words("td[lang=en] .item"), ["one & two", "three"]);
    assert_eq!(words("td[lang=fr] h3"), ["Part"]);
    assert_eq!(words("td[lang=fr] em"), ["three"]);
    assert!(words(".about li").concat().contains("Last signed by Camille Laurent on 15 June 2025."));
    let links: BTreeSet<_> = select("td a").iter().filter_map(|link| link.attr("href")).collect();
    assert!(
        links.iter().all(|link| link.ends_with("/files/101/annex.pdf") && link.starts_with("https://")),
        "{links:?}"
    );
    assert_eq!(select("script, link, img, iframe, [style], [onclick]").len(), 0);
    assert_eq!(select("td:not([lang]), section:not([aria-labelledby])").len(), 0);
    assert_eq!(select(".sign dt").len(), 6);
}

#[test]
fn a_proof_sheet_shows_findings_beside_their_sections() {
    let place = Place::new();
    place.notice("101", "First words.");
    edit(&place, FRENCH, "First words.", "First <b>words</b>.");
    place.run_now(&["proof", "101", "--language", "fr"]).ends(0);
    let page = Html::parse_document(&place.read("101-proof.html"));
    let findings =
        Selector::parse("html[lang=fr] section[aria-labelledby=part-summary] .findings .error").expect("one");
    let found: Vec<_> = page.select(&findings).map(|element| element.text().collect::<String>()).collect();
    assert!(found.iter().any(|text| text.contains("raw-html") && text.contains("Erreur")), "{found:?}");
    assert!(page.select(&Selector::parse("td b").expect("one")).next().is_none(), "no markup comes from a text");
}

#[test]
fn a_proof_sheet_takes_the_place_of_nothing_else() {
    let place = Place::new();
    place.build();
    let before = (place.sources(), place.output());
    for to in
        ["site.yaml", "content/a.html", "content/vacancies/101/a.html", "public/a.html", "none/a.html", "i18n/a.html"]
    {
        place.run_now(&["proof", "101", "--to", to]).ends(2);
    }
    assert_eq!((place.sources(), place.output()), before);
    for _ in 0..2 {
        place.run_now(&["proof", "101"]).ends(0);
    }
    let first = place.read("101-proof.html");
    place.run_now(&["proof", "101", "--to", "again.html"]).ends(0);
    assert_eq!(place.read("again.html"), first, "the same notice gives the same sheet");
    place.run_now(&["proof", "109"]).ends(2);
}
