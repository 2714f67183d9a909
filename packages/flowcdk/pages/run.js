// The page of a run: a list of steps of which only the visible ones exist, and what was known at each of them.

const run = dataOf('run');
const ROW = 26;
const list = document.querySelector('.lanes');
const rows = list.querySelector('.rows');

// Only columns in which something happens.
const used = new Set(run.steps.map(({ lane }) => lane));
const lanes = run.lanes.map((name, i) => ({ name, i })).filter(({ i }) => used.has(i));
// A text may run over the columns to its right, which are empty in its row. So only the last column has to be wide.
const [TIME, NARROW, WIDE] = [76, 84, 260];
const narrow = Math.max(lanes.length - 1, 0);
const template = `${TIME}px repeat(${Math.max(narrow, 1)}, minmax(${NARROW}px, 1fr)) minmax(${WIDE}px, 2fr)`;
const least = `${TIME + NARROW * narrow + WIDE}px`;
const heads = document.querySelector('.lane-heads');
heads.style.gridTemplateColumns = template;
heads.style.minWidth = least;
rows.style.minWidth = least;
for (const name of ['Time', ...lanes.map((lane) => lane.name)]) {
  const head = document.createElement('span');
  head.textContent = name;
  head.title = name;
  heads.append(head);
}

/** Lines between the columns. */
const guides = document.createElement('div');
guides.className = 'guides';
guides.setAttribute('aria-hidden', 'true');
guides.style.gridTemplateColumns = template;
guides.append(...['Time', ...lanes].map(() => document.createElement('span')));

/** The steps that are shown: all, or those that are more than details. */
let shown = [];
let now = 0;

function showSteps() {
  const withDetails = byId('quiet').checked;
  shown = [];
  run.steps.forEach((step, i) => {
    if (withDetails || step.tone !== 'quiet') shown.push(i);
  });
  rows.style.height = `${shown.length * ROW}px`;
  draw();
}

/** Makes the rows that can be seen now. */
function draw() {
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 10);
  const last = Math.min(shown.length, first + Math.ceil(list.clientHeight / ROW) + 20);
  const lines = [];
  for (let at = first; at < last; at += 1) lines.push(rowOf(at));
  rows.replaceChildren(guides, ...lines);
  rows.setAttribute('aria-activedescendant', `step-${now}`);
}

function rowOf(at) {
  const index = shown[at];
  const step = run.steps[index];
  const row = document.createElement('div');
  row.id = `step-${index}`;
  row.className = `row ${step.tone}${index === now ? ' now' : ''}`;
  row.style.top = `${at * ROW}px`;
  row.style.gridTemplateColumns = template;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', String(index === now));
  row.setAttribute('aria-posinset', String(at + 1));
  row.setAttribute('aria-setsize', String(shown.length));
  row.dataset.step = String(index);
  const time = document.createElement('span');
  time.className = 'time';
  time.textContent = `${(step.at / 1000).toFixed(2)} s`;
  row.append(time);
  const cell = document.createElement('span');
  cell.className = 'what';
  cell.style.gridColumn = `${lanes.findIndex(({ i }) => i === step.lane) + 2} / -1`;
  cell.textContent = step.text;
  cell.title = step.text;
  row.append(cell);
  return row;
}

/** Goes to a step: its row, its action in the diagram, and everything that was known then. */
function go(index) {
  now = Math.min(Math.max(index, 0), run.steps.length - 1);
  const at = shown.indexOf(now);
  const top = at * ROW;
  const room = list.clientHeight - heads.offsetHeight;
  if (at >= 0 && (top < list.scrollTop || top + ROW > list.scrollTop + room)) {
    list.scrollTop = Math.max(0, top - list.clientHeight / 2);
  }
  draw();
  byId('position').textContent = `step ${now + 1} of ${run.steps.length}`;
  showFlow(run.steps[now]);
  showState();
}

const viewers = new Map();
let current;

/** The diagram of the flow of a step, with its action lit up. A step of no flow leaves the diagram before it. */
function showFlow(step) {
  const execution = run.executions[step.execution];
  const name = execution?.flow;
  for (const lit of document.querySelectorAll('.diagram .lit')) lit.classList.remove('lit');
  if (name === undefined && current !== undefined) return;
  show(name ?? run.executions[0]?.flow, step.action);
}

function show(name, action) {
  byId('flow-name').textContent = name ?? '';
  for (const diagram of document.querySelectorAll('.flow-diagram')) {
    const isIt = diagram.dataset.flow === name;
    diagram.hidden = !isIt;
    if (!isIt) continue;
    current = name;
    if (!viewers.has(name)) viewers.set(name, new Viewer(diagram));
    const shape = action && diagram.querySelector(`[data-id="${CSS.escape(action)}"]`);
    if (!shape) continue;
    shape.classList.add('lit');
    viewers.get(name).center(shape);
  }
}

/** Variables of each run of a flow, and participant data, after a step. */
function stateAt(index) {
  const variables = run.executions.map(() => new Map());
  const data = new Map();
  for (let i = 0; i <= index; i += 1) {
    const { execution, variable, written, visible } = run.steps[i];
    if (variable && execution !== undefined) variables[execution].set(variable[0], { value: variable[1], step: i });
    const { at } = run.steps[i];
    for (const [name, value] of Object.entries(written ?? {})) {
      data.set(name, { ...data.get(name), written: { value, at }, step: i });
    }
    for (const [name, value] of Object.entries(visible ?? {})) {
      data.set(name, { ...data.get(name), visible: { value, at }, step: i });
    }
  }
  return { variables, data };
}

/** An element with a text, or with other elements. */
function element(name, content, className) {
  const node = document.createElement(name);
  if (Array.isArray(content)) node.append(...content);
  else if (content !== undefined) node.textContent = content;
  if (className) node.className = className;
  return node;
}

const valueText = (value) =>
  value === null || value === undefined
    ? 'NOT_SET'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, 2);

const secondsOf = (at) => `${(at / 1000).toFixed(2)} s`;

function table(caption, heads, lines) {
  const sheet = element('table');
  sheet.append(element('caption', caption));
  const head = element('tr');
  for (const title of heads) {
    const cell = element('th', title);
    cell.scope = 'col';
    head.append(cell);
  }
  const top = element('thead');
  top.append(head);
  const body = element('tbody');
  for (const { cells, changed } of lines) {
    const line = element('tr', undefined, changed ? 'changed' : '');
    cells.forEach(([text, className], i) => {
      const cell = element(i === 0 ? 'th' : 'td', text, className);
      if (i === 0) cell.scope = 'row';
      line.append(cell);
    });
    body.append(line);
  }
  sheet.append(top, body);
  return sheet;
}

function showState() {
  const step = run.steps[now];
  const { variables, data } = stateAt(now);
  const parts = [element('h2', step.text), element('p', `after ${(step.at / 1000).toFixed(3)} s`, 'kind')];
  if (step.content?.call !== undefined) parts.push(exchange(step.content.call));
  if (data.size > 0) parts.push(participantData(data));
  variables.forEach((known, i) => {
    if (known.size === 0) return;
    const lines = [...known].map(([name, { value, step: at }]) => ({
      changed: at === now,
      cells: [[name], [valueText(value)]],
    }));
    parts.push(table(`Variables of ${run.executions[i].flow}`, ['Variable', 'Value'], lines));
  });
  if (step.content) {
    parts.push(element('h3', 'The event'));
    parts.push(element('pre', JSON.stringify(step.content, null, 2), 'excerpt'));
  }
  byId('now').replaceChildren(...parts);
}

/** What is written becomes visible later, so each value has two times. */
function participantData(data) {
  const lines = [...data].map(([name, { written, visible, step: at }]) => {
    const isPending = written !== undefined && (visible === undefined || written.at > visible.at);
    return {
      changed: at === now,
      cells: [
        [name],
        [visible ? [visible.value, ' ', element('span', `since ${secondsOf(visible.at)}`, 'kind')] : 'NOT_SET'],
        written
          ? [
              [isPending ? `${written.value} ` : '', element('span', secondsOf(written.at), 'kind')],
              isPending ? 'pending' : '',
            ]
          : [''],
      ],
    };
  });
  return table('Participant data', ['Attribute', 'Visible', 'Written'], lines);
}

/** One call of a data action up to this step: what it was given, each step with its result, how it ended. */
function exchange(call) {
  const lines = [];
  for (let i = 0; i <= now; i += 1) {
    const { content, text } = run.steps[i];
    if (content?.call !== call) continue;
    const { type, inputs, step, result, error, warning } = content;
    const line = { changed: i === now };
    if (type === 'dataAction.started') lines.push({ ...line, cells: [['Inputs'], [valueText(inputs)]] });
    else if (type === 'dataAction.step') {
      const shown = error ?? warning ?? (result === undefined ? '' : valueText(result));
      lines.push({ ...line, cells: [[step], [shown, error === undefined ? '' : 'failure']] });
    } else lines.push({ ...line, cells: [[type === 'dataAction.ended' ? 'Outcome' : 'HTTP'], [text]] });
  }
  return table('Request and mapping', ['Step', 'Result'], lines);
}

/** The next step that is shown, in a direction. */
function step(direction) {
  const at = shown.indexOf(now);
  const next = at >= 0 ? shown[at + direction] : shown.find((index) => index > now);
  if (next !== undefined) go(next);
}

list.addEventListener('scroll', () => requestAnimationFrame(draw));
list.addEventListener('click', (event) => {
  const row = event.target.closest('.row');
  if (row) go(Number(row.dataset.step));
});
rows.addEventListener('keydown', (event) => {
  const act = {
    ArrowDown: () => step(1),
    ArrowRight: () => step(1),
    ArrowUp: () => step(-1),
    ArrowLeft: () => step(-1),
    Home: () => go(shown[0] ?? 0),
    End: () => go(shown.at(-1) ?? 0),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
byId('first').addEventListener('click', () => go(shown[0] ?? 0));
byId('last').addEventListener('click', () => go(shown.at(-1) ?? 0));
byId('back').addEventListener('click', () => step(-1));
byId('forward').addEventListener('click', () => step(1));
byId('quiet').addEventListener('change', () => {
  showSteps();
  go(now);
});

// An action of the diagram leads to the next step in which it runs.
document.querySelector('.run-page .canvas').addEventListener('click', (event) => {
  const link = event.target.closest('a[data-id]');
  if (!link) return;
  event.preventDefault();
  const { id } = link.dataset;
  const isIt = ({ action, execution }) => action === id && run.executions[execution]?.flow === current;
  const later = run.steps.findIndex((each, i) => i > now && isIt(each));
  const next = later >= 0 ? later : run.steps.findIndex(isIt);
  if (next >= 0) go(next);
});

const search = byId('search');
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || search.value.trim() === '') return;
  event.preventDefault();
  const words = search.value.trim().toLowerCase();
  const count = run.steps.length;
  for (let n = 1; n <= count; n += 1) {
    const index = (now + (event.shiftKey ? count - n : n)) % count;
    const { text, content } = run.steps[index];
    if (
      !text.toLowerCase().includes(words) &&
      !JSON.stringify(content ?? '')
        .toLowerCase()
        .includes(words)
    )
      continue;
    if (!shown.includes(index)) {
      byId('quiet').checked = true;
      showSteps();
    }
    return go(index);
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.matches('input')) return;
  event.preventDefault();
  search.focus();
});

showSteps();
const linked = /^#step-(\d+)$/.exec(location.hash);
if (run.steps.length > 0) go(linked ? Number(linked[1]) : 0);
