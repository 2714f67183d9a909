import type { Action, ActionList } from '../../../architect/actions';
import type { VariableDeclaration } from '../../../architect/containers';
import {
  AudioValue,
  DateTimeValue,
  type Environment,
  ExpressionError,
  Failure,
  JsonValue,
  readJson,
  ReferenceValue,
  textOf,
  type Type,
  type Value,
  variableLookup,
} from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { Json } from '../../state/json';
import { runners } from '../actions';
import type { CallLeg } from '../conversation/call-leg';
import type { EventName, Events } from '../events';
import type { Runtime } from '../runtime';
import type { Steps } from '../steps';
import { FlowProblem } from './flow-problem';
import type { Jump, Next } from './jump';
import { literalValue, promptNamed } from './literal';
import type { FlowProgram, Place } from './program';
import { shown } from './shown';
import { AUDIO } from './types';
import { Variables } from './variables';

export interface FlowRunOptions {
  readonly id: string;
  readonly program: FlowProgram;
  /** The call it serves; workflows serve none. */
  readonly leg?: CallLeg;
  readonly conversationId?: string;
  /** Values of inputs, by the name of their variable. */
  readonly inputs?: ReadonlyMap<string, Value>;
  /** What it was launched with, for `Flow.InvocationData`. */
  readonly invocationData?: Json;
  /** The run that called this one (common modules): they share the count of actions. */
  readonly caller?: FlowRun;
}

/** Actions a run may execute (documented), and how many more when its error handling goes on elsewhere. */
const MOST_ACTIONS = 10_000;
const MORE_AFTER_ERROR = 1_000;

/** One run of a flow. */
export class FlowRun {
  readonly id: string;
  readonly program: FlowProgram;
  readonly leg: CallLeg | undefined;
  readonly variables = new Variables();
  readonly startedAt: number;
  /** What broke the flow, even where its error handling went on. */
  failure: string | undefined;
  readonly #builtIn: (name: string) => Value | undefined;
  readonly #environment: Environment;
  /** Where it is: names of containers and actions. */
  readonly #path: string[] = [];
  #actions = 0;
  #mostActions = MOST_ACTIONS;

  constructor(
    readonly runtime: Runtime,
    readonly options: FlowRunOptions,
  ) {
    const { id, program, leg, inputs } = options;
    this.id = id;
    this.program = program;
    this.leg = leg;
    this.startedAt = runtime.clock.now();
    this.#builtIn = this.#builtIns();
    this.#environment = {
      variable: (name) => this.variables.get(name) ?? this.#builtIn(name),
      org: leg ? { ...runtime.names, defaultLanguage: () => leg.language } : runtime.names,
      now: () => runtime.clock.now(),
      random: () => runtime.chance.next(),
    };
    this.variables.declare(program.tree.variables, this.initialValue);
    for (const [name, value] of inputs ?? []) this.variables.set(name, value);
  }

  /** How many actions it has executed, those of the modules it called among them. */
  get actions(): number {
    return this.options.caller ? this.options.caller.actions : this.#actions;
  }

  /** `Support line / Ask twice / What is your call about?` */
  get path(): string {
    return this.#path.join(' / ');
  }

  log<K extends EventName>(type: K, fields: Events[K]): void {
    this.runtime.log.add(type, this.place, fields);
  }

  get place(): { readonly conversationId?: string; readonly executionId: string; readonly flow: string } {
    const conversationId = this.leg?.conversation.id ?? this.options.conversationId;
    return {
      ...(conversationId === undefined ? {} : { conversationId }),
      executionId: this.id,
      flow: this.program.name,
    };
  }

  readonly initialValue = (declaration: VariableDeclaration, type: Type): Value => {
    const value = this.value(declaration.initialValue, type);
    return value === null && type.collection ? [] : value;
  };

  /** The value of a field: NOT_SET where there is none. Throws what breaks the flow. */
  value(node: ValueNode | undefined, wanted: Type): Value {
    switch (node?.kind) {
      case undefined:
      case 'noValue':
        return null;
      case 'literal': {
        const known = this.program.literals.get(node) as { readonly value: Value } | undefined;
        // What names something of the org is looked up each time: it may be gone.
        if (known) return known.value;
        const value = literalValue(node.yaml, wanted, this.runtime.names);
        if (!(value instanceof ReferenceValue)) this.program.literals.set(node, { value });
        return value;
      }
      case 'expression':
        return this.program.compiled(node, wanted).run(this.#environment);
      case 'variable':
        return this.variables.get(node.name) ?? null;
      case 'tts':
        return new AudioValue([{ kind: 'speech', text: node.text }]);
      case 'prompt':
        return typeof node.prompt === 'string'
          ? promptNamed(node.prompt, this.runtime.names)
          : this.value(node.prompt, AUDIO);
      case 'raw':
        throw new FlowProblem('a value is not understood');
    }
  }

  /** The text of a field; undefined where it is NOT_SET. */
  text(node: ValueNode | undefined, wanted: Type): string | undefined {
    const value = this.value(node, wanted);
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

  /** Runs actions one after another until one goes elsewhere. */
  *list(actions: ActionList | undefined): Steps<Next> {
    for (const action of actions ?? []) {
      const next = yield* this.#action(action);
      if (next) return next;
    }
    return undefined;
  }

  /** Takes one of the ways of an action. */
  *way(name: string, branch: { readonly actions?: ActionList } | undefined): Steps<Next> {
    this.#way = name;
    return yield* this.list(branch?.actions);
  }

  #way: string | undefined;

  *#action(action: Action): Steps<Next> {
    const { kind } = action;
    const name = action.name ?? kind;
    this.#count();
    this.#path.push(name);
    this.log('action.started', { action: this.path, kind });
    const outer = this.#way;
    this.#way = undefined;
    const next = yield* (runners[kind] as (a: Action, run: FlowRun) => Steps<Next>)(action, this);
    const way = this.#way;
    this.#way = outer;
    this.log('action.ended', { action: this.path, kind, ...(way === undefined ? {} : { path: way }) });
    this.#path.pop();
    return next;
  }

  #count(): void {
    if (this.options.caller) return this.options.caller.#count();
    this.#actions += 1;
    if (this.#actions <= this.#mostActions) return;
    this.log('limit.reached', { limit: 'flow.actions.max', value: this.#mostActions, what: this.program.name });
    throw new FlowProblem(`the flow has executed ${this.#mostActions} actions, the most it may`);
  }

  /** An action counts that is none in the tree: entering a menu (documented). */
  countEntry(): void {
    this.#count();
  }

  /** After the flow broke it may execute some more; false where it did already. */
  allowMore(): boolean {
    if (this.#mostActions > MOST_ACTIONS) return false;
    if (this.#actions > this.#mostActions) this.#mostActions += MORE_AFTER_ERROR;
    return true;
  }

  /** What stands around is forgotten: the flow goes on elsewhere. */
  restart(place: Place): void {
    this.#path.length = 0;
    this.#path.push(place.name);
  }

  /** Runs something as a part of a container: its name stands in the path meanwhile. */
  *inside<T>(name: string, steps: () => Steps<T>): Steps<T> {
    const depth = this.#path.length;
    this.#path.push(name);
    const result = yield* steps();
    this.#path.length = depth;
    return result;
  }

  #builtIns(): (name: string) => Value | undefined {
    const { program, leg, invocationData, conversationId } = this.options;
    const own = variableLookup<() => Value>([
      ['Flow.Version', () => program.version],
      ['Flow.IsTest', () => false],
      ['Flow.InstanceId', () => this.id],
      ['Flow.JobId', () => this.id],
      ['Flow.ConversationId', () => leg?.conversation.id ?? conversationId ?? null],
      ['Flow.StartDateTimeUtc', () => new DateTimeValue(Math.floor(this.startedAt / 1000) * 1000)],
      [
        'Flow.InvocationData',
        () => (invocationData === undefined ? null : new JsonValue(readJson(JSON.stringify(invocationData)))),
      ],
      ...(leg?.builtIns ?? []),
    ]);
    return (name) => own(name)?.();
  }
}

/** The words of what broke a flow; undefined where it is a defect of ours. */
export function problemOf(error: unknown): { readonly message: string } | undefined {
  if (error instanceof FlowProblem || error instanceof ExpressionError || error instanceof Failure) return error;
  return undefined;
}

export type { Jump };
