//! The calendars of deadlines: that of each language, and that of each notice.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use diptych::domain::Deadline;
use diptych::load::Memory;
use diptych::pipeline;

use common::calendar::Component;
use common::html::Page;
use common::{Output, build, corpus, everything, instant, text};

const NOW: &str = "2025-06-12T09:00:00+02:00";
const CALENDARS: [(&str, &str); 2] = [("en", "en/deadlines.ics"), ("fr", "fr/deadlines.ics")];

fn at(now: &str) -> Output {
    build(&everything(), instant(now))
}

/// The events of a language by their identifiers.
fn events(output: &Output, calendar: &str) -> BTreeMap<String, Component> {
    let calendar = Component::of(output, calendar);
    let events: Vec<_> = calendar.all("VEVENT").into_iter().cloned().collect();
    let count = events.len();
    let by_uid: BTreeMap<_, _> = events.into_iter().map(|event| (event.value("UID").to_owned(), event)).collect();
    assert_eq!(by_uid.len(), count, "an identifier stands twice");
    by_uid
}

fn uid(reference: &str) -> String {
    format!("{reference}@careers.example.org")
}

#[test]
fn every_announced_deadline_is_an_event_in_both_languages() {
    let prepared = pipeline::prepare(&everything(), instant(NOW)).expect("memory cannot fail").value.expect("a site");
    let mut expected = BTreeMap::new();
    let mut files = BTreeSet::new();
    for (_, public) in prepared.plan().announced() {
        let facts = &public.notice.facts;
        let Some(deadline) = facts.deadline.and_then(Deadline::moment) else { continue };
        expected.insert(uid(&facts.reference), deadline.utc_compact());
        for (_, path) in public.paths.iter() {
            files.insert(format!("{}{}.ics", path.trim_start_matches('/'), facts.reference));
        }
    }
    assert!(expected.len() >= 4, "{expected:?}");
    let output = at(NOW);
    for (code, path) in CALENDARS {
        let found = events(&output, path);
        let deadlines: BTreeMap<_, _> =
            found.iter().map(|(uid, event)| (uid.clone(), event.value("DTSTART").to_owned())).collect();
        assert_eq!(deadlines, expected, "{path}");
        for event in found.values() {
            for name in ["SUMMARY", "DESCRIPTION", "LOCATION"] {
                assert_eq!(event.property(name).expect(name).parameters, format!("LANGUAGE={code}"), "{name}");
            }
            assert!(event.value("URL").starts_with(&format!("https://careers.example.org/{code}/")));
            assert_eq!(event.value("DTSTAMP"), event.value("LAST-MODIFIED"));
            assert_eq!((event.value("TRANSP"), event.value("CLASS")), ("TRANSPARENT", "PUBLIC"));
            assert_eq!(event.property("DTEND"), None);
        }
        files.insert(path.to_owned());
    }
    let found: BTreeSet<_> = output.keys().filter(|path| path.ends_with(".ics")).cloned().collect();
    assert_eq!(found, files);
}

#[test]
fn the_file_beside_a_page_is_its_event_and_the_page_leads_to_it() {
    let output = at(NOW);
    for (_, path) in CALENDARS {
        for event in events(&output, path).values() {
            let folder = event.value("URL").strip_prefix("https://careers.example.org/").expect("a page of the site");
            let reference = event.value("UID").split('@').next().expect("a reference");
            let file = format!("{folder}{reference}.ics");
            let alone = Component::of(&output, &file);
            assert_eq!(alone.all("VEVENT"), [event], "{file}");
            // With a name, calendars would take it for a calendar of its own.
            assert_eq!((alone.property("NAME"), alone.property("X-WR-CALNAME")), (None, None));
            let links = Page::of(&output, &format!("{folder}index.html")).attributes("a[href$=\".ics\"]", "href");
            assert_eq!(links, [format!("/{file}")]);
        }
    }
}

#[test]
fn a_calendar_says_what_it_is_and_where_it_is_found_again() {
    let output = at(NOW);
    for ((code, path), name) in CALENDARS
        .into_iter()
        .zip(["Deadlines – International Vacancies (sample)", "Dates limites – Postes internationaux (exemple)"])
    {
        let calendar = Component::of(&output, path);
        assert_eq!(calendar.text("NAME"), name);
        assert_eq!(calendar.text("X-WR-CALNAME"), name);
        assert_eq!(calendar.property("NAME").expect("a name").parameters, format!("LANGUAGE={code}"));
        assert_eq!(calendar.value("SOURCE"), format!("https://careers.example.org/{path}"));
        assert_eq!(calendar.value("VERSION"), "2.0");
        assert_eq!(calendar.value("PRODID"), format!("-//diptych//diptych//{}", code.to_uppercase()));
        assert_eq!(calendar.property("METHOD"), None);
    }
}

#[test]
fn an_event_says_what_the_page_says() {
    let output = at("2025-05-01T09:00:00+02:00");
    let event = &events(&output, "fr/deadlines.ics")[&uid("250655")];
    assert_eq!(event.value("DTSTART"), "20250507T215900Z");
    assert_eq!(event.value("CREATED"), "20250408T220000Z");
    assert_eq!(event.value("LAST-MODIFIED"), "20250408T220000Z");
    assert_eq!((event.value("SEQUENCE"), event.value("STATUS")), ("0", "CONFIRMED"));
    assert_eq!(event.text("SUMMARY"), "Date limite\u{a0}: Chef du Bureau des laissez-passer (250655)");
    let page = "fr/postes-vacants/250655-chef-du-bureau-des-laissez-passer/";
    assert_eq!(event.value("URL"), format!("https://careers.example.org/{page}"));
    let page = Page::of(&output, &format!("{page}index.html"));
    let description = event.text("DESCRIPTION");
    for fact in ["organisation", "location", "grade", "deadline"] {
        let value = page.text(&format!(".fact-{fact} dd"));
        assert!(description.contains(&value), "“{value}” is not in {description}");
    }
    let twin = "Read this notice in English: https://careers.example.org/en/vacancies/250655-chief-pass-office/";
    assert!(description.ends_with(&format!("\n\n{}\n\n{twin}", event.value("URL"))), "{description}");
    assert_eq!(event.text("LOCATION"), page.text(".fact-location dd"));
    let alarms = event.all("VALARM");
    assert_eq!(alarms.iter().map(|alarm| alarm.value("TRIGGER")).collect::<Vec<_>>(), ["-P7D", "-P1D"]);
    for alarm in alarms {
        assert_eq!(alarm.value("ACTION"), "DISPLAY");
        assert!(alarm.text("DESCRIPTION").contains("Chef du Bureau des laissez-passer (250655)"));
    }
}

#[test]
fn an_extension_moves_the_event() {
    let (before, after) = (at("2025-06-03T23:59:59+02:00"), at("2025-06-04T00:00:00+02:00"));
    for (_, path) in CALENDARS {
        let seen = |output: &Output| {
            let event = &events(output, path)[&uid("250760")];
            ["DTSTART", "SEQUENCE", "LAST-MODIFIED", "STATUS"].map(|name| event.value(name).to_owned())
        };
        assert_eq!(seen(&before), ["20250606T215900Z", "0", "20250511T220000Z", "CONFIRMED"]);
        assert_eq!(seen(&after), ["20250627T215900Z", "1", "20250603T220000Z", "CONFIRMED"]);
    }
    let description = |output: &Output| events(output, "en/deadlines.ics")[&uid("250760")].text("DESCRIPTION");
    assert!(!description(&before).contains("extended"));
    let after = description(&after);
    assert!(after.starts_with("The deadline, formerly 6 June 2025, has been extended to 27 June 2025.\n\n"), "{after}");
}

#[test]
fn a_cancellation_cancels_the_event_and_is_told_for_thirty_days() {
    let before = at("2025-05-27T23:59:59+02:00");
    let (after, last) = (at("2025-05-28T00:00:00+02:00"), at("2025-06-26T23:59:59+02:00"));
    for ((_, path), word) in CALENDARS.into_iter().zip(["Cancelled", "Annulé"]) {
        let event = &events(&before, path)[&uid("250702")];
        assert_eq!((event.value("STATUS"), event.value("SEQUENCE")), ("CONFIRMED", "0"));
        assert_eq!(event.all("VALARM").len(), 2);
        for output in [&after, &last] {
            let event = &events(output, path)[&uid("250702")];
            assert_eq!((event.value("STATUS"), event.value("SEQUENCE")), ("CANCELLED", "1"));
            assert_eq!(event.value("LAST-MODIFIED"), "20250527T220000Z");
            assert!(event.text("SUMMARY").starts_with(word), "{}", event.text("SUMMARY"));
            assert!(event.all("VALARM").is_empty());
        }
    }
    let gone = at("2025-06-27T00:00:00+02:00");
    for (path, bytes) in gone.iter().filter(|(path, _)| path.ends_with(".ics")) {
        assert!(!path.contains("250702") && !String::from_utf8_lossy(bytes).contains("250702"), "{path}");
    }
}

#[test]
fn a_title_comes_back_whatever_it_holds() {
    let accents = "éàüœ ".repeat(75);
    let titles = [
        ("100", "a;b,c\\d:e \"f\" \\n \\, END:VEVENT".to_owned()),
        ("101", format!("Chef {accents}fin")),
        ("102", format!("{}😀 漢字 e\u{301}", "😀".repeat(40))),
        ("103", "=1+1;cmd|' /C calc'!A0 ]]> </script>".to_owned()),
    ];
    let mut site = corpus::bare("Europe/Brussels");
    for (reference, title) in &titles {
        write(&mut site, reference, title);
    }
    let output = build(&site, instant(NOW));
    for (code, path) in CALENDARS {
        let events = events(&output, path);
        assert_eq!(events.len(), titles.len());
        for (reference, title) in &titles {
            let event = &events[&format!("{reference}@jobs.example.org")];
            let page = event.value("URL").strip_prefix("https://jobs.example.org/").expect("a page of the site");
            let shown = Page::of(&output, &format!("{page}index.html")).text("h1");
            let summary = event.text("SUMMARY");
            assert!(summary.ends_with(&format!(": {shown}")), "{code}: {summary:?} and {shown:?}");
            assert!(shown.chars().count() > title.chars().count(), "{shown}");
        }
    }
}

#[test]
fn a_calendar_without_deadlines_is_still_one() {
    let output = build(&corpus::bare("Europe/Brussels"), instant(NOW));
    for (_, path) in CALENDARS {
        let calendar = Component::of(&output, path);
        let names: Vec<_> = calendar.inside.iter().map(|component| component.name.as_str()).collect();
        assert_eq!(names, ["VTIMEZONE"], "a calendar holds one component at least");
    }
}

#[test]
fn a_site_may_offer_no_calendar() {
    let mut site = everything();
    let yaml = format!("{}\noutputs: [sitemap.xml, robots.txt]\n", text(&site.0, "site.yaml"));
    site.0.insert("site.yaml".into(), yaml.into());
    let output = build(&site, instant(NOW));
    for (path, bytes) in &output {
        let holds = path.ends_with(".html") && String::from_utf8_lossy(bytes).contains(".ics");
        assert!(!path.ends_with(".ics") && !holds, "{path}");
    }
}

/// Writes both editions of an open notice.
fn write(site: &mut Memory, reference: &str, title: &str) {
    let title = title.replace('\'', "''");
    let facts = "published: 2025-01-02\ndeadline: 2025-12-07\ncontract: standard";
    for (code, facts, section) in [("en", facts, "Summary"), ("fr", "", "Résumé")] {
        let edition = format!("---\ntitle: '{title}'\nslug: post\n{facts}\n---\n\n## {section}\n\nWords.\n");
        site.0.insert(format!("content/vacancies/{reference}.{code}.md"), edition.into());
    }
}
