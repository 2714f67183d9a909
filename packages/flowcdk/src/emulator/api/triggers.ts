import { criterionProblems } from '../../process-automation/criteria-problems';
import { listOperators } from '../../process-automation/match-criteria';
import type { MatchCriterion } from '../../process-automation/match-criteria';
import { topicByName, topics } from '../../process-automation/topic-table';
import { didYouMean } from '../../ground/did-you-mean';
import { type Json, withoutNulls } from '../state/json';
import type { Org } from '../state/org';
import { type Criterion, listIn, type Trigger } from '../state/tables/trigger';
import { isPublished } from '../state/published';
import type { Call } from './call';
import { collection } from './collection';
import { wrongValue } from './refusals';
import type { Route } from './route';
import { warning, warnOfTrigger } from './warn-of-findings';

const path = '/api/v2/processautomation/triggers';

const triggers = collection({
  kind: 'trigger',
  path,
  permission: 'processautomation:trigger',
  certainty: 'documented',
  note: 'The cloud answers 400 where this org answers 422: the provider would repeat a 400 for half a minute.',
  wrongValueIs: 422,
  version: 'checked',
  // Terraform's provider compares the answer with its own body without nulls.
  complete: (sent) => ({
    ...sent,
    ...(sent.matchCriteria === undefined
      ? {}
      : { matchCriteria: sent.matchCriteria.map((criterion) => withoutNulls(criterion)) }),
  }),
  changed: warnOfTrigger,
  check: (trigger, call, before) => {
    const { topicName } = trigger;
    if (before && before.topicName !== topicName) {
      throw wrongValue('topicName: the topic of a trigger cannot be changed; make a new trigger', 'topicName');
    }
    if (trigger.eventTTLSeconds !== undefined && trigger.delayBySeconds !== undefined) {
      throw wrongValue('eventTTLSeconds, delayBySeconds: a trigger has one of them or none', 'delayBySeconds');
    }
    checkTopic(topicName, call);
    checkCriteria(trigger, call);
    checkTarget(trigger, call.org);
  },
  filters: {
    topicName: (trigger, names) => names.split(',').includes(trigger.topicName),
    enabled: (trigger, value) => String(trigger.enabled) === value,
  },
});

/** A name of a topic: words with dots between them, and `{id}` where an id stands. */
const TOPIC = /^v\d+(?:\.(?:\w+|\{\w+\}))+$/;

/** Refuses what cannot be a topic. Warns of a topic that Flowcdk does not know, because lists differ between orgs. */
function checkTopic(topicName: string, call: Call): void {
  if (topicByName(topicName)) return;
  if (!TOPIC.test(topicName)) {
    throw wrongValue(
      `topicName: '${topicName}' is no name such as v2.detail.events.conversation.{id}.acw`,
      'topicName',
    );
  }
  const meant = didYouMean(
    topicName,
    topics.map((topic) => topic.name),
  );
  call.warn(
    `topicName: Flowcdk does not know the topic '${topicName}'; the local org has no events of it` +
      (meant === undefined ? '' : `. Did you mean '${meant}'?`),
  );
}

/** What makes a condition never hold. The platform takes it all the same (documented: it takes any path). */
const taken: ReadonlySet<string> = new Set(['criterion-field', 'criterion-type', 'criterion-value']);

function checkCriteria({ name: triggerName, topicName, matchCriteria = [] }: Trigger, call: Call): void {
  const topic = topicByName(topicName) ?? { name: topicName, meaning: '', triggerable: 'unknown' };
  const findings = matchCriteria.flatMap((criterion, i) =>
    criterionProblems(criterionOf(criterion), topic, `trigger ${triggerName}`, undefined).map(
      ({ rule, message, help }) => ({
        rule,
        text: `matchCriteria[${i}]: ${message}${help === undefined ? '' : `. ${help}`}`,
      }),
    ),
  );
  for (const { text } of findings.filter(({ rule }) => taken.has(rule))) call.warn(text);
  const defects = findings.filter(({ rule }) => !taken.has(rule)).map(({ text }) => text);
  for (const [i, criterion] of matchCriteria.entries()) {
    const wrong = comparedWrongly(criterion);
    if (wrong !== undefined) defects.push(`matchCriteria[${i}]: ${wrong}`);
    if (hasListAsValue(criterion)) {
      call.warn(
        `matchCriteria[${i}]: value is a list; the documented member for the list of ${criterion.operator} is values`,
      );
    }
  }
  if (defects.length > 0) throw wrongValue(defects.join('; '), 'matchCriteria');
}

/** Public configurations write the list of these operators into `value`, and the cloud takes it (reported). */
const hasListAsValue = ({ operator, value, values }: Criterion): boolean =>
  listOperators.has(operator) && values === undefined && Array.isArray(value);

/**
 * The defect in the comparison of a condition, if any. A condition has either `value` or `values` (documented); which
 * operators have which is inferred.
 */
function comparedWrongly(criterion: Criterion): string | undefined {
  const { operator, value, values } = criterion;
  if (value !== undefined && values !== undefined) return 'has value and values; a condition has one of them';
  if (value === undefined && !listOperators.has(operator)) return `${operator} has no value`;
  if (value !== undefined && !isScalar(value) && !hasListAsValue(criterion))
    return 'value is a list or an object; expected a text, number or boolean';
  if (listIn(criterion)?.every(isScalar) === false)
    return 'values has a list or an object in it; expected texts, numbers, booleans';
  if (operator === 'Exists' && typeof value !== 'boolean') return 'Exists takes true or false as its value';
  if (operator === 'Size' && !Number.isInteger(value)) return 'Size takes a whole number as its value';
  return undefined;
}

function criterionOf(criterion: Criterion): MatchCriterion {
  const { jsonPath, operator, value } = criterion;
  const values = listIn(criterion);
  return {
    jsonPath,
    operator,
    ...(isScalar(value) ? { value } : {}),
    ...(values === undefined ? {} : { values: values.filter(isScalar) }),
  };
}

const isScalar = (value: Json | undefined): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

function checkTarget({ target }: Trigger, org: Org): void {
  const flow = org.get('flow', target.id);
  if (flow && flow.type !== 'WORKFLOW') {
    throw wrongValue(
      `target.id: '${flow.name}' is a flow of type ${flow.type}; a trigger starts a workflow`,
      'target.id',
    );
  }
  if (flow && !isPublished(flow)) {
    throw wrongValue(`target.id: the workflow '${flow.name}' is not published`, 'target.id');
  }
  if (!flow || target.workflowTargetSettings?.dataFormat !== 'Json') return;
  const takesJson = flow.variables.some(
    ({ name: input, type, isInput }) => input === 'jsonData' && type === 'json' && isInput,
  );
  if (!takesJson) {
    throw wrongValue(
      `target: with the data format Json the workflow '${flow.name}' needs an input jsonData of type JSON`,
      'target.workflowTargetSettings.dataFormat',
    );
  }
}

export const triggerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/topics`,
    does: 'lists the topics triggers can listen to',
    permission: 'processautomation:trigger:view',
    answers: [200],
    certainty: 'believed',
    note: 'Those of the published list and of the SDKs; an org may have more, and a trigger may name them.',
    handle: () => ({ entities: topics.map(({ name: topic }) => topic), selfUri: `${path}/topics` }),
  },
  ...triggers.map((route) => (route.method === 'POST' || route.method === 'PUT' ? warning(route) : route)),
];
