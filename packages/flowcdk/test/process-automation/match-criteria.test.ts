import { canonicalMatchCriteria, type MatchCriterion } from '../../src/triggers';

/** The text Go's `encoding/json` writes, which Terraform's provider compares with. */
test.each<[string, readonly MatchCriterion[], string]>([
  ['no criteria', [], '[]'],
  [
    'keys in alphabetical order, no blanks',
    [{ operator: 'Equal', value: 'VOICE', jsonPath: 'mediaType' }],
    '[{"jsonPath":"mediaType","operator":"Equal","value":"VOICE"}]',
  ],
  [
    'null is left out',
    [
      { jsonPath: 'a', operator: 'In', value: null, values: ['x'] },
      { jsonPath: 'b', operator: 'Exists', value: true, values: null },
    ],
    '[{"jsonPath":"a","operator":"In","values":["x"]},{"jsonPath":"b","operator":"Exists","value":true}]',
  ],
  [
    'the order of criteria and values is kept',
    [
      { jsonPath: 'b', operator: 'In', values: ['z', 'a'] },
      { jsonPath: 'a', operator: 'Size', value: 2 },
    ],
    '[{"jsonPath":"b","operator":"In","values":["z","a"]},{"jsonPath":"a","operator":"Size","value":2}]',
  ],
  [
    '< > & are escaped',
    [{ jsonPath: '$[?(@.a<1 && @.b>2)]', operator: 'Equal', value: '<&>' }],
    '[{"jsonPath":"$[?(@.a\\u003c1 \\u0026\\u0026 @.b\\u003e2)]","operator":"Equal","value":"\\u003c\\u0026\\u003e"}]',
  ],
  [
    'line separators are escaped, other letters are not',
    [{ jsonPath: 'é', operator: 'Equal', value: 'a\u2028b\u2029c\n"\\' }],
    '[{"jsonPath":"é","operator":"Equal","value":"a\\u2028b\\u2029c\\n\\"\\\\"}]',
  ],
  [
    'numbers have no superfluous digits',
    [
      { jsonPath: 'n', operator: 'GreaterThan', value: 1.0 },
      { jsonPath: 'n', operator: 'LessThan', value: 2.5 },
    ],
    '[{"jsonPath":"n","operator":"GreaterThan","value":1},{"jsonPath":"n","operator":"LessThan","value":2.5}]',
  ],
])('%s', (_, criteria, text) => {
  expect(canonicalMatchCriteria(criteria)).toBe(text);
});

test('a key nobody knows is dropped, as the provider does', () => {
  const criterion = { jsonPath: 'a', operator: 'Equal', value: 1, note: 'why' } as const;

  expect(canonicalMatchCriteria([criterion])).toBe('[{"jsonPath":"a","operator":"Equal","value":1}]');
});
