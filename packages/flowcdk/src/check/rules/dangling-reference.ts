import type { FlowTree } from '../../architect/flow-tree';
import { didYouMean } from '../../ground/did-you-mean';
import { containersOf } from '../containers';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** A jump to a task that does not exist (any more): Architect refuses the flow, minutes after it was uploaded. */
export const danglingReference: Rule = {
  name: 'dangling-reference',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a reference to a state, task, menu or bot that the flow does not have',
  start: (report) => ({
    leaf: (leaf, { file, flow, path }) => {
      if (leaf.role !== 'reference' || leaf.reference.kind !== 'path') return;
      const problem = problemOf(leaf.reference.path, leaf.path, flow);
      if (problem) report({ ...problem, file, path, yaml: yamlOf(leaf.reference) });
    },
  }),
};

/** `/workflow/states/state[Initial State_10]`, `./menus/menu[main]`. Others (`other.yaml#…`, into a menu) are not judged. */
const form = /^(?:\.|\/([^/[\]#]+))\/(states|tasks|menus|bots)\/(state|task|menu|bot)\[([^[\]]*)\]$/;
/** References that are written in another form on purpose. */
const foreign = /#|\/choices\//;

interface Problem {
  readonly message: string;
  readonly help: string;
}

function problemOf(reference: string, field: string, flow: FlowTree): Problem | undefined {
  if (foreign.test(reference)) return undefined;
  const [matched, root, list = '', kind = '', id = ''] = form.exec(reference) ?? [];
  if (matched === undefined) {
    const help = `Write it as /${flow.kind}/tasks/task[refId], or relative to the flow as ./tasks/task[refId].`;
    return { message: `${JSON.stringify(reference)} is no reference`, help };
  }
  if (root !== undefined && root !== flow.kind) {
    const message = `${JSON.stringify(reference)} leads out of this flow, which is of kind ${flow.kind}`;
    return { message, help: `Begin it with /${flow.kind}/ or ./` };
  }
  if (list !== `${kind}s`) return { message: `${kind} is not in ${list}`, help: `Write ${kind}s/${kind}[${id}].` };
  const target = targetKind(field);
  if (target !== undefined && target !== kind) {
    return { message: `a ${kind} stands where a ${target} is wanted`, help: `Refer to a ${target} of this flow.` };
  }
  return missing(kind, id, flow);
}

/** `targetTaskRef` needs a task; the start of a flow may be any container. */
const targetKind = (field: string): string | undefined => /(State|Task|Menu)Ref$/.exec(field)?.[1]?.toLowerCase();

function missing(kind: string, id: string, flow: FlowTree): Problem | undefined {
  const ids = idsIn(flow).get(kind) ?? new Set();
  if (ids.has(id)) return undefined;
  const meant = didYouMean(id, ids);
  const known = ids.size === 0 ? `The flow has no ${kind} at all.` : `There are: ${namesOf(ids)}.`;
  return {
    message: `there is no ${kind} with the refId ${JSON.stringify(id)}`,
    help: `${meant === undefined ? '' : `Did you mean ${meant}? `}${known}`,
  };
}

const idsByFlow = new WeakMap<FlowTree, ReadonlyMap<string, ReadonlySet<string>>>();

/** What references to containers may name, by the kind of the container. Collected once. */
function idsIn(flow: FlowTree): ReadonlyMap<string, ReadonlySet<string>> {
  const known = idsByFlow.get(flow);
  if (known) return known;
  const ids = new Map<string, Set<string>>();
  for (const { kind, refId, name } of containersOf(flow)) {
    const id = refId ?? name;
    if (id !== undefined) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  }
  idsByFlow.set(flow, ids);
  return ids;
}

/** Nobody reads a longer list. */
const MOST_NAMES = 20;

function namesOf(ids: ReadonlySet<string>): string {
  const names: string[] = [];
  for (const id of ids) {
    if (names.length === MOST_NAMES) return `${names.join(', ')} and ${ids.size - MOST_NAMES} more`;
    names.push(id);
  }
  return names.join(', ');
}
