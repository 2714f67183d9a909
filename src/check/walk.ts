import { type Action, actionForms, type ActionList, isActionKind } from '../architect/actions';
import { type FlowTree, flowForms } from '../architect/flow-tree';
import type { Form, Leaf } from '../architect/forms';
import { type HasOrigin, ORIGIN } from '../architect/origin';
import { expressionIn, readExpression } from './expressions';
import type { FlowFile } from './project';
import type { ContainerPlace, FlowPlace, ListPlace, Listener, Place } from './rule';

/** Goes once through a flow, in the order of the text, and tells every listener what it meets. */
export function walkFlow(file: FlowFile, flow: FlowTree, listeners: readonly Listener[]): void {
  const place: FlowPlace = { file, flow, path: flow.name ?? flow.kind };
  tellProblems(file, place, listeners);
  for (const listener of listeners) listener.flow?.(place);
  new Walk(listeners).flow(place);
  for (const listener of listeners) listener.flowEnd?.(place);
}

/** Shape problems know only their place in the text; the innermost action or container around it gives the path. */
function tellProblems({ shapeProblems }: FlowFile, place: FlowPlace, listeners: readonly Listener[]): void {
  if (shapeProblems.length === 0) return;
  const around: { readonly offset: number; readonly end: number; readonly path: string }[] = [];
  const note = (node: object | undefined, path: string): void => {
    const yaml = (node as HasOrigin | undefined)?.[ORIGIN]?.yaml;
    if (yaml && yaml.offset >= 0) around.push({ offset: yaml.offset, end: yaml.end, path });
  };
  const walk = new Walk([{ action: (action, { path }) => note(action, path) }], (node, { path }) => note(node, path));
  walk.flow(place);
  for (const problem of shapeProblems) {
    const { offset } = problem.yaml;
    const path = around.findLast((part) => part.offset <= offset && offset <= part.end)?.path ?? place.path;
    for (const listener of listeners) listener.problem?.(problem, { ...place, path });
  }
}

const containerLists = { states: 'state', menus: 'menu', tasks: 'task', bots: 'bot' } as const;
type ContainerList = keyof typeof containerLists;

class Walk {
  readonly #onLeaf: readonly NonNullable<Listener['leaf']>[];
  readonly #onExpression: readonly NonNullable<Listener['expression']>[];
  readonly #onAction: readonly NonNullable<Listener['action']>[];
  readonly #onList: readonly NonNullable<Listener['list']>[];

  constructor(
    listeners: readonly Listener[],
    private readonly onContainer: (container: object, place: Place) => void = () => undefined,
  ) {
    this.#onLeaf = listeners.flatMap(({ leaf }) => (leaf ? [leaf] : []));
    this.#onExpression = listeners.flatMap(({ expression }) => (expression ? [expression] : []));
    this.#onAction = listeners.flatMap(({ action }) => (action ? [action] : []));
    this.#onList = listeners.flatMap(({ list }) => (list ? [list] : []));
  }

  flow(place: FlowPlace): void {
    const { flow } = place;
    const form = flowForms[flow.kind] as Form<unknown> & { readonly fields: Readonly<Record<string, Form<unknown>>> };
    const values = flow as unknown as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(values)) {
      const field = form.fields[key];
      const value = values[key];
      if (!field || value === undefined || key === 'kind') continue;
      if (key in containerLists) this.#containers(key as ContainerList, value as readonly object[], field, place);
      else if (key === 'startUpState' || key === 'periodicState') this.#container('state', value as object, value, field, '', place);
      else if (key === 'startUpTaskActions') {
        const container: ContainerPlace = { kind: 'startUpTask', name: 'Starting task', reference: '' };
        this.list(value as ActionList, { ...place, container, around: [], path: `${place.path} / ${container.name}` });
      } else field.walk(value, (leaf) => this.#leaf(leaf, place), key);
    }
  }

  #containers(key: ContainerList, containers: readonly object[], field: Form<unknown>, place: FlowPlace): void {
    const kind = containerLists[key];
    for (const container of containers) {
      const { refId } = container as { readonly refId?: string };
      const reference = refId === undefined ? '' : `/${place.flow.kind}/${key}/${kind}[${refId}]`;
      this.#container(kind, container, [container], field, reference, place);
    }
  }

  /** `walked` is what the form of the field takes: the container, or a list with only it. */
  #container(
    kind: ContainerPlace['kind'],
    container: object,
    walked: unknown,
    field: Form<unknown>,
    reference: string,
    place: FlowPlace,
  ): void {
    const name = (container as { readonly name?: string }).name ?? kind;
    const here: Place = { ...place, container: { kind, name, reference }, path: `${place.path} / ${name}` };
    this.onContainer(container, here);
    field.walk(walked, (leaf) => this.#leaf(leaf, here), '');
  }

  #leaf(leaf: Leaf, place: Place): void {
    if (leaf.role === 'actions') this.list(leaf.actions, { ...place, around: [] });
    else this.#tell(leaf, place);
  }

  #tell(leaf: Leaf, place: Place): void {
    for (const told of this.#onLeaf) told(leaf, place);
    if (leaf.role !== 'value' || this.#onExpression.length === 0) return;
    const node = expressionIn(leaf.value);
    if (!node) return;
    const expression = { node, leaf, read: readExpression(node, place) };
    for (const told of this.#onExpression) told(expression, place);
  }

  list(list: ActionList, place: ListPlace): void {
    for (const told of this.#onList) told(list, place);
    for (let index = 0; index < list.length; index++) {
      const action = list[index];
      if (action) this.#action(action, list, index, place);
    }
  }

  #action(action: Action, list: ActionList, index: number, outer: ListPlace): void {
    const path = `${outer.path} / ${action.name ?? (action.kind === 'unknown' ? action.type : action.kind)}`;
    const place = { ...outer, action, list, index, path };
    for (const told of this.#onAction) told(action, place);
    if (!isActionKind(action.kind)) return;
    const form: Form<unknown> = actionForms[action.kind].form;
    form.walk(
      action,
      (leaf) => {
        if (leaf.role !== 'actions') this.#tell(leaf, place);
        else this.list(leaf.actions, { ...place, around: [...outer.around, { action, branch: leaf.path }] });
      },
      '',
    );
  }
}

/** Where a node stands in its file; -1 for a node that comes from no file. */
export const offsetOf = (node: object | undefined): number =>
  (node as HasOrigin | undefined)?.[ORIGIN]?.yaml?.offset ?? -1;
