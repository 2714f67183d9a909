import { anything, bodyOnly, listOf, name, object, oneOf, otherwise, readOnly, required, text, whole } from '../shape';
import type { RecordWithId } from '../record';

/** Seconds in a day: the default lifetime of a token. */
export const DAY = 86_400;

/** An OAuth client. */
export const oauthClient = {
  /** Seconds: between five minutes and 450 days. */
  accessTokenValiditySeconds: otherwise(whole(300, 38_880_000), DAY),
  state: otherwise(oneOf('active', 'disabled', 'inactive'), 'active'),
  name,
  description: text(),
  authorizedGrantType: required(
    oneOf('CODE', 'TOKEN', 'SAML2BEARER', 'SAML2-BEARER', 'PASSWORD', 'CLIENT-CREDENTIALS'),
  ),
  registeredRedirectUri: listOf(text()),
  scope: listOf(text()),
  roleDivisions: listOf(object({ roleId: required(text()), divisionId: text() })),
  secret: bodyOnly(anything),
  secretHash: readOnly(text()),
};

export type OAuthClient = RecordWithId<typeof oauthClient>;
