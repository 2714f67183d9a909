import type { YamlData } from '../architect/yaml/node';
import type { LayeredSettings } from './layers';
import { givenTwice } from './messages';
import type { Path, SettingPlace } from './problem';

/**
 * A value as the files have it, with the overlay laid over. It may be anything that YAML can hold, because checks also
 * run when its form is wrong.
 */
export type WrittenValue = YamlData;

/** A setting and its place. */
export interface WrittenSetting<T = WrittenValue> {
  readonly path: Path;
  readonly value: T;
}

/** Settings that contradict each other. */
export interface CheckProblem {
  /** Which setting: `supportLine.openingHours.to`, or its keys and indices. */
  readonly path: string | Path;
  /** What is wrong, with the value: "the line closes at 08:30 and opens at 18:00 only". */
  readonly message: string;
  /** What is allowed and what to do. */
  readonly help: string;
  /** Whether the name of the setting is wrong, not its value. The finding then points at the name. @default false */
  readonly onKey?: boolean | undefined;
  /** A stable code in kebab-case. @default 'settings-value' */
  readonly rule?: string | undefined;
}

/**
 * A condition between settings that a schema cannot express: names that match, an order of numbers.
 *
 * A check ignores values of the wrong form. So it can run although other settings are wrong, and all findings come at
 * once.
 *
 * ```ts
 * const laterThanOpening: SettingsCheck = function* (settings) {
 *   const [from, to] = [settings.at('hours.from'), settings.at('hours.to')];
 *   if (typeof from === 'string' && typeof to === 'string' && to <= from) {
 *     yield { path: 'hours.to', message: `the shop closes at ${to}`, help: 'It has to close later than it opens.' };
 *   }
 * };
 * ```
 */
export type SettingsCheck = (settings: WrittenSettings) => Iterable<CheckProblem>;

/**
 * The settings as the files say them, with defaults filled in. Paths are written with dots, `hours.from`, or as a list
 * of keys and indices. In a pattern `*` stands for each entry of a list or block: `supportLine.queues.*.name`.
 */
export interface WrittenSettings {
  /** What stands at the path, if anything does. */
  readonly at: (path: string | Path) => WrittenValue | undefined;
  /** The block at the path, or an empty block where there is none. */
  readonly block: (path: string | Path) => WrittenBlock;
  /** Everything at the places of a pattern, in the order of the text. */
  readonly select: (pattern: string | Path) => readonly WrittenSetting[];
  /** The texts among what `select` finds. */
  readonly texts: (pattern: string | Path) => readonly WrittenSetting<string>[];
  /** The path in words and its line, to name another setting in a message. */
  readonly placeOf: (path: string | Path) => SettingPlace;
  /** The name of the overlay in a sentence: its file name, or the pattern of such names where there is no overlay. */
  readonly overlay: string;
}

/** What checks see of settings that were read. */
export function writtenSettings(data: WrittenValue, layers: LayeredSettings, overlay: string): WrittenSettings {
  const at = (path: string | Path) => pathOf(path).reduce<WrittenValue | undefined>(child, data);
  const select = (pattern: string | Path) => selected(data, pathOf(pattern), []);
  return {
    at,
    block: (path) => {
      const value = at(path);
      return isBlock(value) ? value : {};
    },
    select,
    texts: (pattern) =>
      select(pattern).filter((setting): setting is WrittenSetting<string> => typeof setting.value === 'string'),
    placeOf: (path) => layers.place(pathOf(path)),
    overlay,
  };
}

/** A block of settings as the files say it, by the names of its settings. */
export type WrittenBlock = { readonly [name: string]: WrittenValue };

/**
 * True for a block of settings: neither a list nor a single value.
 *
 * @example
 * ```ts
 * const check: SettingsCheck = function* (settings) {
 *   const desk = settings.at('desks.north');
 *   if (isBlock(desk) && desk.voice === undefined) {
 *     yield { path: 'desks.north', message: 'the desk has no voice', help: 'Give it one.' };
 *   }
 * };
 * ```
 */
export function isBlock(value: WrittenValue | undefined): value is { [name: string]: WrittenValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Refuses a text that occurs twice at the pattern, in whatever case.
 *
 * @example
 * ```ts
 * unique('queue', 'supportLine.queues.*.name')
 * ```
 *
 * @param what what the text is, in the words of the administrator
 */
export const unique = (what: string, pattern: string | Path): SettingsCheck =>
  function* uniqueTexts(settings) {
    const firsts = new Map<string, Path>();
    for (const { path, value } of settings.texts(pattern)) {
      const first = firsts.get(value.toLowerCase());
      if (first === undefined) firsts.set(value.toLowerCase(), path);
      else yield { path, ...givenTwice(what, value, settings.placeOf(first)) };
    }
  };

export const pathOf = (path: string | Path): Path => (typeof path === 'string' ? path.split('.') : path);

function child(value: WrittenValue | undefined, step: string | number): WrittenValue | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return isBlock(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function selected(value: WrittenValue | undefined, [step, ...further]: Path, path: Path): readonly WrittenSetting[] {
  if (value === undefined) return [];
  if (step === undefined) return [{ path, value }];
  if (step !== '*') return selected(child(value, step), further, [...path, step]);
  if (Array.isArray(value)) return value.flatMap((item, index) => selected(item, further, [...path, index]));
  if (!isBlock(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => selected(item, further, [...path, name]));
}
