import { bot, menu, state, task, variables } from '../architect/containers';
import type { FlowKind } from '../ground/flow-kinds';
import { flowForms } from '../architect/flow-tree';
import { actions, type Form, listOf } from '../architect/forms';
import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import { readPart } from '../architect/yaml/read-flow';
import { writePart } from '../architect/yaml/write-flow';

/*
 * A model is a part of a flow that its form wrote again, as if a definition had made it: with the keys that the form
 * knows, in the form's order. Only its order counts. A node of the file in it is a part that no form read: see
 * `isFromFile`.
 */

/** A node that a form wrote has no place in a file. A node that the form passed through has one. */
export const isFromFile = ({ offset }: YamlNode): boolean => offset !== -1;

/** The model of the value under the root key of a flow. */
export const modelOfFlow = (kind: FlowKind, yaml: YamlNode): YamlNode | undefined => modelOf(flowForms[kind], yaml);

/**
 * The model of a list item where no form reads: in an unknown action, under a key that this kind of flow does not have,
 * or in a list with another item that does not fit.
 */
export function modelOfItem(listKey: string, item: YamlNode): YamlNode | undefined {
  const form = itemForms.get(listKey);
  const model = form && modelOf(form, sequence([item]));
  return model?.kind === 'sequence' ? model.items[0] : undefined;
}

/** Lists that are the same wherever they stand. */
const itemForms: ReadonlyMap<string, Form<unknown>> = new Map<string, Form<unknown>>([
  ['actions', actions as Form<unknown>],
  ['startUpTaskActions', actions as Form<unknown>],
  ['variables', variables as Form<unknown>],
  ['startUpTaskVariables', variables as Form<unknown>],
  ['states', listOf('state', state) as Form<unknown>],
  ['tasks', listOf('task', task) as Form<unknown>],
  ['menus', listOf('menu', menu) as Form<unknown>],
  ['bots', listOf('bot', bot) as Form<unknown>],
]);

function modelOf<T>(form: Form<T>, yaml: YamlNode): YamlNode | undefined {
  const part = fitting(form, yaml);
  return part === undefined ? undefined : writePart(form, withoutOrigin(part));
}

/** One of these fits wherever a form expects a bare value: a text, a number, true or false, a list, a map. */
const standIns: readonly YamlNode[] = [scalar(''), scalar(0), scalar(true), sequence([]), mapping([])];

/**
 * Reads a part. A bare value of another type than the form expects (`name: 5`, `actions:` without a value,
 * `exact: {{digits}}`) would drop its key from the order, so another value stands in for it.
 */
function fitting<T>(form: Form<T>, yaml: YamlNode): T | undefined {
  let { part, problems } = readPart(form, yaml);
  const instead = new Map<YamlNode, YamlNode>();
  const original = new Map<YamlNode, YamlNode>();
  for (const standIn of standIns) {
    const misfits = problems
      .filter(({ problem }) => problem === 'wrongForm')
      .map((problem) => original.get(problem.yaml) ?? problem.yaml)
      .filter(({ kind }) => kind === 'scalar');
    if (misfits.length === 0) break;
    for (const misfit of misfits) {
      const node = { ...standIn };
      instead.set(misfit, node);
      original.set(node, misfit);
    }
    ({ part, problems } = readPart(form, replaced(yaml, instead)));
  }
  return part;
}

function replaced(yaml: YamlNode, instead: ReadonlyMap<YamlNode, YamlNode>): YamlNode {
  const replacement = instead.get(yaml);
  if (replacement !== undefined) return replacement;
  if (yaml.kind === 'sequence') return { ...yaml, items: yaml.items.map((item) => replaced(item, instead)) };
  if (yaml.kind === 'scalar') return yaml;
  return { ...yaml, entries: yaml.entries.map(({ key, value }) => ({ key, value: replaced(value, instead) })) };
}

/** A copy that does not remember the file, so that writing it follows the form and not the file. */
function withoutOrigin<T>(part: T): T;
function withoutOrigin(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || isYaml(part)) return part;
  if (Array.isArray(part)) return part.map((item: unknown) => withoutOrigin(item));
  if (part instanceof Map) return new Map([...part].map(([key, value]) => [key, withoutOrigin(value)] as const));
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withoutOrigin(value)] as const));
}

const isYaml = (part: object): boolean => 'kind' in part && 'offset' in part && 'end' in part;
