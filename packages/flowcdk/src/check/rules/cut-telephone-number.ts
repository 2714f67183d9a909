import type { Annotated } from '../../architect/expressions';
import { constantOf } from '../expressions';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** Fewer characters are a national number, which is meant for one country. */
const LEAST = 11;

/**
 * `Right(Flow.ani, 12)` is the number with its "+" where it has eleven digits, as in North America. Numbers of other
 * countries have 7 to 15 (E.164).
 */
export const cutTelephoneNumber: Rule = {
  name: 'cut-telephone-number',
  family: 'expressions',
  severity: 'warning',
  protectsFrom: 'a telephone number that is right for one country and cut, or too long, for every other',
  start: (report) => ({
    expression: ({ node, read: { parts } }, { file, path }) => {
      for (const part of parts) {
        if (part.kind !== 'call' || part.declared.name.toLowerCase() !== 'right') continue;
        const [text, length] = part.args;
        const characters = length && constantOf(length)?.value;
        const number = text && numberIn(text, node.text);
        if (number === undefined || !isLength(characters)) continue;
        report({
          message: `the last ${String(characters)} characters of ${number} are a whole number in some countries only`,
          help: `Write ToPhoneNumber(${number}).e164: "+" and the digits, of any country.`,
          file,
          path,
          yaml: yamlOf(node),
          within: part.span,
        });
      }
    },
  }),
};

const isLength = (value: unknown): boolean => typeof value === 'number' && value >= LEAST;

/** The variable in a part of an expression whose name says that it holds a telephone number. */
function numberIn({ span }: Annotated, text: string): string | undefined {
  const inside = text.slice(span.offset, span.offset + span.length);
  const names = inside.split(/[^A-Za-z0-9_.]+/);
  return names.find((name) => name.includes('.') && /(?:ani|dnis|phone|telephone|mobile|callernumber)$/i.test(name));
}
