import type { LoggedEvent } from './events';

/** Characters of one text in the log of a listening org. */
export const LONGEST_TEXT = 16_384;
/** Characters of all texts of one event. */
const LONGEST_EVENT = 65_536;

/** Bytes that a value takes beside the characters of its text (a generous estimate). */
const VALUE = 40;
/** Bytes of a character in memory, at most. */
const CHARACTER = 2;

interface Bounded {
  readonly event: LoggedEvent;
  /** An estimate of the memory that the event takes, not less than it is. */
  readonly bytes: number;
}

/**
 * Cuts what is long in an event, and says in its place how much is missing. What is short stays the same object.
 *
 * An event would otherwise keep the largest values of a flow in memory for as long as the log keeps the event.
 */
export function bounded(event: LoggedEvent): Bounded {
  const bounds = new Bounds();
  const cut = bounds.ofFields(event) as LoggedEvent;
  if (cut !== event) cutEvents.add(cut);
  return { event: cut, bytes: bounds.bytes };
}

const cutEvents = new WeakSet<LoggedEvent>();

/** Whether something is missing in an event. */
export const isCut = (event: LoggedEvent): boolean => cutEvents.has(event);

/** The estimated bytes of a value that is kept in memory. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return VALUE + CHARACTER * value.length;
  if (typeof value !== 'object' || value === null) return VALUE;
  let bytes = VALUE;
  for (const part of Object.values(value as object)) bytes += VALUE + bytesOf(part);
  return bytes;
}

/** What is left of the room for one event. */
class Bounds {
  bytes = VALUE;
  #room = LONGEST_EVENT;

  ofFields(fields: object): object {
    let cut: [string, unknown][] | undefined;
    const entries = Object.entries(fields) as [string, unknown][];
    for (const [i, [name, value]] of entries.entries()) {
      // A field that no room is left for goes with all that follow. The first fields say which event it is.
      if (this.#room <= 0) {
        cut ??= entries.slice(0, i);
        cut.push(['…', `(${count(entries.length - i, 'more field')})`]);
        break;
      }
      this.#take(name.length);
      const bounded = this.#of(value);
      if (bounded !== value) cut ??= entries.slice(0, i);
      cut?.push([name, bounded]);
    }
    return cut ? Object.fromEntries(cut) : fields;
  }

  #of(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'object' && value !== null) {
      this.#take(0);
      return Array.isArray(value) ? this.#list(value) : this.ofFields(value);
    }
    this.#take(1);
    return value;
  }

  #text(text: string): string {
    const most = Math.min(LONGEST_TEXT, Math.max(this.#room, 0));
    if (text.length <= most) {
      this.#take(text.length);
      return text;
    }
    this.#take(most);
    return `${copyOf(beginningOf(text, most))}… (${count(text.length - most, 'more character')})`;
  }

  #list(list: readonly unknown[]): readonly unknown[] {
    let cut: unknown[] | undefined;
    for (const [i, item] of list.entries()) {
      if (this.#room <= 0) return [...(cut ?? list.slice(0, i)), `… (${count(list.length - i, 'more item')})`];
      const bounded = this.#of(item);
      if (bounded !== item) cut ??= list.slice(0, i);
      cut?.push(bounded);
    }
    return cut ?? list;
  }

  #take(characters: number): void {
    this.#room -= characters + 1;
    this.bytes += VALUE + CHARACTER * characters;
  }
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** The first characters of a text, without half of a character that takes two. */
const beginningOf = (text: string, length: number): string =>
  text.slice(0, isFirstHalf(text.charCodeAt(length - 1)) ? length - 1 : length);

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** A part of a text keeps the whole text in memory. A copy does not. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
