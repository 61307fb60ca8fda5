//! From the former addresses that an edition states to paths, each in one form whatever the way in which it is written.
//!
//! A path must be able to stand in the configuration of any web server, and a page that leads on must be able to lie at
//! it: so it is the path of a folder or of an HTML file, in plain letters.

use super::fields::Fields;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Spanned, check_name};

/// The longest path.
const LONGEST: usize = 300;
const INDEX: &str = "index.html";

/// Reads `aliases`.
pub(super) fn aliases(fields: &mut Fields<'_>, log: &mut Log) -> Vec<Spanned<String>> {
    let written = fields.texts("aliases", log);
    let read = written.into_iter().filter_map(|text| {
        let path = path(&text.value);
        if path.is_none() {
            let message = Text::new("invalid-alias").with("path", &text.value);
            log.push(Diagnostic::new(Rule::InvalidAlias, fields.place(text.span), message).hint("invalid-alias-hint"));
        }
        path.map(|path| Spanned::new(path, text.span))
    });
    read.collect()
}

/// The path of a folder with `/` at its end, or that of a file; nothing where it can be neither.
fn path(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().strip_prefix('/')?.split('/').collect();
    let (last, folders) = parts.split_last()?;
    let is_file = last.ends_with(".html") || last.ends_with(".htm");
    let is_sound = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)) && check_name(name).is_ok()
    };
    let is_folder = |name: &&str| is_sound(name) && !name.contains('.');
    let are_folders = folders.iter().all(is_folder) && text.len() <= LONGEST;
    let folder = folders.iter().fold(String::new(), |path, name| path + "/" + name);
    match *last {
        _ if !are_folders => None,
        "" | INDEX => (!folder.is_empty()).then(|| format!("{folder}/")),
        name if is_folder(&name) => Some(format!("{folder}/{name}/")),
        name => (is_file && is_sound(name)).then(|| format!("{folder}/{name}")),
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_path_has_one_form() {
        for text in ["/en/vacancies/100-a/", "/en/vacancies/100-a", "/en/vacancies/100-a/index.html"] {
            assert_eq!(path(text).as_deref(), Some("/en/vacancies/100-a/"), "{text}");
        }
        assert_eq!(path("/jobs/100.html").as_deref(), Some("/jobs/100.html"));
        assert_eq!(path("/OLD_1/Page.htm").as_deref(), Some("/OLD_1/Page.htm"));
    }

    #[test]
    fn what_is_no_path_of_a_page_is_refused() {
        for text in [
            "",
            "/",
            "//",
            "en/a",
            "https://x.org/a",
            "//x.org/a/",
            "/a/../b/",
            "/./a/",
            "/a//b/",
            "/a?b",
            "/a/#c",
            "/a%20b/",
            "/a b/",
            "/é/",
            "/a.pdf",
            "/feed.atom",
            "/.a/",
            "/a.b/c/",
            "/index.html",
            "/404.html",
            "/410.html",
            "/con/",
            "/a\n/",
            "/a;b/",
            "/a{b}/",
            "/a\"/",
            "/a.html/",
            "/robots.txt",
            "/$a/",
        ] {
            assert_eq!(path(text), None, "{text:?}");
        }
        assert_eq!(path(&format!("/{}/", "a/".repeat(200))), None);
    }
}
