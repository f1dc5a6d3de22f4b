//! Whatever the text, its HTML is balanced and holds nothing but what this module writes.

use super::{RawHtml, Read, read_with};

/// Every element that may come out, with its attributes.
const WRITTEN: &str = "a:href,rel,title,id,aria-label,class,lang,dir abbr:title,lang,dir b:title,lang,dir bdi bdo:dir blockquote br
    caption cite code:class,translate col:span colgroup dd del details:open dfn div:class,role,aria-label,tabindex,title dl dt
    em h2:id h3:id h4:id h5:id h6:id hr i img:src,width,height,alt,loading,decoding ins kbd li:class,id,value mark
    ol:start,reversed,type p:class,title,lang,dir pre:tabindex q s samp section:class,aria-label small
    span:class,role,aria-label,title,lang,dir strong sub summary sup table tbody td:class,colspan,rowspan tfoot
    th:class,scope,colspan,rowspan,abbr thead time:datetime tr u ul var wbr";

const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// Reads HTML in the only form that this module writes: `<name a="b">`, text without bare `<`.
#[track_caller]
fn assert_wellformed(html: &str, about: &str) {
    let mut open = Vec::new();
    for part in html.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { panic!("unclosed tag <{part} in {html}\nof {about}") };
        assert!(!text.contains('>'), "bare > after <{tag} in {html}\nof {about}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}\nof {about}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let entry = WRITTEN.split_whitespace().find(|entry| entry.split(':').next() == Some(name));
        let entry = entry.unwrap_or_else(|| panic!("<{name}> in {html}\nof {about}"));
        let mut pieces = attributes.split('"');
        while let Some(attribute) = pieces.next().filter(|piece| !piece.is_empty()) {
            let attribute = attribute.trim_start();
            let key = attribute.trim_end_matches('=');
            let known = entry.split([':', ',']).skip(1).any(|known| known == key);
            assert!(known, "{key} of <{name}> in {html}\nof {about}");
            let value = pieces.next().filter(|_| attribute.ends_with('='));
            assert!(value.is_some() || key == "open", "{key} of <{name}> in {html}\nof {about}");
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} in {html}\nof {about}");
}

/// Lets a browser's parser (html5ever, in `ammonia`) read the HTML and write it again.
fn reparsed(html: &str) -> String {
    let entries = || WRITTEN.split_whitespace().map(|e| e.split([':', ',']));
    let mut judge = ammonia::Builder::empty();
    judge
        .tags(entries().filter_map(|mut e| e.next()).collect())
        .link_rel(None)
        .url_schemes(["https", "http", "mailto", "tel"].into());
    judge.generic_attributes(entries().flat_map(|e| e.skip(1)).collect());
    judge.clean(html).to_string()
}

/// Pieces of text that have broken Markdown renderers.
const PIECES: &str = r#"a|b |  |*|**|_|~~|`|```|~~~|[|]|(|)|![|](x)|](<y z>)|](javascript:x)|](data:x "t")|[r]|[r]: /u 'v'|[^n]|[^n]: |[^m]:
|# |## |#### |===|---|- |+ |1. |7) |> |> [!NOTE]|> [!FOO]|- [ ] |- [x] |: |    |	|\|\\|&|&lt;|&#106;|&#0;|&quot;|"|'|<|>|<b>|</b>|<kbd>|</kbd>
|<p|</p>|<div>|</div>|<a href="javascript:x">|<a href=x>|</a>|<script>|</script>|<style>|</style>|<!--|-->|<![CDATA[|]]>|<?|?>|<!x
|<details>|</details>|<summary>|<li>|</li>|<ul>|<td>|<table>|</table>|<img src=x onerror=y>|<svg>|<math>|<title>|<textarea>|<iframe>|<br>|<hr/>
|<b onclick=x title="|<abbr title='"><script>'>|<noscript><p title="</noscript><img src=x onerror=y>">|{#id}|{#"}|{a}|{zz}|{|}|https://e.example/|http://|x@e.example
|mailto:|||-|:-:|cell|é|日本|ﷺ|👍|'"`><|/*|-->|" onmouseover="x|x" y=z|%00|%22|<svg><style><img title="</style><img src onerror=x>">
|<form><math><mtext></form><form><mglyph><style></math><img src onerror=x>"#;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn text(&mut self) -> String {
        let pieces: Vec<&str> = PIECES.split('|').collect();
        let glue = ["", "", " ", "\n", "\n\n", "|", "\n> ", "\n  "];
        let length = 1 + self.roll(24);
        (0..length).map(|_| format!("{}{}", pieces[self.roll(pieces.len())], glue[self.roll(glue.len())])).collect()
    }
}

fn read_as(markdown: &str, raw_html: RawHtml) -> Read {
    read_with(markdown, |options| {
        options.raw_html = raw_html;
        options.placeholders = Some(&["a"]);
    })
}

#[test]
fn random_texts_give_balanced_html() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for _ in 0..4000 {
        let text = dice.text();
        assert_wellformed(&read_as(&text, RawHtml::Sanitise).html, &text);
        let escaped = read_as(&text, RawHtml::Escape).html;
        assert_wellformed(&escaped, &text);
        assert_eq!(reparsed(&escaped).replace("&nbsp;", "\u{A0}"), escaped, "a browser reads another tree\nof {text}");
        read_as(&text, RawHtml::Allow);
    }
}

#[test]
fn every_piece_and_every_pair() {
    let pieces: Vec<&str> = PIECES.split('|').collect();
    for first in &pieces {
        for second in &pieces {
            let text = format!("{first}{second}\nx\n\ny");
            assert_wellformed(&read_as(&text, RawHtml::Sanitise).html, &text);
        }
    }
}

#[test]
fn wellformed_is_strict() {
    for bad in [
        "<b>",
        "</b>",
        "<b><i></b></i>",
        "<script></script>",
        "<b onclick=\"x\"></b>",
        "<b title=x></b>",
        "<p>a>b</p>",
        "<b",
    ] {
        let strict = std::panic::catch_unwind(|| assert_wellformed(bad, ""));
        assert!(strict.is_err(), "{bad}");
    }
    assert_wellformed("<p class=\"a b\" title=\"\">a<br>&lt;</p><details open=\"\"><summary>b</summary></details>", "");
}
