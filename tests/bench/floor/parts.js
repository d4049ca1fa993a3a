// The floor's parts: what several of its screens share.
'use strict';
const h = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') element[key] = value;
    else if (value !== false && value != null) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
};

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const parts = (guide, state, act) => {
  const { words } = guide;
  const region = () => guide.regions[state.region];
  const text = said => fill(said, region().terms);
  const button = (name, look, label, event) =>
    h('button', { type: 'button', class: `button ${look}`, 'data-do': name, onclick: () => act(event) }, label);
  const back = () => button('back', 'quiet', words.common.back, { back: true });
  const heading = title => h('h1', { tabindex: -1 }, title);

  const of = purpose => region().services.filter(service => service.purpose.includes(purpose));
  const dated = ({ seen_on: seen, checked_on: checked }) => fill(checked ? words.help.checked : words.help.published, {
    month: words.common.months.split(' ')[(checked ?? seen).month - 1], year: (checked ?? seen).year,
  });
  const service = one => h('li', null,
    h('b', null, one.name), h('span', { class: 'serves' }, one.serves),
    one.phone && h('a', { class: 'number', href: `tel:${one.phone[1]}` }, one.phone[0]),
    one.sms && h('a', { class: 'number', href: `sms:${one.sms[0]}` },
      fill(one.sms[1] ? words.help.text_word : words.help.text_to, { number: one.sms[0], word: one.sms[1] })),
    one.web && h('a', { href: one.web, target: '_blank', rel: 'noopener noreferrer' }, `${one.web.slice(8)} ${words.common.new_tab}`),
    one.hours && h('span', { class: 'hours' }, one.hours), one.note && h('span', { class: 'serves' }, one.note),
    h('span', { class: 'fine' }, dated(one)));
  const services = purpose => {
    const found = of(purpose);
    return [!found.length && h('p', null, words.help.none_here),
      h('ul', { class: 'services' }, (found.length ? found : of('Directory')).map(service))];
  };

  const block = ({ Paragraph, List, Services, Page }) => {
    if (Paragraph) return h('p', null, text(Paragraph));
    if (List) return h('ul', null, List.map(item => h('li', null, text(item))));
    return Services ? services(Services) : h('p', null, button('page', 'side', Page[1], { read: Page[0] }));
  };
  const section = ({ heading: title, level, blocks }) => h('section', { class: level && `card ${level}` },
    h('h2', null, level && h('span', { class: 'level' }, words.safety[level]), text(title)), blocks.map(block));
  const prose = (page, facts) => [page.opening.map(block), page.sections.filter(one => holds(one.shown, facts)).map(section)];

  const support = () => h('p', null,
    h('a', { class: 'support', 'data-do': 'support', href: state.support, target: '_blank', rel: 'noopener noreferrer' },
      state.supportLabel, h('span', { class: 'fine' }, ` ${words.common.new_tab}`)));
  const referral = ({ level, reason }) => h('section', { class: 'referral', 'data-level': level },
    h('h2', null, words.referral.title), level !== 'before_plan' && h('p', null, reason),
    h('p', { class: 'who' }, words.referral.who), support(),
    h('details', null, h('summary', null, words.referral.quiet_lead),
      h('ul', null, ['first_contact', 'reply_time', 'cost', 'confidentiality', 'past', 'not_emergency']
        .map(name => h('li', null, words.referral[name])))),
    h('p', null, `${words.referral.alternative} ${words.referral.alternative_general}`));

  const because = reasons => reasons.length > 0 && h('div', { class: 'because' }, h('p', null, words.plan.because),
    h('ul', null, reasons.map(({ question, option }) =>
      h('li', null, words.common.quote_open + guide.questions[question].wording.options[option] + words.common.quote_close))));
  const idea = (key, reasons, start, facts) => {
    const one = guide.recommendations[key];
    const alone = holds(guide.rules.alone, facts);
    const lines = ['how', 'for_you', 'for_them', 'if_both', 'why', 'stop']
      .filter(name => one.words[name] && !(alone && ['for_them', 'if_both'].includes(name)));
    const notes = alone ? [] : one.notes.map(note => guide.notes[note]).filter(note => holds(note.shown, facts));
    return h('li', { class: start ? 'idea start' : 'idea', 'data-idea': one.id },
      h('h3', null, start && h('span', { class: 'badge' }, words.plan.start_here), one.words.title),
      h('p', null, text(one.words.action)), notes.map(note => h('p', { class: 'note' }, note.text)),
      h('details', null, h('summary', null, words.plan.more_about), because(reasons),
        h('dl', null, lines.map(name => [h('dt', null, words.plan[name]), h('dd', null, text(one.words[name]))]))));
  };
  return { words, button, back, heading, services, prose, support, referral, idea, text, region };
};
