import { parse } from '../architect/expressions/parse';
import type { Tree } from '../architect/expressions/tree';
import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import type { LeavingOut } from './left-out';
import { durationLiteral, numberScalar } from './literals';
import { isList, isObject, type Json, mappingIfAny, mappingOf, type Part, pathOf } from './part';

/** The modes of a value in `uiMetaData.mode`. Mode 4 is a text that was put together from pieces. */
const [EXPRESSION, LITERAL, VARIABLE, NO_VALUE, PIECES] = [0, 1, 2, 3, 4];

/**
 * A value of a field as YAML. In the export it is `{ text, type, config, uiMetaData: { mode } }`. Nothing where the
 * export marks it as out of service, or where it is empty.
 */
export function valueOf(part: Part): YamlNode | undefined {
  if (part.peek('outOfService') === true) return leaveAll(part, 'outOfService');
  const node = wrapped(part);
  part.leave('tree', 'config', 'metaData', 'references');
  part.leave('type', 'type', 'typeIdentifier', 'name');
  part.leave('editor', 'uiMetaData');
  part.leave('version', 'version');
  part.leave('outOfService', 'outOfService');
  part.leave('empty', 'properties');
  return node;
}

/** Takes a value that stands bare in YAML, without lit or exp. */
export function arriveBare(part: Part, node: YamlNode): YamlNode {
  part.arrives('text', node);
  part.leave('tree', 'config', 'metaData');
  part.leave('type', 'type');
  part.leave('editor', 'uiMetaData');
  part.leave('version', 'version');
  part.leave('outOfService', 'outOfService');
  part.leave('empty', 'properties');
  return node;
}

export function leaveAll(part: Part, rule: LeavingOut): undefined {
  part.account.leftOut.push({ path: part.path, rule, where: part.where });
  return undefined;
}

function wrapped(part: Part): YamlNode | undefined {
  const text = part.peekText('text') ?? '';
  const mode = modeOf(part);
  if (part.peekText('type') === 'aud' && mode === undefined) return audioValue(part, text);
  switch (mode) {
    case NO_VALUE:
      part.leave('unset', 'text');
      return noValue();
    case VARIABLE:
      return mapping([['var', part.arrives('text', scalar(text))]]);
    case LITERAL:
      return literal(part, text);
    case EXPRESSION:
    case PIECES:
    default:
      if (text === '') {
        part.leave('empty', 'text');
        return undefined;
      }
      return mapping([['exp', part.arrives('text', scalar(text))]]);
  }
}

const noValue = (): YamlNode => mapping([['noValue', scalar(true)]]);

const modeOf = (part: Part): Json | undefined => {
  const notes = part.peek('uiMetaData');
  return isObject(notes) ? notes.mode : undefined;
};

/** The types whose literals are a bare text. The export writes every other type with a name and an id. */
const bareTypes: ReadonlySet<string> = new Set(['str', 'dtm', 'dat', 'tim', 'cur', 'phn', 'jsn', 'any']);

function literal(part: Part, text: string): YamlNode {
  const type = part.peekText('type') ?? '';
  const structure = structureOf(part, type);
  if (structure !== undefined) {
    part.leave('empty', 'text');
    return lit(structure);
  }
  if (text === '' && type !== 'str') {
    part.leave('unset', 'text');
    return noValue();
  }
  return lit(part.arrives('text', bareLiteral(type, text) ?? mapping([['name', scalar(nameOf(part, type, text))]])));
}

const lit = (content: YamlNode): YamlNode => mapping([['lit', content]]);

function bareLiteral(type: string, text: string): YamlNode | undefined {
  if (type === 'bln') return scalar(text === 'true' ? true : text === 'false' ? false : text);
  if (type === 'int' || type === 'dec') return numberScalar(text);
  if (type === 'dur') return durationLiteral(text) ?? scalar(text);
  return bareTypes.has(type) ? scalar(text) : undefined;
}

/** A list, or an object with properties. */
function structureOf(part: Part, type: string): YamlNode | undefined {
  const items = itemsOf(part);
  if (type.endsWith('_coll') && items !== undefined) return sequence(items);
  const properties = part.peek('properties');
  if (!isObject(properties) || Object.keys(properties).length === 0) return undefined;
  const inside = part.part('properties');
  if (inside === undefined) return undefined;
  return mappingOf(
    inside.keys().map((key) => {
      const property = inside.part(key);
      return [key, property && valueOf(property)] as const;
    }),
  );
}

/** The items of a literal list. They stand in the parsed tree, so only the rest of the tree is left out. */
function itemsOf(part: Part): readonly YamlNode[] | undefined {
  const config = part.peek('config');
  const root = isObject(config) ? config.lit : undefined;
  if (!isObject(root) || !isList(root.items) || root.items.length === 0)
    return isObject(root) && isList(root.items) ? [] : undefined;
  const tree = part.part('config')?.part('lit');
  const items = (tree?.parts('items') ?? []).map((item) => {
    const node = valueOf(item) ?? noValue();
    item.leave('noKey', ...(item.peek('isEnabled') === true ? ['isEnabled'] : []));
    item.leave('lost', 'isEnabled');
    return node;
  });
  tree?.leaveRest('tree');
  return items;
}

/** The prompts of the platform have ids such as `__processing__`; those of the organisation have a GUID. */
function nameOf(part: Part, type: string, text: string): string {
  if (type !== 'pmt' || text.includes('.')) return text;
  const config = part.peek('config');
  const root = isObject(config) ? config.lit : undefined;
  const id = isObject(root) ? root.val : undefined;
  return `${typeof id === 'string' && id.startsWith('__') ? 'PromptSystem' : 'Prompt'}.${text}`;
}

/** Audio: a text to speak and a prompt in their short forms, everything else as an expression. */
function audioValue(part: Part, text: string): YamlNode | undefined {
  if (text === '') {
    part.leave('empty', 'text');
    return undefined;
  }
  const notes = part.peek('uiMetaData');
  const isWritten = isObject(notes) && notes.customExpressionMode === true;
  const short = isWritten ? undefined : shortAudio(text);
  if (short === undefined) return mapping([['exp', part.arrives('text', scalar(text))]]);
  return mapping([[short.kind, part.arrives('text', scalar(short.text))]]);
}

/**
 * `AudioPlaybackOptions(ToAudioTTS("Hello"), true)` is the text Hello; `ToAudio(Prompt.welcome)` is a prompt (both seen
 * in exports with a twin, the second without options).
 */
function shortAudio(text: string): { readonly kind: 'tts' | 'prompt'; readonly text: string } | undefined {
  const tree = parsed(text);
  const inner = tree === undefined ? undefined : withoutOptions(tree);
  const only = inner?.kind === 'call' && inner.arguments.length === 1 ? inner.arguments[0] : undefined;
  if (inner?.kind !== 'call' || only === undefined) return undefined;
  const called = inner.function.toLowerCase();
  if (called === 'toaudiotts' && only.kind === 'string') return { kind: 'tts', text: only.value };
  if (called === 'toaudio' && only.kind === 'variable') return { kind: 'prompt', text: `${only.scope}.${only.name}` };
  return undefined;
}

function withoutOptions(tree: Tree): Tree | undefined {
  if (tree.kind !== 'call' || tree.function.toLowerCase() !== 'audioplaybackoptions') return tree;
  const [audio, bargeIn] = tree.arguments;
  return bargeIn?.kind === 'boolean' && bargeIn.value ? audio : undefined;
}

function parsed(text: string): Tree | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Audio with its settings. Whether a caller may interrupt it stands in its expression; that a queue of audio is flushed
 * first is a newer setting without a key.
 */
export function audioOf(prompts: Part): YamlNode | undefined {
  const audio = prompts.part('defaultAudio');
  const text = audio?.peekText('text') ?? '';
  for (const [key, usual] of usualPlayback) {
    const setting = prompts.part(key);
    if (setting === undefined) continue;
    const chosen = setting.peekText('text') ?? '';
    const isUsual = setting.peek('outOfService') === true || chosen === usual;
    const isInText = key === 'bargeInExpression' && text.endsWith(`, ${chosen})`);
    leaveAll(setting, isUsual ? 'noKey' : isInText ? 'repeated' : 'lost');
  }
  const node = audio && valueOf(audio);
  for (const special of prompts.parts('cases')) leaveAll(special, 'lost');
  prompts.leave('editor', 'uiMetaData');
  return node;
}

const usualPlayback = [
  ['bargeInExpression', 'true'],
  ['flushExpression', 'false'],
] as const;

/** Any part under the names of the export, for parts that Flowcdk does not know. */
export function keptNode(part: Part, key: string): YamlNode | undefined {
  const value = part.peek(key);
  if (value === null || value === undefined || isEmpty(value)) {
    part.leave('empty', key);
    return undefined;
  }
  const inside = part.part(key);
  if (inside !== undefined) return keptObject(inside);
  if (!isList(value)) return part.scalar(key);
  return keptList(part, key, value);
}

function keptList(part: Part, key: string, value: readonly Json[]): YamlNode {
  if (value.every(isObject)) return sequence(part.parts(key).map((item) => keptObject(item) ?? noValue()));
  if (value.some((item) => isObject(item) || isList(item))) {
    // A list of mixed items is no form that an export is known to have. It is kept as it is.
    const node = plain(value);
    part.arrives(key, node);
    everyLeaf(value, pathOf(part.path, key), (path) => part.account.arrived.set(path, node));
    return node;
  }
  return sequence(part.scalars(key));
}

function keptObject(part: Part): YamlNode | undefined {
  const isWrapped = part.has('text') && part.has('type') && part.has('uiMetaData');
  if (isWrapped) return valueOf(part);
  if (part.has('defaultAudio')) return audioOf(part);
  part.leave('editor', 'uiMetaData');
  return mappingIfAny(part.keys().map((key) => [key, keptNode(part, key)] as const));
}

const isEmpty = (value: Json): boolean =>
  isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;

const plain = (value: Json): YamlNode => {
  if (isList(value)) return sequence(value.map(plain));
  if (isObject(value)) return mappingOf(Object.entries(value).map(([key, v]) => [key, v === undefined ? v : plain(v)]));
  return scalar(value);
};

/** Calls `visit` for every value that holds no others. */
export function everyLeaf(value: Json, path: string, visit: (path: string, value: Json) => void): void {
  if (isEmpty(value) || (!isList(value) && !isObject(value))) return visit(path, value);
  if (isList(value)) return value.forEach((item, i) => everyLeaf(item, `${path}[${i}]`, visit));
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) everyLeaf(inner, pathOf(path, key), visit);
}
