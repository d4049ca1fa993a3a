// One instance of the guide at a time, and its end: its memory, where the answers are, is overwritten with zeros and dropped,
// and so is everything on screen.
'use strict';
const life = (() => {
  const LONG_AWAY = 15 * 60 * 1000; // milliseconds out of view, then a neutral cover asks
  const place = () => document.getElementById('guide');
  let make = null;
  let running = null;
  let open = false;
  let since = Date.now();
  let timer;

  const start = again => {
    try {
      running = make(again);
    } catch {
      aftercare.fail();
    }
  };

  const end = () => {
    running?.end();
    if (running) place().replaceWith(Object.assign(document.createElement('div'), { id: 'guide' }));
    running = null;
  };

  const away = () => {
    clearTimeout(timer);
    place()?.dispatchEvent(new Event('aftercare-away'));
  };

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) {
      since = Date.now();
      timer = setTimeout(away, LONG_AWAY);
    } else if (Date.now() - since >= LONG_AWAY) {
      away();
    }
  });
  addEventListener('pagehide', end);
  addEventListener('pageshow', event => { if (event.persisted && make && !running) start(open); });
  // Said from inside the instance, which has to come to its end first.
  addEventListener('aftercare-clear', () => queueMicrotask(() => { end(); start(open); }));

  return {
    // `making(again)` makes an instance that can `end()`; `again` is none at first, then whether the guide lies over the window.
    begin: making => { make = making; start(undefined); },
    end,
    // Ends it for good; whether it lay over the window.
    never: () => { make = null; end(); return open; },
    over: shown => { open = shown; },
  };
})();
