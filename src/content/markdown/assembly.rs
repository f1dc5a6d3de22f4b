//! The last step: footnotes are numbered and put at the end, headings get their tags, tables their names.

use super::body::{Hole, small};
use super::fragment::{Fragment, Gap};
use super::{Heading, Options};

/// Which footnotes and headings the HTML has, in its order.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Footnotes by first use.
    pub(super) notes: Vec<usize>,
    /// How often each footnote is referred to from what is written; by index.
    uses: Vec<usize>,
    /// The number of each footnote, 0 for one that is not used; by index.
    numbers: Vec<usize>,
    /// The headings.
    pub(super) headings: Vec<usize>,
}

impl Survey {
    /// Surveys the text and the footnotes that it uses, directly or through other footnotes.
    pub(super) fn new(main: &Fragment, notes: &[Option<Fragment>]) -> Self {
        let mut survey = Self { uses: vec![0; notes.len()], numbers: vec![0; notes.len()], ..Self::default() };
        survey.visit(main, notes);
        let mut done = 0;
        while let Some(note) = survey.notes.get(done).copied() {
            done += 1;
            if let Some(Some(body)) = notes.get(note) {
                survey.visit(body, notes);
            }
        }
        survey
    }

    fn visit(&mut self, fragment: &Fragment, notes: &[Option<Fragment>]) {
        for (_, gap) in &fragment.gaps {
            match *gap {
                Gap::HeadingStart(heading) => self.headings.push(heading),
                Gap::Reference(note) if notes.get(note).is_some_and(Option::is_some) => {
                    if self.numbers[note] == 0 {
                        self.notes.push(note);
                        self.numbers[note] = self.notes.len();
                    }
                    self.uses[note] += 1;
                }
                _ => {}
            }
        }
    }

    /// The ids of the footnotes and of the references to them.
    pub(super) fn ids(&self, prefix: &str) -> Vec<String> {
        let ids = |(at, note): (usize, &usize)| {
            let number = at + 1;
            let references = (1..=self.uses.get(*note).copied().unwrap_or(0)).map(move |nth| reference_id(number, nth));
            std::iter::once(format!("fn-{number}")).chain(references).map(|id| format!("{prefix}{id}"))
        };
        self.notes.iter().enumerate().flat_map(ids).collect()
    }
}

fn reference_id(number: usize, nth: usize) -> String {
    if nth == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{nth}") }
}

/// HTML in which only links, images and placeholders are missing.
pub(super) struct Assembly<'a> {
    options: &'a Options<'a>,
    survey: &'a Survey,
    headings: &'a [Option<Heading>],
    tables: &'a [String],
    /// How many references to each footnote were written; by index.
    written: Vec<usize>,
    pub(super) html: String,
    pub(super) holes: Vec<(u32, Hole)>,
}

impl<'a> Assembly<'a> {
    /// Starts with nothing.
    pub(super) fn new(
        options: &'a Options<'a>,
        survey: &'a Survey,
        headings: &'a [Option<Heading>],
        tables: &'a [String],
    ) -> Self {
        let written = vec![0; survey.numbers.len()];
        Self { options, survey, headings, tables, written, html: String::new(), holes: Vec::new() }
    }

    /// Writes a fragment, its gaps closed or handed on.
    pub(super) fn write(&mut self, fragment: &Fragment) {
        self.html.reserve(fragment.html.len());
        let mut done = 0;
        for (offset, gap) in &fragment.gaps {
            self.html.push_str(&fragment.html[done..*offset]);
            done = *offset;
            match *gap {
                Gap::Text(bytes) => self.hole(Hole::Text(bytes)),
                Gap::Link(link) => self.hole(Hole::Link(small(link))),
                Gap::Image(image) => self.hole(Hole::Image(small(image))),
                Gap::Placeholder(name, in_link) => self.hole(Hole::Placeholder(small(name), in_link)),
                Gap::HeadingStart(heading) => {
                    if let Some(Some(heading)) = self.headings.get(heading) {
                        self.html.push_str(&format!("<h{} id=\"{}\">", heading.level, heading.id));
                    }
                }
                Gap::HeadingEnd(heading) => {
                    if let Some(Some(heading)) = self.headings.get(heading) {
                        self.html.push_str(&format!("</h{}>", heading.level));
                    }
                }
                Gap::Table(table) => self.table_name(table),
                Gap::Reference(note) => self.reference(note),
            }
        }
        self.html.push_str(&fragment.html[done..]);
    }

    fn hole(&mut self, hole: Hole) {
        self.holes.push((small(self.html.len()), hole));
    }

    /// Writes the footnotes that are used.
    pub(super) fn write_notes(&mut self, bodies: &[Option<Fragment>]) {
        if self.survey.notes.is_empty() {
            return;
        }
        self.html.push_str("<section class=\"footnotes\"");
        self.attribute("aria-label", &self.options.words.footnotes);
        self.html.push_str("><ol>\n");
        for (at, note) in self.survey.notes.iter().enumerate() {
            self.html.push_str(&format!("<li id=\"{}fn-{}\">", self.options.id_prefix, at + 1));
            if let Some(Some(body)) = bodies.get(*note) {
                self.write(body);
            }
            self.ways_back(at + 1, self.survey.uses.get(*note).copied().unwrap_or(0));
            self.html.push_str("</li>\n");
        }
        self.html.push_str("</ol></section>\n");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.html.push_str(&format!(" {name}=\""));
        super::escape::attribute(&mut self.html, value);
        self.html.push('"');
    }

    fn table_name(&mut self, table: usize) {
        let header = self.tables.get(table).map_or("", String::as_str);
        self.attribute("aria-label", if header.is_empty() { &self.options.words.table } else { header });
    }

    fn reference(&mut self, note: usize) {
        let number = self.survey.numbers.get(note).copied().unwrap_or(0);
        if number == 0 {
            return;
        }
        self.written[note] += 1;
        let prefix = self.options.id_prefix;
        let id = reference_id(number, self.written[note]);
        self.html.push_str(&format!("<sup><a href=\"#{prefix}fn-{number}\" id=\"{prefix}{id}\""));
        self.attribute("aria-label", &format!("{} {number}", self.options.words.footnote));
        self.html.push_str(&format!(">{number}</a></sup>"));
    }

    /// Writes a link back to each place that refers to footnote `number`, at the end of its last paragraph.
    fn ways_back(&mut self, number: usize, uses: usize) {
        let paragraph = "</p>\n";
        let is_end = self.holes.last().is_none_or(|(offset, _)| *offset < small(self.html.len()));
        let in_paragraph = is_end && self.html.ends_with(paragraph);
        if in_paragraph {
            self.html.truncate(self.html.len() - paragraph.len());
        }
        for nth in 1..=uses {
            let id = reference_id(number, nth);
            let suffix = if nth == 1 { String::new() } else { format!("-{nth}") };
            self.html.push_str(&format!(" <a href=\"#{}{id}\" class=\"back\"", self.options.id_prefix));
            self.attribute("aria-label", &format!("{} {number}{suffix}", self.options.words.back_to_text));
            // The selector keeps phones from showing an emoji.
            self.html.push_str(">↩\u{FE0E}</a>");
        }
        if in_paragraph {
            self.html.push_str(paragraph);
        }
    }
}
