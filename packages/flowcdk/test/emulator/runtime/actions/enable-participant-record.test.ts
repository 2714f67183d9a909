import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

const agree = '- enableParticipantRecord: { name: They agree }';

test.each([1, 2])('the caller agrees once where the flow says it %i times', (times) => {
  const org = livingOrg();
  const { conversation } = callTo(org, { actions: Array.from({ length: times }, () => agree) });
  org.clock.runNow();

  expect(conversation.mayBeRecorded).toBe(true);
  expect(org.events('recording.enabled')).toHaveLength(1);
});
