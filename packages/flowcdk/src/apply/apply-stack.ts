import { createHash } from 'node:crypto';
import { Api, type Send } from './api';
import { Attributes } from './attributes';
import { dataSources } from './data-sources';
import { createdFor, type Intent, intentOf } from './intent';
import { inOrder, needsOf } from './order';
import { fileElsewhere, noSuchAttribute, Refused, unknownMeta, unknownType, unreadableTemplate } from './refusals';
import { resourceKinds } from './resources';
import type { Exported, ResourceKind } from './resource-kind';
import { type Element, elementsOf, section, type Stack } from './stack';
import type { Kept, State } from './state';
import { evaluate, type LookUp, type Reference, TemplateProblem } from './templates';
import { canonical, isValues, Secret, type Value, type Values } from './values';
import { variablesOf } from './variables';

export interface ApplyOptions {
  /** Carries requests to the org. */
  readonly send: Send;
  /** Bearer token of the org. @default 'local', which a local org on this machine takes */
  readonly token?: string;
  /** Values of the stack's variables, those of other types than text as JSON. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The state after the apply before. @default the org has nothing of the stack yet */
  readonly state?: State | undefined;
  /** Takes the state after every step, so that a failure loses nothing. */
  readonly keep?: (state: State) => void;
  /** Takes every step when it is done. */
  readonly onStep?: (step: Step) => void;
  /** Waits, in milliseconds, where the org says that there were too many requests. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

export type Did = 'created' | 'changed' | 'replaced' | 'removed' | 'unchanged';

export interface Step {
  /** `genesyscloud_routing_queue.billing` */
  readonly address: string;
  readonly did: Did;
}

export interface Applied {
  readonly state: State;
  readonly steps: readonly Step[];
  /** The outputs of the stack, without those that are sensitive. */
  readonly outputs: Values;
}

/**
 * Brings a stack to an org as Terraform would: what is new is created, what changed is changed, what is gone from the
 * stack is removed, each after what it needs. What was changed in the org by hand is not looked at, only whether it is
 * still there. Throws a `FlowcdkError` that names the resource.
 */
export async function applyStack(stack: Stack, options: ApplyOptions): Promise<Applied> {
  return new Application(stack, options).run();
}

const waited = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

class Application {
  readonly #api: Api;
  readonly #variables: Values;
  readonly #elements: readonly Element[];
  /** Attributes of the resources that exist, by address. */
  readonly #known = new Map<string, Values>();
  readonly #steps: Step[] = [];
  #organization = '';
  #resources: Record<string, Kept> = {};
  /** What an interrupted apply was about to create, and what this one is, by address. */
  #intents: Record<string, Intent> = {};

  constructor(
    private readonly stack: Stack,
    private readonly options: ApplyOptions,
  ) {
    const { send, token = 'local', pause = waited, variables = {} } = options;
    this.#api = new Api({ send, token, pause });
    const elements = elementsOf(stack);
    for (const { address, isData, type, ignoredChanges } of elements) {
      if (!Object.hasOwn(isData ? dataSources : resourceKinds, type)) throw unknownType(address, type);
      const ignores =
        ignoredChanges.length === 0 || (kindOf(type, address).ignoresChanges && !ignoredChanges.includes('all'));
      if (!ignores) throw unknownMeta(address, 'ignore_changes');
    }
    this.#elements = inOrder(elements, needsOf(elements));
    this.#variables = variablesOf(stack, variables);
  }

  async run(): Promise<Applied> {
    this.#organization = String((await this.#api.get('/api/v2/organizations/me'))['id']);
    const { state } = this.options;
    // In another org, or in the same one after it lost its content, nothing of the stack exists.
    if (state?.organization === this.#organization) {
      this.#resources = { ...state.resources };
      this.#intents = { ...state.intents };
    }
    // A new resource may take the name or the number of one that goes. Only resources still in use go last.
    await this.#removeLeftovers();
    for (const element of this.#elements) await this.#bring(element);
    await this.#removeLeftovers({ all: true });
    return { state: this.#state(), steps: this.#steps, outputs: this.#outputs() };
  }

  async #bring(element: Element): Promise<void> {
    const { address, type, isData, ignoredChanges } = element;
    const values = this.#evaluated(address, element.values);
    const file = (path: string) => this.#file(address, path);
    const attributes = new Attributes(address, isValues(values) ? values : {}, file, '', ignoredChanges);
    const api = this.#api.for(address);
    if (isData) {
      const exported = await dataSources[type]?.(attributes, api);
      attributes.refuseUnread();
      this.#known.set(address, { ...(values as Values), ...exported });
      return;
    }
    const did = await this.#brought(element, values as Values, attributes, api);
    this.#known.set(address, { ...(values as Values), ...this.#resources[address]?.made });
    this.#done({ address, did });
  }

  async #brought(element: Element, values: Values, attributes: Attributes, api: Api): Promise<Did> {
    const { address, type } = element;
    const kind = kindOf(type, address);
    const now = fingerprints(kind, attributes, values, element);
    const before = this.#resources[address] ?? (await this.#takenOver(address, kind, attributes, api));
    const there = before !== undefined && (await kind.exists(before.made, api));
    if (there && before.given === now.given && (await kind.isWhole?.(before.made, attributes, api)) !== false) {
      return 'unchanged';
    }
    const changing = there && before.fixed === now.fixed && !(before.given === UNFINISHED && isBroughtAtOnce(kind));
    if (there && !changing) {
      await kind.remove(before.made, api);
      this.#forget(address);
    }
    // A resource that fails halfway exists, and is not complete.
    const unfinished = (exported: Exported): void =>
      this.#remember(address, { type, made: exported, given: UNFINISHED, fixed: now.fixed });
    if (changing) unfinished(before.made);
    else await this.#intend(address, kind, { type, fixed: now.fixed }, attributes, api);
    const exported = changing
      ? { ...before.made, ...(await kind.update(before.made, attributes, api)) }
      : await kind.create(attributes, api, unfinished);
    unfinished(exported);
    attributes.refuseUnread();
    this.#remember(address, { type, made: exported, ...now });
    return changing ? 'changed' : there ? 'replaced' : 'created';
  }

  /** Writes down that a resource is about to be created. Without a state to write to, nothing can go on later. */
  async #intend(
    address: string,
    kind: ResourceKind,
    resource: Pick<Intent, 'type' | 'fixed'>,
    attributes: Attributes,
    api: Api,
  ): Promise<void> {
    if (!this.options.keep) return;
    const intent = await intentOf(kind, resource, attributes, api);
    if (!intent) return;
    this.#intents = { ...this.#intents, [address]: intent };
    this.options.keep(this.#state());
  }

  /** What an interrupted apply created for an address, as a resource that is not complete. */
  async #takenOver(address: string, kind: ResourceKind, attributes: Attributes, api: Api): Promise<Kept | undefined> {
    const intent = this.#intents[address];
    if (!intent) return undefined;
    const known = new Set(Object.values(this.#resources).map((resource) => resource.made.id));
    const created = await createdFor(intent, kind, attributes, api, known);
    return created && { type: intent.type, made: created, given: UNFINISHED, fixed: intent.fixed };
  }

  #remember(address: string, kept: Kept): void {
    this.#resources = { ...this.#resources, [address]: kept };
    this.#intents = without(this.#intents, address);
    this.options.keep?.(this.#state());
  }

  #forget(address: string): void {
    this.#resources = without(this.#resources, address);
    this.options.keep?.(this.#state());
  }

  /** Removes the resources that the stack no longer has. One of them may be in use by another that goes after it. */
  async #removeLeftovers({ all = false } = {}): Promise<void> {
    const planned = new Set(this.#elements.map(({ address }) => address));
    const leftovers = Object.entries(this.#resources).filter(([address]) => !planned.has(address));
    const refused: unknown[] = [];
    for (const [address, { type, made: exported }] of leftovers.reverse()) {
      try {
        await kindOf(type, address).remove(exported, this.#api.for(address));
        this.#forget(address);
        this.#done({ address, did: 'removed' });
      } catch (problem) {
        if (!(problem instanceof Refused && [400, 409, 422].includes(problem.status))) throw problem;
        refused.push(problem);
      }
    }
    if (refused.length === 0) return;
    if (refused.length < leftovers.length) return this.#removeLeftovers({ all });
    if (all) throw refused[0];
  }

  #done(step: Step): void {
    this.#steps.push(step);
    this.options.onStep?.(step);
  }

  #state(): State {
    return {
      organization: this.#organization,
      resources: this.#resources,
      ...(Object.keys(this.#intents).length === 0 ? {} : { intents: this.#intents }),
    };
  }

  #evaluated(address: string, value: Value): Value {
    const lookUp: LookUp = (reference) => this.#lookUp(address, reference);
    return readable(() => evaluate(value, lookUp), address);
  }

  #lookUp(address: string, { address: needed, path }: Reference): Value {
    const [kind, name = ''] = needed.split('.');
    const [root, ...inner] = kind === 'var' ? [this.#variables[name], ...path] : [this.#known.get(needed), ...path];
    let value: Value | undefined = root as Value | undefined;
    for (const part of inner) value = inside(value, part);
    if (value === undefined) throw noSuchAttribute(address, needed, path.join('.'));
    return value;
  }

  #file(address: string, path: string): Buffer {
    const content = this.stack.file(path);
    if (content === undefined) throw fileElsewhere(address, path);
    return content;
  }

  #outputs(): Values {
    return Object.fromEntries(
      Object.entries(section(this.stack, 'output')).flatMap(([name, output]) => {
        if (!isValues(output) || output['sensitive'] === true) return [];
        const value = this.#evaluated(`output.${name}`, output['value'] ?? null);
        return value instanceof Secret ? [] : [[name, value] as const];
      }),
    );
  }
}

/** Turns the reason why a template cannot be evaluated into a finding. */
function readable<T>(work: () => T, address: string): T {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof TemplateProblem) throw unreadableTemplate(address, problem.message);
    throw problem;
  }
}

function kindOf(type: string, address: string): ResourceKind {
  const kind = Object.hasOwn(resourceKinds, type) ? resourceKinds[type] : undefined;
  if (!kind) throw unknownType(address, type);
  return kind;
}

/** In the place of the fingerprint of a resource that is not complete. */
const UNFINISHED = '';

/** Whether a resource that is not complete has to be created anew, because no change completes it. */
const isBroughtAtOnce = ({ fixed, isShownOnce = false }: ResourceKind): boolean => isShownOnce || fixed === 'all';

const without = <T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([other]) => other !== name));

type Fingerprints = Pick<Kept, 'given' | 'fixed'>;

function fingerprints(
  { fixed, files = [] }: ResourceKind,
  attributes: Attributes,
  all: Values,
  { ignoredChanges }: Element,
): Fingerprints {
  const values = Object.fromEntries(Object.entries(all).filter(([name]) => !ignoredChanges.includes(name)));
  const texts = files.map((name) => attributes.fileText(name));
  const unchanging =
    fixed === 'all' ? values : Object.fromEntries(fixed.map((name) => [name, values[name] ?? null] as const));
  return { given: hash([values, texts]), fixed: hash(unchanging) };
}

const hash = (value: Value): string => createHash('sha256').update(canonical(value)).digest('hex');

/** An attribute of a block, or an item of a list. A single block stands for a list of one. */
function inside(value: Value | undefined, part: string | number): Value | undefined {
  if (Array.isArray(value)) return (value as readonly Value[])[Number(part)];
  if (!isValues(value)) return undefined;
  if (part === 0) return value;
  return Object.hasOwn(value, part) ? value[part] : undefined;
}
