//! In colours that the device forces: what is a control, what is ticked and what has focus shows by edges, not by a surface.

use crate::outfits::FORCED;
use crate::passage::past_every_kind;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    vec![test!(
        "in forced colours edges, ticks and focus show",
        every_kind_of_screen
    )]
}

/// What does not show: an edge that is not there or is the surface's own colour, two states that look the same.
const HIDDEN: &str = "
    const hidden = [];
    const say = (what, element) => hidden.push(`${what}: ${element.outerHTML.slice(0, 100)}`);
    if (!matchMedia('(forced-colors: active)').matches) hidden.push('colours are not forced');
    const seen = selector => [...document.querySelectorAll(`#guide ${selector}`)].filter(e => e.checkVisibility());
    const surface = getComputedStyle(document.body).backgroundColor;
    const edge = e => { const s = getComputedStyle(e); return [s.borderTopStyle, s.borderTopWidth, s.borderTopColor].join(' '); };
    const ring = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor].join(' '); };
    for (const e of seen('.button:not(.quiet), .option label, .card, .idea')) {
      if (edge(e).startsWith('none') || edge(e).includes(' 0px') || edge(e).endsWith(surface)) say('no edge', e);
    }
    for (const e of seen('.button, a[href], summary')) {
      e.focus();
      if (ring(e).startsWith('none') || ring(e).includes(' 0px') || ring(e).endsWith(surface)) say('no ring around what has focus', e);
    }
    for (const input of seen('.option input')) {
      const label = input.nextElementSibling, looks = [];
      if (getComputedStyle(input).appearance === 'none') say('no mark of the browser', input);
      for (const ticked of [false, true]) {
        input.checked = ticked;
        for (const focused of [false, true]) {
          focused ? input.focus() : input.blur();
          looks.push(`${edge(label)}, ${ring(label)}`);
        }
      }
      if (new Set(looks).size < looks.length) say(`unticked, with focus, ticked, both look like ${looks.join(' | ')}`, label);
      input.checked = false;
    }
    const [pressed, other] = [...seen('[aria-pressed=true]'), ...seen('[aria-pressed=false]')];
    if (pressed && other && edge(pressed) + ring(pressed) === edge(other) + ring(other)) say('looks as if it were not pressed', pressed);
    scrollTo(0, 0);
    return hidden;";

async fn every_kind_of_screen(visitor: &mut Visitor) -> Result<()> {
    FORCED.ask_for(&visitor.driver).await?;
    // Not in a frame: an emulated device is not that of a frame from elsewhere.
    visitor.open("/guide.en.html#region=malta").await?;
    past_every_kind(visitor, async |_| {
        // Focus shows to those who use keys.
        visitor.key(Key::Tab).await?;
        let hidden = visitor.js(HIDDEN).await?;
        ensure!(hidden == json!([]), "{hidden:#}");
        Ok(())
    })
    .await
}
