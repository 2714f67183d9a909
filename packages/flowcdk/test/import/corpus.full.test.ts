import { importFlows } from '../../src/import/import-flows';
import { corpus, describeCorpus } from '../private/corpus';
import { typeErrors } from './private/compile';
import { dataOf, imported, synthesized } from './private/round-trip';

jest.setTimeout(300_000);

describeCorpus('importing published flows', () => {
  const all = [...corpus].map(([file, text]) => imported(file.replace(/\.yaml$/, ''), text));
  const typed = all.flatMap((folder) =>
    folder.flows.filter(({ why }) => why === undefined).map((flow) => ({ folder, flow })),
  );

  test('every file that is YAML becomes a definition', () => {
    const flows = all.flatMap((folder) => folder.flows);

    expect({ typed: typed.length, yaml: flows.length - typed.length }).toEqual({ typed: 91, yaml: 12 });
  });

  test('the definitions compile under strict', () => {
    expect(typeErrors(typed.map(({ folder }) => folder))).toEqual([]);
  });

  test.each(typed.map(({ folder, flow }) => [folder.name, folder, flow.path ?? ''] as const))(
    '%s synthesizes to the same YAML as data',
    (name, folder, path) => {
      expect(dataOf(synthesized(folder, path))).toEqual(dataOf(corpus.get(`${name}.yaml`) ?? ''));
    },
  );

  test('nearly all actions are written with their builders, and none is lost', () => {
    const sum = { builders: 0, withRaw: 0, raw: 0 };
    for (const { flow } of typed) {
      sum.builders += flow.actions.builders;
      sum.withRaw += flow.actions.withRaw;
      sum.raw += flow.actions.raw;
    }

    expect(sum).toEqual({ builders: 566, withRaw: 6, raw: 0 });
  });

  test('all files together say the same, too', () => {
    const { flows, files } = importFlows([...corpus].map(([file, text]) => ({ file, text })));
    const together = { name: 'together', files };

    for (const { file, path = '', why } of flows) {
      if (why === undefined) expect(dataOf(synthesized(together, path))).toEqual(dataOf(corpus.get(file) ?? ''));
    }
    expect(
      typeErrors([{ name: 'together', files: files.filter(({ text }) => !text.includes('flowFromYaml')) }]),
    ).toEqual([]);
  });
});
