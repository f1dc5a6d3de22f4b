//! Addresses on the web and by mail.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

/// What an address in a `mailto:` address does not hold as it is.
const NOT_IN_MAILTO: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'@').remove(b'.').remove(b'-').remove(b'_').remove(b'~').remove(b'+');

/// An absolute `https` address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(Url);

/// Why a text is no [`WebAddress`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebAddressProblem {
    /// There is no scheme: `www.example.com`.
    NoScheme,
    /// The scheme is not https.
    NotHttps,
    /// It is no address at all, or holds a user name or password.
    Malformed,
}

impl WebAddress {
    /// Parses an absolute https address. `http` is allowed for the own machine only, to preview a site.
    pub fn parse(text: &str) -> Result<Self, WebAddressProblem> {
        if !text.contains("://") {
            return Err(WebAddressProblem::NoScheme);
        }
        let url = Url::parse(text).map_err(|_| WebAddressProblem::Malformed)?;
        let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() != "https" && !(url.scheme() == "http" && local) {
            return Err(WebAddressProblem::NotHttps);
        }
        if url.host_str().is_none_or(str::is_empty)
            || !url.username().is_empty()
            || url.password().is_some()
            || text.chars().any(|c| c.is_whitespace() || c.is_control())
        {
            return Err(WebAddressProblem::Malformed);
        }
        Ok(Self(url))
    }

    /// The address in its usual form.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host, to show to people.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The host, with its port where it has one of its own: with a path behind it, an address to read on paper.
    pub fn authority(&self) -> &str {
        &self.0[url::Position::BeforeHost..url::Position::AfterPort]
    }

    /// The path, which starts with `/`.
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// The same address ending in `/`, without query and fragment: a place to publish under.
    #[must_use]
    pub fn as_base(&self) -> Self {
        let mut url = self.0.clone();
        url.set_query(None);
        url.set_fragment(None);
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Self(url)
    }

    /// Whether it can be the address of a portal: no empty part, no query, no anchor.
    pub fn is_base(&self) -> bool {
        self.0.query().is_none() && self.0.fragment().is_none() && !self.0.path().contains("//")
    }
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Parses an address of RFC 5321 whose domain has a dot.
    pub fn parse(text: &str) -> Option<Self> {
        let options =
            email_address::Options::default().with_required_tld().without_domain_literal().without_display_text();
        email_address::EmailAddress::parse_with_options(text, options).ok().map(|_| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A `mailto:` address of RFC 6068.
    pub fn uri(&self) -> String {
        format!("mailto:{}", utf8_percent_encode(&self.0, NOT_IN_MAILTO))
    }
}

/// A country by its ISO 3166-1 code of two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// Parses two upper-case letters.
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Self([a, b])),
            _ => None,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}
