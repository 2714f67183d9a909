import { seconds } from '../architect/types';
import type { LoggedEvent } from '../emulator/runtime/events';
import type { Execution } from '../emulator/runtime/flow/executions';
import type { Json, JsonObject } from '../emulator/state/json';
import type { FlowVariable } from '../emulator/state/tables/flow';
import type { FlowKind } from '../ground/flow-kinds';
import { resultSchemaOf } from '../stubs/data-action-stub';
import type { FlowFiles } from '../stubs/flow-files';
import { inventedOfSchema, inventedOfType } from '../stubs/invented';
import type { PublishedFlow } from '../stubs/publish-flow-files';
import type { Stub } from '../stubs/put-stubs';
import { namesOfStub, stubbedActions } from '../stubs/stub-services';
import { localOrg, type LocalOrg } from './local-org';
import { placedServices } from './services/stand-ins';
import type { TestThread } from './test-thread';
import type { ServicesDescription } from './services/description';
import { AGENT } from './one-call';

/** How flows of files run for a person. */
export interface RunOfFiles {
  readonly services: ServicesDescription;
  readonly seed: number;
  /** When it begins. @default Monday, 5 January 2026, 10:00 UTC */
  readonly at?: Date | undefined;
  readonly logVariables: boolean;
}

/** Flows of files in an org in memory, where agents answer. */
export const orgOfFlows = (flows: FlowFiles, { services, seed, at, logVariables }: RunOfFiles): Promise<LocalOrg> =>
  localOrg(flows, {
    services: placedServices({}, { described: services }).services,
    seed,
    at,
    settings: { logVariables, agents: AGENT },
  });

/** The kinds of flow that can be started from outside, the likeliest first. */
const startable: readonly FlowKind[] = [
  'inboundCall',
  'workflow',
  'inboundShortMessage',
  'outboundCall',
  'inqueueCall',
  'secureCall',
];

/** Whether a flow of a kind can be started from outside: a call or a message comes to it, or somebody launches it. */
export const isStartable = ({ kind }: PublishedFlow): boolean => startable.includes(kind);

/**
 * The flow that a run starts with: of those that no other flow names, the one of the likeliest kind. Several where they
 * are of one kind; none where no flow can be started.
 */
export function startsOf({ runtime, published }: LocalOrg): readonly PublishedFlow[] {
  const flows = published.flows.filter(isStartable);
  const all = runtime.org.all('flow');
  const idOf = (flow: PublishedFlow): string =>
    all.find(({ name, type }) => name === flow.name && type === flow.type)?.id ?? '';
  const own = new Set(published.flows.map(idOf));
  const named = new Set(
    all
      .filter(({ id }) => own.has(id))
      .flatMap(({ id, bound }) => (bound['flow'] ?? []).filter((other) => other !== id)),
  );
  const unnamed = flows.filter((flow) => !named.has(idOf(flow)));
  const candidates = unnamed.length > 0 ? unnamed : flows;
  const kind = startable.find((each) => candidates.some((flow) => flow.kind === each));
  return candidates.filter((flow) => flow.kind === kind);
}

/** The inputs that a workflow declares. */
export const inputsOf = ({ runtime }: LocalOrg, { name, type }: PublishedFlow): readonly FlowVariable[] =>
  (runtime.org.all('flow').find((flow) => flow.name === name && flow.type === type)?.variables ?? []).filter(
    ({ isInput }) => isInput,
  );

/** Values for the inputs of a workflow that nobody gave one. Inputs of other types than the table has stay NOT_SET. */
export function inventedInputs(org: LocalOrg, inputs: readonly FlowVariable[], known: JsonObject): JsonObject {
  const invention = { now: org.clock.now() };
  return Object.fromEntries(
    inputs.flatMap(({ name, type }) => {
      const value = Object.hasOwn(known, name) ? undefined : inventedOfType(type, name, invention);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Launches a workflow, and lets a day pass. */
export async function launched(org: LocalOrg, { name }: PublishedFlow, inputs: JsonObject): Promise<Execution> {
  const execution = await org.launch(name, inputs);
  await org.waits(seconds(24 * 3600));
  return execution;
}

/** From one text of a customer to the next, unless the flow ends sooner. */
const BETWEEN_TEXTS = seconds(60);

/** A customer writes to a message flow, one text after another, and a day passes. */
export async function texted(
  org: LocalOrg,
  { name }: PublishedFlow,
  { from, texts }: { readonly from: string; readonly texts: readonly string[] },
): Promise<TestThread> {
  const [text = 'Hello', ...others] = texts;
  const thread = org.text({ from, flow: name, text });
  for (const other of others) {
    await thread.waits(BETWEEN_TEXTS);
    thread.writes(other);
  }
  await org.waits(seconds(24 * 3600));
  return thread;
}

/** What a run made up, beside what its files say. */
export interface Inventions {
  /** Placeholders of the files that nobody gave a value. Their names stand in the flows. */
  readonly placeholders: readonly string[];
  readonly stubs: readonly Stub[];
  /** What data actions gave that no service answers, by category and name. Only those that were called. */
  readonly results: Readonly<Record<string, Json>>;
  /** The inputs of the workflow. */
  readonly inputs: JsonObject;
}

/** What a run made up. @param services the services that were described */
export function inventionsOf(
  org: LocalOrg,
  { unfilled }: FlowFiles,
  { services, inputs }: { readonly services: ServicesDescription; readonly inputs: JsonObject },
): Inventions {
  const called = new Set(
    org.events.flatMap((event: LoggedEvent) => (event.type === 'dataAction.ended' ? [event.dataAction] : [])),
  );
  const invented = stubbedActions(org.runtime.org).filter(
    (action) => called.has(action.name) && !namesOfStub(action).some((name) => name in services.services),
  );
  const now = org.clock.now();
  return {
    placeholders: unfilled,
    stubs: org.published.stubs,
    results: Object.fromEntries(
      invented.map((action) => [
        `${action.category} / ${action.name}`,
        inventedOfSchema(resultSchemaOf(action), '', { now }),
      ]),
    ),
    inputs,
  };
}
