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
  // What is no number has no zeros in front.
  if (!flags.includes('0') || /Infinity|NaN/i.test(text)) return text.padStart(size);
  const sign = /^[-+ (]?/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(size - sign.length, '0');
}

function converted(value: JavaValue, kind: string, flags: string, digits: number | undefined, work: Work): string {
  const wrong = new JavaException('IllegalFormatConversionException', `${kind} != ${typeof value}`);
  // Java has no %D, %O and %F.
  switch (/[DOF]/.test(kind) ? kind : kind.toLowerCase()) {
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
      if (Number.isNaN(value.double)) return 'NaN';
      if (!Number.isFinite(value.double)) return signed(value.text, flags);
      return signed(kind === 'f' ? fixed(value.double, places) : scientific(value.double, places), flags);
    }
    default:
      throw new JavaException('UnknownFormatConversionException', `Conversion = '${kind}'`);
  }
}

/** The shortest digits that stand for a number, without its sign, and the power of ten of the last one. */
function shortest(value: number): readonly [digits: bigint, power: number] {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  return [BigInt(digits), Number(exponent) + 1 - digits.length];
}

/** A whole number times a power of ten, halves up. */
function scaled(digits: bigint, power: number): bigint {
  if (power >= 0) return digits * 10n ** BigInt(power);
  const unit = 10n ** BigInt(-power);
  return (2n * digits + unit) / (2n * unit);
}

const withPoint = (digits: string, places: number): string =>
  places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
const withSign = (value: number, text: string): string => (value < 0 || Object.is(value, -0) ? `-${text}` : text);

/** `%f`. Java rounds the shortest decimal that stands for the number, halves up; JavaScript rounds its exact value. */
function fixed(value: number, places: number): string {
  const [digits, power] = shortest(value);
  const rounded = scaled(digits, power + places).toString();
  return withSign(value, withPoint(rounded.padStart(places + 1, '0'), places));
}

/** `%e`, rounded in the same way. */
function scientific(value: number, places: number): string {
  const [digits, power] = shortest(value);
  const dropped = digits.toString().length - 1 - places;
  const rounded = scaled(digits, -dropped).toString();
  // 9.99 may become 10.0, which has one digit too many.
  const carried = rounded.length - 1 - places;
  const exponent = digits === 0n ? 0 : power + dropped + places + carried;
  const size = String(Math.abs(exponent)).padStart(2, '0');
  const text = withPoint(rounded.padEnd(places + 1, '0').slice(0, places + 1), places);
  return withSign(value, `${text}e${exponent < 0 ? '-' : '+'}${size}`);
}

function signed(text: string, flags: string): string {
  const [, minus = '', whole = '', rest = ''] = /^(-?)(\d*)(.*)$/.exec(text) ?? [];
  const grouped = flags.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  if (minus !== '') return flags.includes('(') ? `(${grouped}${rest})` : `-${grouped}${rest}`;
  return `${flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${grouped}${rest}`;
}
