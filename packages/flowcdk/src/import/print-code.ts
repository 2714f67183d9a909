import type { Code, ObjectEntry } from './code';
import { isIdentifier } from './names';

/** Gives the code of a `{{placeholder}}` in a text, by its key. Undefined where it stays text. */
export type PlaceholderCode = (key: string) => string | undefined;

/** TypeScript in one line for each part. Prettier lays it out. */
export class CodePrinter {
  /** @param placeholder the code for the placeholders of a file */
  constructor(private readonly placeholder: PlaceholderCode = () => undefined) {}

  print(code: Code): string {
    switch (code.kind) {
      case 'literal':
        return typeof code.value === 'string' ? this.text(code.value) : String(code.value);
      case 'name':
        return code.name;
      case 'value':
        return 'undefined';
      case 'property':
        return isIdentifier(code.name)
          ? `${this.print(code.of)}.${code.name}`
          : `${this.print(code.of)}[${quoted(code.name)}]`;
      case 'call': {
        const fn = typeof code.function === 'string' ? code.function : this.print(code.function);
        return `${fn}${typeArgument(code.type)}(${code.arguments.map((argument) => this.print(argument)).join(', ')})`;
      }
      case 'tagged': {
        const [first = '', ...texts] = code.texts.map(templateText);
        const rest = texts.map((text, i) => `\${${code.parts[i] ? this.print(code.parts[i]) : ''}}${text}`);
        return `${code.tag}${typeArgument(code.type)}\`${first}${rest.join('')}\``;
      }
      case 'list':
        return `[${code.items.map((item) => `${this.print(item)},`).join('')}]`;
      case 'object':
        return `{${code.entries.map((entry) => `${this.entry(entry)},`).join('')}}`;
      case 'function':
        return `(${code.parameters.join(', ')}) => ${code.body.kind === 'object' ? `(${this.print(code.body)})` : this.print(code.body)}`;
      case 'commented':
        return `${code.comments.map(commentLine).join('')}${this.print(code.code)}`;
    }
  }

  /** A text as a literal, or as a template where it has placeholders. */
  text(value: string): string {
    const pieces = this.pieces(value);
    if (pieces.every((piece) => typeof piece === 'string')) return quoted(value);
    const [only] = pieces;
    if (pieces.length === 1 && typeof only === 'object') return only.code;
    return `\`${pieces.map((piece) => (typeof piece === 'string' ? templateText(piece) : `\${${piece.code}}`)).join('')}\``;
  }

  private entry({ key, value, comments = [] }: ObjectEntry): string {
    const printed = this.print(value);
    const before = comments.map(commentLine).join('');
    if (value.kind === 'name' && value.name === key) return `${before}${printed}`;
    return `${before}${this.key(key)}: ${printed}`;
  }

  private key(key: string): string {
    // `__proto__: …` would change the prototype and add no property.
    if (key === '__proto__') return "['__proto__']";
    if (isIdentifier(key)) return key;
    const text = this.text(key);
    return text.startsWith("'") ? text : `[${text}]`;
  }

  /** A text in pieces: what stays text, and the code of the placeholders. */
  private pieces(value: string): readonly (string | { readonly code: string })[] {
    const pieces: (string | { readonly code: string })[] = [];
    let from = 0;
    for (let at = value.indexOf('{{'); at >= 0; at = value.indexOf('{{', at + 2)) {
      const end = value.indexOf('}}', at);
      if (end < 0) break;
      const code = this.placeholder(value.slice(at + 2, end).trim());
      if (code === undefined) continue;
      if (at > from) pieces.push(value.slice(from, at));
      pieces.push({ code });
      from = end + 2;
      at = end;
    }
    if (from < value.length) pieces.push(value.slice(from));
    return pieces;
  }
}

const typeArgument = (type: string | undefined): string => (type === undefined ? '' : `<${type}>`);

/** Line separators end a comment of TypeScript like a line break does. */
const LINE_END = /[\r\n\u2028\u2029]+/g;

/** A comment on a line of its own. `text` may begin with the `#` of YAML. */
export const commentLine = (text: string): string =>
  `// ${text
    .replace(/^#+\s?/, '')
    .replace(LINE_END, ' ')
    .trimEnd()}\n`;

/** A comment that documents what follows. */
export const docComment = (text: string): string => {
  const lines = text.replaceAll('*/', '*\\/').split(LINE_END);
  return lines.length === 1
    ? `/** ${lines[0] ?? ''} */\n`
    : `/**\n${lines.map((line) => ` * ${line.trimEnd()}\n`).join('')} */\n`;
};

/** A text in single quotes. Characters that one cannot see are written as escapes. */
export function quoted(text: string): string {
  let out = '';
  for (const character of text) out += character === "'" ? "\\'" : escaped(character);
  return `'${out}'`;
}

/** A text between the back quotes of a template. */
function templateText(text: string): string {
  let out = '';
  const characters = [...text];
  for (const [at, character] of characters.entries()) {
    const isSpecial = character === '`' || (character === '$' && characters[at + 1] === '{');
    out += isSpecial ? `\\${character}` : escaped(character);
  }
  // A text that ends with `$` stands before the brace of a part.
  return out.endsWith('$') ? `${out.slice(0, -1)}\\$` : out;
}

const named: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\x00' };

function escaped(character: string): string {
  const known = named[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  const isVisible =
    code >= 0x20 &&
    !(code >= 0x7f && code <= 0xa0) &&
    !INVISIBLE.test(character) &&
    !(code >= 0xd800 && code <= 0xdfff);
  if (isVisible) return character;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Separators, marks of direction and other characters that an editor does not show. */
const INVISIBLE = /[\u00ad\u2028\u2029\p{Cf}\p{Zl}\p{Zp}]/u;
