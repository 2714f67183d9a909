import type { Json, JsonObject } from '../../../src/emulator/state/json';
import type { Entity } from '../../../src/emulator/state/org';
import type { Flow } from '../../../src/emulator/state/tables/flow';
import { corpus, describeCorpus } from '../../private/corpus';
import { callFlowYaml } from '../private/flows';
import { everythingNamed } from './private/everything-named';
import { type Double, livingOrg } from './private/living-org';

type LivingOrg = ReturnType<typeof livingOrg>;

/** Real flows of the kinds the local org runs, with their placeholders filled as Terraform and tests of Go would. */
const flows = [...corpus].flatMap(([file, text]) => {
  const yaml = text
    .replace(/\{\{(\w+)\}\}/g, '$1')
    .replace(/^ *%s\n/gm, '')
    .replace(/defaultLanguage: %(\[\d+\])?s/g, 'defaultLanguage: en-us')
    .replace(/%(\[\d+\])?[sqv]/g, 'filled')
    .replaceAll('\t', '    ');
  const kind = /^(\w+):/m.exec(yaml)?.[1] ?? '';
  const runs = ['workflow', 'inboundCall', 'outboundCall', 'inqueueCall', 'secureCall'].includes(kind);
  // Architect takes neither: an inbound call flow has no states; a fragment lacks the menu it begins with.
  return runs && !/CrossOrgMainFlow|util_files_test/.test(file) ? [{ file, kind, yaml }] : [];
});

const doubles: Readonly<Record<string, Double>> = {
  'answer without a word': { outputs: {} },
  fail: { failure: { errorCode: 'remote.error', status: 500 } },
  'answer after an hour': { outputs: {}, after: 3_600_000 },
};

/** An org that has whatever the flow names. */
function orgFor(yaml: string, double: Double): LivingOrg {
  const needed = everythingNamed(yaml);
  const actions = needed.flatMap((item) =>
    'category' in item ? [[`${item.category} / ${item.name}`, double] as const] : [],
  );
  const org = livingOrg({
    dataActions: Object.fromEntries(actions),
    settings: { agents: { answersAfter: 90_000, talksFor: 30_000, wrapsUpIn: 5_000 } },
  });
  for (const item of needed) {
    if ('category' in item || (org.org.all(item.kind) as readonly Entity[]).some(({ name }) => name === item.name))
      continue;
    if (item.kind !== 'flow')
      org.put(item.kind, { name: item.name, ...(item.kind === 'emergencyGroup' ? { enabled: true } : {}) });
    else if (item.flowType === 'INBOUNDCALL' || item.flowType === 'SECURECALL') org.publish(callFlowYaml(item.name));
  }
  for (const item of needed)
    if (
      'flowType' in item &&
      item.kind === 'flow' &&
      !org.org.all('flow').some(({ name, type }) => name === item.name && type === item.flowType)
    )
      org.put('flow', { name: item.name, type: item.flowType ?? '', versions: 0 });
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
function run(kind: string, yaml: string, double: Double): LivingOrg {
  const org = orgFor(yaml, double);
  const flow = org.publish(yaml);
  if (kind === 'workflow') {
    org.launch(flow, inputs(flow));
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

const cases = flows.flatMap((flow) => Object.entries(doubles).map(([what, double]) => ({ ...flow, what, double })));
describeCorpus('published flows run', () => {
  test.each(cases)('$file ends where data actions $what', ({ kind, yaml, double }) => {
    const org = run(kind, yaml, double);

    const [first] = org.events(kind === 'workflow' ? 'flow.started' : 'call.offered');
    expect(first).toBeDefined();
    expect(org.events('flow.ended').length).toBe(org.events('flow.started').length);
    expect(org.events('call.ended').length).toBe(org.events('call.offered').length);
    expect(org.runtime.log.newest).toBeLessThan(20_000);
  });

  test('they ask for nothing in calls and workflows that the local org does not do, but bots', () => {
    const missing = flows.flatMap(({ kind, yaml }) =>
      run(kind, yaml, { outputs: {} })
        .events('action.notEmulated')
        .map(({ kind: action }) => action),
    );

    expect([...new Set(missing)].sort()).toEqual(['callBotFlow', 'callLexV2Bot']);
  });
});
