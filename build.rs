//! Tells Cargo that the built-in texts and themes are part of the program.

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=themes");
}
