//! Where a site is deployed to, as `site.yaml` says it. Nothing here is a secret: those stay in the environment.

use super::Spanned;

/// A place that a site is deployed to: an entry of `targets`.
#[derive(Debug, Clone)]
pub struct DeployTarget {
    /// What it is called on the command line.
    pub name: Spanned<String>,
    /// What kind of place it is, and where it lies.
    pub kind: TargetKind,
}

/// The kinds of places, each with what must be known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetKind {
    /// A folder of this machine, or one that is mounted: releases and a link to the live one.
    Folder {
        /// As it was typed: relative to the site, or absolute.
        path: String,
    },
    /// A program of the institution's own, which gets the folder of a release.
    Command {
        /// The program and its arguments; no shell reads them.
        run: Vec<String>,
    },
}

impl TargetKind {
    /// The word for it in `site.yaml`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "folder",
            Self::Command { .. } => "command",
        }
    }
}
