import { apiType, type FlowKind } from '../../ground/flow-kinds';
import { check } from '../../check/check';
import { type FlowFile, readFile } from '../../check/project';
import { rules } from '../../check/rules';
import { unknownFunction } from '../../check/rules/unknown-function';
import type { Finding } from '../../ground/finding';
import type { KindName } from '../state/kinds';
import type { Org } from '../state/org';
import type { Flow, FlowVariable, FlowVersion } from '../state/tables/flow';
import { variablesOf } from './variables';
import { type Bound, namesInOrg } from './names-in-org';
import { notEmulatedIn } from './not-emulated';
import { failsPublish } from './what-architect-refuses';

/** A flow that can be published. */
export interface Publishable {
  readonly name: string;
  /** In the words of the API: `INBOUNDCALL`. */
  readonly type: string;
  readonly kind: FlowKind;
  readonly description?: string;
  /** The name of its division. @default the home division */
  readonly division?: string;
  readonly variables: readonly FlowVariable[];
  /** The ids of the things that it names, by kind. */
  readonly bound: Flow['bound'];
  /** The ids of the things that it names, by kind and name. Flows of several types may share a name. */
  readonly names: FlowVersion['names'];
}

/** The verdict on an upload: a flow, or the problems, in words for the author of the flow. */
export type Judged = {
  /** Problems that Architect accepts but that appear when the flow runs, and parts that the local org does not run. */
  readonly warnings: readonly string[];
} & ({ readonly flow: Publishable } | { readonly problems: readonly string[] });

/** Judges Architect YAML as a publish does: reads it, checks it and looks up its names in the org. */
export function judge(yaml: string, org: Org): Judged {
  const file = readFile('', yaml);
  const bound: Bound[] = [];
  const findings = check(
    { files: [file], definitions: [] },
    { rules: [...rules, namesInOrg(org, (b) => bound.push(b))] },
  );
  const errors = findings.filter(({ severity }) => severity === 'error');
  const refused = errors.filter(({ rule }) => failsPublish(rule));
  const unrunnable = findings.filter(({ rule }) => rule === unknownFunction.name);
  const warnings = [...errors.filter(({ rule }) => !failsPublish(rule)), ...unrunnable].map(messageOf);
  if (refused.length > 0) return { problems: refused.map(messageOf), warnings };
  const { flow } = file;
  if (!flow || flow.kind === 'unknown') return { problems: notRead(file), warnings };
  const { name, description, division, kind } = flow;
  if (name === undefined || name.trim() === '') return { problems: ['The flow has no name.'], warnings };
  return {
    warnings: [...warnings, ...notEmulatedIn(flow)],
    flow: {
      name,
      type: apiType(kind).toUpperCase(),
      kind,
      ...(description === undefined ? {} : { description }),
      ...(division === undefined ? {} : { division }),
      variables: variablesOf(flow),
      bound: byKind(bound),
      names: byName(bound),
    },
  };
}

/** `line 12, column 5, support-line / Greet: what is wrong. What to do. (rule)` */
function messageOf({ at, path, message, help, rule }: Finding): string {
  const place = at ? `line ${at.line}, column ${at.column}` : '';
  const where = [place, path ?? ''].filter((text) => text !== '').join(', ');
  return `${where === '' ? '' : `${where}: `}${message}.${help === undefined ? '' : ` ${help}`} (${rule})`;
}

/** The problems of a file that no rule finds wrong and that still is not a flow. */
function notRead({ yamlProblems, shapeProblems, lines }: FlowFile): string[] {
  const placed = [
    ...yamlProblems.map(({ message, offset }) => ({ message, offset })),
    ...shapeProblems.map(({ message, yaml }) => ({ message, offset: Math.max(0, yaml.offset) })),
  ];
  if (placed.length === 0) return ['The file is empty.'];
  return placed.map(({ message, offset }) => {
    const { line, column } = lines.positionAt(offset);
    return `line ${line}, column ${column}: ${message}`;
  });
}

function byKind(bound: readonly Bound[]): Flow['bound'] {
  const ids = new Map<KindName, Set<string>>();
  for (const { kind, id } of bound) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  return Object.fromEntries([...ids].map(([kind, set]) => [kind, [...set].sort()]));
}

function byName(bound: readonly Bound[]): FlowVersion['names'] {
  const ids = new Map<KindName, Map<string, readonly string[]>>();
  for (const { kind, name, id } of bound) {
    const ofKind = ids.get(kind) ?? new Map<string, readonly string[]>();
    ids.set(kind, ofKind.set(name, [...new Set([...(ofKind.get(name) ?? []), id])]));
  }
  return Object.fromEntries([...ids].map(([kind, names]) => [kind, Object.fromEntries(names)]));
}
