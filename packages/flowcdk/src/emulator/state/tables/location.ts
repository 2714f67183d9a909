import { filled, listOf, name, object, oneOf, otherwise, text, whole } from '../shape';

/** A place where people work. */
export const location = {
  state: otherwise(oneOf('active', 'inactive'), 'active'),
  /** The ids of the locations around it, from the outermost to the innermost. */
  path: otherwise(listOf(text(256)), []),
  name,
  notes: text(),
  contactUser: text(256),
  emergencyNumber: object({ e164: text(20), number: text(40), type: oneOf('default', 'elin') }),
  address: object({
    street1: text(),
    street2: text(),
    city: text(),
    state: text(),
    zipcode: text(20),
    country: text(20),
    countryName: text(),
  }),
  version: filled(whole()),
};
