/**
 * Phone numbers in Architect: `tel:` numbers, `sip:` and `sips:` addresses, and any other text of a carrier, which is
 * kept unchanged. Only a `tel` number that begins with + and could be an E.164 number has E.164 parts (documented).
 */
import type * as Library from 'libphonenumber-js/max';
import { BoundedCache } from './bounded-cache';
import { Failure } from './expression-error';
import { PhoneNumberValue, type PhoneNumberParts } from './values';

const LONGEST_ADDRESS = 1000;

/** Reads a number or an address. Blank text gives `null` (assumed). */
export function readPhoneNumber(text: string): PhoneNumberValue | null {
  const raw = text.trim();
  if (raw.length > LONGEST_ADDRESS) {
    throw new Failure(`the phone number has ${raw.length} characters, at most ${LONGEST_ADDRESS} are allowed`);
  }
  return raw === '' ? null : read.get(raw);
}

const read = new BoundedCache<PhoneNumberValue>(500, (raw) => new PhoneNumberValue(Object.freeze(partsOf(raw))));

function partsOf(raw: string): PhoneNumberParts {
  const colon = raw.indexOf(':');
  const scheme = raw.slice(0, Math.max(colon, 0)).toLowerCase();
  if (scheme === 'sip' || scheme === 'sips') return sip(raw, scheme, raw.slice(colon + 1));
  if (scheme === 'tel') return tel(raw, raw.slice(colon + 1).trim());
  if (raw.includes('@')) return sip(raw, 'sip', raw);
  return /^[+0-9(]/.test(raw) ? tel(raw, raw) : { ...none, raw, uri: raw, identity: raw };
}

const none = {
  scheme: null,
  isTel: false,
  isSip: false,
  isGlobal: false,
  e164: null,
  dialingCode: null,
  subscriberNumber: null,
} as const;

function sip(raw: string, scheme: 'sip' | 'sips', address: string): PhoneNumberParts {
  const uri = `${scheme}:${address.endsWith('@') ? address.slice(0, -1) : address}`;
  return { ...none, raw, scheme, uri, isSip: true, identity: uri };
}

function tel(raw: string, number: string): PhoneNumberParts {
  const base = { ...none, raw, scheme: 'tel', isTel: true } as const;
  if (!number.startsWith('+')) {
    const uri = `tel:${number}`;
    // In the catalogue +13178723000 equals 13178723000, although only the first has an `e164`.
    const asGlobal = library().parsePhoneNumberFromString(`+${number}`);
    return { ...base, uri, identity: asGlobal?.isValid() === true ? asGlobal.number : uri };
  }
  // The whole text is a number, so the library need not search for one in it.
  const parsed = library().parsePhoneNumberFromString(number, { extract: !/^\+\d+$/.test(number) });
  if (parsed?.isPossible() !== true)
    return { ...base, uri: `tel:${number}`, isGlobal: true, identity: `tel:${number}` };
  return {
    ...base,
    uri: `tel:${parsed.number}`,
    isGlobal: true,
    e164: parsed.number,
    dialingCode: parsed.countryCallingCode,
    subscriberNumber: parsed.nationalNumber,
    identity: parsed.number,
  };
}

let loaded: typeof Library | undefined;

/** The tables of the library are large and most expressions have no phone number, so the first number loads them. */
function library(): typeof Library {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  loaded ??= require('libphonenumber-js/max') as typeof Library;
  return loaded;
}
