import type { ActionNode } from '../architect/actions';
import { literalScalar, type ValueNode } from '../architect/values';
import { type ActionScope, branch, built, type CodeOf, failureOptions, options, TEXT, text } from './action-parts';
import { type Code, name, object } from './code';
import { isNoValue } from './value-code';

/** A call of a bot of Amazon Lex. */
export const lexBotCode: CodeOf<'callLexV2Bot'> = (action, scope) => {
  const region = action.lexBot;
  if (!region) return undefined;
  const bot = region.content;
  const language = bot.content;
  const alias = language.content;
  const { aliasInitialIntentName, outputs, failureOutputs } = alias.content;
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
      ...sessionOptions(action, scope),
      intents: intentsCode(alias.content, scope),
      failureOutputs: failureOptions(failureOutputs ? { failureOutputs } : {}, scope).failureOutputs,
      onFailure: branch(outputs?.failure, scope),
    }),
  );
};

type LexBot = ActionNode<'callLexV2Bot'>;
type Alias = NonNullable<LexBot['lexBot']>['content']['content']['content']['content'];

function sessionOptions({ sessionVariables = [], outputSessionVariables = [] }: LexBot, scope: ActionScope) {
  const sent = sessionVariables.map(({ name: of, value }) => [
    String(literalScalar(of)),
    scope.values.of(value, 'string'),
  ]);
  const kept = outputSessionVariables.map(({ name: of, variable }) => [
    String(literalScalar(of)),
    variable === undefined ? undefined : scope.variable(variable)?.code,
  ]);
  return {
    sessionVariables: options(Object.fromEntries(sent) as Readonly<Record<string, Code | undefined>>),
    outputSessionVariables: options(Object.fromEntries(kept) as Readonly<Record<string, Code | undefined>>),
  };
}

const intentsCode = ({ intents, outputs }: Alias, scope: ActionScope): Code => ({
  kind: 'object',
  entries: [...(intents ?? [])].map(([intent, slots]) => ({
    key: intent,
    value: object({
      slots: slots instanceof Map ? slotsCode(slots as ReadonlyMap<string, ValueNode>, scope) : undefined,
      then: branch(outputs?.intents?.get(intent), scope),
    }),
  })),
});

const slotsCode = (slots: ReadonlyMap<string, ValueNode>, { values }: ActionScope): Code | undefined =>
  options(
    Object.fromEntries(
      [...slots].map(([slot, to]) => [slot, isNoValue(to) ? name('noValue') : values.binding(to, TEXT)]),
    ),
  );
