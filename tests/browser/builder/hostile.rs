//! Text that would be markup, script or a command somewhere stays text.

use super::form::{fill, open, text, value};
use super::lines::{page, text_of_card};
use crate::visitor::Visitor;
use anyhow::{Result, ensure};
use serde_json::{Value, json};

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

pub async fn hostile(visitor: &mut Visitor) -> Result<()> {
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
