import type { Action, ActionList } from '../../../architect/actions';
import type { VariableDeclaration } from '../../../architect/containers';
import { type ReferenceKind, ReferenceValue, textOf, type Type, type Value } from '../../../architect/expressions';
import type { ExpressionNode, ValueNode } from '../../../architect/values';
import type { Json } from '../../state/json';
import type { Leg, LiveOrg, Run, Runners } from '../action-context';
import type { DetailEvents } from '../conversation/detail-events';
import type { EventName, EventPlace, Events } from '../events';
import type { Foundation } from '../foundation';
import { kindOfReference } from '../../state/kinds';
import { sleep, type Steps } from '../steps';
import { FlowProblem } from './flow-problem';
import { problemOf } from './problem-of';
import { FlowOutcomes } from './flow-outcomes';
import type { End, Inputs, Jump, Next, Outcome } from './jump';
import { type BoundOrg, literalValue, promptNamed } from './literal';
import type { FlowProgram, Place } from './program';
import { RunEnvironment } from './run-environment';
import { container, runModule } from './run-flow';
import { withoutValues } from './secure';
import { shown } from './shown';
import { AUDIO } from './types';
import { Variables } from './variables';

/** The parts of the runtime that a run needs. */
export interface FlowRuntime extends LiveOrg, Foundation {
  /** What each kind of action does. Runs read it here, because some actions run other flows. */
  readonly runners: Runners;
  readonly detail: DetailEvents;
}

export interface FlowRunOptions {
  readonly id: string;
  readonly program: FlowProgram;
  /** The call that the flow serves; workflows serve none. */
  readonly leg?: Leg;
  readonly conversationId?: string | undefined;
  /** Values of the inputs, by variable name. */
  readonly inputs?: ReadonlyMap<string, Value>;
  /** The data that the launch passed, for `Flow.InvocationData`. */
  readonly invocationData?: Json | undefined;
  /** The run that called this one, if this is a common module. Both share the count of actions and the time limit. */
  readonly caller?: FlowRun;
}

/** The most actions that a run may execute, and how many more its error handling may execute (documented). */
const MOST_ACTIONS = 10_000;
const MORE_AFTER_ERROR = 1_000;

/** Milliseconds that a flow without a caller may run before its error handling starts (documented). */
const LONGEST_RUN = 72 * 60 * 60 * 1000;

/** The kinds of flow that end after that time. */
const endAfterTime: ReadonlySet<string> = new Set(['workflow', 'inboundShortMessage', 'inqueueShortMessage']);

/** An action on whose path the flow is, and the place behind the action where the flow goes on. */
interface Entered {
  readonly action: Action;
  readonly way: string;
  readonly list: ActionList;
  readonly at: number;
}

type AnyRunner = (action: Action, run: Run) => Outcome | Steps<Outcome>;

/** The place of its events in the log. */
type RunPlace = EventPlace & { readonly executionId: string; readonly flow: string };

/** One run of a flow. */
export class FlowRun implements Run {
  readonly id: string;
  readonly program: FlowProgram;
  readonly leg: Leg | undefined;
  readonly variables = new Variables();
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The flow outcomes and milestones of the run. */
  readonly outcomes: FlowOutcomes;
  /** The problem that broke the flow, even if its error handling went on. */
  failure: string | undefined;
  readonly #environment: RunEnvironment;
  /** The current position: the names of containers and actions. */
  readonly #path: string[] = [];
  #actions = 0;
  #mostActions = MOST_ACTIONS;
  /** How many containers the run is inside of. */
  #containers = 0;
  #endsAt: number;

  constructor(
    readonly runtime: FlowRuntime,
    readonly options: FlowRunOptions,
  ) {
    const { id, program, leg } = options;
    this.id = id;
    this.program = program;
    this.leg = leg;
    this.startedAt = runtime.clock.now();
    this.#endsAt = endAfterTime.has(program.kind) ? this.startedAt + LONGEST_RUN : Infinity;
    this.outcomes = options.caller?.outcomes ?? new FlowOutcomes(this, runtime.detail);
    this.#environment = new RunEnvironment(this, runtime.chance, options.caller?.program.tree.defaultLanguage);
  }

  /**
   * Gives the variables their initial values. A value that cannot be read (a queue that was deleted since) breaks the
   * flow.
   */
  declareVariables(): void {
    this.variables.declare(this.program.tree.variables, this.initialValue);
    for (const [name, value] of this.options.inputs ?? []) this.variables.set(name, value);
  }

  /** How many actions the run has executed, with those of the modules that it called. */
  get actions(): number {
    return this.options.caller ? this.options.caller.actions : this.#actions;
  }

  /** How many containers the run is inside of, with those of its callers. */
  get depth(): number {
    return this.#containers + (this.options.caller?.depth ?? 0);
  }

  /** How many containers and actions enclose the current position, with those of its callers. */
  get around(): number {
    return this.#path.length + (this.options.caller?.around ?? 0);
  }

  /**
   * Until when the run may go on, milliseconds since 1970. Workflows and message flows may run for 72 hours (documented),
   * other flows without a limit.
   */
  get endsAt(): number {
    return this.options.caller?.endsAt ?? this.#endsAt;
  }

  /** `Support line / Ask twice / What is your call about?` */
  get path(): string {
    return this.#path.join(' / ');
  }

  /** Whether it is a secure flow, or a module that one called. */
  get isSecure(): boolean {
    return this.program.kind === 'secureCall' || this.options.caller?.isSecure === true;
  }

  log<K extends EventName>(type: K, fields: Events[K]): void {
    this.runtime.log.add(type, this.place, this.isSecure ? withoutValues(type, fields) : fields);
  }

  get conversationId(): string | undefined {
    return this.leg?.conversation.id ?? this.options.conversationId;
  }

  get invocationData(): Json | undefined {
    return this.options.invocationData;
  }

  get place(): RunPlace {
    return (this.#place ??= this.#placeOf(this.conversationId));
  }

  #place: RunPlace | undefined;

  #placeOf(conversationId: string | undefined): RunPlace {
    const [executionId, flow] = [this.id, this.program.name];
    return conversationId === undefined ? { executionId, flow } : { conversationId, executionId, flow };
  }

  readonly initialValue = (declaration: VariableDeclaration, type: Type): Value => {
    const value = this.value(declaration.initialValue, type);
    return value === null && type.collection ? [] : value;
  };

  /** The value of a field; NOT_SET if the field is absent. Throws a `FlowProblem` if it cannot be evaluated. */
  value(node: ValueNode | undefined, type: Type): Value {
    switch (node?.kind) {
      case undefined:
      case 'noValue':
        return null;
      case 'literal': {
        const known = this.program.literals.get(node) as { readonly value: Value } | undefined;
        // A literal that names an entity is looked up each time, because the entity may be deleted.
        if (known) return known.value;
        const value = literalValue(node.yaml, type, this.#boundNames);
        if (![value].flat().some((item) => item instanceof ReferenceValue)) this.program.literals.set(node, { value });
        return value;
      }
      case 'expression':
        return this.#evaluated(node, type);
      case 'variable':
        return this.variables.get(node.name) ?? null;
      case 'tts':
        return this.program.speech(node);
      case 'prompt':
        return typeof node.prompt === 'string'
          ? promptNamed(node.prompt, this.runtime.names)
          : this.value(node.prompt, AUDIO);
      case 'raw':
        throw new FlowProblem('a value is not understood');
    }
  }

  #evaluated(node: ExpressionNode, type: Type): Value {
    try {
      return this.program.compiled(node, type, this.typeOf).run(this.#environment);
    } catch (error) {
      const problem = problemOf(error);
      if (problem) this.log('expression.failed', { expression: node.text, problem: problem.message });
      throw error;
    }
  }

  /** The type of a variable, as the current container declares it, else as the flow does. */
  readonly typeOf = (name: string): Type | undefined => this.variables.typeOf(name) ?? this.program.typeOf(name);

  /** The text of a field; undefined if the field is NOT_SET. */
  text(node: ValueNode | undefined, type: Type): string | undefined {
    const value = this.value(node, type);
    return value === null ? undefined : (textOf(value) ?? undefined);
  }

  /** Sets a variable. */
  set(name: string, value: Value): void {
    this.variables.set(name, value);
    if (this.runtime.settings.logVariables) this.log('variable.set', { variable: name, value: shown(value) });
  }

  /** Sets the variable that the flow bound to an output. Does nothing if the flow bound none. */
  bind(binding: ValueNode | undefined, value: Value): void {
    if (binding?.kind === 'variable') this.set(binding.name, value);
  }

  /**
   * Runs actions one after another until one of them leads elsewhere. This loop follows the paths of the actions itself
   * instead of calling itself, because most actions of flows wait for nothing.
   */
  *list(actions: ActionList | undefined): Steps<Next> {
    const [around, wayAround] = [this.#now, this.#way];
    const entered: Entered[] = [];
    let list = actions ?? [];
    let at = 0;
    for (;;) {
      const action = list[at];
      if (action === undefined) {
        const over = entered.pop();
        if (!over) break;
        this.#ended(over.action, over.way);
        ({ list, at } = over);
        continue;
      }
      at += 1;
      this.#started(action);
      const begun = this.act(action);
      const outcome = begun && 'next' in begun ? yield* begun : begun;
      if (outcome?.to === 'way') {
        this.#took(action, outcome.name);
        entered.push({ action, way: outcome.name, list, at });
        list = outcome.actions ?? [];
        at = 0;
        continue;
      }
      this.#ended(action, this.#way);
      if (outcome === undefined) continue;
      for (let over = entered.pop(); over; over = entered.pop()) this.#ended(over.action, over.way);
      [this.#now, this.#way] = [around, wayAround];
      return outcome;
    }
    [this.#now, this.#way] = [around, wayAround];
    return undefined;
  }

  act(action: Action): Outcome | Steps<Outcome> {
    return (this.runtime.runners[action.kind] as AnyRunner)(action, this);
  }

  enter(place: Place, inputs?: Inputs): Steps<Jump> {
    return container(this, place, inputs);
  }

  module(program: FlowProgram, inputs: Inputs): { readonly variables: Variables; run(): Steps<End> } {
    const { leg, id, options } = this;
    const { conversationId, invocationData } = options;
    const module = new FlowRun(this.runtime, {
      id,
      program,
      inputs,
      caller: this,
      ...(leg ? { leg } : {}),
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(invocationData === undefined ? {} : { invocationData }),
    });
    return { variables: module.variables, run: () => runModule(module) };
  }

  /**
   * Follows the outcome of the current action until it is clear where the flow goes on. Loops use it for their turns.
   */
  *through(outcome: Outcome): Steps<Next> {
    if (outcome?.to !== 'way') return outcome;
    this.#way = outcome.name;
    if (this.#now) this.#took(this.#now, outcome.name);
    return yield* this.list(outcome.actions);
  }

  /** The current action. `#way`: the path that it took last. */
  #now: Action | undefined;
  #way: string | undefined;

  /**
   * Whether the log wants a kind of event. Events of actions are the most frequent, so that they are built only if
   * somebody reads them.
   */
  #tells(kind: EventName): boolean {
    return this.runtime.log.wants(kind);
  }

  #started(action: Action): void {
    this.#count();
    this.#path.push(action.name ?? action.kind);
    if (this.#tells('action.started'))
      this.log('action.started', {
        action: this.path,
        kind: action.kind,
        index: this.program.numberOf(action),
      });
    this.#now = action;
    this.#way = undefined;
    this.checkTime();
  }

  #took(action: Action, path: string): void {
    if (this.#tells('action.took'))
      this.log('action.took', { action: this.path, index: this.program.numberOf(action), path });
  }

  #ended({ kind }: Action, path: string | undefined): void {
    if (this.#tells('action.ended'))
      this.log('action.ended', { action: this.path, kind, ...(path === undefined ? {} : { path }) });
    this.#path.pop();
  }

  #count(): void {
    if (this.options.caller) return this.options.caller.#count();
    if (this.#actions >= this.#mostActions) {
      this.log('limit.reached', { limit: 'flow.actions.max', value: this.#mostActions, what: this.program.name });
      throw new FlowProblem(`the flow has executed ${this.#mostActions} actions, the most it may`);
    }
    this.#actions += 1;
  }

  /** Counts something that is no action of the tree as an action: entering a menu (documented), or a turn of a loop. */
  countEntry(): void {
    this.#count();
  }

  /** Breaks a flow that has run for longer than it may. */
  checkTime(): void {
    if (this.runtime.clock.now() < this.endsAt) return;
    const isWorkflow = this.program.kind === 'workflow';
    const limit = isWorkflow ? 'workflow.duration.max' : 'message.flow.duration.max';
    this.log('limit.reached', { limit, value: LONGEST_RUN, what: this.program.name });
    throw new FlowProblem(`the ${isWorkflow ? 'workflow' : 'flow'} has run for 72 hours, the longest it may`);
  }

  /** Lets milliseconds pass. Breaks the flow if its time is over before that. */
  *sleep(milliseconds: number): Steps<void> {
    const { clock } = this.runtime;
    yield* sleep(clock, Math.min(milliseconds, this.endsAt - clock.now()));
    this.checkTime();
  }

  /**
   * Raises the limits after the flow broke. The error handling may execute some more actions (documented), and has no
   * time limit (assumed).
   */
  allowMore(): void {
    if (this.#actions >= this.#mostActions) this.#mostActions += MORE_AFTER_ERROR;
    this.#endsAt = Infinity;
  }

  /** Forgets the current position, because the flow goes on elsewhere. */
  restart(): void {
    this.#path.length = 0;
    this.#containers = 0;
  }

  /** Runs steps inside something that has a name. The name stands in the path meanwhile. */
  *inside<T>(name: string, steps: () => Steps<T>): Steps<T> {
    const depth = this.#path.length;
    const containers = this.#containers;
    this.#path.push(name);
    this.#containers += 1;
    const result = yield* steps();
    this.#path.length = depth;
    this.#containers = containers;
    return result;
  }

  /** The org in which a name of a literal means the entity that it meant when the flow was published (documented). */
  get #boundNames(): BoundOrg {
    return (this.#bound ??= this.#namesOf(this.runtime));
  }

  #bound: BoundOrg | undefined;

  #namesOf({ names }: FlowRuntime): BoundOrg {
    const boundId = (kind: ReferenceKind, name: string): string | undefined => {
      const state = kindOfReference[kind];
      return state && this.program.boundIds(state, name)[0];
    };
    return {
      ...names,
      hadByName: (kind, name) => boundId(kind, name) !== undefined,
      findByName: (kind, name) => {
        const id = boundId(kind, name);
        return id === undefined ? names.findByName(kind, name) : names.findById(kind, id);
      },
    };
  }
}
