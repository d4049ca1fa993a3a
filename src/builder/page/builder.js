// The page: what is filled in becomes lines, a frame, a file and a preview. All of these are made and checked in wasm, by the code
// that the guide itself has.
'use strict';
(async () => {
  const at = id => document.getElementById(id);
  const widget = glue();
  const module = await compiled;
  widget.finish(new WebAssembly.Instance(module, widget.imports()), module);

  const choices = id => [...at(id).options].map(option => option.value).filter(value => value);
  const known = [choices('region'), choices('theme'), choices('lang')];
  let previewed = null;
  let waiting;

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
  };
  const file = () => `guide.${form.value('lang')}.html`;

  // What is wrong, as name, message, hint.
  const wrong = () => {
    const flat = widget.check(...known, form.pairs());
    return Array.from({ length: flat.length / 3 }, (_, each) => flat.slice(3 * each, 3 * each + 3));
  };

  const show = () => {
    const found = wrong();
    form.say(found);
    at('lines').value = found.length ? '' : widget.lines(form.pairs(), today());
    at('frame').value = found.length ? '' : widget.bare_frame(form.pairs(), today());
    at('missing').textContent = found.length ? 'Something above is still missing or wrong. Until it is mended, the boxes below stay empty.' : '';
    for (const name of document.querySelectorAll('.file')) name.textContent = file();
    for (const place of document.querySelectorAll('.go > [role="status"]')) place.textContent = '';
    contrast.show(at('contrast'), form.value('accent'), form.value('theme'));
    if (/^#[0-9a-f]{6}$/i.test(form.value('accent'))) at('pick').value = form.value('accent');
    at('chosen-photo').hidden = !form.value('photo');
    at('chosen-photo').querySelector('img').src = form.value('photo') || 'data:,';
  };

  // The frame as the loader makes it: a new one, because the guide reads its settings once.
  const preview = () => {
    previewed = `${file()}#${widget.address(form.pairs())}`;
    const frame = Object.assign(document.createElement('iframe'), {
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals',
      referrerPolicy: 'no-referrer',
      title: form.value('title') || 'A short guide',
      src: previewed,
    });
    at('preview').replaceChildren(frame);
    clearTimeout(waiting);
    waiting = setTimeout(() => { at('absent').hidden = false; }, 5000);
  };

  const changed = () => {
    show();
    if (previewed !== `${file()}#${widget.address(form.pairs())}`) preview();
  };

  const takePhoto = async chosen => {
    try {
      form.field('photo').value = await photo.small(chosen);
      form.field('photo').dispatchEvent(new Event('change'));
      changed();
    } catch {
      at('photo-wrong').textContent = 'This file cannot be read as a picture: choose a JPEG or PNG.';
    }
  };

  const readOld = () => {
    const [told, ...pairs] = widget.read(at('old').value, today());
    const none = at('old').value.trim() ? 'No lines of the guide stand in this text. Nothing was changed.' : '';
    at('told').textContent = told ?? none;
    if (!told) return;
    form.fill(new Map(pairs.flatMap((name, each) => (each % 2 ? [] : [[name, pairs[each + 1]]]))));
    changed();
  };

  const saidBeside = (button, text) => { button.parentElement.querySelector('[role="status"]').textContent = text; };

  const download = (button, name, text) => {
    const link = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(new Blob([text], { type: 'text/html' })),
      download: name,
    });
    link.click();
    saidBeside(button, `${name} is with your downloads.`);
  };

  // Whether all is well; otherwise what is not is shown.
  const well = () => {
    form.touchAll();
    show();
    if (!wrong().length) return true;
    form.toProblems();
    return false;
  };

  const does = {
    phone: button => {
      const phone = at('preview').classList.toggle('phone');
      button.setAttribute('aria-pressed', phone);
    },
    restart: () => preview(),
    'no-photo': () => {
      form.field('photo').value = '';
      at('choose-photo').value = '';
      changed();
      at('choose-photo').focus();
    },
    copy: button => {
      if (!well()) return;
      at(button.dataset.from).select();
      const copied = document.execCommand('copy');
      saidBeside(button, copied ? 'Copied.' : 'Your browser did not copy: press Ctrl C, or ⌘ C.');
      if (copied) button.focus();
    },
    bake: button => {
      if (!well()) return;
      download(button, file(), widget.bake(unpack(file()), form.pairs(), today()));
    },
    page: button => {
      if (!well()) return;
      const name = 'index.html';
      download(button, name, widget.own_page(unpack(name), form.pairs(), today(), at('days').value));
    },
  };

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) does[button.dataset.do](button);
  });
  form.element.addEventListener('input', event => {
    if (event.target.id === 'pick') form.field('accent').value = at('pick').value;
    if (event.target.name) show();
  });
  form.element.addEventListener('change', event => {
    if (event.target.id === 'choose-photo' && event.target.files[0]) takePhoto(event.target.files[0]);
    else if (event.target.id !== 'old') changed();
  });
  form.element.addEventListener('submit', event => event.preventDefault());
  at('old').addEventListener('input', readOld);
  addEventListener('message', event => {
    if (event.source !== at('preview').firstElementChild?.contentWindow) return;
    clearTimeout(waiting);
    at('absent').hidden = true;
  });
  changed();
})().catch(() => { document.getElementById('broken').hidden = false; });
