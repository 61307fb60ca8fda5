//! From the assets of a theme and a site to their names in the output, which change with their bytes.

use std::collections::BTreeMap;

use super::{picture, tones};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Digest, OptionValue, Place, SitePath, Span};

/// An asset: a style sheet, a script, a font, a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its path in the output folder.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The style sheet of a site's own choices.
const OF_SITE: &str = "site.css";

/// The assets of a site by the names under which templates ask for them.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    by_name: BTreeMap<String, Asset>,
    base: String,
}

impl Assets {
    /// Names the assets among some files: the theme's `assets/…`, and over them the site's own. In style sheets, `url()`
    /// follows the new names. `site.css` is always there: where the site lies, the tones of the colours that it chose, and
    /// after them its own file of that name. The address of the site comes as its origin and the path below it.
    #[must_use]
    pub fn new(
        theme: &str,
        (origin, base): (&str, &str),
        options: &BTreeMap<String, OptionValue>,
        files: impl IntoIterator<Item = (SitePath, Vec<u8>)>,
    ) -> (Self, Log) {
        let folder = format!("themes/{theme}/assets/");
        let mut found: BTreeMap<String, (SitePath, Vec<u8>)> = BTreeMap::new();
        for (path, bytes) in files {
            if let Some(name) = path.as_str().strip_prefix(&folder) {
                found.entry(name.to_owned()).or_insert((path.clone(), bytes));
            } else if let Some(name) = path.as_str().strip_prefix("assets/") {
                found.insert(name.to_owned(), (path.clone(), bytes));
            }
        }
        let mut log = Log::new();
        let mut assets = Self { by_name: BTreeMap::new(), base: base.to_owned() };
        let (sheets, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|(name, _)| is_sheet(name));
        for (name, (_, bytes)) in others {
            assets.add(name, bytes);
        }
        let tones = tones::sheet(options);
        let mut of_site = format!(":root {{\n  --origin: \"{origin}\";\n}}\n\n{tones}").into_bytes();
        for (name, (path, bytes)) in sheets {
            let bytes = assets.rewritten(&name, &path, bytes, &mut log);
            if name == OF_SITE {
                of_site.extend(bytes);
            } else {
                assets.add(name, bytes);
            }
        }
        assets.add(OF_SITE.to_owned(), of_site);
        (assets, log)
    }

    fn add(&mut self, name: String, bytes: Vec<u8>) {
        let digest = Digest::of(&bytes).short();
        let path = match name.rsplit_once('.') {
            Some((stem, ending)) => format!("assets/{stem}-{digest}.{ending}"),
            None => format!("assets/{name}-{digest}"),
        };
        self.by_name.insert(name, Asset { path, bytes });
    }

    /// A style sheet whose relative `url()` lead to the names in the output.
    fn rewritten(&self, name: &str, path: &SitePath, bytes: Vec<u8>, log: &mut Log) -> Vec<u8> {
        let Ok(text) = String::from_utf8(bytes.clone()) else { return bytes };
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        while let Some(start) = text[from..].find("url(").map(|at| from + at + 4) {
            let Some(end) = text[start..].find(')').map(|at| start + at) else { break };
            let target = text[start..end].trim().trim_matches(['"', '\'']);
            out.push_str(&text[from..start]);
            if target.starts_with('#') || target.starts_with("data:") {
                out.push_str(&text[start..end]);
            } else {
                let place = Place::new(path.clone(), Span::new(start, end));
                let wanted = SitePath::new(name).resolve(target);
                if let Some(url) = wanted.and_then(|wanted| self.url(wanted.as_str())) {
                    out.push_str(&url);
                } else {
                    let message = Text::new("missing-asset").with("name", target);
                    log.push(Diagnostic::new(Rule::MissingAsset, place, message).hint("missing-asset-hint"));
                }
            }
            from = end;
        }
        out.push_str(&text[from..]);
        out.into_bytes()
    }

    /// The address path of an asset.
    #[must_use]
    pub fn url(&self, name: &str) -> Option<String> {
        self.by_name.get(name).map(|asset| format!("{}/{}", self.base, asset.path))
    }

    /// The width and height of a picture, if it says them in a form that is known.
    #[must_use]
    pub fn size(&self, name: &str) -> Option<(u32, u32)> {
        picture::size(&self.by_name.get(name)?.bytes)
    }

    /// All assets in order.
    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.by_name.values()
    }

    /// The names under which they are asked for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

fn is_sheet(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".css")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Colour;

    fn named(files: &[(&str, &str)]) -> (Assets, Log) {
        let files = files.iter().map(|(path, text)| (SitePath::new(path), text.as_bytes().to_vec()));
        let accent = OptionValue::Colour(Colour::parse("#174f8a").expect("a colour"));
        Assets::new("plain", ("https://example.org", "/jobs"), &BTreeMap::from([("accent".to_owned(), accent)]), files)
    }

    fn sheet(assets: &Assets, name: &str) -> String {
        String::from_utf8_lossy(&assets.by_name.get(name).expect("an asset").bytes).into_owned()
    }

    #[test]
    fn a_name_changes_with_the_bytes_and_the_site_comes_first() {
        let theme = ("themes/plain/assets/style.css", "a{}");
        let (assets, _) = named(&[theme]);
        let (other, _) = named(&[theme, ("assets/style.css", "b{}")]);
        let url = assets.url("style.css").expect("an asset");
        assert!(url.starts_with("/jobs/assets/style-") && url.ends_with(".css"), "{url}");
        assert_ne!(Some(url), other.url("style.css"));
    }

    #[test]
    fn style_sheets_follow_the_names() {
        let (assets, log) = named(&[
            (
                "themes/plain/assets/css/a.css",
                "b{src:url(\"../f.woff2\")}c{background:url(data:x)}d{src:url(gone.png)}",
            ),
            ("themes/plain/assets/f.woff2", "font"),
        ]);
        assert!(sheet(&assets, "css/a.css").contains("url(/jobs/assets/f-"));
        assert!(log.has_errors());
    }

    #[test]
    fn the_sheet_of_the_site_is_always_there_and_its_own_rules_come_last() {
        let (assets, _) = named(&[]);
        let tones = sheet(&assets, "site.css");
        assert!(
            tones.starts_with(":root {\n  --origin: \"https://example.org\";\n}\n\n:root {\n  --accent: #174f8a;\n"),
            "{tones}"
        );
        let (assets, log) = named(&[
            ("themes/plain/assets/site.css", "b {}"),
            ("assets/site.css", ":root { --paper: url(paper.png) }"),
            ("assets/paper.png", "picture"),
        ]);
        let own = sheet(&assets, "site.css");
        let own = own.strip_prefix(&tones).expect("the tones first");
        assert!(own.starts_with(":root { --paper: url(/jobs/assets/paper-") && own.ends_with(".png) }"), "{own}");
        assert!(!log.has_errors());
    }
}
