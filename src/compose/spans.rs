//! What several notices show together: the stretches of time in which any of them stands there, and those between.
//!
//! Each stretch is an element of its own with one beginning and one end, so that the script that shows a single notice by
//! the clock shows a list, its heading and the word that there is nothing at the same instants.

use crate::view::notices::Window;

/// The stretches in which any of these is shown, in the order of time; none touches the next.
pub(super) fn spans<'a>(windows: impl Iterator<Item = &'a Window>) -> Vec<Window> {
    let mut windows: Vec<&Window> = windows.collect();
    windows.sort_by_key(|window| window.start);
    let mut spans: Vec<Window> = Vec::new();
    for window in windows {
        match spans.last_mut().filter(|last| !is_over(last, window)) {
            Some(last) => {
                last.end = last.end.zip(window.end).map(|(one, other)| one.max(other));
                last.hidden &= window.hidden;
            }
            None => spans.push(window.clone()),
        }
    }
    spans
}

/// Whether a stretch is over before another begins.
fn is_over(span: &Window, next: &Window) -> bool {
    span.end.zip(next.start).is_some_and(|(end, start)| end < start)
}

/// Whether what is shown at this time stands within a stretch.
pub(super) fn is_within(window: &Window, span: &Window) -> bool {
    !is_over(span, window) && !is_over(window, span)
}

/// The stretches before, between and after these. Without a script the first stands there, if none of these does.
pub(super) fn gaps(spans: &[Window]) -> Vec<Window> {
    let nothing_stands = spans.iter().all(|span| span.hidden);
    let gap = |place: usize| {
        let before = place.checked_sub(1).and_then(|place| spans.get(place));
        let after = spans.get(place);
        let is_none = before.is_some_and(|span| span.end.is_none()) || after.is_some_and(|span| span.start.is_none());
        (!is_none).then(|| Window {
            start: before.and_then(|span| span.end),
            end: after.and_then(|span| span.start),
            hidden: !nothing_stands || place > 0,
        })
    };
    (0..=spans.len()).filter_map(gap).collect()
}
