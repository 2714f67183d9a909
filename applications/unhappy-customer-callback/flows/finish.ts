import { type Actions, callData, concat, endWorkflow, type Readable, seconds, wait } from 'flowcdk';
import type { tagConversation } from '../data-actions/tag-conversation';
import type { Flow } from './variables';

/** How marks are written. */
export interface Marks {
  /** What they begin with: `callback` makes `callback:…`. */
  readonly tag: string;
  readonly write: typeof tagConversation;
  readonly timeout: ReturnType<typeof seconds>;
}

/**
 * The end of a run that had claimed the conversation: the result replaces the claim and is the reason of the end. A
 * second try, because a claim that stays would hide that nothing is going on any more.
 */
export const finish = (flow: Flow, marks: Marks, name: string, result: string | Readable<string>): Actions => [
  callData(`Mark: ${name}`, marks.write, {
    ...call(flow, marks, result),
    onSuccess: [endWorkflow(`End: ${name}`, result)],
  }),
  wait(`Before ${name} is marked again`, seconds(30)),
  callData(`Mark again: ${name}`, marks.write, {
    ...call(flow, marks, result),
    onSuccess: [endWorkflow(`End after all: ${name}`, result)],
  }),
  endWorkflow(`End: ${name}, not marked`, concat(result, ' (THE CONVERSATION COULD NOT BE MARKED)')),
];

const call = ({ conversationId }: Flow, { tag, timeout }: Marks, result: string | Readable<string>) => ({
  inputs: { conversationId, externalTag: concat(`${tag}:`, result) },
  timeout,
});
