import { kinds, type KindName } from '../../../src/emulator/state/kinds';
import type { Entity, Org } from '../../../src/emulator/state/org';
import { danglingReferences } from '../../../src/emulator/state/references';

const kindNames = Object.keys(kinds) as KindName[];

/** Everything an org holds, as a restart would have it. */
export const contentsOf = (org: Org): Readonly<Record<string, readonly Entity[]>> =>
  Object.fromEntries(
    kindNames.map((kind) => [kind, JSON.parse(JSON.stringify(org.all(kind))) as readonly Entity[]] as const),
  );

/** What can never be, whatever is sent: references to nothing, two of one name where names are unique. */
export function harmDone(org: Org): string[] {
  return kindNames.flatMap((kind) => {
    const all: readonly Entity[] = org.all(kind);
    const names = all.map(({ name }) => String(name).toLowerCase());
    return [
      ...all.flatMap((entity) =>
        danglingReferences(org, kind, entity).map(({ path, id }) => `${kind} ${entity.id}: ${path} is ${id}`),
      ),
      ...(kinds[kind].uniqueName
        ? names.filter((name, i) => names.indexOf(name) !== i).map((name) => `two of ${kind} are named ${name}`)
        : []),
    ];
  });
}
