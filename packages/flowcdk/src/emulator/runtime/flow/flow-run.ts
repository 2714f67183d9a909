import type { Action, ActionList } from '../../../architect/actions';
import type { VariableDeclaration } from '../../../architect/containers';
import { type ExpressionOrg, ReferenceValue, textOf, type Type, type Value } from '../../../architect/expressions';
import type { ExpressionNode, ValueNode } from '../../../architect/values';
import type { Json } from '../../state/json';
import type { Leg, LiveOrg, Run, Runners } from '../action-context';
import type { DetailEvents } from '../conversation/detail-events';
import type { EventName, EventPlace, Events } from '../events';
import type { Foundation } from '../foundation';
import { kindOfReference } from '../../state/kinds';
import { sleep, type Steps } from '../steps';
import { FlowProblem, problemOf } from './flow-problem';
import { FlowOutcomes } from './flow-outcomes';
import type { End, Inputs, Jump, Next, Outcome } from './jump';
import { literalValue, promptNamed } from './literal';
import type { FlowProgram, Place } from './program';
import { RunEnvironment } from './run-environment';
import { container, runModule } from './run-flow';
import { shown } from './shown';
import { AUDIO } from './types';
import { Variables } from './variables';

/** What a run needs of the runtime. */
export interface FlowRuntime extends LiveOrg, Foundation {
  /** What each kind of action does. Runs find it here, because some actions run other flows. */
  readonly runners: Runners;
  readonly detail: DetailEvents;
}

export interface FlowRunOptions {
  readonly id: string;
  readonly program: FlowProgram;
  /** The call it serves; workflows serve none. */
  readonly leg?: Leg;
  readonly conversationId?: string | undefined;
  /** Values of inputs, by the name of their variable. */
  readonly inputs?: ReadonlyMap<string, Value>;
  /** What it was launched with, for `Flow.InvocationData`. */
  readonly invocationData?: Json | undefined;
  /** The run that called this one (common modules): they share the count of actions and the time they may take. */
  readonly caller?: FlowRun;
}

/** Actions a run may execute, and how many more when its error handling goes on elsewhere (documented). */
const MOST_ACTIONS = 10_000;
const MORE_AFTER_ERROR = 1_000;

/** Milliseconds a workflow runs before its error handling starts (documented). */
const LONGEST_WORKFLOW = 72 * 60 * 60 * 1000;

/** An action whose way the flow is on, and where it goes on behind it. */
interface Entered {
  readonly action: Action;
  readonly way: string;
  readonly list: ActionList;
  readonly at: number;
}

type AnyRunner = (action: Action, run: Run) => Outcome | Steps<Outcome>;

/** Where its events belong. */
type RunPlace = EventPlace & { readonly executionId: string; readonly flow: string };

/** One run of a flow. */
export class FlowRun implements Run {
  readonly id: string;
  readonly program: FlowProgram;
  readonly leg: Leg | undefined;
  readonly variables = new Variables();
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** What it measures of its success. */
  readonly outcomes: FlowOutcomes;
  /** What broke the flow, even where its error handling went on. */
  failure: string | undefined;
  readonly #environment: RunEnvironment;
  /** Where it is: names of containers and actions. */
  readonly #path: string[] = [];
  #actions = 0;
  #mostActions = MOST_ACTIONS;
  /** How many containers it is in. */
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
    this.#endsAt = program.kind === 'workflow' ? this.startedAt + LONGEST_WORKFLOW : Infinity;
    this.outcomes = options.caller?.outcomes ?? new FlowOutcomes(this, runtime.detail);
    this.#environment = new RunEnvironment(this, runtime.chance, options.caller?.program.tree.defaultLanguage);
  }

  /** Gives variables their first values. What breaks here (a queue that was deleted since) breaks the flow. */
  declareVariables(): void {
    this.variables.declare(this.program.tree.variables, this.initialValue);
    for (const [name, value] of this.options.inputs ?? []) this.variables.set(name, value);
  }

  /** How many actions it has executed, those of the modules it called among them. */
  get actions(): number {
    return this.options.caller ? this.options.caller.actions : this.#actions;
  }

  /** Containers and calls it is in, those of its callers among them. */
  get depth(): number {
    return this.#containers + (this.options.caller?.depth ?? 0);
  }

  /** Containers and actions that stand around where it is, those of its callers among them. */
  get around(): number {
    return this.#path.length + (this.options.caller?.around ?? 0);
  }

  /** Until when it may run, milliseconds since 1970: workflows 72 hours (documented), others for as long as they like. */
  get endsAt(): number {
    return this.options.caller?.endsAt ?? this.#endsAt;
  }

  /** `Support line / Ask twice / What is your call about?` */
  get path(): string {
    return this.#path.join(' / ');
  }

  log<K extends EventName>(type: K, fields: Events[K]): void {
    this.runtime.log.add(type, this.place, fields);
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

  /** The value of a field: NOT_SET where there is none. Throws what breaks the flow. */
  value(node: ValueNode | undefined, type: Type): Value {
    switch (node?.kind) {
      case undefined:
      case 'noValue':
        return null;
      case 'literal': {
        const known = this.program.literals.get(node) as { readonly value: Value } | undefined;
        // What names something of the org is looked up each time: it may be gone.
        if (known) return known.value;
        const value = literalValue(node.yaml, type, this.#boundNames);
        if (!(value instanceof ReferenceValue)) this.program.literals.set(node, { value });
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

  /** The type of a variable, as the place declares it where the run is. */
  readonly typeOf = (name: string): Type | undefined => this.variables.typeOf(name) ?? this.program.typeOf(name);

  /** The text of a field; undefined where it is NOT_SET. */
  text(node: ValueNode | undefined, type: Type): string | undefined {
    const value = this.value(node, type);
    return value === null ? undefined : (textOf(value) ?? undefined);
  }

  /** Gives a variable a value. */
  set(name: string, value: Value): void {
    this.variables.set(name, value);
    if (this.runtime.settings.logVariables) this.log('variable.set', { variable: name, value: shown(value) });
  }

  /** Gives the variable an output is bound to a value; does nothing where nobody asked for it. */
  bind(binding: ValueNode | undefined, value: Value): void {
    if (binding?.kind === 'variable') this.set(binding.name, value);
  }

  /**
   * Runs actions one after another until one goes elsewhere. The ways they take are followed here, not by calling this
   * again: most of what flows do waits for nothing.
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

  /** Follows what the action that runs came to until it is clear where the flow goes on: for turns of loops. */
  *through(outcome: Outcome): Steps<Next> {
    if (outcome?.to !== 'way') return outcome;
    this.#way = outcome.name;
    if (this.#now) this.#took(this.#now, outcome.name);
    return yield* this.list(outcome.actions);
  }

  /** The action that runs, and the way it took last. */
  #now: Action | undefined;
  #way: string | undefined;

  /** Events of actions are the most frequent; what they tell is made only for those who read it. */
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

  /** An action counts that is none in the tree: entering a menu (documented). */
  countEntry(): void {
    this.#count();
  }

  /** A workflow that ran for too long breaks. */
  checkTime(): void {
    if (this.runtime.clock.now() < this.endsAt) return;
    this.log('limit.reached', { limit: 'workflow.duration.max', value: LONGEST_WORKFLOW, what: this.program.name });
    throw new FlowProblem('the workflow has run for 72 hours, the longest it may');
  }

  /** Lets time pass, but not more than the flow has left: then it breaks. */
  *sleep(milliseconds: number): Steps<void> {
    const { clock } = this.runtime;
    yield* sleep(clock, Math.min(milliseconds, this.endsAt - clock.now()));
    this.checkTime();
  }

  /**
   * After the flow broke, its error handling may execute some more actions than it could (documented) and takes the
   * time it needs (assumed).
   */
  allowMore(): void {
    if (this.#actions >= this.#mostActions) this.#mostActions += MORE_AFTER_ERROR;
    this.#endsAt = Infinity;
  }

  /** What stands around is forgotten: the flow goes on elsewhere. */
  restart(): void {
    this.#path.length = 0;
    this.#containers = 0;
  }

  /** Runs something as a part of a container: its name stands in the path meanwhile. */
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

  /** What literals name is what the name meant when the flow was published (documented). */
  get #boundNames(): ExpressionOrg {
    const { names } = this.runtime;
    return {
      ...names,
      findByName: (kind, name) => {
        const state = kindOfReference[kind];
        const [id] = state ? this.program.boundIds(state, name) : [];
        return id === undefined ? names.findByName(kind, name) : names.findById(kind, id);
      },
    };
  }
}
