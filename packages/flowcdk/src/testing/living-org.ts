import type { Application } from '../application/application';
import { inProcess } from '../emulator/in-process';
import { defaultLimits, limitNames, type LimitValues } from '../emulator/limits/limits';
import { chance, type Chance } from '../emulator/runtime/chance';
import { type Clock, VirtualClock } from '../emulator/runtime/clock';
import { DataActions } from '../emulator/runtime/data-actions/data-actions';
import { publishChanges } from '../emulator/notifications/changes-of-org';
import { Runtime } from '../emulator/runtime/runtime';
import { sendOverHttp } from '../emulator/runtime/services/send-over-http';
import { Services } from '../emulator/runtime/services/send-to-services';
import { Org } from '../emulator/state/org';
import { defined } from '../ground/defined';
import type { PublishedFiles } from '../stubs/publish-flow-files';
import { withStubs } from '../stubs/stub-services';
import type { Deployable } from './application';
import { type Deployed, deployed } from './deployed';
import { rememberOrg } from './failed-runs';
import { coverageFolder, flowCoverage } from './flow-coverage';
import type { LocalOrgOptions } from './local-org-options';
import { CALLBACK_AGENTS, inOrg } from './org-settings';

/** The Monday on which tests begin. */
export const MONDAY_TEN = Date.UTC(2026, 0, 5, 10);

const NO_LIMITS = Object.fromEntries(limitNames.map((name) => [name, Infinity])) as LimitValues;

const ONE_AGENT = `users: [{ name: Agent 1, email: agent.1@local.example }]`;

/** An org that lives, and what plays in it. */
export interface LivingOrg {
  readonly runtime: Runtime;
  readonly doubles: Services;
  /** The addresses of stubs of data actions, by their names. */
  readonly places: ReadonlyMap<string, string>;
  readonly published: PublishedFiles;
}

const NOTHING: PublishedFiles = { flows: [], stubs: [], warnings: [] };

/**
 * An org in memory with an application applied to it, under any clock: under the real one it lives in the time of its
 * users.
 */
export async function livingOrg(
  application: Exclude<Deployable, Application>,
  clock: Clock,
  options: Omit<LocalOrgOptions, 'at'> = {},
): Promise<LivingOrg> {
  const { keepEvents, consistency = 'strict', seed = 1, has = ONE_AGENT, variables, settings = {} } = options;
  const luck = chance(seed);
  const content = await deployed(application, { seed: has, at: MONDAY_TEN, variables });
  const org = orgWith(content, clock, luck);
  const { services, places } = withStubs(org, clock, options.services ?? {});
  let doubles: Services | undefined;
  const runtime = new Runtime({
    org,
    clock,
    chance: luck,
    settings: {
      ...inOrg({ callbackAgents: CALLBACK_AGENTS, ...defined(settings) }),
      consistency,
      limits: limitsOf(options),
    },
    send: (of) => {
      const standIns = doublesOf(of, luck, { ...options, services });
      doubles = standIns;
      const latency = clock instanceof VirtualClock ? 'serverTiming' : 'real';
      return options.overNetwork ? sendOverHttp(clock, latency) : standIns.send;
    },
    dataActions: (of) => new DataActions(of, { send: of.send, instead: doubles?.instead, ownApi: inProcess(of) }),
    standIns: (...names) => doubles?.named(...names),
    keepEvents,
  });
  if (!doubles) throw new Error('a runtime makes its data actions');
  const { published } = content;
  // Flows that stand in for others are not covered.
  const counted = published && new Set(published.flows.map(({ name }) => name));
  if (coverageFolder() !== undefined) flowCoverage.watch(org, runtime.log, counted);
  publishChanges(runtime);
  rememberOrg(runtime);
  return { runtime, doubles, places, published: published ?? NOTHING };
}

/** An org that holds what was deployed. */
function orgWith({ changes, secrets }: Deployed, clock: Clock, luck: Chance): Org {
  const ids = luck.of('ids of the org');
  const org = new Org({ now: () => new Date(clock.now()), newId: () => ids.id() });
  org.replay(changes);
  for (const [id, secret] of secrets) org.putSecret(id, secret);
  return org;
}

function limitsOf({ limits = 'real' }: LocalOrgOptions): LimitValues {
  if (limits === 'off') return NO_LIMITS;
  return limits === 'real' ? defaultLimits : { ...defaultLimits, ...defined(limits) };
}

/** What stands behind the URLs of data actions, and answers some of them instead. */
const doublesOf = (
  { clock, log }: Runtime,
  luck: Chance,
  { services = {}, faults = {}, keepEvents }: LocalOrgOptions,
): Services =>
  new Services({ services, faults, clock, chance: luck.of('services'), log, keepRequests: keepEvents !== 0 });
