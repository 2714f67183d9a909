import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeline } from 'flowcdk/testing/timeline';
import { CALLER, type IdentifiedCall, identifiedCall } from '../../src/story/identified-call';
import { shippedApplication } from '../private/shipped';

let story: IdentifiedCall;
beforeAll(async () => {
  story = await identifiedCall(shippedApplication());
}, 30_000);

const golden = join(__dirname, 'golden/story.txt');

test('the story of a call is told from its first second to the report', () => {
  const text = `${timeline(story.moments)}\n`;
  if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text);

  expect(text).toBe(readFileSync(golden, 'utf8'));
});

test('what the databases took is what the caller did not wait for', () => {
  const took = story.events.flatMap((event) =>
    event.type === 'dataAction.ended' && event.flow === 'identify-caller' ? [event.milliseconds] : [],
  );

  expect(took).toHaveLength(3);
  expect(story.saved).toBe(took.reduce((sum, milliseconds) => sum + milliseconds, 0));
  expect(story.moments.filter(({ text }) => text.includes('of silence saved'))).toHaveLength(1);
});

test('the requests go over HTTP, to this machine', () => {
  const urls = story.events.flatMap((event) =>
    event.type === 'http.requested' && !event.url.startsWith('/api/') ? [event.url] : [],
  );
  const places = urls.map((url) => (URL.canParse(url) ? new URL(url) : { hostname: '127.0.0.1', pathname: url }));

  expect(new Set(places.map(({ hostname }) => hostname))).toEqual(new Set(['127.0.0.1']));
  expect(places.map(({ pathname }) => pathname)).toEqual([
    '/customers',
    '/search',
    // The address for tokens is a field of the credential.
    '***loginUrl***',
    '/v2/persons/33142685300',
    '/customers/supportResult',
  ]);
});

test('the back office gets the report of this call', () => {
  expect(story.report?.json).toMatchObject({
    conversationId: story.conversationId,
    ani: CALLER,
    subject: 'order',
    direction: 'inbound',
  });
  expect(story.report?.idempotencyKey).toContain(story.conversationId);
});
