import type { Finding } from '../ground/finding';

/**
 * Something an organisation has under a name and a flow can refer to: a data action, a queue, a prompt …
 *
 * Flows hold names; a definition lets them be given as objects, so that a misspelt one does not
 * compile and everything a flow needs is known before it is deployed.
 */
export interface Definition {
  readonly definition: DefinitionKind;
  readonly name: string;
  /** True where the organisation has it already and no stack of ours creates it. */
  readonly existing?: boolean;
  /** What it needs to be there first. */
  readonly uses?: readonly Definition[];
  /** What is wrong with it; nothing is deployed while there is an error. */
  readonly problems?: readonly Finding[];
}

/** The kinds of things an organisation has under a name. */
export type DefinitionKind =
  | 'flow'
  | 'dataAction'
  | 'queue'
  | 'scheduleGroup'
  | 'emergencyGroup'
  | 'wrapupCode'
  | 'userPrompt'
  | 'dataTable'
  | 'skill'
  | 'languageSkill'
  | 'flowOutcome'
  | 'flowMilestone'
  | 'user'
  | 'group'
  | 'schedule'
  | 'callRoute'
  | 'integration'
  | 'trigger'
  | 'participantData';

export const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'definition' in value && 'name' in value;
