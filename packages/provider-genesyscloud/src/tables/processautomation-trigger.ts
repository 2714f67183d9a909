import { api, form, json, unset } from '../base/api-column';
import { block, optional, required } from '../base/schema';

type Criteria = Readonly<Record<string, unknown>>;

/** The provider sends these four fields and no others. */
const criteria = (list: Criteria | readonly Criteria[]) =>
  [list].flat().map(({ jsonPath, operator, value, values }) => ({ jsonPath, operator, value, values }));

const withContent = (settings: object) => (Object.keys(settings).length === 0 ? undefined : settings);

export const processautomationTrigger = {
  /** 1 to 256 characters. */
  name: required('string'),
  /** Topic whose events start the target, 1 to 256 characters; `{id}` stands literally. A change makes a new trigger. */
  topicName: required('string'),
  /** `false` pauses the trigger. */
  enabled: required('bool'),
  /** What an event starts. */
  target: block('set', '1..1', {
    /** Only `Workflow`. */
    type: required('string'),
    /** Id of a published workflow. */
    id: required('string'),
    /** How the workflow receives the event. */
    workflowTargetSettings: block(
      'set',
      '0..1',
      {
        /** `TopLevelPrimitives` (each plain field becomes an input) or `Json` (the event as JSON). */
        dataFormat: optional('string'),
      },
      form(withContent),
    ),
  }),
  /**
   * Which events count: a JSON array of `{ jsonPath, operator, value | values }`, all of which must hold. Always give at
   * least `[]`, and write it exactly as Terraform's `jsonencode` does, or the trigger is recreated by the next apply.
   */
  matchCriteria: optional('string', json, form(criteria), unset([])),
  /** Older events are ignored; seconds, at least 10. Not together with `delayBySeconds`. */
  eventTtlSeconds: optional('number', api('eventTTLSeconds')),
  /** Seconds between the event and the start of the target, 60 to 900. Not together with `eventTtlSeconds`. */
  delayBySeconds: optional('number'),
  /** At most 512 characters. */
  description: optional('string', unset('')),
};
