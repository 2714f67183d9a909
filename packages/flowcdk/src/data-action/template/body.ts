import { asGiven, encodedPart, encodedText, isGiven, isOptional, literalText } from './encode';
import { isPart, type JsonText, marked, type Part, PART, type Text } from './part';
import { type Item, separated } from './optional-items';
import { joined, type Template, velocity } from './template';

/** JSON with inputs in it. An optional input that is missing leaves its property out (and is `null` in an array). */
export type JsonTree<P> =
  string | number | boolean | null | P | Text<P> | JsonText | readonly JsonTree<P>[] | JsonObject<P>;

/** An object of a JSON body. */
export interface JsonObject<P> {
  readonly [property: string]: JsonTree<P>;
  /** Marks what is not a plain object of JSON. */
  readonly [PART]?: never;
}

/** A value of a form, a query or a header. */
export type TextValue<P> = string | number | boolean | P | Text<P>;

/** A form-encoded body. */
export interface FormBody<out P> {
  readonly [PART]: true;
  readonly kind: 'form';
  readonly fields: Readonly<Record<string, TextValue<P>>>;
}

/** A body of any other kind; nothing is escaped in it. */
export interface RawBody<out P> {
  readonly [PART]: true;
  readonly kind: 'raw';
  readonly text: string | Text<P>;
  readonly contentType: string;
}

/** What can be sent. */
export type Body<P> = JsonTree<P> | FormBody<P> | RawBody<P>;

/** The parts among values. */
type PartIn<V> = V extends Text<infer P> ? P : V extends Part ? V : never;

/**
 * A form-encoded body.
 *
 * @example
 * ```ts
 * form({ grant_type: 'client_credentials' }); // grant_type=client_credentials
 * ```
 */
export const form = <const F extends Readonly<Record<string, TextValue<Part>>>>(
  fields: F,
): FormBody<PartIn<F[keyof F]>> =>
  Object.freeze({ ...marked, kind: 'form', fields: Object.freeze({ ...fields }) }) as FormBody<PartIn<F[keyof F]>>;

/**
 * A body that is neither JSON nor a form. Escaping is up to you.
 *
 * @example
 * ```ts
 * dataAction({
 *   name: 'Report',
 *   integration: webServices({ name: 'Back office' }),
 *   input: { conversationId: string() },
 *   output: {},
 *   request: ({ conversationId }) => ({
 *     method: 'POST',
 *     url: 'https://backoffice.example/calls',
 *     body: rawBody(text`<call id="${conversationId}"/>`, 'application/xml'),
 *   }),
 * });
 * ```
 */
export const rawBody = <const B extends string | Text<Part>>(body: B, contentType: string): RawBody<PartIn<B>> =>
  Object.freeze({ ...marked, kind: 'raw', text: body, contentType }) as RawBody<PartIn<B>>;

const hasKind = (body: unknown, kind: string): boolean =>
  typeof body === 'object' && body !== null && PART in body && 'kind' in body && body.kind === kind;
const isForm = (body: unknown): body is FormBody<Part> => hasKind(body, 'form');
const isRaw = (body: unknown): body is RawBody<Part> => hasKind(body, 'raw');

/** True for what `form(…)` and `rawBody(…)` make. */
export const isBody = (value: unknown): value is FormBody<Part> | RawBody<Part> => isForm(value) || isRaw(value);

/** The media type of a body. */
export function contentTypeOf(body: Body<Part>): string {
  if (isForm(body)) return 'application/x-www-form-urlencoded';
  return isRaw(body) ? body.contentType : 'application/json';
}

/** The template of a body. */
export function bodyTemplate(body: Body<Part>): Template {
  if (isForm(body)) return formTemplate(body.fields);
  if (isRaw(body)) return textTemplate(body.text, 'plain');
  return jsonTemplate(body);
}

/**
 * `name=value&…` for a form or a query; missing optional inputs are left out with their names. Fields that are always
 * there go first: a letter right behind `#end` would be read as part of it.
 */
export function formTemplate(fields: Readonly<Record<string, TextValue<Part>>>, opening = ''): Template {
  const items = inOrder(fields).map(([name, value]): Item => {
    const content = joined(`${literalText(encodeURIComponent(name), 'query')}=`, formValue(value));
    return withCondition(content, value);
  });
  return separated(items, '&', opening);
}

const inOrder = (fields: Readonly<Record<string, TextValue<Part>>>) =>
  Object.entries(fields).sort(
    ([, a], [, b]) => Number(conditionOf(a) !== undefined) - Number(conditionOf(b) !== undefined),
  );

function formValue(value: TextValue<Part>): Template {
  if (!isPart(value)) return velocity(literalText(encodeURIComponent(String(value)), 'query'));
  return textTemplate(value.kind === 'input' ? asGiven(value) : value, 'query');
}

/** A text, a part or plain text at a position that is no JSON. */
export function textTemplate(value: TextValue<Part>, position: 'plain' | 'query'): Template {
  if (!isPart(value)) return velocity(literalText(String(value), position));
  if (value.kind !== 'text') return encodedPart(value, position);
  return encodedText(value.pieces, position, position === 'query' ? encodeURIComponent : undefined);
}

/** The template of a JSON tree. */
function jsonTemplate(tree: JsonTree<Part>): Template {
  if (isLeaf(tree)) return orNull(tree, leafTemplate(tree));
  if (isList(tree))
    return joined(
      '[',
      separated(
        tree.map((item) => ({ content: jsonTemplate(item) })),
        ', ',
      ),
      ']',
    );
  const items = Object.entries(tree).map(([name, value]): Item => {
    const content = joined(`"${jsonLiteral(name)}": `, isLeaf(value) ? leafTemplate(value) : jsonTemplate(value));
    return withCondition(content, value);
  });
  return joined('{', separated(items, ', '), '}');
}

type Leaf = string | number | boolean | null | Part | Text<Part> | JsonText;

const isLeaf = (tree: JsonTree<Part>): tree is Leaf => typeof tree !== 'object' || tree === null || isPart(tree);
const isList = (tree: JsonTree<Part>): tree is readonly JsonTree<Part>[] => Array.isArray(tree);

const jsonLiteral = (text: string): string => literalText(JSON.stringify(text).slice(1, -1), 'json');
const inQuotes = (content: Template | string): Template => joined('"', content, '"');

function leafTemplate(leaf: Leaf): Template {
  if (typeof leaf === 'string') return inQuotes(jsonLiteral(leaf));
  if (typeof leaf !== 'object' || leaf === null) return velocity(JSON.stringify(leaf));
  if (leaf.kind === 'jsonText') return velocity(`\${input.${leaf.input.name}}`);
  if (leaf.kind === 'text') return inQuotes(encodedText(leaf.pieces, 'json', (t) => JSON.stringify(t).slice(1, -1)));
  if (leaf.kind !== 'input') return inQuotes(encodedPart(leaf, 'json'));
  const value = encodedPart(asGiven(leaf), 'json');
  return leaf.type.kind === 'string' ? inQuotes(value) : value;
}

function orNull(leaf: Leaf, content: Template): Template {
  const condition = conditionOf(leaf);
  return condition === undefined ? content : joined(`#if(${condition})`, content, '#{else}null#end');
}

const withCondition = (content: Template, value: unknown): Item => {
  const when = conditionOf(value);
  return when === undefined ? { content } : { content, when };
};

/** When an item is present: always, or only if its optional input has a value. */
function conditionOf(value: unknown): string | undefined {
  if (!isPart(value)) return undefined;
  const input = value.kind === 'jsonText' ? value.input : value;
  return input.kind === 'input' && isOptional(input) ? isGiven(input) : undefined;
}
