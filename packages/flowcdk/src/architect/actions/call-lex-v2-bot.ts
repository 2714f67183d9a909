import { action, actionForm, type NodeOf } from '../action';
import {
  binding,
  branch,
  either,
  listOf,
  mapOf,
  named,
  paths,
  required,
  struct,
  type StructNode,
  value,
  variableName,
} from '../forms';
import { type Assignable, bindingNode, literal, type NoValue, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

const noSlots = struct({});
const slots = mapOf(binding('string'));
type Slots = StructNode<typeof noSlots.fields> | ReadonlyMap<string, unknown>;

/** The call of an alias of a bot: the variables for its slots, and the actions for each intent. */
const alias = struct({
  aliasInitialIntentName: value('string'),
  intents: mapOf(either(noSlots, slots, (of: Slots): of is StructNode<typeof noSlots.fields> => !(of instanceof Map))),
  outputs: struct({ intents: mapOf(branch), failure: branch }),
  failureOutputs,
});

export const callLexV2BotForm = actionForm({
  evidence: 'seen',
  flushesAudio: true,
  takesTime: true,
  fields: {
    outputSessionVariables: listOf(
      'outputSessionVariable',
      struct({ name: required(value('string')), variable: required(variableName('string')) }),
    ),
    sessionVariables: listOf(
      'sessionVariable',
      struct({ name: required(value('string')), value: required(value('string')) }),
    ),
    /** The bot, by region, name, language and alias. */
    lexBot: named('other', named('other', named('other', named('other', alias)))),
    outputs: paths('failure'),
  },
});

export type CallLexV2BotAction = NodeOf<'callLexV2Bot', typeof callLexV2BotForm>;

/** The variables for the slots of an intent. `noValue`: the flow does not keep the slot. */
type LexSlots = Readonly<Record<string, Assignable<string> | NoValue>>;

/** The bot of Amazon Lex, and the actions for each of its intents. */
export interface CallLexV2BotOptions extends FailureOptions {
  /** The region in Amazon's spelling: `eu-central-1`. */
  readonly region: string;
  readonly bot: string;
  /** The language in the flow's spelling: `en-us`. */
  readonly language: string;
  readonly alias: string;
  /** The intent with which the bot begins. */
  readonly initialIntent?: string | undefined;
  /** The variables that the session receives. */
  readonly sessionVariables?: Readonly<Record<string, Value<string>>> | undefined;
  /** The flow's variables for values of the session afterwards. */
  readonly outputSessionVariables?: Readonly<Record<string, Assignable<string>>> | undefined;
  /** The intents of the bot, each with the variables for its slots and the actions that follow it. */
  readonly intents: Readonly<
    Record<string, { readonly slots?: LexSlots | undefined; readonly then?: Actions | undefined }>
  >;
}

/**
 * Call Lex V2 Bot: lets a bot of Amazon Lex converse.
 *
 * @example
 * ```ts
 * callLexV2Bot('Ask the bot', {
 *   region: 'eu-central-1', bot: 'Orders', language: 'en-us', alias: 'Live',
 *   intents: { Track: { slots: { order: orderNumber }, then: [disconnect()] } },
 * })
 * ```
 * ```yaml
 * callLexV2Bot:
 *   name: Ask the bot
 *   lexBot:
 *     eu-central-1:
 *       Orders:
 *         en-us:
 *           Live:
 *             intents: { Track: { order: { var: Flow.orderNumber } } }
 *             outputs: { intents: { Track: { actions: [...] } } }
 *             failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function callLexV2Bot(name: string, options: CallLexV2BotOptions): CallLexV2BotAction {
  const { outputSessionVariables = {}, sessionVariables = {}, initialIntent } = options;
  const intents = Object.entries(options.intents);
  const content = {
    ...(initialIntent === undefined ? {} : { aliasInitialIntentName: literal(initialIntent) }),
    intents: new Map(intents.map(([intent, { slots: bindings = {} }]) => [intent, slotsOf(bindings)] as const)),
    outputs: pathsOf({
      intents: new Map(intents.flatMap(([intent, { then }]) => (then ? [[intent, branchOf(then)] as const] : []))),
      failure: branchOf(options.onFailure),
    }),
    failureOutputs: errorBindings(options.failureOutputs),
  };
  const under = (key: string, inside: unknown): object => ({ name: key, content: inside });
  const entries = Object.entries(sessionVariables).map(([key, of]) => ({ name: literal(key), value: valueNode(of) }));
  const outputs = Object.entries(outputSessionVariables).map(([key, to]) => ({
    name: literal(key),
    variable: to.name,
  }));
  return action(callLexV2Bot, 'callLexV2Bot', callLexV2BotForm, {
    name,
    outputSessionVariables: outputs.length > 0 ? outputs : undefined,
    sessionVariables: entries.length > 0 ? entries : undefined,
    lexBot: under(options.region, under(options.bot, under(options.language, under(options.alias, content)))),
  });
}

function slotsOf(bindings: LexSlots): Slots {
  const bound = Object.entries(bindings).map(
    ([slot, to]) => [slot, to.kind === 'noValue' ? to : bindingNode(to)] as const,
  );
  return bound.length === 0 ? { none: true } : new Map(bound);
}
