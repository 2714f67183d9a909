import type { ValueNode } from '../../../architect/values';
import type { Json } from '../../state/json';
import type { RunAction } from '../action-context';
import { fromJson } from '../flow/from-json';
import { way } from '../flow/jump';
import { ANY, STRING } from '../flow/types';
import { fail } from './failure';
import { failsUnplayed } from './not-emulated';
import { askStandIn } from './stand-in';

/**
 * Lets the stand-in of a bot of Amazon Lex play the bot: its intent decides the path, and the slots of that intent go to
 * their variables. With an intent that has no path the flow goes on after the action.
 */
export const callLexV2Bot: RunAction<'callLexV2Bot'> = function* (action, run) {
  const bot = action.lexBot?.content;
  const name = bot?.name ?? '';
  const alias = bot?.content.content.content;
  const sessionVariables = (action.sessionVariables ?? []).map((variable): readonly [string, Json] => [
    run.text(variable.name, STRING) ?? '',
    run.text(variable.value, STRING) ?? null,
  ]);
  const result = yield* askStandIn(run, `bot ${name}`, {
    bot: name,
    alias: bot?.content.content.name ?? '',
    sessionVariables: Object.fromEntries(sessionVariables),
  });
  if (!result) return failsUnplayed(action, run, `bot ${name}`);
  const { failure = action.outputs?.failure, intents } = alias?.outputs ?? {};
  if ('problem' in result) {
    const outputs = failure ? { failure } : undefined;
    const { failureOutputs } = alias ?? {};
    const canFail = { ...(failureOutputs ? { failureOutputs } : {}), ...(outputs ? { outputs } : {}) };
    return fail(run, canFail, 'bot.failed', `The bot ${name} failed: ${result.problem}.`);
  }
  const { intent = '', outputs } = result;
  const slots: unknown = alias?.intents?.get(intent);
  if (slots instanceof Map)
    for (const [slot, node] of slots as ReadonlyMap<string, ValueNode>) {
      if (node.kind !== 'variable') continue;
      run.bind(node, fromJson(outputs[slot], run.typeOf(node.name) ?? ANY, run.runtime.names));
    }
  const chosen = intents?.get(intent);
  return chosen ? way(`intent ${intent}`, chosen) : way('success', undefined);
};
