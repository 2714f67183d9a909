import type { TemplatedAction } from '../../check/data-action-templates';
import type { MaybeTrigger } from '../../check/triggers';
import type { Declarations, Type } from '../../architect/types';
import { velocity } from '../../data-action/template/template';
import type { JsonSchema } from '../../data-action';
import { isObject, type Json, type JsonObject } from '../state/json';
import type { Org } from '../state/org';
import type { ContractSchema, DataAction } from '../state/tables/data-action';
import type { FlowVariable } from '../state/tables/flow';
import type { Trigger } from '../state/tables/trigger';

/** A data action of the org in the form that rules read. */
export function templatedAction({ name, contract, config }: DataAction): TemplatedAction {
  const { request = {}, response = {} } = config;
  const { requestTemplate, headers = {} } = request;
  return {
    definition: 'dataAction',
    name,
    input: declarationsIn(contract.input.inputSchema),
    contract: { input: contract.input.inputSchema as JsonSchema, output: contract.output.successSchema as JsonSchema },
    request: {
      method: request.requestType ?? 'GET',
      url: velocity(request.requestUrlTemplate ?? ''),
      headers: Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, velocity(value)])),
      // An empty template counts as absent (documented).
      ...(requestTemplate === undefined || requestTemplate.trim() === '' ? {} : { body: velocity(requestTemplate) }),
    },
    response: {
      translationMap: response.translationMap ?? {},
      translationMapDefaults: response.translationMapDefaults ?? {},
      successTemplate: response.successTemplate?.trim() ? response.successTemplate : '${rawResult}',
    },
  };
}

const kinds: Readonly<Partial<Record<string, Type<unknown>['kind']>>> = {
  string: 'string',
  integer: 'integer',
  number: 'decimal',
  boolean: 'boolean',
};

function declarationsIn({ properties = {}, required = [] }: ContractSchema): Declarations {
  return Object.fromEntries(
    Object.entries(properties as JsonObject).map(([name, schema]) => [
      name,
      { kind: kindOf(schema), collection: false, optional: !required.includes(name) },
    ]),
  );
}

const kindOf = (schema: Json | undefined): Type<unknown>['kind'] =>
  (isObject(schema) && kinds[String(schema['type'])]) || 'json';

/** A trigger of the org in the form that rules read. Its workflow is one that the org has. */
export function triggerDefinition(trigger: Trigger, org: Org): MaybeTrigger {
  const { name, topicName, target, matchCriteria = [], eventTTLSeconds, delayBySeconds, description } = trigger;
  const flow = org.get('flow', target.id);
  return {
    definition: 'trigger',
    name,
    topic: topicName,
    matchCriteria: matchCriteria as unknown as NonNullable<MaybeTrigger['matchCriteria']>,
    target: {
      definition: 'flow',
      kind: 'workflow',
      name: flow?.name ?? target.id,
      existing: true,
      inputs: inputsOf(flow?.variables ?? []),
    },
    dataFormat: target.workflowTargetSettings?.dataFormat ?? 'TopLevelPrimitives',
    ...(eventTTLSeconds === undefined ? {} : { eventTtlSeconds: eventTTLSeconds }),
    ...(delayBySeconds === undefined ? {} : { delayBySeconds }),
    ...(description === undefined ? {} : { description }),
  };
}

/** An input may always be missing: a published flow does not say which it needs. */
const inputsOf = (variables: readonly FlowVariable[]): Declarations =>
  Object.fromEntries(
    variables
      .filter(({ isInput }) => isInput)
      .map(({ name, type }) => [
        name,
        {
          kind: type.replace(/Collection$/, ''),
          collection: type.endsWith('Collection'),
          optional: true,
        } as Type<unknown>,
      ]),
  );
