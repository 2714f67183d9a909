import { InvalidArgumentError } from 'commander';

/** A whole number from 0, for commander. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d{1,7}$/.test(text)) return number;
  throw new InvalidArgumentError('It has to be a whole number, at most seven digits.');
}
