import { check, type CheckOptions } from '../../src/check/check';
import { readFile } from '../../src/check/project';
import { fromSettings } from '../../src/check/severities';
import { rules } from '../../src/check/rules';
import type { Finding } from '../../src/ground/finding';
import { wrapped } from './private/wrapped';

const always = (comment = '') =>
  wrapped(`- decision:
    name: Always?
    condition:
      ${comment}
      exp: "true"`);

const findingsIn = (text: string, options: CheckOptions = {}): readonly Finding[] =>
  check(
    { files: [readFile('flow.yaml', text)], definitions: [] },
    {
      ...options,
      rules: rules.filter(({ name }) => ['constant-condition', 'wait-too-long', 'silencing'].includes(name)),
    },
  );
const namesIn = (text: string, options: CheckOptions = {}): readonly string[] =>
  findingsIn(text, options).map(({ rule, severity }) => `${severity} ${rule}`);
const messagesIn = (text: string): readonly string[] => findingsIn(text).map(({ message }) => message);

test('a rule is as important as it says, or as it is told', () => {
  expect(namesIn(always())).toEqual(['warning constant-condition']);
  expect(namesIn(always(), { severities: { 'constant-condition': 'error' } })).toEqual(['error constant-condition']);
  expect(namesIn(always(), { severities: { 'constant-condition': 'off' } })).toEqual([]);
});

describe('a comment on the line before', () => {
  test('silences with a reason', () => {
    expect(namesIn(always('# flowcdk-disable-next-line constant-condition -- switched by hand'))).toEqual([]);
  });

  test('does not without one, and says so', () => {
    expect(namesIn(always('# flowcdk-disable-next-line constant-condition'))).toEqual([
      'warning silencing',
      'warning constant-condition',
    ]);
  });

  test.each([
    ['a reason of blanks', 'constant-condition --  ', 'silenced without a reason'],
    ['no rule', '-- by hand', 'flowcdk-disable-next-line names no rule'],
    ['no rule, and no blank', '-- by hand', 'flowcdk-disable-next-line names no rule'],
    ['a rule that does not exist', 'constant-conditon -- by hand', 'there is no rule constant-conditon'],
    ['a rule that finds nothing there', 'wait-too-long, silencing -- by hand', 'there is nothing to silence here'],
  ])('does not with %s', (what, directive, message) => {
    const mark = `# flowcdk-disable-next-line${what.includes('no blank') ? '' : ' '}`;
    expect(messagesIn(always(mark + directive))).toEqual([message, 'the condition is always true']);
  });

  test('needs a reason of one letter at least', () => {
    expect(namesIn(always('# flowcdk-disable-next-line constant-condition --x'))).toEqual([]);
  });

  test('may be about several rules, of which some are off', () => {
    const text = always('# flowcdk-disable-next-line constant-condition, wait-too-long -- by hand');
    expect(namesIn(text)).toEqual([]);
    expect(namesIn(text, { severities: { 'constant-condition': 'off' } })).toEqual(['warning silencing']);
  });

  test('of a name that nobody knows is told what may be meant, or where all names are', () => {
    const helpOf = (name: string): readonly (string | undefined)[] =>
      findingsIn(always(`# flowcdk-disable-next-line ${name} -- by hand`)).flatMap(({ rule, help }) =>
        rule === 'silencing' ? [help] : [],
      );
    expect(helpOf('constant-conditon')).toEqual(['Did you mean constant-condition?']);
    expect(helpOf('qqqqqqqq')).toEqual(['docs/rules lists them all.']);
  });

  test('without a reason is told how to write one', () => {
    const [finding] = findingsIn(always('# flowcdk-disable-next-line constant-condition, wait-too-long'));
    expect(finding?.help).toBe(
      'Write why behind two dashes: # flowcdk-disable-next-line constant-condition -- reason.',
    );
  });

  test('that stands at the end of a file silences nothing', () => {
    expect(messagesIn(`${always()}# flowcdk-disable-next-line constant-condition -- by hand`)).toEqual([
      'the condition is always true',
      'there is nothing to silence here',
    ]);
  });

  test('may stand above another comment', () => {
    expect(
      namesIn(always('# flowcdk-disable-next-line constant-condition -- by hand\n\n          # see the page\n')),
    ).toEqual([]);
  });

  test('need not be there for a rule that is off', () => {
    const text = always('# flowcdk-disable-next-line constant-condition -- by hand');

    expect(namesIn(text, { severities: { 'constant-condition': 'off' } })).toEqual([]);
  });
});

describe('a path in the settings', () => {
  const silenced = (path: string, reason = 'switched by hand') => [{ rule: 'constant-condition', path, reason }];

  test.each([
    'Example / Start / Always?',
    'Example / * / Always?',
    '*',
    'Example*',
    '*Always?',
    '*Example*',
    '* / Start / *',
    '*Start* / *',
    'Example*/*/*',
    'Example / Start*Always?',
    'Example / Start / *Always?',
    'Example / Start / Always?*',
  ])('silences %s', (path) => {
    expect(namesIn(always(), { silenced: silenced(path) })).toEqual([]);
  });

  test.each([
    'Example',
    'Always?',
    'example / *',
    '*Example',
    'Example / * / Start / Always?',
    '* / Start / Start / *',
    '*Always?*Start*',
    '*Start*Start*',
    'Example / Start / Always*s?',
    'Example*/*/*/*',
  ])('does not fit %s', (path) => {
    expect(namesIn(always(), { silenced: silenced(path) })).toEqual([
      'warning constant-condition',
      'warning silencing',
    ]);
  });

  test('needs a reason', () => {
    expect(namesIn(always(), { silenced: silenced('*', ' ') })).toContain('warning constant-condition');
  });
});

describe('the settings', () => {
  test('say how much rules matter', () => {
    const check = { 'constant-condition': 'off', 'unknown-action': 'warn', 'no-failure-path': 'error' } as const;

    expect(fromSettings({ check }, rules)).toMatchObject({
      severities: { 'constant-condition': 'off', 'unknown-action': 'warning', 'no-failure-path': 'error' },
      findings: [],
    });
  });

  test('how long a caller may hear nothing is a setting', () => {
    const { rules: adjusted = [] } = fromSettings({ longestSilence: 8 }, rules);

    expect(adjusted.map(({ name }) => name)).toEqual(rules.map(({ name }) => name));
    expect(adjusted.filter((rule) => !rules.includes(rule)).map(({ name }) => name)).toEqual(['long-silence']);
  });

  test('are told of a rule that does not exist', () => {
    const { findings } = fromSettings(
      { check: { 'constant-conditon': 'off' }, silenced: [{ rule: 'nothing-at-all', path: '*', reason: 'x' }] },
      rules,
    );

    expect(findings).toMatchObject([
      { path: 'check.constant-conditon', help: 'Did you mean constant-condition?' },
      { path: 'silenced[0].rule' },
    ]);
  });
});
