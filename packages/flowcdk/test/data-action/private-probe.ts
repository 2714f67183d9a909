import { boolean, decimal, integer, optional, string } from '../../src';
import { dataAction, type DataAction, render, userDefined, webServices } from '../../src/data-action';
import type { InputReferences, HttpRequest } from '../../src/data-action/request';
import type { PartsOf } from '../../src/data-action/data-action';

/** Inputs of every kind, given and optional. */
export const input = {
  name: string(),
  note: optional(string()),
  count: integer(),
  limit: optional(integer()),
  price: decimal(),
  urgent: boolean(),
};

export const service = webServices({
  name: 'Service',
  credential: userDefined({ apiKey: 'k', user: 'u', password: 'p' }),
});

type Request = (inputs: InputReferences<typeof input>) => HttpRequest<PartsOf<'apiKey' | 'user' | 'password', never>>;

/** A data action of which only the request matters. */
export const sending = (request: Request): DataAction =>
  dataAction({ name: 'Probe', integration: service, input, output: {}, request });

const idOf = ({ name }: { readonly name: string }): string => `<id of ${name}>`;

export const urlOf = (action: DataAction): string => render(action.request.url, idOf);
export const bodyOf = (action: DataAction): string | undefined =>
  action.request.body && render(action.request.body, idOf);
export const headersOf = (action: DataAction): Record<string, string> =>
  Object.fromEntries(Object.entries(action.request.headers).map(([name, value]) => [name, render(value, idOf)]));
export const errorsOf = (action: { readonly problems: DataAction['problems'] }): readonly string[] =>
  action.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.rule);
