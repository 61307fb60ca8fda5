//! What pages tell search engines: all that is asked for, exact, and nothing that the page does not show.

mod common;
mod visible;

use std::sync::LazyLock;

use diptych::domain::{Deadline, Salary, Side, State};
use diptych::load::{Memory, Source};
use diptych::pipeline;
use diptych::plan::{Plan, Public};
use diptych::render::Minify;
use scraper::Html;

use common::html::Page;
use common::{Output, add_folder, build, build_as, instant, list, repository, sample, sample_in, text, theme};
use visible::{data, data_of, lines, lines_of, unseen, value, without_number};

/// Instants between which every notice of the sample is open once, and most are something else.
const INSTANTS: [&str; 6] = [
    "2025-05-01T09:00:00+02:00",
    "2025-05-30T09:00:00+02:00",
    "2025-06-12T09:00:00+02:00",
    "2025-07-01T09:00:00+02:00",
    "2026-03-01T09:00:00+01:00",
    "2027-01-10T09:00:00+01:00",
];
const ENGLISH: &str = "en/vacancies/250655-chief-pass-office/index.html";
const FRENCH: &str = "fr/postes-vacants/250655-chef-du-bureau-des-laissez-passer/index.html";
const LOCALES: [&str; 2] = ["en-GB", "fr-FR"];
const ADDRESS: &str = "https://careers.example.org";

/// A site at an instant: what is planned, and what comes out.
fn at(source: &dyn Source, now: &str) -> (Plan, Output) {
    let prepared = pipeline::prepare(source, instant(now)).expect("the disk is there").value.expect("a site");
    (prepared.plan().clone(), build(source, instant(now)))
}

fn other_site() -> Memory {
    let mut site = theme();
    add_folder(&mut site, &repository().join("tests/other_site"), "");
    site
}

/// The page of a notice.
fn page(output: &Output, public: &Public, side: Side) -> Page {
    Page::of(output, &format!("{}index.html", &public.paths[side][1..]))
}

/// The sample at each of the instants, built once for all tests.
static SAMPLES: LazyLock<[(Plan, Output); 6]> = LazyLock::new(|| INSTANTS.map(|now| at(&sample(), now)));

/// Every page of every public notice at every instant.
fn each_notice(mut look: impl FnMut(&Public, Side, &Page)) {
    for (plan, output) in &*SAMPLES {
        for public in &plan.notices {
            for side in Side::BOTH {
                look(public, side, &page(output, public, side));
            }
        }
    }
}

#[test]
fn an_open_notice_is_a_job_with_all_that_is_required() {
    let mut seen = 0;
    each_notice(|public, side, page| {
        let facts = &public.notice.facts;
        let job = data_of(page, "JobPosting");
        assert_eq!(job.is_some(), public.state.takes_applications(), "{} {:?}", facts.reference, public.state);
        let Some(job) = job else { return };
        seen += 1;
        let required =
            ["title", "description", "datePosted", "hiringOrganization.name", "jobLocation.address.addressCountry"];
        let recommended = ["jobLocation.address.addressLocality", "identifier.name", "employmentUnit.name"];
        for path in required.into_iter().chain(recommended) {
            let has_it = value(&job, path).is_some_and(|text| !text.is_empty());
            let is_part = facts.organisation.as_deref() == Some("nato-is");
            assert!(has_it || path == "employmentUnit.name" && !is_part, "{}: {path}", facts.reference);
        }
        let is = |path: &str, expected: Option<String>| assert_eq!(value(&job, path), expected, "{}", facts.reference);
        is("@context", Some("https://schema.org".to_owned()));
        is("identifier.value", Some(facts.reference.clone()));
        is("datePosted", facts.published.map(|published| published.date()));
        is("validThrough", facts.deadline.and_then(Deadline::moment).map(|deadline| deadline.to_string()));
        is("employmentType", facts.employment_types().first().map(|kind| (*kind).to_owned()));
        is("totalJobOpenings", Some(facts.openings().to_string()).filter(|openings| openings != "1"));
        is("url", page.one("link[rel=canonical]").attr("href").map(str::to_owned));
        is("directApply", Some("false".to_owned()));
        let wholes = ["NATO", "OTAN", "Joint Logistics Agency", "Agence conjointe de logistique"];
        assert!(value(&job, "hiringOrganization.name").is_some_and(|name| wholes.contains(&name.as_str())));
        assert_eq!(value(&job, "hiringOrganization.name"), value(&job, "identifier.name"));
        assert!(value(&job, "hiringOrganization.sameAs").is_some_and(|address| address.starts_with("https://")));
        assert_eq!(value(&job, "securityClearanceRequirement").is_some(), facts.clearance.is_some());
        let eligible = value(&job, "eligibilityToWorkRequirement").expect("the site has the string");
        assert!(eligible.contains(["national", "ressortissant(e)s"][usize::from(side == Side::Right)]), "{eligible}");
        money(&job, facts.salary.as_ref());
    });
    assert!(seen > 20, "{seen} pages of open notices");
}

/// Checks the text of the JSON itself, for a parser could round.
fn money(job: &str, salary: Option<&Salary>) {
    let Some(salary) = salary else { return assert!(!job.contains("baseSalary"), "{job}") };
    let unit = salary.per.word().to_uppercase();
    let value = match &salary.to {
        None => format!("\"value\":{}", salary.from),
        Some(to) => format!("\"minValue\":{},\"maxValue\":{to}", salary.from),
    };
    let expected = format!(
        "\"baseSalary\":{{\"@type\":\"MonetaryAmount\",\"currency\":\"{}\",\"value\":{{\"@type\":\"QuantitativeValue\",{value},\
         \"unitText\":\"{unit}\"}}}}",
        salary.currency
    );
    assert!(job.contains(&expected), "{expected} is not in {job}");
}

#[test]
fn a_job_is_told_in_the_words_of_its_page() {
    let (_, output) = &SAMPLES[0];
    let told = |path: &str, names: [&str; 10]| {
        let job = data_of(&Page::of(output, path), "JobPosting").expect("it is open");
        names.map(|name| value(&job, name).unwrap_or_default())
    };
    let names = [
        "title",
        "hiringOrganization.name",
        "employmentUnit.name",
        "jobLocation.address.addressLocality",
        "jobLocation.address.addressCountry",
        "validThrough",
        "datePosted",
        "baseSalary.value.value",
        "securityClearanceRequirement",
        "eligibilityToWorkRequirement",
    ];
    assert_eq!(
        told(ENGLISH, names),
        [
            "Chief, Pass Office",
            "NATO",
            "NATO International Staff",
            "Brussels",
            "BE",
            "2025-05-07T23:59:00+02:00",
            "2025-04-09",
            "4565.36",
            "NATO SECRET",
            "Applications are accepted only from nationals of the member countries of NATO."
        ]
    );
    assert_eq!(
        told(FRENCH, names),
        [
            "Chef du Bureau des laissez-passer",
            "OTAN",
            "OTAN, Secrétariat international",
            "Bruxelles",
            "BE",
            "2025-05-07T23:59:00+02:00",
            "2025-04-09",
            "4565.36",
            "NATO SECRET",
            "Seules sont recevables les candidatures de ressortissant(e)s des pays membres de l’OTAN."
        ]
    );
    let (_, output) = &SAMPLES[3];
    let path = "en/vacancies/250990-translator-french-section/index.html";
    let job = data_of(&Page::of(output, path), "JobPosting").expect("it is open");
    assert_eq!(value(&job, "title").as_deref(), Some("Translator, French Section"), "a job's title counts no posts");
    assert_eq!(value(&job, "totalJobOpenings").as_deref(), Some("2"));
}

#[test]
fn a_job_is_gone_when_nobody_can_apply() {
    let mut gone = Vec::new();
    each_notice(|public, _, page| {
        if !public.state.takes_applications() {
            assert!(!data(page).concat().contains("JobPosting"), "{}", public.notice.facts.reference);
            gone.push(public.state);
        }
    });
    for state in [State::Closed, State::Cancelled, State::Filled] {
        assert!(gone.contains(&state), "none was {state:?}");
    }
    for (now, is_told) in [("2025-05-07T23:59:59+02:00", true), ("2025-05-08T00:00:00+02:00", false)] {
        let (_, output) = at(&sample(), now);
        for path in [ENGLISH, FRENCH] {
            assert_eq!(data_of(&Page::of(&output, path), "JobPosting").is_some(), is_told, "{path} at {now}");
        }
    }
    let mut site = other_site();
    assert!(text(&build(&site, instant(INSTANTS[0])), OTHER_ENGLISH).contains("JobPosting"));
    let settings = site.0.get_mut("site.yaml").expect("the settings");
    settings.extend_from_slice(b"outputs: []\n");
    for (path, bytes) in build(&site, instant(INSTANTS[0])) {
        assert!(!String::from_utf8_lossy(&bytes).contains("JobPosting"), "{path}");
    }
}

#[test]
fn a_description_is_all_that_the_notice_says_of_its_own() {
    each_notice(|public, side, page| {
        let Some(job) = data_of(page, "JobPosting") else { return };
        let outline = &public.notice.editions[side].outline.sections;
        let mut expected = Vec::new();
        for section in page.all(".sections > section") {
            let id = section.attr("id").expect("sections have ids");
            if outline.iter().any(|heading| heading.id == id && heading.has_words) {
                let lines = lines_of(section);
                expected.push(without_number(&lines[0]).to_owned());
                expected.extend_from_slice(&lines[1..]);
            }
        }
        let description = value(&job, "description").expect("it is described");
        assert_eq!(lines(&description), expected, "{}", public.notice.facts.reference);
        let parsed = Page(Html::parse_fragment(&description));
        for element in parsed.all("html *") {
            let name = element.value().name();
            assert!(["p", "ul", "li", "br"].contains(&name) && element.value().attrs().count() == 0, "{name}");
        }
        assert!(expected.len() > 10, "{expected:?}");
    });
}

#[test]
fn pages_tell_nothing_that_they_do_not_show() {
    let plain = INSTANTS.map(|now| at(&sample_in("plain"), now));
    for ((_, output), now) in SAMPLES.iter().chain(&plain).zip(INSTANTS.iter().cycle()) {
        let mut told = 0;
        for path in output.keys().filter(|path| path.ends_with(".html")) {
            let page = Page::of(output, path);
            told += data(&page).len();
            let locale = LOCALES[usize::from(path.starts_with("fr/"))];
            assert_eq!(unseen(&page, locale), Vec::<String>::new(), "{path} at {now}");
        }
        assert!(told > 10, "{told} at {now}");
    }
}

const OTHER_ENGLISH: &str = "en/openings/CO-25-014-programme-officer-adaptation/index.html";

#[test]
fn a_site_without_a_publisher_tells_what_it_has() {
    let (plan, output) = at(&other_site(), "2025-05-05T09:00:00+02:00");
    for path in output.keys().filter(|path| path.ends_with(".html")) {
        let page = Page::of(&output, path);
        let locale = ["en-CA", "fr-CA"][usize::from(path.starts_with("fr/"))];
        assert_eq!(unseen(&page, locale), Vec::<String>::new(), "{path}");
        assert_eq!(data_of(&page, "Organization"), None, "{path}");
    }
    for public in &plan.notices {
        for side in Side::BOTH {
            let job = data_of(&page(&output, public, side), "JobPosting");
            assert_eq!(job.is_some(), public.state.takes_applications());
            if let Some(job) = job {
                money(&job, public.notice.facts.salary.as_ref());
            }
        }
    }
    let job = data_of(&Page::of(&output, OTHER_ENGLISH), "JobPosting").expect("it is open");
    assert_eq!(value(&job, "hiringOrganization.name").as_deref(), Some("Secretariat"));
    assert!(!job.contains("employmentUnit") && !job.contains("sameAs") && !job.contains("eligibility"), "{job}");
    assert_eq!(
        value(&job, "url").as_deref(),
        Some("https://jobs.example.org/careers/en/openings/CO-25-014-programme-officer-adaptation/")
    );
    let range = "en/openings/CO-25-020-national-information-officer/index.html";
    let job = data_of(&Page::of(&output, range), "JobPosting").expect("it is open");
    assert!(job.contains("\"minValue\":98765.00,\"maxValue\":123456.70"), "{job}");
    assert!(!job.contains("hiringOrganization"), "the notice names none: {job}");
}

#[test]
fn what_is_not_stated_is_not_made_up() {
    let mut site = other_site();
    let settings = String::from_utf8(site.0["site.yaml"].clone()).expect("a text");
    let settings = settings.replace("nairobi: { locality: Nairobi, country: KE }", "nairobi:");
    site.0.insert("site.yaml".to_owned(), format!("{settings}publisher: secretariat\n").into_bytes());
    let (_, output) = at(&site, "2025-05-05T09:00:00+02:00");
    let page = Page::of(&output, "en/openings/CO-25-020-national-information-officer/index.html");
    assert_eq!(unseen(&page, "en-CA"), Vec::<String>::new());
    let job = data_of(&page, "JobPosting").expect("it is open");
    assert_eq!(
        value(&job, "hiringOrganization.name").as_deref(),
        Some("Secretariat"),
        "the publisher hires for itself"
    );
    assert!(job.contains("\"jobLocation\":{\"@type\":\"Place\",\"name\":\"Nairobi, Kenya\"}"), "{job}");
    for absent in ["employmentType", "securityClearanceRequirement", "eligibilityToWorkRequirement", "totalJobOpenings"]
    {
        assert!(!job.contains(absent), "{job}");
    }
    let told = data_of(&Page::of(&output, "fr/index.html"), "Organization").expect("there is a publisher");
    assert_eq!(value(&told, "name").as_deref(), Some("Secrétariat"));
    assert_eq!(value(&told, "url").as_deref(), Some("https://jobs.example.org/careers/fr/"));
    assert_eq!(value(&told, "sameAs"), None);
}

#[test]
fn the_way_to_a_notice_and_the_publisher_are_told_as_they_are_shown() {
    each_notice(|public, side, page| {
        let told = data_of(page, "BreadcrumbList").expect("every notice has one");
        let names: Vec<_> = page.all(".breadcrumb li").iter().map(|item| item.text().collect::<String>()).collect();
        let list = page.one(".breadcrumb a").attr("href").unwrap_or_default();
        let item = |position: u8, name: &str, path: &str| {
            let name = serde_json::to_string(name).expect("JSON").replace('&', "\\u0026");
            format!("{{\"@type\":\"ListItem\",\"position\":{position},\"name\":{name},\"item\":\"{ADDRESS}{path}\"}}")
        };
        let expected = format!("[{},{}]", item(1, &names[0], list), item(2, &names[1], &public.paths[side]));
        assert!(told.contains(&expected), "{told} is not {expected}");
    });
    let (_, output) = &SAMPLES[0];
    for (path, name) in [("en/", "NATO"), ("fr/", "OTAN")] {
        let told = data(&Page::of(output, &format!("{path}index.html")));
        let expected = format!(
            "{{\"@type\":\"Organization\",\"@context\":\"https://schema.org\",\"name\":\"{name}\",\"url\":\"{ADDRESS}/{path}\",\
             \"sameAs\":\"https://www.nato.int/\"}}"
        );
        assert_eq!(told, [expected]);
    }
    for path in ["en/closed-vacancies/index.html", "en/follow/index.html", "index.html", "404.html", "410.html"] {
        assert!(data(&Page::of(output, path)).is_empty(), "{path}");
    }
}

#[test]
fn the_scripts_of_a_page_stay_as_they_were_made() {
    let (_, minified) = &SAMPLES[2];
    let plain =
        build_as(&sample(), instant(INSTANTS[2]), Minify::No).unwrap_or_else(|findings| panic!("{}", list(&findings)));
    let mut compared = 0;
    for path in minified.keys().filter(|path| path.ends_with(".html")) {
        let scripts = [minified, &plain].map(|output| data(&Page::of(output, path)));
        assert_eq!(scripts[0], scripts[1], "{path}");
        for script in &scripts[0] {
            assert!(text(minified, path).contains(&format!(">{script}</script>")), "{path}");
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
}

/// A notice with everything that Markdown can be, and a title that would end a script.
const HOSTILE: &str = r#"title: '</script><script>alert("1")</script> <!-- & l''"été" \u003c 🦊 ]]>'"#;

#[test]
fn hostile_titles_and_all_kinds_of_text_come_through() {
    let mut site = other_site();
    // One text for both languages is what parity is there to find.
    let yaml = site.0.get_mut("site.yaml").expect("the site");
    yaml.extend_from_slice(b"\nparity: { rules: { all: off } }\n");
    let facts = "published: 2025-04-09\ndeadline: 2025-05-07\norganisation: secretariat\nlocation: geneva\ngrade: P-3\nslug: x\n";
    let words = "First `code  &`<https://example.org/?a=1&b=2>, a note[^1] and \\<b> &amp; *A* **B**.\\\nLine & line.\n\n\
                 [^1]: The note.\n\n### A part\n\n1. one\n2. two\n\n   more\n   - *below*\n\n> \"Quoted\" 🦊.\n\n---\n\n\
                 | A | B |\n|---|--:|\n| one | |\n| | two |\n\n```\n  <pre> & text\n\n  more\n```\n";
    for (code, headings) in [
        ("en", ["Organizational setting", "Responsibilities", "Education and experience"]),
        ("fr", ["Cadre organisationnel", "Fonctions", "Formation et expérience"]),
    ] {
        let facts = if code == "fr" { facts } else { "slug: x\n" };
        let sections = headings.map(|heading| format!("## {heading}\n\n{words}\n")).concat();
        // A label of a footnote belongs to the whole text.
        let sections = sections.replacen("[^1]", "[^a]", 2).replacen("[^1]", "[^b]", 2);
        let edition = format!("---\n{HOSTILE}\n{facts}---\n\n{sections}");
        site.0.insert(format!("content/vacancies/geneva/X1.{code}.md"), edition.into_bytes());
    }
    let now = instant("2025-05-05T09:00:00+02:00");
    let minified = build(&site, now);
    let plain = build_as(&site, now, Minify::No).unwrap_or_else(|findings| panic!("{}", list(&findings)));
    for (path, locale) in [("en/openings/X1-x/index.html", "en-CA"), ("fr/offres/X1-x/index.html", "fr-CA")] {
        for output in [&minified, &plain] {
            let page = Page::of(output, path);
            assert_eq!(page.all("script[type='application/ld+json']").len(), 2, "{path}");
            assert_eq!(unseen(&page, locale), Vec::<String>::new(), "{path}");
            let job = data_of(&page, "JobPosting").expect("it is open");
            let title = value(&job, "title").expect("a title");
            assert!(title.starts_with("</script><script>alert(") && title.contains("\\u003c 🦊 ]]>"), "{title}");
            assert_eq!(format!("{title} (X1)"), page.text("h1"));
            assert!(!job.contains(['<', '>', '&']), "{job}");
            let told = lines(&value(&job, "description").expect("a description"));
            let shown: Vec<_> = ["#setting", "#responsibilities", "#education"]
                .into_iter()
                .flat_map(|section| lines_of(page.one(section)))
                .map(|line| without_number(&line).to_owned())
                .collect();
            assert_eq!(told, shown, "{path}");
        }
        assert_eq!(data(&Page::of(&minified, path)), data(&Page::of(&plain, path)));
    }
}

#[test]
fn what_is_invented_is_found() {
    let (_, output) = &SAMPLES[0];
    let html = text(output, ENGLISH);
    let unseen_with = |from: &str, to: &str| {
        assert!(html.contains(from), "{from} is not in {html}");
        unseen(&Page(Html::parse_document(&html.replacen(from, to, 1))), "en-GB")
    };
    assert_eq!(unseen_with("<html", "<html"), Vec::<String>::new());
    let inventions = [
        ("\"title\":\"Chief, Pass Office\"", "\"title\":\"Head, Pass Office\"", "JobPosting.title: Head, Pass Office"),
        (
            "\"addressLocality\":\"Brussels\"",
            "\"addressLocality\":\"Ghent\"",
            "JobPosting.jobLocation.address.addressLocality: Ghent",
        ),
        ("\"addressCountry\":\"BE\"", "\"addressCountry\":\"NL\"", "JobPosting.jobLocation.address.addressCountry: NL"),
        ("\"addressCountry\":\"BE\"", "\"addressCountry\":\"XX\"", "JobPosting.jobLocation.address.addressCountry: XX"),
        ("\"value\":4565.36", "\"value\":4565.3", "JobPosting.baseSalary.value.value: 4565.3"),
        ("\"value\":4565.36", "\"value\":565.36", "JobPosting.baseSalary.value.value: 565.36"),
        ("\"value\":4565.36", "\"value\":4565", "JobPosting.baseSalary.value.value: 4565"),
        ("\"currency\":\"EUR\"", "\"currency\":\"USD\"", "JobPosting.baseSalary.currency: USD"),
        ("\"unitText\":\"MONTH\"", "\"unitText\":\"YEAR\"", "JobPosting.baseSalary.value.unitText: YEAR"),
        ("\"FULL_TIME\"", "\"FULL_TIME\",\"INTERN\"", "JobPosting.employmentType: INTERN"),
        ("\"datePosted\":\"2025-04-09", "\"datePosted\":\"2025-04-10", "JobPosting.datePosted: 2025-04-10"),
        (
            "T23:59:00+02:00\",\"hiring",
            "T23:59:00+01:00\",\"hiring",
            "JobPosting.validThrough: 2025-05-07T23:59:00+01:00",
        ),
        (
            "\"hiringOrganization\":{\"@type\":\"Organization\",\"name\":\"NATO",
            "\"hiringOrganization\":{\"@type\":\"Organization\",\"name\":\"NAT",
            "JobPosting.hiringOrganization.name: NAT",
        ),
        ("\"directApply\"", "\"totalJobOpenings\":3,\"directApply\"", "JobPosting.totalJobOpenings: 3"),
        ("\"directApply\"", "\"jobBenefits\":\"Chief\",\"directApply\"", "JobPosting.jobBenefits: Chief"),
        (
            "\"securityClearanceRequirement\":\"NATO SECRET",
            "\"securityClearanceRequirement\":\"COSMIC TOP SECRET",
            "JobPosting.securityClearanceRequirement: COSMIC TOP SECRET",
        ),
        (
            "nationals of the member",
            "nationals of all member",
            "JobPosting.eligibilityToWorkRequirement: Applications are accepted only from nationals of all member countries of NATO.",
        ),
        (
            "\"position\":1,\"name\":\"",
            "\"position\":1,\"name\":\"All ",
            "BreadcrumbList.itemListElement.name: All Open vacancies",
        ),
    ];
    for (from, to, finding) in inventions {
        assert_eq!(unseen_with(from, to), [finding]);
    }
    for (from, to) in [
        ("\\u003cp\\u003eSummary", "\\u003cp\\u003eFree coffee.\\u003c/p\\u003e\\u003cp\\u003eSummary"),
        ("\\u003cp\\u003eSummary", "\\u003cp\\u003eNo Summary"),
        (
            "\\u003cp\\u003eSummary\\u003c/p\\u003e",
            "\\u003cp\\u003eCompetencies\\u003c/p\\u003e\\u003cp\\u003eSummary\\u003c/p\\u003e",
        ),
    ] {
        let found = unseen_with(from, to);
        assert!(found.len() == 1 && found[0].starts_with("JobPosting.description: "), "{found:?}");
    }
}
