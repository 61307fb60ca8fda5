//! The stages in their order: `load → read → pair → check → plan → render → publish`.
//!
//! [`read`] turns a source into [`Material`]; [`prepare`] checks it and plans the output; [`Prepared::render`] maps the
//! pure function of a page over all pages on all cores and hands each file to a sink: the stage of a publication, or
//! nothing at all for a check. Only what is in flight is in memory.

mod fingerprint;
mod material;
mod memo;
mod output;

use std::sync::{Arc, Mutex};

pub use fingerprint::{Fingerprint, fingerprint};
pub use material::{Material, Words, stem_and_side};
pub use memo::Memo;
pub use output::{Maker, Sink, Totals};

use crate::check::Checker;
use crate::diagnostic::{Diagnosed, Diagnostic, Failure, Log, Rule};
use crate::domain::{Instant, Notice, Place, Site, Standing, State};
use crate::load::Source;
use crate::plan::{Plan, Search, Terms};
use crate::render::Minify;

/// A site that was read, checked and planned.
pub struct Prepared {
    material: Material,
    plan: Plan,
    withheld: Vec<Arc<Notice>>,
    census: Census,
}

/// The notices of a site by state, and when one of them changes by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Census {
    /// How many notices are in each state, in the order of a notice's life.
    pub states: Vec<(State, usize)>,
    /// The next instant at which the output changes by itself.
    pub until: Option<Instant>,
}

/// Reads a site, up to its pairs. Nothing comes back where `site.yaml` could not be used.
///
/// # Errors
/// The disk failed.
pub fn read(source: &dyn Source) -> Result<Diagnosed<Option<Material>>, Failure> {
    material::read(source, &mut Memo::none())
}

/// The words of a site alone, without a finding: for what must be said while the site is in no order. Nothing comes back
/// where `site.yaml` could not be used.
///
/// # Errors
/// The disk failed.
pub fn words(source: &dyn Source) -> Result<Option<Words>, Failure> {
    material::words(source)
}

/// Reads and checks a site at an instant. Nothing comes back where the site itself could not be read.
///
/// # Errors
/// The disk failed.
pub fn examine(source: &dyn Source, now: Instant) -> Result<Diagnosed<Option<Material>>, Failure> {
    let mut log = Log::new();
    let material = log.take(read(source)?);
    if let Some(material) = &material {
        let (site, wordings) = (&material.words.site, material.words.wordings());
        log.append(Checker::new(&material.pairs, site, wordings, &material.listing, now).site());
        material.words.hold_back(&mut log);
    }
    Ok(Diagnosed::new(material, log))
}

/// Reads, checks and plans a site at an instant. Nothing comes back where the site itself could not be read.
///
/// # Errors
/// The disk failed.
pub fn prepare(source: &dyn Source, now: Instant) -> Result<Diagnosed<Option<Prepared>>, Failure> {
    Memo::none().prepare(source, now)
}

impl Memo {
    /// Reads, checks and plans a site at an instant, as [`prepare`] does, with what is known from earlier runs.
    ///
    /// # Errors
    /// The disk failed.
    pub fn prepare(&mut self, source: &dyn Source, now: Instant) -> Result<Diagnosed<Option<Prepared>>, Failure> {
        let mut log = Log::new();
        let Some(mut material) = log.take(material::read(source, self)?) else {
            return Ok(Diagnosed::new(None, log));
        };
        let pairs = std::mem::take(&mut material.pairs);
        let site = &material.words.site;
        let check = || Checker::new(&pairs, site, material.words.wordings(), &material.listing, now).site();
        // Neither knows of the other, and a preview waits for both.
        let offers = site.offers_search(|path| material.listing.get(path).is_some());
        let search = if offers { Search::Offered } else { Search::No };
        let terms = Terms { site, wordings: material.words.wordings(), search };
        let (found, plan) = rayon::join(check, || Plan::new(pairs.clone(), &terms, now));
        log.append(found);
        material.words.hold_back(&mut log);
        let census = Census::of(&pairs.notices, site, now);
        let is_public = |notice: &Notice| Standing::at(&notice.facts, now, site.marks).state.is_public();
        let withheld = pairs.notices.iter().filter(|notice| !is_public(notice)).cloned().collect();
        Ok(Diagnosed::new(Some(Prepared { material, plan, withheld, census }), log))
    }
}

impl Prepared {
    /// The plan of the output.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The notices that are not public yet.
    #[must_use]
    pub fn withheld(&self) -> &[Arc<Notice>] {
        &self.withheld
    }

    /// Makes the files of another plan of the same site one by one. There is no maker without a theme.
    #[must_use]
    pub fn maker_of<'p>(&'p self, plan: &'p Plan, source: &'p dyn Source, minify: Minify) -> Option<Maker<'p>> {
        Maker::new(&self.material, plan, source, minify)
    }

    /// What was read.
    #[must_use]
    pub const fn material(&self) -> &Material {
        &self.material
    }

    /// The notices by state.
    #[must_use]
    pub const fn census(&self) -> &Census {
        &self.census
    }

    /// Makes the files of the output one by one. There is no maker without a theme.
    #[must_use]
    pub fn maker<'p>(&'p self, source: &'p dyn Source, minify: Minify) -> Option<Maker<'p>> {
        Maker::new(&self.material, &self.plan, source, minify)
    }

    /// Renders every file of the output into a sink.
    ///
    /// # Errors
    /// A source could not be read again, or the sink refused a file.
    pub fn render(&self, source: &dyn Source, sink: &dyn Sink, minify: Minify) -> Result<Diagnosed<Totals>, Failure> {
        output::render(self, source, sink, minify)
    }
}

impl Census {
    fn of(notices: &[Arc<Notice>], site: &Site, now: Instant) -> Self {
        let standings: Vec<_> = notices.iter().map(|notice| Standing::at(&notice.facts, now, site.marks)).collect();
        let count = |state| standings.iter().filter(|standing| standing.state == state).count();
        Self {
            states: State::ALL.into_iter().map(|state| (state, count(state))).collect(),
            until: standings.iter().filter_map(|standing| standing.until).min(),
        }
    }
}

/// A lock whose holder panicked guards findings all the same.
fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn internal_error(place: Place) -> Diagnostic {
    Diagnostic::new(Rule::InternalError, place, "internal-error").hint("internal-error-hint")
}
