import { isConvertible, typeName } from '../../architect/expressions';
import type { Rule } from '../rule';
import { tellAbout } from '../type-problems';
import { expectedType } from '../expected-types';
import { yamlOf } from '../yaml-of';

/**
 * Architect converts nothing inside an expression; it casts only the whole to the type of the field: `"tries: " + 3` is
 * refused, and so is a queue where a duration is wanted.
 */
export const expressionType: Rule = {
  name: 'expression-type',
  family: 'expressions',
  severity: 'error',
  protectsFrom: 'operands, arguments and results of a type that does not fit',
  start: (report, project) => {
    const inside = tellAbout(
      'type',
      report,
      'Convert it: ToString(…), ToInt(…), ToDecimal(…), ToBool(…) and the like.',
    );
    return {
      expression: (expression, place) => {
        inside.expression(expression, place);
        const { node, leaf, read } = expression;
        // The expression of a prompt gives the prompt's name, whatever type the field has.
        const expected = leaf.value === node ? expectedType(leaf, place, project) : undefined;
        if (!read.root || !expected || read.root.kind === 'failing' || isConvertible(read.root.type, expected)) return;
        report({
          message: `the expression gives ${typeName(read.root.type)}, but ${typeName(expected)} is wanted`,
          help: 'Architect does not convert the one to the other.',
          file: place.file,
          path: place.path,
          yaml: yamlOf(node),
        });
      },
    };
  },
};
