import { type Kind } from './types';

/** The function that converts a value of another kind to a kind. */
export const castTo: Readonly<Partial<Record<Kind, string>>> = {
  string: 'ToString',
  integer: 'ToInt',
  decimal: 'ToDecimal',
  boolean: 'ToBool',
  dateTime: 'ToDateTime',
  duration: 'ToDuration',
  currency: 'ToCurrency',
  phoneNumber: 'ToPhoneNumber',
  queue: 'ToQueue',
  user: 'ToUser',
  skill: 'ToSkill',
  group: 'ToGroup',
  wrapupCode: 'ToWrapupCode',
  communication: 'ToCommunication',
};
