import { apiType } from '../../ground/flow-kinds';
import type { FlowTree, UnknownTree } from '../../architect/flow-tree';
import { entry, keyName } from '../../architect/yaml/node';
import { boundedFindings } from '../../ground/bounded-findings';
import { defined } from '../../ground/defined';
import { check } from '../../check/check';
import { type FlowFile, problemTexts, readFile } from '../../check/project';
import { rules } from '../../check/rules';
import { unknownFunction } from '../../check/rules/unknown-function';
import { unknownKey } from '../../check/rules/unknown-key';
import { unknownRoot } from '../../check/rules/unknown-root';
import { unknownWord } from '../../check/rules/unknown-word';
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
} & (
  | { readonly flow: Publishable }
  | {
      readonly problems: readonly string[];
      /** The problems with their places in the text; the file has no name. */
      readonly refused: readonly Finding[];
    }
);

/** Everything that rules find in a flow, with the names that the org does not have. */
export const flowFindings = (yaml: string, org: Org): readonly Finding[] =>
  findingsIn(readFile('', yaml), org, () => undefined);

const findingsIn = (file: FlowFile, org: Org, bind: (bound: Bound) => void): readonly Finding[] =>
  check({ files: [file], definitions: [] }, { rules: [...rules, namesInOrg(org, bind)] });

/** Judges Architect YAML as a publish does: reads it, checks it and looks up its names in the org. */
export function judge(yaml: string, org: Org): Judged {
  const file = readFile('', yaml);
  const bound: Bound[] = [];
  const findings = findingsIn(file, org, (b) => bound.push(b));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const refused = errors.filter(({ rule }) => failsPublish(rule));
  const unknown = findings.filter(({ rule, severity }) => severity !== 'error' && tellsOfUnknown(rule));
  const warnings = messagesOf([...errors.filter(({ rule }) => !failsPublish(rule)), ...unknown]);
  if (refused.length > 0) return { problems: messagesOf(refused), refused, warnings };
  const { flow } = file;
  const identity = flow && identityOf(flow);
  if (!flow || !identity) return { ...inWords(notRead(file)), warnings };
  const { name = '', ...others } = identity;
  if (name.trim() === '') return { ...inWords(['The flow has no name.']), warnings };
  return {
    warnings: [...warnings, ...notEmulatedIn(flow)],
    flow: {
      name,
      ...others,
      variables: flow.kind === 'unknown' ? [] : variablesOf(flow),
      bound: byKind(bound),
      names: byName(bound),
    },
  };
}

type Identity = Pick<Publishable, 'type' | 'description' | 'division'> & { readonly name?: string };

/** What a flow says of itself. A flow of a kind that Flowcdk does not know says it under the same keys. */
function identityOf(flow: FlowTree | UnknownTree): Identity | undefined {
  if (flow.kind !== 'unknown') {
    const { name, description, division, kind } = flow;
    return defined({ name, type: apiType(kind).toUpperCase(), description, division });
  }
  const [root, ...more] = flow.yaml.kind === 'mapping' ? flow.yaml.entries : [];
  if (root?.value.kind !== 'mapping' || more.length > 0) return undefined;
  const content = root.value;
  const textOf = (key: string): string | undefined => {
    const node = entry(content, key)?.value;
    return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
  };
  const [name, description, division] = ['name', 'description', 'division'].map(textOf);
  return defined({ name, type: keyName(root.key).toUpperCase(), description, division });
}

/** What Flowcdk does not know may be new in the cloud. A publish takes it and warns. */
const tellsOfUnknown = (rule: string): boolean => unknownParts.includes(rule);

const unknownParts: readonly string[] = [unknownFunction, unknownWord, unknownKey, unknownRoot].map(({ name }) => name);

/** The messages of a job. Of a rule that finds very much only the first findings are among them. */
function messagesOf(findings: readonly Finding[]): readonly string[] {
  const { shown, more } = boundedFindings(findings);
  return [...shown.map(messageOf), ...more.map(({ rule, count }) => `and ${count} more of ${rule}`)];
}

/** `line 12, column 5, support-line / Greet: what is wrong. What to do. (rule)` */
function messageOf({ at, path, message, help, rule }: Finding): string {
  const place = at ? `line ${at.line}, column ${at.column}` : '';
  const where = [place, path ?? ''].filter((text) => text !== '').join(', ');
  return `${where === '' ? '' : `${where}: `}${message}.${help === undefined ? '' : ` ${help}`} (${rule})`;
}

/** The problems of a file that no rule finds wrong and that still is not a flow. */
function notRead(file: FlowFile): readonly string[] {
  const problems = problemTexts(file);
  return problems.length > 0 ? problems : ['The file is empty.'];
}

/** Problems without places. */
const inWords = (problems: readonly string[]): { problems: readonly string[]; refused: readonly Finding[] } => ({
  problems,
  refused: problems.map((message) => ({ rule: unknownRoot.name, severity: 'error', message })),
});

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
