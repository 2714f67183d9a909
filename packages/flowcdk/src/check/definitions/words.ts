import type { Definition, DefinitionKind } from '../../architect/definition';
import type { SourceLine } from '../../ground/source-line';
import { ORIGIN, type Origin, sourceLine } from '../../architect/origin';

const words: Readonly<Record<DefinitionKind, string>> = {
  flow: 'flow',
  dataAction: 'data action',
  queue: 'queue',
  scheduleGroup: 'schedule group',
  emergencyGroup: 'emergency group',
  wrapupCode: 'wrap-up code',
  userPrompt: 'user prompt',
  dataTable: 'data table',
  skill: 'skill',
  languageSkill: 'language skill',
  flowOutcome: 'flow outcome',
  flowMilestone: 'flow milestone',
  user: 'user',
  group: 'group',
  schedule: 'schedule',
  callRoute: 'call route',
  didPool: 'DID pool',
  integration: 'integration',
  trigger: 'trigger',
  participantData: 'participant data contract',
};

/** What people call that kind of definition. */
export const kindWords = ({ definition }: Definition): string => words[definition];

/** The line of TypeScript that declares it. */
export const definedAt = (definition: Definition): SourceLine | undefined =>
  ORIGIN in definition ? sourceLine(definition[ORIGIN] as Origin | undefined) : undefined;
