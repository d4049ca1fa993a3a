//! The builder page as an owner uses it, and what it made as visitors meet it.

mod alone;
mod baked;
mod form;
mod hostile;
mod lines;
mod looks;
mod old;
mod wrong;

use crate::{Test, test};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("the builder's lines lead to support", lines::lines),
        test!(
            "the builder's bare frame leads to support",
            lines::bare_frame
        ),
        test!("the builder's guide file leads to support", baked::baked),
        test!(
            "the builder's page of one's own leads to support",
            baked::own_page
        ),
        test!(
            "the builder says what is wrong and loses nothing",
            wrong::wrong
        ),
        test!(
            "the builder runs nothing that is pasted into it",
            hostile::hostile
        ),
        test!(
            "the builder reads old lines and tells their age",
            old::old_lines
        ),
        test!("the builder shows what becomes of a colour", looks::colour),
        test!(
            "the builder sends nothing and can send nothing",
            alone::sends_nothing
        ),
        test!("the builder works as a file on a disk", alone::on_a_disk),
        test!("axe finds nothing on the builder page", looks::accessible),
    ]
}
