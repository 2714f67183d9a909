import type { Action } from '../architect/actions';
import { type Type, typeName } from '../architect/expressions';
import { literalScalar, type ValueNode } from '../architect/values';
import { check } from '../check/check';
import { declaredType } from '../check/declared-types';
import { readExpression } from '../check/expressions';
import type { FlowFile } from '../check/project';
import type { ActionPlace, Rule } from '../check/rule';
import type { CommonModuleCall, DataActionCall } from '../emulator/publish/contracts-in-org';
import { namesInField } from '../emulator/publish/names-in-fields';
import { typeOfNamedFlow } from '../emulator/publish/names-in-org';
import type { NamedKind } from '../emulator/state/kinds';

/** The inputs and outputs that flows use of a data action or a common module, with Architect's names of their types. */
export interface Use {
  readonly inputs: ReadonlyMap<string, string | undefined>;
  readonly outputs: ReadonlyMap<string, string | undefined>;
}

/** A thing that flows name. */
export interface NamedThing {
  readonly kind: NamedKind | 'division';
  readonly name: string;
  /** For flows, in the words of the API: `COMMONMODULE`. */
  readonly type?: string;
  /** For data actions. */
  readonly category?: string;
  /** Whether only a text says the name that the flow looks up when it runs. Publishing it does not need the thing. */
  readonly isSought?: boolean;
  /** For data actions: whether a flow calls it as a secure one. */
  readonly secure?: boolean;
  /** For data actions, common modules and the columns of data tables. */
  readonly use?: Use;
}

/** Everything that flows name, each thing once, in the order of the files. */
export function thingsNamedIn(files: readonly FlowFile[]): readonly NamedThing[] {
  const things = new Map<string, NamedThing>();
  const note = (thing: NamedThing): void => {
    const { kind, type = '', category = '', name } = thing;
    const key = JSON.stringify([kind, type, category, name]);
    const before = things.get(key);
    things.set(key, before ? both(before, thing) : thing);
  };
  check({ files, definitions: [] }, { rules: [noting(note)] });
  return [...things.values()];
}

/** A thing as two places name it. */
function both(first: NamedThing, second: NamedThing): NamedThing {
  const isSought = first.isSought === true && second.isSought === true;
  if (!first.use || !second.use) return { ...second, ...first, isSought };
  const inputs = joined(first.use.inputs, second.use.inputs);
  const outputs = joined(first.use.outputs, second.use.outputs);
  return { ...first, isSought, secure: first.secure === true || second.secure === true, use: { inputs, outputs } };
}

const joined = (first: Use['inputs'], second: Use['inputs']): Use['inputs'] =>
  new Map([...second, ...[...first].filter(([name, type]) => type !== undefined || !second.has(name))]);

/** A rule that finds nothing wrong. The walk of the check shows it every name. */
const noting = (note: (thing: NamedThing) => void): Rule => ({
  name: 'named-things',
  family: 'shape',
  severity: 'warning',
  protectsFrom: 'nothing',
  start: (_, project) => ({
    flow: ({ flow: { division } }) => {
      if (division !== undefined) note({ kind: 'division', name: division });
    },
    leaf: (leaf, place) => {
      for (const { kind, name } of namesInField(leaf, place, project))
        note(kind === 'flow' ? { kind, name, type: typeOfNamedFlow(place) } : { kind, name });
    },
    action: (action) => {
      const sought = soughtBy(action);
      if (sought) note(sought);
    },
    actions: {
      callData: (action, place) => noteDataAction(action, place, note),
      callDataSecure: (action, place) => noteDataAction(action, place, note),
      callCommonModule: (action, place) => noteModule(action, place, note),
      dataTableLookup: ({ dataTable }, place) => {
        if (dataTable?.name === undefined) return;
        const use = { inputs: new Map(), outputs: typesIn(dataTable.content.foundOutputs, place) };
        note({ kind: 'datatable', name: dataTable.name, use });
      },
    },
  }),
});

/** What the actions look up by a name when the flow runs. */
const soughtKinds: Readonly<Partial<Record<Action['kind'], NamedKind>>> = {
  findEmergencyGroup: 'emergencyGroup',
  findGroup: 'group',
  findLanguageSkill: 'language',
  findQueue: 'queue',
  findSchedule: 'schedule',
  findScheduleGroup: 'scheduleGroup',
  findSkill: 'skill',
  findUser: 'user',
  findUserPrompt: 'prompt',
  findUtilizationLabel: 'utilizationLabel',
};

function soughtBy(action: Action): NamedThing | undefined {
  const kind = soughtKinds[action.kind];
  if (!kind || !('findName' in action)) return undefined;
  const name = literalScalar(action.findName as ValueNode | undefined);
  return typeof name === 'string' && name !== '' ? { kind, name, isSought: true } : undefined;
}

function noteDataAction(action: DataActionCall, place: ActionPlace, note: (thing: NamedThing) => void): void {
  const category = action.category?.name;
  const called = action.category?.content.dataAction;
  if (category === undefined || called?.name === undefined) return;
  const { inputs, successOutputs } = called.content;
  const use = { inputs: typesIn(inputs, place), outputs: typesIn(successOutputs, place) };
  note({ kind: 'dataAction', name: called.name, category, secure: action.kind === 'callDataSecure', use });
}

/** The name of the module itself is a leaf, so that this adds only how it is called. */
function noteModule({ commonModule }: CommonModuleCall, place: ActionPlace, note: (thing: NamedThing) => void): void {
  if (commonModule?.name === undefined) return;
  const { inputs, outputs } = commonModule.content.content;
  const use = { inputs: typesIn(inputs, place), outputs: typesIn(outputs, place) };
  note({ kind: 'flow', type: 'COMMONMODULE', name: commonModule.name, use });
}

const typesIn = (values: ReadonlyMap<string, ValueNode> | undefined, place: ActionPlace): Use['inputs'] =>
  new Map([...(values ?? [])].map(([name, value]) => [name, typeText(typeOfValue(value, place))] as const));

const typeText = (type: Type | undefined): string | undefined =>
  type === undefined || type.kind === 'any' ? undefined : typeName(type);

function typeOfValue(value: ValueNode, place: ActionPlace): Type | undefined {
  if (value.kind === 'variable') return declaredType(place.flow, place.container?.reference)(value.name);
  if (value.kind === 'expression') return readExpression(value, place).root?.type;
  return undefined;
}
