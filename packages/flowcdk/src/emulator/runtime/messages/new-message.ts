import type { SentMessage } from '../../state/tables/sent-message';

/** A message to send. Addresses are numbers in E.164, e-mail addresses or the ids of integrations. */
export type NewMessage = Pick<SentMessage, 'from' | 'to' | 'text'> & {
  readonly channel: Exclude<SentMessage['channel'], 'chat'>;
} & Partial<
    Pick<
      SentMessage,
      'fromName' | 'toName' | 'replyTo' | 'subject' | 'html' | 'useExistingActiveConversation' | 'conversationId'
    >
  >;
