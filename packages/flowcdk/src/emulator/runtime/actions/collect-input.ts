import { AudioValue } from '../../../architect/expressions';
import type { ActionNode } from '../../../architect/actions';
import type { ValueNode } from '../../../architect/values';
import type { CallersLine, Run, RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { AUDIO, BOOLEAN } from '../flow/types';
import type { Steps } from '../steps';
import { timeOf } from '../voice/timeout';
import { way } from '../flow/jump';

type CollectInput = ActionNode<'collectInput'>;

/** The timeouts if neither the action nor the flow names one, and the allowed range (documented). */
const NO_ENTRY = 5_000;
const INTER_DIGIT = 3_000;
const bounds = { least: 1_000, most: 99_000 };
/** The most digits that an action can collect (documented). */
const MOST_DIGITS = 40;

/**
 * Plays the queued audio and its own question, then takes keys. Its timers start when the caller has heard all of it,
 * or cut it off (documented). The next action that listens gets any surplus keys (documented).
 */
export const collectInput: RunAction<'collectInput'> = function* (action, run) {
  const leg = onCall(run);
  const form = inputFormOf(action);
  for (;;) {
    if (action.inputAudio) leg.line.queue(run.value(action.inputAudio, AUDIO));
    yield* leg.line.flush(true);
    const digits = yield* take(action, run, form);
    if (digits === undefined) return way('failure', action.outputs?.failure);
    const verdict = yield* verified(action, run, digits);
    if (verdict === 'again') continue;
    if (verdict === 'failed') return way('failure', action.outputs?.failure);
    leg.lastInput = digits;
    run.bind(action.inputData, digits);
    return way('success', action.outputs?.success);
  }
};

interface InputForm {
  readonly min: number;
  readonly max: number;
  /** The key that ends the input. */
  readonly terminator?: string;
}

function inputFormOf({ digits }: CollectInput): InputForm {
  const most = (count: number): number => Math.min(Math.max(count, 1), MOST_DIGITS);
  if (digits?.kind === 'exact') return { min: most(digits.content), max: most(digits.content) };
  const { min = 1, max = MOST_DIGITS, terminatingDtmf } = digits?.content ?? {};
  const terminator = terminatingDtmf?.replace(/^digit_/, '');
  return { min: most(min), max: most(max), ...(terminator === undefined ? {} : { terminator }) };
}

/** The keys that the caller typed; undefined if they are no valid answer. */
function* take(action: CollectInput, run: Run, form: InputForm): Steps<string | undefined> {
  const { line } = onCall(run);
  const defaults = run.program.tree.settingsActionDefaults?.collectInput?.noEntryTimeout;
  const noEntry = timeOf(run, [action.noEntryTimeout, defaults], NO_ENTRY, bounds);
  const interDigit = timeOf(run, [action.interDigitTimeout], INTER_DIGIT, bounds);
  run.log('input.awaited', { atMost: noEntry });
  const { digits, terminator } = yield* keys(line, form, noEntry, interDigit);
  const lone = loneKey(digits, terminator, form);
  const complete =
    lone === undefined
      ? digits.length >= form.min && !isSpoilt(digits, form)
      : accepts(run, lone === '*' ? action.acceptJustStar : action.acceptJustPound);
  const included = action.includeTerminatingDtmfInResultData === true ? terminator : '';
  const result = lone === undefined ? digits + included : lone;
  run.log('input.taken', { digits: result, complete });
  return complete ? result : undefined;
}

function* keys(
  line: CallersLine,
  { max, terminator }: InputForm,
  noEntry: number,
  interDigit: number,
): Steps<{ readonly digits: string; readonly terminator: string }> {
  let digits = '';
  for (;;) {
    // A full input ends at once. The next action that listens gets any further key, also the one that ends an input.
    if (digits.length >= max) return { digits, terminator: '' };
    const key = yield* line.key(digits === '' ? noEntry : interDigit);
    if (key === undefined) return { digits, terminator: '' };
    if (key === terminator) return { digits, terminator: key };
    digits += key;
  }
}

/** `*` or `#`, if the caller typed nothing else. It is an answer only if the action accepts it. */
function loneKey(digits: string, terminator: string, form: InputForm): '*' | '#' | undefined {
  const all = digits === '' ? terminator : digits;
  if (all !== '*' && all !== '#') return undefined;
  return digits === '' && form.terminator !== all ? undefined : all;
}

/** If one of `*` and `#` ends the input, the other one spoils it (documented). */
const isSpoilt = (digits: string, { terminator }: InputForm): boolean =>
  (terminator === '#' && digits.includes('*')) || (terminator === '*' && digits.includes('#'));

const accepts = (run: Run, node: ValueNode | undefined): boolean => run.value(node, BOOLEAN) === true;

/** How often the action asks for a confirmation before it counts as refused (assumed). */
const MOST_QUESTIONS = 3;

/**
 * Reads the input back and asks whether it is right: 1 means yes, 2 means to enter it again. The reading is documented;
 * words and keys are assumed.
 */
function* verified({ verificationType }: CollectInput, run: Run, digits: string): Steps<'right' | 'again' | 'failed'> {
  if (verificationType === undefined || verificationType === 'none') return 'right';
  const { line } = onCall(run);
  for (let question = 0; question < MOST_QUESTIONS; question += 1) {
    line.queue(
      new AudioValue([
        { kind: 'speech', text: 'You entered' },
        verificationType === 'individualDigits'
          ? { kind: 'speech', text: [...digits].join(' '), format: 'Format.String.playChars' }
          : { kind: 'speech', text: digits },
        { kind: 'speech', text: 'To confirm, press 1. To enter it again, press 2.' },
      ]),
    );
    yield* line.flush(true);
    run.log('input.awaited', { atMost: NO_ENTRY });
    const key = yield* line.key(NO_ENTRY);
    if (key === '1') return 'right';
    if (key === '2') return 'again';
  }
  return 'failed';
}
