import { type Action, actionForms, isActionKind } from './actions';
import { actions, type Form } from './forms';
import { deepFreeze } from './freeze';
import type { FlowAction } from './nodes';
import { definedBy, type HasOrigin, ORIGIN } from './origin';
import type { RawNode, Readable } from './values';
import { fromData, keyName, mapping, type ReadonlyData, scalar, type YamlEntry } from './yaml/node';
import { readPart } from './yaml/read-flow';

/**
 * YAML as plain data: texts, numbers, booleans, `null`, lists and maps.
 *
 * @example
 * ```ts
 * const queue: RawYaml = { lit: { name: 'Orders' } };
 * ```
 */
export type RawYaml = ReadonlyData;

/**
 * YAML keys with their values. `undefined` leaves a key out. A key inside a map of the language has a path:
 * `settingsSpeechRec.suppressRecording`.
 */
export interface RawKeys {
  readonly [key: string]: RawYaml | undefined;
}

/**
 * A value as it stands in YAML, where the language has no other way to say it. The caller states its type. Nothing
 * checks it, so it is the last resort.
 *
 * @example
 * ```ts
 * updateData('Start', [set(status, rawValue<string>({ lit: 'ONGOING', comment: 'from an old export' }))]);
 * ```
 */
export function rawValue<T>(yaml: RawYaml): Readable<T> {
  const node: RawNode = deepFreeze({ kind: 'raw', yaml: fromData(yaml) });
  return node as unknown as Readable<T>;
}

/**
 * An action as it stands in YAML: one that Flowcdk does not know, or one in a form that its builder cannot write. Checks
 * and runs read it like an action of a file. It names tasks, menus and states by their paths.
 *
 * @example
 * ```ts
 * rawAction('callDialogflowCxBot', { name: 'Ask the bot', outputs: { failure: { actions: [{ disconnect: { name: 'End' } }] } } });
 * ```
 */
export function rawAction(kind: string, content: RawYaml): FlowAction {
  const read = readPart(actions, fromData([{ [kind]: content }])).part?.[0] as Action;
  return Object.freeze({ ...read, [ORIGIN]: { ...read[ORIGIN], ...definedBy(rawAction) } });
}

/**
 * An action of a builder with some of its YAML fields as plain data, where the builder has no option for them. A field
 * that is `undefined` is left out.
 *
 * @example
 * ```ts
 * withRaw(disconnect('Good bye'), { suppressRecording: true });
 * // disconnect: { name: Good bye, suppressRecording: true }
 * ```
 */
export const withRaw = <A extends FlowAction>(action: A, fields: RawKeys): A =>
  withRawKeys(isActionKind(action.kind) ? actionForms[action.kind].form.fields : {}, action, fields);

/** The forms of the keys that a node may have. */
export type KeyForms = Readonly<Record<string, Form<unknown>>>;

/** The forms of the keys of a map that is the value of a key. Undefined where its keys are free, or where it is no map. */
export const formsInside = (forms: KeyForms, key: string): KeyForms | undefined =>
  Object.hasOwn(forms, key) ? (forms[key] as { readonly fields?: KeyForms }).fields : undefined;

/** A node with some keys from plain data. A key with a form is read like a file, any other key is kept. */
export function withRawKeys<N extends HasOrigin>(forms: KeyForms, node: N, keys: RawKeys | undefined): N {
  if (keys === undefined) return node;
  const origin = node[ORIGIN];
  const values = new Map<string, unknown>(Object.entries(node));
  const before = origin?.yaml?.kind === 'mapping' ? origin.yaml.entries : [];
  const entries: YamlEntry[] = before.filter(({ key }) => !Object.hasOwn(keys, keyName(key)));
  const kept = new Set(origin?.kept);
  for (const [key, data] of Object.entries(keys)) {
    const [head, rest] = splitPath(key);
    const inside = Object.hasOwn(forms, key) || rest === undefined ? undefined : formsInside(forms, head);
    if (inside && rest !== undefined) {
      values.set(head, withRawKeys(inside, (values.get(head) ?? {}) as HasOrigin, { [rest]: data }));
      continue;
    }
    values.delete(key);
    kept.delete(key);
    if (data === undefined) continue;
    const yaml = fromData(data);
    const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
    const part = form && readPart(form, yaml).part;
    if (part !== undefined) values.set(key, part);
    else {
      entries.push({ key: scalar(key), value: yaml });
      kept.add(key);
    }
  }
  // The order of an origin is that of the text: the keys of the builder come before those of the caller.
  const places = Object.keys(forms)
    .filter((key) => values.has(key) && !entries.some((entry) => keyName(entry.key) === key))
    .map((key) => [key, scalar(null)] as const);
  return Object.freeze({
    ...Object.fromEntries(values),
    [ORIGIN]: { ...origin, yaml: mapping([...places, ...entries]), kept },
  }) as unknown as N;
}

const splitPath = (path: string): readonly [head: string, rest: string | undefined] => {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, undefined] : [path.slice(0, dot), path.slice(dot + 1)];
};
