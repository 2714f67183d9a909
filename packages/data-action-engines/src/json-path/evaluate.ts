import { JavaList, JavaMap, type JavaValue } from '../java/value';
import { TooMuch, Work } from '../java/work';
import type { PathContext } from './context';
import { meets } from './filter';
import { callFunction } from './functions';
import { invalid, notFound, PathError } from './path-error';
import { type JsonPath, type Step } from './tree';

/** What a path finds. */
export interface PathResult {
  /** Always a list for an indefinite path. */
  readonly value: JavaValue;
  readonly definite: boolean;
}

/**
 * What a path finds in a document, as Jayway's JsonPath finds it. Throws a {@link PathError}: where a definite path finds
 * nothing, where a step does not fit what is there, or when it takes too much. Time is bounded whatever the path.
 */
export function evaluateJsonPath(path: JsonPath, document: JavaValue, work = new Work()): PathResult {
  try {
    return { value: find(path, document, { root: document, work, find }), definite: path.definite };
  } catch (problem) {
    if (problem instanceof TooMuch) throw new PathError('PathTooCostly', `the path ${problem.message}`);
    throw problem;
  }
}

/** The value of a path, a list if it is indefinite. */
function find(path: JsonPath, start: JavaValue, context: PathContext): JavaValue {
  const results: JavaValue[] = [];
  const walk = new Walk(path.steps, context, results);
  walk.from(0, path.fromRoot ? context.root : start);
  const isList = !path.steps.every(definite);
  if (!isList && results.length === 0) throw notFound('the path finds nothing');
  const value = isList ? new JavaList(results) : (results[0] ?? null);
  return path.call ? callFunction(path.call, value, start, context) : value;
}

class Walk {
  constructor(
    private readonly steps: readonly Step[],
    private readonly context: PathContext,
    private readonly results: JavaValue[],
  ) {}

  /** Follows the steps, from a start on. */
  from(at: number, value: JavaValue): void {
    this.context.work.step();
    const step = this.steps[at];
    if (!step) {
      this.results.push(value);
      return;
    }
    this.context.work.down();
    try {
      this.step(step, at, value);
    } finally {
      this.context.work.up();
    }
  }

  private step(step: Step, at: number, value: JavaValue): void {
    switch (step.kind) {
      case 'names':
        return this.names(step.names, at, value);
      case 'indexes':
        return this.indexes(step.indexes, at, value);
      case 'fromEnd':
        return this.index(listAt(value).items.length - step.offset, at, listAt(value), false);
      case 'slice':
        return this.slice(step, at, value);
      case 'wildcard':
        return this.wildcard(at, value);
      case 'filter':
        return this.filter(step, at, value);
      case 'scan':
        return this.scan(at, value);
    }
  }

  private isLast(at: number): boolean {
    return at === this.steps.length - 1;
  }

  private names(names: readonly string[], at: number, value: JavaValue): void {
    if (!(value instanceof JavaMap)) throw notFound(`there is no property ${quoted(names)}: its owner is no object`);
    const [name = ''] = names;
    if (names.length > 1) {
      if (!this.isLast(at)) throw invalid('several names can only stand at the end of a path');
      const part = new JavaMap('given');
      for (const each of names) {
        const member = value.find(each);
        if (member !== undefined) part.put(each, member);
      }
      return this.from(at + 1, part);
    }
    const member = value.find(name);
    if (member !== undefined) return this.from(at + 1, member);
    // Behind a filter, a slice or the like an item without the property is skipped, except at the end of the path.
    if (this.isLast(at) || this.isDefiniteUpTo(at)) throw notFound(`there is no property ${quoted(names)}`);
  }

  /**
   * Whether every step up to this one is definite. From the third step on the engine looks at the whole path, because
   * it asks the previous step, which looks ahead.
   */
  private isDefiniteUpTo(at: number): boolean {
    return this.steps.slice(Math.max(0, at - 1)).every(definite);
  }

  private indexes(indexes: readonly number[], at: number, value: JavaValue): void {
    const list = listAt(value);
    for (const index of indexes) this.index(index, at, list, true);
  }

  private index(index: number, at: number, list: JavaList, fromEnd: boolean): void {
    const place = index < 0 && fromEnd ? list.items.length + index : index;
    if (place < 0 || place >= list.items.length)
      throw notFound(`there is no item ${index} in a list of ${list.items.length}`);
    this.from(at + 1, list.items[place] ?? null);
  }

  private slice({ from, to }: Extract<Step, { kind: 'slice' }>, at: number, value: JavaValue): void {
    const list = listAt(value);
    const { length } = list.items;
    const [first, end] =
      from === undefined
        ? [0, Math.min(length, fromEndOf(length, to ?? length))]
        : to === undefined
          ? [Math.max(0, fromEndOf(length, from)), length]
          : [from, Math.min(length, to)];
    if (length === 0) return;
    for (let i = first; i < end; i += 1) this.index(i, at, list, true);
  }

  private wildcard(at: number, value: JavaValue): void {
    if (value instanceof JavaMap) for (const entry of value.entries()) this.from(at + 1, entry.value);
    if (!(value instanceof JavaList)) return;
    for (const item of value.items) {
      try {
        this.from(at + 1, item);
      } catch (problem) {
        if (!(problem instanceof PathError && problem.kind === 'PathNotFoundException')) throw problem;
      }
    }
  }

  private filter(step: Extract<Step, { kind: 'filter' }>, at: number, value: JavaValue): void {
    if (value instanceof JavaMap) {
      if (meets(step.condition, value, this.context)) this.from(at + 1, value);
      return;
    }
    if (!(value instanceof JavaList)) throw invalid('a filter is applied to something that is neither list nor object');
    for (const item of value.items) if (meets(step.condition, item, this.context)) this.from(at + 1, item);
  }

  /** `..`: the next step is tried at every object and list below. */
  private scan(at: number, value: JavaValue): void {
    const next = this.steps[at + 1];
    if (!next) throw invalid('a path cannot end with ..');
    this.scanFrom(next, at + 1, value);
  }

  private scanFrom(next: Step, at: number, value: JavaValue): void {
    if (!(value instanceof JavaMap) && !(value instanceof JavaList)) return;
    this.context.work.step();
    if (this.suits(next, value)) {
      if (value instanceof JavaMap || this.isLast(at)) this.step(next, at, value);
      else for (const item of value.items) this.from(at + 1, item);
    }
    const inner = value instanceof JavaMap ? value.entries().map((entry) => entry.value) : value.items;
    this.context.work.deeper(() => inner.forEach((item) => this.scanFrom(next, at, item)));
  }

  private suits(step: Step, value: JavaMap | JavaList): boolean {
    if (step.kind === 'names')
      return value instanceof JavaMap && step.names.every((name) => value.find(name) !== undefined);
    if (step.kind === 'filter') return meets(step.condition, value, this.context);
    return step.kind === 'wildcard' || value instanceof JavaList;
  }
}

const definite = (step: Step): boolean =>
  step.kind === 'names' || step.kind === 'fromEnd' || (step.kind === 'indexes' && step.indexes.length === 1);

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

const fromEndOf = (length: number, index: number): number => (index < 0 ? length + index : index);

function listAt(value: JavaValue): JavaList {
  if (value instanceof JavaList) return value;
  if (value === null) throw notFound('an index is applied to null');
  throw invalid('an index is applied to something that is no list');
}
