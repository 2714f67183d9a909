import type { Leg, LiveOrg } from '../action-context';
import { type Steps, waitFor } from '../steps';

/** A duration that is longer than anybody waits, in milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

/** Plays music until something else ends it. Nothing is due on the clock meanwhile. */
export function* endlessMusic(
  { clock, names }: Pick<LiveOrg, 'clock' | 'names'>,
  leg: Leg,
  prompt: string,
): Steps<void> {
  const { text } = names.promptSpeech(prompt, leg.language);
  const from = clock.now();
  leg.log('audio.started', { text, kind: 'music', milliseconds: A_DAY });
  try {
    yield* waitFor(() => () => undefined);
  } finally {
    leg.log('audio.ended', { text, heard: clock.now() - from, cutOffBy: leg.ended ? 'hangUp' : 'flow' });
  }
}
