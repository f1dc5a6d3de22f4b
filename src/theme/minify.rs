//! CSS without comments and needless space.
//!
//! A space is dropped only where it means nothing in any place of a style sheet: before `:`, `*`, `.`, `#` and `(` it
//! joins selectors, around `+` it makes a sum, so there it stays. Tokens are copied as they were written.

use cssparser::{ParseError, Parser, Token, TokenSerializationType};

/// The style sheet, smaller; as it is when a part of it cannot be read.
pub(super) fn minify(css: &str) -> String {
    let mut small = Small::default();
    match copy(&mut Parser::new(css), &mut small) {
        Ok(()) => small.finish(),
        Err(_) => css.to_owned(),
    }
}

/// Copies what stands between two brackets, or the whole sheet.
fn copy(parser: &mut Parser<'_>, small: &mut Small) -> Result<(), ParseError<()>> {
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return Ok(()) };
        match token {
            Token::WhiteSpace(_) => small.space = true,
            Token::Comment(_) => {}
            // A browser drops what it cannot read up to a certain place, which spaces may decide.
            token if token.is_parse_error() => return Err(ParseError::unexpected_token()),
            token => {
                small.push(&token, parser.slice_from(start));
                if let Some(bracket) = closing(&token) {
                    parser.parse_nested_block(|inner| copy(inner, small))?;
                    small.close(bracket);
                }
            }
        }
    }
}

/// The bracket that ends what this token begins.
fn closing(token: &Token<'_>) -> Option<char> {
    match token {
        Token::CurlyBracketBlock => Some('}'),
        Token::SquareBracketBlock => Some(']'),
        Token::ParenthesisBlock | Token::Function(_) => Some(')'),
        _ => None,
    }
}

/// What the last token says about a space after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum After {
    /// It means nothing.
    #[default]
    Free,
    /// It means nothing, unless the value ends here: `--a: ;` is a value, and nothing is none in older browsers.
    Colon,
    /// It means nothing before a bracket: `@media (…)`.
    AtKeyword,
    /// It stays.
    Kept,
}

/// A style sheet as it grows.
#[derive(Debug, Default)]
struct Small {
    css: String,
    after: After,
    kind: TokenSerializationType,
    /// Whether the source has a space before the next token.
    space: bool,
    /// Whether a semicolon waits for something to separate from.
    semicolon: bool,
    /// Where the selector or the declaration began that is being copied.
    begun: usize,
    /// How deep in round and square brackets.
    depth: usize,
}

impl Small {
    fn push(&mut self, token: &Token<'_>, written: &str) {
        if *token == Token::Semicolon {
            self.end_of_value();
            self.semicolon = true;
            self.after = After::Free;
            return;
        }
        if *token == Token::CurlyBracketBlock && self.depth == 0 {
            self.tighten_selector();
        }
        self.separate(token);
        self.css.push_str(written);
        self.kind = token.serialization_type();
        self.after = match token {
            Token::Colon => After::Colon,
            Token::AtKeyword(_) => After::AtKeyword,
            Token::Comma | Token::Delim('>' | '~' | '!') => After::Free,
            token if closing(token).is_some() => After::Free,
            _ => After::Kept,
        };
        match closing(token) {
            Some('}') => self.begun = self.css.len(),
            Some(_) => self.depth += 1,
            None => {}
        }
    }

    /// Ends a bracket; the last semicolon in it separates nothing.
    fn close(&mut self, bracket: char) {
        self.end_of_value();
        self.semicolon = false;
        self.css.push(bracket);
        self.kind = TokenSerializationType::Nothing;
        self.after = if bracket == '}' { After::Free } else { After::Kept };
        if bracket == '}' {
            self.begun = self.css.len();
        } else {
            self.depth -= 1;
        }
    }

    /// Writes what stands between the last token and this one.
    fn separate(&mut self, token: &Token<'_>) {
        if self.semicolon {
            self.css.push(';');
            self.begun = self.css.len();
            self.kind = TokenSerializationType::Nothing;
        }
        let free = matches!(
            (self.after, token),
            (After::Free | After::Colon, _)
                | (After::AtKeyword, Token::ParenthesisBlock | Token::QuotedString(_))
                | (_, Token::Comma | Token::CurlyBracketBlock | Token::Delim('>' | '~' | '!'))
        );
        if self.space && !free {
            self.css.push(' ');
        } else if self.kind.needs_separator_when_before(token.serialization_type()) {
            // A comment stood here, or a space that only seemed to mean nothing.
            self.css.push_str(if self.space { " " } else { "/**/" });
        }
        self.semicolon = false;
        self.space = false;
    }

    fn end_of_value(&mut self) {
        if self.space && self.after == After::Colon && !self.semicolon {
            self.css.push(' ');
        }
        self.space = false;
    }

    /// Takes the spaces from around `+` in the selector just copied: there, and only there, it is no sum.
    fn tighten_selector(&mut self) {
        let selector = &self.css[self.begun..];
        let plain = !selector.starts_with(['@', '-']) && !selector.contains(['(', '[', '"', '\'', '\\']);
        if plain && selector.contains(" + ") {
            let tight = selector.replace(" + ", "+");
            self.css.replace_range(self.begun.., &tight);
        }
    }

    fn finish(mut self) -> String {
        if self.semicolon {
            self.css.push(';');
        }
        self.css
    }
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn a_space_that_joins_selectors_stays() {
        for css in [
            "@media print{.a :is(b,c) *{color:red}}",
            ".a *{margin:0}",
            "@media (width>40em) and (height>1em){.a .b #c [d]{margin:0}}".replace("@media (", "@media(").as_str(),
            ":is(.a + .b) :hover{margin:0}",
            "@supports not (display:grid){a ::before{margin:0}}",
            "@container card (width>1px){.a :not(.b){margin:0}}",
            "a{& :hover{margin:0}}",
        ] {
            assert_eq!(minify(css), css);
        }
    }

    #[test]
    fn a_space_that_makes_a_sum_or_a_list_stays() {
        for css in [
            "a{width:calc(1px + 2px);margin:0 -1px +1px}",
            ":root{--sum:1px + 2px;--list:a b}",
            "a{background:var(--a) no-repeat;inset:1px auto}",
            "a{font:.9em/1.5 var(--mono)}",
        ] {
            assert_eq!(minify(css), css);
        }
    }

    #[test]
    fn comments_and_needless_spaces_go() {
        let css = "/* one */\n@import \"a.css\" ;\n@layer a, b ;\n.a > .b ,\n.c ~ .d + e {\n  color : red ;\n  margin: 0 !important;\n}\n\n@media (min-width: 40em) {\n  a { color: rgb( 0 0 0 / 50% ) }\n}\n";
        assert_eq!(
            minify(css),
            "@import\"a.css\";@layer a,b;.a>.b,.c~.d+e{color :red;margin:0!important}@media(min-width:40em){a{color:rgb(0 0 0 / 50%)}}"
        );
        assert_eq!(minify("a/**/b{margin:1px/**/2px}"), "a/**/b{margin:1px/**/2px}");
    }

    #[test]
    fn values_keep_their_bytes() {
        for css in [
            ":root{--empty: ;--quoted:\" a : b ; \"}",
            "a{content:\"\\201C\";background:url( x.svg )}",
            "a::before{content:\"a  b\"}",
            "@layer a;",
        ] {
            assert_eq!(minify(css), css);
        }
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_is() {
        for css in ["a { content: \"open\n } b { color: red }", "a } b { color: red }", &"( ".repeat(10_000)] {
            assert_eq!(minify(css), css);
        }
    }

    #[test]
    fn twice_is_once() {
        for css in [
            include_str!("../../themes/standard/standard.css"),
            include_str!("../../themes/standard/pages.css"),
            include_str!("../../themes/standard/home.css"),
        ] {
            let once = minify(css);
            assert!(once.len() < css.len());
            assert_eq!(minify(&once), once);
        }
    }
}
