import { defined } from '../ground/defined';
import type { Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import { nameProblems } from './name-problems';
import type { Props } from './props';

/** What an agent says a conversation was about, once it is over. */
export interface WrapupCodeDefinition extends Definition, HasOrigin {
  readonly definition: 'wrapupCode';
  readonly description?: string | undefined;
  /** @default the division of the stack */
  readonly division?: string | undefined;
  readonly problems?: readonly Finding[];
}

/**
 * Defines a wrap-up code. Queues say which codes their agents choose from.
 *
 * @example
 * ```ts
 * wrapupCode({ name: 'Order taken' });
 * ```
 */
export function wrapupCode(props: Props<WrapupCodeDefinition>): WrapupCodeDefinition {
  const origin = definedBy(wrapupCode);
  const problems = nameProblems('wrap-up code', props.name, sourceLine(origin));
  return Object.freeze({ definition: 'wrapupCode', ...defined(props), problems, [ORIGIN]: origin });
}
