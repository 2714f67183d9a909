import { DurationValue } from '../../../architect/expressions';
import type { ValueNode } from '../../../architect/values';
import type { FlowRun } from '../flow/flow-run';
import { onCall } from '../flow/on-call';
import { AUDIO, BOOLEAN, DURATION } from '../flow/types';
import type { RunAction } from '.';

/** Seconds, where neither the action nor the flow says (documented). */
const NO_ENTRY = 5_000;
const INTER_DIGIT = 3_000;

/** Plays what is queued and its own question, then takes keys. */
export const collectInput: RunAction<'collectInput'> = function* (action, run) {
  const { line } = onCall(run);
  const defaults = run.program.tree.settingsActionDefaults?.collectInput?.noEntryTimeout;
  if (action.inputAudio) line.queue(run.value(action.inputAudio, AUDIO));
  yield* line.flush(true);
  const bounds = digitsOf(action.digits);
  const noEntry = milliseconds(run, action.noEntryTimeout) ?? milliseconds(run, defaults) ?? NO_ENTRY;
  const interDigit = milliseconds(run, action.interDigitTimeout) ?? INTER_DIGIT;
  run.log('input.awaited', { atMost: noEntry });
  let digits = '';
  let ended = false;
  while (digits.length < bounds.max && !ended) {
    const key = yield* line.key(digits === '' ? noEntry : interDigit);
    if (key === undefined) break;
    if (key === bounds.terminator) ended = true;
    else digits += key;
    if (ended && action.includeTerminatingDtmfInResultData === true) digits += key;
  }
  const lone =
    (digits === '*' && !accepts(run, action.acceptJustStar)) ||
    (digits === '#' && !accepts(run, action.acceptJustPound));
  const complete = digits.length >= bounds.min && !lone && digits !== '';
  run.log('input.taken', { digits, complete });
  if (!complete) return yield* run.way('failure', action.outputs?.failure);
  run.bind(action.inputData, digits);
  return yield* run.way('success', action.outputs?.success);
};

interface Bounds {
  readonly min: number;
  readonly max: number;
  /** The key that ends the input. */
  readonly terminator?: string;
}

type Digits = Parameters<RunAction<'collectInput'>>[0]['digits'];

function digitsOf(digits: Digits): Bounds {
  if (digits?.kind === 'exact') return { min: digits.content, max: digits.content };
  const { min = 1, max = 40, terminatingDtmf } = digits?.content ?? {};
  const key = terminatingDtmf?.replace(/^digit_/, '');
  return { min, max, ...(key === undefined ? {} : { terminator: key }) };
}

const accepts = (run: FlowRun, node: ValueNode | undefined): boolean => run.value(node, BOOLEAN) === true;

function milliseconds(run: FlowRun, node: ValueNode | undefined): number | undefined {
  const value = run.value(node, DURATION);
  return value instanceof DurationValue ? value.milliseconds : undefined;
}
