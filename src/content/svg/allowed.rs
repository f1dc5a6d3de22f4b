//! What an SVG may consist of (SVG 2; Filter Effects 1): shapes, text, paint, clips and filters.
//!
//! Left out on purpose: `script`, `foreignObject`, `iframe`, media, animation (it can set addresses), `a`'s addresses,
//! event attributes, and all that belongs to the drawing program.

/// An element that is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name.
    pub(super) name: &'static str,
    /// Whether its text means something.
    pub(super) has_text: bool,
    /// Whether it is nothing without its `href`.
    pub(super) needs_reference: bool,
}

/// Elements without text of their own.
const SHAPES: &[&str] = &[
    "circle",
    "clipPath",
    "defs",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "feTile",
    "filter",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "svg",
    "symbol",
];

/// Elements whose text means something.
const TEXTS: &[&str] = &["desc", "style", "text", "textPath", "title", "tspan"];

/// Elements that show what they refer to.
const REFERENCES: &[&str] = &["image", "use"];

/// Elements whose content is copied without them.
pub(super) const WRAPPERS: &[&str] = &["a", "switch"];

/// Properties, which stand as attributes or in `style`.
const PROPERTIES: &[&str] = &[
    "alignment-baseline",
    "baseline-shift",
    "clip-path",
    "clip-rule",
    "color",
    "color-interpolation",
    "color-interpolation-filters",
    "direction",
    "display",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "flood-color",
    "flood-opacity",
    "font-family",
    "font-size",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "isolation",
    "letter-spacing",
    "line-height",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mask-type",
    "mix-blend-mode",
    "opacity",
    "overflow",
    "paint-order",
    "shape-rendering",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "text-decoration",
    "text-rendering",
    "transform",
    "transform-box",
    "transform-origin",
    "unicode-bidi",
    "vector-effect",
    "visibility",
    "white-space",
    "width",
    "word-spacing",
    "writing-mode",
];

/// Attributes that are no properties.
const ATTRIBUTES: &[&str] = &[
    "amplitude",
    "clipPathUnits",
    "cx",
    "cy",
    "d",
    "dx",
    "dy",
    "exponent",
    "filterUnits",
    "fr",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "href",
    "in",
    "in2",
    "intercept",
    "k1",
    "k2",
    "k3",
    "k4",
    "lengthAdjust",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "maskContentUnits",
    "maskUnits",
    "method",
    "mode",
    "offset",
    "operator",
    "orient",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "points",
    "preserveAspectRatio",
    "primitiveUnits",
    "r",
    "radius",
    "refX",
    "refY",
    "result",
    "rotate",
    "rx",
    "ry",
    "side",
    "slope",
    "spacing",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "style",
    "tableValues",
    "textLength",
    "type",
    "values",
    "viewBox",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// Attributes that are names or read by people, not by a CSS parser.
const PROSE: &[&str] = &["aria-hidden", "aria-label", "aria-labelledby", "class", "id", "lang", "role"];

/// The element of this name, if it is copied.
pub(super) fn element(name: &str) -> Option<Element> {
    let known =
        [SHAPES, TEXTS, REFERENCES].iter().find_map(|list| list.iter().copied().find(|known| *known == name))?;
    Some(Element { name: known, has_text: TEXTS.contains(&known), needs_reference: REFERENCES.contains(&known) })
}

/// The attribute of this name (without a prefix), if it is copied.
pub(super) fn attribute(name: &str) -> Option<&'static str> {
    [ATTRIBUTES, PROPERTIES, PROSE].iter().find_map(|list| list.iter().copied().find(|known| *known == name))
}

/// Whether any value of this attribute is harmless.
pub(super) fn is_prose(attribute: &str) -> bool {
    PROSE.contains(&attribute) || attribute.starts_with("xml:")
}

/// The property of this name, if it is copied.
pub(super) fn property(name: &str) -> Option<&'static str> {
    PROPERTIES.iter().copied().find(|known| name.eq_ignore_ascii_case(known))
}
