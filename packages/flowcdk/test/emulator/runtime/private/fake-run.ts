import { type Type, textOf, type Value } from '../../../../src/architect/expressions';
import type { ValueNode } from '../../../../src/architect/values';
import type { Leg, LiveOrg, Run } from '../../../../src/emulator/runtime/action-context';
import type { EventName, Events } from '../../../../src/emulator/runtime/events';
import type { Outcome } from '../../../../src/emulator/runtime/flow/jump';
import { literalValue } from '../../../../src/emulator/runtime/flow/literal';
import { namesOf } from '../../../../src/emulator/runtime/names';
import { begin, type Ended, type Steps } from '../../../../src/emulator/runtime/steps';
import { Org } from '../../../../src/emulator/state/org';

/** The parts of a call that a test gives. */
export type FakeLeg = Partial<Omit<Leg, 'conversation' | 'line'>> & {
  conversation?: Partial<Leg['conversation']>;
  line?: Partial<Leg['line']>;
};

/** The parts of the org around a run that a test gives. */
export interface FakeOrg {
  readonly org?: Partial<LiveOrg['org']>;
  readonly clock?: Partial<LiveOrg['clock']>;
  readonly acd?: Partial<LiveOrg['acd']>;
  readonly calls?: Partial<LiveOrg['calls']>;
}

/** What an action is given to run in. What the action uses and the test does not give fails by its name. */
export interface FakeRunParts extends Partial<Omit<Run, 'leg' | 'runtime' | 'program'>> {
  readonly leg?: FakeLeg;
  readonly runtime?: FakeOrg;
  readonly program?: Partial<Omit<Run['program'], 'tree'>> & { readonly tree?: Partial<Run['program']['tree']> };
  /** Values of expressions, by their text. */
  readonly values?: Readonly<Record<string, Value>>;
}

export interface FakeRun {
  readonly run: Run;
  /** The values that the action gave variables, by name. */
  readonly bound: ReadonlyMap<string, Value>;
  /** The events that the action told of. */
  readonly logged: readonly { readonly type: EventName; readonly fields: object }[];
}

/** A run for one action: literals have their values; everything else is what the test gives. */
export function fakeRun({ values = {}, ...parts }: FakeRunParts = {}): FakeRun {
  const bound = new Map<string, Value>();
  const logged: { readonly type: EventName; readonly fields: object }[] = [];
  const names = namesOf(new Org({ now: () => new Date(0), newId: () => 'id' }), { estimatedWait: () => undefined });
  const value = (node: ValueNode | undefined, type: Type): Value => {
    switch (node?.kind) {
      case undefined:
      case 'noValue':
        return null;
      case 'literal':
        return literalValue(node.yaml, type, names);
      case 'expression':
        if (node.text in values) return values[node.text] ?? null;
    }
    throw new Error(`the test gives no value for ${JSON.stringify(node)}`);
  };
  const run = strict<Run>('run', {
    value,
    text: (node: ValueNode | undefined, type: Type) => textOf(value(node, type)) ?? undefined,
    bind: (binding: ValueNode | undefined, result: Value) => {
      if (binding?.kind === 'variable') bound.set(binding.name, result);
    },
    log: <K extends EventName>(type: K, fields: Events[K]) => void logged.push({ type, fields }),
    leg: undefined,
    ...parts,
  });
  return { run, bound, logged };
}

/** What is given, all the way down; what is not given fails by its name. */
function strict<T extends object>(name: string, parts: object): T {
  return new Proxy(parts, {
    get: (target, key) => {
      const path = `${name}.${String(key)}`;
      if (!(key in target)) throw new Error(`the action uses ${path}, which the test does not give`);
      const part: unknown = Reflect.get(target, key);
      return isPlain(part) ? strict(path, part) : part;
    },
  }) as T;
}

const isPlain = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype;

/** What an action comes to, where nothing it does takes time. Throws what breaks the flow. */
export function outcomeOf(outcome: Outcome | Steps<Outcome>): Outcome {
  if (!outcome || !('next' in outcome)) return outcome;
  let ended: Ended<Outcome> | undefined;
  begin(outcome, (end) => (ended = end));
  const end = ended as Ended<Outcome> | undefined;
  if (end && 'value' in end) return end.value;
  throw end && 'error' in end ? end.error : new Error('the action waits for something');
}
