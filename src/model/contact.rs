//! How to reach the partner.

use super::Ref;
use super::address::{Country, EmailAddress, WebAddress};
use super::hours::Hours;
use super::plan::{Plan, Rate};
use super::severity::Due;
use super::text::Text;
use crate::locale::{LanguageTag, Telephone};

/// A contact method.
#[derive(Clone, Debug)]
pub struct ContactMethod {
    /// Its id.
    pub id: String,
    /// Its name; else its kind says what it is.
    pub name: Option<Text>,
    /// The way, with its address.
    pub way: Way,
    /// When it is answered; none when it can be used at any time and answers later.
    pub hours: Option<Ref<Hours>>,
    /// The languages spoken there.
    pub languages: Vec<Spoken>,
    /// Whether it is for emergencies.
    pub emergency: bool,
    /// The rate that using it costs.
    pub rate: Option<Ref<Rate>>,
    /// What the call itself costs.
    pub cost: Option<Text>,
    /// When an answer comes.
    pub reply_within: Option<Due>,
    /// What to have ready.
    pub have_ready: Vec<Text>,
    /// The plans it is for; empty for all.
    pub plans: Vec<Ref<Plan>>,
    /// The countries it is for; empty for all.
    pub countries: Vec<Country>,
    /// The sign-in that it needs.
    pub sign_in: SignIn,
    /// Who may use it.
    pub who_may_use: WhoMayUse,
    /// What to do when nobody answers.
    pub if_no_answer: Option<Text>,
    /// A note.
    pub note: Option<Text>,
}

/// A way to reach the partner, with its address.
#[derive(Clone, Debug)]
pub enum Way {
    /// A telephone.
    Phone(Telephone),
    /// Text messages.
    Sms(Telephone),
    /// WhatsApp.
    WhatsApp(Telephone),
    /// A text relay service.
    Relay(Telephone),
    /// E-mail.
    Email(EmailAddress),
    /// A chat in Microsoft Teams.
    Teams(EmailAddress),
    /// A ticket portal.
    TicketPortal(WebAddress),
    /// A chat on the web.
    Chat(WebAddress),
    /// Another messenger.
    Messenger(WebAddress),
    /// Software for remote assistance.
    RemoteAssistance(WebAddress),
    /// A calendar to book a call.
    Booking(WebAddress),
    /// Post, by lines of the address.
    Post(Vec<String>),
    /// A visit, by lines of the address.
    InPerson(Vec<String>),
}

impl Way {
    /// The telephone that a person answers by voice.
    pub fn voice(&self) -> Option<&Telephone> {
        match self {
            Self::Phone(telephone) => Some(telephone),
            _ => None,
        }
    }
}

/// A language spoken at a contact method.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// The language.
    pub tag: LanguageTag,
    /// Its own hours.
    pub hours: Option<Ref<Hours>>,
}

/// The sign-in that a contact method needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignIn {
    /// None.
    #[default]
    None,
    /// The customer's Microsoft account.
    Microsoft,
    /// An account of the partner's system.
    Own,
}

/// Who may use a contact method.
#[derive(Clone, Debug, Default)]
pub enum WhoMayUse {
    /// The partner does not say.
    #[default]
    NotSaid,
    /// Everyone.
    Anyone,
    /// People whom the customer has named.
    Authorised,
    /// As the text says.
    Described(Text),
}
