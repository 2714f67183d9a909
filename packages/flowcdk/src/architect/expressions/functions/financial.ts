import { asking, func, overload, param, type FunctionDeclaration } from '../declaration';
import { Decimal, inRange, readNumber } from '../decimal';
import { sameCode } from '../equality';
import { Failure } from '../expression-error';
import { CurrencyValue } from '../values';

const makeCurrency = func('MakeCurrency', 'financial', 'A currency from an amount and a code; either may be NOT_SET.', [
  overload([param('amount?', 'decimal'), param('currencyCode?', 'string')], 'currency', currencyOf),
  overload([param('amount?', 'integer'), param('currencyCode?', 'string')], 'currency', (amount, code) =>
    currencyOf(amount === null ? null : new Decimal(amount), code),
  ),
]);

const makeListCurrency = func(
  'MakeListCurrency',
  'financial',
  'Currencies from amounts and one code, or a code each.',
  [
    overload([param('amounts', 'decimal[]'), param('currencyCode?', 'string')], 'currency[]', (amounts, code) =>
      amounts.map((amount) => currencyOf(amount, code)),
    ),
    overload([param('amounts', 'decimal[]'), param('currencyCodes', 'string[]')], 'currency[]', (amounts, codes) => {
      if (amounts.length !== codes.length) {
        throw new Failure(
          `there are ${amounts.length} amounts and ${codes.length} currency codes, there must be as many`,
        );
      }
      return amounts.map((amount, index) => currencyOf(amount, codes[index] ?? null));
    }),
  ],
);

const symbol = func('GetCurrencySymbol', 'financial', 'The sign of a currency: "$" for USD.', [
  overload([param('currencyCode', 'string')], 'string', symbolOf),
  overload([param('currency?', 'currency')], 'string', (value) =>
    value === null || value.code === null ? null : symbolOf(value.code),
  ),
]);

const convert = func(
  'ConvertCurrency',
  'financial',
  'The amount in another currency, by a rate or the rate of the org.',
  [
    asking(
      [param('sourceCurrency?', 'currency'), param('destinationCurrencyCode?', 'string')],
      'currency',
      ({ org }, source, to) => {
        if (source === null || to === null) return null;
        if (sameCode(source.code, to)) return new CurrencyValue(source.amount, to);
        const rate = source.code === null ? undefined : org.exchangeRate(source.code, to);
        if (rate === undefined)
          throw new Failure(`no exchange rate from ${source.code ?? 'NOT_SET'} to ${to} is known`);
        return converted(source, to, rate);
      },
    ),
    overload(
      [
        param('sourceCurrency?', 'currency'),
        param('destinationCurrencyCode?', 'string'),
        param('sourcePerDestExchangeRate', 'decimal'),
      ],
      'currency',
      (source, to, rate) => (source === null || to === null ? null : converted(source, to, rate)),
    ),
  ],
);

export const financial: readonly FunctionDeclaration[] = [makeCurrency, makeListCurrency, symbol, convert];

export function currencyOf(amount: Decimal | null, code: string | null): CurrencyValue {
  return new CurrencyValue(amount, code);
}

/** Reads `10.00|USD`. A missing part is NOT_SET. A blank text gives NOT_SET as a whole. */
export function readCurrency(text: string | null): CurrencyValue | null {
  if (text === null || text.trim() === '') return null;
  const bar = text.indexOf('|');
  const amount = (bar < 0 ? text : text.slice(0, bar)).trim();
  const code = bar < 0 ? '' : text.slice(bar + 1).trim();
  const number = amount === '' ? undefined : readNumber(amount);
  if ((amount !== '' && number === undefined) || code.includes('|')) {
    throw new Failure(`${JSON.stringify(text.slice(0, 40))} is not a currency, such as 10.00|USD`);
  }
  return currencyOf(number === undefined ? null : inRange(new Decimal(number.digits)), code === '' ? null : code);
}

/** The narrow sign of a currency ("$" for every dollar). A code without a sign is its own sign (assumed). */
function symbolOf(code: string): string {
  if (!/^[A-Za-z]{3}$/.test(code)) return code;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? code;
}

function converted({ amount }: CurrencyValue, code: string, rate: Decimal): CurrencyValue {
  if (rate.lte(0)) throw new Failure('the exchange rate must be above zero');
  return new CurrencyValue(amount === null ? null : inRange(amount.div(rate)), code);
}
