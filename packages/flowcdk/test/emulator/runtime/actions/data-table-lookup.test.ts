import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const variables = ['string', 'integer', 'boolean']
  .map(
    (kind) =>
      `    - ${kind}Variable: { name: Flow.${kind}, initialValue: { noValue: true }, isInput: false, isOutput: true }`,
  )
  .concat(
    ['way', 'type', 'message'].map(
      (name) =>
        `    - stringVariable: { name: Flow.${name}, initialValue: { noValue: true }, isInput: false, isOutput: true }`,
    ),
  )
  .join('\n');

const way = (name: string): string =>
  `                ${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`;

const lookup = (key: string): string => `          - dataTableLookup:
              name: Look
              lookupValue: ${key}
              dataTable:
                Hours:
                  foundOutputs: { text: { var: Flow.string }, count: { var: Flow.integer }, flag: { var: Flow.boolean } }
                  failureOutputs: { errorType: { var: Flow.type }, errorMessage: { var: Flow.message } }
              outputs:
${['found', 'notFound', 'failure'].map(way).join('\n')}`;

function run(key: string, gone = false) {
  const org = livingOrg();
  const column = (type: string) => ({ type });
  const table = org.put('datatable', {
    name: 'Hours',
    schema: {
      type: 'object',
      properties: { key: column('string'), text: column('string'), count: column('integer'), flag: column('boolean') },
    },
  });
  org.org.put('datatableRow', {
    id: `${table.id}/fr`,
    tableId: table.id,
    row: { key: 'fr', text: 'Bonjour', count: 3, flag: true },
  });
  org.org.put('datatableRow', { id: `${table.id}/de`, tableId: table.id, row: { key: 'de' } });
  const flow = org.publish(workflowYaml('looks', lookup(key), variables));
  if (gone) org.org.remove('datatable', table.id);
  return org.launch(flow).outputs ?? {};
}

test('a row is found by its key, each column with the type of its variable', () => {
  expect(run('{ lit: fr }')).toMatchObject({
    'Flow.way': 'found',
    'Flow.string': 'Bonjour',
    'Flow.integer': 3,
    'Flow.boolean': true,
  });
});

test('a column without a value is NOT_SET', () => {
  expect(run('{ lit: de }')).toMatchObject({ 'Flow.way': 'found', 'Flow.string': null, 'Flow.integer': null });
});

test('keys differ by upper and lower case', () => {
  expect(run('{ lit: FR }')).toMatchObject({ 'Flow.way': 'notFound' });
});

test.each([
  ['a key that is NOT_SET', '{ exp: "ToString(NOT_SET)" }', false, 'lookupValue.not.set'],
  ['a table that was deleted', '{ lit: fr }', true, 'dataTable.not.found'],
])('%s is a failure', (_, key, gone, type) => {
  expect(run(key, gone)).toMatchObject({ 'Flow.way': 'failure', 'Flow.type': type });
});
