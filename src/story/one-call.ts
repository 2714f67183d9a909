import { inMilliseconds, seconds } from '../architect/types';
import type { LoggedEvent } from '../emulator/runtime/events';
import type { ResolvedSettings } from '../settings';
import { application } from '../stacks/application';
import { localOrg, type LocalOrg, type TestCall } from '../testing';
import { openFrom } from './open-from';
import { placedServices } from './services/shipped';
import type { ServicesDescription } from './services/description';

/** What agents do with the call: they answer after 20 seconds in the queue, talk a minute and a half, and wrap up. */
const AGENT = { answersAfter: 20_000, talksFor: 90_000, wrapsUpIn: 15_000 };

/** The application in an org in memory, at an hour in which somebody answers. */
export const orgOfApplication = (
  settings: ResolvedSettings,
  services: ServicesDescription,
  seed: number,
): Promise<LocalOrg> => {
  const [wrapUp] = settings.supportLine.wrapUpCodes;
  return localOrg((app) => application(app, settings), {
    services: placedServices(settings, services),
    seed,
    at: openFrom(settings.supportLine.openingHours),
    settings: { logVariables: false, agents: { ...AGENT, ...(wrapUp === undefined ? {} : { wrapUp }) } },
  });
};

export interface CallScript {
  /** Each answers the next time the line asks for keys: `['1', '2']`. */
  readonly presses: readonly string[];
  /** Seconds after the beginning of the call. */
  readonly hangsUpAfter?: number;
}

/** People do not wait in a queue for ever, even where nobody has them wait. */
const LONGEST = seconds(3600);

/** Carries a call out by a script, to its very end. */
export async function byScript(org: LocalOrg, call: TestCall, { presses, hangsUpAfter }: CallScript): Promise<void> {
  const left = [...presses];
  const { log } = org.runtime;
  const answer = (): void => {
    const keys = left.shift();
    if (keys !== undefined) org.clock.after(0, () => call.ended || call.presses(keys));
  };
  log.listenTo(['input.awaited', 'menu.entered'], ({ conversationId }) => {
    if (conversationId === call.conversationId) answer();
  });
  if (hangsUpAfter !== undefined) org.clock.after(hangsUpAfter * 1000, () => call.hangsUp());
  await org.clock.run(() => call.ended, org.clock.now() + inMilliseconds(LONGEST));
  call.hangsUp();
  await afterwards(org);
}

/** What the end of a call starts: after-call work, triggers, workflows. A day is more than it takes. */
export async function afterwards(org: LocalOrg): Promise<void> {
  await org.waits(seconds(24 * 3600));
}

/** What somebody on the telephone notices of an event; undefined where it is nothing. */
export function heard(event: LoggedEvent): string | undefined {
  switch (event.type) {
    case 'audio.started':
      if (event.kind === 'silence') return undefined;
      return event.kind === 'music' ? `♪ ${event.text}` : `“${event.text}”`;
    case 'input.awaited':
      return event.atMost >= 1000 ? `  (your keys? ${Math.round(event.atMost / 1000)} s)` : undefined;
    case 'digits.pressed':
      return `> ${event.digits}`;
    case 'queue.entered':
      return `  (you wait in the queue ${event.queue})`;
    case 'agent.answered':
      return `  (${event.agent} answers)`;
    case 'call.ended':
      return event.by === 'caller' ? '  (you hang up)' : `  (the call is over: ${event.by})`;
    default:
      return undefined;
  }
}
