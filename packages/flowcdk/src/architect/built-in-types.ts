import { dateTime, duration, integer, json, boolean, reference, string, type TypeOf } from './types';

/**
 * Architect's own variables with their types. The catalogue of expressions has the same names with the kinds of flow
 * that have them; a test compares the two. Two groups are left out: variables whose type no flow variable can have (a
 * campaign, a message), and constants, which stand in expressions: `System.MaxInt`.
 */
export const builtInTypes = {
  'Call.Ani': string({ description: 'Who calls, as the carrier says it: `tel:+442079460101`, `sip:…`' }),
  'Call.CalledAddress': string({ description: 'What they called' }),
  'Call.CalledAddressOriginal': string({ description: 'What they called before the call was forwarded' }),
  'Call.ConversationId': string({ description: 'Of the conversation the call belongs to' }),
  'Call.RemoteName': string({ description: 'Who calls, by name, where the carrier says it' }),
  'Call.UUIData': string({ description: 'User-to-user information of SIP' }),
  'Call.Language': string({ description: 'Spoken at the moment: `en-us`' }),
  'Call.ExternalTag': string({ description: 'What another system calls the conversation' }),
  'Call.ExternalContactId': string({ description: 'The external contact that calls' }),
  'Interaction.Language': string({ description: 'Spoken at the moment: `en-us`' }),
  'Interaction.Id': string({ description: 'Of the conversation' }),
  'Call.CurrentQueue': reference('queue', { description: 'Where the call waits; in-queue flows only' }),
  'Call.EstimatedWaitTime': duration({ description: 'How long it may still wait; in-queue flows only' }),
  'Call.PositionInQueue': integer({ description: 'Its place in the queue, from 1; in-queue flows only' }),
  'Flow.HoldPrompt': reference('prompt', { description: 'The music an in-queue flow names; in-queue flows only' }),
  'Call.ContactId': string({ description: 'Who is called; outbound flows only' }),
  'Flow.WrapupCode': reference('wrapupCode', { description: 'Of an outbound flow' }),
  'Flow.IsTest': boolean({ description: 'Whether the flow runs in a test of Architect' }),
  'Flow.StartDateTimeUtc': dateTime({ description: 'When the flow began' }),
  'Flow.Version': string({ description: 'The version that runs' }),
  'Flow.InvocationData': json({ description: 'What the flow was launched with, as a whole' }),
  'Message.ConversationId': string({ description: 'Of the conversation the message belongs to' }),
  'Message.IsNewConversation': boolean({ description: 'Whether the message began the conversation' }),
  'Message.Language': string({ description: 'The language of the conversation' }),
  'Email.ConversationId': string({ description: 'Of the conversation the e-mail belongs to' }),
  'Chat.ConversationId': string({ description: 'Of the conversation the chat belongs to' }),
  'Survey.ConversationId': string({ description: 'Of the conversation the survey asks about' }),
  'Survey.Url': string({ description: 'Where the survey is answered' }),
  'Workitem.EventType': string({ description: 'What happened to the work item' }),
} as const;

/** The types of Architect's own variables, by name. */
export type BuiltInTypes = { readonly [N in keyof typeof builtInTypes]: TypeOf<(typeof builtInTypes)[N]> };
