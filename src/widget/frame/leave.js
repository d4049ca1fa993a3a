// Leaving: by the link in the bar, or by pressing Shift three times. The link's target is fixed before the first answer.
'use strict';
const leaving = (() => {
  const PRESSES = 3;
  const WITHIN = 5000; // milliseconds from one press to the next
  const page = document.documentElement;
  const said = () => document.getElementById('said');
  let port = null;
  let presses = 0;
  let alone = false;
  let timer;

  // In a frame inside a frame the outer page may not let itself be left: the link then says only what it can do.
  if (window.parent !== window && window.parent !== window.top) page.classList.add('nested');

  const say = name => {
    clearTimeout(timer);
    const { dataset } = said();
    said().textContent = name ? dataset[name] : '';
    if (name) timer = setTimeout(() => { presses = 0; say(name === 'late' ? '' : 'late'); }, WITHIN);
  };

  const leave = () => {
    presses = 0;
    say('');
    page.classList.add('left');
    document.getElementById('left').textContent = said().dataset.gone;
    life.end();
    if (port) return port.postMessage('leave');
    try {
      window.top.location.replace(document.querySelector('[data-do="leave"]').href);
    } catch {
      // Refused: browsers ask for a press shortly before. The guide stays blank, says that the tab can be closed, and tries
      // again at the next press.
      for (const press of ['pointerup', 'keydown']) addEventListener(press, leave, { once: true });
    }
  };

  // 'down' and 'up' are Shift by itself; anything else on the keyboard begins the count again.
  const pressed = word => {
    if (word === 'down') { alone = true; return; }
    if (word === 'up' && !alone) return;
    alone = false;
    if (word !== 'up') {
      if (presses > 0) { presses = 0; say(''); }
      return;
    }
    presses += 1;
    if (presses === PRESSES) leave();
    else say(PRESSES - presses === 1 ? 'one' : 'two');
  };

  const onKey = event => {
    const shift = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.repeat || (event.type === 'keyup' && !shift)) return;
    pressed(shift ? event.type.slice(3) : 'other');
  };

  addEventListener('keydown', onKey, true);
  addEventListener('keyup', onKey, true);
  addEventListener('pointerdown', () => { alone = false; }, true);
  // A middle click would open the exit beside the guide.
  for (const press of ['click', 'auxclick']) {
    document.addEventListener(press, event => {
      if (!event.target.closest?.('[data-do="leave"]')) return;
      event.preventDefault();
      leave();
    }, true);
  }
  // Back from the browser's own store of pages: the guide stands at its start, wiped when it was left.
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    page.classList.remove('left');
    document.getElementById('left').textContent = '';
  });

  return {
    pressed,
    // The loader leaves the whole page; without one the link's target does.
    through: to => { port = to; },
    to: url => document.querySelectorAll('[data-do="leave"]').forEach(link => { link.href = url; }),
  };
})();
