import { corpus, describeCorpus, filledIn, kindIn, whyBroken } from '../../private/corpus';
import type { Double } from './private/living-org';
import { run, runs } from './private/run-published';

/** Real flows of the kinds the local org runs. */
const flows = [...corpus].flatMap(([file, text]) => {
  const yaml = filledIn(text);
  const kind = kindIn(yaml);
  return runs(kind) && whyBroken(file) === undefined ? [{ file, kind, yaml }] : [];
});

const doubles: Readonly<Record<string, Double>> = {
  'answer without a word': { outputs: {} },
  fail: { failure: { errorCode: 'remote.error', status: 500 } },
  'answer after an hour': { outputs: {}, after: 3_600_000 },
};

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
