import { botsIn } from '../../../src/stubs/bots';
import type { FlowFiles } from '../../../src/stubs/flow-files';
import { byScript } from '../../../src/testing/one-call';
import { inputsOf, inventedInputs, launched, orgOfFlows, startsOf, texted } from '../../../src/testing/one-run';

const kindsThatRun: readonly string[] = [
  'workflow',
  'inboundCall',
  'outboundCall',
  'inqueueCall',
  'secureCall',
  'inboundShortMessage',
];

/** Whether the local org runs flows of a kind by themselves. */
export const runs = (kind: string): boolean => kindsThatRun.includes(kind);

const CALLER = '+33142685300';

/** The caller presses 1 whenever asked, and waits for whatever else comes. */
const PRESSES = Array.from({ length: 50 }, () => '1');

/**
 * Runs flows of files to their end, as `flowcdk run` does. Gives why the first of them broke; undefined if none did, or
 * if none of them runs by itself.
 */
export async function firstProblemOf(flows: FlowFiles): Promise<string | undefined> {
  const bots = botsIn(flows.files).map(
    ({ name }) => [`bot ${name}`, { kind: 'bot', exitReason: 'TriggeredByFlow' }] as const,
  );
  const services = { services: Object.fromEntries(bots) };
  const org = await orgOfFlows(flows, { services, seed: 1, logVariables: false });
  const [flow] = startsOf(org);
  if (flow?.kind === 'workflow') await launched(org, flow, inventedInputs(org, inputsOf(org, flow), {}));
  else if (flow?.kind === 'inboundShortMessage') await texted(org, flow, { from: CALLER, texts: ['Hello'] });
  else if (flow) {
    const call =
      flow.kind === 'outboundCall'
        ? org.dials({ flow: flow.name, from: CALLER, to: CALLER })
        : org.call({ from: CALLER, to: flow.number ?? '' });
    await byScript(org, call, { presses: PRESSES });
  }
  const [problem] = org.events.flatMap((event) => (event.type === 'flow.failed' ? [event.problem] : []));
  return problem;
}
