//! What answers at former addresses: a page that leads on, for any web server, and lists by which those that are
//! configured for the site do better (301, 410).

use std::fmt::Write as _;

use quick_xml::escape::partial_escape;

use super::{File, News};
use crate::plan::{FOR_SERVERS, Redirect, mark_of_gone};
use crate::render::compose::Composer;

/// The lists of redirects: of each the end of its name, what stands before and between the two paths, and after them. Data
/// and nothing more, so that whoever may publish the site cannot configure its server.
const LISTS: [(&str, [&str; 3]); 2] = [("txt", ["", " ", "\n"]), ("nginx", ["\"", "\" \"", "\";\n"])];

/// What each list begins with, a comment to all servers: Caddy does not start with a list of no bytes. A key of the
/// sources, so that no language comes first.
const HEADING: &str = "# aliases\n";

/// The files of what was elsewhere or is no more. The lists are there even when they name nothing: a server that reads one
/// does not start without it.
pub(super) fn files<'n>(news: &'n News<'n>) -> Vec<File<'n>> {
    let composer = news.composer;
    let pages = composer.plan.redirects.iter().map(move |redirect| {
        let path = &redirect.from;
        let path = if path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
        File::new(path, move || page(composer, redirect).into_bytes())
    });
    let lists = LISTS.map(|(ending, signs)| {
        File::new(format!("/{FOR_SERVERS}/redirects.{ending}"), move || list(composer, signs).into_bytes())
    });
    let gone = composer.plan.gone.iter().map(|path| File::new(format!("/{}", mark_of_gone(path)), Vec::new));
    pages.chain(lists).chain(gone).collect()
}

/// Both paths are as a server sees them, below the host; the former one has no `/` at its end.
fn list(composer: &Composer<'_>, [before, between, after]: [&str; 3]) -> String {
    let mut list = HEADING.to_owned();
    for Redirect { from, to, .. } in &composer.plan.redirects {
        let (from, to) = (composer.url(from.trim_end_matches('/')), composer.url(to));
        // Writing to a string cannot fail.
        let _ = write!(list, "{before}{from}{between}{to}{after}");
    }
    list
}

/// A page that leads on at once, and has a link for whoever does not follow. It needs no template: nobody is to see it.
fn page(composer: &Composer<'_>, redirect: &Redirect) -> String {
    let side = redirect.side;
    let (url, absolute) = (composer.url(&redirect.to), composer.absolute(&redirect.to));
    let [moved, title] = [composer.text(side, "moved-title"), composer.set(side, &redirect.title)];
    let [moved, title] = [moved, title].map(|text| partial_escape(text).into_owned());
    let code = &composer.site.languages[side].code;
    format!(
        "<!doctype html><html lang=\"{code}\"><meta charset=\"utf-8\"><title>{moved}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\"><link rel=\"canonical\" href=\"{absolute}\">\
         <h1>{moved}</h1><p><a href=\"{url}\">{title}</a></p></html>\n"
    )
}
