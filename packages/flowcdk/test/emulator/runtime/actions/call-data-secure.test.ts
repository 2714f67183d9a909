import { callDataYaml, callFlowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

test.each([
  ['success', { outputs: { customerId: 'C1' } }],
  ['failure', { failure: { errorCode: 'remote.error', status: 500 } }],
  ['timeout', { outputs: {}, after: 10_000 }],
])('a secure flow asks a secure data action as others do: %s', (path, double) => {
  const org = livingOrg({ dataActions: { 'Payments / Charge': double } });
  const action = callDataYaml('Payments', 'Charge').replace(
    'callData:\n              name: Ask',
    'callDataSecure:\n              name: Ask\n              timeout: { lit: { seconds: 5 } }',
  );
  const flow = org.publish(callFlowYaml('pay', action).replaceAll('inboundCall', 'secureCall'));
  org.number('+33199000001', flow);
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow();

  expect(org.requests).toMatchObject([{ inputs: { phoneNumber: '+33123456789' } }]);
  expect(org.events('action.ended')[0]).toMatchObject({ kind: 'callDataSecure', path });
  expect(org.events('call.ended')).toHaveLength(1);
});
