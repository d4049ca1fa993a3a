// Runs before every script of a page and of its frame: says when the form is seen, when a press takes, what each step costs.
// `contestant` and `answers` stand before it. Times are milliseconds since the page was asked for, as the page on top counts.
(() => {
  const GUIDE = {
    page: /guide\.en\.html$/,
    first: () => document.querySelector('main h1'),
    press: () => document.querySelector('[data-do=begin]')?.click(),
    taken: () => document.querySelector('main')?.dataset.screen.startsWith('question-'),
    question: () => /^question-(.*)/.exec(document.querySelector('main').dataset.screen)?.[1],
    option: (question, name) => document.getElementById(`${question}.${name}`),
    next: () => document.querySelector('[data-do=continue]'),
    shown: () => document.querySelector('aftercare-guide')?.shadowRoot?.querySelector('.ready'),
  };
  const pick = first => { if (first && !first.checked) first.click(); };
  const SURVEY = {
    page: /\/$/,
    first: () => document.querySelector('.sd-question input'),
    press: () => pick(SURVEY.first()),
    taken: () => document.querySelector('.sd-item--checked'),
    question: () => document.querySelector('.sd-question')?.dataset.name,
    option: (question, name) => document.querySelector(`[data-name="${question}"] input[value="${name}"]`),
    next: () => [...document.querySelectorAll('.sd-navigation__next-btn')].find(button => button.offsetParent),
    shown: () => true,
  };
  const LHC = {
    page: /\/$/,
    first: () => document.querySelector('#form input[type=radio]'),
    press: () => pick(LHC.first()),
    taken: () => document.querySelector('.ant-radio-checked, #form input:checked'),
    question: () => undefined,
    shown: () => true,
    // All questions stand on one page: a step is another answer to the first one, and what it changes.
    answers: 12,
    answer: at => document.querySelectorAll('#form input[type=radio]')[at % 4].click(),
  };
  const form = { surveyjs: SURVEY, lhc: LHC }[contestant] ?? GUIDE;
  const onTop = window === window.top;
  const now = () => performance.timeOrigin + performance.now();
  const frame = () => new Promise(requestAnimationFrame);
  const task = () => new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });
  const painted = async () => { await frame(); await task(); return now(); };
  const once = async so => { while (!so()) await frame(); };
  const seen = async what => { await once(() => what()?.getClientRects().length); return painted(); };
  const tell = what => window.top.postMessage({ bench: what }, '*');

  // How long the page cannot hear: of each task what is beyond 50 ms.
  const tasks = [];
  if (onTop) new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  const blocked = until => tasks.filter(task => performance.timeOrigin + task.startTime < until)
    .reduce((sum, { duration }) => sum + duration - 50, 0);

  let memory = null;
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    memory = instance.exports.memory;
    return instance;
  };

  const taken = async () => {
    for (;;) {
      form.press();
      await task();
      if (form.taken()) return painted();
      await new Promise(again => setTimeout(again, 16));
    }
  };

  const MOST_STEPS = 40;
  const changed = so => new Promise(done => {
    const watch = new MutationObserver(() => { if (so()) { watch.disconnect(); done(); } });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  // From a press to the tree laid out, and to the paint.
  const step = async (press, so) => {
    await painted();
    await task();
    const change = changed(so);
    const begun = now();
    press();
    await change;
    document.body.getBoundingClientRect();
    const laidOut = now();
    return [laidOut - begun, (await painted()) - begun];
  };
  const passage = async () => {
    const steps = [];
    for (let question; (question = form.question()) && form.next() && steps.length < MOST_STEPS;) {
      for (const name of [answers[question] ?? []].flat()) {
        pick(form.option(question, name));
        await painted();
      }
      const took = await step(() => form.next().click(), () => form.question() !== question);
      if (form.question()) steps.push(took);
    }
    for (let at = 1; at <= form.answers; at += 1) steps.push(await step(() => form.answer(at), () => true));
    return steps;
  };

  if (onTop) {
    const told = window.told = {};
    window.bench = new Promise(done => {
      addEventListener('message', ({ data }) => {
        Object.assign(told, data?.bench);
        if (told.failed) done(told);
        if (!told.steps || !told.shown) return;
        const since = time => Math.max(time, told.shown) - performance.timeOrigin;
        done({ ...told, visible: since(told.visible), answering: since(told.answering), blocking: blocked(told.answering) });
      });
    });
    once(form.shown).then(painted).then(shown => tell({ shown }));
  }
  if (!form.page.test(location.pathname)) return;
  (async () => {
    const press = taken();
    tell({ visible: await seen(form.first) });
    tell({ answering: await press });
    const steps = await passage();
    tell({ steps, wasm: memory?.buffer.byteLength ?? 0 });
  })().catch(error => tell({ failed: `${error}` }));
})();
