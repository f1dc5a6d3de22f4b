//! What a browser is told of a language, so that it writes dates and times as the page does; and what it is to write where
//! it does not know the language.

use crate::locale::Direction;
use crate::view::live::{Clock, Digits};
use crate::wording::Wording;

/// From here on, in minutes, the script says on which day a desk closes.
const DAY: i64 = 24 * 60;

/// How a browser says a moment in the language of a page.
///
/// A browser that does not know the language would take that of its reader, in the middle of a sentence of the page. There
/// a moment is written in digits alone, `2026-12-28 08:00`, and where the reader's time is another one, the zone follows.
#[derive(Clone, Copy)]
pub(super) struct Spoken<'w, 'a> {
    wording: &'w Wording<'a>,
    /// Whether browsers know the language.
    in_words: bool,
}

impl<'w, 'a> Spoken<'w, 'a> {
    pub(super) fn of(wording: &'w Wording<'a>) -> Self {
        let locale = wording.locale();
        Self { wording, in_words: locale.is_covered() && locale.tag().is_written_by_browsers() }
    }

    /// The tag of dates and times. Swedish writes digits as machines do.
    pub(super) fn lang(&self) -> String {
        if self.in_words { formats(self.wording) } else { "sv".to_owned() }
    }

    /// How times are written.
    pub(super) fn clock(&self) -> Clock {
        let locale = self.wording.locale();
        let hour = if locale.pads_hours() || !self.in_words { "2-digit" } else { "numeric" };
        let hour_cycle = if locale.counts_24_hours() || !self.in_words { "h23" } else { "h12" };
        let date = Digits { year: "numeric", month: "2-digit", day: "2-digit" };
        Clock {
            date: (!self.in_words).then_some(date),
            hour: hour.to_owned(),
            minute: "2-digit".to_owned(),
            hour_cycle: hour_cycle.to_owned(),
        }
    }

    /// A sentence with a moment: the slots `{day}` and `{time}`, or one `{time}` for both.
    pub(super) fn moment(&self, key: &str) -> String {
        let text = self.wording.word(key);
        if self.in_words { text } else { self.apart(&in_one_slot(&text)) }
    }

    /// Until when it is open. Of a desk that is open for `longest` minutes without a pause the script says the day in
    /// words, which it may not where it has none.
    pub(super) fn until(&self, longest: i64) -> String {
        if self.in_words || longest <= DAY { self.moment("live_until") } else { self.wording.word("live_open") }
    }

    /// What follows a time that is another one where the reader is: the slot `{time}`, or `{zone}`.
    pub(super) fn yours(&self) -> String {
        if self.in_words { self.wording.word("live_yours") } else { " ({zone})".to_owned() }
    }

    /// Digits that text from right to left would turn around.
    fn apart(&self, text: &str) -> String {
        match self.wording.locale().direction() {
            Direction::Rtl => text.replace("{time}", "\u{2066}{time}\u{2069}"),
            Direction::Ltr => text.to_owned(),
        }
    }
}

/// Puts `{time}` in the place of `{day}`, `{time}` and what joins them.
fn in_one_slot(text: &str) -> String {
    let place = |slot: &str| text.find(slot).map(|start| start..start + slot.len());
    let (Some(day), Some(time)) = (place("{day}"), place("{time}")) else { return text.replace("{day}", "{time}") };
    let (start, end) = (day.start.min(time.start), day.end.max(time.end));
    let joint = &text[day.end.min(time.end)..day.start.max(time.start)];
    // Another slot between them is no joint.
    if joint.contains('{') {
        return text.replace("{day}", "");
    }
    format!("{}{{time}}{}", &text[..start], &text[end..])
}

/// The tag whose formats browsers write as this program does: English outside America puts the day before the month, and
/// is written with dots in the times of Denmark and Finland. The calendar is named where browsers might take another.
fn formats(wording: &Wording<'_>) -> String {
    let (locale, country) = (wording.locale(), wording.portal().partner.country.code());
    let tag = locale.tag();
    let written = match (tag.as_str(), country) {
        ("en", "DK" | "FI") => tag.in_country(country),
        ("en", "JP") => tag.in_country("US"),
        // As in India, but for AM and PM, which browsers write small there.
        ("en", "IN") => tag.in_country("EG"),
        // January is another word in Austria.
        ("de", "AT") => tag.in_country(country),
        ("en", _) => tag.in_country(if locale.counts_24_hours() { "GB" } else { country }),
        // Of these, browsers know how a country writes them.
        ("ar" | "es" | "fa" | "fr", _) => tag.in_country(country),
        _ => tag.clone(),
    };
    match tag.has_doubtful_calendar() || written.has_doubtful_calendar() {
        true => format!("{}-u-ca-{}", written.as_str(), tag.calendar()),
        false => written.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_one_slot;

    #[test]
    fn a_day_and_a_time_become_one_moment_with_what_joins_them() {
        for (words, told) in [
            ("Opens {day}, {time}{yours}.", "Opens {time}{yours}."),
            ("Öffnet {day} um {time} Uhr{yours}.", "Öffnet {time} Uhr{yours}."),
            ("{time} {day} පිහිටුවමු", "{time} පිහිටුවමු"),
            ("Until {time}{yours}", "Until {time}{yours}"),
            ("On {day}", "On {time}"),
            ("{day}{yours} {time}", "{yours} {time}"),
        ] {
            assert_eq!(in_one_slot(words), told);
        }
    }
}
