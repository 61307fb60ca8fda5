//! From the text of a template to the names in it, as paths from the top of its context.

use crate::domain::Span;

/// A name in a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A variable, as the path to it from the context; `[]` is an entry of a list.
    Variable { path: Vec<String>, span: Span },
    /// A string asked for by `t(id="…")`.
    Text { id: String, span: Span },
    /// An asset asked for by `asset(path="…")`.
    Asset { path: String, span: Span },
}

/// A name that the template itself gives: by a loop, a `set`, or a component.
struct Local {
    name: String,
    /// What it stands for, where that is a plain path.
    path: Option<Vec<String>>,
}

/// Reads a template tag by tag.
pub(super) struct Scanner<'a> {
    text: &'a str,
    locals: Vec<Local>,
    /// How many locals there were when each open loop began: its end takes the others away.
    loops: Vec<usize>,
    found: Vec<Named>,
    in_component: bool,
    in_raw: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Token<'a> {
    Name(&'a str),
    Quoted(&'a str),
    Sign(char),
}

const WORDS: [&str; 22] = [
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "block",
    "endblock",
    "true",
    "false",
    "none",
    "null",
    "filter",
    "endfilter",
    "loop",
    "raw",
    "endraw",
];

impl<'a> Scanner<'a> {
    pub const fn new(text: &'a str) -> Self {
        Self { text, locals: Vec::new(), loops: Vec::new(), found: Vec::new(), in_component: false, in_raw: false }
    }

    /// All names in order.
    pub fn names(mut self) -> Vec<Named> {
        let mut at = 0;
        while let Some(open) = self.text[at..].find('{').map(|found| at + found) {
            let (end, statement) = match self.text.as_bytes().get(open + 1) {
                Some(b'{') => ("}}", false),
                Some(b'%') => ("%}", true),
                Some(b'#') => {
                    at = self.text[open..].find("#}").map_or(self.text.len(), |close| open + close + 2);
                    continue;
                }
                _ => {
                    at = open + 1;
                    continue;
                }
            };
            let Some(close) = self.text[open + 2..].find(end).map(|found| open + 2 + found) else { break };
            let tokens = tokens(&self.text[open + 2..close], open + 2);
            if statement {
                self.statement(&tokens);
            } else if !self.in_raw && !self.in_component {
                self.expression(&tokens);
            }
            at = close + 2;
        }
        self.found
    }

    fn statement(&mut self, tokens: &[(Token<'a>, Span)]) {
        let Some((Token::Name(word), _)) = tokens.first() else { return };
        match *word {
            "raw" => self.in_raw = true,
            "endraw" => self.in_raw = false,
            _ if self.in_raw => {}
            // A component sees its own arguments only; Tera checks them itself.
            "component" => self.in_component = true,
            "endcomponent" => self.in_component = false,
            _ if self.in_component => {}
            "for" => self.begin_loop(tokens),
            "endfor" => self.locals.truncate(self.loops.pop().unwrap_or_default()),
            "set" | "set_global" => {
                if let Some((Token::Name(name), _)) = tokens.get(1) {
                    self.expression(tokens.get(3..).unwrap_or_default());
                    let path = plain_path(tokens.get(3..).unwrap_or_default()).and_then(|path| self.absolute(&path));
                    self.locals.push(Local { name: (*name).to_owned(), path });
                }
            }
            "extends" | "include" | "block" | "endblock" => {}
            _ => self.expression(&tokens[1..]),
        }
    }

    fn begin_loop(&mut self, tokens: &[(Token<'a>, Span)]) {
        let Some(within) = tokens.iter().position(|(token, _)| *token == Token::Name("in")) else {
            return self.loops.push(self.locals.len());
        };
        let names: Vec<_> = tokens[1..within]
            .iter()
            .filter_map(|(token, _)| if let Token::Name(name) = token { Some(*name) } else { None })
            .collect();
        let over = &tokens[within + 1..];
        self.expression(over);
        let entry = plain_path(over).and_then(|path| self.absolute(&path)).map(|mut path| {
            path.push("[]".to_owned());
            path
        });
        let path = if names.len() == 1 { entry } else { None };
        self.loops.push(self.locals.len());
        self.locals.extend(names.into_iter().map(|name| Local { name: name.to_owned(), path: path.clone() }));
    }

    fn expression(&mut self, tokens: &[(Token<'a>, Span)]) {
        self.calls(tokens);
        let mut at = 0;
        while at < tokens.len() {
            let (Token::Name(name), span) = &tokens[at] else {
                at += 1;
                continue;
            };
            let before = at.checked_sub(1).map(|before| &tokens[before].0);
            let after = tokens.get(at + 1).map(|(token, _)| token);
            // A filter or test, a function, an argument's name, a number or a word of the language is no variable.
            let is_filter = matches!(before, Some(Token::Sign('|' | '<') | Token::Name("is" | "not")))
                && !(before == Some(&Token::Name("not"))
                    && at.checked_sub(2).is_none_or(|two| tokens[two].0 != Token::Name("is")));
            let is_call = matches!(after, Some(Token::Sign('(')));
            let is_argument =
                matches!(after, Some(Token::Sign('='))) && !matches!(tokens.get(at + 2), Some((Token::Sign('='), _)));
            let is_word = WORDS.contains(name) || name.starts_with(|first: char| first.is_ascii_digit());
            let (path, length) = path_at(&tokens[at..]);
            if !(is_filter || is_call || is_argument || is_word) {
                let span = Span::new(span.start, tokens[at + length - 1].1.end);
                self.variable(&path, span);
            }
            at += length;
        }
    }

    fn variable(&mut self, path: &[String], span: Span) {
        if let Some(path) = self.absolute(path) {
            self.found.push(Named::Variable { path, span });
        }
    }

    /// A path from the top of the context; nothing where it begins at a name whose origin is not clear.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let first = path.first()?;
        match self.locals.iter().rev().find(|local| local.name == *first) {
            Some(local) => {
                let mut whole = local.path.clone()?;
                whole.extend_from_slice(&path[1..]);
                Some(whole)
            }
            None => Some(path.to_vec()),
        }
    }

    fn calls(&mut self, tokens: &[(Token<'a>, Span)]) {
        for window in tokens.windows(5) {
            let [
                (Token::Name(function), _),
                (Token::Sign('('), _),
                (Token::Name(argument), _),
                (Token::Sign('='), _),
                (Token::Quoted(value), span),
            ] = window
            else {
                continue;
            };
            match (*function, *argument) {
                ("t", "id") => self.found.push(Named::Text { id: (*value).to_owned(), span: *span }),
                ("asset", "path") => self.found.push(Named::Asset { path: (*value).to_owned(), span: *span }),
                _ => {}
            }
        }
    }
}

/// The tokens of a tag, with their places in the template.
fn tokens(tag: &str, offset: usize) -> Vec<(Token<'_>, Span)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = tag[at..].chars().next() {
        let rest = &tag[at..];
        let length = match first {
            '"' | '\'' | '`' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            first if first.is_alphanumeric() || first == '_' => {
                rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len())
            }
            other => other.len_utf8(),
        };
        let span = Span::new(at, at + length).shifted(offset);
        match first {
            '"' | '\'' | '`' => tokens.push((Token::Quoted(rest[1..length].trim_end_matches(first)), span)),
            first if first.is_alphanumeric() || first == '_' => tokens.push((Token::Name(&rest[..length]), span)),
            first if first.is_whitespace() || first == '-' => {}
            other => tokens.push((Token::Sign(other), span)),
        }
        at += length;
    }
    tokens
}

/// The dotted path at the beginning of some tokens, and how many of them it takes. `?.` reads like `.`.
fn path_at(tokens: &[(Token<'_>, Span)]) -> (Vec<String>, usize) {
    let mut path = Vec::new();
    let mut at = 0;
    while let Some((Token::Name(name), _)) = tokens.get(at) {
        path.push((*name).to_owned());
        at += 1;
        let dots = tokens[at..].iter().take_while(|(token, _)| matches!(token, Token::Sign('.' | '?'))).count();
        let dotted = matches!(tokens.get(at + dots.max(1) - 1), Some((Token::Sign('.'), _)));
        if !dotted || !matches!(tokens.get(at + dots), Some((Token::Name(_), _))) {
            break;
        }
        at += dots;
    }
    (path, at.max(1))
}

/// The path, if the tokens are nothing else.
fn plain_path(tokens: &[(Token<'_>, Span)]) -> Option<Vec<String>> {
    let (path, length) = path_at(tokens);
    (!path.is_empty() && length == tokens.len()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(text: &str) -> Vec<String> {
        let names = Scanner::new(text).names().into_iter();
        names
            .filter_map(|named| if let Named::Variable { path, .. } = named { Some(path.join(".")) } else { None })
            .collect()
    }

    #[test]
    fn paths_are_found_from_the_top() {
        let text = r#"{% if page.x and not site?.options?.a or "b" %}{{ notice.title | upper }}{% endif %}
            {%- for post in notice.posts -%}{{ post.number }}{% for x in post.y %}{{ x.z }}{% endfor %}{% endfor %}{{ post }}
            {% set d = notice.deadline %}{{ d.date }}{{ t(id="a-b", count=vacancies | length, x=1) }}{{ loop.index }}
            {% if a.b is not none %}{% endif %}{% if u is ending_with(pat=".pdf") %}{% endif %}"#;
        let expected = [
            "page.x",
            "site.options.a",
            "notice.title",
            "notice.posts",
            "notice.posts.[].number",
            "notice.posts.[].y",
            "notice.posts.[].y.[].z",
            "post",
            "notice.deadline",
            "notice.deadline.date",
            "vacancies",
            "a.b",
            "u",
        ];
        assert_eq!(variables(text), expected);
    }

    #[test]
    fn strings_and_assets_are_found() {
        let names =
            Scanner::new(r#"<a title="{{ t(id="x-y", language=face.code) }}">{{ asset(path='s.css') }}"#).names();
        assert!(matches!(&names[0], Named::Text { id, .. } if id == "x-y"));
        assert!(names.iter().any(|named| matches!(named, Named::Asset { path, .. } if path == "s.css")));
    }

    #[test]
    fn components_comments_and_raw_text_are_left_alone() {
        assert_eq!(
            variables(
                "{% component f(a) %}{{ a }}{% endcomponent f %}{# {{ x }} #}{% raw %}{{ y }}{% endraw %}{{ z }}"
            ),
            ["z"]
        );
    }
}
