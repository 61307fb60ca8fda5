//! The open data: what `vacancies.json`, its schema and `vacancies.csv` hold, and that they agree with the pages.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use diptych::domain::Instant;
use diptych::load::Memory;
use diptych::pipeline;
use serde_json::Value;

use common::html::Page;
use common::{Output, build, corpus, everything, instant, text};

const NOW: &str = "2025-06-12T09:00:00+02:00";
const CODES: [&str; 2] = ["en", "fr"];
const ADDRESS: &str = "https://careers.example.org/";

fn at(now: &str) -> Output {
    build(&everything(), instant(now))
}

fn json(output: &Output) -> Value {
    serde_json::from_str(text(output, "vacancies.json")).expect("it is JSON")
}

fn schema(output: &Output) -> Value {
    serde_json::from_str(text(output, "vacancies.schema.json")).expect("it is JSON")
}

/// The record of a notice, if there is one.
fn record(output: &Output, reference: &str) -> Option<Value> {
    let data = json(output);
    let records = data["vacancies"].as_array().expect("a list");
    records.iter().find(|record| record["reference"] == reference).cloned()
}

/// The rows of the table, each by the names of its columns.
fn rows(output: &Output) -> Vec<BTreeMap<String, String>> {
    let table = text(output, "vacancies.csv").strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns = reader.headers().expect("a first row").clone();
    let row = |row: csv::StringRecord| {
        columns.iter().zip(&row).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(|record| row(record.expect("a row as long as the first"))).collect()
}

#[test]
fn every_announced_notice_is_a_record() {
    let prepared = pipeline::prepare(&everything(), instant(NOW)).expect("memory cannot fail").value.expect("a site");
    let announced = prepared.plan().announced();
    let expected: Vec<_> =
        announced.map(|(_, public)| (public.notice.facts.reference.as_str(), public.state.word())).collect();
    let output = at(NOW);
    let data = json(&output);
    let records = data["vacancies"].as_array().expect("a list");
    let word = |record: &Value, name: &str| record[name].as_str().expect(name).to_owned();
    let found: Vec<_> = records.iter().map(|record| (word(record, "reference"), word(record, "state"))).collect();
    assert_eq!(
        found.iter().map(|(reference, state)| (reference.as_str(), state.as_str())).collect::<Vec<_>>(),
        expected
    );
    let states: BTreeSet<_> = found.iter().map(|(_, state)| state.as_str()).collect();
    assert_eq!(states, BTreeSet::from(["open", "closing-soon", "cancelled"]));
    assert_eq!(data["site"]["address"], ADDRESS);
    assert_eq!(data["site"]["name"]["fr"], "Postes internationaux (exemple)");
    // 250655 closed in May, 250930 was published on 2 June, and 250540 filled; 250760 was extended on 4 June.
    assert_eq!(data["updated"], "2025-06-04T00:00:00+02:00");
}

#[test]
fn a_record_says_what_the_pages_say() {
    let mut documents = 0;
    for now in ["2025-05-01T09:00:00+02:00", NOW] {
        let output = at(now);
        for record in json(&output)["vacancies"].as_array().expect("a list") {
            for code in CODES {
                let url = record["url"][code].as_str().expect("an address");
                let path = url.strip_prefix(ADDRESS).expect("a page of the site");
                let page = Page::of(&output, &format!("{path}index.html"));
                let reference = record["reference"].as_str().expect("a reference");
                let title = record["title"][code].as_str().expect("a title");
                assert_eq!(page.text("h1"), format!("{title} ({reference})"));
                for fact in ["location", "organisation", "schedule", "contract", "clearance"] {
                    let shown = (!page.all(&format!(".fact-{fact}")).is_empty())
                        .then(|| page.text(&format!(".fact-{fact} dd")));
                    assert_eq!(record[fact]["name"][code].as_str(), shown.as_deref(), "{fact} of {url}");
                }
                let datetimes = page.attributes(".fact-deadline time", "datetime");
                assert_eq!(record["deadline"].as_str(), datetimes.first().map(String::as_str), "{url}");
                assert_ne!(record["deadline"].is_null(), !record["ongoing"].as_bool().expect("true or false"), "{url}");
                if let Some(amount) = record["salary"]["from"].as_str() {
                    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                    let shown = page.text(".fact-salary dd");
                    assert!(digits(&shown).starts_with(&digits(amount)), "{amount} and {shown}");
                    assert!(shown.contains(record["salary"]["currency"].as_str().expect("a currency")), "{shown}");
                }
                if let Some(grade) = record["grade"]["from"].as_str() {
                    assert!(page.text(".fact-grade dd").starts_with(grade), "{url}");
                }
                for post in record["posts"].as_array().expect("a list") {
                    let Some(address) = post["job_description"][code].as_str() else { continue };
                    documents += 1;
                    let target = match address.strip_prefix(ADDRESS) {
                        Some(file) => {
                            assert!(output.contains_key(file), "{file}");
                            format!("/{file}")
                        }
                        None => address.to_owned(),
                    };
                    assert!(page.attributes("a[href]", "href").contains(&target), "{url} does not lead to {target}");
                }
            }
        }
    }
    assert!(documents >= 4, "{documents} job descriptions were looked at");
}

#[test]
fn a_record_keeps_every_digit_and_every_offset() {
    let output = at("2025-05-01T09:00:00+02:00");
    let record = record(&output, "250655").expect("an open notice");
    assert_eq!(record["salary"]["from"], "4565.36");
    assert_eq!(record["salary"]["to"], Value::Null);
    assert_eq!(record["deadline"], "2025-05-07T23:59:00+02:00");
    assert_eq!(record["published"], "2025-04-09T00:00:00+02:00");
    assert_eq!(record["updated"], record["published"]);
    assert_eq!((&record["grade"]["from"], &record["grade"]["also_known_as"]["to"]), (&"G10".into(), &"B.4".into()));
    assert_eq!(record["location"]["locality"]["fr"], "Bruxelles");
    assert_eq!(record["location"]["country"], "BE");
    assert_eq!(record["organisation"]["part_of"]["key"], "nato");
}

#[test]
fn records_follow_the_life_of_their_notices() {
    let seen = |now: &str, reference: &str| record(&at(now), reference);
    let before = seen("2025-06-03T23:59:59+02:00", "250760").expect("it is open");
    assert_eq!((&before["extended"], &before["deadline"]), (&Value::Null, &"2025-06-06T23:59:00+02:00".into()));
    let after = seen("2025-06-04T00:00:00+02:00", "250760").expect("it is open");
    assert_eq!(after["extended"]["from"], before["deadline"]);
    assert_eq!(after["updated"], after["extended"]["on"]);
    assert_eq!(after["deadline"], "2025-06-27T23:59:00+02:00");
    let before = seen("2025-05-27T23:59:59+02:00", "250702").expect("it is open");
    assert_eq!((&before["state"], &before["cancelled"]), (&"open".into(), &Value::Null));
    let after = seen("2025-06-26T23:59:59+02:00", "250702").expect("it is news");
    assert_eq!((&after["state"], &after["cancelled"]), (&"cancelled".into(), &"2025-05-28T00:00:00+02:00".into()));
    assert_eq!(seen("2025-06-27T00:00:00+02:00", "250702"), None);
    assert_eq!(seen("2025-05-08T00:00:00+02:00", "250655"), None);
}

#[test]
fn the_data_is_what_its_schema_says() {
    for output in [at(NOW), at("2025-01-01T00:00:00+01:00"), build(&corpus::bare("Europe/Brussels"), instant(NOW))] {
        let (data, schema) = (json(&output), schema(&output));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], data["$schema"]);
        validate(&data, &schema, "data");
    }
}

/// Checks a value against the keywords that the schema uses, by the words of JSON Schema's draft 2020-12.
fn validate(value: &Value, schema: &Value, way: &str) {
    for (keyword, wanted) in schema.as_object().expect("a schema") {
        let holds = match (keyword.as_str(), value) {
            ("type", _) => {
                let kind = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(_) => "integer",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                wanted == kind || wanted.as_array().is_some_and(|kinds| kinds.contains(&kind.into()))
            }
            ("enum", _) => wanted.as_array().expect("a list").contains(value),
            ("required", Value::Object(fields)) => wanted
                .as_array()
                .expect("a list")
                .iter()
                .all(|name| fields.contains_key(name.as_str().expect("a name"))),
            ("additionalProperties", Value::Object(fields)) => {
                assert_eq!(*wanted, Value::Bool(false));
                fields.keys().all(|name| schema["properties"].get(name).is_some())
            }
            ("properties", Value::Object(fields)) => {
                fields.iter().for_each(|(name, value)| validate(value, &wanted[name], &format!("{way}.{name}")));
                true
            }
            ("items", Value::Array(items)) => {
                for item in items {
                    validate(item, wanted, way);
                }
                true
            }
            ("minimum", Value::Number(number)) => number.as_u64() >= wanted.as_u64(),
            ("format", Value::String(text)) => match wanted.as_str().expect("a name") {
                "date-time" => Instant::parse(text).is_some(),
                "uri" => text.starts_with("https://"),
                other => panic!("the format {other}"),
            },
            ("pattern", Value::String(text)) => {
                text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                    || text.bytes().all(|byte| byte.is_ascii_uppercase())
            }
            _ => true,
        };
        let known = ["$schema", "$id", "title", "description", "type", "enum", "required", "additionalProperties"];
        let known = known.into_iter().chain(["properties", "items", "minimum", "format", "pattern"]);
        assert!(known.into_iter().any(|known| known == keyword), "{way} has the keyword {keyword}");
        assert!(holds, "{way} is {value}, against {keyword} {wanted}");
    }
}

#[test]
fn the_table_says_what_the_records_say() {
    let output = at(NOW);
    let data = json(&output);
    let records = data["vacancies"].as_array().expect("a list");
    let rows = rows(&output);
    assert_eq!(rows.len(), records.len());
    for (row, record) in rows.iter().zip(records) {
        let mut expected = BTreeMap::new();
        flatten(record, "", &mut expected);
        for (name, texts) in &expected {
            let text = if texts.iter().all(String::is_empty) { String::new() } else { texts.join(" | ") };
            // A record that is absent has several columns, or none with its own name.
            let cell = row.get(name).map_or("", String::as_str);
            assert_eq!(cell, text, "{name} of {}", record["reference"]);
        }
        let others = row.iter().filter(|(name, cell)| !expected.contains_key(*name) && !cell.is_empty());
        assert_eq!(others.count(), 0, "{row:?}");
    }
    let table = text(&output, "vacancies.csv");
    assert!(table.starts_with("\u{feff}reference,state,url_en,url_fr,title_en,title_fr,summary_en,"), "{table}");
    assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
    let two = rows.iter().find(|row| row["reference"] == "250875").expect("a notice of two posts");
    assert_eq!((two["posts_number"].as_str(), two["openings"].as_str()), ("PASP0109 | PASP0016", "2"));
}

/// The texts inside a value by the names of their columns.
fn flatten(value: &Value, name: &str, texts: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let name = if name.is_empty() { field.clone() } else { format!("{name}_{field}") };
                flatten(value, &name, texts);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| flatten(item, name, texts)),
        Value::Null => texts.entry(name.to_owned()).or_default().push(String::new()),
        Value::String(text) => texts.entry(name.to_owned()).or_default().push(text.clone()),
        other => texts.entry(name.to_owned()).or_default().push(other.to_string()),
    }
}

#[test]
fn no_cell_is_a_formula_and_every_text_comes_back() {
    let titles = [
        "=1+1;cmd|'' /C calc''!A0",
        "+32 2 707",
        "-2+3",
        "@SUM(A1:A9)",
        "Chief, \"Office\"",
        "Chief; =1+1",
        "</script> ]]> & <b>",
        "＝1",
        "éàü ".repeat(75).trim(),
    ]
    .map(str::to_owned);
    let mut site = corpus::bare("Europe/Brussels");
    for (at, title) in titles.iter().enumerate() {
        write(&mut site, &format!("10{at}"), title);
    }
    let output = build(&site, instant(NOW));
    let rows = rows(&output);
    assert_eq!(rows.len(), titles.len());
    for row in &rows {
        let record = record(&output, &row["reference"]).expect("its record");
        for code in CODES {
            let title = record["title"][code].as_str().expect("a title");
            assert_eq!(
                row[&format!("title_{code}")].replacen("'＝", "＝", 1).replace("'=", "=").trim_start_matches('\''),
                title
            );
            let path = record["url"][code].as_str().and_then(|url| url.strip_prefix("https://jobs.example.org/"));
            let page = Page::of(&output, &format!("{}index.html", path.expect("a page of the site")));
            assert_eq!(page.text("h1"), format!("{title} ({})", row["reference"]));
        }
        for cell in row.values() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{cell}");
            for part in cell.split(';') {
                assert!(!part.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '"').starts_with('='));
            }
        }
    }
}

#[test]
fn a_site_without_notices_has_empty_data() {
    let output = build(&corpus::bare("Europe/Brussels"), instant(NOW));
    let data = json(&output);
    assert_eq!((&data["updated"], &data["vacancies"]), (&Value::Null, &Value::Array(Vec::new())));
    assert_eq!(rows(&output).len(), 0);
}

#[test]
fn a_site_may_offer_the_table_alone() {
    let mut site = everything();
    let yaml = format!("{}\noutputs: [vacancies.csv]\n", text(&site.0, "site.yaml"));
    site.0.insert("site.yaml".into(), yaml.into());
    let output = build(&site, instant(NOW));
    let found: Vec<_> = output.keys().filter(|path| path.starts_with("vacancies.")).collect();
    assert_eq!(found, ["vacancies.csv"]);
}

/// Writes both editions of an open notice.
fn write(site: &mut Memory, reference: &str, title: &str) {
    let facts = "published: 2025-01-02\ndeadline: 2025-12-07\ncontract: standard";
    for (code, facts, section) in [("en", facts, "Summary"), ("fr", "", "Résumé")] {
        let edition = format!("---\ntitle: '{title}'\nslug: post\n{facts}\n---\n\n## {section}\n\nWords.\n");
        site.0.insert(format!("content/vacancies/{reference}.{code}.md"), edition.into());
    }
}
