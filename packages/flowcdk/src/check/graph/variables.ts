import { type Action } from '../../architect/actions';
import {
  declaredKind,
  menuChoices,
  isMenuChoiceKind,
  type VariableDeclaration,
  type MenuNode,
} from '../../architect/containers';
import { type FlowTree, flowForms } from '../../architect/flow-tree';
import type { Form, KindItem, Leaf, ValueType } from '../../architect/forms';
import { ORIGIN } from '../../architect/origin';
import type { ValueNode } from '../../architect/values';
import type { YamlNode } from '../../architect/yaml/node';
import { leavesOf } from '../../architect/leaves';
import { expressionIn } from '../expressions';
import { graphOf } from './';
import type { Edge, FlowGraph, GraphContainer, GraphNode } from './node';
import { type Read, readsOf } from './reads';

/** A variable as `variables:` declares it. */
export interface DeclaredVariable {
  readonly name: string;
  /** `string`, `integerCollection` */
  readonly kind: string;
  readonly declaration: VariableDeclaration;
  /** Undefined for variables of the whole flow. */
  readonly container: GraphContainer | undefined;
  readonly yaml?: YamlNode | undefined;
}

/** A place where a variable is read. */
export interface ReadPlace extends Read {
  /** Lower-case. */
  readonly key: string;
  readonly node: GraphNode;
  /** The value whose expression it is. */
  readonly yaml?: YamlNode | undefined;
  /** Whether an earlier statement of the same action wrote a variable, by its lower-case name. */
  readonly after: (key: string) => boolean;
}

/** A place where a variable is written. */
export interface WritePlace {
  readonly name: string;
  /** Lower-case. */
  readonly key: string;
  readonly node: GraphNode;
  readonly yaml?: YamlNode | undefined;
  /** The field: `outputs.success` … */
  readonly path: string;
  /** The type of what is written; `any` where it depends on a contract. */
  readonly type: ValueType | string;
  /** True where Architect does not let it be left out. */
  readonly needed: boolean;
}

/** Everything a flow does with its variables. */
export interface Variables {
  readonly declared: readonly DeclaredVariable[];
  readonly reads: readonly ReadPlace[];
  readonly writes: readonly WritePlace[];
  /** Lower-case names of the variables that are written on a way. */
  writtenOn(edge: Edge): readonly string[];
  readsAt(node: GraphNode): readonly ReadPlace[];
}

const variablesByFlow = new WeakMap<FlowTree, Variables>();

/** What a flow does with its variables. Collected once. */
export function variablesOf(flow: FlowTree): Variables {
  const known = variablesByFlow.get(flow);
  if (known) return known;
  const variables = survey(flow, graphOf(flow));
  variablesByFlow.set(flow, variables);
  return variables;
}

function survey(flow: FlowTree, graph: FlowGraph): Variables {
  const seen = new Survey();
  const root = flowForms[flow.kind] as Form<unknown> & { readonly fields: Readonly<Record<string, Form<unknown>>> };
  for (const key of settingKeys) {
    const value = flow[key];
    if (value !== undefined) root.fields[key]?.walk(value, (leaf) => seen.leaf(leaf, graph.start), key);
  }
  for (const node of graph.nodes) seen.node(node);
  const declared = [
    ...(flow.variables ?? []).flatMap((item) => declarationOf(item)),
    ...graph.containers.flatMap((container) => container.variables.flatMap((item) => declarationOf(item, container))),
  ];
  for (const { declaration } of declared) {
    if (declaration.initialValue) seen.value(declaration.initialValue, graph.start);
  }
  return seen.done(declared);
}

/** Parts of a flow besides its containers in which expressions stand. */
const settingKeys = [
  'initialGreeting',
  'settingsActionDefaults',
  'settingsErrorHandling',
  'settingsInQueueCall',
  'settingsMenu',
  'settingsOutboundCall',
  'settingsSpeechRec',
  'supportedLanguages',
] as const satisfies readonly (keyof FlowTree)[];

function declarationOf(item: KindItem<VariableDeclaration>, container?: GraphContainer): readonly DeclaredVariable[] {
  const { kind, content } = item;
  const name = content?.name;
  if (!content || name === undefined) return [];
  const yaml = content[ORIGIN]?.yaml;
  return [{ name, kind: declaredKind(kind), declaration: content, container, yaml }];
}

class Survey {
  readonly #reads: ReadPlace[] = [];
  readonly #writes: WritePlace[] = [];
  readonly #writesOf = new Map<GraphNode, WritePlace[]>();
  readonly #readsOf = new Map<GraphNode, ReadPlace[]>();

  node(node: GraphNode): void {
    const { kind, action, choice, container } = node;
    if (kind === 'enter' && container?.kind === 'menu') this.#menu(node, container);
    if (choice && isMenuChoiceKind(choice.kind)) {
      const form: Form<unknown> = menuChoices[choice.kind];
      form.walk(choice.content, (leaf) => this.leaf(leaf, node), '');
    }
    if (!action || action.kind === 'unknown') return;
    if (kind === 'turn') this.#turn(node, action);
    else if (action.kind === 'updateData') this.#statements(node, action);
    else if (action.kind === 'loop') this.#loop(node, action);
    else for (const leaf of leavesOf(action)) this.leaf(leaf, node);
  }

  /** What a menu says when it is entered; its choices are places of their own. */
  #menu(node: GraphNode, { content }: GraphContainer): void {
    const { audio } = content as MenuNode;
    if (audio) this.value(audio, node);
  }

  /** The conditions of `loopUntil` are looked at after each turn. */
  #turn(node: GraphNode, action: Action): void {
    if (action.kind === 'loopUntil')
      for (const { condition } of action.untilCases ?? []) if (condition) this.value(condition, node);
  }

  /** The index has its first value before the loop looks at its count. */
  #loop(node: GraphNode, action: Action & { kind: 'loop' }): void {
    const { currentIndex } = action;
    const index = currentIndex?.kind === 'variable' ? currentIndex.name.toLowerCase() : undefined;
    for (const leaf of leavesOf(action)) {
      if (leaf.role === 'value' && leaf.path === 'loopCount') this.value(leaf.value, node, (key) => key === index);
      else this.leaf(leaf, node);
    }
  }

  /** From top to bottom: a statement reads what the ones above it wrote. */
  #statements(node: GraphNode, { statements = [] }: Action & { kind: 'updateData' }): void {
    const written = new Map<string, number>();
    for (const [i, { kind, content }] of statements.entries()) {
      if (!content) continue;
      if (content.value) this.value(content.value, node, (key) => (written.get(key) ?? i) < i);
      if (content.variable === undefined) continue;
      const { variable: name } = content;
      this.#write({
        name,
        node,
        path: 'statements',
        type: kind,
        needed: false,
        yaml: content[ORIGIN]?.yaml,
      });
      if (!written.has(name.toLowerCase())) written.set(name.toLowerCase(), i);
    }
  }

  leaf(leaf: Leaf, node: GraphNode): void {
    const { path } = leaf;
    if (leaf.role === 'value') this.value(leaf.value, node);
    else if (leaf.role === 'binding' && leaf.value.kind === 'variable') {
      const { name } = leaf.value;
      const type =
        failureTypes[path.slice(path.lastIndexOf('failureOutputs.') + 'failureOutputs.'.length)] ?? leaf.type;
      const needed = neededBindings.has(path);
      this.#write({ name, node, path, type, needed, yaml: leaf.value[ORIGIN]?.yaml });
    } else if (leaf.role === 'variableName') {
      const yaml = node.action?.[ORIGIN]?.yaml;
      this.#write({ name: leaf.name, node, path, type: leaf.type, needed: false, yaml });
    }
  }

  value(value: ValueNode, node: GraphNode, after: ReadPlace['after'] = () => false): void {
    const expression = expressionIn(value);
    if (!expression) return;
    const yaml = expression[ORIGIN]?.yaml;
    for (const read of readsOf(expression.text).reads) {
      const { name, offset, length, how } = read;
      const place: ReadPlace = { name, key: name.toLowerCase(), offset, length, how, node, yaml, after };
      this.#reads.push(place);
      append(this.#readsOf, node, place);
    }
  }

  #write(write: Omit<WritePlace, 'key'>): void {
    const place = { ...write, key: write.name.toLowerCase() };
    this.#writes.push(place);
    append(this.#writesOf, write.node, place);
  }

  done(declared: readonly DeclaredVariable[]): Variables {
    const [readsOfNode, writesOfNode] = [this.#readsOf, this.#writesOf];
    return {
      declared,
      reads: this.#reads,
      writes: this.#writes,
      readsAt: (node) => readsOfNode.get(node) ?? [],
      writtenOn: ({ from, way }) => {
        // The turns of a loop count on: they write what the loop itself writes.
        const writes = writesOfNode.get(from.kind === 'turn' ? (loopOf(from) ?? from) : from);
        if (!writes) return NONE;
        return writes.filter(({ path }) => happensOn(path, way)).map(({ key }) => key);
      },
    };
  }
}

const NONE: readonly string[] = [];

/** The loop whose turn is over. */
const loopOf = (turn: GraphNode): GraphNode | undefined => {
  const body = turn.out[0]?.to;
  return body?.in.find(({ from }) => from.kind === 'action' && from.action === turn.action)?.from;
};

function append<V>(map: Map<GraphNode, V[]>, node: GraphNode, value: V): void {
  const values = map.get(node);
  if (values) values.push(value);
  else map.set(node, [value]);
}

/** Bindings that Architect demands even if nobody reads them. */
const neededBindings: ReadonlySet<string> = new Set(['inputData', 'currentIndex']);

/**
 * The ways on which an output is written, by the field that binds it. A field that is not listed writes on all ways.
 */
const writtenOnlyOn: readonly (readonly [field: RegExp, ways: readonly string[]])[] = [
  [/successOutputs/, ['success']],
  [/failureOutputs/, ['failure', 'timeout']],
  [/foundOutputs|^findResult|^externalResult$/, ['found', 'partiallyFound']],
  [/^externalResults$/, ['matchExact', 'matchMultiple']],
  [/^inputData$/, ['success']],
  [/^currentIndex$/, ['loop', 'turn']],
];

function happensOn(path: string, way: string): boolean {
  const [, ways] = writtenOnlyOn.find(([field]) => field.test(path)) ?? [];
  return ways === undefined || ways.includes(way);
}

/** The types of the failure outputs of a data action (documented). */
const failureTypes: Readonly<Record<string, string>> = {
  errorCode: 'string',
  status: 'integer',
  correlationId: 'string',
  entityId: 'string',
  entityName: 'string',
  userMessage: 'string',
  userParamsMessage: 'string',
  'userParams.key': 'stringCollection',
  'userParams.value': 'stringCollection',
  'details.errorCode': 'stringCollection',
  'details.fieldName': 'stringCollection',
  'details.entityId': 'stringCollection',
  'details.entityName': 'stringCollection',
};
