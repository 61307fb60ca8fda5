//! From addresses to what they have in common in two languages: the map by which `/en/` answers `/fr/`.
//!
//! A part of an address that names one of the site's languages is made neutral: a folder `/en/` or `/fr-FR/`, the value in
//! `lang=en`, the end of `form-en.pdf` and `about.fr.md`, the beginning of `fr.example.org`. Two addresses answer each
//! other if nothing else differs, or if the site declares them as a pair.

use crate::domain::{Bilingual, Side, Site};
use crate::locale::language_tags;

/// What stands for the name of any language.
const NEUTRAL: &str = "\u{1}";

/// An address without its language, the same for those that answer each other.
pub(super) fn neutral(address: &str, site: &Site, side: Side) -> String {
    if let Some(key) = declared(address, site, side) {
        return key;
    }
    let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, words)| (rest, Some(words)));
    let (start, host_end) = host(rest);
    let mut key = String::with_capacity(address.len());
    // Of an e-mail address, the name before the host.
    parts(&rest[..start], site, &mut key);
    // The last part of a host is its country, not its language.
    let labels = rest[start..host_end].rfind('.').map_or(start, |at| start + at);
    parts(&rest[start..labels], site, &mut key);
    key.push_str(&rest[labels..host_end].to_ascii_lowercase());
    parts(&rest[host_end..], site, &mut key);
    key.truncate(key.trim_end_matches('/').len());
    // A heading has another name in the other language.
    if fragment.is_some() {
        key.push('#');
    }
    key
}

/// The side whose language an address names, if it plainly names just one.
pub(super) fn named_language(address: &str, site: &Site) -> Option<Side> {
    let address = address.split('#').next().unwrap_or(address);
    let (path, query) = address.split_once('?').map_or((address, ""), |(path, query)| (path, query));
    let from_query = query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        let asks = ["l", "hl", "lng", "lang", "language", "langue", "locale", "setlang", "uselang"];
        asks.iter().any(|ask| key.eq_ignore_ascii_case(ask)).then(|| language(value, site)).flatten()
    });
    if from_query.is_some() {
        return from_query;
    }
    let (start, host_end) = host(path);
    let labels = path[start..host_end].rsplit('.').skip(1);
    let mut sides: Vec<_> = labels.filter_map(|label| language(label, site)).collect();
    for part in path[host_end..].split('/') {
        sides.extend(language(part, site).or_else(|| in_file_name(part, site)));
    }
    sides.dedup();
    if sides.len() == 1 { sides.pop() } else { None }
}

/// The language of `form-en.pdf`, `form_en.pdf` and `about.en.md`.
fn in_file_name(name: &str, site: &Site) -> Option<Side> {
    let (stem, _) = name.rsplit_once('.')?;
    let (_, last) = stem.rsplit_once(['-', '_', '.'])?;
    language(last, site)
}

/// The language of `en`, `en-GB`, `eng`, `english`.
fn language(word: &str, site: &Site) -> Option<Side> {
    let word = word.split_once(['-', '_']).filter(|(_, region)| region.len() == 2).map_or(word, |(code, _)| code);
    Side::BOTH.into_iter().find(|side| {
        let code = site.languages[*side].code.as_str();
        word.eq_ignore_ascii_case(code) || language_tags(code).iter().any(|tag| tag.eq_ignore_ascii_case(word))
    })
}

/// Where the host begins and ends; of a relative address and of `mailto:` it is empty, or what stands behind the `@`.
fn host(address: &str) -> (usize, usize) {
    let end = |start: usize| address[start..].find(['/', '?']).map_or(address.len(), |at| start + at);
    if let Some(at) = address.find("://") {
        return (at + 3, end(at + 3));
    }
    match address.split_once('@') {
        Some((name, _)) => (name.len() + 1, end(name.len() + 1)),
        None => (0, 0),
    }
}

/// Copies parts of an address, those that name a language made neutral.
fn parts(text: &str, site: &Site, key: &mut String) {
    for part in text.split_inclusive(['/', '.', '?', '&', '=', '@']) {
        let word = part.trim_end_matches(['/', '.', '?', '&', '=', '@']);
        let sign = &part[word.len()..];
        if language(word, site).is_some() {
            key.push_str(NEUTRAL);
        } else {
            for piece in word.split_inclusive(['-', '_']) {
                let name = piece.trim_end_matches(['-', '_']);
                key.push_str(if language(name, site).is_some() { NEUTRAL } else { name });
                key.push_str(&piece[name.len()..]);
            }
        }
        key.push_str(sign);
    }
}

/// What stands for an address that the site pairs with another: for that address, or for what lies under it.
fn declared(address: &str, site: &Site, side: Side) -> Option<String> {
    let under = |pair: &Bilingual<String>| {
        let rest = address.strip_prefix(pair[side].as_str())?;
        (rest.is_empty() || pair[side].ends_with('/') || rest.starts_with(['/', '?', '#'])).then_some(rest)
    };
    let longest = site.parity.links.iter().enumerate().filter_map(|(at, pair)| Some((at, under(pair)?)));
    let (at, rest) = longest.min_by_key(|(_, rest)| rest.len())?;
    let mut key = format!("{NEUTRAL}{at}");
    parts(rest.trim_end_matches('/'), site, &mut key);
    Some(key)
}
