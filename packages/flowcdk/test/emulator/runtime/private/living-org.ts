import { judge } from '../../../../src/emulator/publish/publish';
import { publishFlow } from '../../../../src/emulator/publish/publish-flow';
import { chance } from '../../../../src/emulator/runtime/chance';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type {
  DataActionFailure,
  DataActionRequest,
  DataActionRunner,
} from '../../../../src/emulator/runtime/data-actions/data-action-runner';
import type { EventName, EventOf, LoggedEvent } from '../../../../src/emulator/runtime/events';
import type { Execution } from '../../../../src/emulator/runtime/flow/executions';
import { Runtime } from '../../../../src/emulator/runtime/runtime';
import type { RuntimeSettings } from '../../../../src/emulator/runtime/settings';
import { addFirstContent } from '../../../../src/emulator/state/first-content';
import type { Json, JsonObject } from '../../../../src/emulator/state/json';
import type { KindName } from '../../../../src/emulator/state/kinds';
import { Org } from '../../../../src/emulator/state/org';
import type { RecordOfKind } from '../../../../src/emulator/state/tables';
import type { Flow } from '../../../../src/emulator/state/tables/flow';
import type { Ivr } from '../../../../src/emulator/state/tables/ivr';

/** What a data action answers in a test. */
export interface Double {
  readonly outputs?: Readonly<Record<string, Json>>;
  readonly failure?: Partial<DataActionFailure>;
  /** Milliseconds. */
  readonly after?: number;
}

export interface LivingOrgOptions {
  readonly settings?: Partial<RuntimeSettings>;
  readonly seed?: number;
  /** By category and name: `Customers / Find`. */
  readonly dataActions?: Readonly<Record<string, Double | ((inputs: JsonObject) => Double)>>;
}

/** The Monday on which every test begins. */
export const MONDAY_NOON = Date.UTC(2026, 0, 5, 12);

/** An org in memory that lives under a virtual clock. */
export function livingOrg(options: LivingOrgOptions = {}) {
  const clock = new VirtualClock(MONDAY_NOON);
  let ids = 0;
  const org = new Org({ now: () => new Date(clock.now()), newId: () => `id-${(ids += 1)}` });
  addFirstContent(org);
  const requests: DataActionRequest[] = [];
  const runtime = new Runtime({
    org,
    clock,
    chance: chance(options.seed ?? 1),
    settings: { logVariables: false, ...options.settings },
    dataActions: ({ clock: time }): DataActionRunner => ({
      test: () => {
        throw new Error('a double has no steps');
      },
      execute: (request) => (done) => {
        requests.push(request);
        const action = org.get('dataAction', request.actionId);
        const double = options.dataActions?.[`${action?.category} / ${action?.name}`];
        const {
          outputs,
          failure,
          after = 0,
        } = (typeof double === 'function' ? double(request.inputs) : double) ?? {
          failure: { errorCode: 'not.found', status: 404 },
        };
        return time.after(after, () =>
          done(
            failure
              ? {
                  outcome: 'failure',
                  failure: { errorCode: '', status: 0, correlationId: '', userMessage: '', ...failure },
                }
              : { outcome: 'success', result: outputs ?? {}, outputs: new Map(Object.entries(outputs ?? {})) },
          ),
        );
      },
    }),
  });

  const [home] = org.all('division');
  /** What a test need not say about a thing. */
  const lacking = { name: '', ...(home ? { division: { id: home.id } } : {}) };
  /** Puts a thing of which a test needs only some fields. */
  const put = <K extends KindName>(kind: K, fields: JsonObject): RecordOfKind<K> =>
    org.put(kind, { ...lacking, id: org.newId(), ...fields } as unknown as RecordOfKind<K>);

  for (const key of Object.keys(options.dataActions ?? {})) {
    const [category = '', name = ''] = key.split(' / ');
    put('dataAction', {
      name,
      category,
      contract: { input: { inputSchema: {} }, output: { successSchema: {} } },
      version: 1,
    });
  }

  return {
    org,
    clock,
    runtime,
    requests,
    put,
    /** Publishes Architect YAML; fails with what is wrong with it. */
    publish: (yaml: string): Flow => {
      const judged = judge(yaml, org);
      if ('problems' in judged) throw new Error(judged.problems.join('\n'));
      const [home] = org.all('division');
      if (!home) throw new Error('every org has a division');
      return publishFlow(org, judged.flow, yaml, home);
    },
    /** A number that a flow answers. */
    number: (dnis: string, flow: Flow): Ivr =>
      put('ivr', { name: `line ${dnis}`, dnis: [dnis], openHoursFlow: { id: flow.id } }),
    /** Launches a workflow and lets time pass until it ended. */
    launch: (flow: Flow, inputData?: JsonObject): Execution => {
      const execution = runtime.executions.launch({ flowId: flow.id, ...(inputData ? { inputData } : {}) });
      clock.runNow(() => execution.status !== 'RUNNING');
      return execution;
    },
    events: <K extends EventName>(type: K): readonly EventOf<K>[] =>
      runtime.log.events.filter((event): event is EventOf<K> => (event as LoggedEvent).type === type),
    /** What was heard, in order. */
    heard: (): readonly string[] =>
      runtime.log.events.flatMap((event) => (event.type === 'audio.ended' ? [event.text] : [])),
    /** Seconds since the test began. */
    seconds: (): number => (clock.now() - MONDAY_NOON) / 1000,
  };
}
