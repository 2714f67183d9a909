import { defined } from '../ground/defined';
import { type Declarations, string, type TypeOf } from '../architect/types';
import { type Body, bodyTemplate, contentTypeOf, textTemplate, type TextValue } from './template/body';
import { inputReference, type InputReference, type Part } from './template/part';
import type { Template } from './template/template';
import { type UrlValue, urlTemplate } from './template/url';

/** The methods the platform knows (documented). */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface RequestTarget<P> {
  /** Absolute for web services, beginning with `/api/v2/` for Genesys Cloud. */
  readonly url: UrlValue<P>;
  /** Added to the URL; a missing optional input is left out with its name. */
  readonly query?: Readonly<Record<string, TextValue<P>>> | undefined;
  /** Nothing is escaped in headers. `Content-Type` follows from the body unless it is given. */
  readonly headers?: Readonly<Record<string, TextValue<P>>> | undefined;
}

/** What a data action sends. */
export type HttpRequest<P> =
  | (RequestTarget<P> & { readonly method: 'GET'; readonly body?: undefined })
  | (RequestTarget<P> & {
      readonly method: Exclude<Method, 'GET'>;
      /**
       * JSON, `form(…)` or `rawBody(…)`.
       * @default the whole input as JSON (`${input.rawRequest}`)
       */
      readonly body?: Body<P> | undefined;
    });

/** Declared inputs as references: `({ phoneNumber }) => …`. */
export type InputReferences<In extends Declarations> = { readonly [K in keyof In]: InputReference<TypeOf<In[K]>> };

/** An undeclared input gives a reference too, so that it is reported instead of vanishing from the template. */
export function inputReferences<In extends Declarations>(input: In): InputReferences<In> {
  const entries = Object.entries(input).map(([name, type]) => [name, inputReference(name, type)] as const);
  const declared: Readonly<Record<string, InputReference<unknown>>> = Object.freeze(Object.fromEntries(entries));
  return new Proxy(declared, {
    get: (known, name) =>
      typeof name === 'symbol' || Object.hasOwn(known, name)
        ? Reflect.get(known, name)
        : inputReference(name, string()),
  }) as InputReferences<In>;
}

/** A request as the platform gets it. */
export interface RequestTemplate {
  readonly method: Method;
  readonly url: Template;
  readonly headers: Readonly<Record<string, Template>>;
  /** Absent for `GET`, and for the platform's default: the whole input as JSON. */
  readonly body?: Template;
}

/** Writes the templates of a request. */
export function requestTemplate({ method, url, query, headers = {}, body }: HttpRequest<Part>): RequestTemplate {
  const hasContentType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const contentType = body === undefined || hasContentType ? {} : { 'Content-Type': contentTypeOf(body) };
  const all = Object.entries({ ...contentType, ...headers });
  return Object.freeze(
    defined({
      method,
      url: urlTemplate(url, query),
      headers: Object.freeze(Object.fromEntries(all.map(([name, value]) => [name, textTemplate(value, 'plain')]))),
      body: body === undefined ? undefined : bodyTemplate(body),
    }),
  );
}

/** The templates of a request, whatever they are for. */
export const templatesOf = ({ url, headers, body }: RequestTemplate): readonly Template[] => [
  url,
  ...Object.values(headers),
  ...(body ? [body] : []),
];
