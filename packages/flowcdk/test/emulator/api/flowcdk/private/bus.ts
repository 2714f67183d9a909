import { respondsWith, type Service } from '../../../../../src/testing';
import { type Answer, localOrg, type LocalOrg } from '../../../private/local-org';
import { integrations } from '../../private/integrations';

/** The topic of the events. */
export const TOPIC = 'v2.users.{id}.activity';
/** Milliseconds. */
export const SECOND = 1_000;

type Ask = (method: 'POST' | 'PUT' | 'PATCH', url: string, body: object) => Promise<Pick<Answer, 'status' | 'body'>>;

/** Adds an integration that sends events to the bus. */
export async function connect(ask: Ask): Promise<void> {
  const body = { name: 'events', integrationType: { id: 'amazon-eventbridge-source' } };
  const { id } = (await ask('POST', integrations, body)).body as { readonly id: string };
  const properties = {
    awsAccountId: '123456789012',
    awsAccountRegion: 'eu-central-1',
    eventSourceSuffix: 'events',
    eventFilter: [TOPIC],
  };
  await ask('PUT', `${integrations}/${id}/config/current`, { version: 1, name: 'events', properties });
  expect((await ask('PATCH', `${integrations}/${id}`, { intendedState: 'ENABLED' })).status).toBe(200);
}

const askOf =
  (org: LocalOrg): Ask =>
  (method, url, body) =>
    org.send(method, url, JSON.stringify(body));

/** An org whose bus has the events of users. `records.example` answers. */
export async function orgWithBus({
  records = respondsWith({}),
  busFolder,
}: { readonly records?: Service; readonly busFolder?: string } = {}): Promise<LocalOrg> {
  const org = localOrg({ services: { 'records.example': records }, ...(busFolder === undefined ? {} : { busFolder }) });
  await connect(askOf(org));
  expect(await org.put('/flowcdk/bus/sources/events')).toMatchObject({ status: 200, body: { state: 'ACTIVE' } });
  return org;
}

/** An event happens, and time passes until the bus has it. */
export async function publish(org: LocalOrg, number: number): Promise<void> {
  org.runtime.events.publish(TOPIC, 'ada', { number });
  await org.wait(2 * SECOND);
}
