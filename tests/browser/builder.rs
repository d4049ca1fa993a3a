//! The builder page as an owner uses it, and what it made as visitors meet it.

use crate::access::axe;
use crate::driver::Browser;
use crate::journeys::journey;
use crate::pages;
use crate::passage::{Hand, open_support, walk};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use xtask::policy;
use xtask::server::{Server, Site};
use xtask::setup::Places;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("the builder's lines lead to support", lines),
        test!("the builder's bare frame leads to support", bare_frame),
        test!("the builder's guide file leads to support", baked),
        test!("the builder says what is wrong and loses nothing", wrong),
        test!("the builder runs nothing that is pasted into it", hostile),
        test!("the builder reads old lines and tells their age", old_lines),
        test!("the builder shows what becomes of a colour", colour),
        test!(
            "the builder sends nothing and can send nothing",
            sends_nothing
        ),
        test!("the builder works as a file on a disk", on_a_disk),
        test!("axe finds nothing on the builder page", accessible),
    ]
}

/// Another server with a page of support, which stays while pages are served anew.
fn support() -> Result<Server> {
    Server::start(0, |_| Site {
        folder: Places::new().root.join("dist"),
        ..Site::default()
    })
}

/// Types into a field, or picks in a list.
async fn fill(visitor: &Visitor, name: &str, value: &str) -> Result<()> {
    let field = visitor
        .driver
        .find(By::Css(format!("[name=\"{name}\"]")))
        .await?;
    field.scroll_into_view().await?;
    if field.tag_name().await? == "select" {
        return visitor
            .click(&format!("[name=\"{name}\"] option[value=\"{value}\"]"))
            .await;
    }
    field.clear().await?;
    Ok(field
        .send_keys(format!("{value}{}", Key::Tab.value()))
        .await?)
}

async fn value(visitor: &Visitor, id: &str) -> Result<String> {
    let found = visitor
        .js(&format!("return document.getElementById('{id}').value"))
        .await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

async fn text(visitor: &Visitor, id: &str) -> Result<String> {
    let found = visitor
        .js(&format!(
            "return document.getElementById('{id}').textContent"
        ))
        .await?;
    Ok(found.as_str().unwrap_or_default().trim().to_owned())
}

/// Opens the page and waits until it works.
async fn open(visitor: &Visitor) -> Result<()> {
    visitor.open("/builder.html").await?;
    works(visitor).await
}

async fn works(visitor: &Visitor) -> Result<()> {
    visitor
        .until("the builder's preview", || async {
            Ok(visitor
                .js("return !!document.querySelector('#preview iframe')")
                .await?
                == json!(true))
        })
        .await
}

const WHO: &str = "Mira “M” Vella, counsellor & <psychologist>";

/// As after typing: other tests type.
const FILL: &str = "for (const [name, value] of arguments[0]) {
      const field = document.querySelector(`[name=\"${name}\"]`);
      field.value = value;
      for (const told of ['input', 'change']) field.dispatchEvent(new Event(told, { bubbles: true }));
    }";

/// Fills in the form as a counsellor would, with a photo.
async fn fill_in(visitor: &Visitor, support: &Server) -> Result<()> {
    open(visitor).await?;
    let fields = [
        ("support-url", format!("{}/support.html", support.address)),
        ("support-label", "Talk with Mira".to_owned()),
        ("region", "malta".to_owned()),
        ("who", WHO.to_owned()),
        ("cost", "The first talk is \"free\"".to_owned()),
        ("theme", "slate".to_owned()),
        ("accent", "#ffe34d".to_owned()),
        ("exit-url", format!("{}/support.html?left", support.address)),
    ];
    visitor.driver.execute(FILL, vec![json!(fields)]).await?;
    let picture = Places::new().root.join("src/docs/guide.png");
    let choose = visitor.driver.find(By::Id("choose-photo")).await?;
    choose.send_keys(picture.display().to_string()).await?;
    visitor
        .until("a small photo", || async {
            let photo = value(visitor, "photo").await?;
            Ok(photo.starts_with("data:image/jpeg;base64,") && photo.len() <= 20_000)
        })
        .await
}

/// What is on the plan's card, then on to support.
async fn to_support(visitor: &Visitor) -> Result<()> {
    let journey = journey("solo_guilty")?;
    visitor.on("start").await?;
    visitor.press("begin").await?;
    walk(visitor, &journey, Hand::Mouse).await?;
    let card = "const photo = document.querySelector('.referral .photo');\
        return [document.querySelector('.referral .who').textContent, photo.alt, photo.complete && photo.naturalWidth > 0, document.documentElement.dataset.theme];";
    let expected = json!([WHO, format!("Photo of {WHO}"), true, "slate"]);
    visitor
        .until("the card with its photo", || async {
            let card = visitor.js(card).await?;
            ensure!(card == expected, "on the card: {card}");
            Ok(true)
        })
        .await?;
    open_support(visitor, Hand::Mouse).await
}

async fn lines(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    let made = value(visitor, "lines").await?;
    visitor.serve(&[("/made.html", &page(&made))])?;
    visitor.visit("/made.html").await?;
    visitor.driver.enter_default_frame().await?;
    let told = visitor
        .js("const { src } = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe');\
             return [...new URLSearchParams(new URL(src).hash.slice(1)).keys()].sort()")
        .await?;
    let expected = [
        "accent",
        "cost",
        "exit-url",
        "photo",
        "region",
        "support-label",
        "support-url",
        "theme",
        "who",
    ];
    ensure!(told == json!(expected), "the guide is told {told}");
    visitor.enter().await?;
    to_support(visitor).await
}

async fn bare_frame(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    let made = value(visitor, "frame").await?;
    visitor.serve(&[("/made.html", &page(&made))])?;
    visitor.open("/made.html").await?;
    let link = visitor
        .js("return [...document.links].map(link => [link.href, link.textContent])")
        .await?;
    let address = format!("{}/support.html", support.address);
    ensure!(
        link == json!([[address, "Talk with Mira"]]),
        "beside the frame: {link}"
    );
    visitor.driver.enter_frame(0).await?;
    to_support(visitor).await
}

fn page(made: &str) -> String {
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>A page</title><h1>A counsellor</h1>{made}"
    )
}

/// Presses the button, and takes what would be downloaded.
async fn download(visitor: &Visitor) -> Result<String> {
    visitor
        .js(
            "URL.createObjectURL = blob => { window.made = blob; return '#'; };\
             HTMLAnchorElement.prototype.click = function () { window.named = this.download; };",
        )
        .await?;
    visitor
        .until("the guide file", || async {
            visitor.press("bake").await?;
            Ok(visitor.js("return !!window.made").await? == json!(true))
        })
        .await?;
    let read = "const done = arguments[arguments.length - 1];\
        window.made.arrayBuffer().then(bytes => done([window.named, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));";
    let read = visitor
        .driver
        .execute_async(read, Vec::new())
        .await?
        .json()
        .clone();
    ensure!(read[0] == "guide.en.html", "named {}", read[0]);
    Ok(read[1].as_str().context("a file")?.to_owned())
}

async fn baked(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    let file = download(visitor).await?;
    ensure!(
        policy::verify(&file).is_empty(),
        "{:?}",
        policy::verify(&file)
    );
    let broken = file.replacen("id=\"data\">", "id=\"data\">x", 1);
    ensure!(broken != file);
    visitor.serve(&[
        ("/guide.en.html", &file),
        ("/broken/guide.en.html", &broken),
        ("/bare.html", &pages::bare("")),
        ("/given.html", &page("<script src=\"aftercare-guide.js\" defer></script><aftercare-guide who=\"Ada\" cost=\"\"></aftercare-guide>")),
        ("/none.html", &page("<script src=\"aftercare-guide.js\" defer></script><aftercare-guide></aftercare-guide>")),
    ])?;
    a_given_setting_wins(visitor).await?;
    visitor.open("/broken/guide.en.html").await?;
    let plain = "const link = document.getElementById('plain-support'); return [link.offsetHeight > 0, link.href, link.textContent]";
    let address = format!("{}/support.html", support.address);
    visitor
        .until("the plain page with the owner's link", || async {
            Ok(visitor.js(plain).await? == json!([true, address, "Talk with Mira"]))
        })
        .await?;
    // As a page of its own, in a bare frame, behind the loader: without a setting around it.
    visitor.open("/guide.en.html").await?;
    let here = visitor.driver.window().await?;
    to_support(visitor).await?;
    visitor.driver.close_window().await?;
    visitor.driver.switch_to_window(here).await?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    visitor.visit("/none.html").await?;
    to_support(visitor).await
}

async fn a_given_setting_wins(visitor: &Visitor) -> Result<()> {
    visitor.visit("/given.html").await?;
    visitor.skip_to_ideas().await?;
    let said = visitor
        .js("return document.querySelector('.referral .who').textContent")
        .await?;
    ensure!(said == "Ada", "the card says {said}");
    let said = text_of_card(visitor).await?;
    ensure!(
        said.contains("The first talk is \"free\""),
        "an empty attribute counted: {said}"
    );
    Ok(())
}

async fn text_of_card(visitor: &Visitor) -> Result<String> {
    let said = visitor
        .js("return document.querySelector('.referral').textContent")
        .await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

async fn wrong(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    // Nothing is said before anything was filled in.
    ensure!(
        visitor
            .js("return document.getElementById('problems').hidden")
            .await?
            == json!(true)
    );
    for (name, given) in [
        ("support-url", "javascript:alert(1)"),
        ("accent", "red"),
        ("email", "mira at home"),
        ("height", "tall"),
    ] {
        fill(visitor, name, given).await?;
        let said = text(visitor, &format!("{name}-wrong")).await?;
        ensure!(
            said.contains(given) && said.len() > given.len() + 20,
            "{name}: “{said}”"
        );
        let described = format!(
            "const field = document.querySelector('[name=\"{name}\"]'); return [field.getAttribute('aria-describedby').includes('{name}-wrong'), field.getAttribute('aria-invalid'), field.value]"
        );
        let described = visitor.js(&described).await?;
        ensure!(
            described == json!([true, "true", given]),
            "{name}: {described}"
        );
    }
    copy(visitor, "return document.activeElement.id", "problems").await?;
    ensure!(value(visitor, "lines").await?.is_empty() && value(visitor, "frame").await?.is_empty());
    let list = "return [document.activeElement.id, [...document.querySelectorAll('#problems li a')].map(link => link.getAttribute('href'))]";
    let list = visitor.js(list).await?;
    let expected = ["#support-url", "#region", "#email", "#accent", "#height"];
    let mut links: Vec<_> = list[1]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    links.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    ensure!(
        list[0] == "problems" && links == expected,
        "the list: {list}"
    );
    visitor.click("#problems a[href=\"#accent\"]").await?;
    ensure!(visitor.js("return document.activeElement.id").await? == "accent");
    for (name, well) in [
        ("support-url", "https://x.example/"),
        ("region", "malta"),
        ("accent", "#2f5d73"),
        ("email", "mira@x.example"),
        ("height", "700"),
    ] {
        fill(visitor, name, well).await?;
    }
    ensure!(
        visitor
            .js("return document.getElementById('problems').hidden")
            .await?
            == json!(true)
    );
    let made = value(visitor, "lines").await?;
    ensure!(
        made.contains("min-height:700px") && made.contains("mira@x.example"),
        "{made}"
    );
    let said =
        "return document.querySelector('[data-from=\"lines\"] + [role=\"status\"]').textContent";
    copy(visitor, said, "Copied.").await
}

/// Presses “Copy the lines” until this script says so: WebKit may miss what moves while the preview starts again.
async fn copy(visitor: &Visitor, script: &str, says: &str) -> Result<()> {
    visitor
        .until(&format!("`{says}` after a press of Copy"), || async {
            visitor.click("[data-from=\"lines\"]").await?;
            Ok(visitor.js(script).await? == says)
        })
        .await
}

/// Text that would be markup, script or a command somewhere.
const HOSTILE: [&str; 10] = [
    "\"><script>parent.ran = window.ran = 1</script>",
    "'\"><img src=x onerror=\"ran = 1\">",
    "</script></iframe></aftercare-guide><svg onload=ran=1>",
    "<!-- --> <![CDATA[ x ]]> -->",
    "&quot;&#34;&amp;quot; &copy &region=x",
    "one\ntwo\n\tthree",
    "a\u{2028}b\u{2029}c\u{202e}d\u{85}e\u{1}f",
    "[gallery] {{ 1 + 1 }} ${x} <?php x ?>",
    "javascript:ran=1",
    "a&b=c#d?e=%00%ff+%zz",
];

/// Puts each text into the fields that take any, looks at what was made with the browser's own parser, and pastes it back.
const ROUND_TRIP: &str = "
    const field = name => document.querySelector(`[name=\"${name}\"]`);
    const set = (name, value) => { field(name).value = value; field(name).dispatchEvent(new Event('change', { bubbles: true })); };
    const parsed = id => new DOMParser().parseFromString(document.getElementById(id).value, 'text/html');
    const names = root => [...root.querySelectorAll('head *, body *')].map(element => element.localName).join(' ');
    const wrong = [];
    for (const text of arguments[0]) {
      const free = ['first-contact', 'confidentiality', 'who', 'title', 'support-label'];
      set('support-url', 'https://x.example/?a=1&b=\"2\"#c');
      set('region', 'malta');
      for (const name of free) set(name, text);
      const kept = name => field(name).value;
      const before = free.map(kept);
      const lines = parsed('lines');
      const frame = parsed('frame');
      const element = lines.querySelector('aftercare-guide');
      const link = lines.querySelector('a');
      const seen = [
        names(lines) === 'script aftercare-guide a',
        names(frame) === 'iframe a',
        element?.getAttribute('first-contact') === kept('first-contact'),
        link?.textContent.trim() === kept('support-label').trim() && link.getAttribute('href') === kept('support-url'),
        new URLSearchParams(new URL(frame.querySelector('iframe').src, 'https://x.example').hash.slice(1)).get('confidentiality') === kept('confidentiality'),
      ];
      const pasted = document.getElementById('lines').value;
      for (const name of free) set(name, '');
      const old = document.getElementById('old');
      old.value = pasted;
      old.dispatchEvent(new Event('input', { bubbles: true }));
      seen.push(JSON.stringify(free.map(kept)) === JSON.stringify(before));
      if (seen.includes(false)) wrong.push([text, seen, before, free.map(kept), pasted]);
    }
    return wrong;
";

async fn hostile(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    let found = visitor
        .driver
        .execute(ROUND_TRIP, vec![json!(HOSTILE)])
        .await?;
    ensure!(found.json() == &json!([]), "{:#}", found.json());
    let all = format!("<h1>{}</h1>", HOSTILE.join(" "));
    visitor.driver.execute("const old = document.getElementById('old'); old.value = arguments[0]; old.dispatchEvent(new Event('input', { bubbles: true }));", vec![json!(all)]).await?;
    ensure!(
        text(visitor, "told")
            .await?
            .starts_with("No lines of the guide")
    );
    let all = HOSTILE.concat();
    visitor.driver.execute("for (const field of document.querySelectorAll('#form [name]:not(select)')) { field.value = arguments[0]; field.dispatchEvent(new Event('change', { bubbles: true })); }", vec![json!(all)]).await?;
    let made = made_of(visitor, HOSTILE[0]).await?;
    let ran = visitor.js("return window.ran ?? null").await?;
    ensure!(ran == Value::Null, "the builder ran what was pasted");
    visitor.serve(&[("/made.html", &page(&made))])?;
    visitor.visit("/made.html").await?;
    visitor.skip_to_ideas().await?;
    let said = text_of_card(visitor).await?;
    ensure!(said.contains(HOSTILE[0]), "the card says {said}");
    visitor.driver.enter_default_frame().await?;
    let ran = visitor.js("return window.ran ?? null").await?;
    ensure!(ran == Value::Null, "the page ran what was pasted");
    Ok(())
}

/// The lines for a card with this text on it.
async fn made_of(visitor: &Visitor, who: &str) -> Result<String> {
    open(visitor).await?;
    for (name, value) in [
        ("support-url", "https://x.example/"),
        ("region", "malta"),
        ("who", who),
    ] {
        fill(visitor, name, value).await?;
    }
    value(visitor, "lines").await
}

async fn old_lines(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    fill(visitor, "cost", "Nothing").await?;
    unfold(visitor).await?;
    paste(visitor, "Something else").await?;
    ensure!(text(visitor, "told").await?.starts_with("No lines"));
    ensure!(
        value(visitor, "cost").await? == "Nothing",
        "something was lost"
    );
    let old = "<script src='aftercare-guide.js' defer></script><aftercare-guide region='atlantis' who='Ada &amp; co' \
        data-made='0.0.9 2021-01-05'><a href='https://x.example/'>Write to me</a></aftercare-guide>";
    paste(visitor, old).await?;
    let told = text(visitor, "told").await?;
    ensure!(
        told.starts_with("Version 0.0.9, made on 5 January 2021, ")
            && told.contains(" years ago. This page makes version "),
        "told: {told}"
    );
    for (name, expected) in [
        ("who", "Ada & co"),
        ("support-url", "https://x.example/"),
        ("support-label", "Write to me"),
        ("region", "atlantis"),
        ("cost", ""),
    ] {
        ensure!(
            value(visitor, name).await? == expected,
            "{name}: {}",
            value(visitor, name).await?
        );
    }
    ensure!(
        text(visitor, "region-wrong").await?.contains("atlantis"),
        "the old region is not named"
    );
    fill(visitor, "region", "malta").await?;
    let new = value(visitor, "lines").await?;
    paste(visitor, &new).await?;
    let told = text(visitor, "told").await?;
    ensure!(
        told.contains(", today. This page makes the same version."),
        "told: {told}"
    );
    Ok(())
}

/// WebKit misses a press now and then: it is made again.
async fn unfold(visitor: &Visitor) -> Result<()> {
    visitor
        .until("the fold is open", || async {
            let open = visitor
                .js("return document.getElementById('before').open")
                .await?;
            if open.as_bool() == Some(false) {
                visitor.click("#before summary").await?;
            }
            Ok(open.as_bool() == Some(true))
        })
        .await
}

async fn paste(visitor: &Visitor, lines: &str) -> Result<()> {
    let field = visitor.driver.find(By::Id("old")).await?;
    field.clear().await?;
    Ok(field.send_keys(lines).await?)
}

async fn colour(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    fill(visitor, "accent", "#ffe34d").await?;
    let said = text(visitor, "contrast").await?;
    ensure!(
        said.contains("By day: contrast 1.") && said.contains("so the guide uses #"),
        "{said}"
    );
    ensure!(
        said.contains("By night: contrast 1") && said.contains("It stays as it is."),
        "{said}"
    );
    // What it says is what the guide does.
    let shown = said
        .split("uses ")
        .nth(1)
        .and_then(|rest| rest.get(..7))
        .context("a colour")?;
    visitor.driver.enter_frame(0).await?;
    visitor
        .until("the corrected colour in the preview", || async {
            let used = "return document.documentElement.style.getPropertyValue('--accent')";
            Ok(visitor.js(used).await? == shown)
        })
        .await
}

async fn sends_nothing(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    download(visitor).await?;
    let tried = format!(
        "const done = arguments[arguments.length - 1]; const to = '{}/out';\
         const add = (name, values) => document.body.appendChild(Object.assign(document.createElement(name), values));\
         for (const way of [
           () => navigator.sendBeacon(to, 'x'), () => {{ new Image().src = to; }}, () => add('script', {{ src: to }}),
           () => add('link', {{ rel: 'stylesheet', href: to }}), () => add('form', {{ action: to, method: 'post' }}).submit(),
         ]) try {{ way(); }} catch {{ /* Refused at once. */ }}\
         fetch(to).then(() => done('sent'), () => done('refused'));",
        visitor.server.address
    );
    let tried = visitor.driver.execute_async(tried, Vec::new()).await?;
    ensure!(tried.json() == "refused", "{}", tried.json());
    let asked: Vec<_> = visitor
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    let known = ["/builder.html", "/guide.en.html"];
    ensure!(
        asked.iter().all(|path| known.contains(&path.as_str())),
        "asked for {asked:?}"
    );
    let left = "try { return [localStorage.length, sessionStorage.length, document.cookie] } catch { return 'closed' }";
    ensure!(
        visitor.js(left).await? == json!([0, 0, ""]),
        "something is stored"
    );
    ensure!(
        support.requests().is_empty(),
        "the page of support was asked for"
    );
    Ok(())
}

async fn on_a_disk(visitor: &mut Visitor) -> Result<()> {
    let file = Places::new().root.join("dist/builder.html");
    visitor
        .driver
        .goto(format!("file://{}", file.display()))
        .await?;
    works(visitor).await?;
    for (name, value) in [("support-url", "https://x.example/"), ("region", "malta")] {
        fill(visitor, name, value).await?;
    }
    let made = value(visitor, "lines").await?;
    ensure!(made.contains("region=\"malta\""), "{made}");
    visitor.press("phone").await?;
    let width = visitor
        .js("return document.querySelector('#preview iframe').offsetWidth")
        .await?;
    ensure!(width == json!(375), "as on a phone it is {width} wide");
    let preview = visitor.driver.find(By::Css("#preview iframe")).await?;
    // Firefox scrolls inside a frame, but not the page around it.
    preview.scroll_into_view().await?;
    preview.enter_frame().await?;
    from_begin_to_plan(visitor).await
}

async fn from_begin_to_plan(visitor: &Visitor) -> Result<()> {
    visitor.on("start").await?;
    visitor.skip_to_ideas().await?;
    let support = visitor
        .all(".referral [data-do=\"support\"]", "href")
        .await?;
    ensure!(
        support == ["https://x.example/"],
        "support is at {support:?}"
    );
    Ok(())
}

async fn accessible(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    axe(visitor).await?;
    visitor.click("#before summary").await?;
    for (name, value) in [("accent", "#ffe34d"), ("support-url", "x")] {
        fill(visitor, name, value).await?;
    }
    visitor.press("copy").await?;
    axe(visitor).await?;
    if visitor.browser == Browser::Chromium {
        visitor.at_night().await?;
        axe(visitor).await?;
    }
    visitor.driver.set_window_rect(0, 0, 500, 800).await?;
    let fits = "return innerWidth <= 520 && document.documentElement.scrollWidth <= innerWidth";
    visitor
        .until("a small window, and no part wider than it", || async {
            Ok(visitor.js(fits).await? == json!(true))
        })
        .await
}
