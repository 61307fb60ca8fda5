//! A site that is not ours: another organisation's vocabulary, sections, strings, locales, zone and address, made of
//! nothing but `site.yaml`, strings and content.

mod common;

use diptych::load::Memory;

use common::html::Page;
use common::{Output, add_folder, build, instant, repository, text, theme};

const ENGLISH: &str = "en/openings/CO-25-014-programme-officer-adaptation/index.html";
const FRENCH: &str = "fr/offres/CO-25-014-specialiste-des-programmes-adaptation/index.html";

fn site() -> Memory {
    let mut site = theme();
    add_folder(&mut site, &repository().join("tests/other_site"), "");
    site
}

fn output() -> Output {
    build(&site(), instant("2025-05-05T09:00:00+02:00"))
}

/// What the table of facts says.
fn fact(page: &Page, id: &str) -> String {
    page.text(&format!(".fact-{id} dd"))
}

#[test]
fn figures_and_dates_follow_the_locales() {
    let output = output();
    let english = Page::of(&output, ENGLISH);
    assert_eq!(fact(&english, "deadline"), "May 7, 2025, 17:00 (Geneva time)");
    assert_eq!(fact(&english, "salary"), "CHF 9,876.50 monthly");
    assert_eq!(fact(&english, "published"), "April 9, 2025");
    let french = Page::of(&output, FRENCH);
    assert_eq!(fact(&french, "deadline"), "7\u{a0}mai 2025 à 17\u{a0}h (heure de Genève)");
    assert_eq!(fact(&french, "salary"), "9\u{a0}876,50\u{a0}CHF par mois");
    assert_eq!(fact(&french, "published"), "9\u{a0}avril 2025");
    assert_eq!(french.attributes(".fact-deadline time", "datetime"), ["2025-05-07T17:00:00+02:00"]);
    let english = Page::of(&output, "en/openings/CO-25-020-national-information-officer/index.html");
    assert_eq!(fact(&english, "deadline"), "June 1, 2025, 12:30 (Geneva time)");
    assert_eq!(fact(&english, "salary"), "KES 98,765.00–123,456.70 monthly");
    let french = "fr/offres/CO-25-020-charge-d-information-recrute-sur-le-plan-national/index.html";
    let french = Page::of(&output, french);
    assert_eq!(fact(&french, "deadline"), "1er\u{a0}juin 2025 à 12\u{a0}h\u{a0}30 (heure de Genève)");
    assert_eq!(fact(&french, "salary"), "98\u{a0}765,00–123\u{a0}456,70\u{a0}KES par mois");
}

#[test]
fn french_is_set_as_in_canada() {
    let output = output();
    let words = Page::of(&output, FRENCH).text("main");
    assert!(words.contains("Division de l’adaptation\u{a0}: il est à pourvoir"), "{words}");
    assert!(words.contains("puis les suit; rend compte au plus tard le 7\u{a0}mai 2025!"), "{words}");
    assert!(words.contains("de durée déterminée: deux ans"), "{words}");
    assert!(!words.contains('\u{202f}'), "France's thin space stands in {words}");
    let words = Page::of(&output, ENGLISH).text("main");
    assert!(words.contains("follows them; reports by May 7, 2025!"), "{words}");
    assert!(words.contains("five years’ experience"), "{words}");
}

#[test]
fn vocabulary_sections_and_clauses_are_the_sites() {
    let output = output();
    let (english, french) = (Page::of(&output, ENGLISH), Page::of(&output, FRENCH));
    let rows = |page: &Page| page.all(".facts dt").iter().map(|row| row.text().collect()).collect::<Vec<String>>();
    assert_eq!(fact(&english, "grade"), "P-3");
    assert_eq!(fact(&french, "location"), "Genève (Suisse)");
    assert!(rows(&english).contains(&"Duty station".to_owned()), "{:?}", rows(&english));
    assert!(rows(&french).contains(&"Classe".to_owned()), "{:?}", rows(&french));
    assert!(english.all(".fact-clearance").is_empty());
    let headings = [
        "1. Organizational setting",
        "2. Responsibilities",
        "3. Education and experience",
        "4. Assessment",
        "5. Special notice",
    ];
    let found: Vec<String> = english.all(".sections h2").iter().map(|heading| heading.text().collect()).collect();
    assert_eq!(found, headings, "a section without words has no number");
    assert!(english.text("#setting").starts_with("1. Organizational setting\nThe Organization helps its 84 member"));
    assert!(french.text("#application").contains("Aucuns frais"));
    assert!(
        english.text("#application").contains("fixed term of two years")
            && !english.text("#application").contains("consultant")
    );
    let national = Page::of(&output, "en/openings/CO-25-020-national-information-officer/index.html");
    assert_eq!(fact(&national, "grade"), "NO-A–NO-B", "codes with hyphens can be a range");
    assert!(national.text("#application").contains("paid by the day"));
    let closed = Page::of(&output, "fr/offres-expirees/index.html").text("main");
    assert!(
        closed.contains("Directrice ou directeur, Bureau régional (CO-24-101)") && closed.contains("D-1"),
        "{closed}"
    );
    let home = Page::of(&output, "en/index.html");
    assert_eq!(home.text("h1"), "Job openings");
    assert_eq!(home.all("ul.vacancies > li").len(), 2);
    assert_eq!(home.all(".tag-closing-soon").len(), 1, "three days before the deadline");
    let sheet = output.keys().find(|path| path.starts_with("assets/site-")).expect("a sheet of the site's own");
    assert!(text(&output, sheet).contains("--accent: #0b6168;"));
    assert!(home.text("footer").contains("jobs@example.org"));
}

#[test]
fn everything_lies_under_the_base_path() {
    let output = output();
    for path in output.keys().filter(|path| path.ends_with(".html")) {
        let page = Page::of(&output, path);
        for target in ["href", "src"].into_iter().flat_map(|name| page.attributes(&format!("[{name}]"), name)) {
            let Some(local) = target.strip_prefix("https://jobs.example.org").or(Some(target.as_str())) else {
                continue;
            };
            let Some(inside) = local.strip_prefix('/') else { continue };
            let inside = inside.strip_prefix("careers/").unwrap_or_else(|| panic!("{path} leads to {target}"));
            let folder = inside.is_empty() || inside.ends_with('/');
            let file = if folder { format!("{inside}index.html") } else { inside.to_owned() };
            assert!(output.contains_key(&file), "{path} leads to {target}");
        }
    }
    let english = Page::of(&output, ENGLISH);
    assert_eq!(
        english.attributes("link[rel=canonical]", "href"),
        ["https://jobs.example.org/careers/en/openings/CO-25-014-programme-officer-adaptation/"]
    );
    assert_eq!(
        english.one("a.language").attr("href"),
        Some("/careers/fr/offres/CO-25-014-specialiste-des-programmes-adaptation/")
    );
    assert!(text(&output, "sitemap.xml").contains("<loc>https://jobs.example.org/careers/fr/offres/CO-25-014-"));
    assert!(text(&output, "robots.txt").contains("Sitemap: https://jobs.example.org/careers/sitemap.xml"));
    let plan = output.keys().find(|path| path.ends_with("plan.csv")).expect("the attachment is published");
    assert_eq!(text(&output, plan), "step,month\nplan,1\n");
    let languages: Vec<_> = english.alternates().into_iter().map(|(code, _)| code).collect();
    assert_eq!(languages, ["en", "fr", "x-default"]);
}

#[test]
fn no_word_of_another_organisation_occurs() {
    for (path, bytes) in &output() {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let words = text.split(|sign: char| !sign.is_alphanumeric()).chain(path.split(['/', '-', '.']));
        let foreign =
            words.filter(|word| ["nato", "otan", "cosmic", "alliance", "bruxelles", "brussels", "eur"].contains(word));
        assert_eq!(foreign.collect::<Vec<_>>(), Vec::<&str>::new(), "{path}");
    }
}
