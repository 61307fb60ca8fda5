//! What is said before a deployment: nothing that visitors lose or see otherwise goes without a word.
#![cfg(unix)]

mod common;

use std::fs;

use common::command::Said;
use common::deployed::Deployed;
use diptych::domain::Digest;
use serde_json::{Value, json};

/// A deployed site with a page, and what its next deployment would say.
struct Told {
    site: Deployed,
}

impl Told {
    fn new() -> Self {
        let told = Self { site: Deployed::new() };
        for (language, title) in [("en", "Privacy"), ("fr", "Confidentialité")] {
            let text = format!("---\ntitle: {title}\n---\nSome words.\n");
            told.site.place.write(&format!("content/pages/privacy.{language}.md"), text.as_bytes());
        }
        told
    }

    fn deployed() -> Self {
        let told = Self::new();
        told.site.deploy();
        told
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.site.place.read(path);
        assert!(text.contains(from), "{path} does not hold {from}");
        self.site.place.write(path, text.replacen(from, to, 1).as_bytes());
    }

    /// Both editions of a notice, at the beginning of their front matter.
    fn state(&self, reference: &str, [english, french]: [&str; 2]) {
        for (language, line) in [("en", english), ("fr", french)] {
            self.edit(&format!("content/vacancies/{reference}.{language}.md"), "title:", &format!("{line}title:"));
        }
    }

    fn said(&self, language: &str) -> Said {
        self.site.place.run_now(&["deploy", "--dry-run", "--language", language])
    }

    /// Both languages say these lines.
    #[track_caller]
    fn says(&self, english: &[&str], french: &[&str]) {
        for (language, lines) in [("en", english), ("fr", french)] {
            let said = self.said(language).ends(0).out.replace(['\u{a0}', '\u{202f}'], "~");
            for line in lines {
                assert!(said.lines().any(|said| said.trim() == *line), "“{line}” is not in:\n{said}");
            }
        }
    }

    fn plan(&self) -> Value {
        self.site.json(&["deploy", "--dry-run"])
    }
}

#[test]
fn an_address_that_people_or_programs_keep_does_not_vanish() {
    let told = Told::new();
    let yaml = told.site.place.read("site.yaml");
    let alias = "aliases: [/en/old-post/]\n";
    told.state("102", [alias, ""]);
    told.site.deploy();
    // An alias that was published: the finding stands at its notice.
    told.edit("content/vacancies/102.en.md", alias, "");
    let said = told.said("en").ends(1).says("“/en/old-post/”").says("aliases: [/en/old-post/]");
    assert!(said.err.contains("content/vacancies/102.en.md:2:8"), "{}", said.err);
    assert!(said.out.contains("nothing would answer any more: /en/old-post/"), "{}", said.out);
    told.said("fr").ends(1).says("redirection");
    told.site.place.run_now(&["deploy", "--dry-run", "--allow-removals"]).ends(1);
    told.edit("content/vacancies/102.en.md", "title:", &format!("{alias}title:"));
    told.said("en").ends(0);
    // A feed that is called otherwise, a list that is, and formats that are no longer offered.
    let feed = "{ en: here, fr: ici }";
    told.edit("site.yaml", feed, "{ en: there, fr: ici }");
    told.said("en").ends(1).says("/en/feed-here.atom").says("/en/feed-here.json").says("`path:` back under `feeds:`");
    told.site.place.write("site.yaml", format!("{yaml}paths: {{ closed: {{ en: over, fr: finis }} }}\n").as_bytes());
    told.said("en").ends(1).says("under `paths:`").says("/en/closed-vacancies/");
    let outputs = "outputs: [feed.atom, feed.json, deadlines.ics, vacancies.csv, search, robots.txt]\n";
    told.site.place.write("site.yaml", format!("{yaml}{outputs}").as_bytes());
    let refused = told.plan();
    let gone =
        ["/en/feed-here.rss", "/en/feed.rss", "/en/jobs.xml", "/fr/feed-ici.rss", "/fr/feed.rss", "/fr/jobs.xml"];
    let files = ["/sitemap.xml", "/vacancies.json", "/vacancies.schema.json"];
    assert_eq!(refused["addresses"]["vanished"], json!([&gone[..], &files[..]].concat()));
    told.said("fr").ends(1).says("flux").says("programmes");
    // A file for programs cannot lead elsewhere, so that there is another way.
    let said = told.site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(0);
    assert!(said.out.contains("nothing would answer any more: /en/feed-here.rss, "), "{}", said.out);
}

#[test]
fn a_list_that_comes_and_goes_with_facts_and_a_search_of_nothing_are_not_kept() {
    let told = Told::new();
    told.edit("content/vacancies/102.en.md", "location: here\n", "location: here\ngrade: P1\n");
    told.site.deploy();
    assert!(told.site.current().join("en/find/grade/p1/index.html").exists());
    told.edit("content/vacancies/102.en.md", "grade: P1\n", "");
    told.said("en").ends(0);
    for reference in ["101", "102"] {
        told.state(reference, ["withdrawn: 2025-06-15\n", ""]);
    }
    told.site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(0);
    assert!(!told.site.current().join("en/search/index.html").exists());
}

#[test]
fn a_withdrawal_says_what_becomes_of_the_notice() {
    let told = Told::deployed();
    for words in ["Second words.", "Third words."] {
        told.site.place.notice("102", words);
        told.site.deploy();
    }
    told.state("101", ["withdrawn: 2025-06-15\n", ""]);
    let said = |language| told.site.place.run_now(&["deploy", "--dry-run", "--allow-removals", "--language", language]);
    let english = said("en").ends(0).out;
    assert!(english.contains("101 “Post 101” is withdrawn: nothing of it is shown any more"), "{english}");
    assert!(english.contains("410 (gone)") && english.contains("3 kept releases show"), "{english}");
    let french = said("fr").ends(0).out;
    assert!(french.contains("est retiré") && french.contains("3 versions conservées montrent"), "{french}");
    let plan = told.site.json(&["deploy", "--dry-run", "--allow-removals"]);
    assert_eq!(plan["notices"][0]["steps"], json!(["withdrawn"]));
    assert_eq!(plan["removed_releases"], json!(told.site.releases()));
    told.site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(0);
    assert_eq!(told.site.releases(), [told.site.live()]);
}

#[test]
fn facts_are_told_in_words() {
    let told = Told::new();
    let posts = |document: &str| {
        format!(
            "posts:\n  - {{ number: P-7, openings: 2, direct-reports: 0, job-description: {document} }}\n  - {{ number: P-8 }}\ntitle:"
        )
    };
    told.site.place.write("content/vacancies/102/old.pdf", b"%PDF old");
    told.edit("content/vacancies/102.en.md", "title:", &posts("102/old.pdf"));
    told.site.deploy();
    told.site.place.write("content/vacancies/102/new.pdf", b"%PDF new");
    told.edit("content/vacancies/102.en.md", "102/old.pdf", "102/new.pdf");
    told.says(
        &["posts: P-7 (Number of posts: 2, Direct reports: 0, Job description: old.pdf) → P-7 (Number of posts: 2, Direct reports: 0, Job description: new.pdf)"],
        &["postes~: P-7 (Nombre de postes~: 2, Effectif subordonné direct~: 0, Descriptif d’emploi~: old.pdf) → P-7 (Nombre de postes~: 2, Effectif subordonné direct~: 0, Descriptif d’emploi~: new.pdf)"],
    );
    let manifest = fs::read_to_string(told.site.current().join(".diptych-release.json")).expect("the manifest");
    assert!(!manifest.contains("content/"), "no page states where the sources lie");
}

#[test]
fn a_page_is_named_and_the_design_is_not_taken_for_lists() {
    let told = Told::deployed();
    told.edit("content/pages/privacy.fr.md", "Some words.", "D’autres mots.");
    told.says(
        &["The page “Privacy” (/en/privacy/) changes.", "other words in French only"],
        &["La page «~Confidentialité~» (/fr/confidentialite/) change.", "autre texte en français seulement"],
    );
    let plan = told.plan();
    assert_eq!((&plan["pages"][0]["languages"], &plan["other_pages"]), (&json!(["fr"]), &json!(0)));
    told.edit("content/pages/privacy.en.md", "Some words.\n", "Some words, see [this](privacy/annex.pdf).\n");
    told.site.place.write("content/pages/privacy/annex.pdf", b"%PDF");
    told.says(
        &["other words in both languages", "documents linked from now on: annex.pdf"],
        &["autre texte dans les deux langues", "documents désormais joints~: annex.pdf"],
    );
    told.site.deploy();
    let yaml = told.site.place.read("site.yaml");
    told.site.place.write("site.yaml", format!("{yaml}options: {{ accent: \"#7a1f4b\" }}\n").as_bytes());
    let plan = told.plan();
    assert_eq!((&plan["design"], &plan["notices"], &plan["pages"]), (&json!(true), &json!([]), &json!([])));
    let count = &plan["other_pages"];
    told.says(
        &[&format!("The design changes, and with it {count} other pages.")],
        &[&format!("La présentation change, et avec elle {count} autres pages.")],
    );
    // Words that pages share are no list either.
    told.site.place.write("site.yaml", yaml.as_bytes());
    told.edit("i18n/en/all.ftl", "contract-standard = Three years.", "contract-standard = Four years.");
    told.says(
        &["2 other pages change: words or settings that pages share."],
        &["2 autres pages changent~: des textes ou des réglages communs à plusieurs pages."],
    );
}

#[test]
fn attachments_are_named() {
    let told = Told::deployed();
    told.site.place.write("content/vacancies/101/annex.pdf", b"%PDF another");
    told.says(
        &["101 “Post 101” changes.", "documents replaced under the same name: annex.pdf"],
        &["101 «~Poste 101~» change.", "documents remplacés sous le même nom~: annex.pdf"],
    );
    assert_eq!(
        told.plan()["notices"][0]["documents"],
        json!({ "added": [], "replaced": ["/files/101/annex.pdf"], "removed": [] })
    );
    told.site.place.write("content/vacancies/101/other.pdf", b"%PDF other");
    told.edit("content/vacancies/101.en.md", "annex.pdf", "other.pdf");
    told.edit("content/vacancies/101.fr.md", "annex.pdf", "other.pdf");
    told.says(
        &["documents linked from now on: other.pdf", "documents no longer linked: annex.pdf"],
        &["documents désormais joints~: other.pdf", "documents qui ne sont plus joints~: annex.pdf"],
    );
}

#[test]
fn a_step_is_told_as_often_as_it_is_taken() {
    let told = Told::new();
    let corrections = |words: &[&str]| {
        let each = words.iter().map(|words| format!("{{ on: 2025-06-14, text: {words} }}"));
        format!("corrections: [{}]\n", each.collect::<Vec<_>>().join(", "))
    };
    told.state("101", [&corrections(&["One."]), &corrections(&["Un."])]);
    told.edit(
        "content/vacancies/102.en.md",
        "deadline: 2025-12-07",
        "deadline: 2025-12-09\nextended: { from: 2025-12-07, on: 2025-06-14 }",
    );
    told.site.place.notice("103", "Filled, and over.");
    told.edit("content/vacancies/103.en.md", "deadline: 2025-12-07", "deadline: 2025-03-07\nfilled: 2025-04-01");
    told.site.deploy();
    told.edit("content/vacancies/101.en.md", &corrections(&["One."]), &corrections(&["One.", "Two."]));
    told.edit("content/vacancies/101.fr.md", &corrections(&["Un."]), &corrections(&["Un.", "Deux."]));
    told.edit("content/vacancies/102.en.md", "deadline: 2025-12-09", "deadline: 2025-12-12");
    told.edit("content/vacancies/103.en.md", "filled: 2025-04-01\n", "");
    told.says(
        &[
            "101 “Post 101” is corrected.",
            "102 “Post 102” is extended: 9 December 2025, 23:59 (universal time) → 12 December 2025, 23:59 (universal time).",
            "103 “Post 103” counts as closed from now on (before: filled).",
        ],
        &["103 «~Poste 103~» compte désormais comme clos (jusqu’ici~: pourvu)."],
    );
    // A deadline that is brought forward is no extension.
    told.edit("content/vacancies/102.en.md", "deadline: 2025-12-12", "deadline: 2025-12-08");
    assert_eq!(told.plan()["notices"][1]["steps"], json!([]));
}

#[test]
fn an_address_is_counted_once() {
    let told = Told::deployed();
    told.edit("content/vacancies/102.en.md", "Post 102", "Other post");
    let addresses = &told.plan()["addresses"];
    let (former, new) = ("/en/vacancies/102-post-102/", "/en/vacancies/102-other-post/");
    assert_eq!(*addresses, json!({ "appeared": [new], "moved": [], "vanished": [former] }));
    told.edit("content/vacancies/102.en.md", "title:", &format!("aliases: [{former}]\ntitle:"));
    let addresses = &told.plan()["addresses"];
    assert_eq!(*addresses, json!({ "appeared": [], "moved": [{ "from": former, "to": new }], "vanished": [] }));
}

#[test]
fn a_release_that_visitors_cannot_tell_from_the_last_says_so() {
    let told = Told::deployed();
    told.edit("site.yaml", "time-zone:", "# A remark.\ntime-zone:");
    told.says(
        &["Nothing changes for visitors: only the manifest of the release is different."],
        &["Rien ne change pour le public~: seul le manifeste de la version est différent."],
    );
}

#[test]
fn a_manifest_of_before_is_compared_as_far_as_it_goes() {
    let told = Told::deployed();
    let path = told.site.current().join(".diptych-release.json");
    let mut manifest: Value = serde_json::from_slice(&fs::read(&path).expect("the manifest")).expect("an object");
    for key in ["leaves", "addresses"] {
        manifest.as_object_mut().and_then(|manifest| manifest.remove(key)).expect("a key of today");
    }
    for (_, shown) in manifest["notices"].as_object_mut().expect("notices") {
        shown.as_object_mut().and_then(|shown| shown.remove("documents")).expect("a key of today");
    }
    fs::write(&path, manifest.to_string()).expect("it can be written");
    // The diptych of before named the release for it.
    let digest = Digest::of(manifest.to_string().as_bytes()).short();
    let (target, live) = (told.site.target(), told.site.live());
    let name = format!("{}-{digest}", live.split_once('-').expect("a fingerprint").0);
    fs::rename(target.join("releases").join(&live), target.join("releases").join(&name)).expect("it can be renamed");
    fs::remove_file(told.site.current()).expect("a link");
    std::os::unix::fs::symlink(format!("releases/{name}"), told.site.current()).expect("a link");
    told.site.place.notice("102", "Second words.");
    let plan = told.plan();
    assert_eq!((&plan["outcome"], &plan["pages"], &plan["design"]), (&json!("planned"), &json!([]), &json!(false)));
    let changed: Vec<_> =
        plan["notices"].as_array().expect("a list").iter().map(|notice| &notice["reference"]).collect();
    assert_eq!(changed, [&json!("102")]);
    assert_eq!(plan["notices"][0]["documents"]["added"], json!([]));
}

#[test]
fn a_refusal_is_told_to_programs() {
    let told = Told::new();
    let links: Vec<_> = (1..9).map(|number| format!("[this](102/{number}.pdf)")).collect();
    for number in 1..9 {
        told.site.place.write(&format!("content/vacancies/102/{number}.pdf"), b"%PDF");
    }
    told.site.place.notice("102", &links.join(" "));
    told.site.deploy();
    told.site.place.notice("102", "No files any more.");
    for option in ["--yes", "--dry-run"] {
        let said = told.site.place.run_now(&["deploy", option, "--format", "json"]).ends(2).says("--allow-removals");
        let object: Value = serde_json::from_str(&said.out).expect("one object");
        assert_eq!((&object["outcome"], &object["refusal"]["removed"]), (&json!("refused"), &json!(8)));
    }
    // Nothing is known of what is live.
    fs::write(told.site.current().join(".diptych-release.json"), "").expect("it can be written");
    let object = told.plan();
    assert_eq!((&object["outcome"], &object["refusal"]["reason"]), (&json!("refused"), &json!("unreadable")));
}

#[test]
fn going_back_tells_sections_by_their_headings_even_while_the_site_has_errors() {
    let told = Told::deployed();
    told.site.place.notice("102", "Second words.");
    told.site.deploy();
    let back = || told.site.place.run_now(&["deploy", "--rollback", "--dry-run", "--language", "fr"]).ends(0).out;
    assert!(back().contains("autre texte dans les deux langues\u{a0}: Résumé"), "{}", back());
    told.site.place.notice("102", "[broken](nowhere.pdf)");
    told.site.place.write("i18n/fr/broken.ftl", b"= nothing");
    assert!(back().contains("Résumé"), "{}", back());
    told.site.place.write("i18n/fr/all.ftl", b"\xff");
    assert!(back().contains("summary"), "{}", back());
}

#[test]
fn a_site_that_moves_says_so_and_is_asked_for() {
    let told = Told::deployed();
    for (new, language) in [("https://careers.example.org", "en"), ("https://jobs.example.org/posts", "fr")] {
        told.edit("site.yaml", "address: https://jobs.example.org", &format!("address: {new}"));
        let said = told.said(language).ends(1).says("vanished-address").says("address: https://jobs.example.org");
        said.says("--allow-removals");
        let plan = told.plan();
        assert_eq!(plan["address"], json!({ "before": "https://jobs.example.org", "after": new }));
        assert_eq!((&plan["outcome"], &plan["design"]), (&json!("refused"), &json!(false)));
        told.edit("site.yaml", &format!("address: {new}"), "address: https://jobs.example.org");
    }
    told.edit("site.yaml", "https://jobs.example.org", "https://careers.example.org");
    let words = "https://jobs.example.org → https://careers.example.org";
    for (language, line) in [
        ("en", format!("The address of the site changes: {words}; every page moves with it.")),
        (
            "fr",
            format!("L’adresse du site change\u{a0}: {words}\u{202f}; toutes les pages changent d’adresse avec elle."),
        ),
    ] {
        let arguments = ["deploy", "--dry-run", "--allow-removals", "--language", language];
        let said = told.site.place.run_now(&arguments).ends(0);
        assert!(said.out.contains(&line), "{}", said.out);
    }
    told.site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(0);
    assert_eq!(told.plan()["address"], json!(null));
}

#[test]
fn an_ordinary_page_that_moves_is_counted_as_moved() {
    let told = Told::deployed();
    let moved = |from: &str, to: &str| json!({ "from": from, "to": to });
    told.edit("content/pages/privacy.en.md", "title:", "slug: data\naliases: [/en/privacy/]\ntitle:");
    told.says(&["address: /en/privacy/ → /en/data/", "Addresses: 0 new, 1 moved, 0 gone."], &[]);
    let addresses = &told.plan()["addresses"];
    assert_eq!(*addresses, json!({ "appeared": [], "moved": [moved("/en/privacy/", "/en/data/")], "vanished": [] }));
    // In both languages, it is still the same page.
    told.edit("content/pages/privacy.fr.md", "title:", "slug: donnees\naliases: [/fr/confidentialite/]\ntitle:");
    let plan = told.plan();
    let both = [moved("/en/privacy/", "/en/data/"), moved("/fr/confidentialite/", "/fr/donnees/")];
    assert_eq!((&plan["pages"][0]["step"], &plan["addresses"]["moved"]), (&json!("changed"), &json!(both)));
    assert_eq!(plan["pages"].as_array().map(Vec::len), Some(1));
}

#[test]
fn compressed_forms_are_no_other_design() {
    let told = Told::deployed();
    let yaml = told.site.place.read("site.yaml");
    told.site.place.write("site.yaml", format!("{yaml}compress: true\n").as_bytes());
    assert_eq!(told.plan()["design"], json!(false));
    told.site.deploy();
    assert!(told.site.current().join("en/index.html.gz").exists());
    told.site.place.write("site.yaml", yaml.as_bytes());
    assert_eq!(told.plan()["design"], json!(false));
}

#[test]
fn the_order_of_the_languages_changes_no_title() {
    let told = Told::deployed();
    told.edit("site.yaml", "languages: { en: en-GB, fr: fr-FR }", "languages: { fr: fr-FR, en: en-GB }");
    let plan = told.plan();
    assert_eq!((&plan["outcome"], &plan["notices"], &plan["pages"]), (&json!("planned"), &json!([]), &json!([])));
    assert_eq!(plan["addresses"], json!({ "appeared": [], "moved": [], "vanished": [] }));
    // A finding stands at the edition of its language.
    told.edit("content/vacancies/102.fr.md", "Poste 102", "Autre poste");
    let said = told.said("en").ends(1).says("slug: poste-102");
    assert!(said.err.contains("content/vacancies/102.fr.md:2:8"), "{}", said.err);
}

#[test]
fn another_time_zone_extends_and_corrects_nothing() {
    let told = Told::new();
    let extended = "deadline: 2025-12-12\nextended: { from: 2025-12-07, on: 2025-06-12 }";
    told.edit("content/vacancies/102.en.md", "deadline: 2025-12-07", extended);
    told.state(
        "101",
        ["corrections: [{ on: 2025-06-14, text: One. }]\n", "corrections: [{ on: 2025-06-14, text: Un. }]\n"],
    );
    told.site.deploy();
    told.edit("site.yaml", "Europe/Brussels", "America/New_York");
    let plan = told.plan();
    let notices = plan["notices"].as_array().expect("a list");
    let steps: Vec<_> = notices.iter().map(|notice| (&notice["reference"], &notice["steps"])).collect();
    // The corrections are sealed with the instant at which they were made.
    assert_eq!((&plan["outcome"], steps), (&json!("planned"), vec![(&json!("101"), &json!([]))]));
}

#[test]
fn a_withdrawn_notice_keeps_the_address_that_was_published() {
    let told = Told::deployed();
    // At once, and later.
    for is_deployed in [false, true] {
        told.state("101", ["withdrawn: 2025-06-15\n", ""]);
        if is_deployed {
            told.site.place.run_now(&["deploy", "--yes", "--allow-removals"]).ends(0);
        }
        told.edit("content/vacancies/101.en.md", "title: Post 101", "title: Another post");
        let refused = |language| {
            told.site.place.run_now(&["deploy", "--dry-run", "--allow-removals", "--language", language]).ends(1)
        };
        for language in ["en", "fr"] {
            let said = refused(language).says("slug: post-101").says("/en/vacancies/101-post-101/");
            assert!(!said.err.contains("withdrawn:") && said.err.contains("101.en.md:3:8"), "{}", said.err);
        }
        if !is_deployed {
            told.edit("content/vacancies/101.en.md", "withdrawn: 2025-06-15\ntitle: Another post", "title: Post 101");
        }
    }
    told.edit("content/vacancies/101.en.md", "title:", "slug: post-101\ntitle:");
    told.said("en").ends(0);
    // It may be forgotten with its editions.
    for language in ["en", "fr"] {
        fs::remove_file(told.site.place.path(&format!("content/vacancies/101.{language}.md"))).expect("it is there");
    }
    told.said("en").ends(0);
}

#[test]
fn whoever_is_asked_sees_the_plan_and_a_program_learns_that_nobody_agreed() {
    let told = Told::deployed();
    told.site.place.notice("102", "Second words.");
    let said = told.site.place.run_now(&["deploy", "--format", "json"]).ends(2);
    let said = said.says("102 “Post 102” changes.").says("--yes");
    let object: Value = serde_json::from_str(&said.out).expect("one object");
    assert_eq!((&object["outcome"], &object["release"]), (&json!("stopped"), &json!(null)));
    assert!(told.plan()["outcome"] == "planned" && told.site.releases().len() == 1);
    told.site.deploy();
    let said = told.site.place.run_now(&["deploy", "--rollback", "--format", "json"]).ends(2);
    let object: Value = serde_json::from_str(&said.says("102 “Post 102” changes.").out).expect("one object");
    assert_eq!(object["outcome"], json!("stopped"));
}
