import type { LoggedEvent } from '../emulator/runtime/events';
import { OrgProblem, RemoteCall, tellOfPerson } from '../testing/running-org';
import type { AftermathOptions } from './call-aftermath';
import type { Placement } from './call-placement';
import { printHeard, printStory, type StoryOptions } from './call-story';
import { durationText } from './duration';
import { onKeys } from './keys-on-terminal';
import { writeRunPage } from './run-page';
import { tokenOf } from './org-token';
import { complain, print, styleFor } from './output';

/** A call to a running org. */
export interface CallToOrg extends StoryOptions, AftermathOptions {
  readonly url: string;
  readonly placement: Placement;
  /** Absent where the caller sits at the terminal. */
  readonly press?: readonly string[] | undefined;
  /** Seconds. */
  readonly hangupAfter?: number | undefined;
  /** Seconds that a call waits in a queue before an agent answers, whoever is on queue. */
  readonly answeredAfter?: number | undefined;
  /** The wrap-up code of the agent who answers, by name or id. Without it the rules of the queue decide. */
  readonly wrapUp?: string | undefined;
  /** Milliseconds after which the caller hangs up in any case. */
  readonly limit?: number | undefined;
  readonly token?: string | undefined;
  readonly byScript: boolean;
}

/** Milliseconds in a queue after which a caller is told why nobody answers. */
const PATIENCE = 10_000;

/** What agents do who answer because of `--answered-after`: they are brief, since real seconds pass. */
const BRIEF = { talksFor: 10_000, wrapsUpIn: 2_000 };

/** Places a call on a running org, prints what the caller notices as it happens, and the whole story at the end. */
export async function callRunningOrg(options: CallToOrg): Promise<void> {
  const { token, problem } = tokenOf(options.token);
  if (problem !== undefined) {
    complain(`flowcdk call: ${problem}.`);
    process.exitCode = 2;
    return;
  }
  try {
    const { url, placement, calledBack } = options;
    if (calledBack !== undefined) await tellOfPerson(url, placement.from, { calls: calledBack }, token);
    const call = await RemoteCall.place(url, placement, token);
    await plan(call, options);
    await new FollowedCall(call, options).follow();
  } catch (wrong) {
    if (!(wrong instanceof OrgProblem)) throw wrong;
    complain(`flowcdk call: ${wrong.message}`);
    complain(wrong.help);
    process.exitCode = 1;
  }
}

/** Says what agents and the analysis do with a call. Where the org refuses that, nobody stays on the line. */
async function plan(call: RemoteCall, { answeredAfter, wrapUp, sentiment }: CallToOrg): Promise<void> {
  try {
    if (answeredAfter !== undefined) {
      const choice = wrapUp === undefined ? {} : { wrapUp };
      await call.plan('agents', { answersAfter: answeredAfter * 1000, ...BRIEF, ...choice });
    }
    if (sentiment !== undefined) await call.plan('sentiment', { score: sentiment });
  } catch (problem) {
    await call.hangUp().catch(() => undefined);
    throw problem;
  }
}

/** A call that is followed to its end, with everything that may happen beside it. */
class FollowedCall {
  readonly #events: LoggedEvent[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #style = styleFor(process.stdout);
  /** Rejects when a request that nobody waits for fails. */
  readonly #failure: Promise<never>;
  #fail: (problem: unknown) => void = () => undefined;
  #hint: NodeJS.Timeout | undefined;
  #wasLimited = false;

  constructor(
    private readonly call: RemoteCall,
    private readonly options: CallToOrg,
  ) {
    this.#failure = new Promise<never>((_, reject) => (this.#fail = reject));
  }

  async follow(): Promise<void> {
    const { call, options } = this;
    const left = [...(options.press ?? [])];
    let close = (): void => undefined;
    if (!options.byScript) {
      print(this.#style.quiet('Keys 0 to 9, * and # are pressed, h hangs up.'));
      close = onKeys((key) => this.#safely(key === 'h' ? call.hangUp() : call.press(key)));
    }
    if (options.hangupAfter !== undefined) this.#after(options.hangupAfter * 1000, () => this.#safely(call.hangUp()));
    if (options.limit !== undefined) this.#after(options.limit, () => this.#hangUpAtLimit());
    const followed = call.follow(async (event) => {
      this.#see(event);
      const keys = event.type === 'input.awaited' ? left.shift() : undefined;
      if (keys !== undefined) await call.press(keys);
    });
    try {
      await Promise.race([followed, this.#failure]);
    } finally {
      close();
      for (const timer of [...this.#timers, this.#hint]) clearTimeout(timer);
    }
    printStory(this.#events, call.conversationId, options, true);
    if (options.page !== undefined) await writeRunPage(options.page, this.#events);
    if (this.#wasLimited) this.#tellLimit();
  }

  #see(event: LoggedEvent): void {
    this.#events.push(event);
    if (!this.options.json) printHeard(event, this.#style);
    if (event.type === 'queue.entered') {
      const { queue } = event;
      const patience = PATIENCE + (this.options.answeredAfter ?? 0) * 1000;
      this.#hint ??= setTimeout(() => complain(nobodyAnswers(queue)), patience);
    }
    if (event.type === 'agent.alerted' || event.type === 'agent.answered' || event.type === 'queue.left') {
      clearTimeout(this.#hint);
      this.#hint = undefined;
    }
  }

  #hangUpAtLimit(): void {
    this.#wasLimited = true;
    this.#safely(this.call.hangUp());
  }

  #tellLimit(): void {
    const waits = this.#events.findLast(({ type }) => type === 'queue.entered' || type === 'queue.left');
    complain(
      `flowcdk call: the call was not over after ${durationText(this.options.limit ?? 0)}, so the caller hung up (--limit).`,
    );
    if (waits?.type === 'queue.entered') complain(nobodyAnswers(waits.queue));
    process.exitCode = 1;
  }

  #after(milliseconds: number, run: () => void): void {
    this.#timers.push(setTimeout(run, milliseconds));
  }

  #safely(work: Promise<void>): void {
    work.catch((problem: unknown) => this.#fail(problem));
  }
}

const nobodyAnswers = (queue: string): string =>
  `Nobody answers in the queue ${queue}: no agent of it is on queue. Let one answer with --answered-after 20, or put an agent on queue: PUT /flowcdk/agents/{userId} {"onQueue": true}.`;
