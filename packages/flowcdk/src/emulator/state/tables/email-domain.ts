import { object, oneOf, otherwise, readOnly, reference, text, yesNo } from '../shape';

/** A domain at which the org gets mail. Its id is its name. */
export const emailDomain = {
  name: readOnly(text(256)),
  subDomain: otherwise(yesNo, false),
  mxRecordStatus: readOnly(oneOf('VALID', 'INVALID', 'NOT_AVAILABLE')),
  mailFromSettings: object({ mailFromDomain: text(256), status: text(40) }),
  customSMTPServer: reference,
};
