// The frame's first script: settings, looks, the way to the loader, and what happens when something fails.
'use strict';
const aftercare = (() => {
  const page = document.documentElement;
  const framed = window.parent !== window;
  // In a frame the fragment holds the owner's settings; what it leaves open, the baked ones say. As a page of its own only they count.
  const settings = new URLSearchParams(framed ? location.hash.slice(1) : '');
  new URLSearchParams(document.querySelector('meta[name="aftercare-settings"]').content).forEach((value, name) => {
    if (!settings.get(name)?.trim()) settings.set(name, value);
  });
  let host = null;
  let kept = null;
  let whole = false;

  page.classList.add('running');
  const theme = (settings.get('theme') || '').trim();
  if (/^[a-z-]+$/.test(theme)) page.dataset.theme = theme;
  const styled = getComputedStyle(page).getPropertyValue('--theme').trim();
  if (theme && styled && styled !== theme) {
    console.warn(`setting \`theme\`: there is no theme \`${theme}\`\n  hint: a theme is a file in styles/themes/`);
  }
  colour.use((settings.get('accent') || '').trim());

  // The same check as the guide's own (src/engine/settings/): the support link must stand without it too.
  const opens = link => !/[\s\\\u202a-\u202e\u2066-\u2069]/.test(link) && [
    /^https:\/\/[\p{L}\p{N}.-]+(:\d+)?([/?#]|$)/iu,
    /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?([/?#]|$)/i,
    /^mailto:(?!\/)[^@?]+@[^?]+$/i,
    /^(tel|sms):[\d+-]+$/i,
  ].some(form => form.test(link));

  const plainSupport = () => {
    const link = document.getElementById('plain-support');
    const url = (settings.get('support-url') || '').trim();
    if (!link || !opens(url)) return;
    link.href = url;
    link.textContent = settings.get('support-label') || link.dataset.label;
  };

  // What stands without the guide: the owner's link to support, and where Leave goes.
  const plainLinks = () => {
    plainSupport();
    const exit = (settings.get('exit-url') || '').trim();
    if (/^http/i.test(exit) && opens(exit)) leaving.to(exit);
  };

  // Whatever fails, the plain page stands: ideas, help numbers, the support link. Where the guide lay over the window, the page
  // around it is back.
  const fail = () => {
    if (life.never()) host.postMessage('close');
    page.classList.remove('running');
    page.classList.add('failed');
    document.getElementById('guide')?.remove();
    plainLinks();
  };

  // The second press of a double click would land on the screen that the first one opened: an answer nobody chose. Two quick taps
  // on two controls of one screen count as a double click too, and both are meant.
  let pressed = null;
  const dropDoubles = event => {
    const before = pressed;
    pressed = event.target.control ?? event.target;
    if (event.detail < 2 || !event.target.closest?.('main') || (before?.isConnected && before !== pressed)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const keepPress = event => {
    const button = event.target.closest?.('button');
    if (!button) return;
    kept = button.dataset.do;
    if (kept !== 'help') return;
    // Help does not wait for the guide: the plain page has the numbers.
    page.classList.add('helping');
    document.getElementById('plain-help')?.scrollIntoView();
  };

  const findFocus = () => {
    if (document.activeElement === document.body) document.querySelector('main h1')?.focus();
  };

  // The loader has covered the page, or uncovered it: the move loses focus, before this word arrives or after it.
  // Or a key was pressed while the page around had focus.
  const heard = word => {
    if (word !== 'shown' && word !== 'closed') return leaving.pressed(word);
    life.over(word === 'shown');
    document.documentElement.toggleAttribute('data-over', word === 'shown');
    if (word === 'closed') document.querySelector('[data-do="close"]')?.click();
    findFocus();
    addEventListener('focus', findFocus, { once: true });
  };

  addEventListener('message', event => {
    if (!host && event.source === window.parent && event.data === 'aftercare-guide' && event.ports[0]) {
      host = event.ports[0];
      leaving.through(host);
      host.onmessage = message => heard(message.data);
    }
  });
  addEventListener('error', fail);
  addEventListener('unhandledrejection', fail);
  // A file that was cut short never gets to its last script.
  document.addEventListener('DOMContentLoaded', () => (whole ? plainLinks() : fail()));
  document.addEventListener('click', dropDoubles, { capture: true });
  document.addEventListener('click', keepPress);

  return {
    // The first screen stands: the loader may show the frame. A constant word, whatever the settings.
    ready: () => framed && window.parent.postMessage('aftercare-guide', '*'),
    // The last script runs: the file is whole.
    whole: () => { whole = true; },
    // What the guide is started with: the owner's settings, and what asks the loader, if there is one by then.
    given: () => [[...settings].flat(), word => { host?.postMessage(word); return !!host; }],
    started: () => {
      page.classList.remove('helping');
      document.removeEventListener('click', keepPress);
      if (kept) requestAnimationFrame(() => document.querySelector(`button[data-do="${kept}"]`)?.click());
    },
    fail,
  };
})();
