import type { DurationLiteral } from '../architect/types';
import { defined, type OrUndefined } from '../ground/defined';
import { inProcess } from '../emulator/in-process';
import { defaultLimits, limitNames, type LimitValues } from '../emulator/limits/limits';
import { chance } from '../emulator/runtime/chance';
import { type Clock, VirtualClock } from '../emulator/runtime/clock';
import type { Consistency } from '../emulator/runtime/conversation/participant-data';
import { CannotSteer } from '../emulator/runtime/conversation/cannot-steer';
import { DataActions } from '../emulator/runtime/data-actions/data-actions';
import type { LoggedEvent } from '../emulator/runtime/events';
import { type Execution } from '../emulator/runtime/flow/executions';
import { Runtime } from '../emulator/runtime/runtime';
import { sendOverHttp } from '../emulator/runtime/services/send-over-http';
import { type ReceivedRequest, Services } from '../emulator/runtime/services/send-to-services';
import type { Service } from '../emulator/runtime/services/service';
import { type JsonObject } from '../emulator/state/json';
import { type Entity, Org } from '../emulator/state/org';
import { type Application, isApplication } from '../application/application';
import { OpenApplication } from '../application/open-application';
import { type Deployable, isDeployable, openedOnce, projectApplication, stacksOf } from './application';
import { deployed } from './deployed';
import { coverageFolder, flowCoverage } from './flow-coverage';
import { KitProblem } from './kit-problem';
import { inOrg, type LocalOrgSettings } from './org-settings';
import { checkFaults, checkOptions, checkVariables, lengthOf, notThere } from './problems';
import { type PlacedServices, placedServices } from './services/stand-ins';
import { TestCall } from './test-call';

/** How the org of a test lives: its services, its clock, its chance and its limits. */
export interface LocalOrgOptions {
  /** Which settings overlay an application is opened with: `settings.<environment>.yaml`. @default none */
  readonly environment?: string | undefined;
  /**
   * What stands behind the URLs of data actions: by host (`alpha.customers.example`), by what the host begins with
   * (`alpha`, in any case), or by the beginning of the URL.
   * @default the stand-ins of the application; without one a data action that asks a service fails and says so
   */
  readonly services?: Readonly<Record<string, Service>> | undefined;
  /** What answers a data action instead of the service behind it, by the name of the data action. */
  readonly faults?: Readonly<Record<string, Service>> | undefined;
  /**
   * Whether requests go over the network instead: to real services, or to some that listen on this machine. The clock
   * stands still meanwhile; an answer takes the time that its `Server-Timing` header tells, or none.
   * @default false
   */
  readonly overNetwork?: boolean | undefined;
  /** How many events are kept to be read later; older ones go. With 0 nothing that services got is kept either. @default all */
  readonly keepEvents?: number | undefined;
  /** When participant data becomes visible to others. @default 'strict' */
  readonly consistency?: Consistency | undefined;
  /** Of everything that is left to chance. @default 1 */
  readonly seed?: number | undefined;
  /** When the test begins. @default what the application says; else Monday, 5 January 2026, 10:00 UTC */
  readonly at?: Date | undefined;
  /** Limits of the platform that count; one that is not named is as every organisation has it. @default 'real': all as every organisation has them; 'off' for none */
  readonly limits?: 'real' | 'off' | OrUndefined<Partial<LimitValues>> | undefined;
  /** What the org has before the application is applied, as in a seed file. @default one agent */
  readonly has?: string | undefined;
  /** Values of Terraform variables. @default a made-up text for each */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** How the org lives besides. */
  readonly settings?: LocalOrgSettings | undefined;
}

/** The Monday on which tests begin. */
const MONDAY_TEN = Date.UTC(2026, 0, 5, 10);

const NO_LIMITS = Object.fromEntries(limitNames.map((name) => [name, Infinity])) as LimitValues;

const ONE_AGENT = `users: [{ name: Agent 1, email: agent.1@local.example }]`;

/** An org in memory for a test, under a virtual clock. */
export class LocalOrg {
  constructor(
    readonly runtime: Runtime,
    readonly clock: VirtualClock,
    private readonly services: Services,
    /** Names of services, and of data actions that a fault answers, with what the log of requests calls them. */
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  /** Everything that happened, in order. */
  get events(): readonly LoggedEvent[] {
    return this.runtime.log.events;
  }

  /** Calls a number of the org. Time goes on only when the call, or the org, is told to. */
  call({
    from,
    to,
    name,
  }: {
    readonly from: string;
    readonly to: string;
    readonly name?: string | undefined;
  }): TestCall {
    const placed = this.runtime.calls.place({ from, to, name });
    if (placed) return new TestCall(this.runtime, this.clock, placed);
    const last = this.events.at(-1);
    const why = last?.type === 'call.refused' ? last.reason : 'no call route has this number';
    const numbers = this.runtime.org.all('ivr').flatMap((route) => (route.dnis ?? []).map(String));
    throw new KitProblem(`nobody answers ${to}: ${why}. Numbers of the org: ${numbers.join(', ') || 'none'}`);
  }

  /** The org calls somebody with an outbound call flow, and they answer. */
  dials({ flow, to, from }: { readonly flow: string; readonly to: string; readonly from: string }): TestCall {
    try {
      return new TestCall(this.runtime, this.clock, this.runtime.calls.dial({ flow, to, from }));
    } catch (problem) {
      if (problem instanceof CannotSteer) throw new KitProblem(problem.message);
      throw problem;
    }
  }

  /** Launches a workflow and lets time pass until it ended. */
  async launch(flow: string, inputs: JsonObject = {}): Promise<Execution> {
    const found = this.#flowNamed(flow);
    const inputData = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name.startsWith('Flow.') ? name : `Flow.${name}`, value]),
    );
    const execution = this.runtime.executions.launch({ flowId: found.id, inputData });
    await this.clock.run(() => execution.status !== 'RUNNING');
    return execution;
  }

  /** What reached a service, by the name the test gave it; or a data action that a fault answers, by its name. */
  service(name: string): ServiceLog {
    const [, place] = [...this.places].find(([known]) => known.toLowerCase() === name.toLowerCase()) ?? [];
    if (place === undefined) throw notThere('the test has no service', name, [...this.places.keys()]);
    return new ServiceLog(name, () =>
      this.services.received.filter(({ service }) => service.toLowerCase() === place.toLowerCase()),
    );
  }

  /** Somebody switches an emergency group on: from now on its flows answer. Throws a {@link KitProblem} for a name the org has not. */
  declaresEmergency(group: string): void {
    this.#switchEmergency(group, true);
  }

  /** Somebody switches an emergency group off again. */
  endsEmergency(group: string): void {
    this.#switchEmergency(group, false);
  }

  #switchEmergency(name: string, enabled: boolean): void {
    const { org } = this.runtime;
    const groups = org.all('emergencyGroup');
    const found = groups.find((group) => group.name === name);
    if (!found) {
      throw notThere(
        'the org has no emergency group',
        name,
        groups.map((group) => group.name),
      );
    }
    org.put('emergencyGroup', { ...found, enabled });
  }

  /** Lets so much time pass. */
  async waits(duration: DurationLiteral): Promise<void> {
    await this.clock.run(() => false, this.clock.now() + lengthOf(duration));
  }

  #flowNamed(name: string): Entity {
    const flows = this.runtime.org.all('flow');
    const found = flows.find((flow) => flow.name === name);
    if (found) return found;
    throw notThere(
      'the org has no flow',
      name,
      flows.map((flow) => flow.name),
    );
  }
}

/** What reached a service of a test. */
export class ServiceLog {
  constructor(
    readonly name: string,
    private readonly read: () => readonly ReceivedRequest[],
  ) {}

  get requests(): readonly ReceivedRequest[] {
    return this.read();
  }
}

/**
 * An org in memory with an application applied to it, through the API as Terraform would. Everything in it, databases
 * too, lives under a virtual clock: nothing sleeps, and the same seed gives the same run. Without an application it takes
 * that of the project, `flowcdk.config.ts`.
 *
 * @example
 * ```ts
 * const org = await localOrg();                                    // the application of flowcdk.config.ts
 * const other = await localOrg(app, { services: { crm: failsWith(503) } });
 * ```
 */
export function localOrg(options?: LocalOrgOptions): Promise<LocalOrg>;
export function localOrg(application: Deployable, options?: LocalOrgOptions): Promise<LocalOrg>;
export async function localOrg(
  given: Deployable | LocalOrgOptions = {},
  others: LocalOrgOptions = {},
): Promise<LocalOrg> {
  const options = isDeployable(given) ? others : given;
  checkOptions(options);
  const application = await opened(isDeployable(given) ? given : undefined, options);
  checkVariables(options.variables ?? {}, stacksOf(application));
  const { standIns, at } = runsOf(application);
  const services = options.services ?? standIns.services;
  const clock = new VirtualClock((options.at ?? at)?.getTime() ?? MONDAY_TEN);
  const { runtime, doubles } = await livingOrg(application, clock, { ...options, services });
  const { faults = {} } = options;
  checkFaults(faults, runtime.org);
  const names = Object.keys({ ...services, ...faults }).map((name) => [name, name] as const);
  const places = new Map([...names, ...(options.services ? [] : standIns.places)]);
  return new LocalOrg(runtime, clock, doubles, places);
}

async function opened(
  given: Deployable | undefined,
  { environment }: LocalOrgOptions,
): Promise<Exclude<Deployable, Application>> {
  if (given === undefined) {
    const { application, folder } = await projectApplication();
    return openedOnce(application, folder, environment);
  }
  return isApplication(given) ? openedOnce(given, '.', environment) : given;
}

/** What an application says of its runs on this machine. */
function runsOf(of: Exclude<Deployable, Application>): {
  readonly standIns: PlacedServices;
  readonly at?: Date | undefined;
} {
  if (!(of instanceof OpenApplication)) return { standIns: placedServices({}) };
  const { application, settings } = of;
  const at = application.begins?.(settings);
  const standIns = placedServices(application.services?.(settings) ?? {}, { kinds: application.serviceKinds });
  return { standIns, at };
}

/** The same under any clock: under the real one it lives in the time of its users. */
export async function livingOrg(
  application: Exclude<Deployable, Application>,
  clock: Clock,
  options: Omit<LocalOrgOptions, 'at'> = {},
): Promise<{ readonly runtime: Runtime; readonly doubles: Services }> {
  const {
    services = {},
    faults = {},
    overNetwork = false,
    keepEvents,
    consistency = 'strict',
    seed = 1,
    limits = 'real',
    has = ONE_AGENT,
    variables,
    settings = {},
  } = options;
  const { changes, secrets } = await deployed(application, {
    seed: has,
    at: MONDAY_TEN,
    variables,
  });
  const luck = chance(seed);
  const ids = luck.of('ids of the org');
  const org = new Org({ now: () => new Date(clock.now()), newId: () => ids.id() });
  org.replay(changes);
  for (const [id, secret] of secrets) org.putSecret(id, secret);
  let doubles: Services | undefined;
  const runtime = new Runtime({
    org,
    clock,
    chance: luck,
    settings: {
      ...inOrg(settings),
      consistency,
      limits:
        limits === 'real' ? defaultLimits : limits === 'off' ? NO_LIMITS : { ...defaultLimits, ...defined(limits) },
    },
    dataActions: (of) => {
      doubles = new Services({
        services,
        faults,
        clock,
        chance: luck.of('services'),
        log: of.log,
        keepRequests: keepEvents !== 0,
      });
      const told = clock instanceof VirtualClock ? 'told' : 'real';
      const send = overNetwork ? sendOverHttp(clock, told) : doubles.send;
      return new DataActions(of, { send, instead: doubles.instead, ownApi: inProcess(of) });
    },
    keepEvents,
  });
  if (!doubles) throw new Error('a runtime makes its data actions');
  if (coverageFolder() !== undefined) flowCoverage.watch(org, runtime.log);
  return { runtime, doubles };
}
