import type { Substitutions } from '../check/placeholders';
import { didYouMean } from '../ground/did-you-mean';
import type { FlowKind } from '../ground/flow-kinds';
import { botsIn } from '../stubs/bots';
import type { FlowFiles } from '../stubs/flow-files';
import type { NamedThing } from '../stubs/named-things';
import type { PublishedFlow } from '../stubs/publish-flow-files';
import { namesOfStub, stubbedActions } from '../stubs/stub-services';
import type { LocalOrg } from '../testing';
import type { ServicesDescription } from '../testing/services/description';
import type { RawInputs } from './run-inputs';

/** What `flowcdk run` takes. */
export interface RunOptions {
  readonly flow?: string;
  readonly from: string;
  readonly press?: readonly string[];
  readonly write?: readonly string[];
  readonly hangupAfter?: number;
  /** Milliseconds. */
  readonly limit?: number;
  readonly input: RawInputs;
  readonly contact?: Readonly<Record<string, string>>;
  readonly sipHeader?: Readonly<Record<string, string>>;
  readonly services?: string;
  readonly table: Readonly<Record<string, string>>;
  readonly decisionTable: Readonly<Record<string, string>>;
  readonly substitutions?: Substitutions;
  readonly at?: Date;
  readonly seed: number;
  readonly json?: true;
  readonly page?: string;
  readonly record?: string;
}

const callKinds: readonly FlowKind[] = ['inboundCall', 'outboundCall', 'inqueueCall', 'secureCall'];
const inboundKinds = callKinds.filter((kind) => kind !== 'outboundCall');

/** The flows that an option is for. An option that is not listed is for all, or is looked at elsewhere. */
const isFor: readonly {
  readonly option: keyof RunOptions;
  readonly flag: string;
  readonly kinds: readonly FlowKind[];
  readonly words: string;
}[] = [
  { option: 'press', flag: '--press', kinds: callKinds, words: 'calls' },
  { option: 'hangupAfter', flag: '--hangup-after', kinds: callKinds, words: 'calls' },
  { option: 'limit', flag: '--limit', kinds: callKinds, words: 'calls' },
  { option: 'sipHeader', flag: '--sip-header', kinds: inboundKinds, words: 'calls that come in' },
  { option: 'contact', flag: '--contact', kinds: ['outboundCall'], words: 'outbound call flows' },
  { option: 'write', flag: '--write', kinds: ['inboundShortMessage'], words: 'message flows' },
];

/** The options that are of no use for the flow that starts, in words. */
export function misplacedOptions(options: RunOptions, { name, kind }: PublishedFlow): readonly string[] {
  const misplaced = isFor
    .filter(({ option, kinds }) => options[option] !== undefined && !kinds.includes(kind))
    .map(({ flag, words }) => `${flag} is for ${words}; "${name}" is of kind ${kind}`);
  if (kind !== 'inboundShortMessage') return misplaced;
  const { record, from } = options;
  if (record !== undefined) misplaced.push(NOT_RECORDED);
  if (!from.startsWith('+')) misplaced.push(`who writes has a number: --from ${from} is for calls`);
  return misplaced;
}

const NOT_RECORDED =
  '--record writes tests of calls and launches; for a message flow write one with org.text of flowcdk/testing';

/** The tables of the command line that no flow names, in words. Nothing would read their files. */
export const unusedTables = (
  { table, decisionTable }: Pick<RunOptions, 'table' | 'decisionTable'>,
  things: readonly NamedThing[],
): readonly string[] => [
  ...unnamed('data table', Object.keys(table), namesOf('datatable', things)),
  ...unnamed('decision table', Object.keys(decisionTable), namesOf('decisionTable', things)),
];

const namesOf = (kind: NamedThing['kind'], things: readonly NamedThing[]): readonly string[] =>
  things.filter((thing) => thing.kind === kind).map(nameOf);

/** The services that answer nobody, in words. A service is a data action by its name, or `bot` with that of a bot. */
export function unusedServices({ services }: ServicesDescription, org: LocalOrg, flows: FlowFiles): readonly string[] {
  const names = Object.keys(services).filter((name) => !/^(action|transfer) /i.test(name));
  const bots = names.filter((name) => BOT.test(name)).map((name) => name.replace(BOT, ''));
  const actions = names.filter((name) => !BOT.test(name));
  return [
    ...unnamed('data action', actions, stubbedActions(org.runtime.org).flatMap(namesOfStub)),
    ...unnamed('bot', bots, botsIn(flows.files).map(nameOf), inAnyCase),
  ];
}

const BOT = /^bot /i;
const nameOf = ({ name }: { readonly name: string }): string => name;
const inAnyCase = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function unnamed(
  what: string,
  names: readonly string[],
  known: readonly string[],
  isSame: (a: string, b: string) => boolean = Object.is,
): readonly string[] {
  const unknown = names.filter((name) => !known.some((other) => isSame(name, other)));
  return unknown.map((name) => {
    const near = didYouMean(name, known);
    const meant = near === undefined ? '' : ` Did you mean ${near}?`;
    const there = known.length === 0 ? `They name no ${what}.` : `They name ${[...new Set(known)].join(', ')}.`;
    return `no flow names the ${what} ${name}.${meant} ${there}`;
  });
}
