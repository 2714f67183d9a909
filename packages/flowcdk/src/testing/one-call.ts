import type { OpenApplication } from '../application/open-application';
import { seconds } from '../architect/types';
import type { LoggedEvent } from '../emulator/runtime/events';
import { localOrg, type LocalOrg } from './local-org';
import { CALLBACK_AGENTS } from './org-settings';
import { placedServices } from './services/stand-ins';
import type { CallRouteDefinition } from '../routing';
import type { ServicesDescription } from './services/description';
import type { TestCall } from './test-call';

/** What agents do with the call: they answer after 20 seconds in the queue, talk a minute and a half, and wrap up. */
export const AGENT = { answersAfter: seconds(20), talksFor: seconds(90), wrapsUpIn: seconds(15) };

/** An application in an org in memory, for a person at a terminal: agents answer, and wrap up with the first code. */
export function orgOfApplication(
  opened: OpenApplication,
  {
    services,
    seed,
    logVariables = false,
  }: {
    readonly services?: ServicesDescription | undefined;
    readonly seed: number;
    readonly logVariables?: boolean;
  },
): Promise<LocalOrg> {
  const { application, settings, definitions } = opened;
  const wrapUp = definitions.find(({ definition }) => definition === 'wrapupCode')?.name;
  return localOrg(opened, {
    services: placedServices(application.services?.(settings) ?? {}, {
      kinds: application.serviceKinds,
      described: services,
    }).services,
    seed,
    settings: { logVariables, agents: { ...AGENT, wrapUp }, callbackAgents: { ...CALLBACK_AGENTS, wrapUp } },
  });
}

/** The number to call by default: the first one of the first call route. E.164. */
export function calledNumber({ definitions }: OpenApplication): string | undefined {
  const routes = definitions.filter(
    (definition): definition is CallRouteDefinition => definition.definition === 'callRoute',
  );
  return routes.flatMap(({ numbers }) => numbers)[0];
}

export interface CallScript {
  /** Each answers the next time the line asks for keys: `['1', '2']`. */
  readonly presses: readonly string[];
  /** Seconds after the beginning of the call. */
  readonly hangsUpAfter?: number | undefined;
  /** Seconds after which the caller hangs up in any case: nobody waits in a queue for ever. @default 3,600 */
  readonly atMost?: number | undefined;
}

/** Carries a call out by a script, to its very end. Gives whether it was over before `atMost`. */
export async function byScript(org: LocalOrg, call: TestCall, script: CallScript): Promise<boolean> {
  const { presses, hangsUpAfter, atMost = 3_600 } = script;
  const left = [...presses];
  const { log } = org.runtime;
  const answer = (): void => {
    const keys = left.shift();
    if (keys !== undefined) org.clock.after(0, () => call.ended || call.presses(keys));
  };
  log.listenTo(['input.awaited'], ({ conversationId }) => {
    if (conversationId === call.conversationId) answer();
  });
  if (hangsUpAfter !== undefined) org.clock.after(hangsUpAfter * 1000, () => call.hangsUp());
  await org.clock.run(() => call.ended, org.clock.now() + atMost * 1000);
  const wasOver = call.ended;
  call.hangsUp();
  await afterwards(org);
  return wasOver;
}

/** Lets everything run that the end of a call starts: after-call work, triggers, workflows. A day is long enough. */
export async function afterwards(org: LocalOrg): Promise<void> {
  await org.waits(seconds(24 * 3600));
}

/** What a person on the telephone notices of an event; undefined if nothing. */
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
