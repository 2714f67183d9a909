import type { LoggedEvent } from '../emulator/runtime/events';
import { seconds } from '../architect/types';
import type { FlowFiles } from '../stubs/flow-files';
import type { PublishedFlow } from '../stubs/publish-flow-files';
import { namesOfStub, stubbedActions } from '../stubs/stub-services';
import { type CoveredFlow, FlowCoverage } from './flow-coverage';
import type { LocalOrg } from './local-org';
import { inputsOf, inventedInputs, launched, orgOfFlows, startsOf } from './one-run';
import { byScript } from './one-call';
import type { ServicesDescription } from './services/description';

export interface ExploreOptions {
  /** The most calls and launches. @default 200 */
  readonly most?: number;
  /** Of everything that is left to chance. @default 1 */
  readonly seed?: number;
}

/** A run that broke. */
export interface BrokenRun {
  readonly flow: string;
  /** The keys that the caller pressed, each when the line asked for keys. */
  readonly keys: readonly string[];
  readonly problem: string;
}

/** What trying every key came to. */
export interface Exploration {
  /** Calls and launches. */
  readonly runs: number;
  /** Whether there was nothing more to try. */
  readonly isWhole: boolean;
  readonly coverage: readonly CoveredFlow[];
  readonly broken: readonly BrokenRun[];
}

/** A way to run a flow: what the caller presses, and whether data actions answer. */
interface Attempt {
  readonly keys: readonly string[];
  readonly actionsFail: boolean;
}

/** A key that no menu has often, and inputs of usual lengths: the flow does not say aloud how many digits it takes. */
const WRONG_KEYS = ['9', '0', '*'];
const INPUTS = ['1#', '1234#', '123456#', '1234567890#'];

const CALLER = '+442079460123';
const CALLED = '+442079460124';

/**
 * Runs the flows of files with stubs of everything they name, and presses every key that a menu has, one that it does
 * not have, none, and inputs of several lengths, at every place where a call asks for keys. Then the same with data
 * actions that fail. A call that takes no new way is not gone on from.
 *
 * @example
 * ```ts
 * const { flows } = readFlowFiles(['flows']);
 * const { coverage, broken } = await explore(flows);
 * ```
 */
export async function explore(flows: FlowFiles, { most = 200, seed = 1 }: ExploreOptions = {}): Promise<Exploration> {
  const coverage = new FlowCoverage();
  const broken: BrokenRun[] = [];
  const taken = new Set<string>();
  let runs = 0;
  let left: Attempt[] = [
    { keys: [], actionsFail: false },
    { keys: [], actionsFail: true },
  ];
  while (left.length > 0 && runs < most) {
    const [attempt, ...others] = left as [Attempt, ...Attempt[]];
    const events = await attempted(flows, attempt, seed, coverage, broken);
    runs += 1;
    // A way counts for calls whose data actions answer and for those whose do not.
    const ways = waysIn(events).map((way) => `${attempt.actionsFail} ${way}`);
    const news = ways.filter((way) => !taken.has(way));
    for (const way of news) taken.add(way);
    const next = news.length > 0 ? answersAfter(events, attempt.keys.length) : [];
    left = [...others, ...next.map((answer) => ({ ...attempt, keys: [...attempt.keys, answer] }))];
  }
  return { runs, isWhole: left.length === 0, coverage: coverage.flows, broken };
}

/** Starts every flow that can be started once, and gives everything that happened. */
async function attempted(
  flows: FlowFiles,
  attempt: Attempt,
  seed: number,
  coverage: FlowCoverage,
  broken: BrokenRun[],
): Promise<readonly LoggedEvent[]> {
  const services = attempt.actionsFail ? await failing(flows, seed) : { services: {} };
  const org = await orgOfFlows(flows, { services, seed, logVariables: false });
  coverage.watch(org.runtime.org, org.runtime.log, new Set(org.published.flows.map(({ name }) => name)));
  for (const flow of startsOf(org)) {
    await start(org, flow, attempt.keys);
    const failed = org.events.find((event) => event.type === 'flow.failed');
    if (failed?.type === 'flow.failed' && !attempt.actionsFail)
      broken.push({ flow: failed.flow ?? flow.name, keys: attempt.keys, problem: failed.problem });
  }
  return org.events;
}

async function start(org: LocalOrg, flow: PublishedFlow, presses: readonly string[]): Promise<void> {
  if (flow.kind === 'workflow') {
    await launched(org, flow, inventedInputs(org, inputsOf(org, flow), {}));
    return;
  }
  const call =
    flow.kind === 'outboundCall'
      ? org.dials({ flow: flow.name, from: CALLER, to: CALLED })
      : org.call({ from: CALLER, to: flow.number ?? '' });
  await byScript(org, call, { presses, atMost: seconds(3_600).seconds });
}

/** Services in which every data action gets an error. */
async function failing(flows: FlowFiles, seed: number): Promise<ServicesDescription> {
  const org = await orgOfFlows(flows, { services: { services: {} }, seed, logVariables: false });
  const actions = stubbedActions(org.runtime.org);
  return {
    services: Object.fromEntries(
      actions.map((action) => [namesOfStub(action)[0] ?? '', { kind: 'answer', status: 500 }] as const),
    ),
  };
}

/** The ways through actions and menus. */
const waysIn = (events: readonly LoggedEvent[]): readonly string[] =>
  events.flatMap((event) => {
    switch (event.type) {
      case 'action.started':
        return [`${event.flow} action ${event.index}`];
      case 'action.took':
        return [`${event.flow} action ${event.index}: ${event.path}`];
      case 'menu.entered':
        return [`${event.flow} menu ${event.menu}`];
      case 'menu.chosen':
        return [`${event.flow} menu ${event.menu}: ${event.choice}`];
      default:
        return [];
    }
  });

/** What a caller may answer where the call asked for keys after so many answers. Nothing where it did not ask again. */
function answersAfter(events: readonly LoggedEvent[], answers: number): readonly string[] {
  let asked = 0;
  let menu: readonly string[] | undefined;
  for (const event of events) {
    if (event.type === 'menu.entered') menu = event.keys;
    if (event.type === 'menu.chosen') menu = undefined;
    if (event.type !== 'input.awaited') continue;
    asked += 1;
    if (asked <= answers) continue;
    if (menu === undefined) return INPUTS;
    const keys = menu;
    return [...keys, ...WRONG_KEYS.filter((key) => !keys.includes(key)).slice(0, 1)];
  }
  return [];
}
