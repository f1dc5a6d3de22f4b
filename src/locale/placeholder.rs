//! Telephone numbers that nobody answers: kept free for examples and fiction.

/// Ranges of E.164 numbers; `X` stands for any digit.
const RESERVED: &[&str] = &[
    // North America: 555-0100 to 555-0199 in every area.
    "+1XXX55501XX",
    // United Kingdom, Ofcom's numbers for drama: cities, no area, mobile, freephone, premium rate.
    "+4411X4960XXX",
    "+441X14960XXX",
    "+441914980XXX",
    "+442079460XXX",
    "+442896496XXX",
    "+442920180XXX",
    "+441632960XXX",
    "+443069990XXX",
    "+447700900XXX",
    "+448081570XXX",
    "+449098790XXX",
    // Germany, Bundesnetzagentur notice 148/2021: Berlin, Frankfurt, Hamburg, Cologne, Munich.
    "+493023125XXX",
    "+496990009XXX",
    "+494066969XXX",
    "+492214710XXX",
    "+498999998XXX",
    // Poland reserves none; this is what the examples of this program use.
    "+4822000XXXX",
];

/// Whether the E.164 number is reserved for examples.
pub(super) fn is_reserved(e164: &str) -> bool {
    RESERVED.iter().any(|range| {
        range.len() == e164.len() && range.bytes().zip(e164.bytes()).all(|(r, d)| r == d || (r == b'X' && d != b'+'))
    })
}

#[cfg(test)]
mod tests {
    use super::is_reserved;

    #[test]
    fn recognises_reserved_ranges_and_nothing_beside_them() {
        for number in [
            "+12065550100",
            "+12065550199",
            "+15555550123",
            "+442079460000",
            "+441632960999",
            "+441134960123",
            "+441614960123",
            "+447700900461",
            "+448081570123",
            "+493023125042",
            "+498999998999",
            "+4822000010",
            "+48220000101",
        ] {
            assert_eq!(is_reserved(number), number != "+4822000010", "{number}");
        }
        for number in
            ["+12065550200", "+12065550099", "+442079470000", "+447700901000", "+493023124999", "+48225550123", "+", ""]
        {
            assert!(!is_reserved(number), "{number}");
        }
    }
}
