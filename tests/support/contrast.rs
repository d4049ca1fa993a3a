//! The contrast of two colours.

fn luminance(hex: &str) -> f64 {
    let part = |at: usize| {
        let part = u8::from_str_radix(&hex[at..at + 2], 16)
            .unwrap_or_else(|_| panic!("`{hex}` is not #rrggbb"));
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/// From 1 to 21, as WCAG 2.2 defines it.
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
