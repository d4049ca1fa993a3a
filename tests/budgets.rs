//! What a visitor has to fetch stays within `budgets.toml`, on the shipped files.

mod support;

use serde_json::Value;
use std::fs;
use support::root;
use xtask::brotli;

fn shipped(name: &str) -> String {
    let path = root().join("dist").join(name);
    fs::read_to_string(&path).expect("dist/ is not built: run `cargo xtask build` first")
}

/// The part of the file before this mark.
fn before(file: &str, mark: &str) -> String {
    let (before, _) = file.split_once(mark).expect("the mark");
    before.to_owned()
}

/// The module, from its letters: a byte each, some of them 256 higher, behind a sum of four bytes.
fn module(file: &str) -> Vec<u8> {
    let (_, data) = file
        .split_once("id=\"module\">")
        .expect("the module's block");
    let letters = before(data, "</script>");
    letters
        .chars()
        .skip(4)
        .map(|letter| (u32::from(letter) % 256) as u8)
        .collect()
}

#[test]
fn no_part_is_above_its_budget() {
    let guide = shipped("guide.en.html");
    let module = module(&guide);
    assert_eq!(&module[..4], b"\0asm");
    let first_screen = before(&guide, "<script>aftercare.ready();");
    assert!(first_screen.contains("data-do=\"begin\""));
    let sizes = [
        brotli(shipped("aftercare-guide.js").as_bytes()).len(),
        brotli(first_screen.as_bytes()).len(),
        brotli(guide.as_bytes()).len(),
        brotli(&module).len(),
    ];
    let text = fs::read_to_string(root().join("tests/budgets.toml")).expect("the budgets");
    let file: Value = toml::from_str(&text).expect("the budgets");
    let budgets = file["budget"].as_array().expect("budgets");
    assert_eq!(budgets.len(), sizes.len());
    for (budget, size) in budgets.iter().zip(sizes) {
        let number = |key: &str| budget[key].as_u64().expect("a number") as usize;
        let (part, goal, most) = (&budget["part"], number("goal"), number("at_most"));
        println!("{part}: {size} bytes; goal {goal}");
        assert!(size <= most, "{part} has {size} bytes, more than {most}");
        // What is far below its ceiling could grow unseen.
        assert!(
            size * 100 >= most * 97 || size <= goal,
            "{part} has {size} bytes: lower its ceiling of {most}"
        );
    }
}
