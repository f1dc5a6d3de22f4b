//! Hours of a desk as sentences: when, where it is that time, and on which days not.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Wording, capital, plain};
use crate::model::Ref;
use crate::model::hours::{Holidays, Hours, HoursKind, Opening, Weekly, date_in, zone_of};
use crate::view::Phrase;
use crate::view::desk::Desk;

impl Wording<'_> {
    /// Hours in full, for the contact page.
    pub fn desk(&self, hours: Ref<Hours>) -> Desk {
        let hours = &self.portal().hours[hours];
        let weekly = match &hours.opening {
            Opening::Weekly(weekly) => Some(&**weekly),
            _ => None,
        };
        let any_of = match &hours.opening {
            Opening::AnyOf(parts) => parts.iter().map(|part| self.desk_name(&self.portal().hours[*part])).collect(),
            _ => Vec::new(),
        };
        Desk {
            id: hours.id.clone(),
            name: self.desk_name(hours),
            kind: hours.kind.name().to_owned(),
            always: matches!(hours.opening, Opening::Always(_)),
            summary: capital(&self.hours_sentence(hours)),
            zone: weekly.map(|weekly| self.zone(weekly)).unwrap_or_default(),
            zone_id: weekly.map(|weekly| weekly.zone_id.clone()).unwrap_or_default(),
            days: weekly.map(|weekly| self.days(&weekly.week)).unwrap_or_default(),
            any_of,
            holidays: weekly.map(|weekly| self.holidays(weekly)).unwrap_or_default(),
            special: weekly.map(|weekly| self.special_dates(weekly)).unwrap_or_default(),
            ribbon: weekly.map(|weekly| self.ribbon(hours, weekly)),
        }
    }

    /// "Monday to Friday, 08:00 to 17:00, Warsaw time"; on call, that it is for emergencies.
    pub fn hours_sentence(&self, hours: &Hours) -> String {
        let said = match &hours.opening {
            Opening::Always(_) => self.word("hours_always"),
            Opening::Weekly(weekly) => self.weekly_sentence(weekly),
            Opening::AnyOf(parts) => self.parts_sentence(parts, |part| self.hours_sentence(part)),
        };
        self.for_emergencies(hours, said)
    }

    /// "Mon to Fri, 08:00 to 17:00": as short as it can be.
    pub fn hours_short(&self, hours: &Hours) -> String {
        match &hours.opening {
            Opening::Always(_) => self.word("hours_always_short"),
            Opening::Weekly(weekly) if weekly.week.is_always() || weekly.week.is_never() => {
                self.weekly_sentence(weekly)
            }
            Opening::Weekly(weekly) => {
                let week = self.week_sentence(&weekly.week, |day| self.locale().weekday_short(day));
                // Beside hours of another zone, hours without theirs would be read in the wrong one.
                match self.has_several_zones() {
                    true => self.say("hours_in_zone", &[("hours", &week), ("zone", &self.zone(weekly))]),
                    false => week,
                }
            }
            Opening::AnyOf(parts) => self.parts_sentence(parts, |part| self.hours_short(part)),
        }
    }

    fn has_several_zones(&self) -> bool {
        let mut zones = self.portal().hours.iter().filter_map(|hours| match &hours.opening {
            Opening::Weekly(weekly) => Some(weekly.zone_id.as_str()),
            Opening::Always(_) | Opening::AnyOf(_) => None,
        });
        let first = zones.next();
        zones.any(|zone| Some(zone) != first)
    }

    fn weekly_sentence(&self, weekly: &Weekly) -> String {
        let differs = !weekly.special.is_empty() || matches!(weekly.holidays, Holidays::Calendars(_));
        if weekly.week.is_always() {
            return self.word(if differs { "hours_always_but" } else { "hours_always" });
        }
        if weekly.week.is_never() && weekly.special.is_empty() {
            return self.word("hours_never");
        }
        let week = self.week_sentence(&weekly.week, |day| self.locale().weekday(day));
        self.say("hours_in_zone", &[("hours", &week), ("zone", &self.zone(weekly))])
    }

    /// Combined hours: each part with its name, so that no open hour is hidden.
    fn parts_sentence(&self, parts: &[Ref<Hours>], say: impl Fn(&Hours) -> String) -> String {
        let parts = parts.iter().map(|part| &self.portal().hours[*part]);
        let said = parts
            .map(|part| self.say("language_hours", &[("language", &self.desk_name(part).text), ("hours", &say(part))]));
        self.join("semicolon", &said.collect::<Vec<_>>())
    }

    fn for_emergencies(&self, hours: &Hours, said: String) -> String {
        match (hours.kind, &hours.opening) {
            // The parts of combined hours say it themselves.
            (HoursKind::OnCall, Opening::Always(_) | Opening::Weekly(_)) => {
                self.say("hours_on_call", &[("hours", &said)])
            }
            _ => said,
        }
    }

    fn zone(&self, weekly: &Weekly) -> String {
        self.say("zone", &[("city", &self.locale().time_zone_city(&weekly.zone_id))])
    }

    /// A sentence about times, with the zone in which they are said; an offset alone has no name.
    pub fn in_zone(&self, times: &str, zone: &TimeZone) -> String {
        let zone = match zone.iana_name() {
            Some("UTC") => "UTC".to_owned(),
            Some(id) => self.say("zone", &[("city", &self.locale().time_zone_city(id))]),
            None => return times.to_owned(),
        };
        self.say("hours_in_zone", &[("hours", times), ("zone", &zone)])
    }

    fn holidays(&self, weekly: &Weekly) -> String {
        match &weekly.holidays {
            Holidays::NotSaid => String::new(),
            Holidays::None => self.word("holidays_open"),
            Holidays::Calendars(calendars) => {
                let areas: Vec<String> =
                    calendars.iter().map(|calendar| self.area(calendar.code(), calendar.area())).collect();
                self.say("holidays_closed", &[("areas", &self.and(&areas))])
            }
        }
    }

    /// A country, or a region with its country.
    fn area(&self, code: &str, own_name: &str) -> String {
        let country = code.split('-').next().unwrap_or(code);
        let name = self.locale().region_name(country).unwrap_or_else(|| country.to_owned());
        if country == code { name } else { format!("{own_name} ({name})") }
    }

    /// The name of hours; those without one are the office or the on-call desk, with their id when there are several.
    pub fn desk_name(&self, hours: &Hours) -> Phrase {
        let nameless = |other: &&Hours| other.name.is_none() && other.kind == hours.kind;
        match &hours.name {
            Some(name) => self.phrase(name),
            None => {
                let word = self.word(&format!("desk_{}", hours.kind.name().replace('-', "_")));
                let several = self.portal().hours.iter().filter(nameless).count() > 1;
                plain(&if several { format!("{word} ({})", hours.id) } else { word })
            }
        }
    }

    /// Whether contact methods are answered in different hours.
    pub fn has_several_desks(&self) -> bool {
        let mut hours = self.portal().contact_methods.iter().filter_map(|method| method.hours);
        let first = hours.next();
        hours.any(|other| Some(other) != first)
    }

    /// The zone of the main desk with its IANA id: where the partner's clock hangs.
    pub fn zone_of_portal(&self) -> Option<(&TimeZone, &str)> {
        zone_of(&self.portal().hours, self.main_desk()?)
    }

    /// The day that it is where the partner is when the day of the build begins in UTC: on no clock of the partner's is it
    /// an earlier one while the build is new.
    pub fn first_day(&self) -> Date {
        self.zone_of_portal().map_or(self.today, |(zone, _)| date_in(zone, self.today))
    }

    /// The first staffed hours that a contact method has, for the home page.
    pub fn main_desk(&self) -> Option<Ref<Hours>> {
        let portal = self.portal();
        let of_methods = portal.contact_methods.iter().filter_map(|method| method.hours);
        let staffed = |hours: &Ref<Hours>| {
            portal.hours[*hours].kind == HoursKind::Staffed
                && matches!(portal.hours[*hours].opening, Opening::Weekly(_))
        };
        of_methods
            .clone()
            .find(staffed)
            .or_else(|| of_methods.clone().next())
            .or_else(|| portal.hours.refs().map(|(r, _)| r).next())
    }
}
