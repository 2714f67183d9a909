import type { Definition } from '../architect/definition';
import type { FlowDefinition } from '../architect/flows/definition';
import type { Workflow } from '../architect/flows/workflow';
import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { type MatchCriterion, type Topic, topicByName } from '../process-automation';
import { triggerProblems } from '../process-automation/trigger-problems';
import { definedAt } from './definitions/words';
import type { Project } from './project';
import type { Listener, ReportProblem } from './rule';

/**
 * A trigger from any source. `trigger(…)` has checked its own and keeps the problems; a trigger from elsewhere may lack
 * anything.
 */
export interface MaybeTrigger extends Definition {
  readonly definition: 'trigger';
  readonly topic?: Topic | string;
  readonly matchCriteria?: readonly MatchCriterion[];
  readonly target?: Partial<Workflow>;
  readonly dataFormat?: 'TopLevelPrimitives' | 'Json';
  readonly eventTtlSeconds?: number;
  readonly delayBySeconds?: number;
  readonly description?: string;
}

export const triggersIn = ({ definitions }: Project): readonly MaybeTrigger[] =>
  definitions.filter((definition): definition is MaybeTrigger => definition.definition === 'trigger');

export const topicNameOf = ({ topic }: MaybeTrigger): string | undefined =>
  typeof topic === 'string' ? topic : topic?.name;

/** The place of a trigger for findings. */
export const placeOf = (trigger: MaybeTrigger): { readonly path: string; readonly at: SourceLine | undefined } => ({
  path: `trigger ${trigger.name}`,
  at: definedAt(trigger),
});

/**
 * Reports the problems of triggers with these codes, except those that a trigger carries itself: they are reported
 * already.
 */
export const tellTriggerProblems = (codes: readonly string[], report: ReportProblem): Listener => ({
  project: (project) => {
    for (const trigger of triggersIn(project)) {
      for (const { rule, message, help, path, at, severity } of newProblems(trigger)) {
        if (!codes.includes(rule)) continue;
        report({ message, severity, at, help, path });
      }
    }
  },
});

function newProblems(trigger: MaybeTrigger): readonly Finding[] {
  const known = new Set((trigger.problems ?? []).map(({ message }) => message));
  const topic = topicNameOf(trigger);
  const complete = {
    ...trigger,
    topic: topicOf(trigger) ?? { name: topic ?? '', meaning: '', triggerable: 'unknown' as const },
    matchCriteria: trigger.matchCriteria ?? [],
    dataFormat: trigger.dataFormat ?? ('TopLevelPrimitives' as const),
    target: { name: '', inputs: {}, ...trigger.target } as Workflow,
  };
  const { at } = placeOf(trigger);
  const hasInputs = trigger.target?.inputs !== undefined;
  return triggerProblems(complete, at).filter(
    ({ rule, message }) => !known.has(message) && (hasInputs || !aboutInputs.has(rule)),
  );
}

/** Without a target its inputs are missing, too; only the target is worth a finding. */
const aboutInputs = new Set(['trigger-json-input']);

/** The payload: that of the trigger, or that of the known topic of its name. */
function topicOf(trigger: MaybeTrigger): Topic | undefined {
  const { topic } = trigger;
  return typeof topic === 'object' && topic.fields ? topic : topicByName(topicNameOf(trigger) ?? '');
}

/** The workflow of the project a trigger leads to. */
export const targetOf = ({ target }: MaybeTrigger, { definitions }: Project): Definition | undefined =>
  definitions.find(
    (definition) =>
      definition.definition === 'flow' &&
      (definition as Partial<FlowDefinition>).kind === 'workflow' &&
      definition.name === target?.name,
  );
