use super::*;
use crate::publish::digest::Digest;
use crate::publish::manifest::{Manifest, Unfit};

fn hex(digest: Digest) -> String {
    String::from_utf8(digest.digits().to_vec()).unwrap()
}

/// The format is published and read back by later versions: it may not drift.
#[test]
fn the_text_is_this_and_no_other() {
    let sandbox = Sandbox::new();
    sandbox.publish(&[("index.html", ""), ("a/b", "x")]);
    assert_eq!(
        sandbox.read(".supportal"),
        "supportal-manifest 1\n\
         state published\n\
         # The files that supportal published in this folder, as hashes. It leaves every other file alone.\n\
         file 3f69f654ee07105ef76a01f83c4af2cb 4d087e7c3428274b4050964cc0b27948\n\
         file cbef61befee669892ee547293e9262e5 5a3f7da7a2f685de44693f60ecb23f60\n\
         folder 248defb3a236b66f5f065ebba854b9ca\n\
         end 67b8d193ed7249d2cd6e722573eb920f\n"
    );
}

#[test]
fn the_hash_of_a_manifest_is_the_half_that_sha256sum_begins_with() {
    assert_eq!(hex(Digest::of_manifest(b"")), "e3b0c44298fc1c149afbf4c8996fb924");
    assert_eq!(hex(Digest::of_manifest(b"abc")), "ba7816bf8f01cfea414140de5dae2223");
    assert_ne!(Digest::of_path("abc"), Digest::of_bytes(b"abc"));
    assert_ne!(Digest::of_path("abc"), Digest::of_folder("abc"));
}

#[test]
fn only_32_lower_case_hexadecimal_digits_are_a_hash() {
    let hash = Digest::of_bytes(b"\0");
    assert_eq!(Digest::parse(&hex(hash)), Some(hash));
    for text in ["", "+3b0c44298fc1c149afbf4c8996fb924", "E3B0C44298FC1C149AFBF4C8996FB924", "e3b0c442", "é"] {
        assert_eq!(Digest::parse(text), None, "{text}");
    }
}

#[test]
fn what_is_written_is_read_back() {
    let hash = |text: &str| Digest::of_path(text);
    let published = Manifest::published([(hash("a"), Digest::of_bytes(b"1"))], [Digest::of_folder("f")]);
    let building = published.building([hash("a"), hash("b")], [Digest::of_folder("g")]);
    for manifest in [Manifest::default(), published.clone(), building.clone()] {
        assert_eq!(Manifest::parse(&manifest.text()), Ok(manifest));
    }
    assert!(building.owns(hash("b")) && building.owns_folder(Digest::of_folder("g")) && !published.owns(hash("b")));
    assert!(published.published_exactly([hash("a")]) && !building.published_exactly([hash("a"), hash("b")]));
    assert!(!published.published_exactly([hash("a"), hash("a")]) && !published.published_exactly([]));
}

/// Any damage is noticed, and none makes it panic.
#[test]
fn every_damage_is_noticed() {
    let text = Manifest::published([(Digest::of_path("a"), Digest::of_bytes(b"1"))], []).text();
    for at in 0..text.len() {
        assert!(Manifest::parse(&text[..at]).is_err() || at == text.len() - 1, "cut at {at}");
        for bit in 0..8 {
            let mut bytes = text.clone();
            bytes[at] ^= 1 << bit;
            let parsed = Manifest::parse(&bytes);
            // A line end more or less at the very end changes nothing.
            assert!(parsed.is_err() || at == text.len() - 1, "bit {bit} at {at}");
            assert!(parsed != Err(Unfit::Newer) || at < "supportal-manifest 1".len(), "bit {bit} at {at}");
        }
    }
}
