import type { Action, ActionList } from '../../architect/actions';
import { actionsOf } from '../../architect/actions-of';
import { type FlowTree } from '../../architect/flow-tree';
import type { Form, Leaf } from '../../architect/forms';
import { isMenuChoiceKind, menuChoices, type MenuChoiceNode } from '../../architect/containers';
import { leavesOf } from '../../architect/leaves';
import { ORIGIN } from '../../architect/origin';
import { keyName, type YamlMapping, type YamlNode } from '../../architect/yaml/node';
import { graphOf, type FlowGraph, type GraphContainer, type GraphNode, type MenuChoice } from '../../check/graph';
import type { FlowFile } from '../../check/project';
import type { Finding } from '../../ground/finding';
import type { ActionModel, ContainerModel, FlowModel, PlacedFinding, WayModel } from './flow-model';
import { linksOf } from './links';
import { settingsIn, type SettingPlace } from './settings';
import { attributeModels, variableModels, variablesByAction } from './variables';
import { namedWays, toneOf } from './ways';

/** Which part of the graph of a flow an id of its model stands for. */
export interface FlowIds {
  readonly graph: FlowGraph;
  /** Of an action or a choice. */
  readonly nodeId: (node: GraphNode) => string | undefined;
  readonly containerId: (container: GraphContainer) => string | undefined;
}

/** A flow as a page needs it. @param findings what the rules found, in any file */
export function readFlowModel(file: FlowFile, findings: readonly Finding[] = []): FlowModel {
  const own = findings.filter(({ at }) => at?.file === file.file).map(placed);
  const { flow, text } = file;
  if (!flow || flow.kind === 'unknown') return emptyModel(file, own);
  return new ModelReader(file, flow, own, text).read();
}

const placed = ({ rule, severity, message, help, at }: Finding): PlacedFinding => ({
  rule,
  severity,
  message,
  ...(help === undefined ? {} : { help }),
  ...(at === undefined ? {} : { line: at.line }),
});

const emptyModel = ({ file, text }: FlowFile, findings: readonly PlacedFinding[]): FlowModel => ({
  file,
  name: file,
  kind: 'unknown',
  settings: [],
  containers: [],
  variables: [],
  attributes: [],
  findings,
  yaml: text,
});

const idsByFlow = new WeakMap<FlowTree, FlowIds>();

/** The ids of a flow. They follow from the order of its text. */
export function idsOf(flow: FlowTree): FlowIds {
  const known = idsByFlow.get(flow);
  if (known) return known;
  const graph = graphOf(flow);
  const numbers = new Map(actionsOf(flow).map((action, i) => [action, i + 1]));
  const choices = new Map(graph.nodes.filter(({ kind }) => kind === 'choice').map((node, i) => [node, `m${i + 1}`]));
  const outer = inTextOrder(graph.containers.filter(({ inline }) => !inline));
  const containers = new Map(outer.map((container, i) => [container, `c${i + 1}`]));
  const ids: FlowIds = {
    graph,
    nodeId: (node) => {
      const number = node.action && numbers.get(node.action);
      return number === undefined ? choices.get(node) : `a${number}`;
    },
    containerId: (container) => containers.get(container),
  };
  idsByFlow.set(flow, ids);
  return ids;
}

const inTextOrder = (containers: readonly GraphContainer[]): readonly GraphContainer[] =>
  [...containers].sort((a, b) => (a.yaml?.offset ?? 0) - (b.yaml?.offset ?? 0));

class ModelReader {
  readonly #ids: FlowIds;
  readonly #variables: ReturnType<typeof variablesByAction>;
  readonly #numbers: ReadonlyMap<Action, number>;
  /** The lines of the innermost action decide where a finding belongs. */
  readonly #findings: ReadonlyMap<string, readonly PlacedFinding[]>;

  constructor(
    readonly file: FlowFile,
    readonly flow: FlowTree,
    readonly findings: readonly PlacedFinding[],
    readonly text: string,
  ) {
    this.#ids = idsOf(flow);
    this.#variables = variablesByAction(flow, this.#ids.nodeId);
    this.#numbers = new Map(actionsOf(flow).map((action, i) => [action, i + 1]));
    this.#findings = this.#findingsByAction();
  }

  read(): FlowModel {
    const { flow, file, findings, text } = this;
    const { graph, containerId, nodeId } = this.#ids;
    const { name = file.file, kind, description, division, defaultLanguage } = flow;
    const outer = graph.containers.filter((container) => containerId(container) !== undefined);
    const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    return {
      file: file.file,
      name,
      kind,
      ...optional('description', textOf(description)),
      ...optional('division', textOf(division)),
      ...optional('defaultLanguage', textOf(defaultLanguage)),
      settings: this.#flowSettings(),
      containers: inTextOrder(outer).map((container) => this.#container(container)),
      variables: variableModels(flow, nodeId),
      attributes: attributeModels(flow, nodeId),
      findings,
      yaml: text,
    };
  }

  #flowSettings(): FlowModel['settings'] {
    const { flow } = this;
    const root = flow[ORIGIN]?.yaml;
    if (root?.kind !== 'mapping') return [];
    const entries = root.entries.filter(({ key }) => !elsewhere.has(keyName(key)));
    return settingsIn({ ...root, entries }, { flow });
  }

  #container(container: GraphContainer): ContainerModel {
    const { graph, containerId } = this.#ids;
    const { kind, name, content, yaml } = container;
    const place: SettingPlace = { flow: this.flow, container };
    const isMenu = kind === 'menu';
    const choices = isMenu ? graph.nodes.filter((node) => node.kind === 'choice' && node.container === container) : [];
    const { actions = [] } = content as { readonly actions?: ActionList };
    return {
      id: containerId(container) ?? '',
      kind,
      name,
      isStart: graph.start.out.some(({ to, way }) => way === 'start' && to.container === container),
      ...this.#lines(yaml, kind),
      settings: kind === 'startUpTask' ? [] : settingsIn(without(yaml, containerParts), place),
      actions: isMenu ? choices.map((node) => this.#choice(node, place)) : this.#actions(actions, place),
    };
  }

  #actions(actions: ActionList, place: SettingPlace): readonly ActionModel[] {
    return actions.map((action) => this.#action(action, place));
  }

  #action(action: Action, place: SettingPlace): ActionModel {
    const number = this.#numbers.get(action) ?? 0;
    const id = `a${number}`;
    const { yaml, kind } = contentOf(action);
    const [node] = this.#ids.graph.nodesOf(action);
    return {
      id,
      number,
      kind,
      name: action.name ?? '',
      ...this.#lines(yaml, kind),
      settings: settingsIn(without(yaml, actionParts), place),
      ways: namedWays(action, place).map(({ name, label, actions }) => this.#way(name, label, actions, place)),
      ...this.#uses(id, leavesOf(action), node),
    };
  }

  #way(name: string, label: string, actions: ActionList, place: SettingPlace): WayModel {
    return { name, label, tone: toneOf(name), actions: this.#actions(actions, place) };
  }

  #choice(node: GraphNode, place: SettingPlace): ActionModel {
    const id = this.#ids.nodeId(node) ?? '';
    const { kind, content } = node.choice as MenuChoice;
    const yaml = content[ORIGIN]?.yaml;
    const { name = '', dtmf, task } = content;
    const { outputs } = content as { readonly outputs?: { readonly failure?: { readonly actions?: ActionList } } };
    const failure = outputs?.failure?.actions;
    return {
      id,
      kind,
      name,
      ...optional('key', dtmf === undefined ? undefined : dtmf.replace(/^digit_/, '')),
      ...this.#lines(yaml, kind),
      settings: settingsIn(without(yaml, [...actionParts, 'task']), place),
      ways: [
        ...(task ? [this.#way('chosen', 'chosen', task.actions ?? [], place)] : []),
        ...(failure ? [this.#way('failure', 'failure', failure, place)] : []),
      ],
      ...this.#uses(id, leavesOfChoice(kind, content), node),
    };
  }

  #uses(
    id: string,
    leaves: readonly Leaf[],
    node: GraphNode | undefined,
  ): Pick<ActionModel, 'links' | 'reads' | 'sets' | 'findings'> {
    return {
      links: linksOf(leaves, node, this.#ids.containerId),
      reads: this.#variables.reads.get(id) ?? [],
      sets: this.#variables.sets.get(id) ?? [],
      findings: this.#findings.get(id) ?? [],
    };
  }

  /** The first line is that of the key, which stands before the content. */
  #lines(yaml: YamlNode | undefined, kind: string): Pick<ActionModel, 'line' | 'lastLine'> {
    if (!yaml || yaml.offset < 0) return { line: 1, lastLine: 1 };
    const key = this.text.lastIndexOf(kind, yaml.offset);
    const { lines } = this.file;
    const { line } = lines.positionAt(yaml.offset);
    const before = key < 0 ? line : lines.positionAt(key).line;
    const last = lines.positionAt(Math.max(yaml.offset, yaml.end - 1)).line;
    return { line: line - before <= 1 ? before : line, lastLine: last };
  }

  #findingsByAction(): ReadonlyMap<string, readonly PlacedFinding[]> {
    const byAction = new Map<string, PlacedFinding[]>();
    if (this.findings.length === 0) return byAction;
    const parts = this.#ids.graph.nodes.flatMap((node) => {
      const id = this.#ids.nodeId(node);
      const part = node.action ? contentOf(node.action) : node.choice && choiceContent(node.choice);
      if (id === undefined || !part || node.kind === 'turn') return [];
      return [{ id, ...this.#lines(part.yaml, part.kind) }];
    });
    for (const finding of this.findings) {
      const { line } = finding;
      if (line === undefined) continue;
      const around = parts.filter((part) => part.line <= line && line <= part.lastLine);
      const innermost = around.reduce<(typeof parts)[number] | undefined>(
        (best, part) => (best && best.line > part.line ? best : part),
        undefined,
      );
      if (innermost) byAction.set(innermost.id, [...(byAction.get(innermost.id) ?? []), finding]);
    }
    return byAction;
  }
}

/** Parts of a flow that a page shows at another place. */
const elsewhere: ReadonlySet<string> = new Set([
  'name',
  'description',
  'division',
  'variables',
  'states',
  'tasks',
  'menus',
  'bots',
  'startUpTaskActions',
  'startUpTaskVariables',
  'startUpState',
  'periodicState',
]);
const containerParts: readonly string[] = ['name', 'refId', 'actions', 'variables', 'choices'];
const actionParts: readonly string[] = ['name', 'refId', 'dtmf'];

function contentOf(action: Action): { readonly yaml: YamlNode | undefined; readonly kind: string } {
  if (action.kind !== 'unknown') return { yaml: action[ORIGIN]?.yaml, kind: action.kind };
  const only = action.yaml.kind === 'mapping' ? action.yaml.entries[0] : undefined;
  return { yaml: only?.value ?? action.yaml, kind: action.type === '' ? 'unknown' : action.type };
}

const choiceContent = ({
  kind,
  content,
}: MenuChoice): { readonly yaml: YamlNode | undefined; readonly kind: string } => ({
  yaml: content[ORIGIN]?.yaml,
  kind,
});

/** A mapping without some of its entries. */
function without(yaml: YamlNode | undefined, names: readonly string[]): YamlMapping | undefined {
  if (yaml?.kind !== 'mapping') return undefined;
  return { ...yaml, entries: yaml.entries.filter(({ key }) => !names.includes(keyName(key))) };
}

/** The leaves of a choice. Its task has actions of its own. */
function leavesOfChoice(kind: string, content: MenuChoiceNode): readonly Leaf[] {
  if (!isMenuChoiceKind(kind)) return [];
  const leaves: Leaf[] = [];
  const form: Form<unknown> = menuChoices[kind];
  form.walk(content, (leaf) => leaves.push(leaf), '');
  return leaves.filter(({ path }) => !path.startsWith('task'));
}

const optional = <K extends string>(key: K, value: string | undefined): { readonly [k in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: string };
