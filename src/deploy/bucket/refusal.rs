//! From what a storage service says to a message that says what to do.

use std::error::Error as _;
use std::io::ErrorKind as Kind;

use opendal::{Error, ErrorKind};

use super::objects::{Fault, is_without_bucket};
use crate::deploy::refusal::{at, refused};
use crate::diagnostic::{Failure, Text};
use crate::domain::Bucket;

/// The failure for an error of a service, while visitors see the site as it was.
pub(super) fn told(bucket: &Bucket, error: &Error) -> Failure {
    let id = match error.kind() {
        _ if is_without_bucket(error) => "bucket-missing",
        ErrorKind::PermissionDenied => "bucket-denied",
        _ if status(error).is_some_and(|status| status == "401") => "bucket-denied",
        ErrorKind::ConfigInvalid => "bucket-wrong",
        // Nothing came back: what has no answer has no status either.
        ErrorKind::Unexpected if error.message().starts_with("send http request") || is_late(error) => {
            "bucket-unreachable"
        }
        _ => "bucket-failed",
    };
    let hint = match id {
        "bucket-missing" => "bucket-missing-hint",
        "bucket-denied" => "bucket-denied-hint",
        "bucket-unreachable" => "bucket-unreachable-hint",
        "bucket-wrong" => "bucket-wrong-hint",
        _ => "bucket-failed-hint",
    };
    Failure::new(Text::new(id).with("bucket", bucket).with("reason", reason(error))).hint(hint)
}

/// The failure for a fault, while visitors see the site as it was.
pub(super) fn failed(bucket: &Bucket, fault: &Fault) -> Failure {
    match fault {
        Fault::Service(error) => told(bucket, error),
        Fault::File(path, error) if error.kind() == Kind::NotFound => {
            at("deploy-output-changed", "deploy-output-changed-hint", path)
        }
        Fault::File(path, error) => refused(path, error),
    }
}

/// The failure for a fault while a release was made live: visitors may see some of its pages.
pub(super) fn torn(bucket: &Bucket, fault: &Fault) -> Failure {
    Failure::new(Text::new("bucket-torn").with("bucket", bucket).with("reason", why(fault))).hint("bucket-torn-hint")
}

/// The failure for a fault while a former release was removed.
pub(super) fn left(bucket: &Bucket, fault: &Fault) -> Failure {
    Failure::new(Text::new("deploy-leftover").with("path", bucket).with("reason", why(fault)))
}

fn why(fault: &Fault) -> String {
    match fault {
        Fault::Service(error) => reason(error),
        Fault::File(_, error) => error.to_string(),
    }
}

/// The failure for an error of the operating system.
pub(super) fn not_built(bucket: &Bucket, error: &std::io::Error) -> Failure {
    Failure::new(Text::new("bucket-failed").with("bucket", bucket).with("reason", error)).hint("bucket-failed-hint")
}

fn is_late(error: &Error) -> bool {
    error.message().contains("timeout")
}

/// What the service says, in few words: a code, or the innermost cause.
fn reason(error: &Error) -> String {
    let said = error.message();
    // The services answer with `code` and `message` in a structure.
    let quoted = |key: &str| {
        let rest = said.split_once(&format!("{key}: \""))?.1;
        Some(rest.split('"').next().unwrap_or(rest)).filter(|word| !word.is_empty())
    };
    if let Some(code) = quoted("code") {
        return quoted("message").map_or_else(|| code.to_owned(), |message| format!("{code}: {message}"));
    }
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    let said = if error.source().is_some() { cause.to_string() } else { said.to_owned() };
    let line = said.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('<'));
    match (line, status(error)) {
        (Some(line), _) => line.chars().take(200).collect(),
        (None, Some(status)) => format!("HTTP {status}"),
        (None, None) => error.kind().to_string(),
    }
}

/// The status of the answer: the library keeps it as words only.
fn status(error: &Error) -> Option<String> {
    let text = error.to_string();
    let rest = text.split_once("status: ")?.1;
    rest.get(..3).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit())).map(str::to_owned)
}
