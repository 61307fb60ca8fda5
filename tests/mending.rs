//! `diptych check --fix` on real files: it shows, asks, mends whole files and nothing else.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use common::command::{Place, Seen};

const FRENCH: &str = "content/vacancies/101.fr.md";
const AGREED: [&str; 3] = ["check", "--fix", "--yes"];

/// A site with something to mend of every kind, in several files.
fn worn() -> Place {
    let place = Place::new();
    for reference in ["101", "102"] {
        place.notice(reference, "First words.");
        let path = format!("content/vacancies/{reference}.fr.md");
        let text = format!(
            "\u{feff}---\r\ntitle: \"L'emploi : poste {reference}\"\r\n---\r\n\r\n## Résumé  \r\n\r\nL'avis : «oui»! ** x \r\n"
        );
        place.write(&path, text.trim_end().as_bytes());
    }
    place.write("i18n/fr/more.ftl", "\u{feff}more = L'un :  \r\n".as_bytes());
    place.write("i18n/en/more.ftl", b"more = One:\n");
    place
}

fn bytes(place: &Place) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = place.sources().into_iter();
    files
        .filter_map(|(path, seen)| if let Seen::File { bytes, .. } = seen { Some((path, bytes)) } else { None })
        .collect()
}

#[test]
fn what_is_mechanical_is_mended_and_nothing_else() {
    let place = worn();
    let before = place.sources();
    let said = place.run_now(&AGREED).ends(0);
    said.says("3 files were mended.").says("No errors and no warnings.");
    let expected = "---\ntitle: \"L’emploi\u{a0}: poste 101\"\n---\n\n## Résumé\n\nL’avis\u{a0}: «\u{a0}oui\u{a0}»\u{202f}! ** x\n";
    assert_eq!(place.read(FRENCH), expected);
    assert_eq!(place.read("i18n/fr/more.ftl"), "more = L'un :\n");
    let after = place.sources();
    let changed: Vec<_> = after.iter().filter(|(path, seen)| before.get(*path) != Some(*seen)).collect();
    let files = changed.iter().filter(|(_, seen)| matches!(seen, Seen::File { .. })).count();
    assert_eq!((files, before.len()), (3, after.len()), "{changed:?}");
    place.run_now(&AGREED).ends(0).says("There is nothing to mend mechanically.");
    assert_eq!(place.sources(), after, "the second time changes nothing");
}

#[test]
fn without_an_answer_nothing_is_written() {
    let place = worn();
    let before = place.sources();
    let said = place.run_now(&["check", "--fix"]).ends(0);
    said.says("content/vacancies/101.fr.md: ")
        .says("- ## Résumé··\n")
        .says("- L'avis : «oui»! ** x\n")
        .says("+ L’avis⍽: «⍽oui⍽»‿! ** x\n")
        .says("Run `diptych check --fix --yes` to mend these 3 files.");
    let said = place.run_now(&["check", "--fix", "--language", "fr"]).ends(0);
    said.says("Rien n’a été écrit.");
    assert_eq!(place.sources(), before);
    place.run_now(&["check", "--yes"]).ends(2).says("--fix");
}

#[test]
fn a_site_with_errors_is_mended_and_its_errors_are_told() {
    let place = worn();
    place.write("content/vacancies/102.en.md", b"---\ntitle: [\n---\nThe staff's words \n");
    place.run_now(&AGREED).ends(1).says("4 files were mended.").says("invalid-yaml");
    assert_eq!(place.read("content/vacancies/102.en.md"), "---\ntitle: [\n---\nThe staff’s words\n");
    place.write("site.yaml", b"name: [\n");
    place.run_now(&AGREED).ends(1).says("nothing to mend");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_told_and_the_others_are_mended() {
    use std::os::unix::fs::PermissionsExt;
    let place = worn();
    let modes = [("content/vacancies/102.fr.md", 0o640), ("i18n/fr/more.ftl", 0o600), (FRENCH, 0o444)];
    for (path, mode) in modes {
        fs::set_permissions(place.path(path), fs::Permissions::from_mode(mode)).expect("its owner may");
    }
    // Whoever may do everything may write to it all the same.
    let is_protected = fs::OpenOptions::new().append(true).open(place.path(FRENCH)).is_err();
    let said = place.run_now(&AGREED).ends(if is_protected { 2 } else { 0 });
    if is_protected {
        said.says("2 files were mended.").says("101.fr.md");
    }
    assert_eq!(place.read(FRENCH).contains('\r'), is_protected);
    for (path, mode) in modes {
        let metadata = fs::metadata(place.path(path)).expect("it is there");
        assert_eq!(metadata.permissions().mode() & 0o777, mode, "{path}");
    }
    let hidden = bytes(&place)
        .into_keys()
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    assert_eq!(hidden, None);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_not_touched() {
    let place = worn();
    let outside = place.path("outside.md");
    fs::rename(place.path(FRENCH), &outside).expect("it can be moved");
    let before = fs::read(&outside).expect("it is there");
    std::os::unix::fs::symlink(&outside, place.path(FRENCH)).expect("a link");
    place.run_now(&AGREED).ends(1).says("special-file");
    assert_eq!(fs::read(&outside).expect("it is there"), before);
    assert!(place.path(FRENCH).is_symlink());
}

/// Whatever the moment, each file is the old one or the new one, and the next run finds nothing in its way.
#[cfg(unix)]
#[test]
fn it_can_be_killed_at_any_moment() {
    use std::os::unix::process::ExitStatusExt;
    let place = worn();
    let worn_text = place.read(FRENCH);
    for reference in 200..240 {
        place.notice(&reference.to_string(), "Words.");
        place.write(&format!("content/vacancies/{reference}.fr.md"), worn_text.as_bytes());
    }
    let old = bytes(&place);
    place.run_now(&AGREED);
    let new = bytes(&place);
    let is_new = |path: &PathBuf| old[path] != new[path] && fs::read(path).is_ok_and(|bytes| bytes == new[path]);
    let total = old.keys().filter(|path| is_new(path)).count();
    assert_eq!(total, 43);
    let mut kills = 0;
    for moment in (0..total).chain(0..total).step_by(2) {
        for (path, bytes) in &old {
            fs::write(path, bytes).expect("it can be written");
        }
        let mut child = place.start(&AGREED);
        while child.try_wait().expect("it can be asked").is_none()
            && old.keys().filter(|path| is_new(path)).count() <= moment
        {
            std::thread::yield_now();
        }
        // It may have ended in between.
        let _ = child.kill();
        kills += usize::from(child.wait().expect("it has ended").signal() == Some(9));
        for (path, bytes) in bytes(&place) {
            let is_whole = old.get(&path).is_none_or(|old| *old == bytes) || new[&path] == bytes;
            assert!(is_whole, "{} is torn", path.display());
        }
    }
    assert!(kills > 10, "{kills} kills");
    place.run_now(&AGREED);
    assert_eq!(bytes(&place), new, "nothing is left behind");
}
