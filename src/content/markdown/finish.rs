//! The end of a text: its fragments become one [`Body`], which takes no more room than it needs.

use super::Body;
use super::assembly::{Assembly, Survey};
use super::body::{exact, small};
use super::heading;
use super::writer::Writer;

impl Writer<'_> {
    /// Ends the text.
    pub(super) fn finish(mut self) -> Body {
        self.flush();
        while let Some(frame) = self.frames.pop() {
            self.close(frame);
        }
        let notes = &self.footnotes.bodies;
        let survey = Survey::new(&self.out, notes);
        self.anchors.extend(survey.ids(self.options.id_prefix));
        let (drafts, order) = (&self.headings, &survey.headings);
        let headings = heading::resolve(drafts, order, self.options, &mut self.anchors, &mut self.report);
        let mut assembly = Assembly::new(self.options, &survey, &headings, &self.tables);
        assembly.write(&self.out);
        assembly.write_notes(notes);
        let (html, holes) = (assembly.html, assembly.holes);
        let edits = self.edits.finish(&headings);
        let mut headings = headings;
        let found = survey.headings.iter().filter_map(|index| headings.get_mut(*index)?.take());
        let headings = exact(found, survey.headings.len());
        let links = self.links.len();
        let names = self.options.placeholders.unwrap_or_default();
        let mut by_id: Box<[u32]> = (0..small(headings.len())).collect();
        let id = |index: &u32| headings.get(*index as usize).map_or("", |heading| heading.id.as_str());
        by_id.sort_unstable_by(|one, other| id(one).cmp(id(other)));
        self.anchors.retain(|anchor| by_id.binary_search_by(|at| id(at).cmp(anchor.as_str())).is_err());
        let mut anchors: Box<[Box<str>]> = self.anchors.into_iter().map(String::into_boxed_str).collect();
        anchors.sort_unstable();
        Body {
            html: Box::from(html.as_str()),
            holes: Box::from(holes.as_slice()),
            placeholders: names.iter().map(|&name| name.to_owned()).collect(),
            anchors,
            by_id,
            summary: Box::from(self.summary.unwrap_or_default().as_str()),
            is_empty: self.is_empty,
            edits,
            written: 0..0,
            links: exact(self.links, links),
            images: self.images.into_boxed_slice(),
            headings,
        }
    }
}
