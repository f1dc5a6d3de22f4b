//! The ordinary week as people write it: `08:00-17:00`, several a day, over midnight, up to `24:00`.

use jiff::civil::Weekday;

use super::WEEKDAYS;

/// Minutes of one day.
pub const DAY: u16 = 24 * 60;

/// An open interval in minutes of wall time from the midnight at which its day begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    start: u16,
    end: u16,
}

/// Why intervals are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeekProblem {
    /// Not two times with a hyphen.
    NotAnInterval,
    /// A time that does not exist, such as `25:00` or `8:60`.
    NoSuchTime(String),
    /// A time without its leading zero or with other marks; the usual form is given.
    WriteLike(String),
    /// Two intervals of a day overlap.
    Overlap(String, String),
}

impl Interval {
    /// From `start` to `end` minutes after the day's midnight; an end not after the start is on the next day.
    pub fn new(start: u16, end: u16) -> Option<Self> {
        let end = if end <= start { end + DAY } else { end };
        (start < DAY && end <= start + DAY).then_some(Self { start, end })
    }

    /// Parses `08:00-17:00`; `24:00` may end a day.
    pub fn parse(text: &str) -> Result<Self, WeekProblem> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{a0}')
            .map(|c| if matches!(c, '–' | '—' | '−' | '‐' | '‑') { '-' } else { c })
            .collect();
        let (start, end) = plain.split_once('-').ok_or(WeekProblem::NotAnInterval)?;
        let (start, end) = (clock(start)?, clock(end)?);
        if start == DAY {
            return Err(WeekProblem::NoSuchTime("24:00".to_owned()));
        }
        let interval = Self::new(start, end).ok_or(WeekProblem::NotAnInterval)?;
        let midnight = text.ends_with("-00:00") && text.replace("-00:00", "-24:00") == interval.written();
        if interval.written() != text && !midnight {
            return Err(WeekProblem::WriteLike(interval.written()));
        }
        Ok(interval)
    }

    /// The first minute, from 0 to 1439.
    pub fn start(self) -> u16 {
        self.start
    }

    /// The minute after the last, up to 2880: over 1440 it is on the next day.
    pub fn end(self) -> u16 {
        self.end
    }

    /// Minutes of wall time.
    pub fn length(self) -> u16 {
        self.end - self.start
    }

    /// As in the configuration.
    pub fn written(self) -> String {
        let end = if self.end > DAY { self.end - DAY } else { self.end };
        format!("{:02}:{:02}-{:02}:{:02}", self.start / 60, self.start % 60, end / 60, end % 60)
    }
}

fn clock(text: &str) -> Result<u16, WeekProblem> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let digits =
        |part: &str, most: usize| !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour, 2) || !digits(minute, 2) {
        return Err(WeekProblem::NotAnInterval);
    }
    match (hour.parse::<u16>(), minute.parse::<u16>()) {
        (Ok(hour), Ok(minute))
            if minute.max(hour) < 60 && minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) =>
        {
            Ok(hour * 60 + minute)
        }
        _ => Err(WeekProblem::NoSuchTime(text.to_owned())),
    }
}

/// Checks the intervals of a day and sorts them.
pub fn day(mut intervals: Vec<Interval>) -> Result<Vec<Interval>, WeekProblem> {
    intervals.sort_unstable();
    for pair in intervals.windows(2) {
        if let [a, b] = pair
            && b.start < a.end
        {
            return Err(WeekProblem::Overlap(a.written(), b.written()));
        }
    }
    Ok(intervals)
}

/// The intervals of an ordinary week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    days: [Vec<Interval>; 7],
}

/// Days with the same hours, as people say them: Monday to Friday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayGroup<'a> {
    /// The days; a run of three or more neighbours is said as a range.
    pub days: Vec<Weekday>,
    /// Their intervals.
    pub open: &'a [Interval],
}

impl Week {
    /// Every minute of every day.
    pub fn always() -> Self {
        let whole = Interval { start: 0, end: DAY };
        Self { days: std::array::from_fn(|_| vec![whole]) }
    }

    /// A week of these days, Monday first; each already checked by [`day`]. A night may not run into the next morning.
    pub fn new(days: [Vec<Interval>; 7]) -> Result<Self, (Weekday, WeekProblem)> {
        for (index, weekday) in WEEKDAYS.iter().enumerate() {
            let tail = days.get(index).and_then(|d| d.last()).filter(|i| i.end > DAY);
            let morning = days.get((index + 1) % 7).and_then(|d| d.first());
            if let (Some(tail), Some(morning)) = (tail, morning)
                && tail.end - DAY > morning.start
            {
                return Err((weekday.wrapping_add(1), WeekProblem::Overlap(tail.written(), morning.written())));
            }
        }
        Ok(Self { days })
    }

    /// The intervals that start on a weekday, in order.
    pub fn day(&self, weekday: Weekday) -> &[Interval] {
        self.days.get(usize::from(weekday.to_monday_zero_offset().unsigned_abs())).map_or(&[], Vec::as_slice)
    }

    /// Whether no minute of the week is closed.
    pub fn is_always(&self) -> bool {
        let mut covered = 0;
        let minutes: Vec<(u16, u16)> = (0u16..)
            .zip(&self.days)
            .flat_map(|(day, open)| open.iter().map(move |i| (day * DAY + i.start, day * DAY + i.end)))
            .collect();
        let wrapped = minutes.last().map_or(0, |(_, end)| end.saturating_sub(7 * DAY));
        for (start, end) in minutes {
            if start > covered.max(wrapped) {
                return false;
            }
            covered = covered.max(end);
        }
        covered >= 7 * DAY
    }

    /// Whether it never opens.
    pub fn is_never(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// Open days grouped by equal hours, in the order of the week; closed days are left out.
    pub fn groups(&self) -> Vec<DayGroup<'_>> {
        let mut groups: Vec<DayGroup<'_>> = Vec::new();
        for weekday in WEEKDAYS {
            let open = self.day(weekday);
            match groups.iter_mut().find(|group| group.open == open) {
                _ if open.is_empty() => {}
                Some(group) => group.days.push(weekday),
                None => groups.push(DayGroup { days: vec![weekday], open }),
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_read_or_told_how_to_write_it() {
        let problem = |text: &str| Interval::parse(text).err();
        assert_eq!(Interval::parse("08:00-17:00").map(|i| (i.start(), i.end())), Ok((480, 1020)));
        assert_eq!(Interval::parse("22:00-06:00").map(|i| (i.start(), i.end())), Ok((1320, 1800)));
        assert_eq!(Interval::parse("00:00-24:00").map(|i| (i.start(), i.end())), Ok((0, 1440)));
        assert_eq!(Interval::parse("18:00-00:00"), Ok(Interval { start: 1080, end: 1440 }));
        for (text, usual) in [
            ("8:00-17:00", "08:00-17:00"),
            ("08:00–17:00", "08:00-17:00"),
            ("8-17", "08:00-17:00"),
            ("08:00 - 17:00", "08:00-17:00"),
        ] {
            assert_eq!(problem(text), Some(WeekProblem::WriteLike(usual.to_owned())), "{text}");
        }
        assert_eq!(problem("25:00-26:00"), Some(WeekProblem::NoSuchTime("25:00".to_owned())));
        assert_eq!(problem("08:00-08:60"), Some(WeekProblem::NoSuchTime("08:60".to_owned())));
        assert_eq!(problem("24:00-08:00"), Some(WeekProblem::NoSuchTime("24:00".to_owned())));
        for text in ["", "-", "08:00", "08:00-17:00-18:00", "ósma-17:00", "080:00-1:00", "+8:00-9:00"] {
            assert_eq!(problem(text), Some(WeekProblem::NotAnInterval), "{text}");
        }
    }

    #[test]
    fn a_week_is_always_open_only_when_no_minute_is_closed() {
        assert!(Week::always().is_always());
        let nights = std::array::from_fn(|_| vec![Interval { start: 480, end: 480 + DAY }]);
        assert!(Week::new(nights).is_ok_and(|week| week.is_always()));
        let gap = std::array::from_fn(|day| vec![Interval { start: u16::from(day == 3), end: DAY }]);
        assert!(Week::new(gap).is_ok_and(|week| !week.is_always()));
    }

    #[test]
    fn a_night_may_not_run_into_the_next_morning() {
        let mut days: [Vec<Interval>; 7] = Default::default();
        days[6] = vec![Interval { start: 1320, end: 1800 }];
        days[0] = vec![Interval { start: 300, end: 600 }];
        assert_eq!(Week::new(days).map_err(|(day, _)| day), Err(Weekday::Monday));
    }
}
