import { parse } from '../../src/architect/expressions/parse';
import type { Tree } from '../../src/architect/expressions/tree';
import type { Json, JsonObject } from '../../src/i3/part';
import { isList, isObject } from '../../src/i3/part';
import { describeI3Corpus, i3Corpus } from '../private/corpus';

/*
 * An export holds the tree that Architect made of each expression. Here it is compared with the tree of Flowcdk's parser:
 * operators, operands, names, literals, and the place of each literal and variable in the text.
 */

type Node = readonly (string | number | Node)[];

/** Architect's tree. `.` and `[` have the property or the index first; a place counts from 1. */
function theirs(config: JsonObject): Node {
  const [name = '', content] = Object.entries(config)[0] ?? [];
  const { text, type, pos, operands } = content as {
    text?: string;
    type: string;
    pos: number;
    operands?: readonly Json[];
  };
  const inside = (operands ?? []).map((operand) => theirs(operand as JsonObject));
  const [first = [], second = []] = inside;
  if (name === 'lit') return ['literal', type, type === 'str' ? (text ?? '') : (text ?? '').toLowerCase(), pos];
  if (name === 'nul') return ['NOT_SET'];
  if (name === 'ref' || name === 'sysref') return ['variable', (text ?? '').toLowerCase(), pos];
  if (name === '.') return ['.', second, String(first[2] ?? '').toLowerCase()];
  if (name === '[') return ['[', second, first];
  const isOperator = !/^[a-z]/i.test(name) || ['or', 'and'].includes(name.toLowerCase());
  return [isOperator ? 'operator' : 'call', name.toLowerCase(), ...inside];
}

const literalTypes = { string: 'str', integer: 'int', decimal: 'dec', boolean: 'bln' } as const;

/** The tree of the parser in the same words. */
function ours(tree: Tree): Node {
  switch (tree.kind) {
    case 'string':
    case 'integer':
    case 'decimal':
    case 'boolean':
      return ['literal', literalTypes[tree.kind], String(tree.value), tree.offset + 1];
    case 'notSet':
      return ['NOT_SET'];
    case 'variable':
      return ['variable', `${tree.scope}.${tree.name}`.toLowerCase(), tree.offset + 1];
    case 'call':
      return ['call', tree.function.toLowerCase(), ...tree.arguments.map(ours)];
    case 'property':
      return ['.', ours(tree.of), tree.name.toLowerCase()];
    case 'index':
      return ['[', ours(tree.of), ours(tree.index)];
    case 'prefix':
      return ['operator', tree.operator, ours(tree.operand)];
    case 'binary':
      return ['operator', tree.operator, ours(tree.left), ours(tree.right)];
    case 'conditional':
      return ['operator', '?', ours(tree.condition), ours(tree.yes), ours(tree.no)];
    case 'outOfRange':
      return ['out of range', tree.text];
  }
}

/** `Format.Date.shortYear` is called DateShortYear inside Architect. */
const formats: readonly (readonly [inside: string, written: string])[] = [
  ['dateshortyear', 'shortyear'],
  ['stringplaychars', 'playchars'],
];

const withWrittenFormats = (node: Node): Node => {
  const [kind, of, name] = node;
  if (kind === '.' && Array.isArray(of) && String(of[1]).startsWith('format.')) {
    const format = formats.find(([inside]) => inside === name);
    return format ? [kind, of, format[1]] : node;
  }
  return node.map((part) => (Array.isArray(part) ? withWrittenFormats(part as Node) : part));
};

/** The casts that Architect puts around an expression by itself, where the field has another type. */
const casts = ['tostring', 'toint', 'tocommunication', 'toaudioduration'];

const withoutCast = (node: Node): Node | undefined => {
  const [kind, name, only, ...others] = node;
  const isCast = kind === 'call' && casts.includes(String(name)) && others.length === 0;
  return isCast && Array.isArray(only) ? (only as Node) : undefined;
};

interface Compared {
  readonly how: string;
  readonly text: string;
}

/** How the trees of one value compare; undefined for a value that is no expression. */
function compared(value: JsonObject): Compared | undefined {
  const { text, config, uiMetaData } = value as { text: string; config?: JsonObject; uiMetaData: { mode?: number } };
  if (uiMetaData.mode === 1 || uiMetaData.mode === 3 || text === '') return undefined;
  if (config === undefined) return { how: 'the export has no tree', text };
  if ('emp' in config) return { how: 'Architect made no tree, because the variable has another type', text };
  const [left, right] = [withWrittenFormats(theirs(config)), ours(parse(text))];
  if (same(left, right))
    return { how: same(left, theirs(config)) ? 'equal' : 'equal but for the name of a format', text };
  const inner = withoutCast(left);
  return { how: inner && same(inner, right) ? 'equal within a cast of the whole' : 'different', text };
}

const same = (left: Node, right: Node): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Every value with a text and a type, also those of the editor's notes. The trees themselves hold no values but lists. */
function valuesIn(json: Json | undefined): readonly JsonObject[] {
  if (isList(json)) return json.flatMap(valuesIn);
  if (!isObject(json)) return [];
  const isValue = typeof json['text'] === 'string' && typeof json['type'] === 'string' && isObject(json['uiMetaData']);
  const inner = Object.entries(json).flatMap(([key, content]) =>
    key === 'config' && isObject(content) && !holdsItems(content) ? [] : valuesIn(content),
  );
  return isValue ? [json, ...inner] : inner;
}

const holdsItems = ({ lit }: JsonObject): boolean => isObject(lit) && isList(lit['items']);

const jsonOf = (bytes: Uint8Array): Json =>
  JSON.parse(
    decodeURIComponent(Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64').toString('latin1')),
  ) as Json;

describeI3Corpus("the trees of expressions in published exports are those of Flowcdk's parser", () => {
  const all = [...i3Corpus].flatMap(([name, bytes]) =>
    valuesIn(jsonOf(bytes)).flatMap((value) => {
      const result = compared(value);
      return result ? [{ name, ...result }] : [];
    }),
  );

  test('no tree is different', () => {
    expect(all.filter(({ how }) => how === 'different')).toEqual([]);
  });

  test('so many are equal, and so few cannot be compared', () => {
    const counts: Record<string, number> = {};
    for (const { how } of all) counts[how] = (counts[how] ?? 0) + 1;

    expect(counts).toEqual({
      equal: 744,
      'equal but for the name of a format': 6,
      'equal within a cast of the whole': 35,
      'the export has no tree': 3,
      'Architect made no tree, because the variable has another type': 3,
    });
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(400);
  });
});
