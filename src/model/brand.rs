//! The look that a partner chooses.

/// Settings of the look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandSettings {
    /// The theme's name.
    pub theme: String,
    /// The brand colour.
    pub color: Option<Rgb>,
    /// The decoration of the band.
    pub motif: Motif,
    /// The logo: a file under `static/`, by its path in the site.
    pub logo: Option<String>,
    /// The logo for dark mode.
    pub logo_dark: Option<String>,
}

/// A colour of sRGB, 8 bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Rgb {
    /// Parses `#rrggbb` or `#rgb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#')?;
        if !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let digits: String = match hex.len() {
            3 => hex.chars().flat_map(|c| [c, c]).collect(),
            6 => hex.to_owned(),
            _ => return None,
        };
        let value = u32::from_str_radix(&digits, 16).ok()?;
        let [_, r, g, b] = value.to_be_bytes();
        Some(Self { r, g, b })
    }

    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

/// The decoration of the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motif {
    /// Mountains.
    Peaks,
    /// Circles.
    Arcs,
    /// Squares.
    Grid,
    /// Waves.
    Waves,
    /// Nothing.
    None,
}

impl Motif {
    /// All motifs with their names.
    pub const ALL: [(&'static str, Self); 5] = [
        ("peaks", Self::Peaks),
        ("arcs", Self::Arcs),
        ("grid", Self::Grid),
        ("waves", Self::Waves),
        ("none", Self::None),
    ];

    /// The name in the configuration and for templates.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, motif)| *motif == self).map_or("none", |(name, _)| name)
    }

    /// The motif that a partner's name stands for when none is chosen: the same on every machine.
    pub fn for_name(name: &str) -> Self {
        let sum = name.bytes().fold(0u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
        [Self::Peaks, Self::Arcs, Self::Grid, Self::Waves]
            .into_iter()
            .cycle()
            .nth((sum % 4) as usize)
            .unwrap_or(Self::Peaks)
    }
}
