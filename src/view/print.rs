//! The sheet to print and hang up.

use super::contact::Method;
use super::desk::{Desk, SpecialDate};
use super::home::{DeskLine, UrgencyCard};
use super::{Block, Link};
use serde::Serialize;

/// Data of `print.html`, as `page`. Every list is short enough for one sheet of A4.
#[derive(Clone, Debug, Serialize)]
pub struct Print {
    /// The h1.
    pub heading: String,
    /// The main ways in: an office telephone, then an emergency line. At most two.
    pub numbers: Vec<Method>,
    /// What is written, at most two.
    pub written: Vec<Method>,
    /// The main hours.
    pub desk: Option<Desk>,
    /// Other staffed hours, briefly.
    pub other_desks: Vec<DeskLine>,
    /// The next dates on which the main hours differ.
    pub special: Vec<SpecialDate>,
    /// How urgent is it: at most three.
    pub urgency: Vec<UrgencyCard>,
    /// What to have ready.
    pub have_ready: Block,
    /// Whom Microsoft names as the support contact.
    pub record: String,
    /// "As of 22 November 2026."
    pub as_of: String,
    /// The codes to scan.
    pub codes: Vec<Code>,
    /// Back to the contact page.
    pub back: Link,
}

/// A QR code as an SVG of one path.
#[derive(Clone, Debug, Serialize)]
pub struct Code {
    /// Its name for those who do not see it.
    pub name: String,
    /// What it is for.
    pub label: String,
    /// The address in it, for people.
    pub text: String,
    /// The same in parts that stay together: a line breaks between two of them only.
    pub parts: Vec<String>,
    /// The address in it.
    pub href: String,
    /// The width of the drawing in modules, the quiet zone included.
    pub size: usize,
    /// Lines of width 1 through the middle of dark modules, which lie half a module below whole numbers.
    pub path: String,
}
