import { seconds } from 'flowcdk';
import { localOrg } from 'flowcdk/testing';
import { app, everythingWorks, patientCall } from '../private/calls';

const withScript = app.with({
  settings: { ...app.settings, supportLine: { ...app.settings.supportLine, screenPop: 'Customer of the call' } },
});

test('the agent sees the script that the settings name, and it gets the conversation id', async () => {
  const org = await localOrg(withScript, { services: everythingWorks });
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(20) });

  expect(call.eventsOf('agent.screenPop')).toMatchObject([
    { script: 'Customer of the call', inputs: { conversationId: call.conversationId } },
  ]);
});

test('without a script agents see what their queue says', async () => {
  const org = await localOrg(app, { services: everythingWorks });
  const call = await patientCall(org);
  await call.end({ agentAnswersAfter: seconds(20) });

  expect(call.eventsOf('agent.answered')).toHaveLength(1);
  expect(call.eventsOf('agent.screenPop')).toEqual([]);
});
