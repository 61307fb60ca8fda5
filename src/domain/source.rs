//! Where something stands in a site's files: the path of a file inside the site, and a range of its bytes.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// How the name of a signature's record ends, after the reference of its notice.
const SIGNATURE: &str = ".signature.yaml";

/// The path of a file inside the site's folder: relative, with `/` between its parts on every platform.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// The path as written, relative and with `/`.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part of the path.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder that holds the file, without a closing `/`; empty at the top of the site.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether the file is a text that diptych itself reads or writes: an edition or the record of a signature. Such a file
    /// is never published as it is.
    #[must_use]
    pub fn is_source(&self) -> bool {
        self.0.ends_with(".md") || self.0.ends_with(SIGNATURE)
    }

    /// The record of a signature that stands beside this edition.
    #[must_use]
    pub fn signature(&self) -> Self {
        let stem = self.0.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.')).map_or(&*self.0, |(stem, _)| stem);
        Self::new(&format!("{stem}{SIGNATURE}"))
    }

    /// The path without language and ending of the notice whose record this is.
    #[must_use]
    pub fn signed_stem(&self) -> Option<&str> {
        self.0.strip_suffix(SIGNATURE)
    }

    /// The file that a relative reference in this file names, or nothing if the reference leaves the site.
    #[must_use]
    pub fn resolve(&self, reference: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        for part in reference.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        Some(Self::new(&parts.join("/")))
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&str> for SitePath {
    fn from(path: &str) -> Self {
        Self::new(path)
    }
}

impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A range of bytes in a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same range in a text that this one lies in at `offset`.
    #[must_use]
    pub const fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset, end: self.end + offset }
    }

    /// As a range of the standard library.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// A range of bytes in a named file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: SitePath,
    /// The range in it.
    pub span: Span,
}

impl Place {
    /// A range in a file.
    #[must_use]
    pub const fn new(file: SitePath, span: Span) -> Self {
        Self { file, span }
    }

    /// The beginning of a file: for what has no smaller place.
    #[must_use]
    pub const fn top(file: SitePath) -> Self {
        Self { file, span: Span::new(0, 0) }
    }
}

/// A value with the range that it was read from. Two are equal if their values are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its file.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value with its range.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Another value from the same place.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: turn(self.value), span: self.span }
    }

    /// Borrows the value.
    pub const fn as_ref(&self) -> Spanned<&T> {
        Spanned { value: &self.value, span: self.span }
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
