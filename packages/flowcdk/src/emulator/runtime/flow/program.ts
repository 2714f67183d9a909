import { actionsOf } from '../../../architect/actions-of';
import {
  type Container,
  type ContainerKind,
  type ContainerReference,
  declaredKind,
  type MenuNode,
  type VariableDeclaration,
} from '../../../architect/containers';
import {
  AudioValue,
  builtInVariable,
  compile,
  parseCached,
  type Program,
  type Type,
  typeNamed,
} from '../../../architect/expressions';
import { declaredTypes } from '../../../architect/flows/declared-types';
import type { Action } from '../../../architect/actions';
import type { FlowTree } from '../../../architect/flow-tree';
import type { ExpressionNode, TextToSpeechNode } from '../../../architect/values';
import { parseYaml } from '../../../architect/yaml/parse';
import { readFlow } from '../../../architect/yaml/read-flow';
import type { KindName } from '../../state/kinds';
import type { FlowVersion } from '../../state/tables/flow';
import { ANY } from './types';

/** A container and its kind. In YAML the kind stands outside of the container. */
export interface Place<K extends ContainerKind = ContainerKind> {
  readonly kind: K;
  readonly name: string;
  readonly node: Extract<Container, { kind: K }> extends never ? Container : Extract<Container, { kind: K }>;
}

/** A published version of a flow that is prepared to run any number of times. */
export class FlowProgram {
  readonly name: string;
  readonly kind: FlowTree['kind'];
  readonly #types: ReturnType<typeof declaredTypes>;
  readonly #typesByName = new Map<string, Type>();
  readonly #programs = new WeakMap<ExpressionNode, Program>();
  readonly #speech = new WeakMap<TextToSpeechNode, AudioValue>();
  readonly #places = new Map<string, Place>();
  #numbers: ReadonlyMap<Action, number> | undefined;
  /** The entities that its names meant when it was published: ids by kind and name. */
  readonly #names: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** The inputs for a launch. `outputs`: the values that the flow returns. */
  readonly inputs: readonly ParameterOfFlow[];
  readonly outputs: readonly ParameterOfFlow[];
  /** Values of literals that were read once. */
  readonly literals = new WeakMap<object, unknown>();

  constructor(
    readonly tree: FlowTree,
    /** Id of the flow that this is a version of. */
    readonly flowId: string,
    /** `3.0` */
    readonly version: string,
    /** Ids by kind and name. */
    names: FlowVersion['names'] = {},
  ) {
    this.#names = idsByName(names);
    this.inputs = parametersOf(tree, ({ isInput }) => isInput === true);
    this.outputs = parametersOf(tree, ({ isOutput }) => isOutput === true);
    this.name = tree.name ?? flowId;
    this.kind = tree.kind;
    this.#types = declaredTypes({ root: tree });
    this.#addPlaces('state', tree.states);
    if (tree.startUpState) this.#add('state', 'startUpState', tree.startUpState);
    if (tree.periodicState) this.#add('state', 'periodicState', tree.periodicState);
    this.#addPlaces('task', tree.tasks);
    this.#addPlaces('menu', tree.menus);
    for (const menu of tree.menus ?? []) {
      for (const { content } of (menu as MenuNode).choices ?? [])
        if (content?.task) this.#add('task', undefined, content.task);
    }
  }

  /**
   * The ids that a name meant when the flow was published. The flow uses them even if something was renamed since
   * (documented).
   */
  boundIds(kind: KindName, name: string): readonly string[] {
    return this.#names.get(kind)?.get(name) ?? [];
  }

  /** The place of an action in the text of the flow, from 1. It distinguishes actions that have the same name. */
  numberOf(action: Action): number {
    this.#numbers ??= new Map(actionsOf(this.tree).map((node, i) => [node, i + 1]));
    return this.#numbers.get(action) ?? 0;
  }

  /** The declared type of a variable, or its type as a built-in variable. */
  readonly typeOf = (name: string): Type | undefined => {
    const known = this.#typesByName.get(name);
    if (known) return known;
    const type = this.#types.of(name) ?? builtInVariable(name)?.type;
    if (type) this.#typesByName.set(name, type);
    return type;
  };

  /** An expression. It is compiled once, for the type of its field and the variables of its container. */
  compiled(node: ExpressionNode, expected: Type | undefined, variables = this.typeOf): Program {
    const known = this.#programs.get(node);
    if (known) return known;
    const program = compile(parseCached(node.text), { variables, ...(expected ? { expected } : {}) });
    this.#programs.set(node, program);
    return program;
  }

  /** Audio for a text that never changes. */
  speech(node: TextToSpeechNode): AudioValue {
    const known = this.#speech.get(node);
    if (known) return known;
    const audio = new AudioValue([{ kind: 'speech', text: node.text }]);
    this.#speech.set(node, audio);
    return audio;
  }

  /** The container that a reference names; undefined if there is none. */
  find(reference: ContainerReference | undefined): Place | undefined {
    if (reference?.kind !== 'path') return undefined;
    if (/\/(startUpState|periodicState)$/.test(reference.path)) {
      return this.#places.get(`state/${reference.path.replace(/^.*\//, '')}`);
    }
    const [, kind, refId] = /(state|task|menu|bot)\[([^[\]]*)\]\s*$/.exec(reference.path) ?? [];
    return kind === undefined ? undefined : this.#places.get(`${kind}/${refId}`);
  }

  #addPlaces(kind: ContainerKind, nodes: readonly object[] | undefined): void {
    for (const node of nodes ?? []) this.#add(kind, undefined, node);
  }

  #add(kind: ContainerKind, key: string | undefined, node: object): void {
    const { name, refId, variables } = node as Partial<MenuNode>;
    const place = { kind, name: name ?? refId ?? kind, node: { ...node, kind } } as unknown as Place;
    const address = `${kind}/${key ?? refId ?? name ?? ''}`;
    if (!this.#places.has(address)) this.#places.set(address, place);
    this.#types.add(variables);
  }
}

/** An input or output of a flow. */
export interface ParameterOfFlow {
  readonly name: string;
  readonly type: Type;
}

const parametersOf = (
  { variables }: FlowTree,
  isParameter: (declaration: VariableDeclaration) => boolean,
): readonly ParameterOfFlow[] =>
  (variables ?? []).flatMap(({ kind, content }) =>
    content?.name !== undefined && isParameter(content)
      ? [{ name: content.name, type: typeNamed(declaredKind(kind)) ?? ANY }]
      : [],
  );

const idsByName = (names: FlowVersion['names']): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> =>
  new Map(Object.entries(names).map(([kind, ids]) => [kind, new Map(Object.entries(ids))]));

const programs = new WeakMap<FlowVersion, FlowProgram>();

/** The program of a published version. It is read once. The YAML of a version was checked when it was published. */
export function programOf(version: FlowVersion): FlowProgram {
  const known = programs.get(version);
  if (known) return known;
  const { root } = parseYaml(version.yaml);
  const flow = root && readFlow(root).flow;
  if (!flow || flow.kind === 'unknown') throw new Error(`version ${version.id} holds no flow`);
  const program = new FlowProgram(flow, version.flowId, version.version, version.names);
  programs.set(version, program);
  return program;
}
