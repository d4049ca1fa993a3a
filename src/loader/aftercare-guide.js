/*
 * Aftercare guide: the loader.
 *
 * Defines <aftercare-guide>, which shows guide.<lang>.html in a sandboxed frame with an origin of its own.
 * The frame can send nothing anywhere; this script hears four constant words from it, never an answer.
 * The element's children are shown until the frame is ready; `data-files` is for optimisers that move this script.
 */
(() => {
  'use strict';
  if (customElements.get('aftercare-guide')) return;

  // Every other attribute is a setting; the guide names those that it does not know.
  const NOT_SETTINGS = /^(class|id|style|title|lang|dir|height|hidden|slot|role|tabindex|(data|aria)-.*|on.*)$/;
  const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals';
  const EXIT = 'https://www.bbc.com/weather';
  const IS_EXIT = /^(https:\/\/[\p{L}\p{N}.-]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\]))(:\d+)?([/?#]\S*)?$/iu;
  const TEXT_FIELD = 'input, textarea, select, [contenteditable]';
  let leaving = false;
  const HERE = document.currentScript?.src;

  const STYLE = `
    :host { display: block !important; position: static !important; width: 100% !important; visibility: visible !important; opacity: 1 !important; }
    .whole { display: grid; grid-template-rows: minmax(0, 1fr) auto; height: var(--height); }
    .box { display: grid; min-height: 0; }
    .box > * { grid-area: 1 / 1; min-height: 0; }
    .children { overflow: auto; overflow-wrap: anywhere; }
    dialog { all: unset; display: block; height: min(100%, 100vh); height: min(100%, 100dvh); position: sticky; top: 0; }
    iframe { display: block; width: 100%; height: 100%; border: 0; border-radius: 12px; visibility: hidden; color-scheme: normal; }
    .ready iframe { visibility: visible; }
    .ready .children { visibility: hidden; }
    dialog:modal { position: fixed; inset: 0; width: 100vw; height: 100vh; height: 100dvh; background: Canvas; }
    dialog:modal iframe { border-radius: 0; }
    .support { margin: 0.5em 0 0; overflow-wrap: anywhere; }
    .support a { color: inherit; }
  `;

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const parses = url => { try { return !!new URL(url); } catch { return false; } };
  const hush = page => page.documentElement.append(make('meta', { name: 'referrer', content: 'no-referrer' }));

  // Nothing on the page may ask whether to stay.
  window.addEventListener('beforeunload', event => { if (leaving) event.stopImmediatePropagation(); }, true);

  class AftercareGuide extends HTMLElement {
    connectedCallback() {
      // A script that runs early meets the element before its children.
      if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', () => this.isConnected && this.build(), { once: true });
      } else {
        this.build();
      }
    }

    build() {
      this.disconnectedCallback();
      this.frame = this.makeFrame();
      const root = this.shadowRoot || this.attachShadow({ mode: 'open' });
      // A strict policy of the page refuses a style element.
      const style = new CSSStyleSheet();
      style.replaceSync(STYLE);
      root.adoptedStyleSheets = [style];
      this.dialog = make('dialog', { ariaLabel: this.name(), oncancel: event => { event.preventDefault(); this.show(false); } }, this.frame);
      const box = make('div', { className: 'box' }, make('div', { className: 'children' }, make('slot')), this.dialog);
      const whole = make('div', { className: 'whole' }, box, ...this.supportLine());
      whole.style.setProperty('--height', this.height());
      root.replaceChildren(whole);
      this.here = new AbortController();
      const listen = (name, heard) => window.addEventListener(name, heard, { capture: true, signal: this.here.signal });
      listen('message', event => this.hello(event, box));
      listen('keydown', event => this.key(event));
      listen('keyup', event => this.key(event));
    }

    disconnectedCallback() {
      this.here?.abort();
      this.port?.close();
      this.shadowRoot?.replaceChildren();
    }

    name() {
      return this.getAttribute('title') || 'A short guide';
    }

    height() {
      const given = this.getAttribute('height') || '';
      if (/^\d+(px|rem|em|vh|dvh)?$/.test(given)) return /\d$/.test(given) ? `${given}px` : given;
      if (given) this.warn('height', `“${given}” is not a height`, 'write a number of pixels, for example height="640"');
      return '640px';
    }

    warn(name, message, hint) {
      console.warn(`aftercare-guide, setting \`${name}\`: ${message}\n  hint: ${hint}`);
    }

    // The owner's link: the attribute, or the first link inside the element. It stands on the page whatever it is.
    link() {
      return this.querySelector('a[href]');
    }

    supportLine() {
      const link = this.link();
      if (!link) return [];
      const { href, textContent } = link;
      return [make('p', { className: 'support' }, make('a', { href, textContent }))];
    }

    makeFrame() {
      const lang = /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(this.lang || '') ? this.lang : 'en';
      const settings = new URLSearchParams();
      for (const { name, value } of this.attributes) {
        if (!NOT_SETTINGS.test(name)) settings.set(name, value);
      }
      const link = this.link();
      if (link && !settings.get('support-url')) settings.set('support-url', link.href);
      if (link && !settings.get('support-label')) settings.set('support-label', link.textContent.trim());
      return make('iframe', {
        sandbox: SANDBOX,
        referrerPolicy: 'no-referrer',
        allow: 'clipboard-write',
        title: this.name(),
        src: `${new URL(`guide.${lang}.html`, this.dataset.files || HERE || document.baseURI)}#${settings}`,
      });
    }

    // The frame says that it stands; it gets a private way to say the rest.
    hello(event, box) {
      if (event.source !== this.frame.contentWindow || event.data !== 'aftercare-guide') return;
      const channel = new MessageChannel();
      this.port = channel.port1;
      this.port.onmessage = message => this.heard(message.data);
      this.frame.contentWindow.postMessage('aftercare-guide', '*', [channel.port2]);
      box.classList.add('ready');
    }

    heard(word) {
      if (word === 'open') this.show(true);
      if (word === 'close') this.show(false);
      if (word === 'leave') this.leave();
    }

    // The frame stays where it is in the tree, so it stays alive; only the dialog around it changes.
    show(open) {
      if (this.dialog.open) this.dialog.close();
      if (open) this.dialog.showModal();
      this.frame.focus();
      this.port.postMessage(open ? 'shown' : 'closed');
    }

    // Shift three times leaves, also while the page has focus; the frame counts. It is not told which other key.
    key(event) {
      const touch = matchMedia('(pointer: coarse)').matches;
      if (event.repeat || (touch && event.composedPath()[0].closest?.(TEXT_FIELD))) return;
      const shift = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (shift) this.port?.postMessage(event.type === 'keyup' ? 'up' : 'down');
      else if (event.type === 'keydown') this.port?.postMessage('other');
    }

    // The whole page goes, not only the guide, and the exit is not told where from. Framed by another page, that one is asked first.
    leave() {
      const exit = (this.getAttribute('exit-url') || '').trim();
      const target = IS_EXIT.test(exit) && parses(exit) ? exit : EXIT;
      const page = document.documentElement;
      leaving = true;
      window.onbeforeunload = null;
      document.title = '';
      page.style.setProperty('display', 'none', 'important');
      hush(document);
      // WebKit asks the page on top whether the exit may be told, where that one can be reached.
      try { hush(window.top.document); } catch { /* It is another site's. */ }
      try {
        page.replaceChildren();
      } finally {
        try {
          window.top.location.replace(target);
        } catch {
          window.location.replace(target);
        }
      }
    }
  }

  customElements.define('aftercare-guide', AftercareGuide);
})();
