import type { ValueNode } from '../../../architect/values';
import { type Value, ReferenceValue, type as typeOf } from '../../../architect/expressions';
import type { CallersLine, Run } from '../action-context';
import { begin, sleep, type Steps, type Wait, waitFor } from '../steps';
import type { Utterance } from './speech';

/** Milliseconds until the processing prompt begins, and its longest duration (documented). */
const PROCESSING_BEGINS = 1_000;
const PROCESSING_LASTS = 3_000;

const PROMPT = typeOf('prompt');

/**
 * Plays the queued audio and waits for an answer that takes time. A setting says whether the request is sent after the
 * audio or while it plays, because the platform does not document it. A caller who waits longer than a second hears the
 * processing prompt once, for three seconds at most (documented). The answer cuts it off (assumed).
 */
export function* askWhilePlaying<T>(run: Run, prompt: ValueNode | undefined, ask: Wait<T>): Steps<T> {
  const { leg } = run;
  if (!leg) return yield* waitFor(ask);
  if (run.runtime.settings.flush === 'parallel') leg.line.flushAside();
  else yield* leg.line.flush();
  const processing = processingPrompt(run, prompt);
  return yield* waitFor(processing ? whileItPlays(ask, () => reassure(run, leg.line, processing)) : ask);
}

function* reassure(run: Run, line: CallersLine, processing: Utterance): Steps<void> {
  yield* sleep(run.runtime.clock, PROCESSING_BEGINS);
  yield* line.whenQuiet();
  yield* line.play(processing);
}

/** A wait during which other steps run. They end when it ends. */
const whileItPlays =
  <T>(ask: Wait<T>, steps: () => Steps<void>): Wait<T> =>
  (done) => {
    let settled = false;
    let stop = (): void => undefined;
    const takeBack = ask((result) => {
      settled = true;
      stop();
      done(result);
    });
    if (!settled) {
      const fiber = begin(steps(), (ended) => {
        if ('error' in ended) throw ended.error;
      });
      stop = () => fiber.stop();
    }
    return () => {
      takeBack();
      stop();
    };
  };

/** The processing prompt of the action, else of the flow. Only recordings are played (documented). */
function processingPrompt(run: Run, own: ValueNode | undefined): Utterance | undefined {
  if (own?.kind === 'noValue' && own.fallback === false) return undefined;
  const prompt: Value =
    run.value(own, PROMPT) ?? run.value(run.program.tree.settingsActionDefaults?.callData?.processingPrompt, PROMPT);
  if (!(prompt instanceof ReferenceValue) || !run.leg) return undefined;
  const { text, milliseconds } = run.runtime.names.promptSpeech(prompt.name, run.leg.language);
  if (milliseconds === undefined) return undefined;
  return { kind: 'prompt', text, milliseconds: Math.min(milliseconds, PROCESSING_LASTS) };
}
