import { required, text, yesNo } from '../shape';

/** The organisation itself. No request creates or changes it. */
export const organization = {
  name: required(text()),
  defaultLanguage: required(text()),
  defaultCountryCode: required(text()),
  domain: required(text()),
  defaultSiteId: required(text()),
  thirdPartyOrgName: required(text()),
  state: required(text()),
  voicemailEnabled: required(yesNo),
  productPlatform: required(text()),
  supportURI: required(text()),
};
