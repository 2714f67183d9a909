import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

const agree = '- enableParticipantRecord: { name: They agree }';

test('the caller agrees once, however often the flow says it', () => {
  const org = livingOrg();
  const { conversation } = callTo(org, { actions: [agree, agree] });
  org.clock.runNow();

  expect(conversation.mayBeRecorded).toBe(true);
  expect(org.events('recording.enabled')).toHaveLength(1);
});
