import { JavaException } from './method-table';
import { JavaNumber } from './number';
import { type JavaValue, textOf } from './value';
import { type Work } from './work';

/** `String.format`: `%s %d %x %o %c %b %f %e %n %%`, with index, flags, width and precision. */
export function formatted(pattern: string, values: readonly JavaValue[], work: Work): string {
  let next = 0;
  const result = pattern.replace(specifier, (...parts: string[]) => {
    const [whole = '', index, flags = '', width, precision, kind = ''] = parts;
    if (kind === 'n') return '\n';
    if (kind === '%') return padded('%', flags, width, work);
    if (kind === '') throw new JavaException('UnknownFormatConversionException', `Conversion = '${whole}'`);
    const at = index === undefined ? next : Number(index) - 1;
    if (index === undefined) next += 1;
    const value = values[at];
    if (value === undefined) throw new JavaException('MissingFormatArgumentException', `Format specifier '${whole}'`);
    const digits = precision === undefined ? undefined : Number(precision);
    const text = converted(value, kind, flags, digits, work);
    return padded(kind === kind.toLowerCase() ? text : text.toUpperCase(), flags, width, work);
  });
  return work.text(result);
}

const specifier = /%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%]?)/g;

function padded(text: string, flags: string, width: string | undefined, work: Work): string {
  const size = Number(width ?? 0);
  work.room(Math.max(size, text.length));
  if (flags.includes('-')) return text.padEnd(size);
  if (!flags.includes('0') || text.length >= size) return text.padStart(size);
  const sign = /^[-+ (]?/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(size - sign.length, '0');
}

function converted(value: JavaValue, kind: string, flags: string, digits: number | undefined, work: Work): string {
  const wrong = new JavaException('IllegalFormatConversionException', `${kind} != ${typeof value}`);
  switch (kind.toLowerCase()) {
    case 's':
      return (textOf(value, work) ?? 'null').slice(0, digits);
    case 'b':
      return String(typeof value === 'boolean' ? value : value !== null);
    case 'c':
      return textOf(value, work) ?? 'null';
    case 'd':
      if (value === null) return 'null';
      if (!(value instanceof JavaNumber) || !value.isWhole) throw wrong;
      return signed(value.text, flags);
    case 'x':
    case 'o':
      if (!(value instanceof JavaNumber) || !value.isWhole) throw wrong;
      return BigInt.asUintN(value.type === 'Integer' ? 32 : 64, value.big).toString(kind === 'o' ? 8 : 16);
    case 'f':
    case 'e': {
      if (value === null) return 'null';
      if (!(value instanceof JavaNumber) || value.isWhole) throw wrong;
      const places = Math.min(digits ?? 6, 100);
      const text =
        kind === 'f'
          ? rounded(value.double, places)
          : value.double.toExponential(places).replace(/e([+-])(\d)$/, 'e$10$2');
      return signed(text, flags);
    }
    default:
      throw new JavaException('UnknownFormatConversionException', `Conversion = '${kind}'`);
  }
}

/** Java rounds the shortest decimal that stands for the number, halves up; JavaScript rounds its exact value. */
function rounded(value: number, places: number): string {
  const shortest = /^-?(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!shortest) return value.toFixed(places);
  const [, whole = '0', fraction = ''] = shortest;
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const up = (fraction.charAt(places) || '0') >= '5' ? 1n : 0n;
  const digits = (kept + up).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value < 0 ? `-${text}` : text;
}

function signed(text: string, flags: string): string {
  const [, minus = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? ['', '', text];
  const grouped = flags.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  if (minus !== '') return flags.includes('(') ? `(${grouped}${rest})` : `-${grouped}${rest}`;
  return `${flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${grouped}${rest}`;
}
