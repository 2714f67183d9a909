// Shows what the server sends. Every text becomes a text node, so nothing that somebody wrote into a name is markup.
const SILENCE = 40_000;
const byId = (id) => document.getElementById(id);
let shown;
/** How far the clock of the org is ahead of that of this browser. Milliseconds. */
let ahead = 0;
let heardAt = Date.now();
/** Since when this browser hears nothing of the server. */
let cutSince;

const time = (moment) => new Date(moment).toLocaleTimeString();
const two = (number) => String(number).padStart(2, '0');
function lasting(since) {
  if (since === null) return '';
  const seconds = Math.max(0, Math.floor((Date.now() + ahead - since) / 1000));
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function fill(id, rows) {
  byId(id).replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement('tr');
      cells.forEach((cell, i) => {
        const element = document.createElement(i === 0 ? 'th' : 'td');
        if (i === 0) element.scope = 'row';
        if (typeof cell === 'object') element.className = 'missed';
        element.textContent = typeof cell === 'object' ? cell.missed : cell;
        row.append(element);
      });
      return row;
    }),
  );
}

function levelOf({ serviceLevel, goal }) {
  if (serviceLevel === null) return '–';
  const text = `${serviceLevel} % (goal ${goal.percent} % in ${goal.within / 1000} s)`;
  return serviceLevel < goal.percent ? { missed: `${text}, missed` } : text;
}

function showStatus() {
  const state = shown?.status.state ?? 'connecting';
  const since = cutSince ?? (state === 'stale' || state === 'stopped' ? shown.status.since : undefined);
  // An org without queues and users has nothing to connect to yet.
  const text = since === undefined ? state : `stale since ${time(since)}`;
  const status = byId('status');
  if (status.textContent === text) return;
  status.textContent = text;
  status.className = since === undefined ? '' : 'stale';
}

function show() {
  if (!cutSince && Date.now() - heardAt > SILENCE) cutSince = heardAt;
  showStatus();
  if (!shown) return;
  fill(
    'queues',
    shown.queues.map((queue) => [
      queue.name,
      queue.waiting,
      lasting(queue.longestSince),
      queue.ringing,
      queue.talking,
      queue.onQueue,
      queue.answered,
      queue.abandoned,
      levelOf(queue),
    ]),
  );
  fill(
    'calls',
    shown.calls.map(({ queue, from, since }) => [queue, from, lasting(since)]),
  );
  fill(
    'agents',
    shown.agents.map(({ name, presence, status, since }) => [name, presence, status, lasting(since)]),
  );
  byId('counted').textContent = `Telephone calls, counted since ${time(shown.countedSince)}.`;
}

const source = new EventSource('events');
const hear = () => {
  heardAt = Date.now();
  cutSince = undefined;
};
source.onmessage = ({ data }) => {
  hear();
  shown = JSON.parse(data);
  ahead = shown.at - Date.now();
  show();
};
source.addEventListener('alive', hear);
// The browser connects again by itself.
source.onerror = () => {
  cutSince ??= heardAt;
  show();
};
setInterval(show, 1000);
