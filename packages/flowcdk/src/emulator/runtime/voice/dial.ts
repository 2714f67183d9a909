import { DurationValue } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { Run } from '../action-context';
import { RINGS_AT_MOST } from '../conversation/dialled';
import type { Callee, DialOutcome, TransferType } from '../conversation/holder';
import { onCall } from '../flow/on-call';
import { DURATION } from '../flow/types';
import { type Steps, type Wait, waitFor } from '../steps';
import type { TransferFailure, Transferred } from './transfer';

/** How long a callee may be rung, in milliseconds: the action's time, else the flow's; undefined if neither has one. */
export function connectTimeout(
  run: Run,
  own: ValueNode | undefined,
  action: 'transferToUser' | 'transferToNumber' | 'transferToGroup',
): number | undefined {
  const value =
    run.value(own, DURATION) ?? run.value(run.program.tree.settingsActionDefaults?.[action]?.connectTimeout, DURATION);
  return value instanceof DurationValue ? value.milliseconds : undefined;
}

const whys: Readonly<Record<Exclude<DialOutcome, 'answered'>, readonly [TransferFailure['errorType'], string]>> = {
  busy: ['busy', 'the line is busy'],
  noAnswer: ['no.answer', 'nobody answered in time'],
};

/**
 * Rings one callee, or several at once. The caller hears ringing. The callee who answers first gets the call (assumed
 * for several).
 */
export function* dial(
  run: Run,
  all: readonly Callee[],
  type: TransferType,
  timeout: number | undefined,
): Steps<Transferred> {
  const leg = onCall(run);
  const { clock } = run.runtime;
  const from = clock.now();
  leg.log('audio.started', { text: RINGING, kind: 'music', milliseconds: timeout ?? RINGS_AT_MOST });
  try {
    const first = yield* waitFor(firstToAnswer(all.map((callee) => callee.rings(timeout ?? RINGS_AT_MOST))));
    const answered = 'answered' in first ? all[first.answered] : undefined;
    if (answered) return { type, to: answered.name, go: () => (leg.holder = answered) };
    const [errorType, errorMessage] = whys['outcome' in first ? first.outcome : 'noAnswer'];
    return { errorType, to: all.map(({ name }) => name).join(', '), errorMessage };
  } finally {
    leg.log('audio.ended', { text: RINGING, heard: clock.now() - from, cutOffBy: leg.ended ? 'hangUp' : 'flow' });
  }
}

/** The sound that the caller hears meanwhile, as it stands in the log. */
const RINGING = '(ringing)';

type First = { readonly answered: number } | { readonly outcome: Exclude<DialOutcome, 'answered'> };

/**
 * Waits for the callee who answers first, and stops the others. If nobody answers, gives the outcome of the last one.
 */
function firstToAnswer(rings: readonly Wait<DialOutcome>[]): Wait<First> {
  return (done) => {
    const stops: (() => void)[] = [];
    let left = rings.length;
    let settled = false;
    const stopOthers = (but: number): void => stops.forEach((stop, i) => i !== but && stop());
    rings.forEach((ring, i) => {
      stops[i] = ring((outcome) => {
        left -= 1;
        if (settled || (outcome !== 'answered' && left > 0)) return;
        settled = true;
        if (outcome === 'answered') stopOthers(i);
        done(outcome === 'answered' ? { answered: i } : { outcome });
      });
    });
    return () => stopOthers(-1);
  };
}
