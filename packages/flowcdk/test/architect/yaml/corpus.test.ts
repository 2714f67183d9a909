import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { printYaml } from '../../../src/architect/yaml/print';

/** Flows that people published; they are not ours to ship, so the folder may be absent. */
const CORPUS = join(__dirname, '../../../../../../shared/corpus/flows');

const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.yaml')) : [];
const read = (file: string) => readFileSync(join(CORPUS, file), 'utf8');

/** Placeholders get a value, as Terraform would give them one; texts that are still not YAML are not flows. */
const flows = files
  .map((file) => [file, read(file).replace(/(?<!")\{\{(\w+)\}\}(?!")/g, '$1')] as const)
  .filter(([, text]) => parseYaml(text).problems.length === 0);

const describeCorpus = files.length > 0 ? describe : describe.skip;

describeCorpus('published flows (skipped where the collection is absent)', () => {
  test('most of them are read', () => {
    expect(flows.length).toBeGreaterThan(40);
  });

  test.each(flows)('%s says the same after reading and printing', (_, text) => {
    const { root } = parseYaml(text);
    const printed = root && printYaml(root);

    expect(root && toData(root)).toEqual(load(text));
    // As text, because the order of keys counts.
    expect(JSON.stringify(load(printed ?? ''))).toBe(JSON.stringify(load(text)));
  });

  test('what the Architect exporter wrote comes back byte for byte', () => {
    const same = flows.filter(([, text]) => {
      const { root } = parseYaml(text);
      return root && printYaml(root) === text.replace(/\r\n/g, '\n').replace(/\n*$/, '\n');
    });

    // The others were written or edited by hand: other indentation, single quotes, yes and no without quotes.
    expect(same.length).toBeGreaterThanOrEqual(33);
  });

  test('every placeholder without a value is told, with its name', () => {
    const text = read('MyPureCloud__terraform-provider-genesyscloud__inboundcall_flow_example_substitutions.yaml');
    expect(parseYaml(text.replace(/"/g, '')).problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('{{flow_name}}'),
    );
  });
});
