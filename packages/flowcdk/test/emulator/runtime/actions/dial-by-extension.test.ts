import { callTo, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';
import { play } from '../private/playing';

test('an extension can be dialled by an action; where nobody has it the flow goes on', () => {
  const org = livingOrg();
  const call = callTo(org, { actions: ['- dialByExtension: { name: Who? }'] });
  call.press('99');
  org.clock.runNow();
  expect(org.events('transfer.failed')).toMatchObject([{ to: '99' }]);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
});

test('a key cuts off what was queued before it', () => {
  const org = livingOrg();
  const call = callTo(org, { actions: [play('Please dial the extension'), '- dialByExtension: { name: Who? }'] });
  pass(org, 0.5);
  call.press('9');
  org.clock.runNow();
  expect(org.events('audio.ended')[0]).toMatchObject({ heard: 500, cutOffBy: 'digit' });
});
