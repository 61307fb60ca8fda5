//! From the common options, the environment and the clock to what they mean.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ArgMatches;

use crate::diagnostic::{Failure, Text};
use crate::domain::Instant;
use crate::report::{Format, Tongue};

/// What the options that all commands share mean.
#[derive(Debug, Clone)]
pub(super) struct Common {
    /// The folder of the site.
    pub site: PathBuf,
    /// The folder of the output.
    pub output: PathBuf,
    /// The present.
    pub now: Instant,
    /// The form of findings.
    pub format: Format,
    /// Whether a warning counts as an error.
    pub deny_warnings: bool,
}

impl Common {
    /// Reads the common options.
    pub fn read(matches: &ArgMatches) -> Result<Self, Failure> {
        let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
        let site = path("site").unwrap_or_else(|| PathBuf::from("."));
        let output = path("output").unwrap_or_else(|| site.join("public"));
        let format = match matches.get_one::<String>("format").map(String::as_str) {
            Some("json") => Format::Json,
            Some("github") => Format::Github,
            _ => Format::Human,
        };
        Ok(Self { site, output, now: now(matches)?, format, deny_warnings: matches.get_flag("deny-warnings") })
    }
}

/// The present: `--now`, then `SOURCE_DATE_EPOCH` (reproducible-builds.org), then the system's clock.
fn now(matches: &ArgMatches) -> Result<Instant, Failure> {
    let refused = |name: &'static str, value: &str| {
        Failure::new(Text::new("now-refused").with("name", name).with("value", value)).hint("now-hint")
    };
    if let Some(text) = matches.get_one::<String>("now") {
        return Instant::parse(text).ok_or_else(|| refused("--now", text));
    }
    if let Ok(text) = std::env::var("SOURCE_DATE_EPOCH") {
        return text.parse().map(Instant).map_err(|_| refused("SOURCE_DATE_EPOCH", &text));
    }
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Ok(Instant(i64::try_from(seconds).unwrap_or_default()))
}

/// The language of the tool's own messages: `--language`, then the locale, then English. It is needed before the arguments
/// are parsed, since their faults are messages too.
pub(super) fn tongue(arguments: &[OsString]) -> Tongue {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    let mut asked = None;
    while let Some(word) = words.next() {
        if word == "--language" {
            asked = words.next();
        } else if let Some(language) = word.strip_prefix("--language=") {
            asked = Some(language);
        }
    }
    let locale = || sys_locale::get_locale().and_then(|locale| Tongue::of(&locale));
    asked.and_then(Tongue::of).or_else(locale).unwrap_or(Tongue::English)
}
