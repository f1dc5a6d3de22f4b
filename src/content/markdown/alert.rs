//! Alerts: quotes that begin with `[!NOTE]` and the like (GitHub).

use pulldown_cmark::BlockQuoteKind;

use super::Words;
use super::fragment::Fragment;

/// Writes the start of an alert up to its title; it ends with `</div>`.
///
/// It is no `blockquote`: nobody is quoted, and screen readers would say so.
pub(super) fn open(out: &mut Fragment, kind: BlockQuoteKind, words: &Words) {
    let (class, title) = match kind {
        BlockQuoteKind::Note => ("note", &words.note),
        BlockQuoteKind::Tip => ("tip", &words.tip),
        BlockQuoteKind::Important => ("important", &words.important),
        BlockQuoteKind::Warning => ("warning", &words.warning),
        BlockQuoteKind::Caution => ("caution", &words.caution),
    };
    out.push("<div class=\"alert ");
    out.push(class);
    out.push("\" role=\"note\"");
    out.attribute("aria-label", title);
    out.push("><p class=\"alert-title\">");
    out.text(title);
    out.push("</p>\n");
}
