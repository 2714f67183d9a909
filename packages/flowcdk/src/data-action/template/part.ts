import type { Definition } from '../../architect/definition';
import type { Type } from '../../architect/types';

/**
 * What can stand in a URL, a header or a body besides text that is known now. A part does not know how to escape
 * itself: that depends on its position (see `encode.ts`).
 */
export const PART: unique symbol = Symbol('flowcdk template part');

interface Marked {
  readonly [PART]: true;
}

/** What makes an object a part. */
export const marked: Marked = Object.freeze({ [PART]: true as const });

/** An input of the data action, by property. */
export interface InputReference<out T> extends Marked {
  readonly kind: 'input';
  readonly name: string;
  readonly type: Type<unknown>;
  readonly '~type'?: T;
}

/** A field of the integration's credential; only the platform ever sees its value. */
export interface CredentialReference<out K extends string = string> extends Marked {
  readonly kind: 'credential';
  readonly key: K;
}

/** A field of what the integration's custom auth action answered. */
export interface AuthResponseReference<out K extends string = string> extends Marked {
  readonly kind: 'authResponse';
  readonly key: K;
}

/** The id of a definition, which is known only after the deployment. */
export interface Deployed extends Marked {
  readonly kind: 'deployed';
  readonly definition: Definition;
  readonly attribute: 'id';
}

/** Text in Base64, as in `Authorization: Basic …`. */
export interface Base64<out P> extends Marked {
  readonly kind: 'base64';
  readonly text: Text<P>;
}

/** Text with parts in it. */
export interface Text<out P> extends Marked {
  readonly kind: 'text';
  readonly pieces: readonly (string | P)[];
}

/** A URL with parts in it. */
export interface Url<out P> extends Marked {
  readonly kind: 'url';
  readonly pieces: readonly (string | P)[];
}

/** An input that holds JSON, put into a JSON body as it is. */
export interface JsonText extends Marked {
  readonly kind: 'jsonText';
  readonly input: InputReference<string>;
}

/** Everything that can stand inside a text. */
export type Part =
  | InputReference<unknown>
  | CredentialReference
  | AuthResponseReference
  | Deployed
  | Base64<InputReference<unknown> | CredentialReference>;

/** The declared inputs of a data action, to be used in its request. */
export const inputReference = <T>(name: string, type: Type<T>): InputReference<T> =>
  Object.freeze({ ...marked, kind: 'input', name, type });

/**
 * A field of the credential the integration holds (documented). That the integration has such a field is checked by
 * the compiler.
 *
 * @example
 * ```ts
 * const headers = { 'X-Api-Key': credential('apiKey') }; // ${credentials.apiKey}
 * ```
 */
export const credential = <const K extends string>(key: K): CredentialReference<K> =>
  Object.freeze({ ...marked, kind: 'credential', key });

/**
 * A field of the token answer, for integrations with `customAuth` (seen in published actions).
 *
 * @example
 * ```ts
 * const headers = { Authorization: text`Bearer ${authResponse('access_token')}` }; // Bearer ${authResponse.access_token}
 * ```
 */
export const authResponse = <const K extends string>(key: K): AuthResponseReference<K> =>
  Object.freeze({ ...marked, kind: 'authResponse', key });

/**
 * The id a flow gets when it is deployed. Terraform puts it in.
 *
 * @example
 * ```ts
 * const body = { flowId: deployed(identifyCaller, 'id') };
 * ```
 */
export const deployed = (definition: Definition, attribute: 'id'): Deployed =>
  Object.freeze({ ...marked, kind: 'deployed', definition, attribute });

/**
 * A text in Base64.
 *
 * @example
 * ```ts
 * base64(text`${credential('user')}:${credential('password')}`); // ${encoding.base64("…")}
 * ```
 */
export const base64 = <P extends InputReference<unknown> | CredentialReference>(of: Text<P>): Base64<P> =>
  Object.freeze({ ...marked, kind: 'base64', text: of });

/**
 * Puts the JSON an input holds into a JSON body as it is, without quotes. A missing optional one is left out.
 *
 * @example
 * ```ts
 * dataAction({
 *   name: 'Report',
 *   integration: webServices({ name: 'Back office' }),
 *   input: { callAsJson: string() },
 *   output: {},
 *   request: ({ callAsJson }) => ({
 *     method: 'POST',
 *     url: 'https://backoffice.example/calls',
 *     body: { call: jsonText(callAsJson) },
 *   }),
 * });
 * ```
 */
export const jsonText = (input: InputReference<string>): JsonText =>
  Object.freeze({ ...marked, kind: 'jsonText', input });

/**
 * Text with inputs in it. A missing optional input leaves nothing.
 *
 * @example
 * ```ts
 * const headers = { Authorization: text`Key ${credential('apiKey')}` };
 * ```
 */
export const text = <const A extends readonly (Part | string | number)[]>(
  texts: TemplateStringsArray,
  ...parts: A
): Text<PartIn<A>> => Object.freeze({ ...marked, kind: 'text', pieces: piecesOf<PartIn<A>>(texts, parts) });

/**
 * A URL with inputs in it. What stands before the first `?` is escaped as part of a path, what follows as part of a
 * query; a part with which the URL begins is its base and is put in as it is.
 *
 * @example
 * ```ts
 * dataAction({
 *   name: 'Find customer in Alpha',
 *   integration: webServices({ name: 'Alpha' }),
 *   input: { phoneNumber: string() },
 *   output: { name: string() },
 *   request: ({ phoneNumber }) => ({
 *     method: 'GET',
 *     url: url`https://alpha.example/customers?phone=${phoneNumber}`,
 *   }),
 * });
 * // https://alpha.example/customers?phone=${esc.url($input.phoneNumber)}
 * ```
 */
export const url = <const A extends readonly (Part | string | number)[]>(
  texts: TemplateStringsArray,
  ...parts: A
): Url<PartIn<A>> => Object.freeze({ ...marked, kind: 'url', pieces: piecesOf<PartIn<A>>(texts, parts) });

/** The parts among the values of a tag. */
type PartIn<A extends readonly unknown[]> = Extract<A[number], Part>;

function piecesOf<P>(texts: readonly string[], parts: readonly unknown[]): readonly (string | P)[] {
  const pieces: (string | P)[] = [];
  const add = (piece: unknown): void => {
    const last = pieces.length - 1;
    const before = pieces[last];
    if (piece === undefined || piece === '') return;
    if (typeof piece === 'object') pieces.push(piece as P);
    else if (typeof before === 'string') pieces[last] = `${before}${String(piece)}`;
    else pieces.push(String(piece));
  };
  texts.forEach((piece, i) => {
    add(piece);
    add(parts[i]);
  });
  return Object.freeze(pieces);
}

/** True for parts, texts and URLs; false for plain data. */
export const isPart = (value: unknown): value is Part | Text<Part> | Url<Part> | JsonText =>
  typeof value === 'object' && value !== null && PART in value;
