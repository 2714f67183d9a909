import type { Finding } from '../ground/finding';

/** A thing with a name in Terraform. */
export interface Addressed {
  /**
   * The name of its resource in Terraform: lower-case letters, digits, `-` and `_`, starting with a letter, at most 100
   * characters. By default it is made from the name, so a renamed definition is a new resource and the old one is
   * deleted. With an explicit address the resource stays, and gets the new name where the platform can rename it.
   * Definitions whose names make the same address (flows of two kinds with one name) need different addresses.
   * @default made from the name: `Find customer in Alpha` is `find-customer-in-alpha`
   */
  readonly address?: string | undefined;
}

/**
 * A thing in an organisation to which flows refer by name: a data action, a queue, a prompt …
 *
 * A flow contains only names. With definitions, TypeScript refers to objects: a misspelt name does not compile, and
 * everything that a flow needs is known before the deployment.
 */
export interface Definition extends Addressed {
  readonly definition: DefinitionKind;
  readonly name: string;
  /** True where the organisation already has it and no stack creates it. */
  readonly existing?: boolean;
  /**
   * True where a flow of a file names it: a stack of the application may create it, or the organisation may have it.
   */
  readonly isMeantByName?: boolean;
  /** The definitions that must exist before it. */
  readonly uses?: readonly Definition[];
  /** The findings about it. An error prevents the deployment. */
  readonly problems?: readonly Finding[];
}

/** A definition of a kind, whether a stack creates it or the organisation already has it. */
export type Defined<K extends DefinitionKind> = Definition & { readonly definition: K };

/** A thing that the organisation already has, made by `existing(kind, name)`. */
export type Existing<K extends DefinitionKind> = Defined<K> & { readonly existing: true };

/** The kinds of things in an organisation that have a name. */
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

/**
 * The identity of a definition in an organisation. The name alone is not enough: flows of two kinds or data actions of
 * two categories may share a name.
 */
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
