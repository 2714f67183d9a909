/** Runs a tree once. For many runs, keep the program of {@link compile}. */
import { type CheckOptions } from './check';
import { compile, type Program } from './compile';
import { type Environment } from './environment';
import { type Tree } from './tree';
import { type Value } from './values';

const programs = new WeakMap<Tree, Program>();

/**
 * The value of an expression. Throws an {@link ExpressionError} of phase `evaluate`. Without types for the variables,
 * the values choose the overloads.
 */
export function evaluate(tree: Tree, environment: Environment, options?: CheckOptions): Value {
  if (options !== undefined) return compile(tree, options).run(environment);
  let program = programs.get(tree);
  if (program === undefined) {
    program = compile(tree);
    programs.set(tree, program);
  }
  return program.run(environment);
}
