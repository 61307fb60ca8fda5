//! Writes iCalendar: components, and content lines that can be read back whatever the texts hold (RFC 5545 §3.1).
//!
//! It knows how a line is written, not which lines a calendar has.

use std::borrow::Cow;

/// The octets of a line, without its end (RFC 5545 §3.1).
const LINE: usize = 75;

/// An iCalendar object while it is written.
pub(super) struct Ical {
    text: String,
    open: Vec<&'static str>,
}

/// The parameters of a property.
pub(super) type Parameters<'a> = &'a [(&'static str, &'a str)];

impl Ical {
    /// A calendar with nothing in it.
    pub fn new() -> Self {
        let mut calendar = Self { text: String::new(), open: Vec::new() };
        calendar.begin("VCALENDAR");
        calendar
    }

    /// Begins a component.
    pub fn begin(&mut self, component: &'static str) {
        self.plain("BEGIN", &[], component);
        self.open.push(component);
    }

    /// Ends the component that was begun last.
    pub fn end(&mut self) {
        if let Some(component) = self.open.pop() {
            self.plain("END", &[], component);
        }
    }

    /// A property whose value is no text: a moment, a number, an address. It is written as it is, but can end no line.
    pub fn plain(&mut self, name: &str, parameters: Parameters<'_>, value: &str) {
        let value: Cow<'_, str> = if value.contains(char::is_control) {
            value.chars().filter(|sign| !sign.is_control()).collect::<String>().into()
        } else {
            value.into()
        };
        self.line(name, parameters, &value);
    }

    /// A property whose value is a text.
    pub fn text(&mut self, name: &str, parameters: Parameters<'_>, text: &str) {
        self.line(name, parameters, &escaped(text));
    }

    /// The calendar, with all its components ended.
    pub fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.end();
        }
        self.text.into_bytes()
    }

    fn line(&mut self, name: &str, parameters: Parameters<'_>, value: &str) {
        let mut line = name.to_owned();
        for (name, value) in parameters {
            line.push(';');
            line.push_str(name);
            line.push('=');
            line.push_str(&parameter(value));
        }
        line.push(':');
        line.push_str(value);
        self.fold(&line);
    }

    /// A line that is too long goes on in the next one, behind a blank. It is broken between characters.
    fn fold(&mut self, line: &str) {
        let mut length = 0;
        for sign in line.chars() {
            if length + sign.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(sign);
            length += sign.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A text as the value of a property (RFC 5545 §3.3.11). It can hold no control but tabs and line ends.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + 16);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' | ';' | ',' => value.extend(['\\', sign]),
            '\r' if signs.peek() == Some(&'\n') => {}
            '\r' | '\n' => value.push_str("\\n"),
            '\t' => value.push('\t'),
            sign if sign.is_control() => {}
            sign => value.push(sign),
        }
    }
    value
}

/// The value of a parameter: quoted where it needs to be, with the signs that no quoted value can hold behind carets
/// (RFC 5545 §3.2, RFC 6868).
fn parameter(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    for sign in value.chars() {
        match sign {
            '^' => text.push_str("^^"),
            '"' => text.push_str("^'"),
            '\n' => text.push_str("^n"),
            '\t' => text.push('\t'),
            sign if sign.is_control() => {}
            sign => text.push(sign),
        }
    }
    if text.contains([',', ';', ':']) { format!("\"{text}\"") } else { text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The lines of a calendar after its `BEGIN:VCALENDAR`, as they were written.
    fn lines(write: impl FnOnce(&mut Ical)) -> Vec<String> {
        let mut calendar = Ical::new();
        write(&mut calendar);
        let text = String::from_utf8(calendar.finish()).expect("it is UTF-8");
        let inside = text.strip_prefix("BEGIN:VCALENDAR\r\n").and_then(|text| text.strip_suffix("END:VCALENDAR\r\n"));
        inside.expect("a whole calendar").split_terminator("\r\n").map(str::to_owned).collect()
    }

    /// What a reader makes of a text: a backslash says what the next sign stands for.
    fn unescaped(value: &str) -> String {
        let mut text = String::new();
        let mut signs = value.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => match signs.next() {
                    Some('n' | 'N') => text.push('\n'),
                    other => text.extend(other),
                },
                ';' | ',' => panic!("{sign} stands alone in {value}"),
                sign => text.push(sign),
            }
        }
        text
    }

    #[test]
    fn a_text_can_end_no_line_and_no_value() {
        let text = "a;b,c\\d\ne\r\nATTENDEE:f\rg\u{0}h\u{7f}i: \"j\"";
        let lines = lines(|calendar| calendar.text("SUMMARY", &[("LANGUAGE", "fr")], text));
        assert_eq!(lines, [r#"SUMMARY;LANGUAGE=fr:a\;b\,c\\d\ne\nATTENDEE:f\nghi: "j""#]);
    }

    #[test]
    fn a_value_that_is_no_text_stays_and_can_end_no_line() {
        let lines = lines(|calendar| {
            calendar.plain("URL", &[], "https://example.org/a,b;c\r\nATTENDEE:mailto:d@example.org");
        });
        assert_eq!(lines, ["URL:https://example.org/a,b;cATTENDEE:mailto:d@example.org"]);
    }

    #[test]
    fn a_parameter_is_quoted_where_it_must_be() {
        for (value, written) in
            [("fr-BE", "fr-BE"), ("a:b", "\"a:b\""), ("a\"b^c\nd", "a^'b^^c^nd"), ("a\r;\u{0}", "\"a;\"")]
        {
            let lines = lines(|calendar| calendar.text("X-A", &[("X-B", value)], "c"));
            assert_eq!(lines, [format!("X-A;X-B={written}:c")]);
        }
    }

    #[test]
    fn components_end_in_order() {
        let lines = lines(|calendar| {
            calendar.begin("VEVENT");
            calendar.begin("VALARM");
            calendar.end();
            calendar.begin("VALARM");
        });
        let expected = ["BEGIN:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VALARM", "END:VALARM", "END:VEVENT"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_line_of_75_octets_is_not_folded() {
        let value = "x".repeat(73);
        assert_eq!(lines(|calendar| calendar.plain("A", &[], &value)), [format!("A:{value}")]);
        let lines = lines(|calendar| calendar.plain("A", &[], &format!("{value}é")));
        assert_eq!(lines, [format!("A:{value}"), " é".to_owned()]);
    }

    proptest! {
        #[test]
        fn every_text_can_be_read_back(text in r#"([a-z ,;:\\"\n\té€😀\u{2028}]|e\u{301}){0,400}"#) {
            let lines = lines(|calendar| calendar.text("SUMMARY", &[("LANGUAGE", "fr")], &text));
            let mut unfolded = String::new();
            for (at, line) in lines.iter().enumerate() {
                prop_assert!(line.len() <= 75, "{} octets", line.len());
                let fits = if at == 0 { Some(line.as_str()) } else { line.strip_prefix(' ') };
                unfolded.push_str(fits.expect("a folded line begins with a blank"));
            }
            let value = unfolded.strip_prefix("SUMMARY;LANGUAGE=fr:").expect("the property");
            prop_assert_eq!(unescaped(value), text);
        }
    }
}
