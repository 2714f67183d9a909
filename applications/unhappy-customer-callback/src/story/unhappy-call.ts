import { seconds } from 'flowcdk';
import type { OpenApplication } from 'flowcdk/application';
import { localOrg, type PersonConduct } from 'flowcdk/testing';
import type { Settings } from '../settings';
import { COMPLAINT, customerLine, LINE } from './customer-line';

/** Somebody in France, who is unhappy. */
const CUSTOMER = '+33199001234';
/** What the analysis finds where nobody says otherwise. */
export const SENTIMENT = -61.5;

/** How the customer feels and behaves. */
interface Customer {
  /** From −100 to 100. */
  readonly sentiment?: number | undefined;
  /** What they do when an agent calls back. */
  readonly calledBack?: PersonConduct['calls'];
}

/**
 * A customer in France calls, is unhappy with the call, and is called back. Times are virtual: nothing sleeps. The begin is
 * a working day at noon of the supervisors.
 */
export async function unhappyCall(
  application: OpenApplication<Settings>,
  { sentiment = SENTIMENT, calledBack }: Customer = {},
) {
  const { settings, stacks } = application;
  const line = customerLine({ definesCode: settings.wrapUpCode === undefined });
  const org = await localOrg(application.with({ stacks: [line, ...stacks] }));
  if (calledBack) org.person(CUSTOMER, { calls: calledBack });
  const call = org.call({ from: CUSTOMER, to: LINE });
  call.sentiment(sentiment, { after: seconds(90) });
  await call.end({
    agentAnswersAfter: seconds(20),
    talksFor: seconds(180),
    wrapUp: settings.wrapUpCode ?? COMPLAINT,
  });
  const [sms] = org.sms.messages;
  const [callback] = org.callbacks.all;
  const [post] = org.chat.messages;
  const tag = org.runtime.conversations.get(call.conversationId)?.externalTag;
  return { org, call, sentiment, sms, callback, post, tag };
}

export type UnhappyCall = Awaited<ReturnType<typeof unhappyCall>>;
