//! Tables.

use pulldown_cmark::{Alignment, Tag};

use super::fragment::{Fragment, Gap, Mark};
use super::writer::{Frame, Writer};

/// A table being written.
#[derive(Debug)]
pub(super) struct Table {
    /// The `class` attribute of each column.
    classes: Vec<&'static str>,
    column: usize,
    head: Option<Mark>,
    has_body: bool,
    /// The texts of the header cells that are not empty.
    labels: Vec<String>,
    /// Whether the first column names its rows: its own header cell is empty and another is not.
    names_rows: bool,
}

/// An open cell.
#[derive(Debug)]
pub(super) struct Cell {
    start: Mark,
    content: Mark,
    end: &'static str,
    /// Where its text starts, in the header.
    text: Option<usize>,
}

impl Writer<'_> {
    /// Writes the start of the header, of a row or of a cell.
    pub(super) fn open_in_table(&mut self, tag: &Tag<'_>) -> Frame {
        let Some(table) = &mut self.table else { return Frame::Element("") };
        match tag {
            Tag::TableHead => {
                table.open_head(&mut self.out);
                Frame::TableHead
            }
            Tag::TableRow => {
                table.open_row(&mut self.out);
                Frame::Element("</tr>\n")
            }
            _ => Frame::Cell(table.open_cell(&mut self.out, || self.plain.start())),
        }
    }

    /// Writes the end of a table, of its header or of a cell.
    pub(super) fn close_in_table(&mut self, frame: Frame) {
        let Some(table) = &mut self.table else { return };
        match frame {
            Frame::TableHead => table.close_head(&mut self.out),
            Frame::Cell(cell) => {
                let text = cell.text.map(|start| self.plain.stop(start));
                table.close_cell(&mut self.out, &cell, text);
            }
            _ => {
                let name = self.table.take().map(|table| table.close(&mut self.out));
                self.tables.extend(name);
            }
        }
    }
}

impl Table {
    /// Writes the start of a table. `index` is its number in the text, under which its name is known later.
    ///
    /// A wide table scrolls by itself, so the region around it is reached by keyboard and has a name. It is a group, not a
    /// landmark: two tables may have the same name.
    pub(super) fn open(out: &mut Fragment, alignments: &[Alignment], index: usize) -> Self {
        out.push("<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
        out.gap(Gap::Table(index));
        out.push("><table>\n");
        let class = |alignment: &Alignment| match alignment {
            Alignment::None | Alignment::Left => "",
            Alignment::Center => " class=\"center\"",
            Alignment::Right => " class=\"end\"",
        };
        let classes = alignments.iter().map(class).collect();
        Self { classes, column: 0, head: None, has_body: false, labels: Vec::new(), names_rows: false }
    }

    /// Writes the start of the header.
    fn open_head(&mut self, out: &mut Fragment) {
        self.head = Some(out.mark());
        self.column = 0;
        out.push("<thead><tr>");
    }

    /// Writes the end of the header; a header of empty cells is left out.
    fn close_head(&mut self, out: &mut Fragment) {
        out.push("</tr></thead>\n");
        if let Some(start) = self.head.take()
            && self.labels.is_empty()
        {
            self.names_rows = false;
            out.rewind(start);
        }
    }

    /// Writes the start of a row of the body.
    fn open_row(&mut self, out: &mut Fragment) {
        if !self.has_body {
            self.has_body = true;
            out.push("<tbody>\n");
        }
        self.column = 0;
        out.push("<tr>");
    }

    /// Writes the start of a cell.
    fn open_cell(&mut self, out: &mut Fragment, text: impl FnOnce() -> usize) -> Cell {
        let start = out.mark();
        let is_head = self.head.is_some();
        let (tag, end) = match () {
            () if is_head => ("<th scope=\"col\"", "</th>"),
            () if self.names_rows && self.column == 0 => ("<th scope=\"row\"", "</th>"),
            () => ("<td", "</td>"),
        };
        out.push(tag);
        out.push(self.classes.get(self.column).copied().unwrap_or_default());
        out.push(">");
        Cell { start, content: out.mark(), end, text: is_head.then(text) }
    }

    /// Writes the end of a cell whose text is `text`, if it is one of the header.
    fn close_cell(&mut self, out: &mut Fragment, cell: &Cell, text: Option<String>) {
        let is_empty = !out.grown_since(cell.content);
        if self.head.is_some() && self.column == 0 {
            self.names_rows = is_empty;
        }
        self.column += 1;
        self.labels.extend(text.filter(|text| !text.is_empty()));
        if is_empty && cell.end == "</th>" {
            // An empty header cell heads nothing; screen readers and axe-core stumble over it.
            out.rewind(cell.start);
            out.push("<td></td>");
        } else {
            out.push(cell.end);
        }
    }

    /// Writes the end of the table; the result is its name, empty if the header says nothing.
    fn close(self, out: &mut Fragment) -> String {
        if self.has_body {
            out.push("</tbody>\n");
        }
        out.push("</table></div>\n");
        self.labels.join(", ")
    }
}
