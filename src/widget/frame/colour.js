// The owner's colour, there before the first paint, and corrected rather than trusted: it goes towards the ink until text in it
// can be read on every surface.
'use strict';
const colour = (() => {
  const page = document.documentElement;
  const more = matchMedia('(prefers-contrast: more)');
  const dark = matchMedia('(prefers-color-scheme: dark)');

  const parts = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
  const linear = part => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = hex => {
    const [red, green, blue] = parts(hex).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // As WCAG 2.2 defines it, from 1 to 21.
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const mixed = (hex, into, share) => {
    const to = parts(into);
    return `#${parts(hex).map((part, at) => Math.round(part + (to[at] - part) * share).toString(16).padStart(2, '0')).join('')}`;
  };

  // Towards the ink, until text in it can be read on every surface.
  const readable = (accent, ink, surfaces, needed) => {
    let text = accent;
    for (let share = 0; share <= 1 && surfaces.some(surface => contrast(text, surface) < needed); share += 0.05) {
      text = mixed(accent, ink, share);
    }
    return text;
  };

  const set = accent => {
    const [ink, ...surfaces] = ['--ink', '--paper', '--card', '--tint'].map(name => getComputedStyle(page).getPropertyValue(name).trim());
    // Firefox knows no style before the frame has its place on the page around; nothing is painted until then.
    if (!ink) return requestAnimationFrame(() => set(accent));
    const text = readable(accent, ink, surfaces, more.matches ? 7 : 4.5);
    page.style.setProperty('--accent', text);
    page.style.setProperty('--on-accent', contrast(text, '#ffffff') > contrast(text, '#000000') ? '#ffffff' : '#000000');
  };

  return {
    // For the builder page, which shows what becomes of a colour.
    contrast,
    readable,
    // Six digits after a #; what is no colour is left out, and named by the guide.
    use: accent => {
      if (!/^#[0-9a-f]{6}$/i.test(accent)) return;
      set(accent);
      for (const scheme of [more, dark]) scheme.addEventListener('change', () => set(accent));
    },
  };
})();
