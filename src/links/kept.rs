//! Links that were good not long ago, with the day on which they were: lines of a file in `.supportal/`.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use crate::memo;

const FILE: &str = "links";

/// For so many days a good link is believed.
const DAYS: i32 = 7;

/// The good links by address.
#[derive(Debug)]
pub(super) struct Kept {
    days: BTreeMap<String, Date>,
    today: Date,
}

impl Kept {
    /// What earlier runs found, as far as it still counts. A line that cannot be read is none.
    pub(super) fn load(root: &Path, today: Date) -> Self {
        let text = memo::file(root, FILE).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        let line = |line: &str| {
            let (date, address) = line.split_once(' ')?;
            Some((address.to_owned(), date.parse::<Date>().ok()?))
        };
        let counts = |(_, date): &(String, Date)| (0..DAYS).contains(&(today - *date).get_days());
        Self { days: text.lines().filter_map(line).filter(counts).collect(), today }
    }

    pub(super) fn holds(&self, address: &str) -> bool {
        self.days.contains_key(address)
    }

    pub(super) fn add(&mut self, address: &str) {
        self.days.insert(address.to_owned(), self.today);
    }

    /// Keeps them for the next run; where nothing can be written, that run asks again.
    pub(super) fn save(&self, root: &Path) {
        let lines: String = self.days.iter().map(|(address, date)| format!("{date} {address}\n")).collect();
        memo::keep_file(root, FILE, lines.as_bytes());
    }
}
