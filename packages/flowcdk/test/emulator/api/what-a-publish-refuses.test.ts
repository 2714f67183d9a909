import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../src/check/rules';
import { atPublish } from '../../../src/emulator/publish/what-architect-refuses';
import { callFlowYaml, workflowYaml } from '../private/flows';
import { localOrg } from '../private/local-org';

/** Those that look at data actions and triggers never see an uploaded flow. */
const ofFlows = rules.filter(({ family }) => !['templates', 'triggers', 'definitions'].includes(family));
const opinions = Object.keys(atPublish).filter((rule) => atPublish[rule] === 'runs');

test('of every rule that finds errors in flows it is decided whether Architect refuses the same', () => {
  const errors = ofFlows.filter(({ severity }) => severity === 'error').map(({ name }) => name);
  const decided = Object.keys(atPublish).filter((rule) => rule !== 'name-not-in-org');

  expect([...decided].sort()).toEqual(errors.sort());
});

test('docs/emulator.md names the rules a publish only tells', () => {
  const page = readFileSync(join(__dirname, '../../../../../docs/emulator.md'), 'utf8');

  for (const rule of opinions) expect(page).toContain(`\`${rule}\``);
});

const wait = `          - wait:
              name: Sleep
              duration:
                lit:
                  hours: 100`;

test('what only fails when the flow runs is published, with a warning of the job', async () => {
  const org = localOrg();

  const job = await org.publish(workflowYaml('Slow', wait));

  expect(job).toMatchObject({
    status: 'Success',
    flow: { name: 'Slow' },
    messages: [{ type: 'Warning', text: expect.stringMatching(/^Warning: line 21, .*\(wait-too-long\)$/) as string }],
  });
});

test('what Architect refuses is not published; warnings come after what is refused', async () => {
  const org = localOrg();

  const job = await org.publish(workflowYaml('Slow', `${wait}\n          - wait:\n              nam: Typo`));

  expect(job.flow).toBeUndefined();
  expect(job.status).toBe('Failure');
  expect(job.messages.map(({ type }) => type)).toEqual(['Error', 'Error', 'Warning']);
});

test.each([
  [
    'endless-cycle',
    callFlowYaml(
      'Circle',
      '          - jumpToTask:\n              name: Again\n              targetTaskRef: ./tasks/task[Begin]',
    ),
  ],
])('%s does not keep a flow from being published', async (rule, yaml) => {
  const job = await localOrg().publish(yaml);

  expect(job.status).toBe('Success');
  expect(job.messages.map(({ text }) => text).join()).toContain(`(${rule})`);
});

test('of very many problems of one rule a job names the first hundred, and says how many more there are', async () => {
  const unknown = Array.from({ length: 150 }, (_, i) => `  unknown${i}: 1`).join('\n');
  const { status, messages = [] } = await localOrg().publish(`${workflowYaml('Many').trimEnd()}\n${unknown}\n`);
  const texts = messages.map(({ text }) => text);

  expect(status).toBe('Failure');
  expect(texts.filter((text) => text.endsWith('(unknown-key)'))).toHaveLength(100);
  expect(texts.at(-1)).toBe('and 50 more of unknown-key');
});
