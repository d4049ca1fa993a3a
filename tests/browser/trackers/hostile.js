// Not a tracker but worse: a script of the page that takes over all it can reach, before anything else runs. It keeps what it
// sees in `window.seen`, and sends it where its tag says.
'use strict';
window.seen = [];
{
  const collector = document.currentScript.dataset.collector;
  const plain = one => { try { return JSON.stringify(one) ?? String(one); } catch { return String(one); } };
  const path = event => event.composedPath().map(at => at.localName ?? at.constructor?.name ?? '').join('>');
  let sent = 0;
  let timer;
  const send = by => { if (sent < seen.length) by(collector, JSON.stringify(seen.slice(sent, sent = seen.length))); };
  const real = { fetch: window.fetch.bind(window), beacon: navigator.sendBeacon.bind(navigator) };
  const see = (what, ...more) => {
    seen.push([what, ...more.map(plain)]);
    clearTimeout(timer);
    if (collector) timer = setTimeout(send, 100, (to, body) => real.fetch(to, { method: 'POST', body }));
  };
  if (collector) addEventListener('pagehide', () => send(real.beacon));

  // Every event that a page has a name for, and those that it has none for.
  const names = new Set(['focusin', 'focusout', 'DOMContentLoaded', 'compositionstart', 'compositionupdate', 'compositionend']);
  for (const owner of [window, document, HTMLElement.prototype, HTMLBodyElement.prototype]) {
    for (const name in owner) if (name.startsWith('on')) names.add(name.slice(2));
  }
  for (const name of names) {
    addEventListener(name, event => {
      const text = event.target.innerText ?? '';
      see('event', name, path(event), event.data, event.target.value, text.slice(0, 200), String(getSelection()),
        [event.key, event.clientX, event.clientY, event.deltaY, scrollX, scrollY, document.activeElement?.localName, document.visibilityState]);
      frames();
    }, true);
  }

  // Every entry of the browser's own record, but those that tell of nothing but time.
  const onlyTime = ['event', 'first-input', 'longtask', 'long-animation-frame', 'paint'];
  for (const type of PerformanceObserver.supportedEntryTypes.filter(type => !onlyTime.includes(type))) {
    new PerformanceObserver(list => list.getEntries().forEach(entry => see('entry', type, entry.name, entry.size, entry.value))).observe({ type, buffered: true });
  }

  for (const [owner, name] of [[window, 'fetch'], [window, 'open'], [window, 'postMessage'], [MessagePort.prototype, 'postMessage'],
    [History.prototype, 'pushState'], [History.prototype, 'replaceState'], [Storage.prototype, 'setItem'], [navigator, 'sendBeacon'],
    [XMLHttpRequest.prototype, 'send'], ...['log', 'warn', 'error', 'info'].map(name => [console, name])]) {
    const call = owner[name];
    owner[name] = function (...given) {
      see('call', name, given.map(one => typeof one === 'object' ? '{}' : one));
      return call.apply(this, given);
    };
  }

  const heard = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...heard,
    set(call) { heard.set.call(this, event => { see('port', event.data, event.ports.length); call.call(this, event); }); },
  });

  for (const name of ['value', 'checked']) {
    const field = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, name);
    Object.defineProperty(HTMLInputElement.prototype, name, {
      ...field,
      set(value) { see('set', name, value, this.id); field.set.call(this, value); },
    });
  }

  // Whatever changes in the page, and in every shadow root, closed or not.
  const changes = new MutationObserver(list => {
    for (const { type, target, addedNodes } of list) see('changed', type, target.localName, [...addedNodes].map(node => node.textContent?.slice(0, 2000)));
  });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    see('call', 'attachShadow', this.localName);
    roots.push(root);
    changes.observe(root, everything);
    return root;
  };
  addEventListener('DOMContentLoaded', () => changes.observe(document, everything));

  // What every frame lets itself be read of, wherever it stands.
  const roots = [document];
  const inside = frame => { try { return frame.contentWindow.document.body.innerText; } catch { return null; } };
  const frames = () => {
    for (const frame of roots.flatMap(root => [...root.querySelectorAll('iframe, frame, object, embed')])) {
      const text = inside(frame);
      if (text !== null) see('read a frame', text);
    }
  };
}
