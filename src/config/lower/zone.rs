//! `time_zone`: the region and city whose clock counts.

use jiff::tz::TimeZone;

use super::super::entry::{Entry, Value};
use crate::diagnostic::code;
use crate::diagnostic::guess::nearest;

/// What Windows calls the zones of most partners.
const WINDOWS_ZONES: [(&str, &str); 8] = [
    ("Central European Standard Time", "Europe/Warsaw"),
    ("Central Europe Standard Time", "Europe/Prague"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Romance Standard Time", "Europe/Paris"),
    ("GMT Standard Time", "Europe/London"),
    ("Eastern Standard Time", "America/New_York"),
    ("Central Standard Time", "America/Chicago"),
    ("Pacific Standard Time", "America/Los_Angeles"),
];

/// The zone of a city that is named without its region, or that Windows names otherwise.
fn city(name: &str) -> Option<String> {
    if let Some((_, zone)) = WINDOWS_ZONES.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name)) {
        return Some((*zone).to_owned());
    }
    let name = name.trim().replace(' ', "_");
    let is_city = |zone: &str| {
        zone.split_once('/').is_some_and(|(region, city)| region != "Etc" && city.eq_ignore_ascii_case(&name))
    };
    jiff::tz::db().available().map(|zone| zone.as_str().to_owned()).find(|zone| is_city(zone))
}

/// The zone of hours, if they name one.
pub(super) fn of(entry: &Entry<'_>) -> Option<(TimeZone, String)> {
    let value = entry.value("time_zone")?;
    time_zone(&value)
}

/// An IANA zone of a region. Abbreviations and fixed offsets are in the database, but have no summer time of a place.
pub(in crate::config) fn time_zone(value: &Value<'_>) -> Option<(TimeZone, String)> {
    let id = value.string()?;
    let fixed = !id.contains('/') && id != "UTC"
        || id.starts_with("Etc/") && id != "Etc/UTC"
        || id.starts_with("posix/")
        || id.starts_with("right/");
    let message = format!("`{id}` is not a time zone");
    if fixed {
        let hint = match city(id) {
            Some(zone) => format!("did you mean `{zone}`?"),
            None => "write the region and city whose clock counts, such as Europe/Warsaw: an abbreviation or an offset is wrong for half of the year".to_owned(),
        };
        value.scope.error(code::HRS_01, value.span(), message, hint);
        return None;
    }
    let known = jiff::tz::db().available().find(|name| name.as_str() == id).is_some();
    match TimeZone::get(id) {
        Ok(zone) if known => Some((zone, id.to_owned())),
        _ => {
            let names: Vec<String> = jiff::tz::db()
                .available()
                .map(|name| name.as_str().to_owned())
                .filter(|name| name.contains('/'))
                .collect();
            let same = names.iter().find(|name| name.eq_ignore_ascii_case(id)).map(String::as_str);
            let near = same.or_else(|| nearest(id, names.iter().map(String::as_str)));
            value.scope.correct(
                code::HRS_01,
                value.span(),
                message,
                near.map_or_else(
                    || "write the region and city whose clock counts, such as Europe/Warsaw".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                ),
                same.map(|zone| format!("\"{zone}\"")),
            );
            None
        }
    }
}
