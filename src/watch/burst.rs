//! Events that belong together: a save is several of them, a checkout thousands.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::source::SitePath;

/// A save is over when nothing happens for so long.
const QUIET: Duration = Duration::from_millis(8);

/// So long after its first event a save is taken as it stands.
const LONGEST: Duration = Duration::from_millis(15);

/// So many files one after the other are not saved by a person: an editor needs three for one.
const MANY: usize = 4;

/// A program that writes many files is done when nothing happens for so long.
const CALM: Duration = Duration::from_millis(100);

/// So long after its first event the work of a program is taken as it stands.
const PATIENCE: Duration = Duration::from_secs(2);

/// The events since the first one that nothing was done about.
#[derive(Debug)]
pub(super) struct Burst {
    first: Instant,
    last: Instant,
    /// The first of the paths concerned; how many more there are does not matter. One is none where it is not known.
    paths: BTreeSet<Option<SitePath>>,
}

impl Burst {
    /// A burst that begins with an event at `path`.
    pub(super) fn begin(now: Instant, path: Option<SitePath>) -> Self {
        Self { first: now, last: now, paths: BTreeSet::from([path]) }
    }

    /// Another event.
    pub(super) fn add(&mut self, now: Instant, path: Option<SitePath>) {
        self.last = now;
        if self.paths.len() < MANY {
            self.paths.insert(path);
        }
    }

    /// The moment at which it is over if nothing more happens.
    pub(super) fn end(&self) -> Instant {
        let is_long = self.last + QUIET > self.first + LONGEST;
        match (is_long, self.paths.len() < MANY) {
            (false, _) => self.last + QUIET,
            (true, true) => self.first + LONGEST,
            (true, false) => (self.last + CALM).min(self.first + PATIENCE),
        }
    }
}

impl Burst {
    /// The paths concerned, if all are known and they are few.
    pub(super) fn into_paths(self) -> Option<BTreeSet<SitePath>> {
        if self.paths.len() < MANY { self.paths.into_iter().collect() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When a burst ends, in milliseconds after its first event, whose other events come at these milliseconds.
    fn end(path: impl Fn(u64) -> String, events: impl IntoIterator<Item = u64>) -> u128 {
        let start = Instant::now();
        let mut burst = Burst::begin(start, Some(path(0)));
        for at in events {
            let now = start + Duration::from_millis(at);
            if now >= burst.end() {
                break;
            }
            burst.add(now, Some(path(at)));
        }
        (burst.end() - start).as_millis()
    }

    fn one(_: u64) -> String {
        "support.toml".to_owned()
    }

    fn each(at: u64) -> String {
        format!("{at}.md")
    }

    #[test]
    fn a_single_write_waits_only_for_quiet() {
        assert_eq!(end(one, []), 8);
    }

    #[test]
    fn a_save_in_steps_is_one_burst() {
        assert_eq!(end(one, [1, 2, 5]), 13);
    }

    #[test]
    fn a_file_that_is_written_without_end_is_taken_after_15_ms() {
        assert_eq!(end(one, 1..10_000), 15);
    }

    #[test]
    fn the_same_file_a_thousand_times_is_no_checkout() {
        assert_eq!(end(one, std::iter::repeat_n(3, 1_000)), 11);
    }

    #[test]
    fn several_files_at_once_wait_only_for_quiet() {
        assert_eq!(end(each, [1, 1, 2, 2, 3, 3, 4]), 12);
    }

    #[test]
    fn many_files_are_waited_for_until_their_program_is_done() {
        assert_eq!(end(each, 1..=300), 400);
        assert_eq!(end(each, 1..10_000), 2_000);
    }

    #[test]
    fn a_program_may_pause_for_a_moment() {
        assert_eq!(end(each, (1..=30).chain(90..=110)), 210);
        assert_eq!(end(each, (1..=30).chain([131])), 130);
    }
}
