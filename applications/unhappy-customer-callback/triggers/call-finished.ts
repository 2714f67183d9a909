import { type Existing, minutes, type WrapupCodeDefinition } from 'flowcdk';
import { deployed } from 'flowcdk/templates';
import { conversationAcw, equal, trigger } from 'flowcdk/triggers';
import type { callUnhappyCustomerBack } from '../flows/call-unhappy-customer-back';

export interface CallFinished {
  readonly target: ReturnType<typeof callUnhappyCustomerBack>;
  /** Only calls that were given this code. @default every call */
  readonly wrapUpCode?: WrapupCodeDefinition | Existing<'wrapupCode'> | undefined;
}

/**
 * When an agent has finished the work after a call that a customer made. A call-back is no such call: it goes out, so the
 * work after it starts nothing.
 */
export const callFinished = ({ target, wrapUpCode }: CallFinished) =>
  trigger({
    name: 'Unhappy customer: call finished',
    description: 'Looks whether a customer was unhappy with a call',
    topic: conversationAcw,
    when: (event) => [
      equal(event.mediaType, 'VOICE'),
      equal(event.direction, 'INBOUND'),
      ...(wrapUpCode ? [equal(event.wrapupCode, deployed(wrapUpCode, 'id'))] : []),
    ],
    target,
    // A customer is not called back about a call of yesterday because events were late.
    eventTtl: minutes(60),
  });
