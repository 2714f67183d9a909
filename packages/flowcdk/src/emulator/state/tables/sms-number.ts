import { otherwise, anyObject, oneOf, readOnly, required, text } from '../shape';
import type { RecordWithId } from '../record';

/** A number from which text messages are sent. */
export const smsNumber = {
  name: text(),
  /** E.164, or a short code. */
  phoneNumber: required(text(30, 3)),
  phoneNumberType: required(oneOf('local', 'mobile', 'tollfree', 'shortcode')),
  /** Two letters. */
  countryCode: required(text(2, 2)),
  addressId: text(256),
  supportedContent: anyObject,
  phoneNumberStatus: readOnly(otherwise(oneOf('ACTIVE'), 'ACTIVE')),
  dateCreated: readOnly(text(40)),
};

export type SmsNumber = RecordWithId<typeof smsNumber>;
