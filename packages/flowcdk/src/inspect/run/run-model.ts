import type { EventOf, LoggedEvent } from '../../emulator/runtime/events';
import type { Json } from '../../emulator/state/json';
import { silencesOf } from '../timeline';
import { contentOf, eventText, type RunLane, type StepTone } from './event-text';

/** One step of a run, as the page steps through it. */
export interface RunStep {
  /** Milliseconds since the run began. */
  readonly at: number;
  /** The column: its place in `RunModel.lanes`. */
  readonly lane: number;
  readonly text: string;
  readonly tone: StepTone;
  /** The run of a flow that it belongs to: its place in `RunModel.executions`. */
  readonly execution?: number | undefined;
  /** The id of the action in the diagram of the flow. */
  readonly action?: string | undefined;
  /** What changes with this step. */
  readonly variable?: readonly [name: string, value: Json] | undefined;
  readonly written?: Readonly<Record<string, string>> | undefined;
  readonly visible?: Readonly<Record<string, string>> | undefined;
  /** Everything that the event says. */
  readonly content?: Readonly<Record<string, Json>> | undefined;
}

/** One run of a flow. */
export interface RunExecution {
  readonly flow: string;
  readonly kind: string;
}

/** What happened in a call, a workflow or a test, in steps. */
export interface RunModel {
  readonly title: string;
  /** When it began: milliseconds since 1970, by the clock of the org. */
  readonly began: number;
  readonly lanes: readonly string[];
  readonly executions: readonly RunExecution[];
  readonly steps: readonly RunStep[];
}

const laneNames: Readonly<Record<Exclude<RunLane, 'flow'>, string>> = {
  caller: 'Caller',
  data: 'Participant data',
  services: 'Data actions and HTTP',
  events: 'Events and triggers',
};

/** A column: one of those that every run has, or a run of a flow by its place in `RunModel.executions`. */
type LaneKey = keyof typeof laneNames | number;

/** A step whose column has no place yet. */
type UnplacedStep = Omit<RunStep, 'lane'> & { readonly lane: LaneKey };

/** Silences that a caller notices. Milliseconds. */
const NOTICED = 500;

/** The steps of some events. @param title what the page is called */
export function runModel(events: readonly LoggedEvent[], title: string): RunModel {
  return new RunReader(events, title).read();
}

class RunReader {
  readonly #began: number;
  /** Runs of flows by their ids. */
  readonly #executions = new Map<string, number>();
  /** The id of the last run of a flow, by the name of the flow. */
  readonly #latest = new Map<string, string>();
  readonly #flows: string[] = [];
  readonly #kinds: string[] = [];
  /** The action that each run of a flow is in. */
  readonly #actions = new Map<string, string>();

  constructor(
    readonly events: readonly LoggedEvent[],
    readonly title: string,
  ) {
    this.#began = events[0]?.at ?? 0;
  }

  read(): RunModel {
    const steps = this.events.map((event) => this.#step(event));
    const marks = [...this.#silences(), ...this.#savings()];
    const lanes = this.#lanes();
    const places = new Map(lanes.map((lane, i) => [lane, i]));
    return {
      title: this.title,
      began: this.#began,
      lanes: lanes.map((lane) => (typeof lane === 'number' ? (this.#flows[lane] ?? '') : laneNames[lane])),
      executions: this.#flows.map((flow, i) => ({ flow, kind: this.#kinds[i] ?? '' })),
      steps: [...steps, ...marks]
        .sort((a, b) => a.at - b.at)
        .map(({ lane, ...step }) => ({ ...step, lane: places.get(lane) ?? 0 })),
    };
  }

  /** Participant data stands between the flows of the conversation and the workflows: it is what they share. */
  #lanes(): readonly LaneKey[] {
    const runs = this.#flows.map((_, i) => i);
    const isWorkflow = (run: number): boolean => this.#kinds[run] === 'workflow';
    return [
      'caller',
      ...runs.filter((run) => !isWorkflow(run)),
      'data',
      ...runs.filter(isWorkflow),
      'services',
      'events',
    ];
  }

  #step(event: LoggedEvent): UnplacedStep {
    const writer = this.#writerOf(event);
    const execution = this.#executionOf(event) ?? (writer === undefined ? undefined : this.#executions.get(writer));
    const { lane, text, tone } = eventText(event);
    return {
      at: event.at - this.#began,
      lane: lane === 'flow' ? (execution ?? 'events') : lane,
      text,
      tone,
      ...(execution === undefined ? {} : { execution }),
      ...this.#actionOf(event),
      ...changesOf(event),
      content: { type: event.type, ...contentOf(event) },
    };
  }

  /** Two runs of one flow are two columns. */
  #executionOf({ executionId, flow, ...event }: LoggedEvent): number | undefined {
    if (executionId === undefined) return undefined;
    const known = this.#executions.get(executionId);
    if (event.type === 'flow.started' && known !== undefined) this.#kinds[known] = event.kind;
    if (known !== undefined) return known;
    const next = this.#flows.length;
    this.#executions.set(executionId, next);
    if (flow !== undefined) this.#latest.set(flow, executionId);
    this.#flows.push(flow ?? 'a flow');
    this.#kinds.push(event.type === 'flow.started' ? event.kind : '');
    return next;
  }

  /** The run of the flow that writes participant data. It is still at the action that does it. */
  #writerOf(event: LoggedEvent): string | undefined {
    return event.type === 'attributes.written' ? this.#latest.get(event.by) : undefined;
  }

  /** Events inside of an action belong to it, too: what it plays, what it sends. */
  #actionOf(event: LoggedEvent): Pick<RunStep, 'action'> {
    const executionId = event.executionId ?? this.#writerOf(event);
    if (executionId === undefined) return {};
    if (event.type === 'action.started' || event.type === 'action.took') {
      this.#actions.set(executionId, `a${event.index}`);
    }
    const action = this.#actions.get(executionId);
    return action === undefined ? {} : { action };
  }

  #silences(): readonly UnplacedStep[] {
    return this.#conversations()
      .flatMap((id) => silencesOf(this.events, id))
      .filter(({ from, to }) => to - from >= NOTICED)
      .map(({ from, to }) => this.#mark(from, 'silence', `${inSeconds(to - from)} of silence`, 'caller'));
  }

  /** What a data action took while the caller did not wait in silence: time that nobody noticed. */
  #savings(): readonly UnplacedStep[] {
    const ids = this.#conversations();
    const silences = ids.flatMap((id) => silencesOf(this.events, id));
    const started = new Map<string, EventOf<'dataAction.started'>>();
    const marks: UnplacedStep[] = [];
    const over = this.events.find((event) => event.type === 'call.ended')?.at ?? Infinity;
    for (const event of this.events) {
      if (event.type === 'dataAction.started') started.set(event.call, event);
      if (event.type !== 'dataAction.ended' || !ids.includes(event.conversationId ?? '')) continue;
      const from = started.get(event.call)?.at ?? event.at;
      const until = Math.min(event.at, over);
      const silent = silences.reduce(
        (sum, silence) => sum + Math.max(0, Math.min(until, silence.to) - Math.max(from, silence.from)),
        0,
      );
      const saved = until - from - silent;
      if (saved < NOTICED) continue;
      marks.push(
        this.#mark(
          event.at,
          'saved',
          `${inSeconds(saved)} saved: the caller did not wait in silence for ${event.dataAction}`,
          'services',
        ),
      );
    }
    return marks;
  }

  #conversations(): readonly string[] {
    return [
      ...new Set(
        this.events.flatMap(({ type, conversationId }) =>
          type === 'call.offered' && conversationId !== undefined ? [conversationId] : [],
        ),
      ),
    ];
  }

  #mark(at: number, tone: StepTone, text: string, lane: LaneKey): UnplacedStep {
    return { at: at - this.#began, lane, text, tone };
  }
}

const inSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

function changesOf(event: LoggedEvent): Pick<RunStep, 'variable' | 'written' | 'visible'> {
  switch (event.type) {
    case 'variable.set':
      return { variable: [event.variable, event.value] };
    case 'attributes.written':
      return { written: event.attributes };
    case 'attributes.visible':
      return { visible: event.attributes };
    default:
      return {};
  }
}
