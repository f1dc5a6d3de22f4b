//! Telephones, mailboxes and countries, for people and as links.

use super::Wording;
use crate::locale::Telephone;
use crate::model::address::Country;
use crate::model::contact::Way;

impl Wording<'_> {
    /// A telephone as it is dialled from anywhere.
    pub fn number(&self, telephone: &Telephone) -> String {
        telephone.international()
    }

    /// A telephone as it is dialled within its own country, with that: "22 555 01 23 (Poland)"; empty for other ways.
    pub fn national_number(&self, way: &Way) -> String {
        let (Way::Phone(telephone) | Way::Sms(telephone) | Way::Relay(telephone)) = way else { return String::new() };
        let name = telephone.region().and_then(|country| self.locale().region_name(&country));
        let number = telephone.national();
        name.map(|country| self.say("national_number", &[("number", &number), ("country", &country)]))
            .unwrap_or_default()
    }

    /// The names of countries, joined.
    pub fn countries(&self, countries: &[Country]) -> String {
        let names: Vec<String> = countries
            .iter()
            .map(|c| self.locale().region_name(c.code()).unwrap_or_else(|| c.code().to_owned()))
            .collect();
        self.and(&names)
    }

    /// The address behind the button of a way; empty for post and visits.
    pub fn way_href(&self, way: &Way) -> String {
        match way {
            Way::Phone(telephone) | Way::Relay(telephone) => telephone.uri(),
            Way::Sms(telephone) => format!("sms:{}", telephone.e164()),
            Way::WhatsApp(telephone) => format!("https://wa.me/{}", telephone.e164().trim_start_matches('+')),
            Way::Email(email) => email.uri(),
            Way::Teams(email) => {
                format!("https://teams.microsoft.com/l/chat/0/0?users={}", email.uri().trim_start_matches("mailto:"))
            }
            Way::TicketPortal(url)
            | Way::Chat(url)
            | Way::Messenger(url)
            | Way::RemoteAssistance(url)
            | Way::Booking(url) => url.as_str().to_owned(),
            Way::Post(_) | Way::InPerson(_) => String::new(),
        }
    }

    /// The address of a way as people write it, in lines.
    pub fn way_lines(&self, way: &Way) -> Vec<String> {
        match way {
            Way::Phone(telephone) | Way::Sms(telephone) | Way::WhatsApp(telephone) | Way::Relay(telephone) => {
                vec![self.number(telephone)]
            }
            Way::Email(email) | Way::Teams(email) => vec![email.as_str().to_owned()],
            Way::TicketPortal(url)
            | Way::Chat(url)
            | Way::Messenger(url)
            | Way::RemoteAssistance(url)
            | Way::Booking(url) => {
                let shown = url.as_str().trim_start_matches("https://").trim_end_matches('/');
                vec![shown.to_owned()]
            }
            Way::Post(lines) | Way::InPerson(lines) => lines.clone(),
        }
    }
}
