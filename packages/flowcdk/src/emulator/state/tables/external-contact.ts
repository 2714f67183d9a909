import {
  anyObject,
  anything,
  type Field,
  filled,
  listOf,
  object,
  oneOf,
  otherwise,
  readOnly,
  reference,
  required,
  text,
  whole,
  yesNo,
} from '../shape';
import type { RecordWithId } from '../record';

/** A number of a contact, as it was typed and in E.164. */
const phone = object({
  display: text(100),
  extension: whole(0),
  acceptsSMS: yesNo,
  normalizationCountryCode: text(10),
  userInput: text(100),
  e164: text(20),
  countryCode: text(10),
});

/** An address for mail. It has one @ with something on both sides. */
const email: Field<string> = {
  expects: 'an e-mail address of at most 256 characters',
  schema: { type: 'string', maxLength: 256 },
  read: (value, path, report) => {
    if (typeof value === 'string' && value.length <= 256 && (value === '' || isEmail(value))) return value;
    report(path, `${path} is ${JSON.stringify(value).slice(0, 100)}; expected an e-mail address`);
    return undefined;
  },
};

const isEmail = (value: string): boolean => {
  const [before = '', after = '', ...more] = value.split('@');
  return more.length === 0 && before !== '' && after.includes('.') && !/\s/.test(value);
};

const word = text(1_000);
const social = object({ ids: listOf(anyObject), displayName: word });

/** A customer whom other systems know (documented fields and lengths). */
export const externalContact = {
  division: filled(reference),
  firstName: word,
  middleName: word,
  lastName: word,
  salutation: word,
  title: word,
  workPhone: phone,
  cellPhone: phone,
  homePhone: phone,
  otherPhone: phone,
  workEmail: email,
  personalEmail: email,
  otherEmail: email,
  address: object({
    address1: text(200),
    address2: text(200),
    city: text(100),
    state: text(50),
    postalCode: text(25),
    countryCode: text(25),
  }),
  twitterId: object({ id: text(), name: text(), screenName: text() }),
  lineId: social,
  facebookId: social,
  instagramId: social,
  whatsAppId: object({ phoneNumber: phone, displayName: word }),
  appleOpaqueIds: listOf(object({ value: text(255) }), 10),
  externalIds: listOf(object({ externalSource: anything, value: required(text(255, 1)) }), 10),
  externalOrganization: anyObject,
  surveyOptOut: yesNo,
  externalSystemUrl: text(),
  schema: anyObject,
  customFields: anyObject,
  type: readOnly(otherwise(oneOf('Curated', 'Identified', 'Ephemeral'), 'Curated')),
  /** ISO 8601. */
  createDate: readOnly(text()),
  modifyDate: readOnly(text()),
};

export type ExternalContact = RecordWithId<typeof externalContact>;
