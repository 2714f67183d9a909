/** The type of an expression and what is wrong with it, without running it. */
import { annotate, type AnnotateOptions, type Annotation } from './annotate';
import { type Problem } from './expression-error';
import { castBetween, isAlready } from './root-cast';
import { type Tree } from './tree';
import { typeName, type Type } from './types';

export interface CheckOptions extends AnnotateOptions {
  /** The type the field wants; the whole expression may be converted to it. */
  readonly wanted?: Type | undefined;
}

export interface Checked {
  /** The type of the value: the wanted one if the expression is of it or converted to it. */
  readonly type: Type;
  readonly problems: readonly Problem[];
}

/** Finds all problems at once, ordered by their place in the text. */
export function check(tree: Tree, options: CheckOptions = {}): Checked {
  return checkAnnotation(annotate(tree, options), tree, options.wanted);
}

/** The same for a tree already annotated. */
export function checkAnnotation({ root, problems }: Annotation, tree: Tree, wanted: Type | undefined): Checked {
  const found = [...problems];
  let { type } = root;
  if (wanted !== undefined && root.kind !== 'failing') {
    if (isConvertible(type, wanted)) type = wanted;
    else {
      const message = `the expression is of type ${typeName(type)} where ${typeName(wanted)} is wanted; no conversion exists`;
      found.push({ severity: 'error', message, offset: tree.offset, length: tree.length });
    }
  }
  return { type, problems: found.sort((a, b) => a.offset - b.offset) };
}

/** Whether a value of a type can stand where another is wanted, as it is or by the cast at the root. */
export function isConvertible(from: Type, wanted: Type): boolean {
  return (
    isAlready(from, wanted) || (from.kind === 'any' && !from.collection) || castBetween(from, wanted) !== undefined
  );
}
