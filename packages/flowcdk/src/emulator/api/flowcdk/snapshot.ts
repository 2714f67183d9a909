import { hashOf } from '../../state/hash';
import { fieldsOf, isObject, itemsOf, type Json, type JsonObject, omit, textOf } from '../../state/json';
import { isKindName, type KindName, kinds } from '../../state/kinds';
import type { Entity, Org } from '../../state/org';
import type { Call } from '../call';
import { ApiProblem } from '../refusals';
import type { Route } from '../route';
import { anyObject, oneOf, required, text, whole } from '../../state/shape';
import { administratorsRoute } from './own-route';
import { refill } from './refill';

const path = '/flowcdk/snapshot';
const VERSION = 1;
/** Bytes. Enough for a large organisation with thousands of versions of flows. */
const LARGEST = 256 * 1024 * 1024;

const snapshotBody = {
  flowcdk: required(oneOf('snapshot')),
  version: required(whole(1)),
  checksum: required(text(64, 64)),
  contents: required(anyObject),
};

/** The contents of an org by kind, in the order of creation, without tokens and secrets. */
function contentsOf(org: Org): JsonObject {
  const held = (Object.keys(kinds) as KindName[]).filter((kind) => kind !== 'token' && org.all(kind).length > 0);
  return Object.fromEntries(held.map((kind) => [kind, org.all(kind).map((entity) => omit(entity, ['secretHash']))]));
}

function take({ org }: Call): JsonObject {
  const contents = contentsOf(org);
  return { flowcdk: 'snapshot', version: VERSION, checksum: checksumOf(contents), contents };
}

/** The order of fields does not matter, because programs that read and write JSON may change it. */
const checksumOf = (contents: JsonObject): string => hashOf(JSON.stringify(sorted(contents)));

function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (!isObject(value)) return value;
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return Object.fromEntries(names.sort().map((name) => [name, sorted(value[name] ?? null)]));
}

function restore(call: Call): JsonObject {
  const { org, life } = call;
  const { version, checksum } = call.object(snapshotBody);
  // The raw body: null in a snapshot stays null in the org.
  const contents = fieldsOf(fieldsOf(call.parts.body)['contents']);
  if (version !== VERSION) throw refused(`version is ${String(version)}; this local org reads snapshots of version 1`);
  if (checksum !== checksumOf(contents)) {
    throw refused('The snapshot was changed after it was taken: its checksum is another one. Take one again.');
  }
  const things = Object.entries(contents).flatMap(([kind, held]) => itemsOf(held).map((thing) => placed(kind, thing)));
  refill(org, () => {
    for (const { kind, entity } of things) org.putRecord(kind, entity);
  });
  life.beginAnew();
  return { contents: org.counts() };
}

function placed(kind: string, thing: Json): { readonly kind: KindName; readonly entity: Entity } {
  if (!isKindName(kind)) throw refused(`contents: this local org knows nothing of the kind '${kind}'`);
  const entity = fieldsOf(thing);
  const id = textOf(entity['id']);
  if (id === undefined) throw refused(`contents.${kind}: something has no id`);
  return { kind, entity: { ...entity, id } };
}

const refused = (message: string): ApiProblem => new ApiProblem(400, 'bad.request', message);

export const snapshotRoutes: readonly Route[] = [
  administratorsRoute({
    method: 'GET',
    path,
    does: 'gives all that the org holds, without tokens and secrets, to be put back later or into another org',
    answers: [200, 403],
    toDo: 'takes snapshots of it',
    handle: take,
  }),
  administratorsRoute({
    method: 'PUT',
    path,
    does: 'puts a snapshot in place of all that the org holds, and begins anew; clients and credentials that are there keep their secrets and values',
    answers: [200, 403],
    bodyLimit: LARGEST,
    body: snapshotBody,
    lives: true,
    toDo: 'restores it',
    handle: restore,
  }),
];
