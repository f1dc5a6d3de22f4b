//! The partner's logo: a small SVG stands in the page itself, another image is a file.

mod plate;

use crate::content::data_address;
use crate::content::image::{self, ImageKind};
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::model::Portal;
use crate::site::Site;
use crate::source::Sources;
use crate::theme::color::Rgb;
use crate::view::shell::Logo;

/// The largest SVG that is put into every page.
const LARGEST_INLINE: usize = 4096;
/// The height at which a logo is shown.
const HEIGHT: u32 = 32;

/// A logo, and the one for dark mode.
#[derive(Debug)]
pub(super) struct Mark {
    light: Picture,
    dark: Option<Picture>,
}

#[derive(Debug)]
struct Picture {
    /// A data address, or the path in the output folder.
    src: Result<String, String>,
    width: u32,
    needs_plate: bool,
}

impl Mark {
    /// The logo for templates.
    pub(super) fn view(&self, portal: &Portal) -> Logo {
        let href = |picture: &Picture| match &picture.src {
            Ok(data) => data.clone(),
            Err(path) => format!("{}{path}", portal.base_url.path()),
        };
        Logo {
            src: href(&self.light),
            src_dark: self.dark.as_ref().map(href).unwrap_or_default(),
            width: self.light.width,
            plate: self.light.needs_plate,
        }
    }
}

/// Reads the logos that the configuration names.
pub(super) fn read(site: &Site, sources: &Sources, band: Rgb, diagnostics: &Diagnostics) -> Option<Mark> {
    let brand = &site.portal().brand;
    let picture = |path: &Option<String>, key: &str| {
        path.as_ref().and_then(|path| picture(path, key, site, sources, band, diagnostics))
    };
    let dark = picture(&brand.logo_dark, "logo_dark");
    Some(Mark { light: picture(&brand.logo, "logo")?, dark })
}

fn picture(
    path: &str,
    key: &str,
    site: &Site,
    sources: &Sources,
    band: Rgb,
    diagnostics: &Diagnostics,
) -> Option<Picture> {
    let problem = |message: String, hint: String| {
        let diagnostic = Diagnostic::error(code::IMG_01, message).hint(hint);
        diagnostics.push(match site.config.key_place(key) {
            Some(place) => diagnostic.at(place),
            None => diagnostic,
        });
    };
    if !sources.contains(path) {
        problem(format!("there is no logo {path}"), "put the file into static/ and write its name".to_owned());
        return None;
    }
    let bytes = sources.bytes(path).map_err(|problem| diagnostics.push(problem)).ok()?;
    let info = match image::inspect(path, &bytes) {
        Ok(info) => info,
        Err(fault) => {
            problem(format!("the logo {path} cannot be shown: {fault}"), fault.hint().to_owned());
            return None;
        }
    };
    let width = info.width.max(1).saturating_mul(HEIGHT).div_ceil(info.height.max(1)).clamp(1, 8 * HEIGHT);
    let small = info.kind == ImageKind::Svg && info.bytes.len() <= LARGEST_INLINE;
    let src = if small {
        Ok(data_address(&info.bytes))
    } else {
        Err(path.strip_prefix("static/").unwrap_or(path).to_owned())
    };
    Some(Picture { src, width, needs_plate: plate::is_needed(&info, band) })
}
