import { type ExpressionOrg, type Type, typeName, type Value } from '../../../architect/expressions';
import { type Json, type JsonObject, textOf } from '../../state/json';
import type { Flow } from '../../state/tables/flow';
import { bytesOf } from '../event-bounds';
import { RecentlyEnded } from '../recently-ended';
import { begin, type Ended } from '../steps';
import { isPublished } from '../../state/published';
import { CannotLaunch } from './cannot-launch';
import { fromJson } from './from-json';
import { FlowProblem } from './flow-problem';
import { problemOf } from './problem-of';
import { FlowRun, type FlowRuntime } from './flow-run';
import type { Jump } from './jump';
import { type FlowProgram, type ParameterOfFlow, programOf } from './program';
import { runFlow } from './run-flow';
import { shown } from './shown';

/** One launch of a workflow, as the executions API shows it. */
export interface Execution {
  readonly id: string;
  readonly name: string;
  readonly flowId: string;
  /** `3.0` */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly launchedAt: number;
  readonly conversationId: string | undefined;
  completedAt?: number;
  status: 'RUNNING' | 'COMPLETED' | 'FAILED' | 'TERMINATED';
  completionReason?: string;
  problem?: string;
  outputs?: JsonObject;
}

export interface Launch {
  readonly flowId: string;
  /** @default the latest published one */
  readonly flowVersion?: string;
  /** `{ 'Flow.phone': '…' }` */
  readonly inputData?: JsonObject;
  readonly name?: string;
  /** The name of the launcher: a trigger, a data action, or a client of the API. */
  readonly by?: string;
}

/** Milliseconds for which an execution is kept after its end ("several days", documented). */
const KEPT = 7 * 24 * 60 * 60 * 1000;

/** Workflows under way and workflows that ended lately. */
export class Executions {
  readonly #known = new Map<string, Execution>();

  readonly #over: RecentlyEnded;

  constructor(private readonly runtime: FlowRuntime) {
    const { keepEnded, keepEndedBytes } = runtime.settings;
    this.#over = new RecentlyEnded(keepEnded, keepEndedBytes, (id) => this.#known.delete(id));
  }

  get(id: string): Execution | undefined {
    const execution = this.#known.get(id);
    return execution && this.#isKept(execution) ? execution : undefined;
  }

  all(): readonly Execution[] {
    return [...this.#known.values()].filter((execution) => this.#isKept(execution));
  }

  /** Starts a workflow, which then runs by itself. Throws a {@link CannotLaunch} if it cannot start. */
  launch(launch: Launch): Execution {
    const { clock, conversations, log, names } = this.runtime;
    const { inputData } = launch;
    const { flow, program } = this.#programOf(launch);
    const inputs = readInputs(program, inputData ?? {}, names);
    const id = this.runtime.newId();
    const named = textOf(inputData?.['Flow.conversationId']);
    const conversationId = named !== undefined && conversations.has(named) ? named : undefined;
    const execution: Execution = {
      id,
      name: launch.name ?? program.name,
      flowId: flow.id,
      version: program.version,
      launchedAt: clock.now(),
      conversationId,
      status: 'RUNNING',
    };
    this.#known.set(id, execution);
    const run = new FlowRun(this.runtime, { id, program, inputs, invocationData: inputData, conversationId });
    if (log.wants('flow.started'))
      run.log('flow.started', {
        kind: program.kind,
        version: program.version,
        ...(inputData === undefined ? {} : { inputs: inputData }),
      });
    begin(runFlow(run), (ended) => this.#ended(execution, run, ended));
    return execution;
  }

  #isKept({ completedAt = Infinity }: Execution): boolean {
    return completedAt >= this.runtime.clock.now() - KEPT;
  }

  #programOf({ flowId, flowVersion }: Launch): { readonly flow: Flow; readonly program: FlowProgram } {
    const { org } = this.runtime;
    const flow = org.get('flow', flowId);
    if (!flow) throw new CannotLaunch('noFlow', `There is no flow ${flowId}.`);
    if (flow.type !== 'WORKFLOW') {
      throw new CannotLaunch(
        'noWorkflow',
        `The flow '${flow.name}' is of type ${flow.type}; only workflows can be launched.`,
      );
    }
    if (!isPublished(flow)) throw new CannotLaunch('noFlow', `The flow '${flow.name}' is not published.`);
    const version = org.get('flowVersion', `${flowId}/${flowVersion ?? `${flow.versions}.0`}`);
    if (!version)
      throw new CannotLaunch('noFlow', `The flow '${flow.name}' has no published version ${flowVersion ?? ''}.`);
    return { flow, program: programOf(version) };
  }

  #ended(execution: Execution, run: FlowRun, ended: Ended<Extract<Jump, { to: 'end' }>>): void {
    execution.completedAt = this.runtime.clock.now();
    if ('error' in ended) {
      this.#over.add(execution.id, bytesOf(execution));
      throw ended.error;
    }
    const value = 'value' in ended ? ended.value : undefined;
    const failed = value === undefined || value.reason === 'error';
    execution.status = failed ? 'FAILED' : 'COMPLETED';
    if (value?.exitReason !== undefined) execution.completionReason = value.exitReason;
    if (failed && run.failure !== undefined) execution.problem = run.failure;
    if (!failed) execution.outputs = outputsOf(run);
    this.#over.add(execution.id, bytesOf(execution));
    run.log('flow.ended', {
      reason: failed ? 'error' : 'completed',
      actions: run.actions,
      ...(execution.completionReason === undefined ? {} : { exitReason: execution.completionReason }),
      ...(execution.outputs === undefined ? {} : { outputs: execution.outputs }),
    });
  }
}

/** Reads inputs by the names of their variables. Refuses inputs that the flow does not have (assumed). */
function readInputs(program: FlowProgram, inputData: JsonObject, org: ExpressionOrg): ReadonlyMap<string, Value> {
  const inputs = new Map<string, Value>();
  for (const key in inputData) {
    const folded = key.toLowerCase();
    const input = program.inputs.find(({ name }) => name.toLowerCase() === folded);
    if (!input) {
      const known = program.inputs.map(({ name }) => name).join(', ');
      throw new CannotLaunch(
        'wrongInput',
        `inputData: the flow '${program.name}' has no input '${key}'; it has ${known === '' ? 'none' : known}.`,
      );
    }
    inputs.set(input.name, inputValue(program, input, inputData[key], org));
  }
  return inputs;
}

function inputValue(
  program: FlowProgram,
  { name, type }: ParameterOfFlow,
  json: Json | undefined,
  org: ExpressionOrg,
): Value {
  try {
    if (!isTextWhereNeeded(json, type))
      throw new FlowProblem(`${JSON.stringify(json).slice(0, 60)} is no ${typeName(type)}`);
    return fromJson(json, type, org);
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    throw new CannotLaunch('wrongInput', `inputData: '${name}' of the flow '${program.name}': ${problem.message}.`);
  }
}

/** A text input takes texts only. The outputs of data actions are another matter: there a text takes any JSON. */
function isTextWhereNeeded(json: Json | undefined, { kind, collection }: Type): boolean {
  if (kind !== 'string' || json === undefined || json === null) return true;
  if (!collection) return typeof json === 'string';
  return !Array.isArray(json) || (json as readonly Json[]).every((item) => item === null || typeof item === 'string');
}

/** The outputs of a flow; null for an output that is NOT_SET. */
export const outputsOf = (run: FlowRun): JsonObject =>
  Object.fromEntries(run.program.outputs.map(({ name }) => [name, shown(run.variables.get(name) ?? null)]));
