import { transferToAcd } from '../architect/actions/transfer-to-acd';
import { inboundCall } from '../architect/flows/call-flows';
import { task } from '../architect/flows/containers';
import { flowYaml } from '../architect/flows/definition';
import type { FlowTree } from '../architect/flow-tree';
import type { FlowFile } from '../check/project';
import { judge } from '../emulator/publish/publish';
import { publishFlow } from '../emulator/publish/publish-flow';
import { variablesOf } from '../emulator/publish/variables';
import type { Org } from '../emulator/state/org';
import type { Division } from '../emulator/state/tables/division';
import type { Flow } from '../emulator/state/tables/flow';
import type { Finding } from '../ground/finding';
import { apiType, type FlowKind } from '../ground/flow-kinds';
import { existing } from '../routing/existing';
import type { FlowFiles } from './flow-files';
import { notAFlow } from './flow-problems';
import { homeOf } from './home';
import { thingsNamedIn } from './named-things';
import { putStubs, type Stub } from './put-stubs';
import { WrongStub } from './wrong-stub';

/** What an org has after flows of files were published to it. */
export interface PublishedFiles {
  /** The flows of the files, in their order. */
  readonly flows: readonly PublishedFlow[];
  readonly stubs: readonly Stub[];
  /** What does not run as in the cloud: the file in front. */
  readonly warnings: readonly string[];
}

/** A flow of a file, in an org. */
export interface PublishedFlow {
  readonly file: string;
  readonly name: string;
  /** In the words of the API: `INBOUNDCALL`. */
  readonly type: string;
  readonly kind: FlowKind;
  /** The number that callers, or customers who write, reach it by; absent for flows that nobody can reach so. */
  readonly number?: string | undefined;
}

/** A flow of a file that is a flow. */
interface OwnFlow {
  readonly file: FlowFile;
  readonly tree: FlowTree;
  readonly name: string;
  readonly type: string;
}

/**
 * Publishes flows of files to an org, with stubs of everything they name that is neither in the org nor among them.
 * Each flow that takes calls gets a number, and each in-queue flow a queue with a number. Throws a {@link WrongStub}
 * with all problems.
 */
export function publishFlowFiles(org: Org, { files, stubs: options }: FlowFiles): PublishedFiles {
  const { flows, findings } = ownFlows(files);
  const home = homeOf(org);
  // Flows may name each other in circles, so all of them are there before the first is judged.
  for (const { tree, name, type } of flows)
    org.put('flow', {
      id: org.newId(),
      name,
      type,
      division: { id: home.id },
      versions: 0,
      variables: variablesOf(tree),
      bound: {},
      active: true,
    });
  const stubs = putStubs(org, thingsNamedIn(files), options);
  const judged = flows.map((flow) => ({ flow, verdict: judge(flow.file.text, org) }));
  const refused = judged.flatMap(({ flow, verdict }) =>
    'refused' in verdict ? verdict.refused.map((finding) => inFile(finding, flow.file)) : [],
  );
  if (findings.length + refused.length > 0) throw new WrongStub([...findings, ...refused]);
  const warnings = judged.flatMap(({ flow, verdict }) =>
    verdict.warnings.map((warning) => `${flow.file.file}: ${warning}`),
  );
  const published = judged.flatMap(({ flow: { file, name, type, tree }, verdict }): readonly PublishedFlow[] => {
    if (!('flow' in verdict)) return [];
    const number = addNumber(org, publishFlow(org, verdict.flow, file.text, home), home);
    return [{ file: file.file, name, type, kind: tree.kind, number }];
  });
  return { flows: published, stubs, warnings };
}

/** The flows of files, each once, and why others are none. */
function ownFlows(files: readonly FlowFile[]): {
  readonly flows: readonly OwnFlow[];
  readonly findings: readonly Finding[];
} {
  const flows: OwnFlow[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const { flow: tree } = file;
    if (!tree || tree.kind === 'unknown' || tree.name === undefined) {
      findings.push(...notAFlow(file));
      continue;
    }
    const own = { file, tree, name: tree.name, type: apiType(tree.kind).toUpperCase() };
    const twin = flows.find(({ name, type }) => name === own.name && type === own.type);
    if (twin) findings.push(sameFlow(own, twin));
    else flows.push(own);
  }
  return { flows, findings };
}

const sameFlow = ({ file, name, type }: OwnFlow, twin: OwnFlow): Finding => ({
  rule: 'same-flow-twice',
  severity: 'error',
  message: `${file.file} and ${twin.file.file} hold the same flow, ${name} (${type})`,
  help: 'Name one of the files.',
  at: { file: file.file, line: 1, column: 1 },
});

const inFile = (finding: Finding, { file }: FlowFile): Finding => ({
  ...finding,
  at: { line: 1, column: 1, ...finding.at, file },
});

/** Numbers for fiction, so that nobody is called by accident. */
const MOST_NUMBERS = 800;

/** The number of a flow that takes calls. */
function addNumber(org: Org, flow: Flow, home: Division): string | undefined {
  if (flow.type === 'INBOUNDSHORTMESSAGE') return addSmsNumber(org, flow);
  const routes = org.all('ivr').length;
  if (routes >= MOST_NUMBERS) return undefined;
  const number = `+44207946${String(101 + routes).padStart(4, '0')}`;
  const entry = flow.type === 'INQUEUECALL' ? entryTo(org, flow, home) : flow;
  if (entry.type !== 'INBOUNDCALL' && entry.type !== 'SECURECALL') return undefined;
  org.put('ivr', {
    id: org.newId(),
    name: flow.name,
    division: { id: home.id },
    dnis: [number],
    openHoursFlow: { id: entry.id },
    state: 'active',
    version: 1,
  });
  return number;
}

/** The number that customers write to, for a flow that takes messages. */
function addSmsNumber(org: Org, flow: Flow): string | undefined {
  const numbers = org.all('smsNumber').length;
  if (numbers >= MOST_NUMBERS) return undefined;
  const phoneNumber = `+44770090${String(101 + numbers).padStart(4, '0')}`;
  const id = org.newId();
  const now = org.now.toISOString();
  org.put('smsNumber', {
    id,
    name: flow.name,
    phoneNumber,
    phoneNumberType: 'mobile',
    countryCode: 'GB',
    phoneNumberStatus: 'ACTIVE',
    dateCreated: now,
  });
  org.put('messageRecipient', { id, numberId: id, flow: { id: flow.id }, dateModified: now });
  return phoneNumber;
}

/** A queue where a caller hears the in-queue flow, and a flow that leads there. */
function entryTo(org: Org, { id, name }: Flow, home: Division): Flow {
  const queue = `Queue of ${name}`;
  const free = org.all('queue').every((known) => known.name !== queue);
  if (free) org.put('queue', { id: org.newId(), name: queue, division: { id: home.id }, queueFlow: { id } });
  const yaml = flowYaml(
    inboundCall({
      name: `Entry to ${name}`,
      startUp: () => task('To the queue', [transferToAcd('To the queue', { targetQueue: existing('queue', queue) })]),
    }),
  );
  const judged = judge(yaml, org);
  if (!('flow' in judged)) throw new Error(`the entry to ${name} is wrong: ${judged.problems.join('; ')}`);
  return publishFlow(org, judged.flow, yaml, home);
}
