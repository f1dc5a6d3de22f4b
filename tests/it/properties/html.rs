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

/// What a tree is made of, in the order of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
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
    check(html, &dom, &tree);
    let of_a_page = ["script", "style", "link", "meta", "base", "iframe", "object", "embed", "form", "svg", "math"];
    for piece in &tree {
        if let Piece::Open(name, attributes) = piece {
            assert!(!of_a_page.contains(&name.as_str()), "<{name}> in {html}");
            assert!(attributes.iter().all(|(name, _)| name != "style"), "a style in {html}");
        }
    }
}

/// Checks a whole page: its scripts are data.
pub fn check_page(html: &str) {
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let tree = flatten(&dom.document);
    check(html, &dom, &tree);
    for piece in &tree {
        if let Piece::Open(name, attributes) = piece {
            let is = |key: &str, value: &str| attributes.iter().any(|(k, v)| k == key && v == value);
            assert!(name != "script" || is("type", "application/ld+json"), "a script in {html}");
            assert!(name != "base" && name != "iframe" && name != "form", "<{name}> in {html}");
        }
    }
}

fn check(html: &str, dom: &RcDom, tree: &[Piece]) {
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
            assert!(!ADDRESSES.contains(&name.as_str()) || is_safe(value), "{name}={value} in {html}");
        }
    }
}

/// A browser drops control characters and white space before it looks for a scheme.
fn is_safe(address: &str) -> bool {
    let seen: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let seen = seen.to_ascii_lowercase();
    match seen.split_once(':') {
        Some(("data", rest)) => rest.starts_with("image/"),
        Some((scheme, _)) => {
            scheme.contains(['/', '?', '#']) || matches!(scheme, "https" | "http" | "mailto" | "tel" | "sms")
        }
        None => true,
    }
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
