import { JsonSyntaxError } from '@flowcdk/data-action-engines/java';
import type { HttpRequest } from '../../emulator/runtime/services/http';
import { DataActionProblem } from '../../emulator/runtime/data-actions/failure';
import { requestOf, requestPlan } from '../../emulator/runtime/data-actions/request';
import { resultOf, resultPlan } from '../../emulator/runtime/data-actions/result';
import type { Trace } from '../../emulator/runtime/data-actions/trace';
import { isObject, type Json, type JsonObject, jsonIn } from '../../emulator/state/json';
import type { ActionConfig, ActionDraft } from '../../emulator/state/tables/data-action';
import { isValues, type Value, type Values } from '../../apply/values';
import { exampleOf, exampleResponse } from './example-values';
import { MASK, plainText, type StackResource } from './stack-model';

/** A field of the contract of a data action. */
export interface ContractField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly isRequired: boolean;
}

/** One step of a data action with the example. */
export interface ExampleStep {
  readonly step: string;
  readonly result?: Json | undefined;
  readonly problem?: string | undefined;
}

/** A data action as a page shows it. */
export interface DataActionModel {
  readonly resource: StackResource;
  readonly category: string;
  readonly timeoutSeconds: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, template: string])[];
  readonly body: string | undefined;
  readonly translations: readonly {
    readonly key: string;
    readonly path: string;
    readonly fallback?: string | undefined;
  }[];
  readonly successTemplate: string | undefined;
  readonly inputs: readonly ContractField[];
  readonly outputs: readonly ContractField[];
  readonly example: {
    readonly inputs: JsonObject;
    readonly request?: HttpRequest | undefined;
    readonly response?: Json | undefined;
    readonly steps: readonly ExampleStep[];
  };
}

/** The time-out of an action without its own, in seconds (documented). */
const DEFAULT_TIMEOUT = 60;

/** The data actions of some stacks, each with an example of its request and of what it makes of an answer. */
export const dataActionsIn = (resources: readonly StackResource[]): readonly DataActionModel[] =>
  resources.filter(({ kind }) => kind === 'data action').map((resource) => dataActionOf(resource, resources));

function dataActionOf(resource: StackResource, resources: readonly StackResource[]): DataActionModel {
  const { values } = resource;
  const [input, output] = [schemaIn(values['contract_input']), schemaIn(values['contract_output'])];
  const request = block(values['config_request']);
  const response = block(values['config_response']);
  const config = configOf(request, response);
  const draft = { config } as ActionDraft;
  const defaults = config.response?.translationMapDefaults ?? {};
  return {
    resource,
    category: plainText(values['category']),
    timeoutSeconds: Number(values['config_timeout_seconds'] ?? DEFAULT_TIMEOUT),
    method: config.request?.requestType ?? 'GET',
    url: config.request?.requestUrlTemplate ?? '',
    headers: Object.entries(config.request?.headers ?? {}),
    body: config.request?.requestTemplate,
    translations: Object.entries(config.response?.translationMap ?? {}).map(([key, path]) => ({
      key,
      path,
      fallback: defaults[key],
    })),
    successTemplate: config.response?.successTemplate,
    inputs: fieldsOf(input),
    outputs: fieldsOf(output),
    example: exampleRun(draft, input, output, integrationOf(resource, resources)),
  };
}

/** A block of Terraform, which may be written as a list of one. `$${` is how Terraform writes `${`. */
function block(value: Value | undefined): Values {
  const only = Array.isArray(value) ? (value as readonly Value[])[0] : value;
  return isValues(only) ? (unescaped(only) as Values) : {};
}

function unescaped(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('$${', '${').replaceAll('%%{', '%{');
  if (Array.isArray(value)) return (value as readonly Value[]).map(unescaped);
  return isValues(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unescaped(v)])) : value;
}

const textsIn = (value: Value | undefined): Readonly<Record<string, string>> =>
  isValues(value) ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, plainText(text)])) : {};

const textIn = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

function configOf(request: Values, response: Values): ActionConfig {
  const requestTemplate = textIn(request['request_template']);
  const successTemplate = textIn(response['success_template']);
  return {
    request: {
      requestUrlTemplate: textIn(request['request_url_template']) ?? '',
      requestType: (textIn(request['request_type']) ?? 'GET') as 'GET',
      headers: textsIn(request['headers']),
      ...(requestTemplate === undefined ? {} : { requestTemplate }),
    },
    response: {
      translationMap: textsIn(response['translation_map']),
      translationMapDefaults: textsIn(response['translation_map_defaults']),
      ...(successTemplate === undefined ? {} : { successTemplate }),
    },
  };
}

function schemaIn(value: Value | undefined): JsonObject {
  const schema = typeof value === 'string' ? jsonIn(value) : undefined;
  return isObject(schema) ? schema : {};
}

/** The fields of a schema; those of its items where it is a list. */
function fieldsOf(schema: JsonObject): readonly ContractField[] {
  const inner = schema['type'] === 'array' && isObject(schema['items']) ? schema['items'] : schema;
  const { properties, required } = inner;
  if (!isObject(properties)) return [];
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: isObject(field) ? plainText(field['type'] ?? 'any') : 'any',
    description: isObject(field) ? plainText(field['description']) : '',
    isRequired: Array.isArray(required) && required.includes(name),
  }));
}

const integrationOf = ({ refersTo }: StackResource, resources: readonly StackResource[]): StackResource | undefined =>
  resources.find(({ id, kind }) => kind === 'integration' && refersTo.includes(id));

/** What the action sends for an example, and what it makes of an answer. Secrets stand as their names. */
function exampleRun(
  draft: ActionDraft,
  input: JsonObject,
  output: JsonObject,
  integration: StackResource | undefined,
): DataActionModel['example'] {
  const inputs = exampleOf({ ...input, type: 'object' }) as JsonObject;
  const steps: ExampleStep[] = [];
  const trace: Trace = (step, outcome) => {
    if ('warning' in outcome) return;
    steps.push('error' in outcome ? { step, problem: outcome.error } : { step, result: outcome.result });
  };
  const isOwnApi = integration?.values['integration_type'] === 'purecloud-data-actions';
  const access = {
    integrationId: '',
    isOwnApi,
    credentials: masksFor(draft),
    ...(isOwnApi ? { authorization: `Bearer ${MASK}` } : {}),
  };
  const request = attempt(() => requestOf(requestPlan(draft), inputs, access, tokenMasks, trace).request);
  const response = exampleResponse(draft.config?.response?.translationMap ?? {}, output);
  attempt(() =>
    resultOf(resultPlan(draft), inputs, { status: 200, headers: {}, body: JSON.stringify(response) }, trace),
  );
  return { inputs, request, response, steps };
}

/** A mask for every credential that a template names. */
function masksFor({ config }: ActionDraft): Readonly<Record<string, string>> {
  const { requestUrlTemplate = '', requestTemplate = '', headers = {} } = config?.request ?? {};
  const templates = [requestUrlTemplate, requestTemplate, ...Object.values(headers)].join(' ');
  return Object.fromEntries([...templates.matchAll(/credentials\.(\w+)/g)].map(([, name = '']) => [name, MASK]));
}

const tokenMasks: JsonObject = { access_token: MASK, token_type: 'Bearer' };

/** The trace already has the reason of a failure. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof DataActionProblem || problem instanceof JsonSyntaxError) return undefined;
    throw problem;
  }
}
