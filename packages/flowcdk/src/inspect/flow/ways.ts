import type { Action, ActionList } from '../../architect/actions';
import { waysOut } from '../../architect/ways';
import type { ValueNode } from '../../architect/values';
import type { Tone } from './flow-model';
import { type SettingPlace, settingOf } from './settings';

/** A way out of an action, before its actions are read. */
export interface NamedWay {
  readonly name: string;
  readonly label: string;
  readonly actions: ActionList;
}

/** The ways out of an action with what people call them. An action that simply goes on has none. */
export function namedWays(action: Action, place: SettingPlace): readonly NamedWay[] {
  if (action.kind === 'unknown') {
    return (action.branches ?? []).map(({ path, actions }) => ({
      name: path,
      label: path.replace(/^outputs\./, ''),
      actions,
    }));
  }
  const conditions = action.kind === 'switch' ? casesOf(action) : [];
  return (waysOut(action) ?? []).map(({ name, actions = [] }) => {
    const condition = conditions[Number(/^case (\d+)$/.exec(name)?.[1] ?? 0) - 1];
    return { name, label: condition ? `${name}: ${settingOf(condition, place).text}` : name, actions };
  });
}

function casesOf({ evaluate }: Action & { kind: 'switch' }): readonly (ValueNode | undefined)[] {
  const matched = evaluate?.kind === 'firstMatch' ? evaluate.content[0]?.content : evaluate?.content;
  return (matched?.cases ?? []).map(({ value }) => value);
}

/** How a way looks, by its name. */
export function toneOf(way: string): Tone {
  if (/time-?\s?out/i.test(way)) return 'timeout';
  return /fail|error|not\s?found|no\s?match|no\s?input|invalid|max|busy|unavailable/i.test(way) ? 'failure' : 'plain';
}
