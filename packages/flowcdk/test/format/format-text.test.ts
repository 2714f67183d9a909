import { formatted } from './formatted';

/** The text of a workflow; what stands in it is indented by two spaces. */
const workflow = (...lines: string[]): string => ['workflow:', ...lines.map((line) => `  ${line}`), ''].join('\n');

/** The same for actions, which stand ten spaces deep. */
const action = (...lines: string[]): string =>
  workflow('states:', '  - state:', '      actions:', ...lines.map((line) => `        ${line}`));

describe('keys stand in the order of the forms', () => {
  test.each([
    ['of a flow', workflow('states: []', 'name: A'), workflow('name: A', 'states: []')],
    [
      'of a state',
      workflow('states:', '  - state: {actions: [], refId: a, name: S}'),
      workflow('states:', '  - state:', '      name: S', '      refId: a', '      actions: []'),
    ],
    [
      'of an action, deep inside others',
      action('- decision:', '    outputs: {yes: {actions: [endWorkflow: {exitReason: {noValue: true}, name: End}]}}'),
      action(
        '- decision:',
        '    outputs:',
        '      yes:',
        '        actions:',
        '          - endWorkflow:',
        '              name: End',
        '              exitReason:',
        '                noValue: true',
      ),
    ],
    [
      'of a variable',
      workflow('variables:', '  - stringVariable: {isInput: true, name: Flow.a}'),
      workflow('variables:', '  - stringVariable:', '      name: Flow.a', '      isInput: true'),
    ],
    [
      'of a menu, whose choices stand behind its audio',
      workflow('menus:', '  - menu: {choices: [], audio: {tts: A}, refId: M, name: M}').replaceAll(
        'workflow',
        'inboundCall',
      ),
      workflow(
        'menus:',
        '  - menu:',
        '      name: M',
        '      refId: M',
        '      audio:',
        '        tts: A',
        '      choices: []',
      ).replaceAll('workflow', 'inboundCall'),
    ],
    [
      'of a menu in the other order that exports have: as it was',
      workflow(
        'menus:',
        '  - menu:',
        '      name: M',
        '      refId: M',
        '      choices: []',
        '      audio:',
        '        tts: A',
      ).replaceAll('workflow', 'inboundCall'),
      workflow(
        'menus:',
        '  - menu:',
        '      name: M',
        '      refId: M',
        '      choices: []',
        '      audio:',
        '        tts: A',
      ).replaceAll('workflow', 'inboundCall'),
    ],
    [
      'also where a value has another type than it should',
      workflow('states:', 'name: 5'),
      workflow('name: 5', 'states:'),
    ],
    [
      'also where a number or a list is still a placeholder',
      workflow('states: {{states}}', 'variables: {{variables}}', 'name: {{name}}'),
      workflow('name: {{name}}', 'variables: {{variables}}', 'states: {{states}}'),
    ],
    [
      'also beside an item that does not belong into the list',
      workflow('states:', '  - 5', '  - state: {refId: a, name: S}'),
      workflow('states:', '  - 5', '  - state:', '      name: S', '      refId: a'),
    ],
  ])('%s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });
});

describe('what is not known keeps its place', () => {
  test.each([
    [
      'an unknown key stays behind the known key it followed',
      workflow('states: []', 'color: red', 'name: A', 'size: 1'),
      workflow('name: A', 'size: 1', 'states: []', 'color: red'),
    ],
    [
      'an unknown key in front stays in front',
      workflow('color: red', 'states: []', 'name: A'),
      workflow('color: red', 'name: A', 'states: []'),
    ],
    [
      'the keys of an unknown action stay in order',
      action('- sing: {tune: a, name: b}'),
      action('- sing:', '    tune: a', '    name: b'),
    ],
    [
      'known actions inside an unknown one are in order',
      action('- sing: {outputs: {done: {actions: [endWorkflow: {exitReason: {noValue: true}, name: End}]}}}'),
      action(
        '- sing:',
        '    outputs:',
        '      done:',
        '        actions:',
        '          - endWorkflow:',
        '              name: End',
        '              exitReason:',
        '                noValue: true',
      ),
    ],
    [
      'the user’s own names stay in order',
      action('- callData: {category: {Z: {dataAction: {A: {inputs: {b: {lit: 1}, a: {lit: 2}}}}}}}'),
      action(
        '- callData:',
        '    category:',
        '      Z:',
        '        dataAction:',
        '          A:',
        '            inputs:',
        '              b:',
        '                lit: 1',
        '              a:',
        '                lit: 2',
      ),
    ],
    [
      'the keys of a literal stay in order',
      action('- wait: {duration: {lit: {seconds: 1, days: 2}}}'),
      action('- wait:', '    duration:', '      lit:', '        seconds: 1', '        days: 2'),
    ],
  ])('%s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
  });
});

describe('scalars are written as the exporter writes them', () => {
  test.each([
    ['single quotes become double quotes', "name: 'it''s: a'", 'name: "it\'s: a"'],
    ['needless quotes go', "name: 'A'", 'name: A'],
    ['yes and no keep their quotes, since exports have both', 'name: "yes"', 'name: "yes"'],
    ['yes and no get none', 'name: yes', 'name: yes'],
    ['a text with # gets quotes', 'name: digit_#', 'name: "digit_#"'],
    ['an index stands without', 'name: State.messages[State.i]', 'name: State.messages[State.i]'],
    ['a text of many lines stands on one', 'description: |-\n    one\n    two', 'description: "one\\ntwo"'],
    ['a number is written as it was', 'name: 1.0', 'name: 1.0'],
    ['an empty value stays empty', 'name:', 'name:'],
    ['brackets become blocks', 'color: [1, {a: 2}]', 'color:\n    - 1\n    - a: 2'],
    ['a tag goes once it has done its work', 'name: !!str 5', 'name: "5"'],
  ])('%s', (_, before, after) => {
    expect(formatted(workflow(before))).toBe(workflow(after));
  });

  test.each([
    ['CR LF becomes LF', 'workflow:\r\n  name: A\r\n', 'workflow:\n  name: A\n'],
    ['a byte order mark goes', '\ufeffworkflow:\n  name: A\n', 'workflow:\n  name: A\n'],
    ['empty lines go', '\nworkflow:\n\n  name: A\n\n\n', 'workflow:\n  name: A\n'],
    ['the last line ends', 'workflow:\n  name: A', 'workflow:\n  name: A\n'],
    ['the marks of the document go', '---\nworkflow:\n  name: A\n...\n', 'workflow:\n  name: A\n'],
    [
      'the indentation is two spaces, lists in their keys',
      'workflow:\n    states:\n    - state:\n            name: A\n',
      'workflow:\n  states:\n    - state:\n        name: A\n',
    ],
  ])('%s', (_, before, after) => {
    expect(formatted(before)).toBe(after);
  });
});

describe("the text of an expression is its author's", () => {
  test.each([
    ['spaces', 'exp: Flow.a+1>2', 'exp: Flow.a+1>2'],
    ['parentheses that change nothing', 'exp: (Flow.a + (1)) > 2', 'exp: "(Flow.a + (1)) > 2"'],
    ['AND and OR', 'exp: Flow.a AND Flow.b', 'exp: Flow.a AND Flow.b'],
    ['lines', 'exp: "If(\\n  Flow.a,\\n  1,\\n  2)"', 'exp: "If(\\n  Flow.a,\\n  1,\\n  2)"'],
    ['the case of names', 'exp: tostring( flow.a )', 'exp: tostring( flow.a )'],
    ['what cannot be read', 'exp: Flow.a +', 'exp: Flow.a +'],
    ['true is a text here', 'exp: "true"', 'exp: "true"'],
    ['a value that is no text', 'exp: 1.50', 'exp: 1.50'],
  ])('%s', (_, before, after) => {
    expect(formatted(action('- decision:', '    condition:', `      ${before}`))).toBe(
      action('- decision:', '    condition:', `      ${after}`),
    );
  });

  test('also inside literals', () => {
    expect(formatted(workflow('color: {lit: [{exp: 1+1}]}'))).toBe(workflow('color:', '  lit:', '    - exp: 1+1'));
  });

  test('a key named exp that holds no expression is a key', () => {
    expect(formatted(workflow('color: {exp: {lit: 1+1}}'))).toBe(workflow('color:', '  exp:', '    lit: 1+1'));
  });
});

describe('placeholders keep their quotes, which decide what they become', () => {
  test.each([
    ['without quotes', 'name: {{x}}'],
    ['in single quotes', "name: '{{x}}'"],
    ['in double quotes', 'name: "{{x}}"'],
    ['as a key', '{{x}}: 1'],
    ['as a key in quotes', "'{{x}}': 1"],
    ['beside a text', 'name: Queue {{x}}'],
    ['before a text', 'name: {{x}} queue'],
    ['two of them', 'name: {{x}}-{{y}}'],
    ['as an item', 'color:\n    - {{x}}'],
    ['in a block', 'name: |-\n    {{x}}\n      and more'],
    ['in a folded block that begins indented', 'name: >2\n      {{x}}\n    and more'],
    ['in quotes over two lines', 'name: "one\n    {{x}}"'],
    ['in an expression, which stays as it is', 'color:\n    exp: ToAudioTTS("{{x}}")+Flow.a'],
  ])('%s', (_, text) => {
    expect(formatted(workflow(text))).toBe(workflow(text));
  });

  test('only the indentation changes', () => {
    expect(formatted('workflow:\n      name:   |\n         {{x}}\n\n         b\n')).toBe(
      'workflow:\n  name: |\n    {{x}}\n\n    b\n',
    );
  });
});

describe('comments', () => {
  test.each([
    ['move with the key they stand before', ['states: []', '# why', 'name: A'], ['# why', 'name: A', 'states: []']],
    ['move with the value they stand behind', ['states: []', 'name: A # why'], ['name: A # why', 'states: []']],
    [
      'between a key and the first key below it speak of the latter',
      ['settingsErrorHandling:', '  # audio', '  preHandlingAudio: {tts: a}', '  errorHandling: {exit: {none: true}}'],
      [
        'settingsErrorHandling:',
        '  errorHandling:',
        '    exit:',
        '      none: true',
        '  # audio',
        '  preHandlingAudio:',
        '    tts: a',
      ],
    ],
    [
      'at the end of a block stay in the block',
      ['variables:', '  - stringVariable:', '      name: Flow.a', '      # isInput: true', '  # no more', 'name: A'],
      ['name: A', 'variables:', '  - stringVariable:', '      name: Flow.a', '      # isInput: true', '  # no more'],
    ],
    [
      'of list items stay with them',
      ['color:', '  # one', '  - 1', '  # two', '  - 2 # 2'],
      ['color:', '  # one', '  - 1', '  # two', '  - 2 # 2'],
    ],
    [
      'behind both key and value stand on two lines',
      ['name: # b', '  A # c', 'color: # a', '  - 1'],
      ['# b', 'name: A # c', 'color: # a', '  - 1'],
    ],
    ['behind an expression stay', ['color: {exp: 1+1} # two'], ['color:', '  exp: 1+1 # two']],
    [
      'before brackets and in them stay',
      ['# a', 'color: [1, # b', '  # c', '  2 # d', '  # e', '  ]'],
      ['# a', 'color:', '  - 1 # b', '  # c', '  - 2 # d', '  # e'],
    ],
    [
      'stay around text beside a placeholder',
      ['# a', 'name: {{x}} and {{y}} # b'],
      ['# a', 'name: {{x}} and {{y}} # b'],
    ],
  ])('%s', (_, before, after) => {
    expect(formatted(workflow(...before))).toBe(workflow(...after));
  });

  test('around the flow stay first and last', () => {
    expect(formatted('# first\n\nworkflow: # flow\n  name: A\n# last\n')).toBe(
      '# first\nworkflow: # flow\n  name: A\n# last\n',
    );
  });
});
