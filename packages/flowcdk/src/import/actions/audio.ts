import { minutes, seconds } from '../../architect/types';
import { literalDuration, type ValueNode } from '../../architect/values';
import type { ActionNode } from '../../architect/actions';
import {
  type ActionCodes,
  type ActionScope,
  branch,
  built,
  options,
  unless,
  unlessLiteral,
  withDefaultName,
} from '../action-parts';
import { type Code, list, literal, object } from '../code';
import { typeOf } from '../variable-types';

/** Actions that play audio or listen for silence. */
export const audioCodes: ActionCodes = {
  detectSilence: (action, scope) => built('detectSilence', action.name, options(silence(action, scope))),
  flushAudio: ({ name }) => withDefaultName('flushAudio', 'Flush Audio', name),
  holdMusic: (action, { values }) => {
    const { prompt, bargeInEnabled, playStyle } = action;
    const isUsual = prompt?.kind === 'expression' && prompt.text === 'Flow.HoldPrompt';
    const rest = options({
      prompt: isUsual ? undefined : values.of(prompt, 'prompt'),
      duration: playStyle?.kind === 'duration' ? values.of(playStyle.content, 'duration') : undefined,
      bargeInEnabled: unlessLiteral(false, bargeInEnabled, values.of(bargeInEnabled, 'boolean')),
    });
    return rest ? built('holdMusic', action.name, rest) : withDefaultName('holdMusic', 'Hold Music', action.name);
  },
  playAudio: (action, { values }) => built('playAudio', action.name, values.of(action.audio, 'audio')),
  playAudioOnSilence: (action, scope) =>
    built(
      'playAudioOnSilence',
      action.name,
      object({
        audio: scope.values.of(action.audio, 'audio'),
        allowedRepeatCount: scope.values.of(action.allowedRepeatCount, 'integer'),
        actualRepeatCount: scope.values.binding(action.actualRepeatCount, typeOf('integer')),
        ...silence(action, scope),
      }),
    ),
  playEstimatedWaitTime: (action, { values }) => {
    const intervals = action.specificRoundingIntervals?.map(
      (interval) => values.of(interval, 'duration') ?? literal(0),
    );
    const rest = options({
      estimatedWaitTime: unlessExpression(
        'Call.EstimatedWaitTime',
        action.estimatedWaitTime,
        values.of(action.estimatedWaitTime, 'duration'),
      ),
      playbackMode: unless('about', action.playbackMode),
      roundingInterval: isDuration(action.roundingInterval, minutes(5))
        ? undefined
        : values.of(action.roundingInterval, 'duration'),
      specificRoundingIntervals:
        hasUsualIntervals(action.specificRoundingIntervals) || !intervals ? undefined : list(intervals),
    });
    return rest
      ? built('playEstimatedWaitTime', action.name, rest)
      : withDefaultName('playEstimatedWaitTime', 'Play Estimated Wait Time', action.name);
  },
  playPositionInQueue: (action, { values }) => {
    const rest = options({
      positionInQueue: unlessExpression(
        'Call.PositionInQueue',
        action.positionInQueue,
        values.of(action.positionInQueue, 'integer'),
      ),
      playbackMode: unless('number', action.playbackMode),
    });
    return rest
      ? built('playPositionInQueue', action.name, rest)
      : withDefaultName('playPositionInQueue', 'Play Position in Queue', action.name);
  },
  playUserGreeting: (action, { values }) => built('playUserGreeting', action.name, values.of(action.user, 'user')),
  playUserName: (action, { values }) => built('playUserName', action.name, values.of(action.user, 'user')),
};

function silence(action: ActionNode<'detectSilence'> | ActionNode<'playAudioOnSilence'>, scope: ActionScope) {
  return {
    silenceDuration: scope.values.orUnset(action.silenceDuration, 'duration'),
    timeout: scope.values.orUnset(action.timeout, 'duration'),
    onSuccess: branch(action.outputs?.success, scope),
    onTimeout: branch(action.outputs?.timeout, scope),
  };
}

const unlessExpression = (usual: string, node: ValueNode | undefined, code: Code | undefined): Code | undefined =>
  node?.kind === 'expression' && node.text === usual ? undefined : code;

const isDuration = (node: ValueNode | undefined, expected: object): boolean =>
  JSON.stringify(literalDuration(node)) === JSON.stringify(expected);

const USUAL_INTERVALS = [seconds(30), minutes(1), minutes(2), minutes(5)];

const hasUsualIntervals = (nodes: readonly ValueNode[] | undefined): boolean =>
  nodes?.length === USUAL_INTERVALS.length && USUAL_INTERVALS.every((interval, i) => isDuration(nodes[i], interval));
