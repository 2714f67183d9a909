import { load } from 'js-yaml';
import { toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { printYaml } from '../../../src/architect/yaml/print';
import { corpus, describeCorpus } from '../../private/corpus';

/** Placeholders get a value, as Terraform would give them one; texts that are still not YAML are not flows. */
const flows = [...corpus]
  .map(([file, text]) => [file, text.replace(/(?<!")\{\{(\w+)\}\}(?!")/g, '$1')] as const)
  .filter(([, text]) => parseYaml(text).problems.length === 0);

describeCorpus('reading and printing published flows', () => {
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
    const file = 'MyPureCloud__terraform-provider-genesyscloud__inboundcall_flow_example_substitutions.yaml';
    expect(parseYaml((corpus.get(file) ?? '').replace(/"/g, '')).problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('{{flow_name}}'),
    );
  });
});
