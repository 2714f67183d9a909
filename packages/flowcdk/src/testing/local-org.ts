import type { DurationLiteral } from '../architect/types';
import { EVENT_SOURCE_TYPE } from '../event-bridge';
import { inProcess } from '../emulator/in-process';
import type { LocalBus } from '../emulator/runtime/bus/local-bus';
import { VirtualClock } from '../emulator/runtime/clock';
import type { DialCall } from '../emulator/runtime/conversation/calls';
import { CannotSteer } from '../emulator/runtime/conversation/cannot-steer';
import type { LoggedEvent } from '../emulator/runtime/events';
import { type Execution } from '../emulator/runtime/flow/executions';
import { notificationsOf, type SocketFault } from '../emulator/notifications/notifications';
import type { Runtime } from '../emulator/runtime/runtime';
import type { ReceivedRequest, Services } from '../emulator/runtime/services/send-to-services';
import { fieldsOf, jsonIn, type JsonObject, textOf } from '../emulator/state/json';
import type { Entity } from '../emulator/state/org';
import { type Application, isApplication } from '../application/application';
import { OpenApplication } from '../application/open-application';
import { type Deployable, isDeployable, openedOnce, projectApplication, stacksOf } from './application';
import type { PublishedFiles } from '../stubs/publish-flow-files';
import { CallbackLog } from './callbacks';
import { KitProblem } from './kit-problem';
import { type OrgForListener, orgForListener } from './listener-ports';
import { MessageLog, type TestMessage } from './messages';
import { findingText } from '../ground/finding';
import type { ServicesDescription } from './services/description';
import { calleeOf, type PersonConduct } from './org-settings';
import { livingOrg, MONDAY_TEN } from './living-org';
import { checkOptions, type LocalOrgOptions } from './local-org-options';
import { flowsOfFiles } from './flows-of-files';
import { checkFaults, checkVariables, lengthOf, notThere } from './test-mistakes';
import { type PlacedServices, placedServices } from './services/stand-ins';
import { TestCall } from './test-call';
import { TestThread } from './test-thread';

/** An org in memory for a test, under a virtual clock. */
export class LocalOrg {
  constructor(
    readonly runtime: Runtime,
    readonly clock: VirtualClock,
    private readonly services: Services,
    /** Names of services, and of data actions that a fault answers, with their names in the log of requests. */
    private readonly places: ReadonlyMap<string, string>,
    /** The flows of files in this org, and what stands in for everything that they name. */
    readonly published: PublishedFiles,
  ) {}

  /** Everything that happened, in order. */
  get events(): readonly LoggedEvent[] {
    return this.runtime.log.events;
  }

  /** The text messages that the org has sent: SMS, WhatsApp and open messaging. */
  get sms(): MessageLog {
    return new MessageLog('SMS', this.runtime.org, ['sms', 'whatsapp', 'open']);
  }

  /** The e-mails that the org has sent without an agent. */
  get emails(): MessageLog {
    return new MessageLog('e-mail', this.runtime.org, ['email']);
  }

  /** What was written to chat groups through their webhooks. */
  get chat(): MessageLog {
    return new MessageLog('chat', this.runtime.org, ['chat']);
  }

  /** The callbacks of the org. */
  get callbacks(): CallbackLog {
    return new CallbackLog(this.runtime);
  }

  /**
   * Amazon EventBridge beside the org: its event sources, rules, dead letters, archives and faults.
   *
   * @example
   * ```ts
   * org.bus.associate('contact-centre');
   * org.bus.rule('all', { target: (event) => console.log(event.detail.topicName) });
   * ```
   */
  get bus(): LocalBus {
    return this.runtime.bus;
  }

  /**
   * Adds an integration that sends events of topics to {@link bus}, as somebody would in the org, and switches it on. A
   * topic has the placeholder `{id}`. The AWS account and region are made up.
   */
  addEventSource(suffix: string, topics: readonly string[]): void {
    const ask = (method: string, path: string, body: JsonObject): JsonObject => {
      const url = `https://api.example${path}`;
      const answer = inProcess(this.runtime)({ method, url, body: JSON.stringify(body) }, undefined);
      const fields = fieldsOf(jsonIn(answer.body));
      if (answer.status < 300) return fields;
      throw new KitProblem(
        `the org refuses the event source '${suffix}': ${textOf(fields['message']) ?? answer.status}`,
      );
    };
    const path = '/api/v2/integrations';
    const { id } = ask('POST', path, { name: suffix, integrationType: { id: EVENT_SOURCE_TYPE } });
    const properties = {
      awsAccountId: '123456789012',
      awsAccountRegion: 'eu-central-1',
      eventSourceSuffix: suffix,
      eventFilter: topics,
    };
    ask('PUT', `${path}/${String(id)}/config/current`, { version: 1, name: suffix, properties });
    ask('PATCH', `${path}/${String(id)}`, { intendedState: 'ENABLED' });
  }

  /**
   * Says what the person behind a number (E.164) or an e-mail address does from now on: with messages, and with the calls
   * of callbacks.
   *
   * @example
   * ```ts
   * const org = await localOrg();
   * org.person('+33142685300', { optedOut: true });
   * org.person('+442079460999', { calls: [{ busy: true }, { answersAfter: seconds(3) }] });
   * ```
   */
  person(address: string, { optedOut, messages, calls }: PersonConduct): void {
    this.runtime.people.behave(address, {
      ...(optedOut === undefined ? {} : { optedOut }),
      ...(messages === undefined ? {} : { messages }),
      ...(calls === undefined ? {} : { calls: calls.map(calleeOf) }),
    });
  }

  /** Calls a number of the org, or a flow by its name, with SIP headers where a carrier would send some. Time goes on only through methods of the call or the org. */
  call({ from, name, sipHeaders, ...called }: PlacedFrom): TestCall {
    const to = 'flow' in called ? this.#numberOf(called.flow) : called.to;
    const placed = this.runtime.calls.place({ from, to, name, sipHeaders });
    if (placed) return new TestCall(this.runtime, this.clock, placed);
    const last = this.events.at(-1);
    const why = last?.type === 'call.refused' ? last.reason : 'no call route has this number';
    const numbers = this.runtime.org.all('ivr').flatMap((route) => (route.dnis ?? []).map(String));
    throw new KitProblem(`nobody answers ${to}: ${why}. Numbers of the org: ${numbers.join(', ') || 'none'}`);
  }

  /**
   * A customer writes an SMS: to a number of the org, to a flow by its name, or back to an SMS that they got. Time goes on
   * only through methods of the thread or the org.
   *
   * @example
   * ```ts
   * const org = await localOrg({ flows: ['flows/texts.yaml'] });
   * const thread = org.text({ from: '+33142685300', flow: 'Texts', text: 'agent' });
   * await thread.end({ agentAnswersAfter: minutes(1) });
   * ```
   */
  text({ text, ...who }: TextFrom): TestThread {
    if ('answers' in who) {
      const { from: to, to: from } = who.answers;
      return new TestThread(this.runtime, this.clock, { from, to, text });
    }
    const { from, name } = who;
    const to = 'flow' in who ? this.#smsNumberOf(who.flow) : who.to;
    return new TestThread(this.runtime, this.clock, { from, to, text, name });
  }

  /**
   * Routes the messages to an SMS number of the org to an inbound message flow, as an administrator does after a
   * deployment: Terraform has no resource for it. A number that the org does not have yet is added.
   *
   * @example
   * ```ts
   * const org = await localOrg();
   * org.routeMessages('+15550100', 'texts');
   * ```
   */
  routeMessages(number: string, flow: string): void {
    const { org } = this.runtime;
    const ask = (method: string, path: string, body: JsonObject): JsonObject => {
      const answer = inProcess(this.runtime)(
        { method, url: `https://api.example${path}`, body: JSON.stringify(body) },
        undefined,
      );
      const fields = fieldsOf(jsonIn(answer.body));
      if (answer.status < 300) return fields;
      throw new KitProblem(
        `the org does not route ${number} to '${flow}': ${textOf(fields['message']) ?? answer.status}`,
      );
    };
    const { id: flowId } = this.#flowNamed(flow);
    const known = org.all('smsNumber').find(({ phoneNumber }) => phoneNumber === number);
    const id =
      known?.id ??
      String(
        ask('POST', '/api/v2/routing/sms/phonenumbers', {
          phoneNumber: number,
          phoneNumberType: 'local',
          countryCode: 'US',
        })['id'],
      );
    ask('PUT', `/api/v2/routing/message/recipients/${id}`, { flow: { id: flowId } });
  }

  /**
   * The org calls somebody with an outbound call flow, and they answer. A contact has the values of its row in the
   * contact list, by the name of their column: `{ FirstName: 'Ada' }`. The flow reads them in `Call.Contact`.
   */
  dials(call: DialCall): TestCall {
    try {
      return new TestCall(this.runtime, this.clock, this.runtime.calls.dial(call));
    } catch (problem) {
      if (problem instanceof CannotSteer) throw new KitProblem(problem.message);
      throw problem;
    }
  }

  /** Launches a workflow and lets time pass until it ended. */
  async launch(flow: string, inputs: JsonObject = {}): Promise<Execution> {
    const published = this.#flowNamed(flow);
    const inputData = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name.startsWith('Flow.') ? name : `Flow.${name}`, value]),
    );
    const execution = this.runtime.executions.launch({ flowId: published.id, inputData });
    await this.clock.run(() => execution.status !== 'RUNNING');
    return execution;
  }

  /** What reached a service, by its name in the test, or a data action that a fault answers, by its name. */
  service(name: string): ServiceLog {
    const [, place] = [...this.places].find(([known]) => known.toLowerCase() === name.toLowerCase()) ?? [];
    if (place === undefined) throw notThere('the test has no service', name, [...this.places.keys()]);
    return new ServiceLog(name, () =>
      this.services.received.filter(({ service }) => service.toLowerCase() === place.toLowerCase()),
    );
  }

  /**
   * Asks the API of the org: `https://api.example/api/v2/users/ID`. It has the form of `fetch`, for a program under test
   * that asks Genesys Cloud. Nothing leaves the process, no time passes, and whoever asks may do everything. The org gives
   * no tokens this way, and an endpoint that takes time, such as executing a data action, answers 501.
   */
  readonly fetch = (
    url: string,
    { method = 'GET', body }: Pick<RequestInit, 'method' | 'body'> = {},
  ): Promise<Response> => {
    const answer = inProcess(this.runtime)({ method, url, ...(typeof body === 'string' ? { body } : {}) }, undefined);
    return Promise.resolve(new Response(answer.body || null, { status: answer.status, headers: answer.headers }));
  };

  /**
   * This org for a listener of `flowcdk/events`: `listen(topics, handler, { ...org.forListener })`. Time passes only
   * through methods of the org, and stands still while the listener works.
   */
  get forListener(): OrgForListener {
    return orgForListener(this.runtime, this.clock, this.fetch);
  }

  /**
   * Something happens to the open sockets of the notification service: they are cut, stay open and say nothing, get the
   * closing notice, or their token is revoked. Gives how many sockets that met.
   */
  strikeSockets(fault: SocketFault): number {
    return notificationsOf(this.runtime).strike(fault);
  }

  /**
   * Somebody switches an emergency group on: from now on its flows answer. Throws a {@link KitProblem} if the org has
   * no group of that name.
   */
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
    const emergency = groups.find((group) => group.name === name);
    if (!emergency) {
      throw notThere(
        'the org has no emergency group',
        name,
        groups.map((group) => group.name),
      );
    }
    org.put('emergencyGroup', { ...emergency, enabled });
  }

  /** Lets so much time pass. */
  async waits(duration: DurationLiteral): Promise<void> {
    await this.clock.run(() => false, this.clock.now() + lengthOf(duration));
  }

  /** The number of the first call route that a flow answers. */
  #numberOf(name: string): string {
    const { id } = this.#flowNamed(name);
    const own = this.published.flows.find((flow) => flow.name === name)?.number;
    const route = this.runtime.org.all('ivr').find(({ openHoursFlow }) => openHoursFlow?.id === id);
    const number = own ?? route?.dnis?.[0];
    if (number !== undefined) return number;
    throw new KitProblem(`no call route leads to the flow '${name}', so nobody can call it`);
  }

  /** The first SMS number whose messages go to the flow. */
  #smsNumberOf(name: string): string {
    const { org } = this.runtime;
    const { id } = this.#flowNamed(name);
    const routed = org.all('messageRecipient').find(({ flow }) => flow.id === id);
    const number = org.get('smsNumber', routed?.numberId ?? '');
    if (number) return number.phoneNumber;
    throw new KitProblem(
      `no SMS number is routed to the flow '${name}', so nobody can write to it: org.routeMessages('+15550100', '${name}') routes one`,
    );
  }

  #flowNamed(name: string): Entity {
    const flows = this.runtime.org.all('flow');
    const named = flows.find((flow) => flow.name === name);
    if (named) return named;
    throw notThere(
      'the org has no flow',
      name,
      flows.map((flow) => flow.name),
    );
  }
}

/** A call from a number: to another, or to a flow by its name. */
type PlacedFrom = {
  readonly from: string;
  readonly name?: string | undefined;
  /** The headers of the call's first INVITE, as BYOC Cloud hands them on: `{ 'X-Customer': '7' }`. @default none */
  readonly sipHeaders?: Readonly<Record<string, string>> | undefined;
} & (
  | { readonly to: string }
  /** The name of the flow that answers. */
  | { readonly flow: string }
);

/** What a customer writes: to a number, to a flow by its name, or back to an SMS. */
type TextFrom = { readonly text: string } & (
  | { readonly from: string; readonly name?: string | undefined; readonly to: string }
  /** The name of the flow that answers. */
  | { readonly from: string; readonly name?: string | undefined; readonly flow: string }
  /** The SMS that the customer answers, of `org.sms`. */
  | { readonly answers: Pick<TestMessage, 'from' | 'to'> }
);

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
 * too, lives under a virtual clock: nothing sleeps, and the same seed gives the same run. Without an application it
 * takes the application of the project, `flowcdk.config.ts`. With `flows` it gets these flows instead, and a stub of
 * everything that they name.
 *
 * @example
 * ```ts
 * const org = await localOrg();                                    // the application of flowcdk.config.ts
 * const other = await localOrg(app, { services: { crm: failsWith(503) } });
 * const third = await localOrg({ flows: ['flows/*.yaml'] });       // any Architect YAML
 * ```
 */
export function localOrg(options?: LocalOrgOptions): Promise<LocalOrg>;
export function localOrg(application: Deployable, options?: LocalOrgOptions): Promise<LocalOrg>;
export async function localOrg(
  first: Deployable | LocalOrgOptions = {},
  others: LocalOrgOptions = {},
): Promise<LocalOrg> {
  const options = isDeployable(first) ? others : first;
  checkOptions(options);
  const application = await opened(isDeployable(first) ? first : undefined, options);
  checkVariables(options.variables ?? {}, stacksOf(application));
  const { standIns, at } = runsOf(application, await describedIn(options.servicesFile, application));
  const services = options.services ?? standIns.services;
  const clock = new VirtualClock((options.at ?? at)?.getTime() ?? MONDAY_TEN);
  const { runtime, doubles, places: stubs, published } = await livingOrg(application, clock, { ...options, services });
  const { faults = {} } = options;
  checkFaults(faults, runtime.org);
  const names = Object.keys({ ...services, ...faults }).map((name) => [name, name] as const);
  const places = new Map([...names, ...(options.services ? [] : standIns.places), ...stubs]);
  return new LocalOrg(runtime, clock, doubles, places, published);
}

async function opened(
  deployable: Deployable | undefined,
  { environment, flows, substitutions, stubs }: LocalOrgOptions,
): Promise<Exclude<Deployable, Application>> {
  if (flows) {
    if (deployable === undefined) return flowsOfFiles(flows, { substitutions, stubs });
    throw new KitProblem('flows stand in an org of their own: give localOrg either an application or flows');
  }
  if (deployable === undefined) {
    const { application, folder } = await projectApplication();
    return openedOnce(application, folder, environment);
  }
  return isApplication(deployable) ? openedOnce(deployable, '.', environment) : deployable;
}

/** The stand-ins and the start time that an application has for runs on this machine. */
function runsOf(
  of: Exclude<Deployable, Application>,
  described: ServicesDescription | undefined,
): {
  readonly standIns: PlacedServices;
  readonly at?: Date | undefined;
} {
  if (!(of instanceof OpenApplication)) return { standIns: placedServices({}, { described }) };
  const { application, settings } = of;
  const at = application.begins?.(settings);
  const standIns = placedServices(application.services?.(settings) ?? {}, {
    kinds: application.serviceKinds,
    described,
  });
  return { standIns, at };
}

/** The services of a file. */
async function describedIn(
  file: string | undefined,
  of: Exclude<Deployable, Application>,
): Promise<ServicesDescription | undefined> {
  if (file === undefined) return undefined;
  const { readServicesFile } = await import('./services/read');
  const own = of instanceof OpenApplication ? of : undefined;
  const { services, findings = [] } = readServicesFile(file, {
    kinds: own?.application.serviceKinds ?? {},
    names: Object.keys(own?.application.services?.(own.settings) ?? {}),
  });
  if (services) return services;
  throw new KitProblem(`the services cannot be read: ${findings.map(findingText).join('; ')}`);
}
