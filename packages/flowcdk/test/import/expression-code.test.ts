import { evaluateCode } from '../../src/import/evaluate-code';
import { expressionCode, type ExpressionScope } from '../../src/import/expression-code';
import { language } from '../../src/import/language';
import { CodePrinter } from '../../src/import/print-code';
import { name, property } from '../../src/import/code';
import type { VariableType } from '../../src/import/variable-types';
import { asExpression, type Readable, variable } from '../../src/architect/values';
import type { Type } from '../../src/architect/types';

const types: Readonly<Record<string, VariableType>> = {
  text: { kind: 'string', collection: false },
  tries: { kind: 'integer', collection: false },
  price: { kind: 'decimal', collection: false },
  known: { kind: 'boolean', collection: false },
  names: { kind: 'string', collection: true },
};

const flow = Object.fromEntries(
  Object.entries(types).map(([of, type]) => [of, variable('Flow', of, type as Type<unknown>)]),
);
const names = new Map<string, unknown>([...Object.entries(language), ['flow', flow]]);

const scope: ExpressionScope = {
  variable: (full) => {
    const of = full.startsWith('Flow.') ? full.slice('Flow.'.length) : '';
    const type = Object.hasOwn(types, of) ? types[of] : undefined;
    return type && { code: property(name('flow'), of), type };
  },
  evaluate: (code) => evaluateCode(code, names),
};

/** Expressions, the TypeScript types that their fields take, and their code. */
const expressions: readonly (readonly [text: string, type: string | undefined, code: string])[] = [
  // A variable is itself, but only under its own type.
  ['Flow.text', 'string', 'flow.text'],
  ['Flow.tries', 'string', 'exp<string>`${flow.tries}`'],
  ['Flow.Text', 'string', 'exp<string>`Flow.Text`'],
  ['Call.Ani', 'string', "builtIn('Call.Ani')"],
  ['Call.Other', 'string', 'exp<string>`Call.Other`'],
  // Helpers stand where they give the same text.
  ['IsSet(Flow.names)', 'boolean', 'isSet(flow.names)'],
  ['IsNotSetOrEmpty(Flow.text)', 'boolean', 'isNotSetOrEmpty(flow.text)'],
  ['!IsNotSetOrEmpty(Flow.text)', 'boolean', 'hasText(flow.text)'],
  ['!Flow.known', 'boolean', 'not(flow.known)'],
  ['Flow.text == "yes"', 'boolean', "equals(flow.text, 'yes')"],
  ['Flow.tries != 3', 'boolean', 'differs(flow.tries, 3)'],
  ['Flow.tries > 3', 'boolean', 'isGreater(flow.tries, 3)'],
  ['Flow.tries < 3', 'boolean', 'isLess(flow.tries, 3)'],
  ['Flow.tries + 1', 'Integer', 'plus(flow.tries, 1)'],
  ['Flow.tries - 1', 'Integer', 'minus(flow.tries, 1)'],
  ['Flow.known and IsSet(Flow.text)', 'boolean', 'and(flow.known, isSet(flow.text))'],
  ['Flow.known or IsSet(Flow.text)', 'boolean', 'or(flow.known, isSet(flow.text))'],
  ['If(Flow.known, Flow.text, "none")', 'string', "ifElse(flow.known, flow.text, 'none')"],
  ['Append("Dear ", Flow.text)', 'string', "concat('Dear ', flow.text)"],
  ['ToString(Flow.tries)', 'string', 'asString(flow.tries)'],
  ['Contains(Flow.text, "@")', 'boolean', "containsText(flow.text, '@')"],
  ['Lower(Flow.text)', 'string', 'lowerCase(flow.text)'],
  // Where spaces, cases or types are others, the text is kept.
  ['Flow.tries+1', 'Integer', 'exp<Integer>`${flow.tries}+1`'],
  ['isset(Flow.text)', 'boolean', 'exp<boolean>`isset(${flow.text})`'],
  ['Flow.price > 3', 'boolean', 'exp<boolean>`${flow.price} > 3`'],
  ['Flow.known AND IsSet(Flow.text)', 'boolean', 'exp<boolean>`${flow.known} AND IsSet(${flow.text})`'],
  ['If(Flow.known, "a", "b")', 'string', 'exp<string>`If(${flow.known}, "a", "b")`'],
  ['Length(Flow.text) > 3', 'boolean', 'exp<boolean>`Length(${flow.text}) > 3`'],
  // The expression says its type where the field does not.
  ['Length(Flow.text)', undefined, 'exp<Integer>`Length(${flow.text})`'],
  ['1 +', undefined, 'exp<unknown>`1 +`'],
  // Names in texts are texts, and whatever TypeScript would read in a template is not.
  ['"Flow.text"', 'string', 'exp<string>`"Flow.text"`'],
  ['"`${x}` \\\\"', 'string', 'exp<string>`"\\`\\${x}\\` \\\\\\\\"`'],
  ['a.Flow.text', 'string', 'exp<string>`a.Flow.text`'],
  ['"{{x}}" + Flow.text', 'string', 'rawValue<string>({exp: \'"{{x}}" + Flow.text\',})'],
];

test.each(expressions)('%s as %s', (text, type, code) => {
  const result = expressionCode(text, type, scope);

  expect(new CodePrinter().print(result)).toBe(code);
  if (!text.includes('{{')) expect(asExpression(scope.evaluate(result) as Readable<unknown>).text).toBe(text);
});
