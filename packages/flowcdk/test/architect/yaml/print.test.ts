import { mapping, scalar, sequence } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { printYaml } from '../../../src/architect/yaml/print';

describe('value ⇒ text', () => {
  test.each`
    value                                     | text                                      | rule
    ${'Initial State'}                        | ${'Initial State'}                        | ${'words stand plain'}
    ${'en-us'}                                | ${'en-us'}                                | ${'also with a hyphen inside'}
    ${'Flow.count != -1'}                     | ${'Flow.count != -1'}                     | ${'also with signs inside'}
    ${'Append("Hi ", Flow.name)'}             | ${'Append("Hi ", Flow.name)'}             | ${'also with quotes inside'}
    ${"Where's my stuff?"}                    | ${"Where's my stuff?"}                    | ${'also with an apostrophe inside'}
    ${'093519be-4533-4ff3-a488-1397b3f3bf45'} | ${'093519be-4533-4ff3-a488-1397b3f3bf45'} | ${'an id stands plain'}
    ${'Grüße'}                                | ${'Grüße'}                                | ${'letters of any language stand plain'}
    ${'日本語'}                               | ${'日本語'}                               | ${'of really any language'}
    ${'digit_#'}                              | ${'"digit_#"'}                            | ${'a number sign is quoted'}
    ${'State.messages[State.i]'}              | ${'State.messages[State.i]'}              | ${'brackets inside stand plain'}
    ${''}                                     | ${'""'}                                   | ${'nothing is quoted'}
    ${'/workflow/states/state[Start_10]'}     | ${'"/workflow/states/state[Start_10]"'}   | ${'a reference is quoted'}
    ${'{{queue}}'}                            | ${'"{{queue}}"'}                          | ${'a placeholder is quoted'}
    ${'builtin:date'}                         | ${'"builtin:date"'}                       | ${'a colon is quoted'}
    ${'Queue #1'}                             | ${'"Queue #1"'}                           | ${'what would be a comment is quoted'}
    ${'(a or b)'}                             | ${'"(a or b)"'}                           | ${'what starts with a sign is quoted'}
    ${' a'}                                   | ${'" a"'}                                 | ${'a space in front is quoted'}
    ${'a '}                                   | ${'"a "'}                                 | ${'a space behind is quoted'}
    ${'a\tb'}                                 | ${'"a\\tb"'}                              | ${'a tab is escaped'}
    ${'f(\n  "a"\n)'}                         | ${'"f(\\n  \\"a\\"\\n)"'}                 | ${'several lines become one'}
    ${'"quoted"'}                             | ${'"\\"quoted\\""'}                       | ${'quotes in front are escaped'}
    ${'\\d+'}                                 | ${'"\\\\d+"'}                             | ${'so is a backslash in front'}
    ${'\u0007\u2028\ufeff\ud800'}             | ${'"\\u0007\\u2028\\ufeff\\ud800"'}       | ${'what nobody can see is escaped'}
    ${'yes'}                                  | ${'"yes"'}                                | ${'yes is quoted for readers of YAML 1.1'}
    ${'Off'}                                  | ${'"Off"'}                                | ${'so is Off'}
    ${'n'}                                    | ${'"n"'}                                  | ${'so is n'}
    ${'Null'}                                 | ${'"Null"'}                               | ${'the word Null is quoted'}
    ${'true'}                                 | ${'"true"'}                               | ${'the word true is quoted'}
    ${'12'}                                   | ${'"12"'}                                 | ${'digits are quoted'}
    ${'1_000'}                                | ${'"1_000"'}                              | ${'numbers of YAML 1.1 are quoted'}
    ${'0b11'}                                 | ${'"0b11"'}                               | ${'in any base'}
    ${'1e5'}                                  | ${'"1e5"'}                                | ${'with an exponent'}
    ${'.5'}                                   | ${'".5"'}                                 | ${'with a point in front'}
    ${'12:30'}                                | ${'"12:30"'}                              | ${'a time is quoted'}
    ${'2024-01-31'}                           | ${'"2024-01-31"'}                         | ${'a date is quoted'}
    ${'='}                                    | ${'"="'}                                  | ${'= is quoted'}
    ${'<<'}                                   | ${'"<<"'}                                 | ${'<< is quoted'}
    ${null}                                   | ${'null'}                                 | ${'null is written out'}
    ${true}                                   | ${'true'}                                 | ${'true stands plain'}
    ${12}                                     | ${'12'}                                   | ${'a number stands plain'}
    ${1e21}                                   | ${'1.e+21'}                               | ${'an exponent has a point before it for YAML 1.1'}
    ${-0}                                     | ${'-0.0'}                                 | ${'minus zero keeps its sign'}
    ${Infinity}                               | ${'.inf'}                                 | ${'infinity has its own spelling'}
  `('$rule', ({ value, text }) => {
    expect(printYaml(scalar(value as string))).toBe(`${text as string}\n`);
  });

  test('a long text stays on one line', () => {
    expect(printYaml(scalar('word '.repeat(100).trim()))).toBe(`${'word '.repeat(100).trim()}\n`);
  });

  test('a key is quoted by the same rules', () => {
    expect(printYaml(mapping([['no', scalar(1)]]))).toBe('"no": 1\n');
  });
});

describe('layout', () => {
  test('blocks are indented by two spaces, lists under their key', () => {
    const flow = mapping([
      [
        'variables',
        sequence([
          mapping([
            [
              'stringVariable',
              mapping([
                ['name', scalar('Flow.a')],
                ['isOutput', scalar(false)],
              ]),
            ],
          ]),
        ]),
      ],
      ['none', mapping([])],
      ['lit', sequence([])],
    ]);

    expect(printYaml(mapping([['workflow', flow]]))).toBe(
      [
        'workflow:',
        '  variables:',
        '    - stringVariable:',
        '        name: Flow.a',
        '        isOutput: false',
        '  none: {}',
        '  lit: []',
        '',
      ].join('\n'),
    );
  });

  test.each`
    rule                                                 | text
    ${'a list in a list starts on the line of its dash'} | ${'- - a\n  - - b\n- c\n'}
    ${'an item with several keys hangs under its first'} | ${'- a: 1\n  b:\n    - c\n'}
    ${'an empty value stays empty'}                      | ${'a:\nb:\n  -\n  - c\n'}
    ${'a number keeps its own spelling'}                 | ${'- 1.0\n- 0x1F\n- 3.14159265358979323846264338327950288\n- ~\n'}
  `('$rule', ({ text }) => {
    const { root } = parseYaml(text as string);
    expect(root && printYaml(root)).toBe(text);
  });

  test('a spelling that does not say the value is not believed', () => {
    expect(printYaml({ ...scalar(2), text: '1.0' })).toBe('2\n');
  });
});
