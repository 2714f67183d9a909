import type { Action } from '../../architect/actions';
import type { Tree } from '../../architect/expressions';
import type { ValueNode } from '../../architect/values';
import { parsed } from './reads';
import { traitsOf } from '../../architect/ways';

/** Whether a caller hears words or music. A missing value, an empty text and intended silence do not count. */
export function isAudible(value: ValueNode | undefined): boolean {
  switch (value?.kind) {
    case undefined:
    case 'noValue':
      return false;
    case 'tts':
      return value.text.trim() !== '';
    case 'expression': {
      const tree = parsed(value.text);
      return !tree || !isBlank(tree);
    }
    default:
      return true;
  }
}

/** `ToAudioBlank(100)`, also with options or several in a row. */
function isBlank(tree: Tree): boolean {
  if (tree.kind === 'string') return tree.value.trim() === '';
  if (tree.kind === 'binary') return isBlank(tree.left) && isBlank(tree.right);
  if (tree.kind !== 'call') return false;
  const name = tree.function.toLowerCase();
  if (name === 'toaudioblank') return true;
  const [audio] = tree.arguments;
  return (name === 'audioplaybackoptions' || name === 'toaudiotts') && audio !== undefined && isBlank(audio);
}

/** Whether the caller hears everything queued before it goes on. `AudioPlaybackOptions(…, …, true)` plays at once. */
export const flushes = (action: Action | undefined): boolean =>
  traitsOf(action).flushesAudio === true || playsAtOnce(action);

/** Whether the caller's time passes while it runs. */
export const takesTime = (action: Action | undefined): boolean =>
  traitsOf(action).takesTime === true || playsAtOnce(action);

function playsAtOnce(action: Action | undefined): boolean {
  if (action?.kind !== 'playAudio' || action.audio?.kind !== 'expression') return false;
  const tree = parsed(action.audio.text);
  if (tree?.kind !== 'call' || tree.function.toLowerCase() !== 'audioplaybackoptions') return false;
  const flush = tree.arguments[2];
  return flush?.kind === 'boolean' && flush.value;
}

/** Whether the action has something to say to the caller, now or when the queue is played. */
export function speaks(action: Action | undefined): boolean {
  switch (action?.kind) {
    case 'playAudio':
    case 'playAudioOnSilence':
      return isAudible(action.audio);
    case 'collectInput':
      return isAudible(action.inputAudio);
    case 'holdMusic':
    case 'playEstimatedWaitTime':
    case 'playPositionInQueue':
    case 'callBotFlow':
    case 'callLexV2Bot':
    case 'callCommonModule':
    case 'unknown':
      return true;
    default:
      return false;
  }
}
