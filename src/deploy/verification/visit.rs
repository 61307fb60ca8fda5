//! From the files of a release to whether visitors get for each what they should.
//!
//! What they should get is not always the file. A web server that is configured for the site (`serving`) answers so:
//!
//! | a file of the release | is right if |
//! |---|---|
//! | the page at a former address | its path leads on to where the page leads; or it is the page, as any other server shows it |
//! | the mark of what is gone | the path that it marks answers 410; or visitors find nothing there and are shown the mark, by a server that knows of none |
//! | `404.html` | these are the words of 404 at its own path, or it is shown |
//! | `410.html` | these are the words of 410 where something is gone, or it is shown |
//! | the lists in `.diptych` | always: they are hidden, and the answers to former addresses show what they do |
//! | any other | its path answers with its bytes |
//!
//! Where nothing answers 410, nobody sees the words of `410.html`. What a visitor cannot ask for is not seen here either: files
//! that diptych did not deploy.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::web::{Answer, Web};
use crate::deploy::release::{Held, Release, file_of};
use crate::diagnostic::Failure;
use crate::plan::{FOR_SERVERS, gone_by_mark};

/// So many paths are asked for at once: a verification should not be felt by visitors.
const AT_ONCE: usize = 4;
/// The page of what is gone.
const GONE: &str = "410.html";
/// The page of what is not there.
const NOT_FOUND: &str = "404.html";

/// What visitors get for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// What they should.
    Right,
    /// Nothing.
    Missing,
    /// Something else.
    Other,
}

/// What visitors get for each file of a release.
///
/// # Errors
/// The site cannot be reached any more.
pub(super) fn look(web: &Web, release: &Release) -> Result<BTreeMap<String, Sight>, Failure> {
    let leading = release.aliases().map(|(from, to)| (file_of(from), to)).collect();
    let gone = release.files.keys().filter_map(|path| gone_by_mark(path)).collect();
    let visit = Visit { web, leading, gone };
    let files: Vec<_> = release.files.iter().collect();
    let next = AtomicUsize::new(0);
    let some = || {
        let mut seen = Vec::new();
        while let Some((path, held)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            match visit.see(path, held) {
                Ok(sight) => seen.push(((*path).clone(), sight)),
                Err(failure) => {
                    // The others need not go on.
                    next.store(files.len(), Ordering::Relaxed);
                    return Err(failure);
                }
            }
        }
        Ok(seen)
    };
    // One that panicked has seen nothing: its files count as missing.
    let mut all: BTreeMap<_, _> = files.iter().map(|(path, _)| ((*path).clone(), Sight::Missing)).collect();
    thread::scope(|scope| {
        let running: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(some)).collect();
        for part in running {
            all.extend(part.join().unwrap_or_else(|_| Ok(Vec::new()))?);
        }
        Ok(all)
    })
}

/// A visit to a site, of which a release is to be seen.
struct Visit<'a> {
    web: &'a Web,
    /// The files of former addresses, and the path to which each leads.
    leading: BTreeMap<String, &'a str>,
    /// The paths that are gone.
    gone: Vec<String>,
}

impl Visit<'_> {
    fn see(&self, path: &str, held: &Held) -> Result<Sight, Failure> {
        if let Some(gone) = gone_by_mark(path) {
            return self.see_gone(&gone, path, held);
        }
        if path.strip_prefix(FOR_SERVERS).is_some_and(|rest| rest.starts_with('/')) {
            return Ok(Sight::Right);
        }
        let answer = self.web.get(path)?;
        match (answer.status, path) {
            (301 | 308, _) => {
                let is_right = self.leading.get(path).zip(answer.place).is_some_and(|(to, at)| self.web.is_at(&at, to));
                Ok(if is_right { Sight::Right } else { Sight::Other })
            }
            (404, GONE) => self.see_words_of_gone(held),
            (200, _) | (404, NOT_FOUND) => bytes(answer, held),
            (400.., _) => Ok(Sight::Missing),
            _ => Ok(Sight::Other),
        }
    }

    fn see_gone(&self, gone: &str, mark: &str, held: &Held) -> Result<Sight, Failure> {
        match self.web.get(gone)?.status {
            410 => Ok(Sight::Right),
            400.. => {
                let answer = self.web.get(mark)?;
                if answer.status == 200 { bytes(answer, held) } else { Ok(Sight::Missing) }
            }
            _ => Ok(Sight::Other),
        }
    }

    fn see_words_of_gone(&self, held: &Held) -> Result<Sight, Failure> {
        for gone in &self.gone {
            let answer = self.web.get(gone)?;
            if answer.status == 410 {
                return bytes(answer, held);
            }
        }
        Ok(Sight::Right)
    }
}

fn bytes(answer: Answer, held: &Held) -> Result<Sight, Failure> {
    Ok(if answer.is(held)? { Sight::Right } else { Sight::Other })
}
