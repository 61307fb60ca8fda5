//! From each part of an output to what it tells of the notices.
//!
//! No reader shares anything with what writes its part: pages go through an HTML parser, feeds through an XML parser,
//! calendars and tables are read by hand. What cannot be read fails the test.

use std::collections::BTreeMap;

use diptych::domain::Instant;
use serde_json::Value;

use super::{LANGUAGES, Told, Word};
use crate::common::calendar::Component;
use crate::common::decoded::readable;
use crate::common::html::Page;
use crate::common::xml::Element;
use crate::common::{Output, text};

/// The reference with which the name of a notice's folder begins.
fn reference(address: &str, folder: &str) -> Option<String> {
    let path = address.trim_start_matches("https://jobs.example.org").trim_start_matches('/');
    let name = path.strip_prefix(folder)?.split('/').next()?;
    Some(name.split('-').next().unwrap_or(name).to_owned())
}

fn moment(text: &str) -> Option<Instant> {
    let instant = || Instant::parse(text).unwrap_or_else(|| panic!("“{text}” is no instant"));
    (!text.is_empty()).then(instant)
}

/// Adds what is told of a notice, of which nothing may have been told yet.
fn add(told: &mut BTreeMap<String, Told>, reference: &str, said: Told, file: &str) {
    let before = told.insert(reference.to_owned(), said);
    assert_eq!(before, None, "{file} tells of {reference} twice");
}

/// The notices that a list links.
fn entries<'p>(page: &'p Page, list: &str, file: &str) -> Vec<(String, scraper::ElementRef<'p>)> {
    let folders = LANGUAGES.map(|(code, folder, ..)| format!("{code}/{folder}/"));
    let entries = page.all(&format!("{list} > li")).into_iter().map(|entry| {
        let address = entry.descendent_elements().find_map(|element| element.attr("href")).unwrap_or_default();
        let reference = folders.iter().find_map(|folder| reference(address, folder));
        (reference.unwrap_or_else(|| panic!("an entry of {file} leads to “{address}”")), entry)
    });
    entries.collect()
}

fn has_class(element: scraper::ElementRef<'_>, class: &str) -> bool {
    element.descendent_elements().any(|inside| inside.value().classes().any(|name| name == class))
}

pub fn home(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let page = Page::of(output, file);
    let mut told = BTreeMap::new();
    for (reference, entry) in entries(&page, "ul.vacancies", file) {
        let word = if has_class(entry, "tag-closing-soon") { Word::ClosingSoon } else { Word::Open };
        let deadline = entry.descendent_elements().find_map(|element| element.attr("datetime"));
        let deadline = deadline.and_then(moment);
        let extended = Some(has_class(entry, "tag-extended"));
        add(&mut told, &reference, Told { word, deadline, extended, corrected: None }, file);
    }
    told
}

pub fn past(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let page = Page::of(output, file);
    let mut told = BTreeMap::new();
    for (reference, entry) in entries(&page, "ul.closed-vacancies", file) {
        let words =
            ["closed", "cancelled", "filled"].into_iter().filter(|word| has_class(entry, &format!("tag-{word}")));
        let [word] = words.collect::<Vec<_>>()[..] else { panic!("{file} does not tell one state of {reference}") };
        add(&mut told, &reference, Told::new(Word::of(word)), file);
    }
    told
}

/// What can be found in an index; each notice has a file of its own in it.
pub fn search(output: &Output, folder: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    let fragments = format!("{folder}/fragment/");
    for (file, bytes) in output.iter().filter(|(file, _)| file.starts_with(&fragments)) {
        let text = readable(file, bytes);
        let found = text.strip_prefix("pagefind_dcd").and_then(|text| serde_json::from_str::<Value>(text).ok());
        let found = found.unwrap_or_else(|| panic!("{file} cannot be read"));
        let [reference, state] =
            [&found["meta"]["reference"], &found["filters"]["state"][0]].map(|said| said.as_str().unwrap_or_default());
        add(&mut told, reference, Told::new(Word::of(state)), file);
    }
    told
}

/// The notices' own files in one language.
pub struct Folder<'o> {
    pub output: &'o Output,
    pub path: String,
}

impl Folder<'_> {
    /// What the notices' pages tell: people, robots, and those who look for jobs.
    pub fn pages(&self) -> [BTreeMap<String, Told>; 3] {
        let mut told = [const { BTreeMap::new() }; 3];
        for file in self.files("/index.html") {
            let found = Page::of(self.output, file);
            let said = [Some(page(&found, file)), Some(robots(&found, file)), job_posting(&found, file)];
            for (told, said) in told.iter_mut().zip(said) {
                if let Some(said) = said {
                    add(told, &self.reference(file), said, file);
                }
            }
        }
        told
    }

    /// What the calendar files beside them tell.
    pub fn events(&self) -> BTreeMap<String, Told> {
        let mut told = BTreeMap::new();
        for file in self.files(".ics") {
            let [(reference, said)] = &events(&Component::of(self.output, file))[..] else {
                panic!("{file} holds another number of events than one");
            };
            assert_eq!(*reference, self.reference(file), "{file}");
            add(&mut told, reference, *said, file);
        }
        told
    }

    fn files(&self, ending: &str) -> impl Iterator<Item = &str> {
        self.output
            .keys()
            .map(String::as_str)
            .filter(move |file| file.starts_with(&self.path) && file.ends_with(ending))
    }

    fn reference(&self, file: &str) -> String {
        reference(file, &self.path).expect("a file of a notice")
    }
}

fn page(page: &Page, file: &str) -> Told {
    let banners = ["closing-soon", "closed", "cancelled", "filled"]
        .into_iter()
        .filter(|word| !page.all(&format!(".banner-{word}")).is_empty());
    let word = match banners.collect::<Vec<_>>()[..] {
        [] => Word::Open,
        [word] => Word::of(word),
        ref several => panic!("{file} tells several states: {several:?}"),
    };
    let takes = !page.all("section.apply").is_empty();
    assert_eq!(takes, word.takes_applications(), "the ways to apply and the state {word:?} of {file}");
    assert_eq!(takes, page.0.html().contains("apply.example.org"), "a way to apply in the words of {file}");
    let deadline = page.attributes(".fact-deadline time", "datetime").first().and_then(|text| moment(text));
    let extended = !page.all(".banner-extended").is_empty();
    let corrected = page.attributes(".corrections time", "datetime").first().and_then(|text| moment(text));
    let (deadline, extended) = (deadline.filter(|_| takes), Some(extended).filter(|_| takes));
    Told { word, deadline, extended, corrected }
}

fn robots(page: &Page, file: &str) -> Told {
    let said = page.attributes("meta[name=robots]", "content");
    match said.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Told::new(Word::TakesApplications),
        ["noindex"] => Told::new(Word::Ended),
        [one] => {
            let deadline = one.strip_prefix("unavailable_after: ").unwrap_or_else(|| panic!("{file}: “{one}”"));
            Told { deadline: moment(deadline), ..Told::new(Word::TakesApplications) }
        }
        ref several => panic!("{file} tells robots {several:?}"),
    }
}

fn job_posting(page: &Page, file: &str) -> Option<Told> {
    let scripts = page.all("script[type=\"application/ld+json\"]").into_iter();
    let scripts = scripts.map(|script| serde_json::from_str::<Value>(&script.text().collect::<String>()));
    let scripts = scripts.map(|data| data.unwrap_or_else(|error| panic!("{file}: {error}")));
    let jobs: Vec<_> = scripts.filter(|data| data["@type"] == "JobPosting").collect();
    let job = match &jobs[..] {
        [] => return None,
        [job] => job,
        several => panic!("{file} holds {} jobs", several.len()),
    };
    let named = job["identifier"]["value"].as_str().unwrap_or_default();
    assert!(file.contains(&format!("/{named}-")), "{file} holds the job {named}");
    let deadline = job["validThrough"].as_str().and_then(moment);
    Some(Told { deadline, ..Told::new(Word::TakesApplications) })
}

/// The reference with which a permanent identifier ends.
fn identified(id: &str, file: &str) -> String {
    let code = file.split('/').next().unwrap_or_default();
    let reference = id.strip_prefix(&format!("tag:jobs.example.org,2026:{code}/"));
    reference.unwrap_or_else(|| panic!("{file} has an entry “{id}”")).to_owned()
}

/// Whether the title of an entry says that its notice was cancelled.
fn is_cancelled(title: &str) -> bool {
    title.starts_with("Cancelled: ") || title.starts_with("Annulé\u{a0}: ")
}

pub fn atom(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    for entry in Element::of(output, file).all("entry") {
        let states = entry.all("category").filter(|category| category.attribute("scheme").ends_with(":state"));
        let states: Vec<_> = states.map(|category| category.attribute("term")).collect();
        let extended = states.contains(&"extended");
        let [word] = states.into_iter().filter(|state| *state != "extended").collect::<Vec<_>>()[..] else {
            panic!("an entry of {file} does not tell one state");
        };
        let word = Word::of(word);
        assert_eq!(word == Word::Cancelled, is_cancelled(entry.says("title")), "the title of an entry of {file}");
        let extended = Some(extended).filter(|_| word.takes_applications());
        add(&mut told, &identified(entry.says("id"), file), Told { extended, ..Told::new(word) }, file);
    }
    told
}

pub fn rss(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    for item in Element::of(output, file).get("channel").expect("a channel").all("item") {
        let word = if is_cancelled(item.says("title")) { Word::Cancelled } else { Word::TakesApplications };
        add(&mut told, &identified(item.says("guid"), file), Told::new(word), file);
    }
    told
}

pub fn json_feed(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    let feed: Value = serde_json::from_str(text(output, file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    for item in feed["items"].as_array().unwrap_or_else(|| panic!("{file} has no items")) {
        let (id, own) = (item["id"].as_str().expect("an id"), &item["_diptych"]);
        let word = Word::of(own["state"].as_str().expect("a state"));
        let title = item["title"].as_str().expect("a title");
        assert_eq!(word == Word::Cancelled, is_cancelled(title), "the title of an item of {file}");
        let takes = word.takes_applications();
        let deadline = own["deadline"].as_str().filter(|text| takes && *text != "ongoing").and_then(moment);
        let extended = Some(!own["extended_from"].is_null()).filter(|_| takes);
        let corrected = own["corrected"].as_str().and_then(moment);
        add(&mut told, &identified(id, file), Told { word, deadline, extended, corrected }, file);
    }
    told
}

pub fn calendar(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    for (reference, said) in events(&Component::of(output, file)) {
        add(&mut told, &reference, said, file);
    }
    told
}

fn events(calendar: &Component) -> Vec<(String, Told)> {
    let events = calendar.all("VEVENT").into_iter().map(|event| {
        let (reference, authority) = event.value("UID").split_once('@').expect("whose it is");
        assert_eq!(authority, "jobs.example.org");
        let word = match event.value("STATUS") {
            "CANCELLED" => Word::Cancelled,
            "CONFIRMED" => Word::TakesApplications,
            other => panic!("the event of {reference} is {other}"),
        };
        let takes = word.takes_applications();
        // Each revision is told in the description, the extension and the cancellation in one of its sentences.
        let revisions: usize = event.value("SEQUENCE").parse().expect("a number");
        let told = event.text("DESCRIPTION").matches("Corrected on ").count()
            + event.text("DESCRIPTION").matches("Correction du ").count();
        let revised = revisions > told;
        let deadline = Some(utc(event.value("DTSTART"))).filter(|_| takes);
        let extended = Some(revised).filter(|_| takes);
        (reference.to_owned(), Told { word, deadline, extended, corrected: None })
    });
    events.collect()
}

/// `20250507T215900Z`.
fn utc(text: &str) -> Instant {
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_else(|| panic!("“{text}” is too short"));
    let date = format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8));
    let time = format!("{}:{}:{}", part(9, 11), part(11, 13), part(13, 15));
    moment(&format!("{date}T{time}{}", &text[15..])).expect("an instant")
}

pub fn board(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    for job in Element::of(output, file).all("job") {
        let deadline = job.get("expirationdate").and_then(|date| moment(&date.text));
        let said = Told { deadline, ..Told::new(Word::TakesApplications) };
        add(&mut told, job.says("referencenumber"), said, file);
    }
    told
}

pub fn sitemap(output: &Output, file: &str, folder: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    for url in Element::of(output, file).all("url") {
        if let Some(reference) = reference(url.says("loc"), folder) {
            add(&mut told, &reference, Told::new(Word::TakesApplications), file);
        }
    }
    told
}

pub fn json(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    let document: Value = serde_json::from_str(text(output, file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    for vacancy in document["vacancies"].as_array().unwrap_or_else(|| panic!("{file} has no vacancies")) {
        let word = Word::of(vacancy["state"].as_str().expect("a state"));
        let takes = word.takes_applications();
        let deadline = vacancy["deadline"].as_str().filter(|_| takes).and_then(moment);
        let extended = Some(!vacancy["extended"].is_null()).filter(|_| takes);
        let corrected = vacancy["corrected"].as_str().and_then(moment);
        let reference = vacancy["reference"].as_str().expect("a reference");
        add(&mut told, reference, Told { word, deadline, extended, corrected }, file);
    }
    told
}

pub fn csv(output: &Output, file: &str) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    let mut rows = rows(text(output, file).trim_start_matches('\u{feff}')).into_iter();
    let names = rows.next().unwrap_or_else(|| panic!("{file} is empty"));
    for row in rows {
        assert_eq!(row.len(), names.len(), "{file}: {row:?}");
        let cell = |name: &str| {
            let at = names.iter().position(|other| other == name).unwrap_or_else(|| panic!("{file} has no {name}"));
            row[at].as_str()
        };
        let word = Word::of(cell("state"));
        let takes = word.takes_applications();
        let deadline = Some(cell("deadline")).filter(|_| takes).and_then(moment);
        let extended = Some(!cell("extended_from").is_empty()).filter(|_| takes);
        let corrected = moment(cell("corrected"));
        add(&mut told, cell("reference"), Told { word, deadline, extended, corrected }, file);
    }
    told
}

/// The rows of a table (RFC 4180).
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut signs, mut quoted) = (text.chars().peekable(), false);
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => assert_eq!(signs.peek(), Some(&'\n'), "a row ends in CR and LF"),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign => cell.push(sign),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last row ends");
    rows
}
