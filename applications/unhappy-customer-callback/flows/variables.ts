import { boolean, dateTime, decimal, integer, optional, reference, string, type VariablesOf } from 'flowcdk';

/** What the event hands over. */
export const inputs = {
  conversationId: string(),
  ani: optional(string({ description: 'Who called: tel:+33199001234, sip:anonymous@anonymous.invalid, or nothing' })),
};

export const variables = {
  claim: string({ description: 'The mark by which this run knows that the conversation is its own' }),
  mark: string({ description: 'What the conversation is marked with' }),
  known: boolean({ initial: false, description: 'Whether the mark could be read' }),
  turn: integer(),
  status: integer({ description: 'HTTP status of the last call that failed' }),
  errorCode: string({ description: 'What Genesys Cloud calls the failure' }),
  score: decimal({ description: '-100 to 100; NOT_SET while it is unknown' }),
  lastLook: string({ initial: 'none', description: 'What came of the last look for the score' }),
  number: string({ description: 'The number of the customer, E.164; NOT_SET where there is none' }),
  language: string({ description: 'The language of the customer' }),
  supervisors: reference('queue', { description: 'Where a call-back waits for a supervisor' }),
  notBefore: dateTime({ description: 'When a call-back may be due at the earliest' }),
  due: dateTime({ description: 'When the call-back is due' }),
  earlier: dateTime({ description: 'A moment before that, which may do, too' }),
  callable: boolean({ initial: false, description: 'Whether the customer may be called at that moment' }),
  sms: string({ initial: 'OFF', description: 'What became of the SMS' }),
  callback: string({ initial: 'OFF', description: 'What became of the call-back' }),
  chat: string({ initial: 'OFF', description: 'What became of the message to the chat' }),
  failed: boolean({ initial: false, description: 'Whether one of them failed' }),
};

export type Flow = VariablesOf<typeof inputs & typeof variables>;
