/** Determines the type and the problems of an expression without running it. */
import { annotate, type AnnotateOptions, type Annotation } from './annotate';
import { type Problem } from './expression-error';
import { castBetween, isAlready } from './root-cast';
import { type Tree } from './tree';
import { typeName, type Type } from './types';

export interface CheckOptions extends AnnotateOptions {
  /** The type of the field. The whole expression may be converted to it. */
  readonly expected?: Type | undefined;
}

export interface Checked {
  /** The type of the value: the expected type, where the expression has it or is converted to it. */
  readonly type: Type;
  readonly problems: readonly Problem[];
}

/** Finds all problems at once, ordered by their place in the text. */
export function check(tree: Tree, options: CheckOptions = {}): Checked {
  return checkAnnotation(annotate(tree, options), tree, options.expected);
}

/** The same for an annotated tree. */
export function checkAnnotation({ root, problems }: Annotation, tree: Tree, expected: Type | undefined): Checked {
  const all = [...problems];
  let { type } = root;
  if (expected !== undefined && root.kind !== 'failing') {
    if (isConvertible(type, expected)) type = expected;
    else {
      const message = `the expression is of type ${typeName(type)} where ${typeName(expected)} is wanted; no conversion exists`;
      all.push({ severity: 'error', message, offset: tree.offset, length: tree.length });
    }
  }
  return { type, problems: all.sort((a, b) => a.offset - b.offset) };
}

/** Whether a value of a type fits a field of another type, as it is or by the cast at the root. */
export function isConvertible(from: Type, expected: Type): boolean {
  return (
    isAlready(from, expected) || (from.kind === 'any' && !from.collection) || castBetween(from, expected) !== undefined
  );
}
