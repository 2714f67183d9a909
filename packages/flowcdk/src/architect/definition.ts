import type { Finding } from '../ground/finding';

/** What Terraform calls something that is deployed. */
export interface Addressed {
  /**
   * The name of its resource in Terraform: lower-case letters, digits, `-` and `_`, from a letter, up to 100. It is made
   * from the name unless it is given, so a definition under another name is another resource: the old one is deleted.
   * With the address it had it stays, under its new name where the platform can rename it. Two definitions whose names
   * make the same address (flows of two kinds with one name) are told apart by it.
   * @default made from the name: `Find customer in Alpha` is `find-customer-in-alpha`
   */
  readonly address?: string | undefined;
}

/**
 * Something an organisation has under a name and a flow can refer to: a data action, a queue, a prompt …
 *
 * Flows hold names; a definition lets them be given as objects, so that a misspelt one does not
 * compile and everything a flow needs is known before it is deployed.
 */
export interface Definition extends Addressed {
  readonly definition: DefinitionKind;
  readonly name: string;
  /** True where the organisation has it already and no stack of ours creates it. */
  readonly existing?: boolean;
  /** What it needs to be there first. */
  readonly uses?: readonly Definition[];
  /** What is wrong with it; nothing is deployed while there is an error. */
  readonly problems?: readonly Finding[];
}

/** A definition of one kind, whether a stack creates it or the organisation has it already. */
export type Defined<K extends DefinitionKind> = Definition & { readonly definition: K };

/** What the organisation has already, as `existing(kind, name)` names it. */
export type Existing<K extends DefinitionKind> = Defined<K> & { readonly existing: true };

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
  | 'didPool'
  | 'integration'
  | 'trigger'
  | 'participantData';

export const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'definition' in value && 'name' in value;

/** What tells a definition from all others of an organisation: flows of two kinds, data actions of two categories, may have one name. */
export function identityOf(definition: Definition): readonly [kind: DefinitionKind, name: string, part: string] {
  const { definition: kind, name } = definition;
  const part =
    kind === 'flow' && 'type' in definition
      ? definition.type
      : kind === 'dataAction' && 'category' in definition
        ? definition.category
        : '';
  return [kind, name, String(part)];
}
