//! Tera with the theme's templates, and its errors as problems with a place.

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

use super::TEMPLATE;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, SourceFile};
use crate::theme::Theme;

/// The compiled templates of a theme.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    sources: BTreeMap<String, Arc<SourceFile>>,
}

impl Templates {
    /// Compiles the templates; a broken one is told.
    pub fn compile(theme: &Theme, diagnostics: &Diagnostics) -> Option<Self> {
        let mut tera = Tera::default();
        let sources: BTreeMap<String, Arc<SourceFile>> = theme.templates.iter().cloned().collect();
        let prefixed = tera.set_fallback_prefixes(theme.prefixes.clone());
        let added = prefixed.and_then(|()| {
            tera.add_raw_templates(sources.iter().map(|(name, source)| (name.clone(), source.text().to_owned())))
        });
        match added {
            Ok(()) => Some(Self { tera, sources }),
            Err(error) => {
                diagnostics.push(problem(&sources, &error));
                None
            }
        }
    }

    /// Renders a template with its frame, its data and the labels.
    pub(super) fn render(
        &self,
        template: &str,
        shell: &impl Serialize,
        page: &impl Serialize,
        labels: Value,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("shell", shell);
        context.insert("page", page);
        context.insert_value("t", labels);
        let mut html = Vec::with_capacity(16 * 1024);
        self.tera.render_to(template, &context, &mut html).map_err(|error| Box::new(problem(&self.sources, &error)))?;
        Ok(html)
    }
}

/// A template error with the place in the template and what stands behind it.
fn problem(sources: &BTreeMap<String, Arc<SourceFile>>, error: &tera::Error) -> Diagnostic {
    let (message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = sources.get(report.filename()).map(|source| Place::new(source, report.span().range.clone()));
            (report.message().to_owned(), place)
        }
        other => (other.to_string(), None),
    };
    let mut diagnostic = Diagnostic::error(TEMPLATE, format!("the template cannot be used: {message}"));
    diagnostic.place = place;
    let mut cause = error.source();
    while let Some(inner) = cause {
        diagnostic = diagnostic.hint(inner.to_string());
        cause = inner.source();
    }
    if matches!(error.kind(), ErrorKind::CircularExtend { .. }) {
        diagnostic = diagnostic.hint("to extend a template of the theme under the same name, write its full name: {% extends \"standard/base.html\" %}");
    }
    diagnostic
}
