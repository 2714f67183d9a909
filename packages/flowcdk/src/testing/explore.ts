import type { LoggedEvent } from '../emulator/runtime/events';
import { actionsOf } from '../architect/actions-of';
import { seconds } from '../architect/types';
import { FlowFiles } from '../stubs/flow-files';
import type { PublishedFlow } from '../stubs/publish-flow-files';
import { namesOfStub, stubbedActions } from '../stubs/stub-services';
import { type CoveredFlow, FlowCoverage } from './flow-coverage';
import { flowsOfFiles } from './flows-of-files';
import type { LocalOrg } from './local-org';
import { inputsOf, inventedInputs, launched, orgOfFlows, startsOf, texted } from './one-run';
import { byScript } from './one-call';
import type { ServiceDescription, ServicesDescription } from './services/description';

/** How much is tried. */
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

/** What data actions do. */
type Conduct = 'answer' | 'fail' | 'hang';

/** A way to run a flow: what the caller presses, and what data actions do. */
interface Attempt {
  readonly keys: readonly string[];
  readonly actions: Conduct;
}

/** Keys that menus seldom have. */
const WRONG_KEYS = ['9', '0', '*'];
/** The most digits that Collect Input takes. */
const MOST_DIGITS = 40;

const CALLER = '+442079460123';
const CALLED = '+442079460124';

/**
 * Runs the flows of files, patterns or folders with stubs of everything they name, and presses every key that a menu has, one that it does
 * not have, none, and inputs of the lengths that the flows take, at every place where a call asks for keys. Then the same
 * with data actions that fail, and with data actions that never answer. A call that takes no new way is not gone on from.
 *
 * @throws KitProblem where a file cannot be read or a flow cannot be published
 *
 * @example
 * ```ts
 * const { coverage, broken } = await explore(['flows/*.yaml']);
 * console.log(coverageTable(coverage), broken);
 * ```
 */
export async function explore(
  files: FlowFiles | readonly string[],
  { most = 200, seed = 1 }: ExploreOptions = {},
): Promise<Exploration> {
  const flows = files instanceof FlowFiles ? files : flowsOfFiles(files, {});
  const coverage = new FlowCoverage();
  const broken: BrokenRun[] = [];
  const taken = new Set<string>();
  let runs = 0;
  const inputs = inputsOfCallers(flows);
  let left: readonly Attempt[] = conducts.map((actions) => ({ keys: [], actions }));
  while (left.length > 0 && runs < most) {
    const [attempt, ...others] = left as readonly [Attempt, ...Attempt[]];
    const events = await attempted(flows, attempt, seed, coverage, broken);
    runs += 1;
    // A way is new once for each conduct of data actions: what comes behind it may be new.
    const ways = waysIn(events).map((way) => `${attempt.actions} ${way}`);
    const news = ways.filter((way) => !taken.has(way));
    for (const way of news) taken.add(way);
    const next = news.length > 0 ? answersAfter(events, attempt.keys.length, inputs) : [];
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
  const services = await servicesThat(attempt.actions, flows, seed);
  const org = await orgOfFlows(flows, { services, seed, logVariables: false });
  coverage.watch(org.runtime.org, org.runtime.log, new Set(org.published.flows.map(({ name }) => name)));
  for (const flow of startsOf(org)) {
    await start(org, flow, attempt.keys);
    const failed = org.events.find((event) => event.type === 'flow.failed');
    if (failed?.type === 'flow.failed' && attempt.actions === 'answer')
      broken.push({ flow: failed.flow ?? flow.name, keys: attempt.keys, problem: failed.problem });
  }
  return org.events;
}

async function start(org: LocalOrg, flow: PublishedFlow, presses: readonly string[]): Promise<void> {
  if (flow.kind === 'workflow') {
    await launched(org, flow, inventedInputs(org, inputsOf(org, flow), {}));
    return;
  }
  if (flow.kind === 'inboundShortMessage') {
    await texted(org, flow, { from: CALLER, texts: ['Hello'] });
    return;
  }
  const call =
    flow.kind === 'outboundCall'
      ? org.dials({ flow: flow.name, from: CALLER, to: CALLED })
      : org.call({ from: CALLER, to: flow.number ?? '' });
  await byScript(org, call, { presses, atMost: seconds(3_600).seconds });
}

const conducts: readonly Conduct[] = ['answer', 'fail', 'hang'];

async function servicesThat(conduct: Conduct, flows: FlowFiles, seed: number): Promise<ServicesDescription> {
  if (conduct === 'answer') return { services: {} };
  const org = await orgOfFlows(flows, { services: { services: {} }, seed, logVariables: false });
  const service: ServiceDescription =
    conduct === 'fail' ? { kind: 'answer', status: 500 } : { kind: 'answer', faults: [{ fault: 'hang' }] };
  const names = stubbedActions(org.runtime.org).flatMap((action) => namesOfStub(action).slice(0, 1));
  return { services: Object.fromEntries(names.map((name) => [name, service])) };
}

/** Digits of every length that a flow takes, and of one that it does not take. */
function inputsOfCallers({ files }: FlowFiles): readonly string[] {
  const lengths = files
    .flatMap(({ flow }) => (flow && flow.kind !== 'unknown' ? actionsOf(flow) : []))
    .flatMap((action): (number | undefined)[] => {
      if (action.kind !== 'collectInput' || action.digits === undefined) return [];
      const { digits } = action;
      return digits.kind === 'exact' ? [digits.content] : [digits.content.min, digits.content.max];
    });
  const known = [...new Set(lengths)].filter(
    (length): length is number => length !== undefined && length >= 1 && length <= MOST_DIGITS,
  );
  const unknown = [1, 2, 3].find((length) => !known.includes(length)) ?? [];
  return [...known, unknown].flat().map((length) => `${'1234567890'.repeat(4).slice(0, length)}#`);
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
function answersAfter(events: readonly LoggedEvent[], answers: number, inputs: readonly string[]): readonly string[] {
  let questions = 0;
  let menu: readonly string[] | undefined;
  for (const event of events) {
    if (event.type === 'menu.entered') menu = event.keys;
    if (event.type === 'menu.chosen') menu = undefined;
    if (event.type !== 'input.awaited') continue;
    questions += 1;
    if (questions <= answers) continue;
    if (menu === undefined) return inputs;
    const keys = menu;
    return [...keys, ...WRONG_KEYS.filter((key) => !keys.includes(key)).slice(0, 1)];
  }
  return [];
}
