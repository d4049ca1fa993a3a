// The floor: the guide's flow in plain JavaScript, to say what the shipped one costs beside it. A state, what a press does to it, and
// the screen that it gives; each press makes the screen anew.
'use strict';
aftercare.whole();
(() => {
  const guide = JSON.parse(document.getElementById('data').textContent);
  const [given, ask] = aftercare.given();
  const settings = Object.fromEntries(given.map((_, at) => given.slice(at, at + 2)).filter((_, at) => at % 2 === 0));
  const fresh = () => ({
    answers: guide.questions.map(() => new Set()), passed: new Set(), begun: false, over: null, read: '',
    region: Math.max(guide.regions.findIndex(({ id }) => id === settings.region), 0),
    support: settings['support-url'], supportLabel: settings['support-label'],
  });
  const state = fresh();
  const start = [...document.querySelector('main').childNodes];
  const played = () => replay(guide, state.answers, at => state.passed.has(at));

  const toggle = (at, place) => {
    const { many, exclusive } = guide.questions[at];
    const picked = state.answers[at];
    const had = picked.has(place);
    if (!many || place === exclusive?.option) picked.clear();
    else if (exclusive) picked.delete(exclusive.option);
    if (many && had) picked.delete(place);
    else picked.add(place);
  };
  const reopenLast = () => {
    const { asked, next } = played();
    const last = next === null ? asked.at(-1) : asked.at(-2);
    if (last === undefined) state.begun = false;
    else state.passed.delete(last);
    state.read = '';
  };
  const passAll = () => {
    for (let { next } = played(); next !== null; { next } = played()) state.passed.add(next);
  };
  const does = {
    begin: () => { state.begun = true; ask('open'); },
    over: name => { state.over = name; },
    back: () => { if (state.over) state.over = null; else reopenLast(); },
    toggle: ([at, place]) => toggle(at, place),
    clear: at => state.answers[at].clear(),
    pass: at => state.passed.add(at),
    skip: at => { state.answers[at].clear(); state.passed.add(at); },
    ideas: passAll,
    goOn: pages => { state.read = String(pages); },
    region: at => { state.region = at; },
    wipe: () => Object.assign(state, fresh()),
    read: page => { state.over = page; },
  };

  const screen = () => {
    const now = played();
    const made = plan(guide, now);
    if (state.over === 'help') return ['help', all.help()];
    if (state.over === 'menu') return ['menu', all.menu(now, made)];
    if (state.over !== null) return [`reading ${guide.safety[state.over].id}`, all.safety(now, [state.over], false)];
    if (!state.begun) return ['start', start];
    const pages = made.safety;
    if (pages.length && String(pages) !== state.read) {
      return [`safety ${pages.map(page => guide.safety[page].id).join(' ')}`, all.safety(now, pages, made.comfort)];
    }
    if (now.next !== null) return [`question-${guide.questions[now.next].id}`, all.question(now)];
    if (made.menu) return ['menu', all.menu(now, made)];
    return made.comfort ? ['comfort', all.comfort(now, made)] : ['plan', all.planned(now, made)];
  };
  const show = () => {
    const main = document.querySelector('main');
    const [name, children] = screen();
    const moved = main.dataset.screen !== name;
    const held = document.activeElement?.id;
    main.dataset.screen = name;
    main.replaceChildren(...children.flat(Infinity).filter(Boolean));
    if (moved) main.querySelector('h1')?.focus();
    else if (held) document.getElementById(held)?.focus();
    if (moved) scrollTo(0, 0);
  };
  const act = event => {
    const [[name, value]] = Object.entries(event);
    does[name](value);
    show();
  };
  const all = screens(guide, state, act);
  for (const [name, event] of [['begin', { begin: true }], ['all-ideas', { over: 'menu' }], ['help', { over: 'help' }]]) {
    document.querySelector(`[data-do="${name}"]`).onclick = () => act(event);
  }
  // For the bench: what `cargo xtask plan` prints for these answers.
  globalThis.planOf = answers => {
    const places = guide.questions.map(({ id, options }) => new Set([answers[id] ?? []].flat().map(name => options.findIndex(one => one.id === name))));
    const made = plan(guide, replay(guide, places, () => true));
    const idea = key => guide.recommendations[key].id;
    return {
      plan: made.ideas.map(idea), start: made.start === null ? null : idea(made.start), referral: made.referral.level,
      safety: made.safety.map(page => guide.safety[page].id), needs: made.needs.map(need => guide.needs[need].id),
      reasons: Object.fromEntries(made.ideas.map((key, at) =>
        [idea(key), made.reasons[at].map(({ question, option }) => guide.questions[question].options[option].id)])),
    };
  };
  aftercare.started();
})();
