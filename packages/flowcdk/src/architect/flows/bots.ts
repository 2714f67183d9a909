import { botsAreMadeInArchitect } from '../../ground/errors';
import { FlowcdkError } from '../../ground/finding';
import { definedBy, sourceLine } from '../origin';

/**
 * Bot flows are read, checked, drawn and written, but not defined in TypeScript: what a bot understands is trained in
 * Architect. The functions exist to say so.
 */

/** Refuses: a bot flow is made in Architect. `callBotFlow` calls one. */
export function botFlow(): never {
  throw new FlowcdkError([botsAreMadeInArchitect('botFlow', 'callBotFlow', sourceLine(definedBy(botFlow)))]);
}

/** Refuses: a digital bot flow is made in Architect. `callDigitalBotFlow` calls one. */
export function digitalBot(): never {
  throw new FlowcdkError([
    botsAreMadeInArchitect('digitalBot', 'callDigitalBotFlow', sourceLine(definedBy(digitalBot))),
  ]);
}
