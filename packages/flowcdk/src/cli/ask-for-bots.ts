import { jsonIn } from '../emulator/state/json';
import type { CalledBot } from '../stubs/bots';
import type { ServicesDescription } from '../testing/services/description';

/** Asks one question and gives the answer, without the line break. */
export type Ask = (question: string) => Promise<string>;

/**
 * Asks what the bots of a run should give that no service plays. An empty intent means that the bot fails; an empty
 * output stays NOT_SET.
 */
export async function askForBots(
  bots: readonly CalledBot[],
  { services }: ServicesDescription,
  ask: Ask,
): Promise<ServicesDescription> {
  const names = Object.keys(services).map((name) => name.toLowerCase());
  const played: Record<string, ServicesDescription['services'][string]> = {};
  for (const { name, outputs, intents } of bots.filter((bot) => !names.includes(`bot ${bot.name}`.toLowerCase()))) {
    const known = intents.length > 0 ? ` (${intents.join(', ')})` : '';
    const intent = (await ask(`The bot ${name} understands the intent${known}; nothing if it fails: `)).trim();
    if (intent === '') {
      played[`bot ${name}`] = { kind: 'bot', faults: [{ fault: 'cutConnection' }] };
      continue;
    }
    const values: Record<string, unknown> = {};
    for (const output of outputs) {
      const value = (await ask(`  ${output}: `)).trim();
      if (value !== '') values[output] = jsonIn(value) ?? value;
    }
    played[`bot ${name}`] = { kind: 'bot', intent, outputs: values };
  }
  return { services: { ...services, ...played } };
}
