// The floor's rules: answers played through the questions, and the plan they lead to. By hand what `src/engine` does.
'use strict';
const holds = (condition, facts) =>
  condition.all.every(group => group.some(fact => facts.has(fact))) && !condition.none.some(fact => facts.has(fact));

// `answers` holds for each question the places of its picked options; `passed` says where the person has gone on.
const replay = (guide, answers, passed) => {
  const facts = new Set();
  const scores = guide.needs.map(() => 0);
  const asked = [];
  let next = null;
  for (const [at, question] of guide.questions.entries()) {
    if (!holds(question.asked, facts)) continue;
    asked.push(at);
    if (!passed(at)) {
      next = at;
      break;
    }
    count(question, answers[at], facts, scores);
  }
  derive(guide, facts, scores);
  return { facts, scores, asked, next };
};

const count = (question, picked, facts, scores) => {
  const gains = scores.map(() => 0);
  for (const option of question.options.filter((_, at) => picked.has(at))) {
    [option.fact, ...option.flags].forEach(fact => facts.add(fact));
    for (const [need, weight] of option.weights) gains[need] += weight;
  }
  gains.forEach((gain, need) => { scores[need] += Math.min(gain, question.cap ?? gain); });
};

const derive = ({ questions, rules }, facts, scores) => {
  for (const { options, unanswered } of questions) {
    if (!options.some(option => facts.has(option.fact))) facts.add(unanswered);
  }
  for (const rule of rules.derived.filter(rule => holds(rule.when, facts))) {
    rule.add.forEach(fact => facts.add(fact));
    rule.remove.forEach(fact => facts.delete(fact));
  }
  for (const rule of rules.adjustments.filter(rule => holds(rule.when, facts))) {
    for (const [need, points] of rule.subtract) scores[need] = Math.max(scores[need] - points, 0);
    for (const need of rule.zero) scores[need] = 0;
  }
};

const openSafety = (guide, facts) => [...guide.safety.keys()].filter(page => holds(guide.safety[page].opens, facts));

// In order of the keys given for each, the smallest first.
const by = keys => (a, b) => {
  const [one, other] = [keys(a), keys(b)];
  const at = one.findIndex((key, index) => key !== other[index]);
  return at < 0 ? 0 : one[at] - other[at];
};

const MOMENTS = ['now', 'together', 'later'];

const choosing = (guide, { facts, scores }) => {
  const { rules, recommendations: ideas } = guide;
  const low = holds(rules.low_effort, facts);
  const eligible = key => holds(ideas[key].eligible, facts) && (ideas[key].effort === 1 || !low);
  const reasons = key => ideas[key].favoured_by
    .filter(({ question, option }) => facts.has(guide.questions[question].options[option].fact))
    .sort(by(({ question, option }) => [question, option]));
  const score = key => scores[ideas[key].need] + reasons(key).length * rules.scoring.favoured;
  const settled = need => rules.settle_order.indexOf(need);
  const all = [...ideas.keys()];
  const size = (rules.sized.find(([when]) => holds(when, facts)) ?? [null, rules.size])[1];
  const candidates = all
    .filter(key => eligible(key) && (scores[ideas[key].need] >= rules.scoring.candidate_from || reasons(key).length))
    .sort(by(key => [-score(key), settled(ideas[key].need), key]));
  const rank = key => [-score(key), key];
  return { guide, facts, scores, rules, ideas, all, eligible, reasons, settled, size, candidates, rank };
};

const attempt = ({ ideas, all, eligible, rank, candidates }, { BestOf, Candidate, FirstOf }, picked) => {
  if (FirstOf) return FirstOf.find(key => eligible(key) && !picked.includes(key));
  if (Candidate) return candidates.find(key => ideas[key].who === Candidate.who && ideas[key].need !== Candidate.not);
  return all.filter(key => ideas[key].need === BestOf && eligible(key)).sort(by(rank))[0];
};

const chosen = choice => {
  const { rules, ideas, facts, eligible, size } = choice;
  const picked = [];
  const add = key => { if (key !== undefined && picked.length < size && !picked.includes(key)) picked.push(key); };
  for (const { limit, tries } of rules.guarantees) {
    const before = picked.length;
    for (const { when, from } of tries) {
      if (picked.length - before < limit && holds(when, facts)) add(attempt(choice, from, picked));
    }
  }
  for (const key of choice.candidates) {
    if (picked.filter(other => ideas[other].need === ideas[key].need).length < rules.scoring.per_need) add(key);
  }
  for (const { when, with_needs: needs, without, add: closing } of rules.closing) {
    const follows = picked.some(key => needs.includes(ideas[key].need));
    if (follows && !picked.includes(without) && holds(when, facts) && eligible(closing)) add(closing);
  }
  for (const key of rules.fill.filter(eligible)) if (picked.length < rules.fill_to) add(key);
  return picked;
};

const starred = ({ rules: { start }, ideas, facts, rank }, plan) => {
  if (!holds(start.marked, facts)) return null;
  const cautious = holds(start.cautious, facts);
  const harms = key => start.cautious_flag !== null && ideas[key].eligible.none.includes(start.cautious_flag);
  const ease = ({ effort, moment }) => (effort > 1 ? 2 : Number(moment !== 'now'));
  const good = plan.filter(key => !start.never.includes(key) && !(cautious && harms(key)));
  return good.sort(by(key => [ease(ideas[key]), ...rank(key)]))[0] ?? null;
};

const plan = (guide, played) => {
  const { facts, scores } = played;
  const { rules } = guide;
  const choice = choosing(guide, played);
  const fixed = rules.fixed.find(({ when }) => holds(when, facts));
  const nothing = holds(rules.default_plan.when, facts);
  const loose = nothing ? rules.default_plan.list.filter(choice.eligible).slice(0, choice.size) : chosen(choice);
  const order = key => [MOMENTS.indexOf(choice.ideas[key].moment), ...choice.rank(key)];
  const ideas = fixed ? fixed.plan : loose.sort(by(order));
  const referral = rules.referral.find(({ when }) => holds(when, facts)) ?? { level: 'end', reason: rules.quiet_reason };
  const needs = [...scores.keys()].filter(need => scores[need] >= rules.scoring.summary_from)
    .sort(by(need => [-scores[need], choice.settled(need)])).slice(0, rules.scoring.summary_up_to);
  return {
    ideas,
    reasons: ideas.map(key => choice.reasons(key)),
    start: fixed ? fixed.start : starred(choice, [...ideas]),
    referral: fixed ? { level: fixed.referral, reason: rules.quiet_reason } : referral,
    safety: openSafety(guide, facts),
    needs: fixed ? [] : needs,
    comfort: !!fixed && !fixed.whole_menu,
    menu: !!fixed?.whole_menu,
    more: fixed ? fixed.more.filter(choice.eligible) : [],
    ahead: holds(rules.next_time, facts),
  };
};
