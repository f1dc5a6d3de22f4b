//! The duties of the programme towards customers, and where the site meets each.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::{Wording, block};
use crate::diagnostic::{Code, code};
use crate::site::PageKind;

/// The file that says the same to programs.
pub const COMPLIANCE: &str = "compliance.json";

/// Something that the programme wants customers to learn.
#[derive(Debug)]
pub struct Duty {
    /// Its number.
    pub id: &'static str,
    /// The checks that prove it, the one first that is told when no page meets it.
    pub checks: &'static [Code],
}

/// A place of the site that meets a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// The page.
    pub kind: PageKind,
    /// The anchor on it, or empty.
    pub anchor: String,
    /// What stands there.
    pub title: String,
}

/// Rules that a text keeps, beside the duties: each has to stand on its page too.
pub const KEPT_BY_TEXTS: [Code; 4] = [code::CSP_13, code::CSP_16, code::SLA_04, code::SLA_06];

const fn duty(id: &'static str, checks: &'static [Code]) -> Duty {
    Duty { id, checks }
}

/// All duties, in order. The numbers are those of the project's list of what the programme asks.
pub const DUTIES: [Duty; 13] = [
    duty("O-1", &[code::CSP_01, code::CSP_02, code::CSP_21]),
    duty("O-2", &[code::CSP_03, code::HRS_01, code::HRS_02, code::HRS_04, code::HRS_05, code::HRS_07]),
    duty("O-3", &[code::CSP_04, code::CON_01, code::CON_03, code::CON_08]),
    duty("O-4", &[code::CSP_05, code::PRC_01, code::PRC_02, code::PRC_03]),
    duty("O-5", &[code::CSP_06, code::CSP_10, code::CSP_11, code::CSP_12, code::DOC_03]),
    duty("O-6", &[code::CSP_07, code::DOC_03]),
    duty("O-7", &[code::CSP_08, code::LNK_01, code::DOC_03]),
    duty("O-8", &[code::CSP_09, code::DOC_03]),
    duty("O-9", &[code::CSP_17, code::CSP_14, code::DOC_03]),
    duty("O-10", &[code::CSP_18, code::DOC_03]),
    duty("O-11", &[code::CSP_19, code::DOC_03]),
    duty("O-12", &[code::DOC_03]),
    duty("O-13", &[code::CSP_15, code::DOC_03]),
];

/// The texts on the pages that can meet a duty or keep a rule; each says itself which.
const TEXTS: [(PageKind, &str); 17] = [
    (PageKind::SupportTypes, "support-types/boundaries"),
    (PageKind::Pricing, "pricing/targets"),
    (PageKind::PartnerOfRecord, "partner-of-record/no-microsoft-requests"),
    (PageKind::PartnerOfRecord, "partner-of-record/what-you-do"),
    (PageKind::PartnerOfRecord, "partner-of-record/what-we-do"),
    (PageKind::PartnerOfRecord, "partner-of-record/what-microsoft-does"),
    (PageKind::PartnerOfRecord, "partner-of-record/where-you-see-us"),
    (PageKind::PartnerOfRecord, "partner-of-record/who-writes-to-you"),
    (PageKind::DelegatedAccess, "delegated-access/end"),
    (PageKind::SelfService, "self-service/start"),
    (PageKind::SelfService, "self-service/microsoft-365"),
    (PageKind::SelfService, "self-service/azure"),
    (PageKind::SelfService, "self-service/product-help"),
    (PageKind::Pricing, "commerce/buy-or-cancel"),
    (PageKind::Pricing, "commerce/cancellation-window"),
    (PageKind::Pricing, "commerce/non-payment"),
    (PageKind::Pricing, "commerce/customer-agreement"),
];

impl Wording<'_> {
    /// What a duty is, in words.
    pub fn duty(&self, duty: &Duty) -> String {
        self.word(&duty.id.to_lowercase().replace("o-", "duty_"))
    }

    /// The address of a place.
    pub fn place(&self, met: &Met) -> String {
        let page = self.href(met.kind);
        if met.anchor.is_empty() { page } else { format!("{page}#{}", met.anchor) }
    }

    /// The SHA-256 of `support.toml`, by which an auditor sees that the facts are those of the file. A byte order mark and
    /// the line ends of Windows are no facts.
    pub fn facts_hash(&self) -> String {
        let digest = Sha256::digest(self.site.config.source.text().replace("\r\n", "\n").as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Where the site meets a duty: the pages of the facts, then the texts that say that they meet it.
    pub fn met(&self, duty: &Duty) -> Vec<Met> {
        let whole = |kind: PageKind| Met { kind, anchor: String::new(), title: self.heading(kind) };
        let mut met: Vec<Met> = match duty.id {
            "O-1" => vec![whole(PageKind::SupportTypes)],
            "O-2" => vec![whole(PageKind::Contact), whole(PageKind::SupportTypes)],
            "O-3" => vec![whole(PageKind::Contact)],
            "O-4" => vec![whole(PageKind::SupportTypes), whole(PageKind::Pricing)],
            _ => Vec::new(),
        };
        met.extend(self.declared().into_iter().filter(|(_, meets)| meets.contains(duty.id)).map(|(met, _)| met));
        met
    }

    /// The texts that can meet a duty or keep a rule, each with the ids of those that it says it does.
    pub fn declared(&self) -> Vec<(Met, &BTreeSet<String>)> {
        let role = format!("partner-of-record/{}", self.portal().partner.role.name());
        let own = std::iter::once((PageKind::PartnerOfRecord, role.as_str()));
        let texts = own.chain(TEXTS).filter_map(|(kind, name)| {
            let (title, meets) = self.duties_of(name)?;
            Some((Met { kind, anchor: block::anchor(name).to_owned(), title: title.to_owned() }, meets))
        });
        texts.collect()
    }
}
