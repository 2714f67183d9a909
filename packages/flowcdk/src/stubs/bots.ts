import type { Action } from '../architect/actions';
import { actionsOf } from '../architect/actions-of';
import type { FlowFile } from '../check/project';

/** A bot that flows call, with the outputs that they take from it. */
export interface CalledBot {
  readonly name: string;
  readonly outputs: readonly string[];
  /** The intents that the flows know; empty where they take any. */
  readonly intents: readonly string[];
}

/** The bots that flows call, each once, in the order of the files. */
export function botsIn(files: readonly FlowFile[]): readonly CalledBot[] {
  const bots = new Map<string, CalledBot>();
  for (const { flow } of files) {
    if (!flow || flow.kind === 'unknown') continue;
    for (const bot of actionsOf(flow).flatMap((action) => botOf(action) ?? [])) {
      const before = bots.get(bot.name);
      const outputs = [...new Set([...(before?.outputs ?? []), ...bot.outputs])];
      const intents = [...new Set([...(before?.intents ?? []), ...bot.intents])];
      bots.set(bot.name, { name: bot.name, outputs, intents });
    }
  }
  return [...bots.values()];
}

function botOf(action: Action): CalledBot | undefined {
  switch (action.kind) {
    case 'callBotFlow':
    case 'callDigitalBotFlow': {
      const called = action.kind === 'callBotFlow' ? action.botFlow : action.digitalBotFlow;
      const outputs = [...(called?.content.content.outputs?.keys() ?? [])];
      return called && { name: called.name, outputs, intents: [] };
    }
    case 'callLexV2Bot': {
      const bot = action.lexBot?.content;
      const slots = [...(bot?.content.content.content.intents ?? [])];
      const outputs = slots.flatMap(([, bindings]) =>
        bindings instanceof Map ? [...(bindings.keys() as Iterable<string>)] : [],
      );
      return bot && { name: bot.name, outputs, intents: slots.map(([intent]) => intent) };
    }
    default:
      return undefined;
  }
}
