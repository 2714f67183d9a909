import {
  and,
  asString,
  boolean,
  concat,
  containsText,
  differs,
  endWorkflow,
  decision,
  equals,
  exp,
  type Expression,
  hasText,
  ifElse,
  integer,
  type Integer,
  isGreater,
  isLess,
  isNotSetOrEmpty,
  isSet,
  list,
  lowerCase,
  minus,
  not,
  or,
  plus,
  set,
  string,
  updateData,
  workflow,
} from 'flowcdk';
import { evaluateText, parse, print } from '../../src/architect/expressions';
import { variable } from '../../src/architect/values';

const name = variable('Flow', 'name', string());
const tries = variable('Flow', 'tries', integer());
const known = variable('Flow', 'known', boolean());

describe('a function gives the same tree as its text', () => {
  test.each<[string, Expression<unknown>, string]>([
    ['isSet', isSet(name), 'IsSet(Flow.name)'],
    ['isNotSetOrEmpty', isNotSetOrEmpty(name), 'IsNotSetOrEmpty(Flow.name)'],
    ['hasText', hasText(name), '!IsNotSetOrEmpty(Flow.name)'],
    ['not of hasText', not(hasText(name)), '!!IsNotSetOrEmpty(Flow.name)'],
    ['hasText compared', equals(hasText(name), true), '!IsNotSetOrEmpty(Flow.name) == true'],
    ['equals a text', equals(name, 'Ada'), 'Flow.name == "Ada"'],
    ['equals a variable', equals(name, name), 'Flow.name == Flow.name'],
    ['differs', differs(tries, 3), 'Flow.tries != 3'],
    ['isGreater', isGreater(tries, 3), 'Flow.tries > 3'],
    ['isLess', isLess(tries, 3), 'Flow.tries < 3'],
    ['and', and(known, isSet(name), isGreater(tries, 1)), 'Flow.known and IsSet(Flow.name) and Flow.tries > 1'],
    ['or inside and', and(known, or(known, isSet(name))), 'Flow.known and (Flow.known or IsSet(Flow.name))'],
    ['not of a call', not(isSet(name)), '!IsSet(Flow.name)'],
    ['not of a comparison', not(equals(name, 'x')), '!(Flow.name == "x")'],
    ['concat with quotes', concat('say "', name, '"'), 'Append("say \\"", Flow.name, "\\"")'],
    ['ifElse', ifElse(known, name, 'nobody'), 'If(Flow.known, Flow.name, "nobody")'],
    ['plus', plus(tries, 1), 'Flow.tries + 1'],
    ['minus of a sum', minus(plus(tries, 1), 2), 'Flow.tries + 1 - 2'],
    ['asString', asString(tries), 'ToString(Flow.tries)'],
    ['containsText', containsText(name, 'a'), 'Contains(Flow.name, "a")'],
    ['lowerCase', lowerCase(name), 'Lower(Flow.name)'],
  ])('%s', (_, expression, text) => {
    expect(print(parse(expression.text))).toBe(text);
  });
});

describe('exp', () => {
  test.each<[string, Expression<unknown>, string]>([
    ['puts variables in by name', exp`Length(${name}) > 3`, 'Length(Flow.name) > 3'],
    ['puts texts in as literals, quotes and all', exp`${name} == ${'say "hi"\n'}`, 'Flow.name == "say \\"hi\\"\\n"'],
    ['puts numbers and booleans in', exp`If(${true}, ${1}, ${2})`, 'If(true, 1, 2)'],
    ['keeps an expression together', exp`!${exp`${known} or ${known}`}`, '!(Flow.known or Flow.known)'],
    ['leaves a single call as it is', exp`${isSet(name)} and ${known}`, 'IsSet(Flow.name) and Flow.known'],
    [
      'leaves a call in a call as it is',
      exp`${exp`Lower(Trim(${name}))`} == ${'ada'}`,
      'Lower(Trim(Flow.name)) == "ada"',
    ],
    [
      'takes a property of a call',
      exp`${exp`ToPhoneNumber(Trim(${name}))`}.e164`,
      'ToPhoneNumber(Trim(Flow.name)).e164',
    ],
    [
      'knows a parenthesis in a text',
      exp`!${exp`Contains(${name}, "(") or ${known}`}`,
      '!(Contains(Flow.name, "(") or Flow.known)',
    ],
    ['knows two texts from one', exp`!${exp`"a" == "b"`}`, '!("a" == "b")'],
    ['leaves its opposite as it is', exp`${hasText(name)} and ${known}`, '!IsNotSetOrEmpty(Flow.name) and Flow.known'],
  ])('%s', (_, expression, text) => {
    expect(expression.text).toBe(text);
  });
});

describe('hasText', () => {
  test.each<[string, string, string]>([
    ['a text', 'STRING:Ada', 'true'],
    ['blanks', 'STRING: ', 'true'],
    ['an empty text', 'STRING:', 'false'],
    ['NOT_SET', 'STRING:NOT_SET', 'false'],
  ])('%s', (_, value, expected) => {
    expect(evaluateText(hasText(name).text, { 'Flow.name': value })).toMatchObject({ value: expected });
  });

  test('takes texts only', () => {
    // @ts-expect-error a number has no text
    hasText(tries);
    // @ts-expect-error a collection is no text
    hasText(variable('Flow', 'names', list(string())));

    expect(hasText(name).text).toBe('!IsNotSetOrEmpty(Flow.name)');
  });
});

describe('an expression is checked where it is written', () => {
  const flowWith = (condition: Expression<boolean>) =>
    workflow({
      name: 'flow',
      variables: { name: string(), tries: integer() },
      actions: () => [decision('Ask', condition, { yes: [endWorkflow()] }), endWorkflow()],
    });

  test.each<[string, Expression<boolean>, RegExp]>([
    ['syntax', exp<boolean>`Length(${name} > 3`, /expected/],
    ['types of operands', exp<boolean>`${name} > 3`, /">" does not take \(string, integer\)/],
    ['the type the field wants', exp<boolean>`MakeList(${tries})`, /boolean/],
    ['variables nobody declared', exp<boolean>`IsSet(Flow.nmae)`, /Flow\.nmae/],
  ])('%s', (_, condition, message) => {
    const [finding] = flowWith(condition).problems;

    expect(finding).toMatchObject({ rule: 'expression', severity: 'error', path: 'flow / Initial State / Ask' });
    expect(finding?.message).toMatch(message);
    expect(finding?.at?.file).toMatch(/expression-functions\.test\.ts$/);
  });

  test('a function Flowcdk does not know may be newer than it: a warning', () => {
    expect(flowWith(exp<boolean>`Brandnew(${name})`).problems).toMatchObject([{ severity: 'warning' }]);
  });

  test('what a field cannot hold does not compile', () => {
    // @ts-expect-error a decision wants a boolean
    decision('Ask', exp<string>`${name}`, {});
    // @ts-expect-error the variable is a number
    updateData('Set', [set(tries, 'three')]);
    // @ts-expect-error a text is no number
    updateData('Set', [set(tries, exp<string>`${name}`)]);

    expect(updateData('Set', [set(tries, exp<Integer>`${tries} + 1`)]).statements).toHaveLength(1);
  });
});
