import { join } from 'node:path';
import { seconds } from 'flowcdk';
import { type OpenApplication, openApplication } from 'flowcdk/application';
import { type LocalOrg, localOrg, type LocalOrgOptions, type TestCall } from 'flowcdk/testing';
import application from '../../flowcdk.config';
import type { Settings } from '../../src/settings';
import { COMPLAINT, customerLine, LINE, SERVICE } from '../../src/story/customer-line';

const WORKFLOW = 'call-unhappy-customer-back';

/** Somebody in France. */
export const ADA = '+33199001234';

/** Settings that differ from those that the application ships with, block by block. */
export type Changes = { readonly [K in keyof Settings]?: Partial<Settings[K]> };

const folder = join(__dirname, '../..');

/** The application with the settings that it ships with. */
export const shipped = (() => {
  const { opened, findings } = openApplication(application, { folder });
  if (!opened) throw new Error(JSON.stringify(findings));
  return opened;
})();

const known = new Map<string, OpenApplication<Settings>>();

/** The application with other settings, beside a line that customers call. */
export function applicationWith(changes: Changes = {}): OpenApplication<Settings> {
  const key = JSON.stringify(changes);
  const before = known.get(key);
  if (before) return before;
  const changed: Settings = { ...shipped.settings, ...entriesOf(changes) };
  const own = shipped.with({ settings: changed });
  const beside = own.with({ stacks: [customerLine({ definesCode: changes.wrapUpCode !== COMPLAINT }), ...own.stacks] });
  known.set(key, beside);
  return beside;
}

/** The changed settings; of a block only what is named changes. */
const entriesOf = (changes: Changes): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(changes).map(([name, change]) => {
      const before = shipped.settings[name as keyof Settings];
      const isBlock = typeof change === 'object' && !Array.isArray(change);
      return [name, isBlock && typeof before === 'object' ? { ...before, ...change } : change];
    }),
  );

export interface UnhappyCall {
  readonly from?: string;
  /** -100 to 100; `NOT_SET` where there is nothing to judge, `null` where nobody analyses the call. @default -60 */
  readonly sentiment?: number | 'NOT_SET' | null;
  /** Seconds from the end of the call to the sentiment. @default 90 */
  readonly after?: number;
  readonly language?: string;
  readonly settings?: Changes;
  readonly options?: LocalOrgOptions;
  /** Numbers in the table of those who get no SMS. @default none */
  readonly optedOut?: readonly string[];
  /** @default true */
  readonly agentAnswers?: boolean;
  /** Whether the first agent hands the call to a second. @default false */
  readonly transferred?: boolean;
  /** What happens while the call goes on. */
  readonly meanwhile?: (org: LocalOrg, call: TestCall) => void | Promise<void>;
}

/** A call that an agent took, which the customer was unhappy with, and everything that comes after it. */
export async function unhappyCall({
  from = ADA,
  sentiment = -60,
  after = 90,
  language,
  settings,
  options = {},
  transferred = false,
  agentAnswers = true,
  optedOut = [],
  meanwhile,
}: UnhappyCall = {}) {
  const org = await localOrg(applicationWith(settings), options);
  for (const number of optedOut) await optOut(org, number);
  const call = org.call({ from, to: LINE });
  if (sentiment !== null) call.sentiment(sentiment, { after: seconds(after) });
  const conversation = org.runtime.conversations.get(call.conversationId);
  if (language !== undefined) conversation?.data.write(conversation.customer.id, { language }, 'another flow');
  await meanwhile?.(org, call);
  if (transferred) transfers(org, call);
  await call.end(
    transferred || !agentAnswers ? {} : { agentAnswersAfter: seconds(10), talksFor: seconds(120), wrapUp: COMPLAINT },
  );
  return {
    org,
    call,
    /** The runs of the workflow with the reasons of their ends. */
    reasons: call
      .eventsOf('flow.ended')
      .flatMap(({ flow, exitReason }) => (flow === WORKFLOW ? [exitReason ?? ''] : [])),
    sms: org.sms.messages,
    chat: org.chat.messages,
    callbacks: org.callbacks.all,
    tag: conversation?.externalTag,
  };
}

/** An agent who talks for a while and hands the call to a colleague. */
function transfers({ runtime }: LocalOrg, call: TestCall): void {
  const queue = runtime.org.all('queue').find(({ name }) => name === SERVICE);
  const talk = { answersAfter: 5_000, talksFor: 10_000, wrapsUpIn: 5_000, wrapUp: COMPLAINT };
  runtime.acd.behaviours.set(call.conversationId, {
    ...talk,
    transfer: { to: { queueId: queue?.id ?? '' }, then: talk },
  });
}

/** An administrator puts a number into the table of those who get no SMS. */
async function optOut(org: LocalOrg, number: string): Promise<void> {
  const table = org.runtime.org.all('datatable').find(({ name }) => name === 'sms-opt-out');
  await org.fetch(`https://api.example/api/v2/flows/datatables/${table?.id}/rows`, {
    method: 'POST',
    body: JSON.stringify({ key: number }),
  });
}
