import type { Definition } from '../architect/definition';
import type { StackDefinitions } from '../check/definitions/stack-definitions';
import type { OrganizationStack } from '../constructs/organization-stack';
import type { SettingsSchema, StandardSettings } from '../settings';
import type { ServiceKinds } from '../testing/services/kinds';
import type { StandIns } from '../testing/services/stand-ins';
import type { Callers } from '../testing/traffic/callers';
import type { Story } from './story';

/** What is deployed together: a Terraform stack. */
export interface StackDefinition extends StackDefinitions {
  /** Adds resources for which there is no definition, with the classes of `@flowcdk/provider-genesyscloud`. */
  readonly resources?: ((stack: OrganizationStack) => void) | undefined;
}

/** What a stack has besides its definitions. */
export interface StackOptions {
  /**
   * Adds resources for which there is no definition, with the classes of `@flowcdk/provider-genesyscloud`:
   * `(stack) => new RoutingSkill(stack, 'spanish', { name: 'Spanish' })`. It runs when the stack is synthesized.
   */
  readonly resources?: ((stack: OrganizationStack) => void) | undefined;
}

/**
 * Definitions that are deployed together, under the name of their Terraform stack.
 *
 * @example
 * ```ts
 * stack('reception', [receptionQueue, reception])
 * ```
 *
 * @param name lower-case letters, digits and `-`; the folder of the stack has it
 * @param definitions what the stack creates; what these use and no stack lists has to be in the organisation already
 */
export const stack = (
  name: string,
  definitions: readonly Definition[],
  { resources }: StackOptions = {},
): StackDefinition => Object.freeze({ name, definitions: Object.freeze([...definitions]), resources });

/** What an application is. `S` is the type of its settings. */
export interface ApplicationProps<S extends StandardSettings = StandardSettings> {
  /**
   * What `settings.yaml` may hold besides `provider`, `backend`, `division`, `check`, `silenced` and `longestSilence`,
   * which come with Flowcdk.
   * @default nothing besides
   */
  readonly settings?: SettingsSchema<S> | undefined;
  /** The stacks, from the settings of the environment that is deployed or run. */
  stacks(settings: S): readonly StackDefinition[];
  /**
   * What stands behind the URLs of data actions when the application runs on this machine, by a name that
   * `--services FILE` can give something else.
   * @default nothing: a data action that asks a service fails and says so
   */
  services?(settings: S): StandIns;
  /** Kinds of stand-ins of this application's own, which files of services can name. */
  readonly serviceKinds?: ServiceKinds | undefined;
  /** The moment at which runs on this machine begin. @default Monday, 5 January 2026, 10:00 UTC */
  begins?(settings: S): Date;
  /** Who calls in `flowcdk simulate`. @default people who choose something in each menu, and press 1 whenever else they are asked for keys */
  callers?(settings: S): Callers;
  /** What `flowcdk start` tells. @default a call to the first number, with the keys of `--press` or of the terminal */
  readonly story?: Story<S> | undefined;
}

/** An application, as `flowcdk.config.ts` exports it. */
export interface Application<S extends StandardSettings = StandardSettings> extends ApplicationProps<S> {
  readonly [APPLICATION]: true;
}

/**
 * Every copy of the library knows this symbol, so an application of another copy in the same process is recognised too.
 */
const APPLICATION: unique symbol = Symbol.for('flowcdk application') as never;

/**
 * An application: what `flowcdk.config.ts` exports and every command works on.
 *
 * @example
 * ```ts
 * // flowcdk.config.ts
 * export default application({
 *   stacks: () => [stack('reception', [receptionQueue, reception])],
 * });
 * ```
 */
export const application = <S extends StandardSettings = StandardSettings>(
  props: ApplicationProps<S>,
): Application<S> => Object.freeze({ ...props, [APPLICATION]: true as const });

export const isApplication = (value: unknown): value is Application =>
  typeof value === 'object' && value !== null && APPLICATION in value;
