import { matchOperators } from '../../../process-automation/match-criteria';
import { limits } from '../../../process-automation/limits';
import { anything, filled, listOf, name, object, oneOf, required, text, type ValueOf, whole, yesNo } from '../shape';
import type { Json } from '../json';
import type { RecordWithId } from '../record';

const criterion = object({
  jsonPath: required(text()),
  operator: required(oneOf(...matchOperators)),
  value: anything,
  values: listOf(anything),
});

/** A trigger: the events of a topic start a workflow. */
export const trigger = {
  name,
  topicName: required(text(256, 1)),
  enabled: required(yesNo),
  description: text(limits.longestDescription),
  target: required(
    object({
      type: required(oneOf('Workflow')),
      id: required(text(256)),
      workflowTargetSettings: object({ dataFormat: oneOf('TopLevelPrimitives', 'Json') }),
    }),
  ),
  matchCriteria: listOf(criterion),
  eventTTLSeconds: whole(limits.eventTtl.least),
  delayBySeconds: whole(limits.delayBy.least, limits.delayBy.most),
  version: filled(whole()),
};

/** The list with which a condition compares: in `values`, or in `value`, where public configurations write it. */
export const listIn = ({ value, values }: Criterion): readonly Json[] | undefined =>
  values ?? (Array.isArray(value) ? (value as readonly Json[]) : undefined);

/** A condition on the events of a trigger. */
export type Criterion = ValueOf<typeof criterion>;
export type Trigger = RecordWithId<typeof trigger>;
