// The page of a flow: choosing actions, searching, opening and closing containers.

const forms = dataOf('forms');
const canvas = document.querySelector('.canvas');
const viewer = canvas ? new Viewer(canvas) : undefined;
let form = 'open';

/** Brings the diagram into one of the forms that were laid out. */
function showForm(name) {
  const laidOut = forms?.[name];
  if (!laidOut || !viewer) return;
  form = name;
  byId('form').value = name;
  for (const group of viewer.svg.querySelectorAll('[data-container]')) {
    const id = group.dataset.container;
    const place = laidOut.places[id];
    if (place) group.setAttribute('transform', `translate(${place[0]} ${place[1]})`);
    group.classList.toggle('closed', !(name === 'open' || name === id));
  }
  const paths = viewer.svg.querySelectorAll('.between path.edge');
  paths.forEach((path, i) => path.setAttribute('d', laidOut.edges[i] ?? ''));
  viewer.resize(laidOut.size[0], laidOut.size[1]);
}

const shapeOf = (id) => viewer?.svg.querySelector(`[data-id="${CSS.escape(id)}"]`);

/** Shows the details of an action or container, and where it is. */
function choose(id, { focus = false } = {}) {
  const detail = byId(id);
  if (!detail?.classList.contains('detail')) return;
  showTab('details');
  for (const shown of document.querySelectorAll('.detail.shown')) shown.classList.remove('shown');
  detail.classList.add('shown');
  document.querySelector('.side').scrollTop = 0;
  document.querySelector('#details .hint').hidden = true;
  light(detail.dataset.lines);
  excerpt(detail);
  for (const chosen of document.querySelectorAll('.diagram .chosen')) chosen.classList.remove('chosen');
  for (const edge of document.querySelectorAll('.between .edge')) {
    edge.classList.toggle('near', edge.dataset.actions.split(' ').includes(id) || edge.dataset.from === id);
  }
  if (focus) detail.focus({ preventScroll: true });
  const shape = shapeOf(id);
  if (!shape) return;
  const container = shape.closest('[data-container]').dataset.container;
  if (form !== 'open' && form !== container && container !== id) showForm(container);
  for (let around = shape.closest('.around'); around; around = around.parentElement.closest('.around'))
    fold(around, false);
  for (const same of document.querySelectorAll(`.diagram [data-id="${CSS.escape(id)}"]`)) same.classList.add('chosen');
  const visible = [...document.querySelectorAll(`.diagram [data-id="${CSS.escape(id)}"]`)].find(
    (same) => same.getClientRects().length > 0,
  );
  if (visible && !isInView(visible)) viewer.center(visible);
}

function isInView(element) {
  const box = element.getBoundingClientRect();
  const frame = canvas.getBoundingClientRect();
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

/** Shows the YAML of an action below its details. */
function excerpt(detail) {
  if (detail.querySelector('.excerpt')) return;
  const [from, to] = detail.dataset.lines.split('-').map(Number);
  const lines = [];
  for (let line = from; line <= Math.min(to, from + 80); line += 1) lines.push(byId(`L${line}`)?.textContent ?? '');
  const pre = document.createElement('pre');
  pre.className = 'excerpt';
  pre.textContent = lines.join('');
  const title = document.createElement('h4');
  title.textContent = 'YAML';
  const link = document.createElement('a');
  link.href = `#L${from}`;
  link.textContent = `line ${from}`;
  title.append(' ', link);
  detail.append(title, pre);
}

/** Marks lines of the YAML: `12-20`. */
function light(lines) {
  for (const line of document.querySelectorAll('.yaml .lit')) line.classList.remove('lit');
  const [from, to] = lines.split('-').map(Number);
  for (let line = from; line <= to; line += 1) byId(`L${line}`)?.classList.add('lit');
}

/** Hides what is in a loop or a choice, where it stands, or shows it. */
function fold(around, folded) {
  around.classList.toggle('folded', folded);
  around.querySelector('.fold').setAttribute('aria-expanded', String(!folded));
}

for (const head of document.querySelectorAll('.fold')) {
  const around = head.closest('.around');
  head.addEventListener('click', () => fold(around, !around.classList.contains('folded')));
  head.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    fold(around, !around.classList.contains('folded'));
  });
}

/** Opens a container that is closed, and closes one that is open. */
function toggle(id) {
  if (form === 'closed') showForm(id);
  else if (form === id) showForm('closed');
  else if (form !== 'open') showForm(id);
}

viewer?.svg.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-id]');
  if (!link) return;
  event.preventDefault();
  const { id } = link.dataset;
  if (link.classList.contains('shut') || link.classList.contains('title')) toggle(id);
  history.replaceState(null, '', `#${id}`);
  choose(id);
});

// The arrow keys lead from action to action in the order of the text.
viewer?.svg.addEventListener('keydown', (event) => {
  const link = event.target.closest('a.action');
  if (!link) return;
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = [...viewer.svg.querySelectorAll('a.action')].filter((each) => each.getClientRects().length > 0);
  const next = all[all.indexOf(link) + step];
  if (!next) return;
  next.focus({ preventScroll: true });
  choose(next.dataset.id);
});

byId('form')?.addEventListener('change', (event) => showForm(event.target.value));
byId('zoom-in')?.addEventListener('click', () => viewer?.zoom(1.25));
byId('zoom-out')?.addEventListener('click', () => viewer?.zoom(0.8));
byId('fit')?.addEventListener('click', () => viewer?.whole());

// The search looks at everything that the details say.
const search = byId('search');
let matches = [];
function find(text) {
  const words = text.trim().toLowerCase();
  for (const match of document.querySelectorAll('.diagram .match')) match.classList.remove('match');
  matches = [];
  if (words !== '') {
    for (const detail of document.querySelectorAll('.detail')) {
      if (!detail.textContent.toLowerCase().includes(words)) continue;
      matches.push(detail.id);
      for (const shape of document.querySelectorAll(`.diagram [data-id="${CSS.escape(detail.id)}"]`)) {
        shape.classList.add('match');
      }
    }
  }
  byId('matches').textContent = words === '' ? '' : `${matches.length} found`;
}
let at = -1;
search?.addEventListener('input', () => {
  find(search.value);
  at = -1;
});
search?.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    search.value = '';
    find('');
  }
  if (event.key !== 'Enter' || matches.length === 0) return;
  event.preventDefault();
  at = (at + (event.shiftKey ? matches.length - 1 : 1)) % matches.length;
  history.replaceState(null, '', `#${matches[at]}`);
  choose(matches[at]);
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.matches('input, textarea, select')) return;
  event.preventDefault();
  search.focus();
});

/** What the address names: an action, a tab, or a line of the YAML. */
function go() {
  const id = decodeURIComponent(location.hash.slice(1));
  const line = /^L\d+$/.test(id) ? byId(id) : undefined;
  if (line) {
    showTab('yaml');
    light(`${id.slice(1)}-${id.slice(1)}`);
    line.scrollIntoView({ block: 'center' });
  } else if (document.querySelector(`[data-tab="${CSS.escape(id)}"]`)) showTab(id);
  else choose(id);
}

showTab('details');
addEventListener('hashchange', go);
if (location.hash !== '') go();
