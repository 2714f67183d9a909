import { judge } from '../../../../src/emulator/publish/publish';
import { addFirstContent } from '../../../../src/emulator/state/first-content';
import type { JsonObject } from '../../../../src/emulator/state/json';
import { type KindName, kinds } from '../../../../src/emulator/state/kinds';
import { Org } from '../../../../src/emulator/state/org';
import type { RecordOfKind } from '../../../../src/emulator/state/tables';

/** Something a flow names, as it has to be in the org before the flow is published. */
export interface Stub {
  readonly kind: KindName;
  readonly name: string;
  /** What else it has. */
  readonly fields: JsonObject;
}

const kindsByWord = new Map(Object.entries(kinds).map(([kind, { called }]) => [called, kind as KindName]));

/** More rounds than any flow takes: what a stub lacks shows only when the stub is there. */
const MOST_ROUNDS = 5;

/**
 * Everything a flow names by its name. It publishes the flow to an empty org, adds what the problems say is missing, and
 * publishes again, until nothing more is missing.
 */
export function everythingNamed(yaml: string): readonly Stub[] {
  const stubs = new Map<string, Stub>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const judged = judge(yaml, orgWith([...stubs.values()]));
    if (!('problems' in judged)) break;
    for (const problem of judged.problems) addMissing(problem, stubs);
  }
  return [...stubs.values()];
}

function orgWith(stubs: readonly Stub[]): Org {
  let ids = 0;
  const org = new Org({ now: () => new Date(0), newId: () => `id-${(ids += 1)}` });
  addFirstContent(org);
  for (const { kind, name, fields } of stubs)
    org.put(kind, { id: org.newId(), name, ...fields } as unknown as RecordOfKind<KindName>);
  return org;
}

const missing = /the organisation has no (.+?)(?: of type (\w+))? named '(.*?)'(?: in category '(.*?)')?\./;
const missingParameter = /the common module '(.*?)' has no (input|output) 'Common\.(.*?)'/;

function addMissing(problem: string, stubs: Map<string, Stub>): void {
  const [, word = '', type = '', name = '', category = ''] = missing.exec(problem) ?? [];
  const kind = kindsByWord.get(word);
  if (kind !== undefined) {
    stubs.set(`${kind} ${type}${category} ${name}`, { kind, name, fields: fieldsOf(kind, type, category) });
    return;
  }
  const [, module = '', side, parameter] = missingParameter.exec(problem) ?? [];
  const stub = stubs.get(`flow COMMONMODULE ${module}`);
  if (!stub || parameter === undefined) return;
  const variable = { name: parameter, type: 'string', isInput: side === 'input', isOutput: side === 'output' };
  const variables = [...(stub.fields['variables'] as JsonObject[]), variable];
  stubs.set(`flow COMMONMODULE ${module}`, { ...stub, fields: { ...stub.fields, variables } });
}

function fieldsOf(kind: KindName, type: string, category: string): JsonObject {
  if (kind === 'flow') return { type, versions: 0, variables: [] };
  if (kind === 'emergencyGroup') return { enabled: true };
  if (kind === 'schedule') return { start: '2026-01-05T08:00:00.000', end: '2026-01-05T18:00:00.000' };
  if (kind === 'dataAction')
    return { category, contract: { input: { inputSchema: {} }, output: { successSchema: {} } }, version: 1 };
  return {};
}
