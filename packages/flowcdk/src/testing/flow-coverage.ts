import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Action } from '../architect/actions';
import type { FlowTree } from '../architect/flow-tree';
import { waysOut } from '../architect/ways';
import { actionsOf } from '../architect/actions-of';
import type { EventLog } from '../emulator/runtime/event-log';
import { programOf } from '../emulator/runtime/flow/program';
import type { Org } from '../emulator/state/org';

/** Which ways of a flow were taken while tests ran. */
export interface CoveredFlow {
  readonly flow: string;
  /** Ways there are: those of every action that branches, and one for every other action. */
  readonly ways: number;
  readonly taken: number;
  /** Those that never ran: `#12 Ask Beta: timeout`. The number is the action's place in the text of the flow. */
  readonly missed: readonly string[];
}

/** The counts of one process, as it writes them for another. */
interface Counted {
  /** By flow: the key of every way, and its label for people. */
  readonly ways: Readonly<Record<string, readonly (readonly [key: string, told: string])[]>>;
  readonly taken: Readonly<Record<string, readonly string[]>>;
}

/** Counts over all orgs of a test run, by the name of the flow. */
export class FlowCoverage {
  readonly #ways = new Map<string, readonly (readonly [key: string, told: string])[]>();
  readonly #taken = new Map<string, Set<string>>();

  /** Counts what happens in an org from now on. @param only names of the flows that count; all by default */
  watch(org: Org, log: EventLog, only?: ReadonlySet<string>): void {
    for (const flow of org.all('flow')) {
      if (only?.has(flow.name) === false) continue;
      const version = org.get('flowVersion', `${flow.id}/${String(flow.versions)}.0`);
      const name = flow.name;
      if (version && !this.#ways.has(name)) this.#ways.set(name, waysOf(programOf(version).tree));
    }
    log.listen((event) => {
      if (event.type === 'action.started') this.#take(event.flow, String(event.index));
      if (event.type === 'action.took') this.#take(event.flow, `${event.index}: ${event.path}`);
    });
  }

  #take(flow: string | undefined, key: string): void {
    if (flow === undefined) return;
    const taken = this.#taken.get(flow) ?? new Set();
    this.#taken.set(flow, taken.add(key));
  }

  get flows(): readonly CoveredFlow[] {
    const flows = [...this.#ways].map(([flow, ways]) => {
      const taken = this.#taken.get(flow);
      const missed = ways.flatMap(([key, label]) => (taken?.has(key) === true ? [] : [label]));
      return { flow, ways: ways.length, taken: ways.length - missed.length, missed };
    });
    return flows.sort((a, b) => (a.flow < b.flow ? -1 : 1));
  }

  /** Writes the counts into a folder, for the process that sums up. */
  writeTo(folder: string): void {
    mkdirSync(folder, { recursive: true });
    this.writeFile(join(folder, `${process.pid}-${readdirSync(folder).length}.json`));
  }

  /** Writes the counts into a file, for `flowcdk inspect --coverage`. */
  writeFile(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    const taken = Object.fromEntries([...this.#taken].map(([flow, keys]) => [flow, [...keys]]));
    const counted: Counted = { ways: Object.fromEntries(this.#ways), taken };
    writeFileSync(file, JSON.stringify(counted));
  }

  /** Sums up the counts of other processes. */
  static readFrom(folder: string): FlowCoverage {
    const sum = new FlowCoverage();
    for (const file of readdirSync(folder)) {
      const { ways, taken } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Counted;
      for (const [flow, all] of Object.entries(ways)) sum.#ways.set(flow, all);
      for (const [flow, keys] of Object.entries(taken)) for (const key of keys) sum.#take(flow, key);
    }
    return sum;
  }
}

function waysOf(tree: FlowTree): readonly (readonly [key: string, told: string])[] {
  return actionsOf(tree).flatMap((action, i) => {
    const number = i + 1;
    const label = `#${number} ${action.name ?? action.kind}`;
    const ways = branches(action);
    if (ways.length === 0) return [[String(number), label] as const];
    return ways.map((name) => [`${number}: ${name}`, `${label}: ${name}`] as const);
  });
}

/** The ways that a test can observe. A successful transfer leaves the flow and takes no way. */
function branches(action: Action): readonly string[] {
  if (action.kind === 'unknown') return [];
  const names = (waysOut(action) ?? []).map(({ name }) => name);
  return action.kind.startsWith('transfer') ? names.filter((name) => name !== 'success') : names;
}

/**
 * For people: percent and flow, and below what never ran.
 *
 * @example
 * ```ts
 * console.log(coverageTable(flowCoverage.flows));
 * ```
 */
export const coverageTable = (flows: readonly CoveredFlow[]): string =>
  flows
    .flatMap(({ flow, ways, taken, missed }) => [
      `${`${percent(taken, ways)}%`.padStart(5)}  ${flow} (${taken} of ${ways} ways)`,
      ...missed.map((way) => `         never ran: ${way}`),
    ])
    .join('\n');

/** Whole percent, rounded down: 100 means all. */
export const percent = (taken: number, of: number): number => (of === 0 ? 100 : Math.floor((100 * taken) / of));

/** The counts of this process, for all its orgs. */
export const flowCoverage = new FlowCoverage();

/** The folder for the counts of all processes of a run; undefined where coverage is off. */
export const coverageFolder = (): string | undefined => process.env['FLOWCDK_FLOW_COVERAGE'];
