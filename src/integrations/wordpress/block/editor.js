// The block in the editor: a still picture of what visitors get, and what this one place chooses for itself.
(() => {
  'use strict';
  const { blockEditor, blocks, components, element } = window.wp;
  const NAME = 'aftercare-guide/guide';
  const el = element.createElement;
  const CHOICES = [
    ['region', 'Region', 'Whose help numbers are shown.', {}],
    ['start', 'What opens first', '', { intro: 'The start screen', help: 'Help' }],
    ['display', 'Where it opens', '', { cover: 'Over the window, once begun', inline: 'In its place' }],
  ];

  // What may be chosen is what the server says.
  const schema = name => blocks.getBlockType(NAME).attributes[name];
  const named = (name, labels, value) => (schema(name).labels || labels)[value] || value;
  const options = (name, labels) => schema(name).enum.map(value => ({
    value,
    label: value === '' ? 'As on the settings page' : named(name, labels, value),
  }));

  const choice = ({ attributes, setAttributes }) => ([name, label, help, labels]) => el(components.SelectControl, {
    key: name,
    label,
    help,
    value: attributes[name],
    options: options(name, labels),
    onChange: value => setAttributes({ [name]: value }),
  });

  const summary = attributes => CHOICES
    .filter(([name]) => attributes[name])
    .map(([name, label, , labels]) => `${label}: ${named(name, labels, attributes[name])}.`)
    .join(' ');

  const edit = props => el(
    'div',
    blockEditor.useBlockProps(),
    el(blockEditor.InspectorControls, null, el(components.PanelBody, { title: 'Only here' }, CHOICES.map(choice(props)))),
    el(
      components.Placeholder,
      { icon: 'heart', label: 'Aftercare guide', instructions: 'Visitors see the guide here. “Preview” shows it as they do.' },
      el('p', null, summary(props.attributes) || 'All as on its page under Settings, where your support link stands too.'),
    ),
  );

  blocks.registerBlockType(NAME, { edit, save: () => null });
})();
