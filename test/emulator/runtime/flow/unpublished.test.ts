import { unpublishFlow } from '../../../../src/emulator/publish/publish-flow';
import { callFlowYaml, workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

// A flow that was taken out of use keeps its versions; nothing starts it any more.

test('a workflow that is not published cannot be launched', () => {
  const org = livingOrg();
  const flow = org.publish(workflowYaml('count'));
  unpublishFlow(org.org, flow);
  expect(() => org.launch(flow)).toThrow("The flow 'count' is not published.");
});

test('a call route whose flow is not published refuses calls, and says which', () => {
  const org = livingOrg();
  const flow = org.publish(callFlowYaml('line'));
  org.number('+33199000001', flow);
  unpublishFlow(org.org, flow);
  expect(org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' })).toBeUndefined();
  expect(org.events('call.refused')).toMatchObject([{ reason: "the flow 'line' of the call route is not published" }]);
});
