// Running flows in virtual time: the identification as a chain of three lookups, beside state machines that run the like
// chain with plain functions as lookups (ours render templates, follow paths, check contracts and write participant data
// as well); whole calls; a busy hour; the memory of a call that waits.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { measure } from '../measure.mjs';
import { fetchPeer } from '../peers.mjs';

const VERSIONS = { 'aws-local-stepfunctions': '3.0.0', xstate: '5.33.3' };
const GOAL = 3;
const HOUR_GOAL = 3;
const CHAINS = 200;
const CALLS = 200;
// An agent is free again by then, and the line stays open for all of them.
const BETWEEN_CALLS = 120_000;
const IDLE = 2_000;
const CALLER = '+33142685300';
const ADA = { customerId: 'G-3', fullName: 'Ada Lambert', tier: 'gold', preferredLanguage: 'en-us', database: 'Gamma' };

export default async function calls({ root }) {
  const require = createRequire(join(root, 'package.json'));
  const ours = oursOf(require);
  return [...(await chains(root, ours)), await wholeCalls(ours), await busyHour(ours), await idleCalls(ours)];
}

function oursOf(require) {
  const { loadSettings } = require('./dist/src/settings/index.js');
  const { application } = require('./dist/src/stacks/application.js');
  const { localOrg } = require('./dist/src/testing/local-org.js');
  const { placedServices } = require('./dist/src/story/services/shipped.js');
  const { openFrom } = require('./dist/src/story/open-from.js');
  const story = require('./dist/src/story/busy-hour.js');
  const { shippedServices } = require('./dist/src/story/services/shipped.js');
  const { settings, findings } = loadSettings({});
  if (findings) throw new Error(findings.map(({ message }) => message).join('\n'));
  const app = (of) => application(of, settings);
  const described = {
    services: {
      alpha: { kind: 'database', latency: 0.5 },
      beta: { kind: 'database', latency: 1 },
      gamma: {
        kind: 'database',
        latency: 1,
        customers: [{ number: CALLER, id: ADA.customerId, name: ADA.fullName, tier: ADA.tier, language: 'en-us' }],
      },
      login: { kind: 'database' },
      backOffice: { kind: 'answer' },
    },
  };
  return {
    to: settings.supportLine.lines[0].numbers[0],
    org: () =>
      localOrg(app, {
        services: placedServices(settings, described),
        at: openFrom(settings.supportLine.openingHours),
        limits: 'off',
        keepEvents: 0,
        settings: { logVariables: false },
      }),
    busyHour: () =>
      story.busyHour(settings, { calls: 6_000, per: 3_600_000, services: shippedServices, limits: 'real', seed: 1 }),
  };
}

async function chains(root, ours) {
  const org = await ours.org();
  const stepFunctions = stepFunctionsOf(
    await fetchPeer(root, 'aws-local-stepfunctions', VERSIONS['aws-local-stepfunctions']),
  );
  const xstate = xstateOf(await fetchPeer(root, 'xstate', VERSIONS.xstate));
  const peers = { 'aws-local-stepfunctions': stepFunctions, xstate };
  const own = async () => {
    const { runtime, clock } = org;
    const flow = runtime.org.all('flow').find(({ name }) => name === 'identify-caller');
    // The workflow writes to a conversation, as in a call.
    const { conversation, hangUp } = runtime.calls.place({ from: CALLER, to: ours.to });
    hangUp();
    const executions = Array.from({ length: CHAINS }, () =>
      runtime.executions.launch({
        flowId: flow.id,
        inputData: { 'Flow.conversationId': conversation.id, 'Flow.callerNumber': `tel:${CALLER}` },
      }),
    );
    await clock.run(() => executions.every(({ status }) => status !== 'RUNNING'));
    if (executions.some(({ completionReason }) => completionReason !== 'SUCCESS')) throw new Error('ours found nobody');
    const { data, customer } = conversation;
    return Object.fromEntries(data.of(customer.id))['identification.customerName'];
  };
  const found = await own();
  if (found !== ADA.fullName) throw new Error(`ours found ${found}`);
  const candidates = { ours: own };
  for (const [name, peer] of Object.entries(peers)) {
    for (const [mode, run] of Object.entries(peer ?? {})) {
      const [first] = await run(1);
      if (first?.fullName !== ADA.fullName) throw new Error(`${name} (${mode}) found ${JSON.stringify(first)}`);
      candidates[`${name} ${mode}`] = () => run(CHAINS);
    }
  }
  const medians = await measure(candidates, { rounds: 5, warmUp: 2 });
  const perSecond = (name) => (CHAINS * 1000) / medians[name];
  const value = perSecond('ours');
  return Object.entries(peers).map(([name, peer]) => {
    const modes = Object.keys(peer ?? {}).map((mode) => [mode, perSecond(`${name} ${mode}`)]);
    const [best, peerValue] = modes.sort((a, b) => b[1] - a[1])[0] ?? ['not measured (npm could not fetch it)', null];
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

/** The chain in the Amazon States Language; lookups are local functions. */
function stepFunctionsOf(module) {
  if (module === undefined) return undefined;
  const { StateMachine } = module;
  // It wants Node 22; this is all it lacks in Node 20.
  Promise.withResolvers ??= () => {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
  };
  const databases = ['Alpha', 'Beta', 'Gamma'];
  const arn = (name) => `arn:aws:lambda:eu-central-1:123456789012:function:${name}`;
  const states = Object.fromEntries(
    databases.flatMap((name, i) => [
      [`Ask ${name}`, { Type: 'Task', Resource: arn(name), ResultPath: '$.found', Next: `Known in ${name}?` }],
      [
        `Known in ${name}?`,
        {
          Type: 'Choice',
          Choices: [{ Variable: '$.found.customerId', IsPresent: true, Next: 'Known' }],
          Default: databases[i + 1] ? `Ask ${databases[i + 1]}` : 'Unknown',
        },
      ],
    ]),
  );
  const machine = new StateMachine(
    {
      StartAt: 'Ask Alpha',
      States: {
        ...states,
        Known: { Type: 'Pass', OutputPath: '$.found', End: true },
        Unknown: { Type: 'Fail', Error: 'NOT_FOUND' },
      },
    },
    { validationOptions: { noValidate: true } },
  );
  const taskResourceLocalHandlers = {
    'Ask Alpha': () => ({ database: 'Alpha' }),
    'Ask Beta': () => ({ database: 'Beta' }),
    'Ask Gamma': () => ADA,
  };
  const run = () => machine.run({ phone: CALLER }, { overrides: { taskResourceLocalHandlers } }).result;
  return modesOf(run);
}

/** The chain as a state chart that invokes promises. */
function xstateOf(module) {
  if (module === undefined) return undefined;
  const { assign, createActor, createMachine, fromPromise, toPromise } = module;
  const answers = { alpha: { database: 'Alpha' }, beta: { database: 'Beta' }, gamma: ADA };
  const names = Object.keys(answers);
  const states = Object.fromEntries(
    names.map((name, i) => [
      name,
      {
        invoke: {
          src: fromPromise(() => Promise.resolve(answers[name])),
          onDone: [
            {
              guard: ({ event }) => event.output.customerId !== undefined,
              actions: assign(({ event }) => ({ found: event.output })),
              target: 'known',
            },
            { target: names[i + 1] ?? 'unknown' },
          ],
        },
      },
    ]),
  );
  const machine = createMachine({
    initial: 'alpha',
    context: { found: undefined },
    output: ({ context }) => context.found,
    states: { ...states, known: { type: 'final' }, unknown: { type: 'final' } },
  });
  const run = () => {
    const actor = createActor(machine);
    actor.start();
    return toPromise(actor);
  };
  return modesOf(run);
}

/** One after the other, and all at the same time. */
const modesOf = (run) => ({
  'one after another': async (times) => {
    const results = [];
    for (let i = 0; i < times; i++) results.push(await run());
    return results;
  },
  'all at once': (times) => Promise.all(Array.from({ length: times }, run)),
});

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
  if (runtime.calls.liveCount !== IDLE + 200) throw new Error(`${runtime.calls.liveCount} calls wait`);
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
