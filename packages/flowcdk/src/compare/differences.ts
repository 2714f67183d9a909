import { isBlockOfDefaults, saysNothing } from './known-additions';
import { type Logic, type LogicObject, isLogicObject } from './logic';

/** One place in which two items differ. */
export interface Difference {
  /** `Ask the number / input.noEntryTimeout`: names of actions and containers, then fields. */
  readonly path: string;
  /** Undefined where only the other side has something there. */
  readonly left?: Logic;
  readonly right?: Logic;
}

export interface DifferenceOptions {
  /** Whether fields that only the right side has do not count: the left one says only what it wants. */
  readonly rightMayHaveMore: boolean;
}

/** The path to a place: names first, then fields below the last name. */
interface Path {
  readonly names: readonly string[];
  readonly fields: readonly string[];
}

/** Where two items differ in what they do. */
export function differences(left: Logic, right: Logic, options: DifferenceOptions): readonly Difference[] {
  const all: Difference[] = [];
  compare(
    left,
    right,
    { names: [], fields: [] },
    (path, values) => all.push({ path: pathText(path), ...values }),
    options,
  );
  return all;
}

type Report = (path: Path, values: Pick<Difference, 'left' | 'right'>) => void;

function compare(left: Logic, right: Logic, path: Path, report: Report, options: DifferenceOptions): void {
  if (isLogicObject(left) && isLogicObject(right)) return compareObjects(left, right, path, report, options);
  if (Array.isArray(left) && Array.isArray(right)) {
    return compareLists(left as readonly Logic[], right as readonly Logic[], path, report, options);
  }
  if (!Object.is(left, right)) report(path, { left, right });
}

function compareObjects(
  left: LogicObject,
  right: LogicObject,
  path: Path,
  report: Report,
  options: DifferenceOptions,
): void {
  for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
    const [l, r] = [valueAt(left, key), valueAt(right, key)];
    if (l !== undefined && r !== undefined) {
      const loose = isBlockOfDefaults(key) ? { rightMayHaveMore: true } : options;
      compare(l, r, { ...path, fields: [...path.fields, key] }, report, loose);
      continue;
    }
    const only = l === undefined ? r : l;
    if (only === undefined || isBlockOfDefaults(key) || saysNothing(key, only)) continue;
    if (l === undefined && options.rightMayHaveMore) continue;
    report({ ...path, fields: [...path.fields, key] }, l === undefined ? { right: only } : { left: l });
  }
}

const valueAt = (object: LogicObject, key: string): Logic | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/**
 * Items with a name are compared with those of the same name, so that one action more is one difference. Their order
 * counts; other items are compared by their place.
 */
function compareLists(
  left: readonly Logic[],
  right: readonly Logic[],
  path: Path,
  report: Report,
  options: DifferenceOptions,
): void {
  const [lefts, rights] = [byLabel(left), byLabel(right)];
  if (!lefts || !rights) return compareByPlace(left, right, path, report, options);
  for (const [label, item] of lefts) {
    const other = rights.get(label);
    const inside: Path = { names: [...path.names, label], fields: [] };
    if (other === undefined) report(inside, { left: item });
    else compare(item, other, inside, report, options);
  }
  for (const [label, item] of rights)
    if (!lefts.has(label)) report({ names: [...path.names, label], fields: [] }, { right: item });
  const both = (of: ReadonlyMap<string, Logic>, others: ReadonlyMap<string, Logic>): string[] =>
    [...of.keys()].filter((label) => others.has(label));
  const [order, otherOrder] = [both(lefts, rights), both(rights, lefts)];
  if (order.join('\0') !== otherOrder.join('\0')) {
    report({ ...path, fields: [...path.fields, 'order'] }, { left: order, right: otherOrder });
  }
}

function compareByPlace(
  left: readonly Logic[],
  right: readonly Logic[],
  path: Path,
  report: Report,
  options: DifferenceOptions,
): void {
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [l, r] = [left[i], right[i]];
    const place: Path = { ...path, fields: [...path.fields, String(i)] };
    if (l !== undefined && r !== undefined) compare(l, r, place, report, options);
    else report(place, l === undefined ? { right: r ?? null } : { left: l });
  }
}

/** Items by their labels, repeated ones counted; undefined where an item has none. */
function byLabel(items: readonly Logic[]): ReadonlyMap<string, Logic> | undefined {
  const labels = new Map<string, Logic>();
  for (const item of items) {
    const label = labelOf(item);
    if (label === undefined) return undefined;
    let free = label;
    for (let n = 2; labels.has(free); n++) free = `${label} (${n})`;
    labels.set(free, item);
  }
  return labels;
}

/** The name of an action `{ playAudio: { name } }`, or of an object that has one. */
function labelOf(item: Logic): string | undefined {
  if (!isLogicObject(item)) return typeof item === 'string' ? item : undefined;
  const { name } = item;
  if (typeof name === 'string') return name;
  const [kind, inside, ...more] = [...Object.keys(item), ...Object.values(item)] as [string, Logic, ...Logic[]];
  if (more.length > 0 || !isLogicObject(inside)) return undefined;
  return typeof inside['name'] === 'string' ? inside['name'] : kind;
}

function pathText({ names, fields }: Path): string {
  const field = fields.filter((key) => !structure.has(key)).join('.');
  return [...names, ...(field === '' ? [] : [field])].join(' / ');
}

/** Keys that only hold what the names say already. */
const structure: ReadonlySet<string> = new Set(['actions', 'tasks', 'menus', 'states', 'outputs', 'variables']);
