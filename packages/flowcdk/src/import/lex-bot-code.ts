import { literalScalar, type ValueNode } from '../architect/values';
import { branch, built, type CodeOf, failureOptions, options, TEXT, text } from './action-parts';
import { name, object } from './code';
import { isNoValue } from './value-code';

/** A call of a bot of Amazon Lex. */
export const lexBotCode: CodeOf<'callLexV2Bot'> = (action, scope) => {
  const region = action.lexBot;
  if (!region) return undefined;
  const bot = region.content;
  const language = bot.content;
  const alias = language.content;
  const { aliasInitialIntentName, intents, outputs, failureOutputs } = alias.content;
  const initial = literalScalar(aliasInitialIntentName);
  return built(
    'callLexV2Bot',
    action.name,
    object({
      region: text(region.name),
      bot: text(bot.name),
      language: text(language.name),
      alias: text(alias.name),
      initialIntent: typeof initial === 'string' ? text(initial) : undefined,
      sessionVariables: options(
        Object.fromEntries(
          (action.sessionVariables ?? []).map(({ name: of, value }) => [
            String(literalScalar(of)),
            scope.values.of(value, 'string'),
          ]),
        ),
      ),
      outputSessionVariables: options(
        Object.fromEntries(
          (action.outputSessionVariables ?? []).map(({ name: of, variable }) => [
            String(literalScalar(of)),
            variable === undefined ? undefined : scope.variable(variable)?.code,
          ]),
        ),
      ),
      intents: {
        kind: 'object',
        entries: [...(intents ?? [])].map(([intent, slots]) => ({
          key: intent,
          value: object({
            slots:
              slots instanceof Map
                ? options(
                    Object.fromEntries(
                      [...(slots as ReadonlyMap<string, ValueNode>)].map(([slot, to]) => [
                        slot,
                        isNoValue(to) ? name('noValue') : scope.values.binding(to, TEXT),
                      ]),
                    ),
                  )
                : undefined,
            then: branch(outputs?.intents?.get(intent), scope),
          }),
        })),
      },
      failureOutputs: failureOptions(failureOutputs ? { failureOutputs } : {}, scope).failureOutputs,
      onFailure: branch(outputs?.failure, scope),
    }),
  );
};
