import type { Json } from '../../state/json';
import { Service } from './service';

/** What a bot gives to the flow that called it. */
export interface BotResult {
  /** The intent that it understood. @default none */
  readonly intent?: string | undefined;
  /** Why it came back. @default none */
  readonly exitReason?: string | undefined;
  /**
   * By the names in the flow: `{ 'Slot.OrderNumber': '4711' }`. An output that is missing stays NOT_SET. For an action
   * that is no bot, variables of the flow: `{ 'Flow.customer': 'Ada' }`.
   */
  readonly outputs?: Readonly<Record<string, Json>> | undefined;
  /** The path that an action takes that is no bot. @default 'success' */
  readonly path?: string | undefined;
}

/**
 * A stand-in for what the local org cannot run: it gives its result, or it fails. It is composed as services are, and
 * stays a bot: `bot({ intent: 'order' }).after(seconds(30)).first(1, bot({}).fails())`.
 */
export class Bot extends Service {
  /** The bot cannot be reached: the action takes its failure path, or the flow breaks. */
  fails(): Bot {
    return new Bot((request) => ({ ...this.serve(request), outcome: UNREACHABLE, fault: 'the bot fails' }));
  }

  override after(...latency: Parameters<Service['after']>): Bot {
    return botOf(super.after(...latency));
  }

  override first(...others: Parameters<Service['first']>): Bot {
    return botOf(super.first(...others));
  }

  override sometimes(...others: Parameters<Service['sometimes']>): Bot {
    return botOf(super.sometimes(...others));
  }
}

const botOf = (service: Service): Bot => new Bot((request) => service.serve(request));

const UNREACHABLE = { problem: 'connection', message: 'the bot cannot be reached' } as const;

/**
 * A stand-in for a bot, or for another action that the local org cannot run. It converses in no words: it gives its
 * result, after the time that `after` says.
 *
 * @example
 * ```ts
 * const org = await localOrg({
 *   services: {
 *     'bot Orders': bot({ intent: 'track', outputs: { 'Slot.OrderNumber': '4711' } }).after(seconds(30)),
 *   },
 * });
 * ```
 */
export const bot = (result: BotResult = {}): Bot =>
  new Bot(() => ({
    after: 0,
    outcome: {
      response: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ outputs: {}, ...result }),
      },
    },
  }));
