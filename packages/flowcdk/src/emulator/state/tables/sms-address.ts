import { required, text, yesNo } from '../shape';

/** An address for text messages. */
export const smsAddress = {
  name: text(),
  street: required(text()),
  city: required(text()),
  region: required(text()),
  postalCode: required(text(20)),
  /** Two letters. */
  countryCode: required(text(2, 2)),
  autoCorrectAddress: yesNo,
};
