// Running flows in virtual time: the identification as a chain of three lookups, beside state machines that run the like
// chain; whole calls; a busy hour; the memory of a call that waits.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { measure } from '../measure.mjs';
import { lookupsOf, modesOf, stepFunctionsOf, xstateOf } from '../chains.mjs';
import { fetchPeer } from '../peers.mjs';

const VERSIONS = { 'aws-local-stepfunctions': '3.0.0', xstate: '5.33.3' };
const GOAL = 3;
const HOUR_GOAL = 3;
const CHAINS = 2_000;
const CALLS = 200;
// An agent is free again by then, and the line stays open for all of them.
const BETWEEN_CALLS = 120_000;
const IDLE = 2_000;
const CALLER = '+33142685300';
const ADA = { id: 'G-3', name: 'Ada Lambert', tier: 'gold', language: 'en-us' };

export default async function calls({ root }) {
  const require = createRequire(join(root, 'package.json'));
  const ours = oursOf(root, require);
  return [...(await chains(root, ours)), await wholeCalls(ours), await busyHour(ours), await idleCalls(ours)];
}

function oursOf(root, require) {
  require('flowcdk/register');
  const { openApplication } = require('flowcdk/application');
  const { localOrg, service } = require('flowcdk/testing');
  const { placedServices } = require('flowcdk/testing/services');
  const { busyHour } = require('flowcdk/testing/traffic');
  const { opened, findings } = openApplication(require('./flowcdk.config.ts').default, { folder: root });
  if (findings) throw new Error(findings.map(({ message }) => message).join('\n'));
  const { application, settings } = opened;
  const places = application.services(settings);
  const described = {
    services: {
      alpha: { kind: 'database', latency: 0.5 },
      beta: { kind: 'database', latency: 1 },
      gamma: {
        kind: 'database',
        latency: 1,
        customers: [{ number: CALLER, ...ADA }],
      },
      login: { kind: 'database' },
      backOffice: { kind: 'answer' },
    },
  };
  const { alpha, beta, gamma } = settings.databases;
  const { Alpha, Beta, Gamma } = lookupsOf({ number: CALLER, customer: ADA });
  /** The lookups of the peers, behind the URLs of the databases. */
  const lookups = {
    [alpha.baseUrl]: service(({ request }) => ({ body: Alpha(request) })).after({ seconds: 0.5 }),
    [beta.baseUrl]: service(({ json }) => ({ body: Beta({ body: json }) })).after({ seconds: 1 }),
    [gamma.baseUrl]: service(({ request }) => ({ body: Gamma(request) })).after({ seconds: 1 }),
    [gamma.loginUrl]: service(() => ({ body: '{"access_token":"token","expires_in":3600}' })),
  };
  return {
    to: settings.supportLine.lines[0].numbers[0],
    lookups,
    org: (services = placedServices(places, { kinds: application.serviceKinds, described }).services) =>
      localOrg(opened, {
        services,
        limits: 'off',
        keepEvents: 0,
        settings: { logVariables: false },
      }),
    busyHour: () => busyHour(opened, { calls: 6_000, per: { hours: 1 }, limits: 'real', seed: 1 }),
  };
}

async function chains(root, ours) {
  const org = await ours.org(ours.lookups);
  const caller = { number: CALLER, customer: ADA };
  const peers = Object.fromEntries(
    await Promise.all(
      Object.entries({ 'aws-local-stepfunctions': stepFunctionsOf, xstate: xstateOf }).map(async ([name, chainOf]) => {
        const module = await fetchPeer(root, name, VERSIONS[name]);
        return [name, module && chainOf(module, caller)];
      }),
    ),
  );
  const candidates = {};
  for (const [name, peer] of Object.entries({ ours: ownChain(org, ours.to), ...peers })) {
    for (const [mode, run] of Object.entries(peer ?? {})) {
      const [first] = await run(1);
      if (first !== ADA.name) throw new Error(`${name} (${mode}) found ${JSON.stringify(first)}`);
      candidates[`${name} ${mode}`] = () => run(CHAINS);
    }
  }
  const medians = await measure(candidates, { rounds: 5, warmUp: 2 });
  const perSecond = (name) => (CHAINS * 1000) / medians[name];
  const bestMode = (name) =>
    Object.keys(candidates)
      .filter((candidate) => candidate.startsWith(`${name} `))
      .map((candidate) => [candidate.slice(name.length + 1), perSecond(candidate)])
      .sort((a, b) => b[1] - a[1])[0] ?? ['not measured (npm could not fetch it)', null];
  const [, value] = bestMode('ours');
  return Object.keys(peers).map((name) => {
    const [best, peerValue] = bestMode(name);
    const goal = name === 'xstate' ? null : `≥ ${GOAL} ×`;
    return {
      name: 'identification of a caller, three lookups in virtual time',
      value,
      unit: 'runs/s',
      peer: `${name} ${VERSIONS[name]}, ${best}`,
      peerValue,
      ratio: peerValue && value / peerValue,
      goal,
      met: goal && peerValue && value / peerValue >= GOAL,
    };
  });
}

/** The workflow as it was deployed, launched for conversations that are there already, one a run. */
function ownChain({ runtime, clock }, to) {
  const flow = runtime.org.all('flow').find(({ name }) => name === 'identify-caller');
  const conversations = Array.from({ length: CHAINS }, () => {
    const { conversation, hangUp } = runtime.calls.place({ from: CALLER, to });
    hangUp();
    return conversation;
  });
  return modesOf(async (i) => {
    const conversation = conversations[i];
    const execution = runtime.executions.launch({
      flowId: flow.id,
      inputData: { 'Flow.conversationId': conversation.id, 'Flow.callerNumber': `tel:${CALLER}` },
    });
    await clock.run(() => execution.status !== 'RUNNING');
    return conversation.data.of(conversation.customer.id).get('identification.customerName');
  });
}

async function wholeCalls(ours) {
  const run = async () => {
    const { runtime, clock } = await ours.org();
    let reported = 0;
    runtime.log.listenTo(['flow.ended'], ({ exitReason }) => (reported += exitReason === 'REPORTED' ? 1 : 0));
    const from = clock.now();
    for (let i = 0; i < CALLS; i++) {
      clock.after(i * BETWEEN_CALLS, () => {
        const placed = runtime.calls.place({ from: CALLER, to: ours.to });
        runtime.acd.behaviours.set(placed.conversation.id, {
          answersAfter: 20_000,
          talksFor: 60_000,
          wrapsUpIn: 10_000,
        });
        clock.after(8_000, () => placed.press('1'));
      });
    }
    await clock.run(() => false, from + CALLS * BETWEEN_CALLS + 3_600_000);
    if (reported !== CALLS) throw new Error(`${reported} of ${CALLS} calls were reported`);
  };
  const empty = async () => void (await ours.org());
  const medians = await measure({ run, empty }, { rounds: 5, warmUp: 2 });
  return alone(
    'whole calls, from the first word to the report',
    (CALLS * 1000) / (medians.run - medians.empty),
    'calls/s',
  );
}

async function busyHour(ours) {
  const medians = await measure({ hour: () => ours.busyHour() }, { rounds: 3, warmUp: 1 });
  const value = medians.hour / 1000;
  return { ...alone('a busy hour of 6,000 calls', value, 's'), goal: `≤ ${HOUR_GOAL} s`, met: value <= HOUR_GOAL };
}

/** Calls that wait in a queue with music, and nothing else. */
async function idleCalls(ours) {
  const { runtime, clock } = await ours.org();
  const wait = async (times) => {
    for (let i = 0; i < times; i++) {
      const placed = runtime.calls.place({ from: CALLER, to: ours.to });
      clock.after(8_000, () => placed.press('1'));
    }
    await clock.run(() => false, clock.now() + 600_000);
  };
  // What is made once for all calls does not count.
  await wait(200);
  const before = memory();
  await wait(IDLE);
  const waiting = [...runtime.conversations.values()].filter(({ endedAt }) => endedAt === undefined).length;
  if (waiting !== IDLE + 200) throw new Error(`${waiting} calls wait`);
  return alone('memory of a call that waits', (memory() - before) / IDLE / 1024, 'KiB');
}

/** What is left when what nobody needs is gone. */
function memory() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

const alone = (name, value, unit) => ({
  name,
  value,
  unit,
  peer: 'no peer',
  peerValue: null,
  ratio: null,
  goal: null,
  met: null,
});
