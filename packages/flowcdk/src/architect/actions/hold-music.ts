import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { bool, choice, value } from '../forms';
import type { Duration, Prompt } from '../types';
import { builtIn, type Value, valueNode } from '../values';

export const holdMusicForm = actionForm({
  evidence: 'seen',
  flows: voiceFlows,
  flushesAudio: true,
  takesTime: true,
  fields: {
    prompt: value('prompt'),
    bargeInEnabled: value('boolean'),
    playStyle: choice({ entirePrompt: bool, duration: value('duration') }),
  },
});

export type HoldMusicAction = NodeOf<'holdMusic', typeof holdMusicForm>;

/** The music, its duration, and whether a key ends it. */
export interface HoldMusicOptions {
  /** @default `Flow.HoldPrompt`, the hold music of an in-queue flow */
  readonly prompt?: Value<Prompt> | undefined;
  /** The duration of the music, up to 15 minutes (documented). @default the whole prompt once */
  readonly duration?: Value<Duration> | undefined;
  /** Whether a key ends the music. @default false */
  readonly bargeInEnabled?: boolean | undefined;
}

/**
 * Hold Music: plays the queued audio, then music. Seen only in in-queue call flows.
 *
 * @example
 * ```ts
 * holdMusic('Wait a minute', { duration: minutes(1) })
 * ```
 * ```yaml
 * holdMusic:
 *   name: Wait a minute
 *   prompt: { exp: Flow.HoldPrompt }
 *   bargeInEnabled: { lit: false }
 *   playStyle: { duration: { lit: { minutes: 1 } } }
 * ```
 */
export function holdMusic(name = 'Hold Music', options: HoldMusicOptions = {}): HoldMusicAction {
  return action(holdMusic, 'holdMusic', holdMusicForm, {
    name,
    prompt: valueNode(options.prompt ?? builtIn<Prompt>('Flow.HoldPrompt')),
    bargeInEnabled: valueNode(options.bargeInEnabled ?? false),
    playStyle:
      options.duration === undefined
        ? { kind: 'entirePrompt', content: true }
        : { kind: 'duration', content: valueNode(options.duration) },
  });
}
