//! From a site to the configuration of the web server that shows it: language choice, redirects, types, caches, headers.
//!
//! Each configuration is a text of its own here, with its comments in both languages; what depends on the site is put in.
//! What changes with the notices is not: servers look for it in the output (see `render/outputs/former.rs`).

mod asked;

use std::fmt::Write as _;

use crate::domain::{Digest, Side, Site};

/// What browsers may load on the pages of a site (Content Security Policy, level 3): what is the site's own, and nothing
/// inline. The search runs WebAssembly and asks for pieces of its index.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// None of what browsers can do beside showing pages.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

/// The texts that have compressed forms.
const TEXTS: [(&str, &[&str]); 12] = [
    ("text/html; charset=utf-8", &["html", "htm"]),
    ("text/css; charset=utf-8", &["css"]),
    ("text/javascript; charset=utf-8", &["js", "mjs"]),
    ("application/json", &["json"]),
    ("application/xml; charset=utf-8", &["xml"]),
    ("application/atom+xml; charset=utf-8", &["atom"]),
    ("application/rss+xml; charset=utf-8", &["rss"]),
    ("text/calendar; charset=utf-8", &["ics"]),
    ("text/csv; charset=utf-8", &["csv"]),
    ("text/plain; charset=utf-8", &["txt"]),
    ("image/svg+xml; charset=utf-8", &["svg"]),
    ("application/wasm", &["wasm"]),
];
/// What else a site may hold.
const OTHERS: [(&str, &[&str]); 16] = [
    ("application/manifest+json", &["webmanifest"]),
    ("application/pdf", &["pdf"]),
    ("application/zip", &["zip"]),
    ("application/msword", &["doc"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("font/woff2", &["woff2"]),
    ("font/woff", &["woff"]),
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/gif", &["gif"]),
    ("image/webp", &["webp"]),
    ("image/avif", &["avif"]),
    ("image/x-icon", &["ico"]),
    ("video/mp4", &["mp4"]),
];

/// The media type of a file of a site, by its path.
#[must_use]
pub fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if ending == "json" && name.starts_with("feed") && path.matches('/').count() == 1 {
        return "application/feed+json";
    }
    if name.ends_with(".schema.json") {
        return "application/schema+json";
    }
    let known = TEXTS.iter().chain(&OTHERS).find(|(_, endings)| endings.contains(&ending.as_str()));
    known.map_or("application/octet-stream", |(media_type, _)| media_type)
}

/// What caches are told of a file of a site, by its path: what changes its name with its bytes is kept for a year, and all
/// else asked for anew.
#[must_use]
pub fn caching(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_index = path.split('/').nth(1).is_some_and(|folder| folder.starts_with("pagefind-"));
    let is_entry = name == "pagefind-entry.json" || name.ends_with(".html");
    if path.starts_with("assets/") || path.starts_with("cards/") || is_index && !is_entry {
        return "public, max-age=31536000, immutable";
    }
    "no-cache"
}

/// A web server for which there is a configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// nginx 1.19 or later.
    Nginx,
    /// Apache 2.4.
    Apache,
    /// Caddy 2.6 or later.
    Caddy,
}

impl Server {
    /// The server of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "nginx" => Some(Self::Nginx),
            "apache" => Some(Self::Apache),
            "caddy" => Some(Self::Caddy),
            _ => None,
        }
    }

    /// What its file is called.
    #[must_use]
    pub fn file(self, site: &Site) -> String {
        match self {
            Self::Nginx => format!("{}.nginx.conf", Origin::of(site).host),
            Self::Apache => format!("{}.apache.conf", Origin::of(site).host),
            Self::Caddy => "Caddyfile".to_owned(),
        }
    }

    /// Its configuration for a site whose output lies at `root`, with comments in the language of the code `tongue`.
    #[must_use]
    pub fn configuration(self, site: &Site, root: &str, tongue: &str) -> String {
        let template = match self {
            Self::Nginx => include_str!("nginx.conf"),
            Self::Apache => include_str!("apache.conf"),
            Self::Caddy => include_str!("Caddyfile"),
        };
        let codes = site.languages.as_ref().map(|language| language.code.as_str());
        let asks = |side: Side| asked::first(codes[side], [codes.left, codes.right]);
        let (origin, base) = (Origin::of(site), site.base_path());
        let endings: Vec<&str> = TEXTS.iter().flat_map(|(_, endings)| *endings).copied().collect();
        let values = [
            ("@ADDRESS@", site.address.clone()),
            // Variables of nginx are the same in all its files. A name may not be long, so this is none of the host's letters.
            ("@SITE@", Digest::of(site.address.as_bytes()).short()),
            ("@ORIGIN@", origin.address),
            ("@HOST@", origin.host),
            ("@PORT@", origin.port),
            ("@ROOT@", root.to_owned()),
            ("@BASE@", base.to_owned()),
            ("@BASE_PATTERN@", base.replace('.', r"\.")),
            ("@BARE@\n", self.bare(base)),
            ("@OPEN@", if base.is_empty() { "handle".to_owned() } else { format!("handle_path {base}/*") }),
            ("@LEFT@", codes.left.to_owned()),
            ("@RIGHT@", codes.right.to_owned()),
            ("@ASKS_LEFT@", asks(Side::Left)),
            ("@ASKS_RIGHT@", asks(Side::Right)),
            ("@TEXTS@", endings.join("|")),
            ("@TYPES@\n", self.types()),
            ("@POLICY@", POLICY.to_owned()),
            ("@PERMISSIONS@", PERMISSIONS.to_owned()),
        ];
        values.iter().fold(commented(template, tongue), |text, (name, value)| text.replace(name, value))
    }

    /// What leads from the address without `/` at its end to the one with it.
    fn bare(self, base: &str) -> String {
        match self {
            _ if base.is_empty() => String::new(),
            Self::Nginx => format!("    location = {base} {{ return 301 {base}/; }}\n"),
            Self::Apache => format!("    RewriteRule \"^{}$\" {base}/ [R=301,L]\n", base.replace('.', r"\.")),
            // Caddy answers what nobody handles with 200 and nothing.
            Self::Caddy => format!("    redir {base} {base}/ 301\n    handle {{\n        error 404\n    }}\n"),
        }
    }

    fn types(self) -> String {
        let mut lines = String::new();
        for (at, (media_type, endings)) in TEXTS.iter().chain(&OTHERS).enumerate() {
            let all = |before: &str, between: &str| endings.join(&format!("{between}{before}"));
            // Writing to a string cannot fail.
            let _ = match self {
                Self::Nginx => writeln!(lines, "        \"{media_type}\" {};", all("", " ")),
                Self::Apache => writeln!(lines, "        AddType \"{media_type}\" .{}", all(".", " ")),
                Self::Caddy => {
                    let folder = if at == 0 { "|/$" } else { "" };
                    let indent = "            ";
                    let pattern = all("", "|");
                    writeln!(lines, "{indent}@type{at} path_regexp \\.(?:{pattern})${folder}")
                        .and_then(|()| writeln!(lines, "{indent}header @type{at} Content-Type \"{media_type}\""))
                }
            };
        }
        lines
    }
}

/// A template with its comments in one language. Each comment stands in it in all languages, as `#en …` and `#fr …`, and is
/// set in as far as the line after it.
fn commented(template: &str, tongue: &str) -> String {
    let mut text = String::new();
    let mut comments: Vec<&str> = Vec::new();
    for line in template.lines() {
        let language = line.strip_prefix('#').filter(|rest| rest.get(2..3) == Some(" ")).and_then(|rest| rest.get(..2));
        if let Some(language) = language {
            comments.extend((language == tongue).then(|| &line[4..]));
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        for comment in comments.drain(..) {
            let _ = writeln!(text, "{indent}# {comment}");
        }
        let _ = writeln!(text, "{line}");
    }
    text
}

/// The server that an address names.
struct Origin {
    /// Scheme, host and port, without a path.
    address: String,
    host: String,
    /// Where http is listened for: TLS is left to the certificate's owner.
    port: String,
}

impl Origin {
    fn of(site: &Site) -> Self {
        let address = site.address.strip_suffix(site.base_path()).unwrap_or(&site.address);
        let (scheme, authority) = address.split_once("://").unwrap_or(("https", address));
        let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
        let port = if scheme == "http" { port } else { "80" };
        Self { address: address.to_owned(), host: host.to_owned(), port: port.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_in_one_language_and_set_in_like_what_follows() {
        let template = "#en One.\n#fr Un.\n\na {\n#en Two.\n#en Three.\n#fr Deux.\n    b\n    # c\n}\n";
        assert_eq!(commented(template, "en"), "# One.\n\na {\n    # Two.\n    # Three.\n    b\n    # c\n}\n");
        assert_eq!(commented(template, "fr"), "# Un.\n\na {\n    # Deux.\n    b\n    # c\n}\n");
    }

    #[test]
    fn both_languages_comment_on_the_same_lines() {
        for template in [include_str!("nginx.conf"), include_str!("apache.conf"), include_str!("Caddyfile")] {
            let commented_lines = |tongue: &str| {
                let text = commented(template, tongue);
                let lines: Vec<String> = text.lines().map(str::to_owned).collect();
                let follows = |at: &usize| *at > 0 && lines[*at - 1].trim_start().starts_with("# ");
                (0..lines.len())
                    .filter(follows)
                    .map(|at| lines[at].clone())
                    .filter(|line| !line.contains('#'))
                    .collect()
            };
            let (english, french): (Vec<String>, Vec<String>) = (commented_lines("en"), commented_lines("fr"));
            assert_eq!(english, french);
            assert!(english.len() > 7);
        }
    }
}
