import type { Action } from '../../architect/actions';
import { knownText } from '../known-values';
import type { ActionPlace, Rule } from '../rule';
import { yamlOf } from '../yaml-of';

const LONGEST = 36;

/** Ids of conversations have 36 characters; Get and Set Conversation Data take no more. */
export const conversationIdTooLong: Rule = {
  name: 'conversation-id-too-long',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'something that cannot be the id of a conversation',
  start: (report) => {
    const look = ({ conversationId }: OfConversation, place: ActionPlace): void => {
      const length = knownText(conversationId, place)?.length ?? 0;
      if (length <= LONGEST) return;
      report({
        message: `the conversation id has ${length} characters`,
        help: `Ids of conversations have up to ${LONGEST}.`,
        file: place.file,
        path: place.path,
        yaml: yamlOf(conversationId),
      });
    };
    return { actions: { setConversationData: look, getConversationData: look } };
  },
};

type OfConversation = Action & { readonly kind: 'setConversationData' | 'getConversationData' };
