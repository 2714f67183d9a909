import type { Json, JsonObject } from '../../../src/emulator/state/json';
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
