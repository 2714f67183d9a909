import { milliseconds, seconds } from 'flowcdk';
import type { OpenApplication } from 'flowcdk/application';
import { chance, type Json, localOrg, type LoggedEvent } from 'flowcdk/testing';
import { buildServices, type Listening, serve, type ServicesDescription } from 'flowcdk/testing/services';
import { inSeconds, type Moment, momentsOf, type Silence } from 'flowcdk/testing/timeline';
import type { Settings } from '../settings';
import { type BackOfficeOfCall, backOfficeOfCall, type BackOfficePackage } from './back-office';
import { openFrom } from './open-from';
import { serviceKinds } from './service-kinds';

/** Who calls in the story: a customer whom only Gamma knows. */
export const CALLER = '+33142685300';

/** Alpha and Beta do not know her, and Beta thinks long about it. */
const databases: ServicesDescription = {
  services: {
    alpha: { kind: 'database', latency: 1.2 },
    beta: { kind: 'database', latency: 4.1 },
    gamma: {
      kind: 'database',
      customers: [{ number: CALLER, id: 'G-3', name: 'Ada Lambert', tier: 'gold', language: 'en-us' }],
      latency: 1.6,
    },
    backOffice: { kind: 'answer', latency: 0.2 },
  },
};

/** One call from beginning to end. */
export interface IdentifiedCall {
  readonly moments: readonly Moment[];
  readonly events: readonly LoggedEvent[];
  readonly conversationId: string;
  readonly silences: readonly Silence[];
  /** What the workflow asked the databases takes so long: the caller would have waited for it. Milliseconds. */
  readonly saved: number;
  /** What was posted to the back office when the call was over; undefined where nothing was. */
  readonly report: { readonly idempotencyKey: string | undefined; readonly json: Json | undefined } | undefined;
  /** What the back office made of it, in the communication history; undefined where the project has no back office. */
  readonly record: object | undefined;
}

/** The customer, as the front end of the agents knows her. */
const CUSTOMER_ID = '1a2b3c4d-66b4-4c8d-9eaf-7f3a4b5c6d66';

/**
 * The application in an org in memory, with three databases and a back office that listen on this machine, and one call:
 * the caller says what the call is about while the databases are asked. Time is virtual: it is told, not waited for.
 *
 * @param backOffice the real one; without it something stands in that takes every report and keeps no record
 */
export async function identifiedCall(
  application: OpenApplication<Settings>,
  backOffice?: BackOfficePackage,
): Promise<IdentifiedCall> {
  const services = buildServices(databases, serviceKinds);
  const listening = new Map<string, Listening>();
  let office: BackOfficeOfCall | undefined;
  try {
    for (const [name, service] of Object.entries(services)) {
      listening.set(name, await serve(service, chance(`story/${name}`)));
    }
    office = backOffice && (await backOfficeOfCall(backOffice));
    const local = withUrls(application.settings, (name) => listening.get(name)?.url ?? '', office);
    return await called(application.with({ settings: local }), office);
  } finally {
    for (const service of listening.values()) await service.close();
    await office?.close();
  }
}

/** The settings with the databases and the back office of this machine. */
function withUrls(settings: Settings, urlOf: (name: string) => string, office: BackOfficeOfCall | undefined): Settings {
  const { alpha, beta, gamma } = settings.databases;
  return {
    ...settings,
    databases: {
      ...settings.databases,
      alpha: { ...alpha, baseUrl: urlOf('alpha') },
      beta: { ...beta, baseUrl: urlOf('beta') },
      gamma: { ...gamma, baseUrl: urlOf('gamma'), loginUrl: `${urlOf('gamma')}/oauth/token` },
    },
    backOffice: { ...settings.backOffice, url: office?.url ?? `${urlOf('backOffice')}/customers/supportResult` },
  };
}

/** From the beginning of a question to the key. */
const REASON_AFTER = milliseconds(2_800);
const FIRST_TIME_AFTER = milliseconds(3_400);

async function called(
  application: OpenApplication<Settings>,
  office: BackOfficeOfCall | undefined,
): Promise<IdentifiedCall> {
  const { supportLine } = application.settings;
  const line = supportLine.lines[0];
  const org = await localOrg(application, {
    overNetwork: true,
    at: openFrom(supportLine.openingHours),
    settings: { logVariables: false },
    ...(office ? { variables: { back_office_user_name: 'story', back_office_password: office.key } } : {}),
  });
  office?.livesBeside(org);
  const { texts, numbers } = line ?? { texts: undefined, numbers: [] };
  const pressed = [
    { question: texts?.reasonQuestion ?? '', keys: '1', after: REASON_AFTER.ms ?? 0 },
    { question: texts?.firstTimeQuestion ?? '', keys: '2', after: FIRST_TIME_AFTER.ms ?? 0 },
  ];
  const call = org.call({ from: CALLER, to: numbers[0] ?? '' });
  org.runtime.log.listenTo(['audio.started'], ({ text }) => {
    const answer = pressed.find(({ question }) => question !== '' && text.startsWith(question));
    if (answer) org.clock.after(answer.after, () => call.ended || call.presses(answer.keys));
  });
  // The front end pairs the call with the customer while it goes on.
  const paired = office?.pair(call.conversationId, CUSTOMER_ID);
  const [wrapUp] = supportLine.wrapUpCodes;
  await call.end({
    agentAnswersAfter: seconds(12),
    talksFor: seconds(95),
    wrapsUpIn: seconds(20),
    wrapUp,
  });
  await paired;
  const saved = savedIn(call.events);
  return {
    moments: withSaved(momentsOf(call.events, call.conversationId), call.events, saved),
    events: call.events,
    conversationId: call.conversationId,
    silences: call.silences,
    saved,
    report: reportIn(call.events),
    record: await office?.recordOf(call.conversationId),
  };
}

/** What was posted to the back office, if it took it. */
function reportIn(events: readonly LoggedEvent[]): IdentifiedCall['report'] {
  const posts = events.filter((event) => event.type === 'dataAction.started' && event.dataAction === POST);
  const taken = posts.find(
    (post) =>
      'call' in post &&
      events.some(
        (event) => event.type === 'dataAction.ended' && event.call === post.call && event.outcome === 'success',
      ),
  );
  if (taken?.type !== 'dataAction.started') return undefined;
  const { idempotencyKey, ...json } = taken.inputs;
  return { idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined, json };
}

/** The data action that posts a finished call. */
const POST = 'Post finished call';

/** The first workflow of a call is the one that identifies the caller; what it asks would have been asked in the call. */
function identifying(events: readonly LoggedEvent[]): string | undefined {
  return events.find((event) => event.type === 'flow.started' && event.kind === 'workflow')?.executionId;
}

function savedIn(events: readonly LoggedEvent[]): number {
  const execution = identifying(events);
  return events.reduce(
    (sum, event) =>
      event.type === 'dataAction.ended' && event.executionId === execution ? sum + event.milliseconds : sum,
    0,
  );
}

/** Marks what the caller did not wait for, where the identification ends. */
function withSaved(moments: readonly Moment[], events: readonly LoggedEvent[], saved: number): readonly Moment[] {
  const execution = identifying(events);
  const ended = events.find((event) => event.type === 'flow.ended' && event.executionId === execution);
  if (!ended || saved === 0) return moments;
  const at = ended.at - (events[0]?.at ?? 0);
  const mark: Moment = {
    at,
    lane: 'caller',
    tone: 'good',
    text: `◂ ${inSeconds(saved)} s of silence saved`,
  };
  const after = moments.findIndex((moment) => moment.at > at);
  return after < 0 ? [...moments, mark] : [...moments.slice(0, after), mark, ...moments.slice(after)];
}
