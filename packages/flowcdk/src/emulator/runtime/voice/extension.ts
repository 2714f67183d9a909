import type { User } from '../../state/tables/user';
import { DurationValue } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { Org } from '../../state/org';
import type { Run } from '../action-context';
import type { Outcome } from '../flow/jump';
import { onCall } from '../flow/on-call';
import { DURATION } from '../flow/types';
import type { Steps } from '../steps';
import { dial } from './dial';
import { transferCall } from './transfer';

/** Milliseconds that a caller may take between the digits of an extension (documented). */
const BETWEEN_DIGITS = 6_000;
/** The most digits of an extension (assumed). */
const LONGEST = 20;

/** Reads the digits of an extension until no longer extension begins with them, or until the caller pauses. */
export function* readExtension(run: Run, begun: string, own: ValueNode | undefined): Steps<string> {
  const { line } = onCall(run);
  const defaults = run.program.tree.settingsActionDefaults?.dialByExtension?.interDigitTimeout;
  const value = run.value(own, DURATION) ?? run.value(defaults, DURATION);
  const pause = value instanceof DurationValue ? value.milliseconds : BETWEEN_DIGITS;
  let digits = begun;
  while (digits.length < LONGEST && !isWhole(run.runtime.org, digits)) {
    const key = yield* line.key(pause);
    if (key === undefined || !/^\d$/.test(key)) break;
    digits += key;
  }
  return digits;
}

/** Rings the user with an extension. The flow goes on if nobody has the extension, or if nobody answers. */
export function* dialExtension(run: Run, digits: string): Steps<Outcome> {
  const user = extensionsOf(run.runtime.org).find(([extension]) => extension === digits)?.[1];
  return yield* transferCall(run, {}, function* (leg) {
    if (!user) return { errorType: 'target.not.found', to: digits, errorMessage: `nobody has the extension ${digits}` };
    return yield* dial(run, [run.runtime.calls.user(leg, user)], 'USER', undefined);
  });
}

/** Whether the digits are the extension of a user, and no other extension begins with them. */
const isWhole = (org: Org, digits: string): boolean => {
  const begin = extensionsOf(org).filter(([extension]) => extension.startsWith(digits));
  return begin.length === 1 && begin[0]?.[0] === digits;
};

/** The extensions of the org's users, from their addresses. */
const extensionsOf = (org: Org): readonly (readonly [string, User])[] =>
  org
    .all('user')
    .flatMap((user) =>
      (user.addresses ?? []).flatMap(({ extension }) => (extension === undefined ? [] : [[extension, user] as const])),
    );
