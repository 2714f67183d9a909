import { filled, listOf, name, oneOf, otherwise, readOnly, reference, required, text, whole, yesNo } from '../shape';

/** A site of the telephony. */
export const site = {
  name,
  description: text(),
  location: required(reference),
  mediaModel: oneOf('Premises', 'Cloud'),
  mediaRegions: listOf(text()),
  mediaRegionsUseLatencyBased: yesNo,
  callerId: text(),
  callerName: text(),
  version: filled(whole()),
  /** Whether the platform runs the site. */
  managed: readOnly(otherwise(yesNo, false)),
  state: readOnly(otherwise(oneOf('active'), 'active')),
};
