//! What all exports share, worked out once.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::host;
use crate::model::address::WebAddress;
use crate::model::hours::{HORIZON_DAYS, Hours, OpenSpan, Opening, date_in, expand, utc_midnight};
use crate::model::notice::{Notice, NoticeStatus};
use crate::model::{LanguageId, Portal, Ref};
use crate::site::Site;
use crate::wording::Wording;

/// What a theme adds to the facts.
#[derive(Clone, Copy, Debug)]
pub struct ThemeFacts<'a> {
    /// The brand's colour as hex.
    pub color: &'a str,
    /// The styles that stand in pages themselves.
    pub inline_styles: &'a [&'a str],
    /// The scripts that stand in pages themselves.
    pub inline_scripts: Option<&'a [&'a str]>,
    /// The addresses of the files that the home page and the contact page load.
    pub files: &'a [String],
}

/// The site with its hours as instants.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The site.
    pub site: &'a Site,
    /// The date of the build, in UTC.
    pub today: Date,
    /// The first instant for which hours are known.
    pub from: Timestamp,
    /// The instant from which on nothing is known.
    pub until: Timestamp,
    /// The brand's colour as hex.
    pub color: String,
    /// The addresses of the files that the kept pages load.
    pub(super) kept_files: Vec<String>,
    /// What pages may load and run.
    policy: host::Policy,
    /// The open spans, in the order of the hours.
    open: Vec<Vec<OpenSpan>>,
}

impl<'a> Facts<'a> {
    /// Expands the hours of a site.
    pub fn new(site: &'a Site, today: Date, theme: ThemeFacts<'_>) -> Self {
        let from = utc_midnight(today);
        let until = utc_midnight(today.checked_add(Span::new().days(HORIZON_DAYS)).unwrap_or(Date::MAX));
        let hours = &site.portal().hours;
        let open = hours.refs().map(|(reference, _)| expand(hours, reference, from, until)).collect();
        let policy = host::Policy::new(theme.inline_styles, theme.inline_scripts);
        let (color, kept_files) = (theme.color.to_owned(), theme.files.to_vec());
        Self { site, today, from, until, color, kept_files, policy, open }
    }

    /// The model.
    pub fn portal(&self) -> &'a Portal {
        self.site.portal()
    }

    /// What pages may load and run, for hosts.
    pub(super) fn policy(&self) -> &host::Policy {
        &self.policy
    }

    /// Speaks a language of the site.
    pub fn wording(&self, language: LanguageId) -> Wording<'a> {
        Wording { site: self.site, language, today: self.today }
    }

    /// The open spans of hours within the horizon.
    pub fn open(&self, hours: Ref<Hours>) -> &[OpenSpan] {
        self.open.get(hours.index()).map_or(&[], Vec::as_slice)
    }

    /// Whether hours are open at every moment of the horizon.
    pub fn is_always_open(&self, hours: Ref<Hours>) -> bool {
        matches!(self.open(hours), [only] if only.start == self.from && only.end == self.until)
    }

    /// Hours with a week of their own that are not always open, and hours that are; those made of others are neither.
    pub(super) fn desks(&self) -> impl Iterator<Item = (Ref<Hours>, &'a Hours)> {
        self.portal().hours.refs().filter(|(_, hours)| !matches!(hours.opening, Opening::AnyOf(_)))
    }

    /// The dates of a zone within the horizon.
    pub(super) fn days(&self, zone: &TimeZone) -> (Date, Date) {
        (date_in(zone, self.today), self.dates(zone).1)
    }

    /// The dates of a zone on which something within the horizon can begin, and the day before.
    pub(super) fn dates(&self, zone: &TimeZone) -> (Date, Date) {
        let first = self.from.to_zoned(zone.clone()).date();
        (first.yesterday().unwrap_or(first), self.until.to_zoned(zone.clone()).date())
    }

    /// A name that is unique on the web and stays the same: for ids of calendar events, cards and feeds.
    pub(super) fn unique(&self, name: &str) -> String {
        let base = &self.portal().base_url;
        let path = base.path().trim_matches('/').replace('/', ".");
        let separator = if path.is_empty() { "" } else { "." };
        format!("{name}{separator}{path}@{}", base.host())
    }

    /// The address of a file of the site.
    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.portal().base_url.as_str())
    }

    /// A number that rises from one day's build to the next: of two versions of an event the later one has the greater,
    /// as RFC 5545, 3.8.7.4 asks, and nobody has to remember what the earlier one said.
    pub(super) fn revision(&self) -> i64 {
        let days = self.today.since(jiff::civil::date(2020, 1, 1)).map_or(0, |span| span.get_days());
        i64::from(days).max(0) * REVISIONS_A_DAY
    }

    /// The same of a notice, which rises on one day too: with each update of that day, and with each step that its status takes.
    pub(super) fn revision_of(&self, notice: &Notice) -> i64 {
        let said = notice.updates.iter().map(|update| update.time.to_zoned(TimeZone::UTC));
        let said = said.filter(|time| time.date() == self.today);
        let minute = said.map(|time| i64::from(time.hour()) * 60 + i64::from(time.minute()) + 1).max().unwrap_or(0);
        let step = match notice.status {
            None | Some(NoticeStatus::Scheduled) => 0,
            Some(NoticeStatus::Verifying) => 2,
            Some(status) if status.is_over() => 3,
            Some(_) => 1,
        };
        self.revision() + minute * STEPS + step
    }
}

/// So many steps a notice can take, with room for more.
const STEPS: i64 = 10;

/// More than what one day can add: all minutes of it, each with all steps.
const REVISIONS_A_DAY: i64 = 20_000;

/// Of the instants of a date and time in UTC, the text for formats that want `20261122T100000Z`.
pub(super) fn basic(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Where an address stands on its own host.
pub(super) fn origin(address: &WebAddress) -> &str {
    address.as_str().strip_suffix(address.path()).unwrap_or_default()
}
