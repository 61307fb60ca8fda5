//! What the program does to the disk: it publishes whole or not at all, and touches nothing else.

mod common;

use std::fs;

use serde_json::{Value, json};

use common::command::{NOW, Place};
use common::decoded::is_index;
use common::{build, instant};

#[test]
fn a_build_publishes_what_was_rendered_and_a_second_one_nothing_new() {
    let place = Place::new();
    let said = place.build();
    assert!(said.out.contains("2 open"), "{}", said.out);
    let site = diptych::load::Folder::open(place.root()).expect("a site");
    let mut output = place.output();
    output.retain(|path, _| path.contains('/') || !path.contains("manifest"));
    assert_eq!(output, build(&site, instant(NOW)));
    let before = place.tree("public");
    place.build();
    assert_eq!(place.tree("public"), before, "files keep their bytes, times and numbers");
    place.run_now(&["build", "--no-minify"]).ends(0);
    assert_ne!(place.tree("public"), before, "another setting is another build");
}

#[test]
fn one_changed_notice_changes_its_pages_only() {
    let place = Place::new();
    place.build();
    // The parts of the index of the search are named by their bytes.
    let tree = || {
        let mut tree = place.tree("public");
        tree.retain(|path, _| !is_index(&path.to_string_lossy()));
        tree
    };
    let before = tree();
    place.notice("102", "Changed words.");
    place.build();
    let after = tree();
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let changed: Vec<_> = after.iter().filter(|(path, seen)| before[*path] != **seen).map(|(path, _)| path).collect();
    let pages = changed.iter().filter(|path| path.to_string_lossy().contains("/102-")).count();
    assert_eq!(pages, 2, "{changed:?}");
    let others = changed.iter().filter(|path| path.to_string_lossy().ends_with(".html")).count() - pages;
    assert_eq!(others, 0, "{changed:?}");
}

#[test]
fn another_program_remembers_nothing_of_the_last_build() {
    let key = |place: &Place| {
        let record: Value = serde_json::from_str(&place.read(".public.diptych/record.json")).expect("JSON");
        record.to_string()
    };
    let place = Place::new();
    place.build();
    let before = key(&place);
    place.build();
    assert_eq!(key(&place), before, "the same program has nothing to do");
    let mut bytes = fs::read(env!("CARGO_BIN_EXE_diptych")).expect("the program");
    bytes.push(0);
    let program = tempfile::tempdir().expect("a temporary folder");
    let other = program.path().join("diptych");
    fs::copy(env!("CARGO_BIN_EXE_diptych"), &other).expect("it can be copied");
    fs::write(&other, bytes).expect("it can be changed");
    let build = std::process::Command::new(&other).args(["build", "--now", NOW]).current_dir(place.root()).output();
    assert!(build.expect("it runs").status.success());
    assert_ne!(key(&place), before, "another program builds again");
}

#[test]
fn the_machine_does_not_matter() {
    let place = Place::new();
    place.build();
    let expected = place.output();
    for settings in [
        [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "fr_FR.UTF-8"), ("RAYON_NUM_THREADS", "1")],
        [("TZ", "America/St_Johns"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "2")],
        [("TZ", ":/etc/nowhere"), ("LANG", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "7")],
    ] {
        // Into a folder of its own and from elsewhere, so that nothing is taken over from the last build.
        let site = place.path(".").canonicalize().expect("it is there");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = folder.path().join("public");
        let mut command = place.command(&["build", "--now", NOW]);
        command.current_dir(folder.path()).envs(settings).env_remove("HOME");
        let said = command.arg("--site").arg(&site).arg("--output").arg(&output).output().expect("it runs");
        assert!(said.status.success(), "{settings:?}: {}", String::from_utf8_lossy(&said.stderr));
        assert_eq!(Place::files_in(&output), expected, "{settings:?}");
    }
}

#[test]
fn a_build_with_errors_leaves_the_old_site() {
    let place = Place::new();
    place.build();
    let before = place.tree("public");
    fs::remove_file(place.path("content/vacancies/102.fr.md")).expect("it is there");
    place.notice("101", "[broken](nowhere.pdf)");
    let said = place.run_now(&["build"]).ends(1).says("nowhere.pdf").says("102.fr.md");
    assert_eq!(said.out, "", "nothing was published");
    assert_eq!(place.tree("public"), before);
    place.assert_tidy();
}

#[test]
fn warnings_are_errors_when_asked() {
    let place = Place::new();
    place.notice("102", "An invisible\u{200b} sign.");
    place.run_now(&["check"]).ends(0).says("invisible-character");
    place.run_now(&["check", "--deny-warnings"]).ends(1);
    place.run_now(&["build", "--deny-warnings"]).ends(1);
    assert!(place.output().is_empty());
    place.assert_tidy();
    place.run_now(&["build"]).ends(0).says("invisible-character");
    place.run_now(&["build"]).ends(0).says("invisible-character");
}

#[test]
fn check_and_list_write_nothing_and_no_command_touches_the_sources() {
    let place = Place::new();
    let before = place.tree("");
    for arguments in [&["check"][..], &["list"], &["list", "--format", "json"], &["check", "--format", "github"]] {
        place.run_now(arguments).ends(0);
        assert_eq!(place.tree(""), before, "{arguments:?}");
    }
    let sources = place.sources();
    place.build();
    place.run(&["build", "--now", "2026-06-15T12:00:00Z"]).ends(0);
    place.run_now(&["check"]).ends(0);
    assert_eq!(place.sources(), sources);
}

#[test]
fn exit_codes_and_languages() {
    let place = Place::new();
    place.run(&["build", "--nonsense"]).ends(2).says("--nonsense");
    place.run(&["publish"]).ends(2);
    place.run(&["check", "--now", "yesterday"]).ends(2).says("yesterday");
    place.run(&["check", "--site", "nowhere"]).ends(2).says("nowhere");
    place.run(&["--help"]).ends(0);
    place.run(&["--version"]).ends(0);
    place.write("site.yaml", b"name: [");
    place.run_now(&["check"]).ends(1).says("site.yaml");
    place.run_now(&["check", "--language", "fr"]).ends(1).says("erreur").says("site.yaml");
    place.run(&["check", "--language", "fr", "--now", "hier"]).ends(2).says("ne peut");
    let mut french = place.command(&["check", "--now", "hier"]);
    assert!(
        String::from_utf8_lossy(&french.env("LC_ALL", "fr_FR.UTF-8").output().expect("it runs").stderr)
            .contains("erreur")
    );
}

#[test]
fn the_clock_can_be_given() {
    let place = Place::new();
    let state = |command: &mut std::process::Command| {
        let output = command.output().expect("it runs");
        let listed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        listed[0]["state"].as_str().expect("a state").to_owned()
    };
    let list = ["list", "--format", "json"];
    // 2026-01-01, after the deadline; then the day before publication.
    assert_eq!(state(place.command(&list).env("SOURCE_DATE_EPOCH", "1767225600")), "closed");
    assert_eq!(state(place.command(&list).env("SOURCE_DATE_EPOCH", "1735689600")), "scheduled");
    let both = [&list[..], &["--now", NOW]].concat();
    assert_eq!(state(place.command(&both).env("SOURCE_DATE_EPOCH", "1767225600")), "open", "--now comes first");
    let refused = place.command(&list).env("SOURCE_DATE_EPOCH", "soon").output().expect("it runs");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("SOURCE_DATE_EPOCH"));
}

#[test]
fn the_list_for_machines_has_its_documented_shape() {
    let place = Place::new();
    fs::remove_file(place.path("content/vacancies/102.en.md")).expect("it is there");
    fs::remove_file(place.path("content/vacancies/102.fr.md")).expect("it is there");
    place.write("content/vacancies/103.en.md", b"---\ntitle: Later\ndraft: true\ndeadline: ongoing\n---\n");
    place.write("content/vacancies/103.fr.md", "---\ntitle: Après\n---\n".as_bytes());
    let said = place.run_now(&["list", "--format", "json"]).ends(0);
    let listed: Value = serde_json::from_str(&said.out).expect("JSON");
    let expected = json!([
        {
            "reference": "101", "state": "open", "extended": false,
            "title": { "en": "Post 101", "fr": "Poste 101" },
            "deadline": "2025-12-07T23:59:00+01:00", "published": "2025-01-02T00:00:00+01:00",
            "url": {
                "en": "https://jobs.example.org/en/vacancies/101-post-101/",
                "fr": "https://jobs.example.org/fr/postes-vacants/101-poste-101/",
            },
        },
        {
            "reference": "103", "state": "draft", "extended": false,
            "title": { "en": "Later", "fr": "Après" },
            "deadline": "ongoing", "published": null,
            "url": {
                "en": "https://jobs.example.org/en/vacancies/103-later/",
                "fr": "https://jobs.example.org/fr/postes-vacants/103-apres/",
            },
        },
    ]);
    assert_eq!(listed, expected);
    let table = place.run_now(&["list"]).ends(0).out;
    assert!(table.contains("103") && table.contains("Après") && table.contains("draft"), "{table}");
}

#[test]
fn the_next_change_is_told_with_the_notices_that_it_changes() {
    let place = Place::new();
    let next = |now: &str| {
        let said = place.run(&["next", "--format", "json", "--now", now]).ends(0);
        serde_json::from_str::<Value>(&said.out).expect("JSON")
    };
    let both = |state: &str| json!([{ "reference": "101", "state": state }, { "reference": "102", "state": state }]);
    let opens = next("2025-01-01T12:00:00+01:00");
    assert_eq!(opens, json!({ "next": "2025-01-02T00:00:00+01:00", "notices": both("open") }));
    let closes = next("2025-12-07T23:59:59+01:00");
    assert_eq!(closes, json!({ "next": "2025-12-08T00:00:00+01:00", "notices": both("closed") }));
    assert_eq!(next("2026-01-01T12:00:00+01:00"), json!({ "next": null, "notices": [] }));
    let told = place.run(&["next", "--now", "2025-12-07T23:59:59+01:00"]).ends(0).out;
    assert!(
        told.starts_with("On 8 December 2025 at 00:00 (Europe/Brussels):\n101 Post 101 | Poste 101: closed\n"),
        "{told}"
    );
    let told = place.run(&["next", "--now", "2026-01-01T12:00:00+01:00"]).ends(0).out;
    assert_eq!(told, "Nothing will change by itself.\n");
    // Of sources with errors nothing is told: what is due may be among what cannot be read.
    place.write("content/vacancies/101.fr.md", b"---\ntitle: [\n---\n");
    assert!(!place.run(&["next", "--format", "json", "--now", NOW]).ends(1).out.contains("\"next\""));
}

#[test]
fn findings_for_machines_have_their_documented_shape() {
    let place = Place::new();
    let clean = place.run_now(&["check", "--format", "json"]).ends(0);
    assert_eq!(serde_json::from_str::<Value>(&clean.out).expect("JSON"), json!({ "diagnostics": [] }));
    let french = place.read("content/vacancies/101.fr.md").replace("Poste 101\n", "Poste 101\ndeadline: 2025-12-08\n");
    place.write("content/vacancies/101.fr.md", french.as_bytes());
    let said = place.run_now(&["check", "--format", "json"]).ends(1);
    let found: Value = serde_json::from_str(&said.out).expect("JSON");
    let expected = json!({ "diagnostics": [{
        "rule": "fact-conflict", "severity": "error",
        "file": "content/vacancies/101.en.md", "line": 4, "column": 11, "end_line": 4, "end_column": 21,
        "message": "The two editions state “deadline” differently.",
        "hint": "State the fact in one edition only, or write the same value in both.",
        "related": [{
            "file": "content/vacancies/101.fr.md", "line": 3, "column": 11,
            "message": "the twin states this",
        }],
    }] });
    assert_eq!(found, expected);
    let github = place.run_now(&["check", "--format", "github"]).ends(1).out;
    let place_of =
        "::error file=content/vacancies/101.en.md,line=4,endLine=4,col=11,endColumn=21,title=fact-conflict::";
    assert!(github.starts_with(place_of) && github.lines().count() == 1, "{github}");
    let built = place.run_now(&["build", "--format", "json"]).ends(1).out;
    assert_eq!(serde_json::from_str::<Value>(&built).expect("JSON"), expected);
    let human = place.run_now(&["check", "--language", "fr"]).ends(1).err;
    assert!(human.contains("101.en.md:4:11") && human.contains("101.fr.md"), "{human}");
    assert!(human.contains("fact-conflict") && human.contains("erreur"), "{human}");
}

#[test]
fn what_we_did_not_write_is_refused_by_name() {
    for (foreign, bytes) in
        [("CNAME", "jobs"), (".git/config", "[core]"), ("en/notes.txt", "mine"), ("index.html", "edited")]
    {
        let place = Place::new();
        place.build();
        place.write(&format!("public/{foreign}"), bytes.as_bytes());
        let before = place.tree("public");
        place.notice("101", "Changed words.");
        let name = foreign.split('/').next().filter(|name| *name == ".git").unwrap_or(foreign);
        place.run_now(&["build"]).ends(2).says(name);
        assert_eq!(place.tree("public"), before, "{foreign}");
        place.assert_tidy();
    }
    let place = Place::new();
    place.write("public/thesis.txt", b"mine");
    place.run_now(&["build"]).ends(2).says("thesis.txt");
    assert_eq!(place.read("public/thesis.txt"), "mine");
    for output in [".", "..", "content", "content/new", "i18n/out", "/"] {
        let before = place.tree("");
        place.run_now(&["build", "--output", output]).ends(2);
        assert_eq!(place.tree(""), before, "{output}");
    }
}

#[test]
fn two_at_once_do_not_meet() {
    let place = Place::new();
    place.build();
    let output = diptych::publish::Output::resolve(&place.path("public"), place.root()).expect("an output");
    let held = output.lock(diptych::publish::Patience::Refuse).expect("nobody else publishes");
    place.notice("101", "Changed words.");
    place.run_now(&["build"]).ends(2).says("public");
    let mut waiting = place.start(&["build", "--wait"]);
    until_blocked(&mut waiting);
    drop(held);
    assert_eq!(waiting.wait().expect("it ends").code(), Some(0));
    assert!(place.read("public/en/vacancies/101-post-101/index.html").contains("Changed words."));
    for round in 0..3 {
        place.notice("101", &format!("Round {round}."));
        let started: Vec<_> = (0..4).map(|_| place.start(&["build"])).collect();
        let codes: Vec<_> = started.into_iter().map(|mut child| child.wait().expect("it ends").code()).collect();
        assert!(codes.iter().all(|code| [Some(0), Some(2)].contains(code)), "{codes:?}");
        assert!(codes.contains(&Some(0)), "{codes:?}");
        let site = diptych::load::Folder::open(place.root()).expect("a site");
        let output = place.output();
        assert!(build(&site, instant(NOW)).iter().all(|(path, bytes)| output.get(path) == Some(bytes)));
        place.assert_tidy();
    }
}

/// Waits until a process waits for a lock, which Linux tells.
fn until_blocked(child: &mut std::process::Child) {
    let number = format!(" {} ", child.id());
    let blocked = || {
        let locks = fs::read_to_string("/proc/locks").unwrap_or_default();
        locks.lines().any(|line| line.contains("->") && line.contains(&number))
    };
    while cfg!(target_os = "linux") && !blocked() {
        assert_eq!(child.try_wait().expect("it can be asked"), None, "it did not wait");
        std::thread::yield_now();
    }
}

#[test]
fn init_writes_a_site_that_builds_and_refuses_a_used_folder() {
    let place = Place::empty();
    place.run(&["init", "new/site"]).ends(0);
    place.run(&["build", "--site", "new/site", "--now", NOW]).ends(0);
    assert!(place.path("new/site/public/fr/index.html").exists());
    let before = place.tree("");
    place.run(&["init", "new/site"]).ends(2).says("new/site");
    place.run(&["init", "new"]).ends(2);
    place.run(&["init", "new/site/site.yaml"]).ends(2);
    assert_eq!(place.tree(""), before);
}

const FACTS: [&str; 16] = [
    "--title",
    "en=A “new” post: one",
    "--title",
    "fr=Un nouveau poste",
    "--deadline",
    "2025-09-01",
    "--location",
    "here",
    "--grade",
    "P1-P2",
    "--contract",
    "standard",
    "--salary",
    "4565.36 EUR month",
    "--folder",
    "2025/summer",
];

#[test]
fn new_writes_both_editions_and_never_over_a_file() {
    let place = Place::new();
    place.run_now(&[&["new", "201"], &FACTS[..]].concat()).ends(0);
    let english = place.read("content/vacancies/2025/summer/201.en.md");
    let french = place.read("content/vacancies/2025/summer/201.fr.md");
    assert!(english.contains("draft: true") && english.contains("deadline: 2025-09-01"), "{english}");
    assert!(english.contains("## Summary") && french.contains("## Résumé"), "{french}");
    place.run_now(&["check"]).ends(0);
    let listed: Value = serde_json::from_str(&place.run_now(&["list", "--format", "json"]).out).expect("JSON");
    assert_eq!(listed[2]["reference"], "201");
    assert_eq!(listed[2]["title"], json!({ "en": "A “new” post: one", "fr": "Un nouveau poste" }));
    let before = place.tree("");
    place.run_now(&["new", "201"]).ends(2).says("201");
    place.run_now(&["new", "101", "--folder", "2026"]).ends(2).says("101");
    for refused in [
        &["--grade", "P9"][..],
        &["--location", "moon"],
        &["--deadline", "soon"],
        &["--salary", "much"],
        &["--title", "de=Neu"],
        &["--folder", "../../out"],
        &["--folder", "/tmp"],
    ] {
        let said = place.run_now(&[&["new", "202"], refused].concat());
        assert!([1, 2].contains(&said.code), "{refused:?}: {said:?}");
        assert_eq!(place.tree(""), before, "{refused:?}");
    }
    place.run_now(&["new", "../203"]).ends(2);
    place.write("content/vacancies/2025/204.fr.md", b"mine");
    place.run_now(&["new", "204"]);
    assert_eq!(place.read("content/vacancies/2025/204.fr.md"), "mine");
    assert!(!place.path("content/vacancies/2025/204.en.md").exists(), "both editions or none");
}

#[cfg(unix)]
#[test]
fn a_linked_output_stays_a_link() {
    let place = Place::new();
    fs::create_dir(place.path("served-public")).expect("a folder");
    std::os::unix::fs::symlink("served-public", place.path("public")).expect("a link");
    place.build();
    place.notice("101", "Changed words.");
    place.build();
    let link = fs::symlink_metadata(place.path("public")).expect("it is there");
    assert!(link.is_symlink());
    assert!(place.read("served-public/en/vacancies/101-post-101/index.html").contains("Changed words."));
}
