import { join } from 'node:path';
import { flowYaml, type FlowDefinition } from 'flowcdk';
import { loadApplication } from '../../src/application/load-application';
import { openApplication } from '../../src/application/open-application';
import { importFlows } from '../../src/import/import-flows';
import { dataOf, synthesized } from './private/round-trip';

const root = join(__dirname, '../../../..');

/** All flows of the application in the box. */
async function ownFlows(): Promise<readonly FlowDefinition[]> {
  const loaded = await loadApplication({ file: join(root, 'flowcdk.config.ts') });
  if (!loaded.application) throw new Error('the application cannot be loaded');
  const opened = openApplication(loaded.application, { folder: root, environment: undefined });
  if (!opened.opened) throw new Error('the application cannot be opened');
  return opened.opened.stacks
    .flatMap(({ definitions }) => definitions)
    .filter((definition): definition is FlowDefinition => definition.definition === 'flow' && 'tree' in definition);
}

test('the flows of the application come back as they were synthesized, each action with its builder', async () => {
  const flows = await ownFlows();
  const sources = flows.map((flow, i) => ({ file: `${i}.yaml`, text: flowYaml(flow) }));
  const { files, flows: outcomes, findings } = importFlows(sources);

  expect(findings).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(2);
  for (const [i, { path = '', why, actions, rawKeys }] of outcomes.entries()) {
    expect({ why, withRaw: actions.withRaw, raw: actions.raw, rawKeys }).toEqual({
      why: undefined,
      withRaw: 0,
      raw: 0,
      rawKeys: [],
    });
    expect(dataOf(synthesized({ name: 'own', files }, path))).toEqual(dataOf(sources[i]?.text ?? ''));
  }
});
