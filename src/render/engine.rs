//! Tera with the theme's templates: one that writes HTML, one that writes Markdown.

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::fault::{self, Sources};
use super::fields::{self, Named};
use crate::content::markdown::notation;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::theme::Theme;

/// The compiled templates of a theme.
#[derive(Debug)]
pub struct Templates {
    pages: Engine,
    twins: Engine,
}

/// Templates of one kind.
#[derive(Debug)]
struct Engine {
    tera: Tera,
    sources: Sources,
    /// The fields that templates of a partner name.
    named: Vec<Named>,
}

/// What templates see: the frame, the data and the labels of a page, for it and its twin.
pub(super) struct Seen(Context);

impl Seen {
    pub(super) fn new(shell: &impl Serialize, page: &impl Serialize, labels: Value) -> Self {
        let mut context = Context::new();
        context.insert("shell", shell);
        context.insert("page", page);
        context.insert_value("t", labels);
        Self(context)
    }

    /// The same, with what [`super::ready`] made.
    pub(super) fn with_ready(mut self, ready: Value) -> Self {
        self.0.insert_value("ready", ready);
        self
    }

    /// The same, with what [`super::ready`] listed.
    pub(super) fn with_lists(mut self, lists: Value) -> Self {
        self.0.insert_value("listed", lists);
        self
    }

    /// A word of the interface.
    pub(super) fn label(&self, name: &str) -> Option<Value> {
        self.0.get("t")?.get_from_path(name).cloned()
    }
}

impl Templates {
    /// Compiles the templates; what is broken in them is told.
    pub fn compile(theme: &Theme, diagnostics: &Diagnostics) -> Option<Self> {
        let mut twins = Tera::default();
        twins.autoescape_on([".md"]);
        twins.set_escape_fn(|text, out| out.write_all(notation::text(text).as_bytes()));
        twins.register_filter("absolute", absolute);
        let (pages, twins) = rayon::join(
            || Engine::compile(Tera::default(), ".html", theme, diagnostics),
            || Engine::compile(twins, ".md", theme, diagnostics),
        );
        Some(Self { pages: pages?, twins: twins? })
    }

    /// A page.
    pub(super) fn page(&self, name: &str, seen: &Seen) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.pages.render(&format!("{name}.html"), seen)
    }

    /// A component of pages, as a value that no template escapes; none if it fails.
    pub(super) fn page_component(&self, name: &str, arguments: &Context, seen: &Seen) -> Option<Value> {
        self.pages.component(name, arguments, seen)
    }

    /// The same of twins.
    pub(super) fn twin_component(&self, name: &str, arguments: &Context, seen: &Seen) -> Option<Value> {
        self.twins.component(name, arguments, seen)
    }

    /// Its twin as Markdown.
    pub(super) fn twin(&self, name: &str, seen: &Seen) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.twins.render(&format!("markdown/{name}.md"), seen)
    }
}

impl Engine {
    /// Compiles the templates whose names end so.
    fn compile(mut tera: Tera, end: &str, theme: &Theme, diagnostics: &Diagnostics) -> Option<Self> {
        let sources: Sources = theme.templates.iter().filter(|(name, _)| name.ends_with(end)).cloned().collect();
        let prefixed = tera.set_fallback_prefixes(theme.prefixes.clone());
        let added = prefixed.and_then(|()| {
            tera.add_raw_templates(sources.iter().map(|(name, source)| (name.clone(), source.text().to_owned())))
        });
        match added {
            Ok(()) => {
                let named = fields::named(sources.iter());
                Some(Self { tera, sources, named })
            }
            Err(error) => {
                diagnostics.extend(fault::of_compilation(&sources, &theme.prefixes, &error));
                None
            }
        }
    }

    fn component(&self, name: &str, arguments: &Context, Seen(context): &Seen) -> Option<Value> {
        let made = self.tera.render_component_with_implicits(name, arguments, context, None, true);
        made.ok().map(|text| Value::safe_string(&text))
    }

    fn render(&self, template: &str, Seen(context): &Seen) -> Result<Vec<u8>, Box<Diagnostic>> {
        match self.tera.render(template, context) {
            Ok(text) => match fields::unknown(&self.named, template, context) {
                Some(problem) => Err(Box::new(problem)),
                None => Ok(text.into_bytes()),
            },
            Err(error) => Err(Box::new(fault::of_rendering(&self.sources, &error, template))),
        }
    }
}

/// The filter `absolute` of Markdown: an address that holds away from the page `page`, as the destination of a link.
fn absolute(address: &str, arguments: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let page: &str = arguments.must_get("page")?;
    Ok(Value::safe_string(&notation::destination(&notation::absolute(address, page))))
}
