// The form: what is filled in, and what is said beside each field.
'use strict';
const form = (() => {
  const element = document.getElementById('form');
  const problems = document.getElementById('problems');
  const fields = [...element.elements].filter(field => field.name);
  const touched = new Set();
  let tried = false;

  const wrongOf = field => document.getElementById(`${field.name}-wrong`);
  const shown = field => (field.type === 'hidden' ? document.getElementById(`choose-${field.name}`) : field);
  const label = field => document.querySelector(`label[for="${shown(field).id}"]`).textContent;

  for (const field of fields) {
    const wrong = Object.assign(document.createElement('p'), { id: `${field.name}-wrong`, className: 'wrong' });
    field.closest('.field').append(wrong);
    const described = [`${field.name}-hint`, wrong.id].filter(id => document.getElementById(id));
    if (field.type !== 'hidden') field.setAttribute('aria-describedby', described.join(' '));
    field.addEventListener('change', () => touched.add(field.name));
  }

  const sentence = ([, message, hint]) => {
    const said = `${message}: ${hint}.`.replace(/`([^`]*)`/g, '“$1”');
    return said[0].toUpperCase() + said.slice(1);
  };

  const link = (field, said) => {
    const item = document.createElement('li');
    const to = Object.assign(document.createElement('a'), { href: `#${shown(field).id}`, textContent: label(field) });
    // Without a step in the browser's history.
    to.addEventListener('click', event => { event.preventDefault(); shown(field).focus(); });
    item.append(to, `: ${said}`);
    return item;
  };

  // From now on all that is wrong is said.
  const touchAll = () => {
    tried = true;
    fields.forEach(field => touched.add(field.name));
  };

  return {
    element,
    field: name => fields.find(field => field.name === name),
    value: name => fields.find(field => field.name === name).value.trim(),
    // Name, value, name, value.
    pairs: () => fields.flatMap(field => [field.name, field.value]),
    // What the form has no choice for is kept as one more.
    fill: given => {
      for (const field of fields) {
        const value = given.get(field.name) ?? '';
        const known = !field.options || [...field.options].some(option => option.value === value);
        if (!known && value) field.add(new Option(value, value));
        field.value = value;
        if (field.selectedIndex === -1) field.selectedIndex = 0;
      }
      touchAll();
    },
    touchAll,
    // Beside each field that was filled in; after a try to copy, or to read old lines, as a list on top too.
    say: found => {
      const said = new Map();
      for (const problem of found) {
        const field = fields.find(field => field.name === problem[0]);
        if (field && touched.has(field.name)) said.set(field, field.value.trim() ? sentence(problem) : field.dataset.empty ?? sentence(problem));
      }
      for (const field of fields) {
        wrongOf(field).textContent = said.get(field) ?? '';
        shown(field).setAttribute('aria-invalid', said.has(field));
      }
      problems.hidden = !tried || said.size === 0;
      problems.querySelector('ul').replaceChildren(...[...said].map(([field, text]) => link(field, text)));
    },
    toProblems: () => problems.focus(),
  };
})();
