import type { Type } from '../../architect/types';
import { jsonText } from '@flowcdk/data-action-engines/java';
import { limits } from '../../data-action/limits';
import { topicByName } from '../../process-automation/topic-table';
import { isPublished } from '../state/published';
import { type CriterionResult, criteriaResults } from '../runtime/triggers/criteria';
import { isObject, type Json, type JsonObject } from '../state/json';
import type { Org } from '../state/org';
import type { Trigger } from '../state/tables/trigger';
import type { Call } from './call';
import { notThere, wrongBody } from './refusals';
import type { Route } from './route';

const path = '/api/v2/processautomation/triggers';

/** The event of a test: a JSON object, or a text that holds one (documented). */
function eventIn({ parts }: Call): JsonObject {
  const { body } = parts;
  const value = typeof body === 'string' ? parsed(body) : body;
  if (isObject(value) && !isTooDeep(value)) return value;
  throw wrongBody([
    {
      field: '',
      message: 'The request body must be an event: a JSON object, or a text that holds one, of at most 50 levels',
    },
  ]);
}

const isTooDeep = (value: Json | undefined, levels: number = limits.deepestJson): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value as JsonObject).some((inner) => isTooDeep(inner, levels - 1)));

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const step = (number: number, name: string, details: readonly Json[], matches: boolean): JsonObject => ({
  name,
  step: number,
  matches,
  details,
});

/**
 * Reports fields that the topic does not have, and fields of another type. Topics without a published payload accept
 * any field.
 */
function schemaValidation(event: JsonObject, topicName: string): JsonObject {
  const fields = topicByName(topicName)?.fields;
  const wrong = fields
    ? Object.entries(event).flatMap(([name, value]) => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (!field) return [`${name} is no field of the topic`];
        return fits(value, field) ? [] : [`${name} is ${JSON.stringify(value)}; expected ${expected(field)}`];
      })
    : [];
  return step(1, 'Validate test event body against topic schema', wrong, wrong.length === 0);
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
};

function fits(value: Json | undefined, { kind, collection, values }: Type<unknown>): boolean {
  if (collection) return Array.isArray(value);
  if (values) return (values as readonly unknown[]).includes(value);
  const scalar = scalars[kind];
  return scalar === undefined || typeof value === scalar;
}

const expected = ({ kind, collection, values }: Type<unknown>): string =>
  values ? values.join(', ') : collection ? 'a list' : kind;

function targetValidation({ target: { id } }: Trigger, org: Org): JsonObject {
  const flow = org.get('flow', id);
  const wrong = flow
    ? isPublished(flow)
      ? []
      : [`the workflow '${flow.name}' is not published`]
    : [`there is no workflow ${id}`];
  return step(2, 'Verify that trigger target is configured correctly', wrong, wrong.length === 0);
}

function jsonPathValidation({ matchCriteria = [] }: Trigger, results: readonly CriterionResult[]): JsonObject {
  const details = matchCriteria.map(({ jsonPath, operator, value, values }, i): JsonObject => {
    const result = results[i];
    const extracted = result?.value;
    return {
      jsonPath,
      operator,
      ...(value === undefined ? {} : { value }),
      ...(values === undefined ? {} : { values }),
      // The platform's form of this text is not documented.
      generatedJsonPathCondition: `$[?(@.${jsonPath.replace(/^\$\.?/, '')} ${operator} ${JSON.stringify(value ?? values)})]`,
      match: result?.match ?? false,
      jsonPathExtraction:
        extracted === undefined ? [] : [{ value: JSON.parse(jsonText(extracted)) as Json, path: canonical(jsonPath) }],
    };
  });
  return step(
    3,
    'Check jsonPath match criteria',
    details,
    results.every(({ match }) => match),
  );
}

/** `mediaType` ⇒ `$['mediaType']` (documented). Paths with more than names stay as they are. */
const canonical = (jsonPath: string): string => {
  const names = jsonPath.replace(/^\$\.?/, '').split('.');
  return names.every((name) => /^\w+$/.test(name)) ? `$${names.map((name) => `['${name}']`).join('')}` : jsonPath;
};

function tested(trigger: Trigger, event: JsonObject, org: Org): JsonObject {
  const parts = {
    schemaValidation: schemaValidation(event, trigger.topicName),
    targetValidation: targetValidation(trigger, org),
    jsonPathValidation: jsonPathValidation(trigger, criteriaResults(trigger.matchCriteria, event)),
  };
  return { ...parts, triggerMatches: Object.values(parts).every(({ matches }) => matches === true) };
}

const named = ({ id, name, enabled }: Trigger): JsonObject => ({ id, name, enabled, selfUri: `${path}/${id}` });

function topicTested(call: Call): JsonObject {
  const topicName = call.param('topicName');
  if (!topicByName(topicName)) throw notThere('topic', topicName);
  const event = eventIn(call);
  const triggers = call.org.all('trigger').filter((trigger) => trigger.topicName === topicName);
  const matches = (trigger: Trigger): boolean =>
    criteriaResults(trigger.matchCriteria, event).every(({ match }) => match);
  return {
    schemaValidation: schemaValidation(event, topicName),
    triggerMatchValidation: {
      matchedTriggers: triggers.filter(matches).map(named),
      unmatchedTriggers: triggers.filter((trigger) => !matches(trigger)).map(named),
    },
  };
}

const documented = {
  method: 'POST',
  permission: 'processautomation:trigger:test',
  answers: [200, 404],
  certainty: 'documented',
} as const;

export const triggerTestRoutes: readonly Route[] = [
  {
    ...documented,
    path: `${path}/:id/test`,
    does: 'tells whether an event would start a trigger, step by step, and starts nothing',
    handle: (call) => tested(call.the('trigger'), eventIn(call), call.org),
  },
  {
    ...documented,
    path: `${path}/topics/:topicName/test`,
    does: 'tells which triggers an event of a topic would start',
    handle: topicTested,
  },
];
