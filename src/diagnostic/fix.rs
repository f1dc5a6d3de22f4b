//! Certain fixes, applied to the text of a file: by their bytes, so that comments and layout stay.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Diagnostic, SourceFile};

/// What stands at the place of a problem once it is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The text in place of what stands there.
    pub text: String,
}

/// Some bytes of a file, and what stands there instead.
type Exchange<'a> = (&'a Arc<SourceFile>, Range<usize>, &'a str);

/// A file with its fixes in place.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The file as it was read.
    pub source: Arc<SourceFile>,
    /// The text with the fixes.
    pub text: String,
    /// What was exchanged, in the order of the text: line, column, what stood there, what stands there now.
    pub changes: Vec<(usize, usize, String, String)>,
}

/// Applies the fixes of `problems`, file by file. Of two that meet, the first is applied.
pub fn apply(problems: &[Diagnostic]) -> Vec<Fixed> {
    let mut files: BTreeMap<&str, Vec<Exchange<'_>>> = BTreeMap::new();
    for problem in problems {
        if let (Some(fix), Some(place)) = (&problem.fix, &problem.place) {
            files.entry(place.source.path()).or_default().push((&place.source, place.span.clone(), &fix.text));
        }
    }
    files.into_values().filter_map(fixed).collect()
}

fn fixed(mut fixes: Vec<Exchange<'_>>) -> Option<Fixed> {
    fixes.sort_by_key(|(_, span, _)| (span.start, span.end));
    let source = Arc::clone(fixes.first()?.0);
    let (mut text, mut changes, mut done) = (String::new(), Vec::new(), 0);
    for (_, span, fix) in fixes {
        let (Some(before), Some(old)) = (source.text().get(done..span.start), source.text().get(span.clone())) else {
            continue;
        };
        let (line, column) = source.line_column(span.start);
        changes.push((line, column, old.to_owned(), fix.to_owned()));
        text.push_str(before);
        text.push_str(fix);
        done = span.end;
    }
    text.push_str(source.text().get(done..)?);
    (!changes.is_empty()).then_some(Fixed { source, text, changes })
}

#[cfg(test)]
mod tests {
    use super::apply;
    use crate::diagnostic::{Diagnostic, Place, SourceFile, code};

    #[test]
    fn fixes_keep_what_is_around_them_and_none_is_applied_into_another() {
        let source = SourceFile::new("support.toml", "naem = 1 # ź\r\nb = 2\n");
        let fix = |span: std::ops::Range<usize>, text: &str| {
            Diagnostic::error(code::KEY_01, "").at(Place::new(&source, span)).fix(Some(text.to_owned()))
        };
        let all = [fix(7..8, "3"), fix(0..4, "name"), fix(2..8, "never"), Diagnostic::error(code::KEY_01, "")];
        let fixed = apply(&all);
        assert_eq!(fixed.len(), 1);
        assert_eq!(fixed[0].text, "name = 3 # ź\r\nb = 2\n");
        assert_eq!(fixed[0].changes[1], (1, 8, "1".to_owned(), "3".to_owned()));
    }
}
