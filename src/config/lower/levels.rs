//! `[checks]`.

use std::collections::BTreeMap;

use super::super::Level;
use super::super::entry::Entry;
use crate::diagnostic::guess::nearest;
use crate::diagnostic::{Code, code};

const LEVELS: [(&str, Level); 3] = [("error", Level::Error), ("warn", Level::Warn), ("allow", Level::Allow)];

pub(super) fn levels(top: &Entry<'_>) -> BTreeMap<Code, Level> {
    let mut levels = BTreeMap::new();
    let Some(checks) = top.table("checks") else { return levels };
    for (id, span, value) in checks.pairs() {
        let Some(rule) = Code::from_id(id) else {
            let near = nearest(id, code::ALL.iter().map(|(code, _)| code.id()));
            let hint = near.map_or_else(
                || "run `supportal explain` for a list of all checks".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            checks.scope.error(code::KEY_06, span, format!("there is no check `{id}`"), hint);
            continue;
        };
        let level = value.string().and_then(|word| LEVELS.iter().find(|(name, _)| *name == word));
        match level {
            Some((_, level)) => {
                levels.insert(rule, *level);
            }
            None => checks.scope.error(
                code::KEY_04,
                value.span(),
                format!("`{id}` is set to error, warn or allow"),
                format!("write {id} = \"warn\""),
            ),
        }
    }
    levels
}
