// The floor's screens, by name.
'use strict';
const screens = (guide, state, act) => {
  const { words, button, back, heading, services, prose, support, referral, idea, text, region } = parts(guide, state, act);
  const SHOWN = [['Emergency', 'emergency'], ['SexualViolence', 'sexual_violence'], ['DomesticAbuse', 'domestic_abuse'],
    ['Crisis', 'crisis'], ['Listening', 'listening'], ['SexualHealth', 'sexual_health'], ['Under18', 'under18'], ['Directory', 'elsewhere']];
  const IDEAS_FROM = 3;

  const option = (at, question, wording, choice, place) => {
    const id = `${question.id}.${choice.id}`;
    return [question.exclusive?.option === place && h('p', { class: 'or' }, words.question.or),
      h('div', { class: 'option' },
        h('input', { type: question.many ? 'checkbox' : 'radio', id, name: question.id, autocomplete: 'off',
          checked: state.answers[at].has(place), onchange: () => act({ toggle: [at, place] }) }),
        h('label', { for: id }, wording.options[place]))];
  };
  const question = ({ facts, asked, next: at }) => {
    const one = guide.questions[at];
    const wording = (one.variants.find(([when]) => holds(when, facts)) ?? [null, one.wording])[1];
    return [h('div', { class: 'above' }, back()),
      wording.before && h('p', { class: 'before' }, wording.before),
      h('fieldset', null, h('legend', null, heading(wording.title)),
        h('p', { class: 'why' }, h('b', null, words.question.why), ` ${wording.why}`),
        wording.hint && h('p', { class: 'hint' }, wording.hint),
        one.options.map((choice, place) => option(at, one, wording, choice, place))),
      state.answers[at].size > 0 && !one.many && h('p', null, button('clear-choice', 'quiet', words.question.clear, { clear: at })),
      h('div', { class: 'go' },
        button('continue', 'main', words.question.go_on, { pass: at }), button('skip', 'side', words.question.skip, { skip: at })),
      asked.length >= IDEAS_FROM && h('p', null, button('show-ideas', 'quiet', words.question.show_ideas, { ideas: true }))];
  };

  const safety = ({ facts }, pages, comfort) => {
    const topics = pages.map(page => guide.safety[page]);
    return [back(), heading(text(topics[0].prose.title)),
      topics.map(({ prose: page }, at) => [at > 0 && h('h2', { class: 'also' }, text(page.title)), prose(page, facts)]),
      h('div', { class: 'go' }, button('help-numbers', 'main', words.safety.help, { over: 'help' }),
        comfort ? button('comfort', 'side', words.safety.comfort, { goOn: pages }) : button('go-on', 'side', words.safety.go_on, { goOn: pages }),
        button('not-meant', 'quiet', words.safety.not_meant, { back: true })),
      topics.some(topic => topic.specialist) && h('section', { class: 'counsellor' }, h('p', null, words.safety.counsellor), support())];
  };

  const listed = needs => needs.map(need => guide.needs[need].summary).join(words.common.list_comma);
  const ideas = (made, facts) => MOMENTS.map(moment => {
    const own = made.ideas.flatMap((key, at) => (guide.recommendations[key].moment === moment ? [[key, made.reasons[at]]] : []));
    const title = words.plan[made.ahead ? `${moment}_ahead` : moment];
    return own.length > 0 && h('section', null, h('h2', null, title),
      h('ul', { class: 'ideas' }, own.map(([key, reasons]) => idea(key, reasons, key === made.start, facts))));
  });
  const planned = ({ facts }, made) => [back(), heading(made.ahead ? words.plan.title_ahead : words.plan.title),
    made.safety.length > 0 && h('aside', { class: 'card urgent' }, h('h2', null, words.plan.pinned), services('Emergency')),
    h('p', { class: 'lead' }, made.needs.length ? fill(words.plan.needs, { needs: listed(made.needs) }) : words.plan.lead),
    h('p', null, words.plan.not_too_much),
    made.referral.level === 'before_plan' && h('section', { class: 'referral before' },
      h('h2', null, words.referral.before_title), h('p', null, made.referral.reason), support()),
    ideas(made, facts), referral(made.referral), h('p', null, `${words.plan.closing} ${words.plan.leave_out}`),
    h('div', { class: 'go' }, button('menu', 'side', words.plan.all_ideas, { over: 'menu' }),
      button('clear', 'quiet', words.plan.clear, { wipe: true }))];
  const list = (title, keys, facts, start) => h('section', null, h('h2', null, title),
    h('ul', { class: 'ideas' }, keys.map(key => idea(key, [], key === start, facts))));
  const comfort = ({ facts }, made) => [back(), heading(words.plan.comfort_title), h('p', { class: 'lead' }, words.plan.comfort_lead),
    button('help-numbers', 'main', words.safety.help, { over: 'help' }),
    list(words.plan.now, made.ideas, facts, made.start), list(words.plan.more_gentle, made.more, facts),
    h('section', { class: 'counsellor' }, h('p', null, words.safety.counsellor), support())];
  const menu = ({ facts }, made) => {
    const shown = [...guide.recommendations.keys()].filter(key => {
      const { in_menu: listed, not_in_menu: not } = guide.recommendations[key];
      return listed && !not.some(fact => facts.has(fact));
    });
    const of = need => shown.filter(key => guide.recommendations[key].need === need);
    return [back(), heading(words.menu.title), h('p', { class: 'lead' }, words.menu.lead),
      guide.needs.map(({ title }, need) => of(need).length > 0 && list(title, of(need), facts)), referral(made.referral)];
  };
  const help = () => [back(), heading(guide.help.title),
    h('details', { class: 'regions' }, h('summary', null, `${words.help.region} `, h('b', null, region().name)),
      h('div', { class: 'go' }, guide.regions.map(({ name }, at) => button('region', 'side', name, { region: at })))),
    SHOWN.map(([purpose, name]) => h('section', null, h('h2', null, words.help[name]), services(purpose))),
    prose(guide.help, new Set())];
  return { question, safety, planned, comfort, menu, help };
};
