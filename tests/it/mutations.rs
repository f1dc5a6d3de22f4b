//! Slips of the hand, thousands of them, made on the example: whatever is left of a file, the program ends, and what it
//! tells has a place in the file and a hint. Each slip comes from a number, which the failure names.

use std::sync::Arc;

use rayon::prelude::*;

use supportal::config;
use supportal::diagnostic::{Diagnostic, Diagnostics, Severity, SourceFile};
use supportal::source::Sources;

use super::harness::{build, repository};

/// How many times `support.toml` is slipped into; Markdown, for which a whole site is built each time, less often.
const SLIPS: u64 = 1_500;
const SLIPS_IN_MARKDOWN: u64 = 120;

/// What stands where a value stood: one of each type, and some that people write.
const VALUES: &[&str] = &[
    "1",
    "-1",
    "9223372036854775808",
    "1.5",
    "true",
    "\"\"",
    "\"x\"",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{ a = 1 }",
    "[1, \"a\"]",
    "2026-12-31",
    "2026-02-30",
    "08:00:00",
    "2026-12-31T10:00:00+99:00",
    "nan",
    "\"always\"",
    "'''\na'''",
    "\"\\u0000\"",
    "\"12,50\"",
    "\"https://\"",
    "\"+48 22\"",
    "[\"25:00-26:00\"]",
    "\"Europe/Nowhere\"",
    "\"2 business days\"",
    "„x”",
    "x y",
];

/// What gets into a line by chance.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "#",
    "\\",
    "\n",
    "\r",
    "\t",
    "\u{a0}",
    "„",
    "”",
    "–",
    "é",
    "\u{301}",
    "\u{202e}",
    "👍",
    "\u{FEFF}",
    "+++",
    "[[plans]]\n",
    "[partner]\n",
    "a.b.c = 1\n",
    "\u{2028}",
    "0",
];

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((x ^ (x >> 31)) % sides.max(1) as u64) as usize
    }

    fn of<'a>(&mut self, choice: &[&'a str]) -> &'a str {
        choice[self.roll(choice.len())]
    }

    /// A place between two letters.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.roll(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// `text` after one slip.
    fn slip(&mut self, text: &str) -> String {
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        let line = self.roll(lines.len());
        match self.roll(8) {
            0 if !lines.is_empty() => drop(lines.remove(line)),
            1 if !lines.is_empty() => lines.insert(line, lines[line].clone()),
            2 if !lines.is_empty() => {
                let other = self.roll(lines.len());
                lines.swap(line, other);
            }
            3 | 4 if !lines.is_empty() => {
                if let Some((key, _)) = lines[line].clone().split_once('=') {
                    lines[line] = format!("{key}= {}\n", self.of(VALUES));
                }
            }
            5 => {
                let headers: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].starts_with('[')).collect();
                if !headers.is_empty() {
                    let from = headers[self.roll(headers.len())];
                    let to = headers.iter().copied().find(|i| *i > from).unwrap_or(lines.len());
                    let table = lines[from..to].concat();
                    lines.insert(to, table);
                }
            }
            6 => {
                let (one, other) = (self.place(text), self.place(text));
                return format!("{}{}", &text[..one.min(other)], &text[one.max(other)..]);
            }
            _ => {
                let at = self.place(text);
                return format!("{}{}{}", &text[..at], self.of(PIECES), &text[at..]);
            }
        }
        lines.concat()
    }

    /// `text` after one to four slips.
    fn slips(&mut self, text: &str) -> String {
        (0..=self.roll(4)).fold(text.to_owned(), |text, _| self.slip(&text))
    }
}

/// Runs a slip; a panic names its number.
fn survive(number: u64, text: &str, work: impl Fn(&str) -> Vec<Diagnostic> + std::panic::RefUnwindSafe) {
    let told = std::panic::catch_unwind(|| work(text));
    let told = told.unwrap_or_else(|_| panic!("slip {number} made the program panic on:\n{text}"));
    for problem in told {
        let about = format!("slip {number}: {} {}", problem.code, problem.message);
        assert!(!problem.message.trim().is_empty(), "{about}");
        if problem.severity == Severity::Error {
            let place = problem.place.as_ref().unwrap_or_else(|| panic!("{about}: no place, in\n{text}"));
            let span = place.source.text().get(place.span.clone());
            assert!(span.is_some(), "{about}: {:?} is no place in\n{text}", place.span);
            assert!(!problem.hints.is_empty(), "{about}: no hint, in\n{text}");
        }
    }
}

fn with_slips(count: u64, text: &str, work: impl Fn(&str) -> Vec<Diagnostic> + Sync + std::panic::RefUnwindSafe) {
    (0..count).into_par_iter().for_each(|number| survive(number, &Dice(number).slips(text), &work));
}

#[test]
fn no_slip_in_support_toml_makes_it_panic_and_each_fault_has_a_place_and_a_hint() {
    let data: Sources = supportal::built_in::sources();
    with_slips(SLIPS, &repository("example-site/support.toml"), |text| {
        let diagnostics = Diagnostics::new();
        let source: Arc<SourceFile> = SourceFile::new("support.toml", text);
        let _ = config::read(&source, &data, &config::Overrides::default(), &diagnostics);
        diagnostics.into_sorted()
    });
}

#[test]
fn no_slip_in_markdown_makes_it_panic_and_each_fault_has_a_place_and_a_hint() {
    let base = repository("tests/cases/base.toml");
    let notice = "+++\ntitle = \"Work\"\ndescription = \"A sentence.\"\ndate = 2026-11-20\nupdated = 2026-11-21\nweight = 2\ntags = [\"mail\"]\nproducts = [\"Teams\"]\naliases = [\"/old/\"]\nslug = \"work\"\nkind = \"maintenance\"\nstatus = \"scheduled\"\nstart = 2026-12-05T22:00:00\nend = 2026-12-06T02:00:00\ntime_zone = \"Europe/Warsaw\"\ncomponents = []\n\n[[updates]]\ntime = 2026-11-22T08:00:00Z\nstatus = \"scheduled\"\ntext = \"We begin.\"\n+++\n\n## What\n\nText with a [link](/contact/), *emphasis* and `code`.\n\n> [!NOTE]\n> A note.\n\n| a | b |\n|---|---|\n| c | d |\n\n1. one\n   - two\n\n<details><summary>More</summary>\n\ntext[^1]\n\n</details>\n\n[^1]: Note.\n";
    with_slips(SLIPS_IN_MARKDOWN, notice, |text| {
        let files = [("support.toml", base.as_str()), ("content/en/notices/a.md", text)];
        build(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).to_vec()).diagnostics
    });
}
