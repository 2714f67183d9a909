import { parseYaml } from '../../../src/architect/yaml/parse';
import { judge } from '../../../src/emulator/publish/publish';
import { corpus, describeCorpus, filledIn, whyBroken } from '../../private/corpus';
import { everythingNamed } from '../runtime/private/everything-named';
import { livingOrg } from '../runtime/private/living-org';
import { rowsOf } from '../../private/thorough';

const readable = [...corpus].flatMap(([file, text]) => {
  const yaml = filledIn(text);
  const { root, problems } = parseYaml(yaml);
  return root !== undefined && problems.length === 0 ? [[file, yaml] as const] : [];
});
const accepted = readable.filter(([file]) => whyBroken(file) === undefined);
const broken = readable.filter(([file]) => whyBroken(file) !== undefined);

describeCorpus('published flows can be published here', () => {
  test.each(rowsOf(accepted, 30))('%s, once what it names exists', (_, yaml) => {
    const org = livingOrg();
    for (const { kind, name, fields } of everythingNamed(yaml)) org.put(kind, { name, ...fields });

    const judged = judge(yaml, org.org);

    expect('problems' in judged ? judged.problems : []).toEqual([]);
  });

  test.each(broken)('%s is refused', (_, yaml) => {
    expect(judge(yaml, livingOrg().org)).toMatchObject({ problems: expect.any(Array) as unknown });
  });
});
