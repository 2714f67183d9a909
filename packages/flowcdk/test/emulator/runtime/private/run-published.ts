import type { Json, JsonObject } from '../../../../src/emulator/state/json';
import type { Flow } from '../../../../src/emulator/state/tables/flow';
import { callFlowYaml } from '../../private/flows';
import { everythingNamed } from './everything-named';
import { type Double, livingOrg } from './living-org';

type LivingOrg = ReturnType<typeof livingOrg>;

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

/** An org that has whatever the flow names. */
export function orgFor(yaml: string, double: Double): LivingOrg {
  const stubs = everythingNamed(yaml);
  const actions = stubs.filter(({ kind }) => kind === 'dataAction');
  const org = livingOrg({
    dataActions: Object.fromEntries(
      actions.map(({ name, fields }) => [`${String(fields['category'])} / ${name}`, double]),
    ),
    settings: { agents: { answersAfter: 90_000, talksFor: 30_000, wrapsUpIn: 5_000 } },
  });
  for (const { kind, name, fields } of stubs) {
    const { type } = fields;
    // The flow may hand the call to one of these, so they have to run.
    if (kind === 'flow' && (type === 'INBOUNDCALL' || type === 'SECURECALL')) {
      const own = callFlowYaml(name);
      org.publish(type === 'SECURECALL' ? own.replaceAll('inboundCall', 'secureCall') : own);
    } else if (kind !== 'dataAction') org.put(kind, { name, ...fields });
  }
  return org;
}

/** Plausible values for the inputs of a workflow. */
function inputs({ variables }: Flow): JsonObject {
  const sample = (type: string): Json =>
    /json/i.test(type) ? { conversationId: 'x' } : /int|num|dec/i.test(type) ? 1 : /bool/i.test(type) ? true : '5';
  return Object.fromEntries(
    variables.filter(({ isInput }) => isInput).map(({ name, type }) => [`Flow.${name}`, sample(type)]),
  );
}

/** Runs a flow to its end; throws where it breaks the local org rather than itself. */
export function run(kind: string, yaml: string, double: Double): LivingOrg {
  const org = orgFor(yaml, double);
  const flow = org.publish(yaml);
  if (kind === 'workflow') {
    org.launch(flow, inputs(flow));
    return org;
  }
  if (kind === 'inboundShortMessage') {
    org.put('smsNumber', { id: 'number', phoneNumber: '+15550100' });
    org.put('messageRecipient', { id: 'number', numberId: 'number', flow: { id: flow.id } });
    org.runtime.inbox.receive({ from: '+33142685300', to: '+15550100', text: 'Hello' });
    org.clock.runNow();
    return org;
  }
  if (kind === 'inqueueCall') org.put('queue', { name: 'Entry', queueFlow: { id: flow.id } });
  const toEntry = '          - transferToAcd: { name: Over, targetQueue: { lit: { name: Entry } } }';
  callAndPress(org, kind === 'inqueueCall' ? org.publish(callFlowYaml('entry', toEntry)) : flow);
  return org;
}

/** The caller presses 1 whenever asked, and waits for whatever else comes. */
function callAndPress(org: LivingOrg, entry: Flow): void {
  org.number('+33199000001', entry);
  const call = org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  for (let questions = 0; call?.ended === false && questions < MOST_QUESTIONS;) {
    const isWaiting = (): boolean => org.events('input.awaited').length > questions;
    org.clock.runNow(() => call.ended || isWaiting());
    if (!isWaiting()) break;
    questions = org.events('input.awaited').length;
    call.press('1');
  }
  org.clock.runNow();
}

const MOST_QUESTIONS = 50;
