//! Lengths of time, as promises are made in them.

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duration {
    /// Minutes; `4h` is 240.
    Minutes(u32),
    /// Calendar days; `30d`, `P30D`.
    Days(u32),
    /// Calendar months; `P1Y` is 12.
    Months(u32),
    /// Dates on which a desk opens.
    BusinessDays(u32),
}

impl Duration {
    /// The longest length in minutes that is accepted: ten years.
    const MOST_MINUTES: u32 = 10 * 366 * 24 * 60;

    /// Parses `15m`, `4h`, `1h 30m`, `30d`, `P12M`, `PT15M`, `2 business days`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix('P') {
            return Self::parse_iso(rest);
        }
        if let Some(number) = text.strip_suffix("business days").or_else(|| text.strip_suffix("business day")) {
            return count(number.trim()).map(Self::BusinessDays);
        }
        if let Some(days) = text.strip_suffix('d').and_then(count) {
            // Days alone stay days: nobody who wrote 30 days means 720 hours.
            return Some(Self::Days(days)).filter(|_| days <= Self::MOST_MINUTES / (24 * 60));
        }
        let mut minutes = 0u32;
        for part in text.split_whitespace() {
            let (number, unit) = part.split_at(part.find(|c: char| !c.is_ascii_digit())?);
            let factor = match unit {
                "m" | "min" => 1,
                "h" => 60,
                "d" => 24 * 60,
                _ => return None,
            };
            minutes = minutes.checked_add(count(number)?.checked_mul(factor)?)?;
        }
        Self::minutes(minutes)
    }

    /// Minutes on a clock that never stops, a day being 24 hours; none for months and business days, which have no fixed
    /// length.
    pub fn elapsed_minutes(self) -> Option<i64> {
        match self {
            Self::Minutes(minutes) => Some(i64::from(minutes)),
            Self::Days(days) => Some(i64::from(days) * 24 * 60),
            Self::Months(_) | Self::BusinessDays(_) => None,
        }
    }

    /// As in the configuration: `1h 30m`, `P12M`, `2 business days`.
    pub fn written(self) -> String {
        match self {
            Self::Minutes(minutes) if minutes % 60 == 0 => format!("{}h", minutes / 60),
            Self::Minutes(minutes) if minutes < 60 => format!("{minutes}m"),
            Self::Minutes(minutes) => format!("{}h {}m", minutes / 60, minutes % 60),
            Self::Days(days) => format!("P{days}D"),
            Self::Months(months) => format!("P{months}M"),
            Self::BusinessDays(1) => "1 business day".to_owned(),
            Self::BusinessDays(days) => format!("{days} business days"),
        }
    }

    /// `P[nY][nM][nW][nD]` or `PT[nH][nM]` of ISO 8601: one kind of unit, so that a promise has one meaning.
    fn parse_iso(rest: &str) -> Option<Self> {
        if let Some(time) = rest.strip_prefix('T') {
            let mut minutes = 0u32;
            for (number, unit) in iso_parts(time)? {
                let factor = match unit {
                    'H' => 60,
                    'M' => 1,
                    _ => return None,
                };
                minutes = minutes.checked_add(number.checked_mul(factor)?)?;
            }
            return Self::minutes(minutes);
        }
        match iso_parts(rest)?.as_slice() {
            [(n, 'Y')] => n.checked_mul(12).map(Self::Months),
            [(y, 'Y'), (m, 'M')] => y.checked_mul(12)?.checked_add(*m).map(Self::Months),
            [(n, 'M')] => Some(Self::Months(*n)),
            [(n, 'W')] => n.checked_mul(7).map(Self::Days),
            [(n, 'D')] => Some(Self::Days(*n)),
            _ => None,
        }
        .filter(|d| !matches!(d, Self::Months(m) if *m > 1200) && !matches!(d, Self::Days(d) if *d > 36_600))
    }

    fn minutes(minutes: u32) -> Option<Self> {
        (1..=Self::MOST_MINUTES).contains(&minutes).then_some(Self::Minutes(minutes))
    }
}

fn count(digits: &str) -> Option<u32> {
    (!digits.is_empty() && digits.len() <= 7 && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|n| *n > 0)
}

fn iso_parts(text: &str) -> Option<Vec<(u32, char)>> {
    let mut parts = Vec::new();
    let mut digits = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            parts.push((count(&digits)?, c));
            digits.clear();
        }
    }
    (digits.is_empty() && !parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::Duration::{self, BusinessDays, Days, Minutes, Months};

    #[test]
    fn a_written_length_is_read_as_the_same() {
        for length in [Minutes(15), Minutes(240), Minutes(90), Days(30), Months(12), BusinessDays(1), BusinessDays(2)] {
            assert_eq!(Duration::parse(&length.written()), Some(length));
        }
    }

    #[test]
    fn lengths_are_read_in_every_written_form() {
        let cases = [
            ("15m", Some(Minutes(15))),
            ("4h", Some(Minutes(240))),
            ("1h 30m", Some(Minutes(90))),
            ("PT15M", Some(Minutes(15))),
            ("PT1H30M", Some(Minutes(90))),
            ("P12M", Some(Months(12))),
            ("P1Y", Some(Months(12))),
            ("P1Y6M", Some(Months(18))),
            ("P30D", Some(Days(30))),
            ("30d", Some(Days(30))),
            ("1d 12h", Some(Minutes(2160))),
            ("720h", Some(Minutes(43_200))),
            ("4000d", None),
            ("P2W", Some(Days(14))),
            ("2 business days", Some(BusinessDays(2))),
            ("1 business day", Some(BusinessDays(1))),
            ("0m", None),
            ("", None),
            ("P", None),
            ("PT", None),
            ("-4h", None),
            ("4", None),
            ("4 h", None),
            ("99999999h", None),
            ("4294967295h", None),
            ("P1M2D", None),
            ("soon", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Duration::parse(text), expected, "{text}");
        }
    }
}
