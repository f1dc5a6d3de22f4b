//! Parts of the frame that are the same on every article of a language, rendered once: most pages of a large portal are
//! articles, and the frame is most of a template's work.
//!
//! They are made by the same components as on any other page. One of the partner's may show what differs from page to
//! page, so nothing is made ready where there is one.

use std::collections::BTreeMap;

use rayon::prelude::*;
use tera::{Context, Value};

use super::engine::{Seen, Templates};
use crate::view::shell::Shell;

/// Makes what templates see as `ready`, of any article: `seen` is what its templates see, `shell` the frame in it. None
/// where a component fails, for then the page itself says why.
pub(super) fn of(templates: &Templates, shell: &Shell, seen: &Seen) -> Option<Value> {
    let shell = Value::from_serializable(shell);
    let given = |arguments: &[(&'static str, &str)]| {
        let mut context = Context::new();
        for (argument, path) in arguments {
            context.insert_value(*argument, shell.get_from_path(path)?.clone());
        }
        Some(context)
    };
    let mut ready: BTreeMap<&str, Value> = BTreeMap::new();
    let parts: [(&str, &[(&str, &str)]); 5] = [
        ("motif", &[("name", "brand.motif")]),
        ("brand", &[("brand", "brand"), ("home", "home")]),
        ("menu", &[("links", "menu")]),
        ("stuck", &[("panel", "now")]),
        ("footer_links", &[("links", "footer")]),
    ];
    for (component, arguments) in parts {
        ready.insert(component, templates.page_component(component, &given(arguments)?, seen)?);
    }
    let mut whole = Context::new();
    whole.insert_value("shell", shell.clone());
    ready.insert("publisher", templates.page_component("publisher", &whole, seen)?);
    let mut ways = given(&[("panel", "now")])?;
    ways.insert_value("title", seen.label("still_stuck")?);
    ready.insert("ways", templates.twin_component("ways", &ways, seen)?);
    Some(Value::from(ready))
}

/// Makes what templates see as `listed`: the lists of articles of each folder, as `pages` and `twins` show them. They are
/// most of a page that lists many thousands. `groups` are the folders; where there are none, or a component fails, nothing
/// is ready, and the page itself makes its lists.
pub(super) fn lists(templates: &Templates, groups: Option<&Value>, seen: &Seen) -> Value {
    let list = |group: &Value| {
        let mut given = Context::new();
        given.insert_value("items", group.get_from_path("items")?.clone());
        let page = templates.page_component("article_list", &given, seen)?;
        Some((page, templates.twin_component("articles", &given, seen)?))
    };
    let lists = || groups?.as_array()?.par_iter().map(list).collect::<Option<Vec<(Value, Value)>>>();
    let (pages, twins): (Vec<Value>, Vec<Value>) = lists().unwrap_or_default().into_iter().unzip();
    Value::from(BTreeMap::from([("pages", Value::from(pages)), ("twins", Value::from(twins))]))
}
