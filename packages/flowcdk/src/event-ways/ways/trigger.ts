import { callData } from '../../architect/actions/call-data';
import { endWorkflow } from '../../architect/actions/end-workflow';
import { loop } from '../../architect/actions/loop';
import { wait } from '../../architect/actions/wait';
import { workflow } from '../../architect/flows/workflow';
import { minutes, seconds, string } from '../../architect/types';
import { dataAction } from '../../data-action/data-action';
import { webServices } from '../../data-action/integration';
import { equal } from '../../process-automation/criteria';
import { conversationCustomerEnd } from '../../process-automation/topics/customer';
import { trigger } from '../../process-automation/trigger';

export const receiver = webServices({ name: 'Receiver of records' });

export const sendRecord = dataAction({
  name: 'Send record',
  integration: receiver,
  input: { conversationId: string() },
  output: {},
  request: ({ conversationId }) => ({
    method: 'POST',
    url: 'https://records.example/trigger',
    body: { conversationId },
  }),
  response: {},
  timeout: seconds(5),
});

export const recordCall = workflow({
  name: 'record-call',
  inputs: { conversationId: string() },
  actions: ({ conversationId }) => [
    loop('Try three times', { times: 3 }, [
      callData('Send record', sendRecord, {
        inputs: { conversationId },
        onSuccess: [endWorkflow('Recorded', 'RECORDED')],
      }),
      wait('Before the next try', minutes(1)),
    ]),
    endWorkflow('Not recorded', 'NOT RECORDED'),
  ],
});

export const callEnded = trigger({
  name: 'Call ended',
  topic: conversationCustomerEnd,
  when: (event) => [equal(event.mediaType, 'VOICE')],
  target: recordCall,
});
