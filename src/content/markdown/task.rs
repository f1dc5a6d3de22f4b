//! Task lists.

use super::writer::{Frame, Writer};

impl Writer<'_> {
    /// Writes the box of a task: a picture with a name, for a form's checkbox that nobody can tick says nothing.
    pub(super) fn task_marker(&mut self, done: bool) {
        let item = |frame: &Frame| if let Frame::Item(end) = frame { Some(*end) } else { None };
        // At most a paragraph stands between an item and its marker.
        if let Some(end) = self.frames.iter().rev().take(2).find_map(item) {
            self.out.insert(end, " class=\"task\"");
        }
        let (class, state) = match done {
            true => ("box done", &self.options.words.task_done),
            false => ("box", &self.options.words.task_open),
        };
        self.out.push("<span");
        self.out.attribute("class", class);
        self.out.push(" role=\"img\"");
        self.out.attribute("aria-label", state);
        self.out.push("></span> ");
    }
}
