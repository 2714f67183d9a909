import { ReferenceValue, type } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { BOOLEAN } from '../flow/types';
import { timeOf } from '../voice/timeout';

const PROMPT = type('prompt');
/** Milliseconds: the duration if the one that the action names is NOT_SET. `bounds`: the allowed range (documented). */
const USUAL = 60_000;
const bounds = { least: 0, most: 15 * 60_000 };
/** The duration of music whose length is not known, in milliseconds (assumed). */
const UNKNOWN_LENGTH = 60_000;

/** Plays the queued audio, then music: the whole prompt once, or again and again for a time. */
export const holdMusic: RunAction<'holdMusic'> = function* ({ prompt, bargeInEnabled, playStyle }, run) {
  const leg = onCall(run);
  yield* leg.line.flush();
  const music = run.value(prompt, PROMPT) ?? leg.inQueue.get('Flow.HoldPrompt')?.() ?? null;
  const name = music instanceof ReferenceValue ? music.name : 'PromptSystem.on_hold_music';
  const { text, milliseconds } = run.runtime.names.promptSpeech(name, leg.language);
  const lasts =
    playStyle?.kind === 'duration' ? timeOf(run, [playStyle.content], USUAL, bounds) : (milliseconds ?? UNKNOWN_LENGTH);
  const keys = run.value(bargeInEnabled, BOOLEAN) === true;
  yield* leg.line.play({ kind: 'music', text, milliseconds: lasts }, { keys });
  return undefined;
};
