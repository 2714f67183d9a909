import { corpus, describeCorpus, filledIn, kindIn, whyBroken } from '../../private/corpus';
import type { Double } from './private/living-org';
import { run, runs } from './private/run-published';
import { rowsOf } from '../../private/thorough';

/** Real flows of the kinds the local org runs. */
const flows = [...corpus].flatMap(([file, text]) => {
  const yaml = filledIn(text);
  const kind = kindIn(yaml);
  return runs(kind) && whyBroken(file) === undefined ? [{ file, kind, yaml }] : [];
});

/** What the log says first of a run, where that is no call. */
const beginnings: Readonly<Record<string, 'flow.started' | 'message.received'>> = {
  workflow: 'flow.started',
  inboundShortMessage: 'message.received',
};

const doubles: Readonly<Record<string, Double>> = {
  'answer without a word': { outputs: {} },
  fail: { failure: { errorCode: 'remote.error', status: 500 } },
  'answer after an hour': { outputs: {}, after: 3_600_000 },
};

const cases = flows.flatMap((flow) => Object.entries(doubles).map(([what, double]) => ({ ...flow, what, double })));
describeCorpus('published flows run', () => {
  test.each(rowsOf(cases, 40))('$file ends where data actions $what', ({ kind, yaml, double }) => {
    const org = run(kind, yaml, double);

    const [first] = org.events(beginnings[kind] ?? 'call.offered');
    expect(first).toBeDefined();
    expect(org.events('flow.ended').length).toBe(org.events('flow.started').length);
    expect(org.events('conversation.ended').length).toBe(org.events('message.received').length);
    expect(org.events('call.ended').length).toBe(org.events('call.offered').length);
    expect(org.runtime.log.newest).toBeLessThan(20_000);
  });

  test('they ask for nothing in calls, messages and workflows that the local org does not do, but bots', () => {
    const missing = flows.flatMap(({ kind, yaml }) =>
      run(kind, yaml, { outputs: {} })
        .events('action.notEmulated')
        .map(({ kind: action }) => action),
    );

    expect([...new Set(missing)].sort()).toEqual(['callBotFlow', 'callDigitalBotFlow', 'callLexV2Bot']);
  });
});
