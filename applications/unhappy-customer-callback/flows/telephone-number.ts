import { exp, hasText, type Readable } from 'flowcdk';

// Addresses as events carry them: `tel:+33199001234`, `sip:anonymous@anonymous.invalid`, or nothing.

/** Anonymous callers have no number and SIP addresses are none: only what begins like a number is read as one. */
export const beginsLikeANumber = (address: Readable<string>) =>
  exp<boolean>`${hasText(address)} and (Left(${address}, 1) == "+" or Left(${address}, 5) == "tel:+")`;

/** The number of an address that begins like one, E.164: `+33199001234`. NOT_SET where it cannot be a number. */
export const e164Of = (address: Readable<string>) => exp<string>`ToPhoneNumber(${address}).e164`;
