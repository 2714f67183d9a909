// What two orgs hold, so that they can be compared: ids by what they stand for, without times, and sets in order.
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Kinds that tell what was done, not what is there. */
const history = ['organization', 'token', 'flowJob', 'flowEvent', 'flowOperation', 'deletedUser', 'datatableJob'];

/** Times, secrets, and how often something was written: the provider writes some things twice. */
const passing = /^(date[A-Z]\w*|secretHash|version|snippet)$/;

/**
 * Everything in the journal of an org that has ended, in a form that is the same for two orgs that hold the same.
 *
 * @returns {Readonly<Record<string, unknown>>} by what it is: `queue 'Billing'`
 */
export function whatItHolds(root, state) {
  const require = createRequire(join(root, 'package.json'));
  const { openJournal } = require('./packages/flowcdk/dist/emulator/state/journal.js');
  const { Org } = require('./packages/flowcdk/dist/emulator/state/org.js');
  const { kinds } = require('./packages/flowcdk/dist/emulator/state/kinds.js');
  const org = new Org({ now: () => new Date(0), newId: () => '' });
  void openJournal(state, { replay: (changes) => org.replay(changes), contents: () => org.contents() }).close();
  const things = Object.keys(kinds)
    .filter((kind) => !history.includes(kind))
    .flatMap((kind) => org.all(kind).map((entity) => ({ kind, entity })));
  const ids = new Map(org.all('organization').map(({ id }) => [id, 'the organisation']));
  for (const { kind, entity } of things) if (entity.name) ids.set(entity.id, titleOf(kind, entity));
  // What has no name is told by what it says, once the ids in it are replaced.
  for (const { kind, entity } of things) {
    if (!entity.name) ids.set(entity.id, `${kind} ${JSON.stringify(comparable({ ...entity, id: '' }, ids))}`);
  }
  const held = things.map(({ kind, entity }) => [ids.get(entity.id), { kind, ...comparable(entity, ids) }]);
  const count = new Map();
  for (const section of held) {
    const [title] = section;
    count.set(title, (count.get(title) ?? 0) + 1);
    if (count.get(title) > 1) section[0] = `${title}, number ${count.get(title)}`;
  }
  return Object.fromEntries(held.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const titleOf = (kind, { name, type, category }) =>
  [kind, ...[category, typeof type === 'string' ? type : undefined].filter(Boolean), `'${name}'`].join(' ');

function comparable(value, ids) {
  if (typeof value === 'string') return replaced(value, ids);
  if (Array.isArray(value)) return inOrder(value.map((item) => comparable(item, ids)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => !passing.test(name) && item !== null && !isEmpty(item))
      .map(([name, item]) => [replaced(name, ids), comparable(item, ids)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** An empty list or object says no more than none. */
const isEmpty = (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** An id of nothing that is here: an earlier version of a flow may name what is gone. */
const replaced = (text, ids) => ids.get(text) ?? text.replace(uuid, (id) => `<${ids.get(id) ?? 'not here'}>`);

/** Lists of texts, of things with ids, of languages and of policies are sets to the API; others keep their order. */
function inOrder(list) {
  const isSet = list.every(
    (item) => typeof item === 'string' || (Object(item) === item && setKeys.some((key) => key in item)),
  );
  return isSet ? list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : list;
}

/** What the things in such lists have. */
const setKeys = ['id', 'language', 'entityName'];

/** What one holds and the other does not, or otherwise, in words. */
export function differences(first, other) {
  const names = [...new Set([...Object.keys(first), ...Object.keys(other)])].sort();
  return names.flatMap((name) => differencesIn(name, first[name], other[name]));
}

function differencesIn(path, a, b) {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const both = [a, b].every((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  if (!both) return [`${path}: ${JSON.stringify(a)} is ${JSON.stringify(b)} in the other`];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) =>
    differencesIn(`${path} / ${name}`, a[name], b[name]),
  );
}
