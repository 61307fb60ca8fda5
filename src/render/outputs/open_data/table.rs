//! `vacancies.csv`: the same records as a table for spreadsheets, a row for each notice (RFC 4180).
//!
//! The columns are the fields of `vacancies.json`, with `_` between a field and the one inside it.

use csv::{Terminator, WriterBuilder};
use serde_json::Value;

use super::record::Vacancy;
use super::schema::{Described, Schema};
use crate::domain::Languages;

/// What stands between the values of a field that a notice has several times, as with its posts.
const BETWEEN: &str = " | ";

/// A table of vacancies. It begins with the mark by which spreadsheets know UTF-8.
pub(super) fn table(vacancies: &[Vacancy], languages: &Languages) -> Vec<u8> {
    let columns = columns(&Vacancy::schema(languages));
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    let mut write = |row: Vec<String>| {
        // Writing to memory cannot fail, and all rows have the same length.
        let _ = writer.write_record(&row);
    };
    write(columns.iter().map(|column| column.join("_")).collect());
    for vacancy in vacancies {
        let value = serde_json::to_value(vacancy).unwrap_or_default();
        write(columns.iter().map(|column| guarded(&cell(&value, column))).collect());
    }
    writer.into_inner().unwrap_or_default()
}

/// The way to every value that is no record itself.
fn columns(schema: &Schema) -> Vec<Vec<String>> {
    if let Some(items) = &schema.items {
        return columns(items);
    }
    let Some(fields) = &schema.properties else { return vec![Vec::new()] };
    let column = |name: &String, mut rest: Vec<String>| {
        rest.insert(0, name.clone());
        rest
    };
    let of = |(name, schema)| columns(schema).into_iter().map(move |rest| column(name, rest));
    fields.0.iter().map(|(name, schema)| (name, schema)).flat_map(of).collect()
}

/// The text at the end of a way. What is absent leaves the cell empty.
fn cell(value: &Value, way: &[String]) -> String {
    match (value, way) {
        (Value::Array(items), _) => {
            let cells: Vec<_> = items.iter().map(|item| cell(item, way)).collect();
            if cells.iter().all(String::is_empty) { String::new() } else { cells.join(BETWEEN) }
        }
        (Value::Object(fields), [name, rest @ ..]) => fields.get(name).map_or(String::new(), |value| cell(value, rest)),
        (Value::Null, _) => String::new(),
        (Value::String(text), _) => text.clone(),
        (other, _) => other.to_string(),
    }
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before each sign that could begin one (CWE-1236;
/// OWASP's page on CSV injection). Spreadsheets of many countries divide rows at semicolons and pay no heed to quotation
/// marks within a part, so that a formula could also begin after a semicolon, a tab or the end of a line; blanks and
/// quotation marks before it do not help.
fn guarded(text: &str) -> String {
    let mut cell = String::with_capacity(text.len() + 1);
    let mut may_begin = true;
    for sign in text.chars() {
        let begins = matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
        let divides = matches!(sign, ';' | '\t' | '\r' | '\n');
        let first_divides = cell.is_empty() && matches!(sign, '\t' | '\r' | '\n');
        if may_begin && begins || first_divides {
            cell.push('\'');
        }
        cell.push(sign);
        may_begin = divides || may_begin && (sign.is_whitespace() || sign == '"');
    }
    cell
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (text, expected) in [
            ("Chief, Pass Office", "Chief, Pass Office"),
            ("Agent - Protocole = 1", "Agent - Protocole = 1"),
            ("", ""),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("\n", "'\n"),
            ("  =1", "  '=1"),
            ("\u{a0}\"=1", "\u{a0}\"'=1"),
            ("＝1", "'＝1"),
            ("a;=1", "a;'=1"),
            ("a; \"-1", "a; \"'-1"),
            ("a\n@b", "a\n'@b"),
            ("a; b-c", "a; b-c"),
            ("'=1", "'=1"),
        ] {
            assert_eq!(guarded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn several_values_stand_in_one_cell() {
        let value =
            json!({ "posts": [{ "number": "A1", "openings": 1 }, { "number": null, "openings": 2 }], "none": [] });
        let cell = |way: &[&str]| cell(&value, &way.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(cell(&["posts", "number"]), "A1 | ");
        assert_eq!(cell(&["posts", "openings"]), "1 | 2");
        assert_eq!(cell(&["posts", "title", "en"]), "");
        assert_eq!(cell(&["none", "x"]), "");
    }
}
