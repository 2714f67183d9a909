import { declaredKind } from '../architect/containers';
import type { Definition } from '../architect/definition';
import type { FlowTree } from '../architect/flow-tree';
import type { FlowDefinition } from '../architect/flows/definition';
import type { Workflow } from '../architect/flows/workflow';
import type { Declarations, Type } from '../architect/types';
import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import type { MatchCriterion } from '../process-automation/match-criteria';
import type { Topic } from '../process-automation/topic';
import { topicByName } from '../process-automation/topic-table';
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
      for (const { rule, message, help, path, at, severity } of newProblems(trigger, project)) {
        if (!codes.includes(rule)) continue;
        report({ message, severity, at, help, path });
      }
    }
  },
});

function newProblems(trigger: MaybeTrigger, project: Project): readonly Finding[] {
  const known = new Set((trigger.problems ?? []).map(({ message }) => message));
  const topic = topicNameOf(trigger);
  const inputs = inputsOf(trigger, project);
  const complete = {
    ...trigger,
    topic: topicOf(trigger) ?? { name: topic ?? '', meaning: '', triggerable: 'unknown' as const },
    matchCriteria: trigger.matchCriteria ?? [],
    dataFormat: trigger.dataFormat ?? ('TopLevelPrimitives' as const),
    target: { name: '', ...trigger.target, inputs: inputs ?? {} } as Workflow,
  };
  const { at } = placeOf(trigger);
  const hasInputs = inputs !== undefined;
  return triggerProblems(complete, at).filter(
    ({ rule, message }) => !known.has(message) && (hasInputs || !aboutInputs.has(rule)),
  );
}

/** Without a target its inputs are missing, too; only the target is worth a finding. */
const aboutInputs = new Set(['trigger-json-input']);

/** The inputs of the workflow: its target may be a name alone, of a definition or of a file of the project. */
function inputsOf(trigger: MaybeTrigger, project: Project): Declarations | undefined {
  const { target } = trigger;
  if (target?.inputs) return target.inputs;
  const definition = targetOf(trigger, project) as Partial<Workflow> | undefined;
  if (definition?.inputs) return definition.inputs;
  const file = project.files.find(({ flow }) => flow?.kind === 'workflow' && flow.name === target?.name);
  return file?.flow?.kind === 'workflow' ? inputsIn(file.flow) : undefined;
}

/** The inputs that a file declares. Whether one may be missing does not stand in a file. */
const inputsIn = ({ variables }: FlowTree): Declarations =>
  Object.fromEntries(
    (variables ?? []).flatMap(({ kind, content }) => {
      if (content?.name === undefined || content.isInput !== true) return [];
      const declared = declaredKind(kind);
      const collection = declared.endsWith('Collection');
      const type = { kind: declared.replace(/Collection$/, ''), collection, optional: true } as Type<unknown>;
      return [[content.name.replace(/^Flow\./i, ''), type]];
    }),
  );

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
