// What becomes of the owner's colour, by day and by night: the guide's own code, on the surfaces of the chosen theme.
'use strict';
const contrast = (() => {
  const NEEDED = 4.5; // WCAG 2.2, AA
  const FIRST = 'warm';
  const themes = {};

  // The tokens of each theme as the style sheet assigns them, whatever the light is now.
  const read = (rules, time) => {
    for (const rule of rules) {
      if (rule.media?.mediaText === '(prefers-color-scheme: dark)') read(rule.cssRules, 'night');
      const [, name] = /^:root(?:\[data-theme="?([a-z-]+)"?\])?$/.exec(rule.selectorText) ?? [null, null];
      if (name === null) continue;
      const theme = (themes[name ?? FIRST] ??= { day: {}, night: {} });
      for (const token of rule.style) theme[time][token] = rule.style.getPropertyValue(token).trim();
    }
  };
  for (const sheet of document.styleSheets) read(sheet.cssRules, 'day');

  const tokens = (name, time) => {
    const [first, own] = [themes[FIRST], themes[name] ?? themes[FIRST]];
    return time === 'day' ? { ...first.day, ...own.day } : { ...first.day, ...first.night, ...own.day, ...own.night };
  };

  const swatch = (background, text) => {
    const sample = Object.assign(document.createElement('span'), { className: 'swatch', textContent: 'A link' });
    sample.style.color = text;
    sample.style.backgroundColor = background;
    return sample;
  };

  const line = (accent, theme, time) => {
    const found = tokens(theme, time);
    const surfaces = ['--paper', '--card', '--tint'].map(name => found[name]);
    const least = text => Math.min(...surfaces.map(surface => colour.contrast(text, surface)));
    const used = colour.readable(accent, found['--ink'], surfaces, NEEDED);
    const ratio = text => `${(Math.floor(least(text) * 10) / 10).toFixed(1)} : 1`;
    const item = document.createElement('li');
    item.append(
      swatch(found['--card'], used),
      ` By ${time}: contrast ${ratio(accent)}. `,
      used === accent ? 'It stays as it is.' : `That is hard to read, so the guide uses ${used} (${ratio(used)}).`,
    );
    return item;
  };

  return {
    show: (place, accent, theme) => {
      const is = /^#[0-9a-f]{6}$/i.test(accent);
      place.replaceChildren(...(is ? ['day', 'night'].map(time => line(accent, theme, time)) : []));
    },
  };
})();
