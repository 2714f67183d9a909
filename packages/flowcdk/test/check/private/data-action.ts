import { integer, string, type Type } from '../../../src/architect/types';
import { optional } from '../../../src/architect/data-action-contract';
import { toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { at, type DataAction, dataAction, text, url, webServices } from '../../../src/data-action';

const integration = webServices({ name: 'Customer database' });

/** The data action that examples call. */
export const findCustomer: DataAction = dataAction({
  name: 'Find customer',
  integration,
  input: { phoneNumber: string(), limit: optional(integer()) },
  output: { customerId: string(), name: string() },
  request: ({ phoneNumber, limit }) => ({
    method: 'GET',
    url: url`https://customers.example/find?phone=${phoneNumber}`,
    headers: { 'X-Limit': text`${limit}` },
  }),
  response: { customerId: at('$.id'), name: at('$.name') },
}) as unknown as DataAction;

interface Written {
  readonly dataAction: string;
  readonly input?: Readonly<Record<string, string>>;
  readonly output?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly translationMap?: Readonly<Record<string, string>>;
  readonly translationMapDefaults?: Readonly<Record<string, string>>;
  readonly successTemplate?: string;
}

const velocity = (part: string) => ({ parts: [{ kind: 'velocity' as const, text: part }] });

const declared = (types: Readonly<Record<string, string>> = {}): Readonly<Record<string, Type<unknown>>> =>
  Object.fromEntries(
    Object.entries(types).map(([name, kind]) => [
      name,
      {
        kind: kind.replace(/\[\]|\?$/g, ''),
        collection: kind.endsWith('[]'),
        optional: kind.endsWith('?'),
      } as Type<unknown>,
    ]),
  );

const schema = (types: Readonly<Record<string, string>> = {}) => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(types).map(([name, kind]) => [name, { type: kind.endsWith('[]') ? 'array' : kind }]),
  ),
  required: Object.keys(types),
});

/** A data action as others may have written it, templates and all: `dataAction: …` with its parts as text. */
export function dataActionIn(yaml: string): DataAction {
  const { root } = parseYaml(yaml);
  const written = (root && toData(root)) as unknown as Written;
  const { headers = {}, body, translationMap = {}, translationMapDefaults = {} } = written;
  // Without the symbol that says where it was defined: nobody did, in TypeScript.
  const parts = Object.fromEntries(Object.entries(findCustomer)) as unknown as DataAction;
  return {
    ...parts,
    name: written.dataAction,
    input: declared(written.input),
    outputs: declared(written.output),
    contract: { input: schema(written.input), output: schema(written.output) },
    request: {
      method: 'POST',
      url: velocity(written.url ?? ''),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, velocity(value)])),
      ...(body === undefined ? {} : { body: velocity(body) }),
    },
    response: { translationMap, translationMapDefaults, successTemplate: written.successTemplate ?? '${rawResult}' },
  };
}
