import { callTo, pass } from '../private/calls';
import { orgWith, play } from '../private/playing';

test('a caller who hangs up cuts off what plays; the rest of the flow does not happen', () => {
  const org = orgWith(0);
  const call = callTo(org, {
    actions: [play('One two three four five'), '- flushAudio: { name: Now }', play('Never')],
  });
  pass(org, 1);
  call.hangUp();
  org.clock.runNow();
  expect(org.events('audio.ended')).toMatchObject([{ heard: 1_000, cutOffBy: 'hangUp' }]);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'hangUp' }]);
});
