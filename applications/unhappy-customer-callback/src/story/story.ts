import { calledBackOption, sentimentOption, type Story, type StoryStyle } from 'flowcdk/application';
import type { PersonConduct } from 'flowcdk/testing';
import { momentsOf } from 'flowcdk/testing/timeline';
import type { Settings } from '../settings';
import type { UnhappyCall } from './unhappy-call';

/** What `npm start` tells: an unhappy call, and what becomes of it. */
export const story: Story<Settings> = {
  options: [calledBackOption, sentimentOption],
  async tell({ application, options, json, summary, style, print, printJson, timeline, page }) {
    // Loaded when it is told: most commands only read the definitions.
    const { unhappyCall } = await import('./unhappy-call');
    const calledBack = options['calledBack'] as PersonConduct['calls'];
    const happened = await unhappyCall(application, {
      calledBack,
      sentiment: options['sentiment'] as number | undefined,
    });
    const { org, call, sms, callback, post, tag, sentiment } = happened;
    const moments = momentsOf(org.events, call.conversationId);
    if (json) {
      printJson({
        conversationId: call.conversationId,
        sentiment,
        sms: sms && { to: sms.to, text: sms.text, status: sms.status },
        callback: callback && {
          number: callback.number,
          queue: callback.queue,
          scheduledAt: callback.scheduledAt,
          outcome: callback.outcome,
        },
        chat: post?.text,
        tag,
        moments,
      });
      return;
    }
    print(`${style.strong('A call that a customer was unhappy with')}\n${summary}\n\n${OPENING}\n`);
    print(timeline(moments));
    print(ending(happened, style));
    await page(org.events, 'A call that a customer was unhappy with');
    print(next(style));
  },
};

const OPENING = `An organisation in memory got the application by the API, as Terraform deploys it, beside a line that customers call.
The analysis of the call is ready a minute and a half after its end. Nobody's telephone rings, and no SMS leaves.`;

function ending({ sms, callback, post, tag }: UnhappyCall, style: StoryStyle): string {
  const lines = [
    ['The customer reads', sms ? `${sms.to}: “${sms.text}”` : 'nothing'],
    ['The supervisors read', post ? post.text : 'nothing'],
    [
      'A supervisor calls',
      callback
        ? `${callback.number}, due ${callback.scheduledAt?.toISOString() ?? 'now'}, and ${outcomes[callback.outcome ?? 'notReached']}`
        : 'nobody',
    ],
    ['The conversation is marked', tag ?? 'with nothing'],
  ];
  return `\n${lines.map(([what = '', how = '']) => `${style.strong(what)}\n  ${how}`).join('\n')}\n`;
}

const outcomes = {
  reached: 'reaches the customer',
  notReached: 'does not reach the customer',
  cancelled: 'is stopped before',
} as const;

const next = (style: StoryStyle): string => `${style.strong('Next')}
  npx flowcdk start --page call.html           this as a page, to step through
  npx flowcdk start --called-back no-answer    and nobody answers when the supervisor calls
  npx flowcdk start --sentiment 20             and nothing happens, because the customer is content
  npx flowcdk list                             what there is, and what refers to what
  npx flowcdk synth                            the Terraform stack, to deploy it
  npx flowcdk synth --exports exports          the data actions as files for the Import button
  flows/call-unhappy-customer-back.ts          what you just saw, as code`;
