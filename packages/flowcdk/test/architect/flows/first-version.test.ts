import {
  commonModule,
  endTask,
  flowYaml,
  inboundCall,
  integer,
  string,
  task,
  workflow,
  endWorkflow,
} from '../../../src';
import { firstVersion, firstVersionKinds } from '../../../src/architect/flows/first-version';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { readFlow } from '../../../src/architect/yaml/read-flow';

const line = inboundCall({ name: 'Line', division: 'Sales', startUp: () => task('Begin', []) });

test.each(firstVersionKinds)('the first version of %s has the name, and is a whole flow', (kind) => {
  const first = firstVersion({ ...line, kind });
  const { root } = parseYaml(first ? flowYaml(first) : '');
  const { flow, problems } = root ? readFlow(root) : { flow: undefined, problems: [] };

  expect(problems).toEqual([]);
  expect(flow).toMatchObject({ kind, name: 'Line', division: 'Sales' });
});

test('it takes and gives what the flow takes and gives', () => {
  const contract = { inputs: { phone: string() }, outputs: { orders: integer() } };
  const count = workflow({ name: 'Count', ...contract, actions: () => [endWorkflow()] });
  const find = commonModule({
    name: 'Find',
    ...contract,
    compatibleFlowTypes: ['workflow', 'secureCall'],
    actions: () => [endTask()],
  });

  expect(firstVersion(count)).toMatchObject(contract);
  expect(firstVersion(find)).toMatchObject({
    ...contract,
    tree: { settingsCommonModule: find.tree.settingsCommonModule },
  });
});
