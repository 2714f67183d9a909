import type { EventStreamProps } from '../../constructs/event-stream-props';
import { conversationCustomerEnd } from '../../process-automation/topics/customer';

export const recordedCalls = {
  suffix: 'recorded-calls',
  account: '123456789012',
  region: 'eu-central-1',
  topics: [conversationCustomerEnd.name],
  rules: {
    'record-call': {
      pattern: { detail: { eventBody: { mediaType: ['VOICE'] } } },
      targets: [{ arn: 'arn:aws:lambda:eu-central-1:123456789012:function:record-call' }],
    },
  },
} satisfies EventStreamProps;
