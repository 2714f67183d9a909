import { typeNamed } from '../../src/architect/expressions';
import { parseYaml } from '../../src/architect/yaml/parse';
import { literalProblem } from '../../src/check/literal-forms';

/** What is wrong with `lit: …` where the type of the field is named. */
function problemOf(type: string, text: string): string | undefined {
  const expected = typeNamed(type);
  const { root } = parseYaml(text);
  if (!expected || !root) throw new Error(`no type ${type} or no YAML ${text}`);
  return literalProblem(root, expected);
}

test.each([
  ['string', 'hello'],
  ['string', '5'],
  ['integer', '5'],
  ['decimal', '1.5'],
  ['decimal', '3'],
  ['decimal', '"1.5"'],
  ['boolean', 'true'],
  ['duration', '{ seconds: 5 }'],
  ['duration', '{ days: 1, hours: 2, minutes: 3, ms: 4 }'],
  ['queue', '{ name: Support }'],
  ['user', '{ name: Ann }'],
  ['skill', '{ name: German }'],
  ['languageSkill', '{ name: German }'],
  ['group', '{ name: Team }'],
  ['wrapupCode', '{ name: Done }'],
  ['prompt', '{ name: Prompt.hello }'],
  ['schedule', '{ name: Open }'],
  ['scheduleGroup', '{ name: Hours }'],
  ['emergencyGroup', '{ name: Fire }'],
  ['stringCollection', '[]'],
  ['stringCollection', '[{ lit: a }]'],
  // What nobody has seen in a file is not judged.
  ['dateTime', '5'],
  ['json', '{ a: 1 }'],
])('%s allows %s', (type, text) => expect(problemOf(type, text)).toBeUndefined());

test.each([
  ['string', '{ name: x }', 'a text, as in lit: hello (string)'],
  ['string', 'null', 'a text, as in lit: hello (string)'],
  ['integer', '1.5', 'a whole number, as in lit: 5 (integer)'],
  ['integer', '"5"', 'a whole number, as in lit: 5 (integer)'],
  ['decimal', 'much', 'a number, as in lit: 1.5 (decimal)'],
  ['decimal', '" "', 'a number, as in lit: 1.5 (decimal)'],
  ['decimal', 'true', 'a number, as in lit: 1.5 (decimal)'],
  ['decimal', 'Infinity', 'a number, as in lit: 1.5 (decimal)'],
  ['boolean', '"true"', 'true or false, as in lit: true (boolean)'],
  ['duration', '5', 'parts of a duration, as in lit: {seconds: 5} (duration)'],
  ['duration', '{}', 'parts of a duration, as in lit: {seconds: 5} (duration)'],
  ['duration', '{ seconds: 5, weeks: 1 }', 'parts of a duration, as in lit: {seconds: 5} (duration)'],
  ['duration', '{ seconds: "5" }', 'parts of a duration, as in lit: {seconds: 5} (duration)'],
  ['duration', '{ seconds: [5] }', 'parts of a duration, as in lit: {seconds: 5} (duration)'],
  ['queue', 'Support', 'its name, as in lit: {name: Support} (queue)'],
  ['queue', '{ id: x }', 'its name, as in lit: {name: Support} (queue)'],
  ['queue', '{ name: 5 }', 'its name, as in lit: {name: Support} (queue)'],
  ['queue', '{ name: [Support] }', 'its name, as in lit: {name: Support} (queue)'],
  ['stringCollection', 'a', 'a list of string values, as in lit: []'],
])('%s does not allow %s', (type, text, problem) => expect(problemOf(type, text)).toBe(problem));
