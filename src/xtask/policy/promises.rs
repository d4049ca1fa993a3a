//! What a finished file promises: it is read as it was hashed, its policy fits, and nothing in it loads or sends.

use super::tag::tag_problems;
use super::ways_out::way_out;
use super::{of, of_builder};
use builder::markup::{Tag, tags};

/// Every broken promise of a finished guide file; none is a good file.
pub fn verify(file: &str) -> Vec<String> {
    let tags = tags(file);
    let mut broken = text_problems(file);
    broken.extend(policy_problems(file, &tags, of));
    broken.extend(tags.iter().flat_map(tag_problems));
    broken.extend(tags.iter().filter_map(way_out));
    broken
}

/// Every broken promise of a finished builder page. It holds a form, which its policy lets send nothing.
pub fn verify_builder(file: &str) -> Vec<String> {
    let tags = tags(file);
    let mut broken = text_problems(file);
    broken.extend(policy_problems(file, &tags, of_builder));
    broken.extend(
        tags.iter()
            .filter(|tag| tag.name != "form")
            .flat_map(tag_problems),
    );
    broken
}

/// What would make a browser read other bytes than those that were hashed.
fn text_problems(file: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !file.starts_with('\u{feff}') {
        broken.push("it does not begin with a byte order mark".to_owned());
    }
    if file.contains(['\r', '\0']) {
        broken.push(
            "it holds a carriage return or a NUL: browsers change those, and the hashes fail"
                .to_owned(),
        );
    }
    broken
}

fn policy_problems(file: &str, tags: &[Tag], policy_of: fn(&str) -> String) -> Vec<String> {
    let is_policy = |tag: &&Tag| tag.attribute("http-equiv") == Some("Content-Security-Policy");
    let Some(policy) = tags.iter().find(is_policy) else {
        return vec!["it has no policy".to_owned()];
    };
    let mut broken = Vec::new();
    if !file[policy.at..].starts_with(&policy_of(file)) {
        broken.push("the policy's hashes are not those of its scripts and styles".to_owned());
    }
    let active = |tag: &Tag| tag.at < policy.at && ["script", "style"].contains(&tag.name.as_str());
    if tags.iter().any(active) {
        broken.push("something stands before the policy".to_owned());
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(body: &str) -> String {
        let rest = format!("<style>a{{}}</style><script>1</script></head>{body}");
        format!("\u{feff}<head>{}{rest}", of(&rest))
    }

    #[test]
    fn a_good_file_breaks_no_promise() {
        let links =
            "<a href=\"https://x.example\">a</a><a href='#b'>b</a><a href=\"tel:112\">c</a>";
        let data = "<script type=\"text/plain\" id=\"data\">AA==</script><img src=\"data:image/png;base64,\">";
        let uses = "<script>location.hash.slice(1)</script>";
        let prose = "<p>style=\"x\" and url(https://x) in words are only words</p><style>a{background:url(data:x)}</style>";
        assert_eq!(
            verify(&file(&format!("{links}{data}{uses}{prose}"))),
            Vec::<String>::new()
        );
    }

    #[test]
    fn each_broken_promise_is_seen() {
        let good = file("");
        let cases = [
            (
                good.trim_start_matches('\u{feff}').to_owned(),
                "byte order mark",
            ),
            (file("a\r\nb"), "carriage return"),
            (good.replace("<script>1", "<script>2"), "hashes"),
            (good.replace("a{}", "b{}"), "hashes"),
            (
                good.replace("</head>", "<script>3</script></head>"),
                "hashes",
            ),
            (good.replace("<style>a{}</style>", ""), "hashes"),
            (
                good.replace("connect-src 'none'", "connect-src *"),
                "hashes",
            ),
            (good.replace("Content-Security-Policy", "X"), "no policy"),
            (
                good.replace("<head>", "<head><STYLE></STYLE>"),
                "before the policy",
            ),
            (
                file("<script async>1</script>"),
                "attributes that the policy",
            ),
            (
                file("<SCRIPT type=module>1</SCRIPT>"),
                "attributes that the policy",
            ),
            (file("<script>'<!--<script>'</script>"), "`<!--`"),
            (
                file("<script>new RTCPeerConnection()</script>"),
                "`RTCPeerConnection` in a script",
            ),
            (file("<script>window.open('x')</script>"), "`window.open`"),
            (
                file("<script>link.rel = 'preconnect'</script>"),
                "`preconnect` in a script",
            ),
            (
                file("<script>location = 'https://x'</script>"),
                "`location` in a script of the guide",
            ),
            (
                file("<script>window.top.location.replace('https://x')</script>"),
                "`location` in a script of the guide",
            ),
            (
                file("<script>meta.httpEquiv = 'refresh'</script>"),
                "`httpEquiv` in a script of the guide",
            ),
            (
                file("<script>history.pushState(1, '')</script>"),
                "`history` in a script of the guide",
            ),
            (
                file("<script>document.title = 'x'</script>"),
                "`document.title` in a script of the guide",
            ),
            (
                file("<style media=\"print\">a{}</style>"),
                "a style with attributes",
            ),
            (file("<style>@import 'x'</style>"), "a style that loads"),
            (
                file("<style>a{background:url( \"https://x\")}</style>"),
                "a style that loads",
            ),
        ];
        for (file, said) in cases {
            assert!(
                verify(&file).join("\n").contains(said),
                "{said}: {:?}",
                verify(&file)
            );
        }
    }

    #[test]
    fn each_loading_tag_is_seen() {
        let cases = [
            ("<img src=\"x.png\">", "`src=`"),
            ("<img\nSRC = x.png>", "`src=`"),
            ("<img srcset='x 2x'>", "`srcset=`"),
            ("<p style='color:red'>", "`style=`"),
            ("<p hidden onfocus=x>", "`onfocus=`"),
            ("<LINK rel=icon>", "`<link>`"),
            ("<base target=_top>", "`<base>`"),
            ("<form>", "`<form>`"),
            ("<iframe>", "`<iframe>`"),
            ("<button formaction=x>", "`formaction=`"),
            ("<a ping=\"https://x\">", "`ping=`"),
            ("<a attributionsrc=\"https://x\">", "`attributionsrc=`"),
            ("<a href=\"http://x\">", "`href=\"http://x\"`"),
            ("<a href=\"javascript:x\">", "`href=\"javascript:x\"`"),
            ("<svg><use href=\"https://x\">", "on `<use>`"),
            (
                "<meta http-equiv=refresh content=0>",
                "`http-equiv=\"refresh\"`",
            ),
        ];
        for (body, said) in cases {
            let broken = verify(&file(body)).join("\n");
            assert!(broken.contains(said), "{body}: {broken:?}");
        }
    }
}
