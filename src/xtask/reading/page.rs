//! What a screen says, line by line, apart from what can be pressed and from help services.

/// What stands inside a line.
const INSIDE: [&str; 4] = ["b", "em", "i", "strong"];
/// What has no end.
const VOID: [&str; 3] = ["input", "br", "hr"];
/// What is left out, with all that is in it: the bar, links and buttons.
const LEFT_OUT: [&str; 3] = ["header", "a", "button"];
/// Left out too: lists of help services (names, numbers and hours), and what is only listened to (it says again what stands near).
const CLASSES: [&str; 3] = ["services", "numbers", "unseen"];

/// The lines of a screen that was made by the guide's own views.
pub fn lines(html: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut left_out = 0;
    for piece in html.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split([' ', '/']).next();
        let name = name.unwrap_or_default();
        if !INSIDE.contains(&name) {
            lines.push(String::new());
        }
        if left_out > 0 || begins_left_out(name, tag) {
            left_out = depth(left_out, name, tag);
        }
        if left_out == 0
            && let Some(line) = lines.last_mut()
        {
            line.push_str(&text.replace("&amp;", "&"));
        }
    }
    let lines = lines.iter().map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

fn begins_left_out(name: &str, tag: &str) -> bool {
    let ends = tag.starts_with('/');
    !ends
        && (LEFT_OUT.contains(&name)
            || CLASSES
                .iter()
                .any(|class| tag.contains(&format!("class=\"{class}\""))))
}

/// How deep in what is left out the text after this tag stands.
fn depth(before: usize, name: &str, tag: &str) -> usize {
    match (tag.starts_with('/'), VOID.contains(&name)) {
        (true, _) => before - 1,
        (false, true) => before,
        (false, false) => before + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_line_is_what_stands_between_two_blocks() {
        let html = "<header><a href=\"x\">Leave</a></header><h1 tabindex=\"-1\">A</h1><p>B <b>C</b> D</p>\
            <ul class=\"services\"><li>E<br/><span>F</span></li></ul><h2 class=\"unseen\">G</h2><p>H<button>I</button></p>";
        assert_eq!(lines(html), ["A", "B C D", "H"]);
    }
}
