//! Boxes in three columns, and the lines between them.

use super::cell::{Cell, Text};
use serde::Serialize;

/// The columns: where they begin, how wide they are, how many letters fit into a line.
const LEFT: Column = (5, 230, 30);
const MIDDLE: Column = (260, 300, 37);
const RIGHT: Column = (590, 285, 36);
const WHOLE: Column = (5, 870, 120);
type Column = (usize, usize, usize);

/// A line of text; the space in a box above and below; the space between two boxes.
const LINE: usize = 17;
const INSIDE: usize = 14;
const GAP: usize = 24;
/// The most that stands on one sheet of paper as wide as the picture, A4 or Letter.
const SHEET: usize = 1050;

/// The picture, to be put into a template.
#[derive(Debug, Default, Serialize)]
pub struct Flow {
    width: usize,
    height: usize,
    /// Parts for one sheet of paper each; no row is cut.
    pages: Vec<View>,
    boxes: Vec<Placed>,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct View {
    y: usize,
    height: usize,
}

#[derive(Debug, Serialize)]
struct Placed {
    kind: &'static str,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    lines: Vec<Text>,
}

#[derive(Debug, Serialize)]
struct Line {
    path: String,
    dashed: bool,
}

/// A drawing, from top to bottom.
#[derive(Debug, Default)]
pub struct Drawing {
    flow: Flow,
    /// Where the next row begins.
    y: usize,
    /// The lower end of the last box in the middle.
    last: Option<usize>,
    /// Where each row begins.
    rows: Vec<usize>,
}

impl Drawing {
    /// A box in the middle, one to its left, others to its right.
    pub fn row(&mut self, middle: Cell, left: Option<Cell>, right: Vec<Cell>) {
        let top = self.y.max(INSIDE);
        self.rows.push(top);
        let centre = MIDDLE.0 + MIDDLE.1 / 2;
        if let Some(last) = self.last {
            self.line(format!("M{centre} {last}V{top}"), false);
        }
        let bottom = self.place(&middle, MIDDLE, top);
        let level = (top + bottom) / 2;
        let mut lowest = bottom;
        if let Some(left) = left {
            lowest = lowest.max(self.place(&left, LEFT, top));
            self.line(format!("M{} {level}H{}", LEFT.0 + LEFT.1, MIDDLE.0), true);
        }
        let mut y = top;
        for cell in right {
            let end = self.place(&cell, RIGHT, y);
            let (from, to) = (MIDDLE.0 + MIDDLE.1, RIGHT.0);
            let middle = usize::midpoint(y, end);
            self.line(
                format!("M{from} {level}H{}V{middle}H{to}", from + 14),
                false,
            );
            lowest = lowest.max(end);
            y = end + GAP / 3;
        }
        self.last = Some(bottom);
        self.y = lowest + GAP;
    }

    /// A box below everything, as wide as the picture.
    pub fn below(&mut self, cell: Cell) {
        self.rows.push(self.y);
        self.y = self.place(&cell, WHOLE, self.y) + GAP;
    }

    /// The picture.
    pub fn finish(mut self) -> Flow {
        (self.flow.width, self.flow.height) = (WHOLE.0 * 2 + WHOLE.1, self.y);
        self.flow.pages = pages(&self.rows, self.y);
        self.flow
    }

    fn line(&mut self, path: String, dashed: bool) {
        self.flow.lines.push(Line { path, dashed });
    }

    /// Places a box and says where it ends.
    fn place(&mut self, cell: &Cell, (x, width, letters): Column, y: usize) -> usize {
        let lines = cell.lines(letters);
        let height = lines.len() * LINE + INSIDE;
        let kind = cell.kind;
        self.flow.boxes.push(Placed {
            kind,
            x,
            y,
            width,
            height,
            lines,
        });
        y + height
    }
}

/// The picture cut into sheets between rows.
fn pages(rows: &[usize], end: usize) -> Vec<View> {
    let (mut pages, mut y) = (Vec::new(), 0);
    let ends = rows.iter().skip(1).copied().chain([end]);
    for (row, end) in rows.iter().zip(ends) {
        let cut = row.saturating_sub(GAP / 2);
        if end - y > SHEET && cut > y {
            pages.push(View { y, height: cut - y });
            y = cut;
        }
    }
    pages.push(View { y, height: end - y });
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_box_covers_another_and_all_lie_in_the_picture() {
        let cell = |text| Cell::new("question").text(text);
        let long = "words ".repeat(60);
        let mut drawing = Drawing::default();
        drawing.row(cell("a"), Some(cell(&long)), vec![cell("b"), cell(&long)]);
        drawing.row(cell(&long), None, vec![cell("c")]);
        drawing.below(cell(&long));
        let flow = drawing.finish();
        for (index, one) in flow.boxes.iter().enumerate() {
            assert!(one.x + one.width <= flow.width && one.y + one.height <= flow.height);
            for other in &flow.boxes[index + 1..] {
                let apart = one.x + one.width <= other.x
                    || other.x + other.width <= one.x
                    || one.y + one.height <= other.y
                    || other.y + other.height <= one.y;
                assert!(apart, "{one:?}\n{other:?}");
            }
        }
    }
}
