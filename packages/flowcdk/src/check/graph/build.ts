import type { UnknownAction } from '../../architect/nodes';
import { type Action, type ActionList } from '../../architect/actions';
import { type ContainerReference, type MenuNode, type TaskNode } from '../../architect/containers';
import { type FlowTree, flowForms } from '../../architect/flow-tree';
import type { Form, Leaf } from '../../architect/forms';
import { ORIGIN } from '../../architect/origin';
import { literalScalar } from '../../architect/values';
import { entry, type YamlNode } from '../../architect/yaml/node';
import type { Edge, FlowGraph, GraphContainer, GraphNode, MenuChoice, NodeKind } from './node';
import { reachableFrom } from './reach';
import { traitsOf, waysOut } from '../../architect/ways';

type Growing = { -readonly [K in keyof GraphNode]: GraphNode[K] } & { readonly out: Edge[]; readonly in: Edge[] };

type LoopAction = Action & { kind: 'loop' | 'loopUntil' };

/** What is around a list of actions. */
interface Surroundings {
  readonly container: GraphContainer;
  readonly around?: Growing;
  readonly loop?: { readonly node: Growing; readonly turn: Growing; readonly after: Growing };
}

/**
 * Builds the graph of a flow in one pass over the tree. Nodes come list by list: the actions of a list, then their
 * branches.
 */
export function buildGraph(flow: FlowTree): FlowGraph {
  const builder = new Builder(flow);
  builder.build();
  const { nodes, start, end, containers, entries } = builder;
  const reached = reachableFrom(start, nodes.length);
  const isReachable = ({ id }: GraphNode): boolean => reached[id] === true;
  const byAction = new Map<Action, GraphNode[]>();
  for (const node of nodes) {
    // A list that is used at several places of a definition gets a node for each place.
    if (node.kind !== 'action' || !node.action) continue;
    const same = byAction.get(node.action);
    if (same) same.push(node);
    else byAction.set(node.action, [node]);
  }
  return Object.freeze({
    nodes,
    start,
    end,
    containers,
    nodesOf: (action: Action) => byAction.get(action) ?? [],
    isReachable,
    isOpen: ({ from, through }: Edge) => isReachable(from) && (!through || isReachable(through)),
    entryOf: (container: GraphContainer) => entries.get(container),
  });
}

class Builder {
  readonly nodes: Growing[] = [];
  readonly start = this.#node('start');
  readonly end = this.#node('end');
  readonly containers: GraphContainer[] = [];
  readonly entries = new Map<GraphContainer, Growing>();
  readonly #ends = new Map<GraphContainer, Map<string, Growing>>();
  /** The first container of each kind with a refId, or a name, and the container of each part of the tree. */
  readonly #byRefId = new Map<string, GraphContainer>();
  readonly #byName = new Map<string, GraphContainer>();
  readonly #byContent = new Map<object, GraphContainer>();
  /** Jumps out of a task. The task that is jumped to returns to the caller instead. */
  readonly #jumps: (readonly [from: GraphContainer, to: GraphContainer])[] = [];
  /** Calls are connected last, when the paths by which tasks end are known. */
  readonly #calls: (() => void)[] = [];
  readonly #menus: Growing[] = [];
  readonly #globalChoices: Growing[] = [];
  #anyMenu: Growing | undefined;

  constructor(readonly flow: FlowTree) {}

  build(): void {
    const { flow } = this;
    const lists = [
      ...(flow.states ?? []).map((content) => [this.#container('state', content), content] as const),
      ...(flow.tasks ?? []).map((content) => [this.#container('task', content), content] as const),
      ...(flow.bots ?? []).map((content) => [this.#container('bot', content), content] as const),
    ];
    const menus = (flow.menus ?? []).map((content) => [this.#container('menu', content), content] as const);
    const { startUpRef } = flow;
    if (startUpRef) this.#edge(this.start, this.#target(startUpRef) ?? this.end, 'start');
    this.#errorHandling();
    this.#botSettings();
    this.#startUpTask();
    this.#inQueueStates();
    for (const [container, { actions }] of lists) this.#fill(container, actions ?? []);
    for (const [container, menu] of menus) this.#menu(container, menu);
    this.#offerEverywhere();
    for (const connect of this.#calls) connect();
    this.#goBackForJumps();
  }

  /** Every menu offers the global choices. One place between them keeps the number of ways small. */
  #offerEverywhere(): void {
    if (this.#globalChoices.length === 0) return;
    const offer = this.#node('offer');
    for (const menu of this.#menus) this.#edge(menu, offer, 'choose');
    for (const choice of this.#globalChoices) this.#edge(offer, choice, 'choose');
  }

  /** A way back leads to any menu: which of them the caller came from is not known. */
  #backToMenu(node: Growing): void {
    if (this.#menus.length === 0) return;
    if (!this.#anyMenu) {
      this.#anyMenu = this.#node('anyMenu');
      for (const menu of this.#menus) this.#edge(this.#anyMenu, menu, 'again');
    }
    this.#edge(node, this.#anyMenu, 'again');
  }

  /** The settings may send a broken flow to a container. */
  #errorHandling(): void {
    const { settingsErrorHandling } = this.flow;
    const form = settingsErrorHandling && fieldsOf(this.flow)['settingsErrorHandling'];
    if (!form) return;
    const targets: Growing[] = [];
    const see = (leaf: Leaf): void => {
      const target = leaf.role === 'reference' ? this.#target(leaf.reference) : undefined;
      if (target) targets.push(target);
    };
    form.walk(settingsErrorHandling, see, '');
    if (targets.length === 0) return;
    const error = this.#node('error');
    this.#edge(this.start, error, 'error');
    for (const target of targets) this.#edge(error, target, 'handle');
  }

  /** A bot may lead to a task: an intent by the task's name, knowledge by its reference. */
  #botSettings(): void {
    const { settingsBotFlow, settingsKnowledge, settingsUserInput, settingsVirtualAgent } = this.flow;
    for (const settings of [settingsBotFlow, settingsKnowledge, settingsUserInput, settingsVirtualAgent]) {
      if (!settings) continue;
      for (const container of this.#namedIn(settings)) this.#edge(this.start, this.#entry(container), 'settings');
    }
  }

  /** Containers that a part without a form refers to, its actions aside: by their path, or as `task: { name }`. */
  #namedIn(yaml: YamlNode): readonly GraphContainer[] {
    if (yaml.kind === 'sequence') return yaml.items.flatMap((item) => this.#namedIn(item));
    if (yaml.kind === 'scalar') {
      const path = String(yaml.value);
      const isPath = /^(?:\.|\/\w+)?\/\w+\/(?:state|task|menu|bot)\[/.test(path);
      const container = isPath ? this.#containerOf({ kind: 'path', path }) : undefined;
      return container ? [container] : [];
    }
    return yaml.entries.flatMap(({ key, value }) => {
      const name = key.value === 'task' && value.kind === 'mapping' ? entry(value, 'name')?.value : undefined;
      const task =
        name?.kind === 'scalar' && typeof name.value === 'string' ? this.#byName.get(`task ${name.value}`) : undefined;
      const isBranch = key.value === 'actions' && value.kind === 'sequence';
      return [...(task ? [task] : []), ...(isBranch ? [] : this.#namedIn(value))];
    });
  }

  /** In-queue flows repeat their task while somebody waits; a common module runs it once. */
  #startUpTask(): void {
    const { startUpTaskActions, startUpTaskVariables = [], kind } = this.flow;
    if (!startUpTaskActions) return;
    const content = { actions: startUpTaskActions, variables: startUpTaskVariables };
    const container = this.#container('startUpTask', content, 'Starting task');
    const entry = this.#entry(container);
    this.#edge(this.start, entry, 'start');
    const off = this.#fill(container, startUpTaskActions);
    this.#edge(off, kind === 'inqueueCall' ? entry : this.end, kind === 'inqueueCall' ? 'again' : 'end');
  }

  /** The periodic state follows the start-up state, then itself, as long as somebody waits. */
  #inQueueStates(): void {
    const { startUpState, periodicState } = this.flow;
    const states = [startUpState, periodicState].flatMap((state) => (state ? [state] : []));
    const built = states.map((state) => [this.#container('state', state), state] as const);
    const again = built.at(-1)?.[0];
    for (const [container, state] of built) {
      this.#edge(this.start, this.#entry(container), 'start');
      const off = this.#fill(container, state.actions ?? []);
      if (again) this.#edge(off, this.#entry(again), 'again');
    }
  }

  #node(kind: NodeKind, parts: Partial<Growing> = {}): Growing {
    const { action, choice, outputPath, container, around, loop } = parts;
    const id = this.nodes.length;
    const node: Growing = { id, kind, action, choice, outputPath, container, around, loop, out: [], in: [] };
    this.nodes.push(node);
    return node;
  }

  #edge(from: Growing, to: Growing, way: string, through?: Growing): void {
    const edge: Edge = { from, to, way, through };
    from.out.push(edge);
    to.in.push(edge);
  }

  #container(kind: GraphContainer['kind'], content: TaskNode, fallback: string = kind): GraphContainer {
    const { name = fallback, refId, variables = [] } = content;
    const reference = refId === undefined ? '' : `/${this.flow.kind}/${kind}s/${kind}[${refId}]`;
    const yaml = content[ORIGIN]?.yaml;
    const built: GraphContainer = {
      kind,
      name,
      reference,
      variables,
      content,
      inline: false,
      yaml,
    };
    this.#add(built);
    if (refId !== undefined) addFirst(this.#byRefId, `${kind} ${refId}`, built);
    addFirst(this.#byName, `${kind} ${name}`, built);
    this.#entry(built);
    return built;
  }

  #add(container: GraphContainer): void {
    this.containers.push(container);
    addFirst(this.#byContent, container.content, container);
  }

  #entry(container: GraphContainer): Growing {
    const known = this.entries.get(container);
    if (known) return known;
    const entry = this.#node('enter', { container });
    this.entries.set(container, entry);
    return entry;
  }

  /** Puts the actions into a container; gives the place behind the last one. */
  #fill(container: GraphContainer, actions: ActionList): Growing {
    const off = this.#node('off', { container });
    this.#edge(this.#entry(container), this.#list(actions, off, { container }), 'next');
    if (container.kind === 'task') this.#edge(off, this.#taskEnd(container, 'default'), 'next');
    else if (container.kind === 'bot') this.#edge(off, this.end, 'end');
    return off;
  }

  /** Where a called task returns. A task that nobody calls ends the flow there. */
  #taskEnd(task: GraphContainer, path: string): Growing {
    const ends = this.#ends.get(task) ?? new Map<string, Growing>();
    this.#ends.set(task, ends);
    const known = ends.get(path);
    if (known) return known;
    const end = this.#node('taskEnd', { container: task, outputPath: path });
    ends.set(path, end);
    return end;
  }

  /** The first place of a list that goes on with `next`. */
  #list(actions: ActionList, next: Growing, surroundings: Surroundings): Growing {
    const { container, around, loop } = surroundings;
    const nodes = actions.map((action) => this.#node('action', { action, container, around, loop: loop?.node }));
    nodes.forEach((node, i) => this.#connect(node, nodes[i + 1] ?? next, surroundings));
    return nodes[0] ?? next;
  }

  #connect(node: Growing, after: Growing, surroundings: Surroundings): void {
    const action = node.action as Action;
    if (action.kind === 'unknown') return this.#unknown(node, action, after, surroundings);
    switch (action.kind) {
      case 'loop':
      case 'loopUntil':
        return this.#loop(node, action, after, surroundings);
      case 'callTask':
        return this.#call(node, action, after, { ...surroundings, around: node });
      case 'loopExit':
        return this.#edge(node, surroundings.loop?.after ?? after, 'exit');
      case 'loopNext':
        return this.#edge(node, surroundings.loop?.turn ?? after, 'next turn');
      case 'endTask':
        return this.#edge(node, this.#endOfTask(surroundings.container, action.outputPath?.name ?? 'default'), 'end');
      case 'endState':
        return this.#endState(node, surroundings.container);
      case 'jumpToMenu':
        return this.#jump(node, action.targetMenuRef, surroundings.container);
      case 'jumpToTask':
        return this.#jump(node, action.targetTaskRef, surroundings.container);
      case 'previousMenu':
      case 'repeatMenu':
        return void this.#calls.push(() => this.#backToMenu(node));
      case 'changeState':
        return this.#jump(node, action.targetStateRef, surroundings.container);
    }
    const { ends } = traitsOf(action);
    if (ends === 'always') return this.#edge(node, this.end, 'end');
    const ways = waysOut(action);
    if (!ways) return this.#edge(node, after, 'next');
    const inside: Surroundings = { ...surroundings, around: node };
    for (const { name, actions } of ways) {
      const ended = ends === 'unlessFailure' && name === 'success';
      this.#edge(node, ended ? this.end : this.#list(actions ?? [], after, inside), name);
    }
    // A bot's question may have all outputs switched off; the tree does not say what happens then.
    if (node.out.length === 0) this.#edge(node, after, 'next');
  }

  /** An unknown action may take each of its paths, go to anything it names, or go on. */
  #unknown(node: Growing, action: UnknownAction, after: Growing, surroundings: Surroundings): void {
    const inside: Surroundings = { ...surroundings, around: node };
    for (const { path, actions } of action.branches ?? []) this.#edge(node, this.#list(actions, after, inside), path);
    for (const container of this.#namedIn(action.yaml)) this.#edge(node, this.#entry(container), 'jump');
    this.#edge(node, after, 'next');
  }

  #loop(node: Growing, action: LoopAction, after: Growing, outer: Surroundings): void {
    const turn = this.#node('turn', {
      action,
      container: outer.container,
      around: outer.around,
      loop: outer.loop?.node,
    });
    const inside: Surroundings = { ...outer, around: node };
    const body = this.#list(action.outputs?.loop?.actions ?? [], turn, { ...inside, loop: { node, turn, after } });
    this.#edge(node, body, 'loop');
    this.#edge(turn, body, 'turn');
    if (action.kind === 'loop') {
      this.#edge(turn, after, 'done');
      if (!runsOnce(action)) this.#edge(node, after, 'skip');
      return;
    }
    const { loopsMax, paths = [] } = action.outputs ?? {};
    const branches = [{ name: 'loopsMax', actions: loopsMax?.actions }, ...paths];
    const branched = branches.map(({ name, actions }) => [name, this.#list(actions ?? [], after, inside)] as const);
    const others = (action.untilCases ?? []).filter(({ name }) => !paths.some((path) => path.name === name));
    const ways = [...branched, ...others.map(({ name }) => [name, after] as const)];
    // It is unknown whether the conditions are tested before the first turn, so both are possible.
    for (const from of [node, turn]) for (const [way = 'until', to] of ways) this.#edge(from, to, way);
  }

  #call(node: Growing, action: Action & { kind: 'callTask' }, after: Growing, inside: Surroundings): void {
    const { default: byDefault, paths = [] } = action.outputs ?? {};
    const branches = new Map(paths.map(({ name, actions }) => [name ?? '', this.#list(actions ?? [], after, inside)]));
    branches.set('default', this.#list(byDefault?.actions ?? [], after, inside));
    const task = action.targetTaskRef && this.#containerOf(action.targetTaskRef);
    if (!task) return branches.forEach((to, path) => this.#edge(node, to, path));
    this.#edge(node, this.#entry(task), 'call');
    for (const path of branches.keys()) this.#taskEnd(task, path);
    this.#calls.push(() => {
      for (const [path, end] of this.#ends.get(task) ?? []) this.#edge(node, branches.get(path) ?? after, path, end);
    });
  }

  #endOfTask(container: GraphContainer, path: string): Growing {
    return container.kind === 'task' ? this.#taskEnd(container, path) : this.end;
  }

  /** In an in-queue flow the state ends for now. Elsewhere nothing more is known of the action. */
  #endState(node: Growing, container: GraphContainer): void {
    const { startUpState, periodicState } = this.flow;
    const inQueue = container.content === startUpState || container.content === periodicState;
    const again = inQueue
      ? this.containers.find(({ content }) => content === (periodicState ?? startUpState))
      : undefined;
    this.#edge(node, again ? this.#entry(again) : this.end, again ? 'again' : 'end');
  }

  #jump(node: Growing, reference: ContainerReference | undefined, from: GraphContainer): void {
    const to = reference && this.#containerOf(reference);
    this.#edge(node, to ? this.#entry(to) : this.end, 'jump');
    if (to?.kind === 'task' && from.kind === 'task') this.#jumps.push([from, to]);
  }

  /** A task that jumps to another task returns to its caller when the other task does. */
  #goBackForJumps(): void {
    for (const [from, to] of this.#jumps) {
      for (const [path, end] of this.#ends.get(to) ?? []) {
        const outer = this.#ends.get(from)?.get(path);
        if (outer && outer !== end) this.#edge(end, outer, 'next');
      }
    }
  }

  #menu(container: GraphContainer, { choices = [] }: MenuNode): void {
    const entry = this.#entry(container);
    this.#menus.push(entry);
    for (const { kind, content } of choices) {
      if (!content) continue;
      const node = this.#node('choice', { choice: { kind, content }, container });
      this.#edge(entry, node, 'choose');
      if (content.globalDtmf || content.globalSpeechRecTerms) this.#globalChoices.push(node);
      this.#choice(node, { kind, content }, container, entry);
    }
    this.#edge(entry, this.end, 'no choice');
  }

  #choice(node: Growing, choice: MenuChoice, menu: GraphContainer, entry: Growing): void {
    const content = choice.content as MenuChoice['content'] & { readonly targetMenuRef?: ContainerReference };
    switch (choice.kind) {
      case 'menuTask':
        return this.#edge(node, this.#inline(node, content.task ?? {}), 'next');
      case 'menuJumpToTask':
        return this.#jump(node, content.targetTaskRef, menu);
      case 'menuSubMenu':
      case 'menuJumpToMenu':
        return this.#jump(node, content.targetMenuRef, menu);
      case 'menuRepeatMenu':
        return this.#edge(node, entry, 'again');
      case 'menuPreviousMenu':
        return void this.#calls.push(() => this.#backToMenu(node));
    }
    this.#edge(node, this.end, 'end');
    const { outputs } = choice.content as {
      readonly outputs?: { readonly failure?: { readonly actions?: ActionList } };
    };
    const failure = outputs?.failure?.actions;
    if (failure) this.#edge(node, this.#inline(node, { actions: failure }), 'failure');
  }

  /** The task inside a choice. No other way leads there. */
  #inline(node: Growing, task: TaskNode): Growing {
    const { variables = [], actions = [], [ORIGIN]: origin } = task;
    const container: GraphContainer = {
      kind: 'task',
      name: node.container?.name ?? '',
      reference: '',
      inline: true,
      variables,
      content: task,
      yaml: origin?.yaml,
    };
    this.#add(container);
    const off = this.#node('off', { container, around: node });
    this.#edge(off, this.#taskEnd(container, 'default'), 'next');
    return this.#list(actions, off, { container, around: node });
  }

  #target(reference: ContainerReference): Growing | undefined {
    const container = this.#containerOf(reference);
    return container && this.#entry(container);
  }

  #containerOf(reference: ContainerReference): GraphContainer | undefined {
    if (reference.kind === 'container') return this.#byContent.get(reference.container());
    const [, kind, refId] = /(state|task|menu|bot)\[([^[\]]*)\]\s*$/.exec(reference.path) ?? [];
    const key = `${kind} ${refId}`;
    return this.#byRefId.get(key) ?? this.#byName.get(key);
  }
}

function addFirst<K>(map: Map<K, GraphContainer>, key: K, container: GraphContainer): void {
  if (!map.has(key)) map.set(key, container);
}

/** Whether a loop has a known number of turns, at least one. */
const runsOnce = ({ loopCount }: Action & { kind: 'loop' }): boolean => Number(literalScalar(loopCount) ?? 0) >= 1;

const fieldsOf = ({ kind }: FlowTree): Readonly<Record<string, Form<unknown>>> =>
  (flowForms[kind] as Form<unknown> & { readonly fields: Readonly<Record<string, Form<unknown>>> }).fields;
