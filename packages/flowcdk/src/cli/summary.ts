import type { Definition } from '../architect/definition';
import type { FlowDefinition } from '../architect/flows/definition';
import { kindWords } from '../check/definitions/words';
import { type DataAction, render } from '../data-action';
import type { MatchCriterion } from '../process-automation/match-criteria';
import type { Trigger } from '../process-automation/trigger';
import type { CallRouteDefinition } from '../routing';
import { count } from './output';

/** One line about a definition, with what matters to a reader. */
export function sentence(definition: Definition): string {
  const tell = sentences[definition.definition];
  return tell ? tell(definition as never) : `${kindWords(definition)} ${definition.name}`;
}

const sentences: Readonly<Partial<Record<Definition['definition'], (definition: never) => string>>> = {
  flow: ({ kind, name, actionCount }: FlowDefinition) => `${kind} ${name}: ${count(actionCount, 'action')}`,
  dataAction: ({ name, request, timeoutSeconds }: DataAction) =>
    `data action ${name}: ${request.method} ${render(request.url, ({ name: other }) => `<id of ${other}>`)}, at most ${timeoutSeconds ?? 60} s`,
  trigger: (trigger: Trigger) => `trigger ${trigger.name}: ${triggerSentence(trigger)}`,
  callRoute: ({ name, numbers, openHours }: CallRouteDefinition) =>
    `call route ${name}: ${numbers.join(', ')} → ${openHours.name}`,
};

/** `when v2.….acw happens and mediaType Equal VOICE, launch report-finished-call` */
function triggerSentence({ topic, matchCriteria, target, enabled }: Trigger): string {
  const conditions = matchCriteria.map(criterionText);
  const when = conditions.length > 0 ? ` and ${conditions.join(' and ')}` : '';
  return `when ${topic.name} happens${when}, launch ${target.name}${enabled ? '' : ' (switched off)'}`;
}

const criterionText = ({ jsonPath, operator, value, values }: MatchCriterion): string =>
  `${jsonPath} ${operator} ${values ? values.map(valueText).join(', ') : valueText(value)}`;

const valueText = (value: MatchCriterion['value']): string =>
  typeof value === 'object' && value !== null ? `id of ${value.definition.name}` : String(value);
