import { callDataYaml, workflowYaml } from '../../private/flows';
import { livingOrg, MONDAY_NOON } from '../private/living-org';

const output =
  '    - stringVariable: { name: Flow.way, initialValue: { noValue: true }, isInput: false, isOutput: true }';
const way = (name: string): string =>
  `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`;
const asksOffice = workflowYaml(
  'hours',
  `          - evaluateSchedule:
              name: When?
              schedule: { lit: { name: Office } }
              evaluate: { now: true }
              emergencyGroup: { noValue: true }
              outputs: { ${way('active')}, ${way('inactive')} }`,
  output,
);

/** The schedule `Office` is active; later it is called otherwise, and another one, which is not active, has its name. */
function renamed() {
  const org = livingOrg();
  const local = (hours: number): string => new Date(MONDAY_NOON + hours * 3_600_000).toISOString().replace('Z', '000');
  const first = org.put('schedule', { name: 'Office', start: local(-1), end: local(1), rrule: '' });
  const flow = org.publish(asksOffice);
  org.org.put('schedule', { ...first, name: 'Former office' });
  org.put('schedule', { name: 'Office', start: local(5), end: local(6), rrule: '' });
  return { org, flow };
}

test('a flow runs with what its names meant when it was published, whatever is renamed since', () => {
  const { org, flow } = renamed();
  expect(org.launch(flow).outputs).toEqual({ 'Flow.way': 'active' });
});

test('each version has the names of its own time', () => {
  const { org, flow } = renamed();
  org.publish(asksOffice);
  const ways = ['1.0', '2.0'].map(
    (flowVersion) => org.runtime.executions.launch({ flowId: flow.id, flowVersion }).outputs?.['Flow.way'],
  );
  expect(ways).toEqual(['active', 'inactive']);
});

test('a data action that was renamed is still the one the flow asks', () => {
  const org = livingOrg({ dataActions: { 'Customers / Find': { outputs: {} } } });
  const flow = org.publish(workflowYaml('asks', callDataYaml('Customers', 'Find')));
  const [action] = org.org.all('dataAction');
  if (action) org.org.put('dataAction', { ...action, name: 'Find customer' });
  org.launch(flow);
  expect(org.requests).toMatchObject([{ actionId: action?.id }]);
});
