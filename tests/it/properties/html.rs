//! HTML is the tree that it claims: each tag that is written opens or closes an element where it stands, and a browser's
//! parser adds, moves and drops nothing. Nothing in the tree runs.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::TendrilSink;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements without content.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// Attributes that hold an address.
const ADDRESSES: [&str; 6] = ["href", "src", "action", "formaction", "xlink:href", "data"];

/// What an address of a text may begin with.
const OF_A_TEXT: [&str; 4] = ["https", "http", "mailto", "tel"];

/// What an address of a page may begin with: a way to reach a partner can be a text message.
const OF_A_PAGE: [&str; 5] = ["https", "http", "mailto", "tel", "sms"];

/// What a tree is made of, in the order of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Open(String, Vec<(String, String)>),
    Close(String),
    Text(String),
    Comment(String),
}

/// Checks a part of a page that comes from a text: no script, no style, no frame, no handler, no id twice.
pub fn check_part(html: &str) {
    let options = html5ever::ParseOpts::default();
    let context = QualName::new(None, ns!(html), local_name!("main"));
    let dom = html5ever::parse_fragment(RcDom::default(), options, context, Vec::new(), false).one(html);
    // The root of a fragment is an `html` that nobody wrote.
    let root = dom.document.children.borrow().first().cloned();
    let tree = root.map_or(Vec::new(), |root| flatten(&root));
    check(html, &dom, &tree, &OF_A_TEXT);
    let of_a_page = ["script", "style", "link", "meta", "base", "iframe", "object", "embed", "form", "svg", "math"];
    for piece in &tree {
        if let Piece::Open(name, attributes) = piece {
            assert!(!of_a_page.contains(&name.as_str()), "<{name}> in {html}");
            assert!(attributes.iter().all(|(name, _)| name != "style"), "a style in {html}");
        }
    }
}

/// Checks a whole page: what runs or leads elsewhere by itself is the theme's own.
pub fn check_page(html: &str) {
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let tree = flatten(&dom.document);
    check(html, &dom, &tree, &OF_A_PAGE);
    super::page::check(html, &tree);
}

fn check(html: &str, dom: &RcDom, tree: &[Piece], schemes: &[&str]) {
    assert!(dom.errors.borrow().is_empty(), "{:?} in\n{html}", dom.errors);
    let claimed = claimed(html);
    let differs = (0..tree.len().max(claimed.len())).find(|at| tree.get(*at) != claimed.get(*at));
    if let Some(at) = differs {
        panic!("a browser reads {:?} where {:?} is written, in\n{html}", tree.get(at), claimed.get(at));
    }
    let mut ids = BTreeSet::new();
    for piece in tree {
        let Piece::Open(element, attributes) = piece else { continue };
        for (name, value) in attributes {
            assert!(!name.starts_with("on"), "{name} of <{element}> in {html}");
            assert!(name != "id" || ids.insert(value), "the id {value} twice in {html}");
            let is_shown = matches!((element.as_str(), name.as_str()), ("img", "src") | ("link", "href"));
            let is_safe = is_safe(value, schemes) || (is_shown && value.starts_with("data:image/"));
            assert!(!ADDRESSES.contains(&name.as_str()) || is_safe, "{name}={value} in {html}");
        }
    }
}

/// A browser drops control characters and white space before it looks for a scheme.
fn is_safe(address: &str, schemes: &[&str]) -> bool {
    let seen: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let seen = seen.to_ascii_lowercase();
    seen.split_once(':').is_none_or(|(scheme, _)| scheme.contains(['/', '?', '#']) || schemes.contains(&scheme))
}

/// The tree below a node, without recursion: texts can be nested as deep as memory allows.
fn flatten(root: &Handle) -> Vec<Piece> {
    enum Step {
        Enter(Handle),
        Leave(String),
    }
    let mut pieces = Vec::new();
    let children = |node: &Handle| node.children.borrow().iter().rev().cloned().map(Step::Enter).collect::<Vec<_>>();
    let mut steps = children(root);
    while let Some(step) = steps.pop() {
        match step {
            Step::Leave(name) => pieces.push(Piece::Close(name)),
            Step::Enter(node) => match &node.data {
                NodeData::Element { name, attrs, .. } => {
                    let name = name.local.to_ascii_lowercase().to_string();
                    pieces.push(Piece::Open(name.clone(), attributes(&attrs.borrow())));
                    steps.push(Step::Leave(name));
                    steps.extend(children(&node));
                }
                NodeData::Text { contents } => push_text(&mut pieces, &contents.borrow(), false),
                NodeData::Comment { contents } => pieces.push(Piece::Comment(contents.to_string())),
                _ => {}
            },
        }
    }
    without_space(pieces)
}

/// The tree that the tags of a text write down.
fn claimed(html: &str) -> Vec<Piece> {
    let tokenizer = Tokenizer::new(Claim::default(), html5ever::tokenizer::TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    without_space(tokenizer.sink.pieces.into_inner())
}

#[derive(Default)]
struct Claim {
    pieces: RefCell<Vec<Piece>>,
}

impl TokenSink for Claim {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut pieces = self.pieces.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let name = tag.name.to_string();
                pieces.push(Piece::Open(name.clone(), attributes(&tag.attrs)));
                if tag.self_closing || VOID.contains(&name.as_str()) {
                    pieces.push(Piece::Close(name));
                } else if let Some(kind) = raw(&tag.name) {
                    return TokenSinkResult::RawData(kind);
                }
            }
            Token::TagToken(tag) => pieces.push(Piece::Close(tag.name.to_string())),
            Token::CharacterTokens(text) => push_text(&mut pieces, &text, true),
            Token::NullCharacterToken => push_text(&mut pieces, "\0", true),
            Token::CommentToken(text) => pieces.push(Piece::Comment(text.to_string())),
            Token::ParseError(_) | Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

/// How the content of an element is read in which tags mean nothing.
fn raw(name: &LocalName) -> Option<RawKind> {
    match &**name {
        "script" => Some(RawKind::ScriptData),
        "style" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn attributes(found: &[Attribute]) -> Vec<(String, String)> {
    let pair = |attribute: &Attribute| {
        let prefix = attribute.name.prefix.as_ref().map(|prefix| format!("{prefix}:")).unwrap_or_default();
        (format!("{prefix}{}", attribute.name.local).to_ascii_lowercase(), attribute.value.to_string())
    };
    found.iter().map(pair).collect()
}

fn push_text(pieces: &mut Vec<Piece>, text: &str, of_tags: bool) {
    match pieces.last_mut() {
        Some(Piece::Text(before)) => before.push_str(text),
        // By the standard, a line break after `<pre>` is none: the tree has lost it already.
        Some(Piece::Open(name, _)) if name == "pre" && of_tags => {
            pieces.push(Piece::Text(text.strip_prefix('\n').unwrap_or(text).to_owned()));
        }
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

/// White space between elements stands elsewhere or nowhere in a tree, as before `head` and after `body`.
fn without_space(pieces: Vec<Piece>) -> Vec<Piece> {
    let blank = |piece: &Piece| matches!(piece, Piece::Text(text) if text.trim_ascii().is_empty());
    pieces.into_iter().filter(|piece| !blank(piece)).collect()
}
