import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

test('an extension can be dialled by an action; where nobody has it the flow goes on', () => {
  const org = livingOrg();
  const call = callTo(org, { actions: ['- dialByExtension: { name: Who? }'] });
  call.press('99');
  org.clock.runNow();
  expect(org.events('transfer.failed')).toMatchObject([{ to: '99' }]);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
});
