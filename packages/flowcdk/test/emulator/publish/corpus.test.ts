import { parseYaml } from '../../../src/architect/yaml/parse';
import { judge } from '../../../src/emulator/publish/publish';
import { corpus, describeCorpus } from '../../private/corpus';
import { everythingNamed } from '../runtime/private/everything-named';
import { livingOrg } from '../runtime/private/living-org';

/** As Terraform would fill in the placeholders: with their own names. */
const filled = (text: string): string => text.replace(/\{\{[ \t]*([\w.-]+)[ \t]*\}\}/g, '$1');

/** Files that nothing accepted, and why. */
const broken: readonly (readonly [part: string, why: string])[] = [['CrossOrgMainFlow', 'a call flow has no states']];

const readable = [...corpus].filter(([, text]) => {
  const { root, problems } = parseYaml(filled(text));
  return root !== undefined && problems.length === 0;
});
const flows = readable.filter(([file]) => !broken.some(([part]) => file.includes(part)));

describeCorpus('published flows can be published here', () => {
  test.each(flows)('%s, once what it names exists', (_, text) => {
    const yaml = filled(text);
    const org = livingOrg();
    for (const { kind, name, fields } of everythingNamed(yaml)) org.put(kind, { name, ...fields });

    const judged = judge(yaml, org.org);

    expect('problems' in judged ? judged.problems : []).toEqual([]);
  });

  test('every file that is said to be broken is one of the collection, and is refused', () => {
    for (const [part] of broken) {
      const [, text = ''] = readable.find(([file]) => file.includes(part)) ?? [];

      expect(judge(text, livingOrg().org)).toMatchObject({ problems: expect.any(Array) as unknown });
    }
  });
});
