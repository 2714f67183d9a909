import { and, concat, equals, exp, hasText, ifElse, type Readable, type Value } from 'flowcdk';

// Addresses as a call carries them: `tel:+33142685300`, `sip:anonymous@anonymous.invalid`, or nothing.

/** Anonymous callers have no number and SIP addresses are none: only what begins like a number is read as one. */
export const beginsLikeANumber = (address: Readable<string>) =>
  exp<boolean>`${hasText(address)} and (Left(${address}, 1) == "+" or Left(${address}, 5) == "tel:+")`;

/** The number of an address that begins like one, E.164: `+33142685300`. NOT_SET where it cannot be a number. */
export const e164Of = (address: Readable<string>) => exp<string>`ToPhoneNumber(${address}).e164`;

/** A telephone number as E.164; every other address stays as it is. */
export const numberAsE164 = (address: Readable<string>) =>
  ifElse(and(beginsLikeANumber(address), hasText(e164Of(address))), e164Of(address), address);

/** How somebody writes numbers, made from E.164. */
export type NumberFormat = (e164: Readable<string>) => Value<string>;

/** `+33142685300` */
export const asE164: NumberFormat = (e164) => e164;

/** `33142685300` */
export const asDigits: NumberFormat = (e164) => exp<string>`Replace(${e164}, "+", "")`;

/** A country, and what its inhabitants dial before a number. */
export interface Country {
  /** `33` */
  readonly countryCode: string;
  /** `0` */
  readonly trunkPrefix: string;
}

/** `0142685300` for numbers of the country, E.164 for all others. */
export const asNational = ({ countryCode, trunkPrefix }: Country): NumberFormat => {
  const prefix = `+${countryCode}`;
  return (e164) =>
    ifElse(
      equals(exp<string>`Left(${e164}, ${prefix.length})`, prefix),
      concat(trunkPrefix, exp<string>`Substring(${e164}, ${prefix.length}, Length(${e164}))`),
      e164,
    );
};
