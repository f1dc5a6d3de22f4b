//! Tera with the theme's templates.

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::fault::{self, Sources};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::theme::Theme;

/// The compiled templates of a theme.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    sources: Sources,
}

impl Templates {
    /// Compiles the templates; what is broken in them is told.
    pub fn compile(theme: &Theme, diagnostics: &Diagnostics) -> Option<Self> {
        let mut tera = Tera::default();
        let sources: Sources = theme.templates.iter().cloned().collect();
        let prefixed = tera.set_fallback_prefixes(theme.prefixes.clone());
        let added = prefixed.and_then(|()| {
            tera.add_raw_templates(sources.iter().map(|(name, source)| (name.clone(), source.text().to_owned())))
        });
        match added {
            Ok(()) => Some(Self { tera, sources }),
            Err(error) => {
                diagnostics.extend(fault::of_compilation(&sources, &theme.prefixes, &error));
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
        match self.tera.render_to(template, &context, &mut html) {
            Ok(()) => Ok(html),
            Err(error) => Err(Box::new(fault::of_rendering(&self.sources, &error, template))),
        }
    }
}
