//! From what stands behind a link to what it leads to, or to the finding for one that is refused.

use crate::diagnostic::{Diagnostic, Rule, Text};
use crate::domain::{Place, SitePath, Target, check_name, composed, is_control};

/// Why a destination is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetFault {
    /// Its scheme is none of http, https, mailto and tel.
    Scheme,
    /// The e-mail address, telephone number or web address cannot be one.
    Address,
    /// It is no path inside the site.
    Path,
}

/// Reads a destination that stands in `file`.
///
/// # Errors
/// Says why the destination is refused.
pub fn target(destination: &str, file: &SitePath) -> Result<Target, TargetFault> {
    if destination.starts_with(|first: char| first.is_whitespace())
        || destination.contains(|sign: char| sign.is_control() || is_control(sign))
    {
        return Err(TargetFault::Scheme);
    }
    if let Some(fragment) = destination.strip_prefix('#') {
        return Ok(Target::Fragment(fragment.to_owned()));
    }
    match scheme(destination) {
        Some((scheme, rest)) => address(&scheme, rest, destination),
        None if destination.starts_with("//") || destination.contains('\\') => Err(TargetFault::Scheme),
        None => path(destination, file),
    }
}

/// The finding for a destination that is refused.
#[must_use]
pub fn refused_target(destination: &str, fault: &TargetFault, place: Place) -> Diagnostic {
    let (rule, message, hint) = match fault {
        TargetFault::Scheme => (Rule::ForbiddenScheme, "forbidden-scheme", "forbidden-scheme-hint"),
        TargetFault::Address => (Rule::InvalidAddress, "invalid-address", "invalid-address-hint"),
        TargetFault::Path => (Rule::BrokenLink, "outside-path", "outside-path-hint"),
    };
    Diagnostic::new(rule, place, Text::new(message).with("target", destination)).hint(hint)
}

fn scheme(destination: &str) -> Option<(String, &str)> {
    let (scheme, rest) = destination.split_once(':')?;
    let letters = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    // A colon after a slash belongs to a path.
    (letters || !scheme.contains('/')).then(|| (scheme.to_ascii_lowercase(), rest))
}

fn address(scheme: &str, rest: &str, whole: &str) -> Result<Target, TargetFault> {
    let plausible = match scheme {
        "http" | "https" => {
            let host = rest.strip_prefix("//").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
            host.is_some_and(|host| !host.is_empty() && !host.contains('@')) && !whole.contains(char::is_whitespace)
        }
        "mailto" => is_mail(rest),
        "tel" => !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || b"+-.()".contains(&byte)),
        _ => return Err(TargetFault::Scheme),
    };
    if plausible { Ok(Target::Address(whole.to_owned())) } else { Err(TargetFault::Address) }
}

/// One recipient, and at most a subject: other headers could send copies that nobody sees.
fn is_mail(rest: &str) -> bool {
    let (recipient, query) = rest.split_once('?').map_or((rest, None), |(recipient, query)| (recipient, Some(query)));
    let word = |text: &str| {
        !text.is_empty()
            && !text.starts_with('.')
            && !text.ends_with('.')
            && !text.contains("..")
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte))
    };
    let recipient =
        recipient.split_once('@').is_some_and(|(name, host)| word(name) && word(host) && host.contains('.'));
    let subject = query.is_none_or(|query| {
        query.strip_prefix("subject=").is_some_and(|subject| {
            !subject.contains(['&', '?', ' '])
                && !subject.to_ascii_lowercase().contains("%0")
                && !subject.to_ascii_lowercase().contains("%1")
        })
    });
    recipient && subject
}

fn path(destination: &str, file: &SitePath) -> Result<Target, TargetFault> {
    let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
    // Some systems take accents apart in names; the list of the site's files has them composed.
    let decoded = composed(&decoded(path).ok_or(TargetFault::Path)?);
    if decoded.is_empty() || decoded.starts_with('/') || decoded.contains('?') {
        return Err(TargetFault::Path);
    }
    let safe = decoded.split('/').all(|part| matches!(part, "." | "..") || check_name(part).is_ok());
    if !safe || path.to_ascii_lowercase().contains("%2e") || path.to_ascii_lowercase().contains("%2f") {
        return Err(TargetFault::Path);
    }
    file.resolve(&decoded).map(|path| Target::File(path, fragment.to_owned())).ok_or(TargetFault::Path)
}

/// Percent signs resolved.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&pair).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(destination: &str) -> Result<Target, TargetFault> {
        target(destination, &SitePath::new("content/vacancies/2025/250655.en.md"))
    }

    #[test]
    fn only_known_schemes_pass() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            " javascript:x",
            "\u{1}javascript:x",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc",
            "//host/x",
            "C:\\x",
            "\\\\host\\x",
            "java script:x",
        ] {
            assert_eq!(read(bad), Err(TargetFault::Scheme), "{bad:?}");
        }
        for good in [
            "https://example.org/a?b=c#d",
            "http://example.org",
            "mailto:hr@example.org",
            "mailto:hr@example.org?subject=250655",
            "tel:+32.2.707.41.11",
        ] {
            assert_eq!(read(good), Ok(Target::Address(good.to_owned())));
        }
        for bad in [
            "https://",
            "https://user@host/",
            "mailto:a@b.org,c@d.org",
            "mailto:a@b.org?bcc=c@d.org",
            "mailto:a@b.org?subject=x%0Abcc",
            "tel:call me",
        ] {
            assert_eq!(read(bad), Err(TargetFault::Address), "{bad:?}");
        }
    }

    #[test]
    fn paths_stay_inside_the_site() {
        let file = |path: &str, fragment: &str| Ok(Target::File(SitePath::new(path), fragment.to_owned()));
        assert_eq!(read("250655/job.pdf"), file("content/vacancies/2025/250655/job.pdf", ""));
        assert_eq!(read("../../pages/about.en.md#who"), file("content/pages/about.en.md", "who"));
        assert_eq!(read("fiche%20de%20poste.pdf"), file("content/vacancies/2025/fiche de poste.pdf", ""));
        for bad in ["../../../../etc/passwd", "/etc/passwd", "%2e%2e/x", "a%2fb", "a%00b", "", "con.pdf", ".env", "a?b"]
        {
            assert_eq!(read(bad), Err(TargetFault::Path), "{bad:?}");
        }
    }
}
