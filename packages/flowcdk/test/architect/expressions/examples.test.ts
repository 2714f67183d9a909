import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateText, type EvaluatedText, type EvaluationResult } from '../../../src/architect/expressions';
import { didNotRun } from '../../private/corpus';

/** A worked example of the vendor's expression help. */
interface Example {
  readonly of: string;
  readonly expression: string;
  readonly result: string;
}

/** The examples are the vendor's text and not ours to ship: a clone of the repository has none. */
const file = join(__dirname, '../../../../../../shared/reference/expressions/examples.json');
const present = existsSync(file);
const examples = present ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Example[]) : [];

/** Examples whose printed result is the vendor's slip, with the reason. */
const slips: ReadonlyMap<string, string> = new Map([]);

if (!present) {
  didNotRun("the vendor's worked examples", 'they are not here');
} else {
  describe("the vendor's worked examples", () => {
    test.each(
      examples.filter(({ expression }) => !slips.has(expression)).map(({ expression, result }) => [expression, result]),
    )('%s ⇒ %s', (expression, result) => {
      expect(shown(evaluateText(expression))).toEqual(expected(result));
    });

    test('fewer than ten are left out', () => {
      expect(slips.size).toBeLessThan(10);
    });
  });
}

/** A result that is an expression stands for its value and type; any other is the text that is printed. */
function expected(result: string): Partial<EvaluatedText> {
  const value = evaluateText(result);
  return 'error' in value ? { type: 'string', value: result } : shown(value);
}

function shown(result: EvaluationResult): Partial<EvaluatedText> {
  return 'error' in result
    ? { literal: `${result.error.phase}: ${result.error.message}` }
    : { type: result.type, value: result.value };
}
