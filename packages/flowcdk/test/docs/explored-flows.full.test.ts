import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../src/check/project';
import { readI3 } from '../../src/i3/read-i3';
import { FlowFiles } from '../../src/stubs/flow-files';
import { explore } from '../../src/testing/explore';
import { KitProblem } from '../../src/testing/kit-problem';
import { runs } from '../emulator/runtime/private/run-published';
import { corpus, describeCorpus, filledIn, i3Corpus, kindIn } from '../private/corpus';

jest.setTimeout(900_000);

const page = join(__dirname, '../../../../docs/published-flows.md');
const marked = /(<!-- table of explored flows -->\n)[^]*(\n<!-- end of table of explored flows -->)/;

/** The most runs of one flow. */
const MOST = 90;

interface Outcome {
  readonly kind: string;
  readonly runs: number;
  readonly ways: number;
  readonly taken: number;
  readonly broken: number;
  readonly isRefused: boolean;
}

async function outcomeOf(file: string, yaml: string): Promise<Outcome> {
  const kind = kindIn(yaml);
  try {
    const { runs: tried, coverage, broken } = await explore(new FlowFiles([readFile(file, yaml)]), { most: MOST });
    const sum = (of: (flow: (typeof coverage)[number]) => number): number =>
      coverage.reduce((all, flow) => all + of(flow), 0);
    const [ways, taken] = [sum((flow) => flow.ways), sum((flow) => flow.taken)];
    return { kind, runs: tried, ways, taken, broken: broken.length > 0 ? 1 : 0, isRefused: false };
  } catch (problem) {
    if (!(problem instanceof KitProblem)) throw problem;
    return { kind, runs: 0, ways: 0, taken: 0, broken: 0, isRefused: true };
  }
}

function rowOf(kind: string, outcomes: readonly Outcome[]): string {
  const ran = outcomes.filter(({ isRefused }) => !isRefused);
  const sum = (of: (outcome: Outcome) => number): number => ran.reduce((all, outcome) => all + of(outcome), 0);
  const [ways, taken] = [sum((outcome) => outcome.ways), sum((outcome) => outcome.taken)];
  const percent = ways === 0 ? 100 : Math.floor((100 * taken) / ways);
  const cells = [
    kind,
    outcomes.length,
    ran.length,
    sum((outcome) => outcome.runs),
    ways,
    taken,
    `${percent} %`,
    sum((outcome) => outcome.broken),
  ];
  return `| ${cells.join(' | ')} |`;
}

describeCorpus('how far every key leads in published flows', () => {
  test('docs/published-flows.md tells it (npm run corpus-table writes it)', async () => {
    const exports = [...i3Corpus].flatMap(([file, bytes]) => {
      const { export: exported } = readI3(bytes, file);
      return exported ? [[file, exported.text] as const] : [];
    });
    const outcomes: Outcome[] = [];
    for (const [file, text] of [...corpus, ...exports]) {
      const yaml = filledIn(text);
      if (runs(kindIn(yaml))) outcomes.push(await outcomeOf(file, yaml));
    }
    const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
    const head = ['kind', 'flows', 'run', 'runs', 'ways', 'taken', 'share', 'broke'];
    const table = [
      `| ${head.join(' | ')} |`,
      `|${head.map(() => '---|').join('')}`,
      ...kinds.map((kind) =>
        rowOf(
          kind,
          outcomes.filter((outcome) => outcome.kind === kind),
        ),
      ),
      rowOf('all', outcomes),
    ].join('\n');

    const text = readFileSync(page, 'utf8');
    expect(text).toMatch(marked);
    const written = text.replace(marked, (_, begin: string, end: string) => `${begin}\n${table}\n${end}`);
    if (process.env['UPDATE_DOCS']) writeFileSync(page, written);

    expect(readFileSync(page, 'utf8')).toBe(written);
  });
});
