//! What is deployed, what is said of it before, and what visitors see meanwhile.
#![cfg(unix)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use common::command::{Place, Said};
use common::deployed::Deployed;
use serde_json::Value;

fn numbers(folder: &Path) -> BTreeMap<String, u64> {
    let files = Place::files_in(folder).into_keys();
    files.map(|path| (path.clone(), fs::metadata(folder.join(path)).expect("a file").ino())).collect()
}

#[test]
fn a_site_is_deployed_and_the_second_time_nothing_is() {
    let site = Deployed::new();
    site.deploy();
    let mut output = site.place.output();
    output.remove(".diptych-manifest.json");
    assert_eq!(site.seen(), output);
    let (live, before) = (site.live(), numbers(&site.target()));
    assert!(site.deploy().out.contains("up to date"));
    assert_eq!((site.live(), numbers(&site.target())), (live, before));
}

#[test]
fn what_would_change_is_told_in_words_in_both_languages() {
    let site = Deployed::new();
    let place = &site.place;
    place.notice("103", "To be cancelled.");
    place.notice("104", "To be filled.");
    place.notice("105", "To be extended.");
    place.notice("107", "To be corrected.");
    site.deploy();
    let edition = |path: &str, from: &str, to: &str| {
        let text = place.read(path);
        assert!(text.contains(from), "{path} does not hold {from}");
        place.write(path, text.replace(from, to).as_bytes());
    };
    // Changed in one language only, a fact, and a title that moves the page, whose address is kept.
    edition("content/vacancies/102.en.md", "Other words.", "Quite other words.");
    edition(
        "content/vacancies/102.en.md",
        "deadline: 2025-12-07",
        "deadline: 2025-12-08\nsalary: { amount: 4600, currency: EUR, per: month }",
    );
    edition("content/vacancies/102.fr.md", "title: Poste 102", "title: Emploi 102\nslug: poste-102");
    edition("content/vacancies/103.en.md", "location: here", "location: here\ncancelled: 2025-06-14");
    edition("content/vacancies/104.en.md", "location: here", "location: here\nfilled: 2025-06-14");
    let extended = "deadline: 2026-01-12\nextended: { from: 2025-12-07, on: 2025-06-14 }";
    edition("content/vacancies/105.en.md", "deadline: 2025-12-07", extended);
    place.notice("106", "A new one.");
    for (language, words) in [("en", "There is one post."), ("fr", "Il y a un poste.")] {
        let correction = format!("corrections: [{{ on: 2025-06-14, text: {words} }}]\ntitle:");
        edition(&format!("content/vacancies/107.{language}.md"), "title:", &correction);
    }
    let [english, french] = ["en", "fr"].map(|language| {
        let said = place.run_now(&["deploy", "--dry-run", "--language", language]).ends(0);
        unhashed(&said.out)
    });
    insta::with_settings!({ snapshot_path => "snapshots/deploying", omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("plan_en", english);
        insta::assert_snapshot!("plan_fr", french);
    });
    let plan = site.json(&["deploy", "--dry-run"]);
    let steps: BTreeMap<_, _> = plan["notices"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|notice| (notice["reference"].as_str().expect("a text"), notice["steps"].to_string()))
        .collect();
    let expected = [
        ("102", "[]"),
        ("103", r#"["cancelled"]"#),
        ("104", r#"["filled"]"#),
        ("105", r#"["extended"]"#),
        ("106", r#"["opened"]"#),
        ("107", r#"["corrected"]"#),
    ];
    assert_eq!(steps, BTreeMap::from(expected.map(|(reference, steps)| (reference, steps.to_owned()))));
    assert_eq!(plan["notices"][0]["sections"], serde_json::json!([{ "section": "summary", "languages": ["en"] }]));
    assert_eq!((&plan["outcome"], &plan["diagnostics"]), (&"planned".into(), &serde_json::json!([])));
    // Nothing of all this has touched the target, and what is deployed then is what was told.
    let before = place.read("public/en/index.html");
    assert_ne!(fs::read_to_string(site.current().join("en/index.html")).expect("a page"), before);
    assert_eq!(site.releases().len(), 1);
    site.deploy();
    assert_eq!(fs::read_to_string(site.current().join("en/index.html")).expect("a page"), before);
}

/// A report without what depends on the bytes of every page.
fn unhashed(said: &str) -> String {
    let known = |line: &&str| {
        !["To be transferred", "À transférer", "Files:", "Fichiers"].iter().any(|start| line.starts_with(start))
    };
    let lines: Vec<_> = said.lines().filter(known).collect();
    let text = lines.join("\n");
    let at = text.find("Z-").expect("a release");
    format!("{}[digest]{}", &text[..at + 2], &text[at + 10..]).replace('\u{a0}', "~").replace('\u{202f}', "_")
}

#[test]
fn an_address_that_would_lead_nowhere_stops_the_deployment() {
    let site = Deployed::new();
    site.deploy();
    let (live, before) = (site.live(), site.seen());
    let text = site.place.read("content/vacancies/102.en.md");
    site.place.write("content/vacancies/102.en.md", text.replace("Post 102", "Other post").as_bytes());
    let said = site.place.run_now(&["deploy", "--yes"]).ends(1).says("vanished-address").says("slug: post-102");
    assert!(said.err.contains("content/vacancies/102.en.md:2:8"), "{}", said.err);
    let refused = site.json(&["deploy", "--yes"]);
    assert_eq!(
        (&refused["outcome"], &refused["addresses"]["vanished"]),
        (&"refused".into(), &serde_json::json!(["/en/vacancies/102-post-102/"]))
    );
    assert_eq!(refused["diagnostics"][0]["rule"], "vanished-address");
    // A notice that is not there any more, and one that was taken back.
    for draft in [false, true] {
        for side in ["en", "fr"] {
            let path = format!("content/vacancies/101.{side}.md");
            if draft {
                site.place.write(&path, site.place.read(&path).replace("title:", "draft: true\ntitle:").as_bytes());
            } else {
                fs::rename(site.place.path(&path), site.beside.path().join(side)).expect("it moves");
            }
        }
        site.place.run_now(&["deploy", "--yes"]).ends(1).says("/fr/postes-vacants/101-poste-101/").says("cancelled:");
        for side in ["en", "fr"] {
            let kept = site.beside.path().join(side);
            let _ = fs::rename(kept, site.place.path(&format!("content/vacancies/101.{side}.md")));
        }
    }
    assert_eq!((site.live(), site.seen()), (live, before));
    // A former address leads on, and one that is gone for ever says so.
    let text = site.place.read("content/vacancies/102.en.md");
    let moved = text.replace("Other post\n", "Other post\naliases: [/en/vacancies/102-post-102/]\n");
    site.place.write("content/vacancies/102.en.md", moved.as_bytes());
    let text = site.place.read("content/vacancies/101.en.md").replace("draft: true\n", "");
    site.place.write("content/vacancies/101.en.md", text.replace("title:", "withdrawn: 2025-05-20\ntitle:").as_bytes());
    let text = site.place.read("content/vacancies/101.fr.md").replace("draft: true\n", "");
    site.place.write("content/vacancies/101.fr.md", text.as_bytes());
    site.place.run_now(&["deploy", "--yes"]).ends(0);
    assert!(site.seen().contains_key(".diptych/gone/fr/postes-vacants/101-poste-101/.gone"));
}

#[test]
fn nobody_deploys_by_accident() {
    let site = Deployed::new();
    site.place.run_now(&["deploy"]).ends(2).says("--yes");
    site.place.run_now(&["deploy", "elsewhere", "--yes"]).ends(2).says("elsewhere").says("www");
    site.place.run_now(&["deploy", "--dry-run"]).ends(0);
    site.place.run_now(&["deploy", "--rollback", "--yes"]).ends(2);
    site.place.run_now(&["verify"]).ends(2).says("diptych deploy");
    assert!(!site.target().exists());
    site.place.notice("102", "[broken](nowhere.pdf)");
    site.place.run_now(&["deploy", "--yes"]).ends(1).says("nowhere.pdf");
    assert!(!site.target().exists());
    let bare = Place::new();
    bare.run_now(&["deploy", "--yes"]).ends(2).says("targets:");
}

#[test]
fn many_removals_are_asked_for() {
    let site = Deployed::new();
    for number in 1..9 {
        site.place.write(&format!("content/vacancies/102/{number}.pdf"), b"%PDF");
    }
    let links: Vec<_> = (1..9).map(|number| format!("See [this](102/{number}.pdf).")).collect();
    site.place.notice("102", &links.join(" "));
    site.deploy();
    site.place.notice("102", "No files any more.");
    site.place.run_now(&["deploy", "--yes"]).ends(2).says("--allow-removals");
    site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(0);
    assert!(!site.current().join("files/102").exists());
}

#[test]
fn unchanged_files_are_shared_by_releases_and_a_flipped_byte_is_found_and_healed() {
    let site = Deployed::new();
    site.deploy();
    let first = numbers(&site.current().canonicalize().expect("a release"));
    site.place.notice("102", "Changed words.");
    let said = site.place.run_now(&["deploy", "--yes"]).ends(0);
    let second = numbers(&site.current().canonicalize().expect("a release"));
    let fresh: Vec<_> = second
        .iter()
        .filter(|(path, number)| first.get(*path) != Some(*number))
        .map(|(path, _)| path.as_str())
        .collect();
    assert!(fresh.contains(&"en/vacancies/102-post-102/index.html") && !fresh.contains(&"en/index.html"), "{fresh:?}");
    assert!(said.out.contains("102 “Post 102” changes."), "{}", said.out);
    site.place.run_now(&["verify"]).ends(0);

    // In both releases: the file is one.
    let damaged = site.current().join("en/vacancies/101-post-101/index.html");
    let mut bytes = fs::read(&damaged).expect("a page");
    bytes[100] ^= 1;
    fs::write(&damaged, &bytes).expect("it can be damaged");
    fs::remove_file(site.current().join("robots.txt")).expect("it is there");
    fs::write(site.current().join("en/theirs.html"), "theirs").expect("it can be written");
    let found = site.json(&["verify"]);
    assert_eq!(found["changed"], serde_json::json!(["en/vacancies/101-post-101/index.html"]));
    assert_eq!(
        (&found["missing"], &found["foreign"]),
        (&serde_json::json!(["robots.txt"]), &serde_json::json!(["en/theirs.html"]))
    );
    let said = site.place.run_now(&["verify", "--language", "fr"]).ends(1);
    assert!(said.out.contains("robots.txt") && said.out.contains("101-post-101"), "{}", said.out);

    let said = site.place.run_now(&["deploy", "--yes"]).ends(0);
    assert!(said.out.contains("will be replaced: en/vacancies/101-post-101/index.html, robots.txt"), "{}", said.out);
    site.place.run_now(&["verify"]).ends(0);
    let mut output = site.place.output();
    output.remove(".diptych-manifest.json");
    assert_eq!(site.seen(), output);
    assert_eq!(fs::read(&damaged).expect("a page"), output["en/vacancies/101-post-101/index.html"]);

    // The manifest itself: the name of the release was given for its bytes.
    let manifest = site.current().join(".diptych-release.json");
    let text = fs::read_to_string(&manifest).expect("the manifest");
    fs::write(&manifest, text.replace("\"tool\"", " \"tool\"")).expect("it can be changed");
    assert_eq!(site.json(&["verify"])["changed"], serde_json::json!([".diptych-release.json"]));
    fs::write(&manifest, "").expect("it can be changed");
    site.place.run_now(&["verify"]).ends(1);
    site.place.run_now(&["deploy", "--yes"]).ends(0).says("every file is transferred anew");
    site.place.run_now(&["verify"]).ends(0);
}

#[test]
fn a_release_takes_the_style_of_the_one_before_along() {
    let site = Deployed::new();
    let sheets = |site: &Deployed| {
        let names = site.seen().into_keys().filter(|path| path.starts_with("assets/style-"));
        names.collect::<Vec<_>>()
    };
    let style =
        |site: &Deployed, number: u32| site.place.write("assets/style.css", format!("/* {number} */").as_bytes());
    style(&site, 1);
    site.deploy();
    let first = sheets(&site);
    // Built twice without being deployed: what visitors have seen counts, not what was built here.
    for number in [2, 3] {
        style(&site, number);
        site.place.build();
    }
    site.deploy();
    let second = sheets(&site);
    assert!(second.len() == 2 && second.contains(&first[0]), "{second:?}");
    assert!(site.deploy().out.contains("up to date"));
    style(&site, 4);
    site.deploy();
    let third = sheets(&site);
    assert!(third.len() == 2 && !third.contains(&first[0]), "{third:?}");
}

#[test]
fn five_releases_are_kept_and_any_of_them_comes_back() {
    let site = Deployed::new();
    let mut releases = Vec::new();
    for number in 0..7 {
        site.place.notice("102", &format!("Version number {number}."));
        site.deploy();
        releases.push(site.live());
    }
    assert_eq!(site.releases(), sorted(&releases[2..]));
    let listed = site.json(&["deploy", "--releases"]);
    assert_eq!(listed["live"], releases[6].as_str());
    let newest: Vec<_> = releases[2..].iter().rev().cloned().collect();
    assert_eq!(listed["releases"], serde_json::json!(newest));

    let page = || fs::read_to_string(site.current().join("en/vacancies/102-post-102/index.html")).expect("a page");
    let before = numbers(&site.target());
    let said = site.place.run_now(&["deploy", "--rollback", "--yes"]).ends(0);
    assert!(said.out.contains("102 “Post 102” changes."), "{}", said.out);
    assert_eq!(site.live(), releases[5]);
    assert!(page().contains("number 5"));
    site.place.run_now(&["verify"]).ends(0);
    site.place.run_now(&["deploy", "--rollback", &releases[3], "--yes"]).ends(0);
    assert!(page().contains("number 3"));
    site.place.run_now(&["deploy", "--rollback", "20010101T0000Z-00000000", "--yes"]).ends(2).says(&releases[2]);
    site.place.run_now(&["deploy", "--rollback", "../../etc", "--yes"]).ends(2);
    assert_eq!(
        before.into_values().collect::<Vec<_>>(),
        numbers(&site.target()).into_values().collect::<Vec<_>>(),
        "nothing moves but the link"
    );

    // It works also while the notices are in no order, and what was gone back from does not come back by itself.
    site.place.notice("101", "[broken](nowhere.pdf)");
    site.place.run_now(&["deploy", "--rollback", &releases[4], "--yes"]).ends(0);
    site.place.notice("101", "Mended.");
    site.deploy();
    let live = site.live();
    assert_eq!(site.releases(), sorted(&[&releases[2..5], &[live]].concat()));
    site.place.run_now(&["deploy", "--rollback", "--yes"]).ends(0);
    assert_eq!(site.live(), releases[4]);
}

#[test]
fn a_release_that_was_damaged_meanwhile_does_not_come_back() {
    let site = Deployed::new();
    site.deploy();
    let first = site.live();
    site.place.notice("102", "New words.");
    site.deploy();
    let second = site.live();
    let page = site.target().join("releases").join(&first).join("fr/index.html");
    let whole = fs::read(&page).expect("a page");
    fs::remove_file(&page).expect("its name, for the releases may share its bytes");
    fs::write(&page, b"EVIL").expect("it can be written");
    let said = site.place.run_now(&["deploy", "--yes", "--rollback"]).ends(2);
    assert!(said.err.contains("fr/index.html") && said.err.contains("Nothing was changed"), "{}", said.err);
    assert_eq!(site.live(), second);
    fs::write(&page, whole).expect("it can be written");
    site.place.run_now(&["deploy", "--yes", "--rollback"]).ends(0);
    assert_eq!(site.live(), first);
}

#[test]
fn a_release_with_a_withdrawn_notice_goes_sooner_or_later() {
    let site = Deployed::new();
    site.deploy();
    let first = site.live();
    let folder = site.target().join("releases").join(&first);
    // Somebody's file keeps it from being removed with the first deployment.
    fs::write(folder.join(".DS_Store"), b"").expect("it can be written");
    let page = site.place.read("content/vacancies/102.en.md");
    site.place
        .write("content/vacancies/102.en.md", page.replace("deadline:", "withdrawn: 2025-06-15\ndeadline:").as_bytes());
    let said = site.place.run_now(&["deploy", "--yes"]).ends(1);
    assert!(said.err.contains(".DS_Store"), "{}", said.err);
    assert_eq!(site.releases().len(), 2);
    let second = site.live();
    fs::remove_file(folder.join(".DS_Store")).expect("it is there");
    site.deploy();
    assert_eq!(site.releases(), [second.as_str()]);
    let said = site.deploy();
    assert!(said.out.contains("up to date"), "{}", said.out);
}

#[test]
fn a_withdrawn_notice_does_not_come_back_by_going_back() {
    let site = Deployed::new();
    site.deploy();
    let folder = site.target().join("releases").join(site.live());
    // Somebody's file keeps the former release from being removed.
    fs::write(folder.join(".DS_Store"), b"").expect("it can be written");
    let page = site.place.read("content/vacancies/102.en.md");
    let withdrawn = page.replace("deadline:", "withdrawn: 2025-06-15\ndeadline:");
    site.place.write("content/vacancies/102.en.md", withdrawn.as_bytes());
    let told = site.json(&["deploy", "--yes"]);
    assert_eq!(
        (&told["removed_releases"], told["left_releases"].as_array().map(Vec::len)),
        (&serde_json::json!([]), Some(1))
    );
    let live = site.live();
    let said = site.place.run_now(&["deploy", "--yes", "--rollback"]).ends(2);
    assert!(said.err.contains("102") && said.err.contains("no longer shown"), "{}", said.err);
    assert_eq!(site.live(), live);
}

#[test]
fn what_a_deployment_that_was_cut_has_left_is_cleared_away_though_nothing_changed() {
    let site = Deployed::new();
    site.deploy();
    let releases = site.target().join("releases");
    for name in [".incoming-20250615T1000Z.9-0123abcd", ".outgoing-20250615T1000Z.8-0123abcd"] {
        fs::create_dir(releases.join(name)).expect("it can be made");
    }
    fs::write(releases.join(".incoming-20250615T1000Z.9-0123abcd/page.html"), b"Post 103").expect("it can be written");
    let live = site.live();
    let said = site.deploy();
    assert!(said.out.contains("has left files behind"), "{}", said.out);
    assert_eq!(site.releases(), [live.as_str()]);
}

#[test]
fn without_a_manifest_nothing_vanishes_unasked() {
    let site = Deployed::new();
    site.deploy();
    let manifest = site.current().join(".diptych-release.json");
    let bytes = fs::read(&manifest).expect("a manifest");
    fs::write(&manifest, &bytes[..bytes.len() - 5]).expect("it can be written");
    let said = site.place.run_now(&["deploy", "--yes"]).ends(2);
    assert!(said.err.contains("--allow-removals"), "{}", said.err);
    site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(0);

    // With a former release there is something to compare with.
    site.place.notice("102", "New words.");
    site.deploy();
    let manifest = site.current().join(".diptych-release.json");
    let bytes = fs::read(&manifest).expect("a manifest");
    fs::write(&manifest, &bytes[..bytes.len() - 5]).expect("it can be written");
    let removed = ["content/vacancies/102.en.md", "content/vacancies/102.fr.md"];
    for path in removed {
        fs::remove_file(site.place.path(path)).expect("it is there");
    }
    let said = site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(1);
    assert!(said.err.contains("102"), "{}", said.err);
    site.place.notice("102", "New words.");
    site.deploy();
    site.place.run_now(&["verify"]).ends(0);
}

#[test]
fn what_is_not_diptychs_does_not_stay_among_what_visitors_see() {
    let site = Deployed::new();
    site.deploy();
    fs::write(site.current().join("en/evil.html"), b"EVIL").expect("it can be written");
    site.place.run_now(&["verify"]).ends(1);
    let said = site.deploy();
    assert!(said.out.contains("en/evil.html"), "{}", said.out);
    site.place.run_now(&["verify"]).ends(0);
    // A manifest that says the same in other bytes was not deployed either.
    let manifest = site.current().join(".diptych-release.json");
    let mut bytes = fs::read(&manifest).expect("a manifest");
    bytes.push(b'\n');
    fs::write(&manifest, bytes).expect("it can be written");
    site.place.run_now(&["verify"]).ends(1);
    site.deploy();
    site.place.run_now(&["verify"]).ends(0);
}

#[test]
fn visitors_can_read_what_somebody_careful_deploys() {
    use std::os::unix::fs::PermissionsExt;

    let site = Deployed::new();
    let program = site.place.command(&["deploy", "--yes", "--now", "2025-06-15T12:00:00+02:00"]);
    let mut shell = std::process::Command::new("/bin/sh");
    shell.arg("-c").arg("umask 077; exec \"$@\"").arg("sh").arg(program.get_program()).args(program.get_args());
    shell.current_dir(site.place.root());
    Said::from(shell.output().expect("it runs")).ends(0);
    let mode = |path: PathBuf| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    for path in Place::files_in(&site.current().canonicalize().expect("a release")).into_keys() {
        assert_eq!(mode(site.current().join(&path)) & 0o444, 0o444, "{path}");
    }
    for folder in [site.target(), site.target().join("releases"), site.current(), site.current().join("en")] {
        assert_eq!(mode(folder.clone()) & 0o555, 0o555, "{}", folder.display());
    }
}

fn sorted(names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    names.sort();
    names
}

#[test]
fn what_diptych_did_not_put_there_stays() {
    let site = Deployed::new();
    let releases = site.target().join("releases");
    site.deploy();
    let first = site.live();
    fs::write(releases.join("theirs.txt"), "theirs").expect("it can be written");
    fs::create_dir_all(releases.join("2019-old/site")).expect("it can be made");
    fs::write(releases.join(&first).join("en/theirs.html"), "theirs").expect("it can be written");
    fs::write(site.target().join("robots.txt"), "theirs").expect("it can be written");
    for number in 0..5 {
        site.place.notice("102", &format!("Version number {number}."));
        let said = site.deploy();
        assert_eq!(said.err.contains("en/theirs.html"), number == 4, "{number}: {}", said.err);
    }
    assert_eq!(fs::read_to_string(releases.join("theirs.txt")).expect("it is there"), "theirs");
    assert!(releases.join("2019-old/site").is_dir());
    assert!(releases.join(&first).join("en/index.html").exists(), "a release is left whole or not at all");
    site.place.run_now(&["deploy", "--releases"]).ends(0).says("2019-old").says("theirs.txt");
    fs::remove_file(releases.join(&first).join("en/theirs.html")).expect("it is there");
    site.place.notice("102", "The last words.");
    assert_eq!(site.deploy().err, "");
    assert!(!releases.join(&first).exists());
    assert_eq!(fs::read_to_string(site.target().join("robots.txt")).expect("it is there"), "theirs");
}

#[test]
fn places_where_something_could_be_lost_are_refused() {
    let site = Deployed::new();
    let yaml = site.place.read("site.yaml");
    let top = yaml.split_once("targets:").expect("targets").0.to_owned();
    let refused = |path: &str, words: &str| {
        site.place
            .write("site.yaml", format!("{top}targets: {{ www: {{ kind: folder, path: \"{path}\" }} }}\n").as_bytes());
        let sources = site.place.sources();
        site.place.run_now(&["deploy", "--yes"]).ends(2).says(words);
        assert_eq!(site.place.sources(), sources, "{path}");
    };
    refused("content/www", "is inside");
    refused("public/www", "is inside");
    refused("public", "cannot be the target");
    refused("content", "cannot be the target");
    refused(".", "cannot be the target");
    refused("..", "contains “");
    refused("site.yaml", "is not a folder");
    refused("nowhere/www", "no folder");
    let beside = site.beside.path();
    fs::create_dir(beside.join("taken")).expect("it can be made");
    fs::create_dir(beside.join("taken/current")).expect("it can be made");
    refused(&beside.join("taken").display().to_string(), "in the way");
    fs::create_dir(beside.join("linked")).expect("it can be made");
    std::os::unix::fs::symlink("../taken", beside.join("linked/current")).expect("it can be linked");
    refused(&beside.join("linked").display().to_string(), "is not a release");
    assert!(beside.join("linked/current").is_symlink() && !beside.join("linked/releases").exists());
}

#[test]
fn a_program_of_the_institution_gets_each_release() {
    let site = Deployed::new();
    let yaml = site.place.read("site.yaml");
    let top = yaml.split_once("targets:").expect("targets").0;
    site.place.write(
        "site.yaml",
        format!("{top}targets: {{ mirror: {{ kind: command, run: [./publish.sh, to, \"a place\"] }} }}\n").as_bytes(),
    );
    site.place.run_now(&["deploy", "--yes"]).ends(2).says("publish.sh");
    let script = "#!/bin/sh\nset -e\n[ \"$1 $2\" = 'to a place' ] && [ \"$DIPTYCH_TARGET\" = mirror ]\n[ -f \"$DIPTYCH_MANIFEST\" ]\necho said\n/bin/rm -rf mirrored\n/bin/cp -r \"$3\" mirrored\necho \"$DIPTYCH_RELEASE\" > mirrored/release\n[ ! -e refuse ]\n";
    site.place.write("publish.sh", script.as_bytes());
    let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(site.place.path("publish.sh"), executable).expect("it can be made executable");
    let page = || site.place.read("mirrored/en/vacancies/102-post-102/index.html");
    let said = site.place.run_now(&["deploy", "--yes", "--format", "json"]).ends(0).says("said");
    let first: Value = serde_json::from_str(&said.out).expect("nothing but JSON");
    assert_eq!(site.place.read("mirrored/release").trim(), first["release"]);
    assert!(page().contains("Other words."));
    site.place.run_now(&["deploy", "--yes"]).ends(0);

    site.place.notice("102", "Changed words.");
    site.place.write("refuse", b"");
    let said = site.place.run_now(&["deploy", "--yes"]).ends(2).says("publish.sh").says("1");
    assert!(said.out.contains("102 “Post 102” changes."), "{}", said.out);
    assert_eq!(site.json(&["deploy", "--releases"])["releases"], serde_json::json!([first["release"]]));
    fs::remove_file(site.place.path("refuse")).expect("it is there");
    site.place.run_now(&["deploy", "--yes"]).ends(0);
    assert!(page().contains("Changed words."));
    site.place.run_now(&["deploy", "--rollback", "--yes"]).ends(0);
    assert!(page().contains("Other words."));
    site.place.run_now(&["verify"]).ends(2).says("mirror");
}

#[test]
fn what_is_not_public_is_nowhere_at_the_target() {
    let site = Deployed::new();
    let place = &site.place;
    for (reference, life) in [("201", "draft: true\npublished: 2025-01-02"), ("202", "published: 2025-09-01")] {
        let token = format!("zqcanary{reference}");
        let words = format!("{token} words, see [this]({reference}/{token}.pdf).");
        place.notice(reference, &words);
        place.write(&format!("content/vacancies/{reference}/{token}.pdf"), token.as_bytes());
        for side in ["en", "fr"] {
            let path = format!("content/vacancies/{reference}.{side}.md");
            let text = place.read(&path).replace("title: ", &format!("title: {token} "));
            place.write(&path, text.replace("published: 2025-01-02", life).as_bytes());
        }
    }
    // Foreseen, and known to nobody yet.
    for (reference, foreseen) in [("103", "cancelled: 2025-07-11"), ("104", "filled: 2025-07-12")] {
        place.notice(reference, "Public words.");
        let path = format!("content/vacancies/{reference}.en.md");
        place.write(&path, place.read(&path).replace("location:", &format!("{foreseen}\nlocation:")).as_bytes());
    }
    for side in ["en", "fr"] {
        let path = format!("content/vacancies/103.{side}.md");
        let correction = "corrections: [{ on: 2025-07-13, text: zqcanary words }]\ntitle:";
        place.write(&path, place.read(&path).replace("title:", correction).as_bytes());
    }
    site.deploy();
    let all = Place::files_in(&site.target());
    for token in ["zqcanary", "2025-07-1", "2025-09-01", "2025-08-31", "20250711", "2025-07-10"] {
        assert_eq!(common::places_of(&all, token), Vec::<String>::new(), "{token}");
    }
    let manifest = |site: &Deployed| fs::read(site.current().join(".diptych-release.json")).expect("the manifest");
    let with = manifest(&site);
    let without = Deployed::new();
    for reference in ["103", "104"] {
        without.place.notice(reference, "Public words.");
    }
    // The sites differ in their targets alone, which `site.yaml` names.
    let yaml = site.place.read("site.yaml");
    without.place.write("site.yaml", yaml.as_bytes());
    without.place.run_now(&["deploy", "--yes"]).ends(0);
    assert_eq!(manifest(&site), with);
    assert!(site.place.run_now(&["deploy", "--yes"]).ends(0).out.contains("up to date"));
}

#[test]
fn six_at_once_leave_one_whole_release() {
    let site = Deployed::new();
    site.deploy();
    for round in 0..3 {
        site.place.notice("102", &format!("Round {round}."));
        let children: Vec<_> = (0..6).map(|_| site.place.start(&["deploy", "--yes", "--wait"])).collect();
        let codes: Vec<_> =
            children.into_iter().map(|mut child| child.wait().expect("it ends").code().expect("a code")).collect();
        // Who waits deploys what is right when it is their turn.
        assert_eq!(codes, [0; 6]);
        site.place.run_now(&["verify"]).ends(0);
        let page = fs::read_to_string(site.current().join("en/vacancies/102-post-102/index.html")).expect("a page");
        assert!(page.contains(&format!("Round {round}.")));
        assert!(site.releases().iter().all(|name| !name.starts_with('.')));
    }
}

#[test]
fn pages_that_should_have_changed_by_themselves_are_told() {
    let site = Deployed::new();
    site.deploy();
    let at = |arguments: &[&str], now: &str| site.place.run(&[arguments, &["--now", now]].concat());
    // Both notices close on 7 December and count as closing soon from seven days before.
    let said = at(&["verify"], "2025-11-28T12:00:00+01:00").ends(0);
    assert_eq!(said.err, "");
    at(&["verify"], "2025-11-30T12:00:00+01:00").ends(0).says("will have to change");
    at(&["verify", "--language", "fr"], "2025-12-02T12:00:00+01:00").ends(1).says("auraient dû changer");
    let said = at(&["deploy", "--yes"], "2025-12-02T12:00:00+01:00").ends(0);
    assert!(said.out.contains("102 “Post 102” closes soon."), "{}", said.out);
    assert_eq!(at(&["verify"], "2025-12-02T12:00:00+01:00").ends(0).err, "");
    let said = at(&["deploy", "--yes"], "2025-12-09T12:00:00+01:00").ends(0);
    assert!(said.out.contains("102 “Post 102” closes.\n"), "{}", said.out);
    // A release from before shows as open what is not any more.
    let said = at(&["deploy", "--rollback", "--yes"], "2025-12-09T12:00:00+01:00").ends(0).says("should have changed");
    assert!(said.out.contains("can be applied for again"), "{}", said.out);
}
