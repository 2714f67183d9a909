import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import type { Context } from './context';
import { lowerFirst, numberScalar, pathName } from './literals';
import { type Entry, keyed, mappingIfAny, mappingOf, mappingOrNone, NONE, type Part, sequenceIfAny } from './part';
import { statementKind } from './types';
import { arriveBare, audioOf, leaveAll, valueOf } from './value';

/** Converts one field of an action. Nothing where the flow does not use the field. */
export type Field = (part: Part, context: Context) => YamlNode | undefined;

/** A value of a field. */
export const value =
  (key: string): Field =>
  (part) => {
    const inner = part.part(key);
    return inner && valueOf(inner);
  };

/** The first of several values in a list: `queues`, `noMatches`. Further ones are named. */
export const firstOf =
  (key: string): Field =>
  (part) => {
    const [first, ...others] = part.parts(key);
    for (const other of others) leaveAll(other, 'lost');
    return first && valueOf(first);
  };

/** A list of values. */
export const values =
  (key: string): Field =>
  (part) =>
    sequenceIfAny(part.parts(key).map((item) => valueOf(item) ?? mapping([['noValue', scalar(true)]])));

/** A bare text, number or Boolean. */
export const bare =
  (key: string): Field =>
  (part) =>
    part.scalar(key);

/** A word with a small first letter: `About` is `about`. */
export const word =
  (key: string): Field =>
  (part) => {
    const text = part.peekText(key);
    return text === undefined ? undefined : part.arrives(key, scalar(lowerFirst(text)));
  };

/** An object with a name and an id in two keys: `flowName` and `flowId`. */
export const named =
  (nameKey: string, ...idKeys: readonly string[]): Field =>
  (part) => {
    part.leave('id', ...idKeys);
    const name = part.scalar(nameKey);
    return name && mapping([['name', name]]);
  };

/** The audio of a field. */
export const audio =
  (key: string): Field =>
  (part) => {
    const inner = part.part(key);
    return inner && audioOf(inner);
  };

/** Names with values: inputs of data actions, outputs, bindings for failures. */
export const bindings =
  (key: string): Field =>
  (part) => {
    const entries: Entry[] = part.parts(key).map((item) => {
      const inner = item.part('value');
      const node = inner && valueOf(inner);
      if (node === undefined) item.leave('outOfService', 'name');
      return [item.key('name'), node] as const;
    });
    return mappingIfAny(entries);
  };

/** The attributes of participant and conversation data. A read binds a variable, which stands bare. */
export const attributes =
  (direction: 'set' | 'get'): Field =>
  (part) =>
    sequenceIfAny(
      part.parts('variables').map((item) => {
        const name = item.part('variable');
        const content = item.part('expression');
        const entry: Entry =
          direction === 'set' ? ['value', content && valueOf(content)] : ['variable', content && variableOf(content)];
        return mapping([['attribute', mappingOf([['name', name && valueOf(name)], entry])]]);
      }),
    );

/** The bare name of a variable. */
export function variableOf(part: Part): YamlNode {
  return arriveBare(part, scalar(part.peekText('text') ?? ''));
}

/** The statements of Update Data. The kind of a statement is the type of its variable. */
export const statements: Field = (part) =>
  sequenceIfAny(
    part.parts('variables').map((item) => {
      const variable = item.part('variable');
      const expression = item.part('expression');
      const kind = statementKind(variable?.peekText('type'), expression?.peekText('type'));
      return mapping([
        [
          kind,
          mappingOf([
            ['variable', variable && variableOf(variable)],
            ['value', expression && valueOf(expression)],
          ]),
        ],
      ]);
    }),
  );

/** The paths of an action, by their names. A path without actions is left away, as the exporter does. */
export const paths: Field = (part, context) =>
  mappingIfAny(part.parts('paths').map((path) => [nameOfPath(path), branchOf(path, context)] as const));

/** The paths of a bot's question. Some of them can be switched off. */
export const switchablePaths =
  (...always: readonly string[]): Field =>
  (part, context) => {
    const dynamic: YamlNode[] = [];
    const entries: Entry[] = [];
    for (const path of part.parts('paths')) {
      const name = nameOfPath(path);
      if (path.peek('isDynamicBranch') === true) dynamic.push(dynamicPath(path, context, dynamicKey(always)));
      else if (always.includes(name)) entries.push([name, branchOf(path, context)]);
      else entries.push([name, switchablePath(path, context)]);
    }
    const list = sequenceIfAny(dynamic);
    return mappingIfAny([[`${dynamicKey(always)}s`, list], ...entries]);
  };

/** A digital menu calls its dynamic paths `path`, a question for an intent calls them `intent`. */
const dynamicKey = (always: readonly string[]): string => (always.includes('paths') ? 'path' : 'intent');

function switchablePath(path: Part, context: Context): YamlNode | undefined {
  if (path.peek('outOfService') === true) {
    const enabled = path.arrives('outOfService', scalar(false));
    branchOf(path, context);
    return keyed('enabled', enabled);
  }
  const actions = context.actionsFrom(path.peekText('nextActionId'), path.where);
  leavePath(path);
  return mappingOf([
    ['actions', actions],
    ['enabled', scalar(true)],
  ]);
}

function dynamicPath(path: Part, context: Context, key: string): YamlNode {
  const name = path.scalar('label');
  const actions = context.actionsFrom(path.peekText('nextActionId'), path.where);
  const enabled = key === 'intent' ? scalar(path.peek('disabled') !== true) : undefined;
  if (enabled && path.has('disabled')) path.arrives('disabled', enabled);
  path.leave(path.peek('disabled') === true ? 'lost' : 'noKey', 'disabled');
  leavePath(path);
  return mapping([
    [
      key,
      mappingOf([
        ['name', name],
        ['actions', actions],
        ['enabled', enabled],
      ]),
    ],
  ]);
}

/** `failure` of `__FAILURE__`, or the label of a path that only this flow has. */
export function nameOfPath(path: Part): string {
  const id = path.peekText('outputId') ?? '';
  return pathName(id) ?? path.peekText('label') ?? id;
}

export function branchOf(path: Part, context: Context): YamlNode | undefined {
  const actions = context.actionsFrom(path.peekText('nextActionId'), path.where);
  leavePath(path);
  return actions && mapping([['actions', actions]]);
}

export function leavePath(path: Part): void {
  path.leave('link', 'nextActionId', 'outputId');
  path.leave('editor', 'label', 'localizedLabel', 'uiMetaData', 'isDynamicBranch', 'unreachable');
  path.leave(path.peek('disabled') === true ? 'lost' : 'noKey', 'disabled');
  path.leave('outOfService', 'outOfService');
}

/** The conditions of a switch. Only the style that takes the first true case is known (style 0). */
export const switchCases: Field = (part, context) => {
  const byId = new Map(part.parts('paths').map((path) => [path.peekText('outputId') ?? '', path] as const));
  const cases = part.parts('cases').map((item) => {
    const id = item.peekText('referenceId') ?? '';
    const path = byId.get(id);
    byId.delete(id);
    const inner = item.part('value');
    item.leave('link', 'referenceId');
    item.leave('editor', 'name');
    const actions = path && context.actionsFrom(path.peekText('nextActionId'), path.where);
    if (path) leavePath(path);
    return mapping([
      [
        'case',
        mappingOf([
          ['value', inner && valueOf(inner)],
          ['actions', actions],
        ]),
      ],
    ]);
  });
  const others: Entry[] = [...byId.values()].map((path) => [nameOfPath(path), branchOf(path, context)] as const);
  const evaluated = part.part('expression');
  const compared = part.peek('switchStyle') === 0 ? undefined : evaluated && valueOf(evaluated);
  const type = evaluated?.peekText('type');
  if (evaluated && compared === undefined) leaveAll(evaluated, 'outOfService');
  part.leave('type', 'switchStyle');
  part.leave('version', 'version');
  const body: Entry[] = [...others, ['cases', sequence(cases)]];
  if (compared === undefined) return mapping([['firstTrue', mappingOf(body)]]);
  const content = mappingOf([['value', compared], ...body]);
  return mapping([['firstMatch', mapping([[statementKind(type, undefined), content]])]]);
};

/** The body of a loop. */
export const loopPath: Field = (part, context) => {
  const path = part.part('path');
  return path && mappingIfAny([[nameOfPath(path), branchOf(path, context)]]);
};

/** A called flow: a bot or a common module with its version, inputs and outputs. */
export const calledFlow: Field = (part, context) => {
  const name = part.key('flowName');
  const isLatest = part.peek('flowLatestVersion') === true;
  part.leave('id', 'flowId', 'flowVersion');
  part.leave('type', 'flowLatestVersion');
  part.leave(part.peek('flowDebugPublished') === true ? 'lost' : 'noKey', 'flowDebugPublished');
  part.leave('outOfService', 'flowOutOfService');
  const call = mappingOrNone([
    ['inputs', bindings('inputs')(part, context)],
    ['outputs', bindings('outputs')(part, context)],
  ]);
  const version = isLatest ? 'ver_latestPublished' : `ver_${part.peekText('flowVersion') ?? 'latestPublished'}`;
  return keyed(name, keyed(version, call));
};

/** The data action of an action, with its category, inputs and outputs. */
export const dataActionCall: Field = (part, context) => {
  const name = part.key('actionName');
  part.leave('id', 'actionId');
  const category = part.part('category');
  const categoryName = category?.key('name') ?? '';
  category?.leave('id', 'id');
  const call = mappingOrNone([
    ['inputs', bindings('inputs')(part, context)],
    ['successOutputs', bindings('outputs')(part, context)],
    ['failureOutputs', bindings('errorBindings')(part, context)],
  ]);
  return keyed(categoryName, keyed('dataAction', keyed(name, call)));
};

/** The lookup in a data table: its name, the columns that are kept, the variables for a failure. */
export const tableLookup: Field = (part, context) => {
  const name = part.key('datatableName');
  part.leave('id', 'datatableId');
  const lookup = mappingOrNone([
    ['foundOutputs', bindings('outputs')(part, context)],
    ['failureOutputs', bindings('errorBindings')(part, context)],
  ]);
  return keyed(name, lookup);
};

/** A reference to a container of the same flow. */
export const reference =
  (idKey: string, nameKey: string): Field =>
  (part, context) => {
    const id = part.peekText(idKey) ?? '';
    part.leave('repeated', nameKey);
    return part.arrives(idKey, scalar(context.pathOf(id, part.where)));
  };

/** The slots that a bot clears. */
export const slots: Field = (part) =>
  sequenceIfAny(
    part.parts('slots').map((item) => {
      const flag = item.part('value');
      if (flag) leaveAll(flag, 'noKey');
      return mapping([['slot', mappingOf([['name', item.scalar('name')]])]]);
    }),
  );

/** The skills of a transfer. Their scores have no key. */
export const skills: Field = (part) =>
  sequenceIfAny(
    part.parts('skills').map((item) => {
      const skill = item.part('skill');
      const score = item.part('value');
      if (score) leaveAll(score, score.peekText('text') === '' ? 'noKey' : 'lost');
      return mapping([['acdSkill', (skill && valueOf(skill)) ?? NONE]]);
    }),
  );

/** How many digits are collected: a number, or a range. */
export const digits: Field = (part) => {
  const least = part.part('numberOfDigitsMin');
  const most = part.part('numberOfDigitsMax');
  const end = part.part('terminatingDigit');
  const until = end && valueOf(end);
  const text = least?.peekText('text');
  const exact = text !== '' && text === most?.peekText('text') ? numberScalar(text ?? '') : undefined;
  if (least && most && exact && until === undefined) {
    arriveBare(least, exact);
    return keyed('exact', arriveBare(most, exact));
  }
  const range: Entry[] = [
    ['terminatingDtmf', until],
    ['min', least && bareNumber(least)],
    ['max', most && bareNumber(most)],
  ];
  return keyed('range', mappingOf(range));
};

const bareNumber = (part: Part): YamlNode => arriveBare(part, numberScalar(part.peekText('text') ?? ''));

/** What a caller hears back of the digits: nothing, each digit, or the number. */
export const verification: Field = (part) => {
  const isVerified = part.peek('verification') === true;
  const type = part.peekText('verificationType');
  if (part.has('verificationPrompts')) part.leave(isVerified ? 'lost' : 'outOfService', 'verificationPrompts');
  if (!isVerified) part.leave('outOfService', 'verificationType');
  const words = scalar(isVerified ? lowerFirst(type ?? 'individualDigits') : 'none');
  if (isVerified && type !== undefined) part.arrives('verificationType', words);
  return part.arrives('verification', words);
};

/** How long hold music plays: a whole prompt, or a time. */
export const playStyle: Field = (part) => {
  const isTimed = part.peek('playForDuration') === true;
  const duration = part.part('duration');
  if (!isTimed) {
    if (duration) leaveAll(duration, 'outOfService');
    const whole = scalar(true);
    part.arrives('playForDuration', whole);
    return mapping([['entirePrompt', whole]]);
  }
  part.leave('type', 'playForDuration');
  return mappingOf([['duration', duration && valueOf(duration)]]);
};
