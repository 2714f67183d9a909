import {
  type ActionCodes,
  branch,
  built,
  namedPaths,
  options,
  text,
  unlessLiteral,
  withDefaultName,
} from '../action-parts';
import { lambda, list, literal, object } from '../code';
import { switchCode } from '../switch-code';
import { isNoValue } from '../value-code';
import { typeOf } from '../variable-types';

/** Actions that decide where the flow goes on, and when. */
export const controlCodes: ActionCodes = {
  callTask: (action, scope) =>
    action.targetTaskRef &&
    built(
      'callTask',
      action.name,
      lambda([], scope.container(action.targetTaskRef)),
      options({
        onDefault: branch(action.outputs?.default, scope),
        onPath: namedPaths(action.outputs?.paths, scope),
      }),
    ),
  changeState: (action, scope) =>
    action.targetStateRef && built('changeState', action.name, lambda([], scope.container(action.targetStateRef))),
  decision: (action, scope) => {
    const condition = scope.values.of(action.condition, 'boolean');
    return (
      condition &&
      built(
        'decision',
        action.name,
        condition,
        object({ yes: branch(action.outputs?.yes, scope), no: branch(action.outputs?.no, scope) }),
      )
    );
  },
  endState: ({ name }) => withDefaultName('endState', 'End State', name),
  endTask: ({ name, outputPath }) =>
    outputPath?.name === 'default'
      ? withDefaultName('endTask', 'End Task', name)
      : built('endTask', name, text(outputPath?.name)),
  endWorkflow: ({ name, exitReason }, { values }) =>
    isNoValue(exitReason)
      ? withDefaultName('endWorkflow', 'End Workflow', name)
      : built('endWorkflow', name, values.of(exitReason, 'string')),
  exitWorkitemFlow: ({ name }) => withDefaultName('exitWorkitemFlow', 'Exit Workitem Flow', name),
  jumpToMenu: (action, scope) =>
    action.targetMenuRef && built('jumpToMenu', action.name, lambda([], scope.container(action.targetMenuRef))),
  jumpToTask: (action, scope) =>
    action.targetTaskRef && built('jumpToTask', action.name, lambda([], scope.container(action.targetTaskRef))),
  loop: (action, scope) =>
    built(
      'loop',
      action.name,
      object({
        times: scope.values.of(action.loopCount, 'integer'),
        index: scope.values.binding(action.currentIndex, typeOf('integer')),
      }),
      branch(action.outputs?.loop, scope) ?? list([]),
    ),
  loopExit: ({ name }) => withDefaultName('loopExit', 'Exit Loop', name),
  loopNext: ({ name }) => withDefaultName('loopNext', 'Next Loop', name),
  loopUntil: (action, scope) => {
    const cases = (action.untilCases ?? []).map(({ name, condition }) => ({
      key: name ?? '',
      value: scope.values.of(condition, 'boolean') ?? literal(true),
    }));
    return built(
      'loopUntil',
      action.name,
      object({
        until: { kind: 'object', entries: cases },
        maxLoopCount: scope.values.orUnset(action.maxLoopCount, 'integer'),
        index: scope.values.binding(action.currentIndex, typeOf('integer')),
        onUntil: namedPaths(action.outputs?.paths, scope),
        onLoopsMax: branch(action.outputs?.loopsMax, scope),
      }),
      branch(action.outputs?.loop, scope) ?? list([]),
    );
  },
  previousMenu: ({ name }) => withDefaultName('previousMenu', 'Previous Menu', name),
  repeatMenu: ({ name }) => withDefaultName('repeatMenu', 'Repeat Menu', name),
  switch: switchCode,
  wait: (action, { values }) => {
    const trim = unlessLiteral(
      false,
      action.trimDurationNearMaxRunningTime,
      values.of(action.trimDurationNearMaxRunningTime, 'boolean'),
    );
    return built(
      'wait',
      action.name,
      values.of(action.duration, 'duration'),
      options({ trimDurationNearMaxRunningTime: trim }),
    );
  },
};
