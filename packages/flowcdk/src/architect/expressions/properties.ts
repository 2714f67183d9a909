/** The properties of typed values, which may follow a dot. Case matters only for JSON. */
import { Failure } from './expression-error';
import { jsonProperty } from './functions/json';
import { ANY, type, type Kind, type Type } from './types';
import {
  ConstantValue,
  CurrencyValue,
  JsonValue,
  ObjectValue,
  PhoneNumberValue,
  ReferenceValue,
  type PhoneNumberParts,
  type Value,
} from './values';

const STRING = type('string');
const BOOLEAN = type('boolean');
const named = { id: STRING, name: STRING };

/**
 * The properties with their types, by lower-case name. `others` is the type of properties that the table does not list.
 */
interface Properties {
  readonly listed: Readonly<Record<string, Type>>;
  readonly others?: Type;
}

const propertiesOf: Readonly<Partial<Record<Kind, Properties>>> = {
  phoneNumber: {
    listed: {
      dialingcode: STRING,
      e164: STRING,
      subscribernumber: STRING,
      isglobal: BOOLEAN,
      issip: BOOLEAN,
      istel: BOOLEAN,
      raw: STRING,
      scheme: STRING,
      uri: STRING,
    },
  },
  currency: { listed: { amount: type('decimal'), code: STRING } },
  queue: { listed: named },
  user: { listed: { ...named, username: STRING, email: STRING } },
  skill: { listed: named },
  languageSkill: { listed: named },
  group: { listed: named },
  wrapupCode: { listed: named },
  prompt: { listed: { ...named, duration: type('duration'), texttospeech: STRING, type: STRING } },
  schedule: { listed: named },
  scheduleGroup: { listed: named },
  emergencyGroup: { listed: named },
  campaign: { listed: named },
  contactList: { listed: named },
  externalContact: { listed: { id: STRING }, others: ANY },
  externalOrganization: { listed: { id: STRING }, others: ANY },
  emailAddress: { listed: { id: STRING, address: STRING, name: STRING, localpart: STRING, domainpart: STRING } },
  agentScorePair: { listed: { user: type('user'), score: type('integer') } },
  json: { listed: {}, others: type('json') },
  contact: { listed: {}, others: STRING },
  email: { listed: { subject: STRING, body: STRING }, others: ANY },
  message: { listed: { body: STRING, senderaddress: STRING }, others: ANY },
  workitem: { listed: { id: STRING, name: STRING }, others: ANY },
  object: { listed: {}, others: ANY },
  any: { listed: {}, others: ANY },
  complexObject: { listed: {}, others: ANY },
  boolFormats: members('boolFormat'),
  currencyFormats: members('currencyFormat'),
  dateFormats: members('dateFormat'),
  numberFormats: members('numberFormat'),
  phoneNumberFormats: members('phoneNumberFormat'),
  stringFormats: members('stringFormat'),
  timeFormats: members('timeFormat'),
  timeParts: members('timePart'),
  conversationTypes: members('conversationType'),
  currencies: members('currencyName'),
  daysOfWeek: members('dayOfWeek'),
  languages: members('language'),
  regions: members('region'),
  surveyDispositions: members('surveyDisposition'),
  commonLanguageContexts: members('languageContext'),
  genderLanguageContexts: members('languageContext'),
  quantityLanguageContexts: members('languageContext'),
};

/** Not all members of a group of constants are known, so every name counts as a member. */
function members(kind: Kind): Properties {
  return { listed: {}, others: type(kind) };
}

/** The type of a property, or `undefined` where values of the type have no such property. */
export function propertyType(of: Type, name: string): Type | undefined {
  if (of.collection) return undefined;
  const properties = propertiesOf[of.kind];
  if (properties === undefined) return undefined;
  const folded = name.toLowerCase();
  return Object.hasOwn(properties.listed, folded) ? properties.listed[folded] : properties.others;
}

/** The known names of the properties of a type, for messages. */
export function propertyNames(of: Type): readonly string[] {
  return of.collection ? [] : Object.keys(propertiesOf[of.kind]?.listed ?? {});
}

/** The value of a property. Fails on NOT_SET. */
export function readProperty(of: Value, name: string): Value {
  if (of === null) throw new Failure(`the value is NOT_SET, so it has no property "${name}"`);
  if (of instanceof JsonValue) return jsonProperty(of, name);
  const folded = name.toLowerCase();
  if (of instanceof PhoneNumberValue) return readPhoneNumberPart(of.parts, folded);
  if (of instanceof CurrencyValue && folded === 'amount') return of.amount;
  if (of instanceof CurrencyValue && folded === 'code') return of.code;
  if (of instanceof ReferenceValue && (folded === 'id' || folded === 'name')) return of[folded];
  if (of instanceof ReferenceValue || of instanceof ObjectValue) {
    return Object.hasOwn(of.properties, folded) ? (of.properties[folded] ?? null) : null;
  }
  if (of instanceof ConstantValue) {
    return new ConstantValue(propertiesOf[of.kind]?.others?.kind ?? 'complexObject', `${of.name}.${name}`);
  }
  throw new Failure(`the value has no property "${name}"`);
}

const phoneNumberParts: Readonly<Record<string, (parts: PhoneNumberParts) => Value>> = {
  dialingcode: (parts) => parts.dialingCode,
  e164: (parts) => parts.e164,
  subscribernumber: (parts) => parts.subscriberNumber,
  isglobal: (parts) => parts.isGlobal,
  issip: (parts) => parts.isSip,
  istel: (parts) => parts.isTel,
  raw: (parts) => parts.raw,
  scheme: (parts) => parts.scheme,
  uri: (parts) => parts.uri,
};

function readPhoneNumberPart(parts: PhoneNumberParts, name: string): Value {
  const read = Object.hasOwn(phoneNumberParts, name) ? phoneNumberParts[name] : undefined;
  if (read === undefined) throw new Failure(`a phone number has no property "${name}"`);
  return read(parts);
}
