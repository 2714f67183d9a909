/** The topics of conversations that the local org publishes. */
export const everyTopic: readonly string[] = [
  'customer.start',
  'customer.end',
  'user.start',
  'user.end',
  'acd.start',
  'acd.end',
  'flow.start',
  'flow.end',
  'flow.outcome',
  'voicemail.start',
  'voicemail.end',
  'acw',
  'wrapup',
  'attributes',
].map((kind) => `v2.detail.events.conversation.{id}.${kind}`);
