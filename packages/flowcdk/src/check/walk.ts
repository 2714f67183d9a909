import type { Action, ActionList } from '../architect/actions';
import type { MenuNode } from '../architect/containers';
import { type FlowTree, flowForms } from '../architect/flow-tree';
import type { Form, Leaf } from '../architect/forms';
import { leavesOf } from '../architect/leaves';
import { type HasOrigin, ORIGIN } from '../architect/origin';
import { expressionIn, readExpression } from './expressions';
import { textsIn, textsInExpression } from './placed-texts';
import type { FlowFile } from './project';
import type { ContainerPlace, FlowPlace, ListPlace, Listener, Place } from './rule';

/** Walks once through a flow, in the order of the text, and calls all listeners. */
export function walkFlow(file: FlowFile, flow: FlowTree, audience: Audience): void {
  const place: FlowPlace = { file, flow, path: flow.name ?? flow.kind };
  tellProblems(file, place, audience);
  for (const listen of audience.flow) listen(place);
  new Walk(audience).flow(place);
  for (const listen of audience.flowEnd) listen(place);
}

/** Shape problems know only their place in the text; the innermost action or container around it gives the path. */
function tellProblems({ shapeProblems }: FlowFile, place: FlowPlace, { problem: toTell }: Audience): void {
  if (shapeProblems.length === 0 || toTell.length === 0) return;
  const parts = new Parts();
  const noting = audienceOf([{ action: (action, { path }) => parts.add(action, path) }]);
  new Walk(noting, (container, { path }) => parts.add(container, path)).flow(place);
  for (const problem of shapeProblems) {
    const here = { ...place, path: parts.pathAt(problem.yaml.offset) ?? place.path };
    for (const listen of toTell) listen(problem, here);
  }
}

interface Part {
  readonly offset: number;
  readonly end: number;
  readonly path: string;
  readonly around: Part | undefined;
}

/** Parts of a text, each inside or behind the one before. */
class Parts {
  readonly #all: Part[] = [];

  add(node: object, path: string): void {
    const yaml = (node as HasOrigin)[ORIGIN]?.yaml;
    if (!yaml) return;
    const { offset, end } = yaml;
    this.#all.push({ offset, end, path, around: Parts.#around(this.#all.at(-1), offset) });
  }

  pathAt(offset: number): string | undefined {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Parts.#around(this.#all[low - 1], offset)?.path;
  }

  static #around(last: Part | undefined, offset: number): Part | undefined {
    let part = last;
    while (part && part.end < offset) part = part.around;
    return part;
  }
}

type Listeners = Omit<Listener, 'action' | 'actions'>;
type ActionListener = NonNullable<Listener['action']>;

/** The listeners by what they listen to. Built once, used for every node. */
export type Audience = { readonly [K in keyof Listeners]-?: readonly NonNullable<Listeners[K]>[] } & {
  readonly ofAction: (kind: Action['kind']) => readonly ActionListener[];
};

export function audienceOf(listeners: readonly Listener[]): Audience {
  const audience: Record<keyof Listeners, unknown[]> = {
    file: [],
    problem: [],
    flow: [],
    list: [],
    leaf: [],
    expression: [],
    text: [],
    flowEnd: [],
    project: [],
  };
  for (const listener of listeners) {
    for (const what of Object.keys(listener) as (keyof Listener)[]) {
      if (what !== 'action' && what !== 'actions') audience[what].push(listener[what]);
    }
  }
  return { ...audience, ofAction: byKind(listeners) } as unknown as Audience;
}

/**
 * Listeners to actions of a kind, in the order of the rules. Collected when the walk meets the first action of that
 * kind.
 */
function byKind(listeners: readonly Listener[]): Audience['ofAction'] {
  const listening = listeners.filter(({ action, actions }) => action ?? actions);
  const listenersByKind = new Map<Action['kind'], readonly ActionListener[]>();
  return (kind) => {
    const known = listenersByKind.get(kind);
    if (known) return known;
    const toTell: ActionListener[] = [];
    for (const { action, actions } of listening) {
      if (action) toTell.push(action);
      const ofKind = actions?.[kind];
      if (ofKind) toTell.push(ofKind as ActionListener);
    }
    listenersByKind.set(kind, toTell);
    return toTell;
  };
}

const tellAll = <Args extends readonly unknown[]>(
  audience: readonly ((...args: Args) => void)[],
  ...args: Args
): void => {
  for (const listen of audience) listen(...args);
};

const containerLists = { states: 'state', menus: 'menu', tasks: 'task', bots: 'bot' } as const;
type ContainerList = keyof typeof containerLists;

class Walk {
  constructor(
    private readonly audience: Audience,
    private readonly onContainer: (container: object, place: Place) => void = () => undefined,
  ) {}

  flow(place: FlowPlace): void {
    const { flow } = place;
    const form = flowForms[flow.kind] as Form<unknown> & { readonly fields: Readonly<Record<string, Form<unknown>>> };
    const values = flow as unknown as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(values)) {
      const field = form.fields[key];
      const value = values[key];
      if (!field || value === undefined) continue;
      if (key in containerLists) this.#containers(key as ContainerList, value as readonly object[], field, place);
      else if (key === 'startUpState' || key === 'periodicState')
        this.#container('state', value as object, value, field, '', place);
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

  /** `walked` is what the form of the field takes: the container, or a list with the container alone. */
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
    const choices = kind === 'menu' ? this.#choices(container as MenuNode, here) : [];
    field.walk(walked, (leaf) => this.#leaf(leaf, choices[choiceIn(leaf)] ?? here), '');
  }

  /** The places of the choices of a menu. */
  #choices({ choices = [] }: MenuNode, menu: Place): readonly Place[] {
    return choices.map(({ kind, content, [ORIGIN]: origin }) => {
      const name = content?.name ?? kind;
      const choice = { kind, name, ...(origin ? { [ORIGIN]: origin } : {}) };
      const place: Place = { ...menu, choice, path: `${menu.path} / ${name}` };
      if (content) this.onContainer(content, place);
      return place;
    });
  }

  #leaf(leaf: Leaf, place: Place): void {
    if (leaf.role === 'actions') this.list(leaf.actions, { ...place, around: [] });
    else this.#tell(leaf, place);
  }

  #tell(leaf: Leaf, place: Place): void {
    const { audience } = this;
    for (const listen of audience.leaf) listen(leaf, place);
    if (leaf.role !== 'value') return;
    const node = expressionIn(leaf.value);
    if (!node) {
      if (audience.text.length > 0) textsIn(leaf, (text) => tellAll(audience.text, text, place));
      return;
    }
    if (audience.expression.length === 0 && audience.text.length === 0) return;
    const expression = { node, leaf, read: readExpression(node, place) };
    for (const listen of audience.expression) listen(expression, place);
    if (audience.text.length > 0) textsInExpression(expression, (text) => tellAll(audience.text, text, place));
  }

  list(list: ActionList, place: ListPlace): void {
    for (const listen of this.audience.list) listen(list, place);
    list.forEach((action, index) => this.#action(action, list, index, place));
  }

  #action(action: Action, list: ActionList, index: number, outer: ListPlace): void {
    const path = `${outer.path} / ${action.name ?? (action.kind === 'unknown' ? action.type : action.kind)}`;
    const place = { ...outer, action, list, index, path };
    for (const listen of this.audience.ofAction(action.kind)) listen(action, place);
    for (const leaf of leavesOf(action)) {
      if (leaf.role !== 'actions') this.#tell(leaf, place);
      else this.list(leaf.actions, { ...place, around: [...outer.around, { action, branch: leaf.path }] });
    }
  }
}

/** Which choice of the menu it belongs to, counted from 0; -1 for what belongs to the menu itself. */
const choiceIn = ({ path }: Leaf): number => Number(/^\[0\]\.choices\[(\d+)\]/.exec(path)?.[1] ?? -1);
