import type { BuiltInTypes } from './built-in-types';
import { type Definition, type DefinitionKind, isDefinition } from './definition';
import { deepFreeze } from './freeze';
import { definedBy, type HasOrigin, ORIGIN, type Origin } from './origin';
import type {
  Audio,
  Communication,
  Currency,
  Decimal,
  Duration,
  DurationLiteral,
  Integer,
  ReferenceKind,
  ReferenceTypes,
  Type,
} from './types';
import { mapping, scalar, sequence, type YamlNode, type YamlScalar } from './yaml/node';

/**
 * The value of a field of a flow: the wrappers of Architect YAML as tagged data.
 *
 * | node | YAML | |--------------|----------------------------------------|
 * | `literal` | `lit: …` |
 * | `expression` | `exp: …` |
 * | `variable` | `var: Flow.x` (an output goes there) |
 * | `noValue` | `noValue: true` (explicitly unset) |
 * | `tts` | `tts: …` (text to speak) |
 * | `prompt` | `prompt: …` (a name, or an expression) |
 * | `raw` | anything else, kept as it was read |
 */
export type ValueNode =
  LiteralNode | ExpressionNode | VariableNode | NoValueNode | TextToSpeechNode | PromptNode | RawNode;

export interface LiteralNode extends HasOrigin {
  readonly kind: 'literal';
  readonly yaml: YamlNode;
  /** The definition whose name this is, if it was given as one. */
  readonly definition?: Definition;
}

export interface ExpressionNode extends HasOrigin {
  readonly kind: 'expression';
  readonly text: string;
  /** The scalar in the file, where it is not a text: `exp: true`. */
  readonly scalar?: YamlScalar;
  /** The definitions that it names. */
  readonly definitions?: readonly Definition[];
}

export interface VariableNode extends HasOrigin {
  readonly kind: 'variable';
  readonly name: string;
}

export interface NoValueNode extends HasOrigin {
  readonly kind: 'noValue';
  /** False: the field does not even have the default of the flow (processing prompts). */
  readonly fallback?: false;
}

export interface TextToSpeechNode extends HasOrigin {
  readonly kind: 'tts';
  readonly text: string;
}

export interface PromptNode extends HasOrigin {
  readonly kind: 'prompt';
  /** `Prompt.name`, `PromptSystem.name` or a bare name, as in Architect; or an expression that gives a prompt. */
  readonly prompt: string | ExpressionNode;
  /** The definition whose name this is, if it was given as one. */
  readonly definition?: Definition;
}

export interface RawNode extends HasOrigin {
  readonly kind: 'raw';
  readonly yaml: YamlNode;
}

declare const reads: unique symbol;
declare const writes: unique symbol;

/** An Architect expression that gives a `T`. */
export interface Expression<out T> extends ExpressionNode {
  readonly [reads]?: T;
}

/**
 * A variable of a flow with values of type `T`. It can stand wherever a `T` is read, and wherever a `T` is assigned.
 */
export interface Variable<in out T> extends Assignable<T> {
  readonly type: Type<unknown>;
  readonly [reads]?: T;
}

/** A target for an output of type `T`. */
export interface Assignable<in T> {
  readonly kind: 'variable';
  /** The name with its scope: `Flow.customerId`. */
  readonly name: string;
  readonly [writes]?: (value: T) => void;
}

/** A value that is read as a `T` when the flow runs. */
export type Readable<T> = Expression<T> | (VariableNode & { readonly [reads]?: T });

/** The explicit absence of a value. */
export type NoValue = NoValueNode;

/** The TypeScript value of a `T` that is known when the flow is written. */
export type Literal<T> = T extends string
  ? T
  : T extends boolean
    ? boolean
    : T extends Integer
      ? number
      : T extends Decimal
        ? number | string
        : T extends Duration
          ? DurationLiteral
          : T extends Currency
            ? { readonly amount: number | string; readonly code: string }
            : T extends ReferenceTypes[ReferenceKind]
              ? { readonly name: string; readonly definition?: DefinitionOf<T> }
              : T extends readonly (infer Item)[]
                ? readonly Literal<Item>[]
                : never;

/**
 * The kind of definition that stands for a reference. The definition of a queue can stand for a queue, the definition
 * of a skill cannot.
 */
export type DefinitionOf<T> = {
  [K in ReferenceKind]: T extends ReferenceTypes[K] ? (K extends 'prompt' ? 'userPrompt' : K & DefinitionKind) : never;
}[ReferenceKind];

/** A value of type `T` for a field of a flow: known now, read when the flow runs, or explicitly unset. */
export type Value<T> = Literal<T> | Readable<T> | NoValue;

/** Audio: a text to speak, a prompt, or an audio expression. */
export type AudioValue = string | TextToSpeechNode | PromptNode | PromptDefinition | Readable<Audio>;

/** A message of a digital flow. */
export type CommunicationValue = string | Readable<Communication>;

/** Explicitly unset: `noValue: true`. */
export const noValue: NoValue = Object.freeze({ kind: 'noValue' });
/** Unset, even without the default of the flow (for a processing prompt). */
export const noValueWithNoFallback: NoValue = Object.freeze({ kind: 'noValue', fallback: false });

/**
 * A text to speak. In a field for audio a plain string does the same.
 *
 * @example
 * ```ts
 * playAudio('Hello', textToSpeech('Hello.'));
 * ```
 */
export const textToSpeech = (text: string): TextToSpeechNode => Object.freeze({ kind: 'tts', text });

/** A user prompt as a definition. */
export type PromptDefinition = Definition & { readonly definition: 'userPrompt' };

/**
 * A prompt: its definition, its name or an expression.
 *
 * @example
 * ```ts
 * playAudio('Welcome', prompt('Prompt.welcome'));
 * playAudio('Music', prompt('PromptSystem.on_hold_music'));
 * ```
 */
export function prompt(which: string | PromptDefinition | Readable<ReferenceTypes['prompt']>): PromptNode {
  if (typeof which === 'string') return Object.freeze({ kind: 'prompt', prompt: which });
  if (isDefinition(which)) return Object.freeze({ kind: 'prompt', prompt: `Prompt.${which.name}`, definition: which });
  return Object.freeze({ kind: 'prompt', prompt: asExpression(which) });
}

/** A prompt in a field that needs the object and not audio: `lit: {name: Prompt.welcome}`. */
export function promptObject({ prompt: which, definition }: PromptNode): ValueNode {
  if (typeof which !== 'string') return which;
  const name = literal({ name: which });
  return definition ? Object.freeze({ ...name, definition }) : name;
}

/** The text of a string literal as the expression language writes it. */
export const quoted = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;

/** A part between `${` and `}` of an `exp` text. */
export type ExpressionPart = Readable<unknown> | PromptDefinition | string | number | boolean;

/**
 * An expression of Architect's language. Variables and other expressions are inserted as they are, strings as literals.
 *
 * @example
 * ```ts
 * exp<boolean>`Length(${customerName}) > 3`; // exp: Length(Flow.customerName) > 3
 * ```
 */
export function exp<T>(texts: TemplateStringsArray, ...parts: readonly ExpressionPart[]): Expression<T> {
  const text = texts.reduce((before, after, i) => {
    const part = parts[i - 1];
    return before + (part === undefined ? '' : operandText(part)) + after;
  });
  return Object.freeze({ kind: 'expression', text, ...definitionsIn(parts), [ORIGIN]: definedBy(exp) });
}

/** The definitions that the parts of an expression name. The flow depends on them. */
function definitionsIn(parts: readonly ExpressionPart[]): Pick<ExpressionNode, 'definitions'> {
  const definitions = parts.flatMap((part) => {
    if (typeof part !== 'object') return [];
    if (isDefinition(part)) return [part];
    return part.kind === 'expression' ? (part.definitions ?? []) : [];
  });
  return definitions.length > 0 ? { definitions: Object.freeze([...new Set(definitions)]) } : {};
}

/** An expression from a text. */
export const expressionOf = <T>(text: string): Expression<T> => Object.freeze({ kind: 'expression', text });

/** The text of a part that stands alone: a variable or a prompt by its name, a text in quotes. */
export function asText(part: ExpressionPart): string {
  if (typeof part === 'string') return quoted(part);
  if (typeof part !== 'object') return String(part);
  if (isDefinition(part)) return `Prompt.${part.name}`;
  return part.kind === 'variable' ? part.name : part.text;
}

/** The text of a part beside an operator: in parentheses, unless it is a single name, call or literal. */
export function operandText(part: ExpressionPart): string {
  const text = asText(part);
  return typeof part !== 'object' || isSingle(text) ? text : `(${text})`;
}

const TEXT = /"(?:[^"\\]|\\.)*"/g;
const INNERMOST = /\([^()]*\)|\[[^[\]]*\]/g;

/**
 * Whether a text is a single literal, name or call. Its parentheses may have any content. A single sign may stand
 * before it, because the sign binds tightest.
 */
function isSingle(text: string): boolean {
  if (text.replace(TEXT, '') === '') return true;
  let outside = text.replace(TEXT, '""');
  for (let before = ''; before !== outside;) {
    before = outside;
    outside = outside.replace(INNERMOST, '');
  }
  return /^[!-]?[\w.$]+$/.test(outside);
}

/**
 * A text to speak with values in it.
 *
 * @example
 * ```ts
 * playAudio('Greet', say`Good to hear from you, ${customerName}.`);
 * ```
 */
export function say(
  texts: TemplateStringsArray,
  ...parts: readonly (Readable<string> | PromptDefinition | string)[]
): Expression<Audio> {
  const heard: (PromptDefinition | string[])[] = [[]];
  for (const [i, text] of texts.entries()) {
    const part = parts[i];
    const spoken = heard.at(-1);
    if (Array.isArray(spoken) && text !== '') spoken.push(quoted(text));
    if (part === undefined) continue;
    if (typeof part === 'object' && isDefinition(part)) heard.push(part, []);
    else if (Array.isArray(spoken)) spoken.push(asText(part));
  }
  // Often only a blank stands between two prompts.
  const audible = heard.filter((part) => !Array.isArray(part) || part.some((piece) => !/^"\s*"$/.test(piece)));
  const pieces = audible.map((part) =>
    Array.isArray(part) ? `ToAudioTTS(${appended(part)})` : `ToAudio(${asText(part)})`,
  );
  const text = pieces.length === 0 ? 'ToAudioTTS("")' : appended(pieces);
  return Object.freeze({ kind: 'expression', text, ...definitionsIn(parts) });
}

const appended = (pieces: readonly string[]): string =>
  pieces.length === 1 ? (pieces[0] ?? '""') : `Append(${pieces.join(', ')})`;

/** A variable read as an expression. */
export function asExpression(value: Readable<unknown>): ExpressionNode {
  return value.kind === 'variable' ? Object.freeze({ kind: 'expression', text: value.name }) : value;
}

const wrapperKinds = new Set<string>(['literal', 'expression', 'variable', 'noValue', 'tts', 'prompt', 'raw']);

/** Whether a value is a node of the tree. */
export const isValueNode = (value: unknown): value is ValueNode =>
  typeof value === 'object' && value !== null && 'kind' in value && wrapperKinds.has(String(value.kind));

/** Converts a value of a definition into a node of the tree. */
export function valueNode(value: unknown): ValueNode {
  if (isValueNode(value)) return value.kind === 'variable' ? asExpression(value) : value;
  return literal(value);
}

/** Converts audio of a definition into a node. A plain string is spoken. */
export function audioNode(value: AudioValue): ValueNode {
  if (typeof value === 'string') return textToSpeech(value);
  return isDefinition(value) ? prompt(value) : valueNode(value);
}

/** The node of a field. The field is left out where the definition has no value. */
export const optionalNode = (value: unknown): ValueNode | undefined =>
  value === undefined ? undefined : valueNode(value);

/** The node of a field. It is `noValue` where the definition has no value, as Architect's exporter writes it. */
export const orNoValue = (value: unknown): ValueNode => (value === undefined ? noValue : valueNode(value));

/** The node of an audio field. The field is left out where the definition has no audio. */
export const optionalAudioNode = (value: AudioValue | undefined): ValueNode | undefined =>
  value === undefined ? undefined : audioNode(value);

/** Converts a communication of a definition into a node. */
export const communicationNode = (value: CommunicationValue): ValueNode => valueNode(value);

/** The node for the variable of an output: `noValue` where the definition has none. */
export function bindingNode(target: Assignable<never> | undefined): ValueNode {
  return target === undefined ? noValue : Object.freeze({ kind: 'variable', name: target.name });
}

/**
 * The literal of a known value. Definitions (a queue, a schedule group) become their names, prompts become
 * `Prompt.name`.
 */
export function literal(value: unknown): LiteralNode {
  if (isDefinition(value)) {
    const name = value.definition === 'userPrompt' ? `Prompt.${value.name}` : value.name;
    return Object.freeze({
      kind: 'literal',
      yaml: deepFreeze(mapping([['name', scalar(name)]])),
      definition: value,
    });
  }
  return Object.freeze({ kind: 'literal', yaml: deepFreeze(literalYaml(value)) });
}

function literalYaml(value: unknown): YamlNode {
  if (Array.isArray(value)) return sequence(value.map((item) => mapping([['lit', literalYaml(item)]])));
  if (typeof value === 'object' && value !== null) {
    return mapping(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => [key, literalYaml(part)] as const),
    );
  }
  return scalar(value as YamlScalar['value']);
}

/** The string, number or boolean of a literal. Undefined for other nodes and for structured literals. */
export function literalScalar(node: ValueNode | undefined): string | number | boolean | undefined {
  if (node?.kind !== 'literal' || node.yaml.kind !== 'scalar') return undefined;
  return node.yaml.value ?? undefined;
}

/** The `name` of a literal like `lit: {name: Support}`. */
export function literalName(node: ValueNode | undefined): string | undefined {
  if (node?.kind !== 'literal' || node.yaml.kind !== 'mapping') return undefined;
  const name = node.yaml.entries.find((e) => e.key.value === 'name')?.value;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined;
}

const durationUnits = new Set(['days', 'hours', 'minutes', 'seconds', 'ms']);

/** The parts of a literal like `lit: {minutes: 1}`. */
export function literalDuration(node: ValueNode | undefined): DurationLiteral | undefined {
  if (node?.kind !== 'literal' || node.yaml.kind !== 'mapping') return undefined;
  const parts = node.yaml.entries.map((e) => [String(e.key.value), e.value] as const);
  const isDuration = parts.every(
    ([unit, n]) => durationUnits.has(unit) && n.kind === 'scalar' && typeof n.value === 'number',
  );
  if (!isDuration || parts.length === 0) return undefined;
  return Object.fromEntries(parts.map(([unit, n]) => [unit, n.kind === 'scalar' ? n.value : 0]));
}

/** A variable of a scope: `variable('Flow', 'customerId', string())`. */
export function variable<T>(scope: string, name: string, type: Type<T>): Variable<T> {
  return Object.freeze({ kind: 'variable', name: `${scope}.${name}`, type });
}

/**
 * A built-in variable of Architect, by its name. The types of well-known variables are known; for other variables the
 * caller states the type.
 *
 * @example
 * ```ts
 * builtIn('Call.Ani'); // an Expression<string>
 * builtIn('Call.CurrentQueue'); // an Expression<Queue>: in an in-queue flow the queue the call waits in
 * builtIn<string>('Message.SenderAddress');
 * ```
 */
export function builtIn<N extends keyof BuiltInTypes>(name: N): Expression<BuiltInTypes[N]>;
export function builtIn<T>(name: string): Expression<T>;
export function builtIn(name: string): Expression<unknown> {
  return Object.freeze({ kind: 'expression', text: name });
}

export type { Origin };
