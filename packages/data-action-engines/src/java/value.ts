import { hashOrder } from './hash-order';
import { JavaNumber } from './number';
import { TooMuch, type Work } from './work';

/**
 * The values that templates and JSONPaths meet, as the platform's Java holds them. Nothing here has JavaScript's
 * members: what a template can reach is only what the method tables name.
 */
export type JavaValue =
  null | string | boolean | JavaNumber | JavaCharacter | JavaList | JavaMap | JavaEntry | JavaTool;

/** One UTF-16 unit, as from `charAt`; it prints like a text, but is none. */
export class JavaCharacter {
  constructor(readonly text: string) {}
}

/** An `ArrayList`, an array, or a view of a map (which cannot be written to). */
export class JavaList {
  constructor(
    readonly items: JavaValue[],
    readonly kind: 'list' | 'array' | 'view' = 'list',
    /** The name of its class in Java. */
    readonly javaClass = kind === 'array' ? '[Ljava.lang.String;' : 'java.util.ArrayList',
  ) {}
}

/** An entry of a map. */
export class JavaEntry {
  constructor(
    readonly key: JavaValue,
    readonly value: JavaValue,
  ) {}
}

/** Something with methods and properties of its own: a tool, a loop's state. */
export class JavaTool {
  constructor(
    readonly name: string,
    /** A property's value, or undefined if it has no such property. */
    readonly property: (name: string, work: Work) => JavaValue | undefined,
    /** A method's result, or undefined if it has no such method for these arguments. */
    readonly method: (name: string, args: readonly JavaValue[], work: Work) => JavaValue | undefined = () => undefined,
    /** What it prints; undefined prints nothing but its name. */
    readonly print?: (work: Work) => string | null,
  ) {}
}

/** A map. Those from JSON are Java's `HashMap`, whose order follows from its keys; those of templates keep theirs. */
export class JavaMap {
  private readonly members = new Map<string, JavaEntry>();
  private inOrder: readonly JavaEntry[] | undefined;

  constructor(
    readonly order: 'hash' | 'given',
    entries: readonly JavaEntry[] = [],
  ) {
    for (const entry of entries) this.members.set(identity(entry.key), entry);
  }

  get size(): number {
    return this.members.size;
  }

  /** The value, `null` for a key whose value is null, undefined if there is no such key. */
  find(key: JavaValue): JavaValue | undefined {
    return this.members.get(identity(key))?.value;
  }

  put(key: JavaValue, value: JavaValue): JavaValue {
    const id = identity(key);
    const before = this.members.get(id);
    this.members.set(id, new JavaEntry(before ? before.key : key, value));
    this.inOrder = undefined;
    return before?.value ?? null;
  }

  remove(key: JavaValue): JavaValue {
    const before = this.find(key) ?? null;
    this.members.delete(identity(key));
    this.inOrder = undefined;
    return before;
  }

  clear(): void {
    this.members.clear();
    this.inOrder = undefined;
  }

  entries(): readonly JavaEntry[] {
    this.inOrder ??=
      this.order === 'given'
        ? [...this.members.values()]
        : hashOrder([...this.members.values()], ({ key }) => hash(key));
    return this.inOrder;
  }
}

/** What makes two keys the same. Texts, which most keys are, stand for themselves; others have a mark no text begins with. */
function identity(key: JavaValue): string {
  if (typeof key === 'string') return key.startsWith(MARK) ? `${MARK}text ${key}` : key;
  if (key instanceof JavaNumber) return `${MARK}${key.type} ${key.text}`;
  if (key instanceof JavaCharacter) return `${MARK}character ${key.text}`;
  if (key === null || typeof key === 'boolean') return `${MARK}${String(key)}`;
  throw new TooMuch('uses a list or a map as a key, which is not supported');
}

const MARK = '\0';

/** `hashCode()` of what can be a key. */
export function hash(value: JavaValue): number {
  if (typeof value === 'string') return textHash(value);
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (value instanceof JavaNumber) return numberHash(value);
  return value instanceof JavaCharacter ? value.text.charCodeAt(0) : 0;
}

/** `hashCode()` of a list, a set, a map or an entry; of anything else as {@link hash}. */
export function hashIn(value: JavaValue, work: Work): number {
  work.step();
  if (value instanceof JavaEntry) return hashIn(value.key, work) ^ hashIn(value.value, work);
  if (value instanceof JavaMap)
    return work.deeper(() => inWork(value, work).reduce((sum, entry) => (sum + hashIn(entry, work)) | 0, 0));
  if (!(value instanceof JavaList)) return hash(value);
  return work.deeper(() =>
    value.kind === 'view'
      ? value.items.reduce<number>((sum, item) => (sum + hashIn(item, work)) | 0, 0)
      : value.items.reduce<number>((code, item) => (Math.imul(31, code) + hashIn(item, work)) | 0, 1),
  );
}

function textHash(text: string): number {
  let code = 0;
  for (let i = 0; i < text.length; i += 1) code = (Math.imul(code, 31) + text.charCodeAt(i)) | 0;
  return code;
}

function numberHash(value: JavaNumber): number {
  if (value.isWhole && value.type !== 'Long' && value.type !== 'BigInteger') return value.int;
  if (value.type === 'BigInteger') return bigHash(value.big);
  if (value.type === 'Float') return new Int32Array(new Float32Array([value.double]).buffer)[0] ?? 0;
  const long = value.isWhole ? value.big : (new BigInt64Array(new Float64Array([value.double]).buffer)[0] ?? 0n);
  return Number(BigInt.asIntN(32, long ^ (long >> 32n)));
}

/** `BigInteger.hashCode()`: over its 32-bit words, the highest first. */
function bigHash(value: bigint): number {
  if (value === 0n) return 0;
  if (value < 0n) return -bigHash(-value) | 0;
  return (Math.imul(31, bigHash(value >> 32n)) + Number(BigInt.asIntN(32, value))) | 0;
}

/** `equals` */
export function isEqual(a: JavaValue, b: JavaValue, work: Work): boolean {
  work.step();
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.length === b.length) work.scan(a.length);
    return a === b;
  }
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof JavaNumber) return b instanceof JavaNumber && a.equals(b);
  if (a instanceof JavaCharacter) return b instanceof JavaCharacter && a.text === b.text;
  if (a instanceof JavaEntry)
    return b instanceof JavaEntry && isEqual(a.key, b.key, work) && isEqual(a.value, b.value, work);
  return work.deeper(() => {
    if (a instanceof JavaList) return b instanceof JavaList && sameItems(a, b, work);
    return a instanceof JavaMap && b instanceof JavaMap && sameMembers(a, b, work);
  });
}

const sameItems = (a: JavaList, b: JavaList, work: Work): boolean =>
  a.kind !== 'array' &&
  a.kind === b.kind &&
  a.items.length === b.items.length &&
  a.items.every((item, i) => isEqual(item, b.items[i] ?? null, work));

const sameMembers = (a: JavaMap, b: JavaMap, work: Work): boolean =>
  a.size === b.size &&
  inWork(a, work).every(({ key, value }) => {
    const other = b.find(key);
    return other !== undefined && isEqual(value, other, work);
  });

/** Maps are put in order when their entries are wanted. */
function inWork(map: JavaMap, work: Work): readonly JavaEntry[] {
  work.step(map.size);
  return map.entries();
}

/** `toString()`; of a block that prints nothing any more, null. */
export function textOf(value: JavaValue, work: Work): string | null {
  work.step();
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'boolean') return String(value);
  if (value instanceof JavaNumber || value instanceof JavaCharacter) return value.text;
  if (value instanceof JavaTool) return value.print ? value.print(work) : value.name;
  return work.text(work.deeper(() => structureText(value, work)));
}

function structureText(value: JavaList | JavaMap | JavaEntry, work: Work): string {
  const inner = (item: JavaValue): string => {
    if (item === value) return value instanceof JavaMap ? '(this Map)' : '(this Collection)';
    return work.text(textOf(item, work) ?? 'null');
  };
  if (value instanceof JavaEntry) return `${inner(value.key)}=${inner(value.value)}`;
  if (value instanceof JavaMap)
    return `{${value
      .entries()
      .map((entry) => `${inner(entry.key)}=${inner(entry.value)}`)
      .join(', ')}}`;
  // What Java prints of an array is its class and an address.
  if (value.kind === 'array') return `${value.javaClass}@1`;
  return `[${value.items.map(inner).join(', ')}]`;
}
