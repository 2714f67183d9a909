import { botsAreMadeInArchitect } from '../errors';
import { FlowcdkError } from '../../ground/finding';
import { definedBy, sourceLine } from '../origin';

/**
 * Flowcdk reads, checks, draws and writes bot flows. It does not define them in TypeScript, because their intents are
 * trained in Architect. These functions exist only for that message.
 */

/**
 * Refuses with a `FlowcdkError`: a bot flow is made in Architect, because its intents are trained there. `callBotFlow`
 * calls one.
 *
 * @example
 * ```ts
 * callBotFlow('Ask the bot', ordersBot, { inputs: {} }); // instead of botFlow()
 * ```
 */
export function botFlow(): never {
  throw new FlowcdkError([botsAreMadeInArchitect('botFlow', 'callBotFlow', sourceLine(definedBy(botFlow)))]);
}

/**
 * Refuses with a `FlowcdkError`: a digital bot flow is made in Architect, because its intents are trained there.
 * `callDigitalBotFlow` calls one.
 *
 * @example
 * ```ts
 * callDigitalBotFlow('Ask the bot', ordersBot, { inputs: {} }); // instead of digitalBot()
 * ```
 */
export function digitalBot(): never {
  throw new FlowcdkError([
    botsAreMadeInArchitect('digitalBot', 'callDigitalBotFlow', sourceLine(definedBy(digitalBot))),
  ]);
}
