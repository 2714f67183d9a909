// Comparing events with event patterns of EventBridge, beside the matcher of the most used plugin that plays EventBridge
// (the matcher of AWS itself is Java). Both get an event as text and a pattern that was read before, as rules do, and must
// decide the same before anything is measured.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { measure } from '../measure.mjs';
import { fetchPeer } from '../peers.mjs';

const PEER = 'serverless-offline-aws-eventbridge';
const VERSION = '2.2.4';
const GOAL = 1;
const TURNS = { ours: 2_000, peer: 100 };

const body = (mediaType, milliseconds, dnis) => ({
  eventTime: 1_767_607_200_000,
  conversationId: '0b5dc2d1-0a3f-4c7c-9d20-6a8b3e0c8e11',
  participantId: 'd2a5c2f4-7b0e-4a51-8a3e-0f0f5b9f2c10',
  sessionId: 'a9a0d1f7-3a8e-4f62-9c43-1b2f7a0e9d33',
  mediaType,
  direction: 'INBOUND',
  dnis,
  disconnectType: 'PEER',
  interactingDurationMs: milliseconds,
});

const event = (topic, eventBody) => ({
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': `v2.detail.events.conversation.{id}.${topic}`,
  source: 'aws.partner/genesys.com/cloud/0b5dc2d1/contact-centre',
  account: '123456789012',
  time: '2026-01-05T10:00:00Z',
  region: 'eu-central-1',
  resources: [],
  detail: { topicName: `v2.detail.events.conversation.0b5d.${topic}`, version: '2', eventBody },
});

const EVENTS = [
  event('customer.end', body('VOICE', 312_000, 'tel:+442079460101')),
  event('customer.end', body('CALLBACK', 12_000, 'tel:+33142685300')),
  event('user.end', body('VOICE', 0, 'tel:+442079460102')),
  event('acw', body('MESSAGE', 62_000, 'tel:+442079460101')),
];

const PATTERNS = [
  { detail: { eventBody: { mediaType: ['VOICE', 'CALLBACK'] } } },
  { source: [{ prefix: 'aws.partner/genesys.com/' }], 'detail-type': [{ suffix: '.customer.end' }] },
  { detail: { eventBody: { interactingDurationMs: [{ numeric: ['>', 10_000, '<=', 600_000] }] } } },
  { detail: { eventBody: { mediaType: [{ 'anything-but': ['MESSAGE', 'EMAIL'] }], direction: ['INBOUND'] } } },
  { detail: { eventBody: { disconnectType: [{ exists: true }], dnis: [{ prefix: 'tel:+44' }] } } },
  { detail: { eventBody: { dnis: [{ 'equals-ignore-case': 'TEL:+442079460101' }, 'tel:+442079460102'] } } },
];

export default async function eventPatterns({ root }) {
  const { readPattern } = createRequire(join(root, 'package.json'))('./packages/flowcdk/dist/event-bridge/index.js');
  const texts = EVENTS.map((each) => JSON.stringify(each));
  const rules = PATTERNS.map((pattern) => readPattern(pattern));
  const ours = (rule, event) => rules[rule].matches(JSON.parse(texts[event]));
  const peer = peerOf((await fetchPeer(root, PEER, VERSION, ['--legacy-peer-deps']))?.default);
  if (peer) refuseDifferences(ours, peer);
  const medians = await measure(
    { ours: inTurn(TURNS.ours, ours), ...(peer ? { peer: inTurn(TURNS.peer, peer) } : {}) },
    { rounds: 9, warmUp: 3 },
  );
  const perSecond = (name) => (TURNS[name] * PATTERNS.length * 1000) / medians[name];
  const [value, peerValue] = [perSecond('ours'), peer ? perSecond('peer') : null];
  return [
    {
      name: `event patterns matched (${PATTERNS.length} patterns)`,
      value,
      unit: 'patterns/s',
      peer: `${PEER} ${VERSION}${peerValue === null ? ': not measured (npm could not fetch it)' : ''}`,
      peerValue,
      ratio: peerValue && value / peerValue,
      goal: `≥ ${GOAL} ×`,
      met: peerValue && value / peerValue >= GOAL,
    },
  ];
}

/** The plugin without the server around it. */
function peerOf(Plugin) {
  if (Plugin === undefined) return undefined;
  const plugin = Object.assign(Object.create(Plugin.prototype), { logDebug: () => undefined, eventBuses: {} });
  const entries = EVENTS.map(({ source, detail, ...event }) => ({
    Source: source,
    DetailType: event['detail-type'],
    Detail: JSON.stringify(detail),
  }));
  const subscribers = PATTERNS.map((pattern, i) => ({ functionKey: `rule-${i}`, event: { pattern } }));
  return (rule, event) => plugin.verifyIsSubscribed(subscribers[rule], entries[event]);
}

function refuseDifferences(ours, peer) {
  for (const rule of PATTERNS.keys()) {
    for (const event of EVENTS.keys()) {
      const [own, other] = [ours(rule, event), peer(rule, event)];
      if (own !== other) throw new Error(`pattern ${rule}, event ${event}: ours ${own}, ${PEER} ${other}`);
    }
  }
}

const inTurn = (turns, matches) => () => {
  for (let turn = 0; turn < turns; turn++)
    for (let rule = 0; rule < PATTERNS.length; rule++) matches(rule, turn % EVENTS.length);
};
