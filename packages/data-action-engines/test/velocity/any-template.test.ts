import * as fc from 'fast-check';
import { TemplateError } from '../../src/velocity';
import { text } from './private-render';

const piece = fc.constantFrom(
  ...['$input.n', '$!input.none', '${input.list', '}', '$x', '.length()', '[0]', '[', ']', '(', ')', '"', "'", '\\'],
  ...[
    '#if(',
    '#else',
    '#{else}',
    '#elseif(',
    '#end',
    '#set(',
    '#foreach($i in ',
    '#define($b)',
    '$b',
    '#break',
    '#stop',
  ],
  ...['#macro(m $a)', '#m(1)', '#evaluate(', '##', '#*', '*#', '#[[', ']]#', '#', '$', '!', '{', ' = ', '[1..3]', ' '],
  ...['1', '2.5', '-', '+', '/', '%', '==', '&&', 'or', 'not ', ',', '\n', '.replaceAll("(", "x")', '$math.div(1, 0)'],
);

test('any text is rendered, or refused with a place in it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const template = pieces.join('');
      try {
        expect(typeof text(template)).toBe('string');
      } catch (problem) {
        if (!(problem instanceof TemplateError)) throw problem;
        expect(problem.offset).toBeGreaterThanOrEqual(0);
        expect(problem.offset).toBeLessThanOrEqual(template.length);
      }
    }),
    { seed: 20251121, numRuns: 3000 },
  );
});

test('text without $, # and \\ is printed as it is', () => {
  fc.assert(
    fc.property(
      fc.string().map((plain) => plain.replace(/[$#\\]/g, '')),
      (plain) => {
        expect(text(plain)).toBe(plain);
      },
    ),
    { seed: 20251121, numRuns: 300 },
  );
});

test('a value is printed as it is, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(text('<${input.v}>', { v: value })).toBe(`<${value}>`);
      expect(JSON.parse(text('{"v": "$esc.jsonEncode($input.v)"}', { v: value }))).toEqual({ v: value });
    }),
    { seed: 20251121, numRuns: 300 },
  );
});
