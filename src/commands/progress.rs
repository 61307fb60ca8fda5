//! A bar that shows how far long work has come, on a terminal only.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::Failure;
use crate::pipeline::Sink;

/// Work that takes less shows no bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// Passes files on to another sink and moves the bar.
pub(super) struct Watched<'a, S> {
    sink: &'a S,
    bar: ProgressBar,
    begun: std::time::Instant,
}

impl<'a, S: Sink> Watched<'a, S> {
    /// A bar for this many files.
    pub fn new(sink: &'a S, files: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        Self { sink, bar, begun: std::time::Instant::now() }
    }

    fn step(&self) {
        self.bar.inc(1);
        // The draw target draws on terminals only.
        if self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl<S: Sink> Sink for Watched<'_, S> {
    fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.step();
        self.sink.file(path, bytes)
    }

    fn copy(&self, path: &str, from: &mut dyn std::io::Read) -> Result<(), Failure> {
        self.step();
        self.sink.copy(path, from)
    }

    fn picture(&self, path: &str, draw: &dyn Fn() -> Option<Vec<u8>>) -> Result<(), Failure> {
        self.sink.picture(path, draw)
    }

    fn wants_all(&self) -> bool {
        self.sink.wants_all()
    }
}

impl<S> Drop for Watched<'_, S> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
