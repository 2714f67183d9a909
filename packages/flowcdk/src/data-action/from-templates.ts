import type { Addressed } from '../architect/definition';
import { definedBy, ORIGIN, sourceLine } from '../architect/origin';
import { type Declarations, type DurationLiteral, inMilliseconds } from '../architect/types';
import { defined } from '../ground/defined';
import { outsideOfContract } from './errors';
import { hashOf, type InputContract, type JsonSchema } from './contract';
import type { DataAction } from './data-action';
import { callProblems } from './data-action-problems';
import type { Integration } from './integration';
import type { Method } from './request';
import type { ResponseTemplate } from './response/response-template';
import { velocity } from './template/template';

/** A data action with templates and contract as the platform has them. */
export interface DataActionTemplates<In extends InputContract, Out extends Declarations> extends Addressed {
  /** Shown in Architect; with the category it is how flows find the action. */
  readonly name: string;
  readonly integration: Integration;
  /** What a flow hands over. Each is a property of the input contract. */
  readonly input: In;
  /** What a flow gets, as Architect shows it: nested ones with dots. Each stands in the output contract. */
  readonly outputs: Out;
  /** The JSON schemas of the contract. They are deployed as they are. */
  readonly contract: { readonly input: JsonSchema; readonly output: JsonSchema };
  /** Velocity, deployed as it is. */
  readonly request: {
    readonly method: Method;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>> | undefined;
    /** @default the whole input as JSON (`${input.rawRequest}`) */
    readonly body?: string | undefined;
  };
  /** The translation map and the success template, deployed as they are. */
  readonly response: ResponseTemplate;
  /**
   * How long the service may take, 1 to 60 whole seconds.
   * @default 60 seconds, by the platform
   */
  readonly timeout?: DurationLiteral | undefined;
  /**
   * Handles sensitive data; only secure flows may call it.
   * @default false
   */
  readonly secure?: boolean | undefined;
}

/**
 * Declares a data action by templates that exist already: those of an organisation or of an export. They and the contract
 * are deployed character by character, so that an action that was imported stays the same. `flowcdk import` writes such
 * definitions. For an action of your own, {@link dataAction} escapes and checks.
 *
 * @example
 * ```ts
 * export const findCustomer = dataActionFromTemplates({
 *   name: 'Find customer',
 *   integration: existing('integration', 'CRM'),
 *   input: { phone: string() },
 *   outputs: { id: string() },
 *   contract: {
 *     input: { type: 'object', properties: { phone: { type: 'string' } } },
 *     output: { type: 'object', properties: { id: { type: 'string' } } },
 *   },
 *   request: { method: 'GET', url: 'https://crm.example/customers?phone=${esc.url($input.phone)}' },
 *   response: { translationMap: { id: '$.id' }, translationMapDefaults: {}, successTemplate: '{"id": ${id}}' },
 * });
 * ```
 */
export function dataActionFromTemplates<const In extends InputContract, const Out extends Declarations>(
  props: DataActionTemplates<In, Out>,
): DataAction<In, Out> {
  const origin = definedBy(dataActionFromTemplates);
  const { name, integration, input, outputs, contract, request, timeout, secure, address } = props;
  const where = { path: `data action ${name}`, at: sourceLine(origin) };
  const unknown = [
    ...without(Object.keys(input), inputNames(contract.input)).map((each) => outsideOfContract(where, 'input', each)),
    ...without(Object.keys(outputs), outputNames(contract.output)).map((each) =>
      outsideOfContract(where, 'output', each),
    ),
  ];
  return Object.freeze({
    [ORIGIN]: origin,
    definition: 'dataAction',
    name,
    category: integration.name,
    integration,
    input,
    outputs,
    contract: Object.freeze({ ...contract }),
    contractHash: hashOf(contract.input, contract.output, secure ?? false),
    request: Object.freeze({
      method: request.method,
      url: velocity(request.url),
      headers: Object.freeze(
        Object.fromEntries(Object.entries(request.headers ?? {}).map(([key, text]) => [key, velocity(text)])),
      ),
      ...(request.body === undefined ? {} : { body: velocity(request.body) }),
    }),
    response: Object.freeze({ ...props.response }),
    ...defined({ timeoutSeconds: timeout && inMilliseconds(timeout) / 1000, secure, address }),
    uses: Object.freeze([integration]),
    problems: Object.freeze([...callProblems({ name, input, timeout }, where), ...unknown]),
  });
}

const without = (names: readonly string[], known: readonly string[]): readonly string[] =>
  names.filter((name) => !known.includes(name));

const inputNames = (schema: JsonSchema): readonly string[] => Object.keys(propertiesOf(schema));

/** The outputs as Architect shows them: properties of objects and of objects in lists with dots. */
export function outputNames(schema: JsonSchema, prefix = ''): readonly string[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
    const inner = isObject(property['items']) ? property['items'] : property;
    const nested = outputNames(inner, `${prefix}${name}.`);
    return nested.length > 0 ? nested : [`${prefix}${name}`];
  });
}

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  isObject(schema['properties']) ? (schema['properties'] as Readonly<Record<string, JsonSchema>>) : {};
