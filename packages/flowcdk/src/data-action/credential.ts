/**
 * A value only Terraform knows: a sensitive variable of that name. It never stands in a file of ours, and flows and
 * templates never see it.
 */
export interface Secret {
  readonly kind: 'secret';
  /** The name of the Terraform variable: lower case, digits, underscores. */
  readonly name: string;
  /** Shown to whoever is asked for the value. */
  readonly description: string;
}

/** A secret: `secret('alpha_api_key', 'API key of database Alpha')`. */
export const secret = (name: string, description: string): Secret =>
  Object.freeze({ kind: 'secret', name, description });

/** What an integration signs in with. The type names and their fields are the platform's (documented). */
export type Credential =
  CredentialOf<'basicAuth', never> | CredentialOf<'userDefined', string> | CredentialOf<'userDefinedOAuth', string>;

export interface CredentialOf<Kind extends CredentialType, out Keys extends string> {
  readonly type: Kind;
  readonly fields: Readonly<Record<string, Secret | string>>;
  /** Only for the compiler. */
  readonly '~keys'?: Keys;
}

export type CredentialType = 'basicAuth' | 'userDefined' | 'userDefinedOAuth';

/** Basic authentication. The platform adds the `Authorization` header by itself, so templates have nothing to name. */
export const basicAuth = (fields: {
  readonly userName: Secret | string;
  readonly password: Secret;
}): CredentialOf<'basicAuth', never> => credentialOf('basicAuth', fields);

/** Fields of your own, used in a request by `credential('apiKey')`. */
export const userDefined = <const Keys extends string>(fields: { readonly [K in Keys]: Secret | string }): CredentialOf<
  'userDefined',
  Keys
> => credentialOf('userDefined', fields);

/** What a client needs to ask for a token, used by `customAuth`. Further fields may be added. */
export const userDefinedOAuth = <const Keys extends string = never>(
  fields: { readonly [K in Keys]: Secret | string } & {
    readonly clientId: Secret | string;
    readonly clientSecret: Secret;
    /** Where tokens are asked for. */
    readonly loginUrl: Secret | string;
  },
): CredentialOf<'userDefinedOAuth', Keys | 'clientId' | 'clientSecret' | 'loginUrl'> =>
  credentialOf('userDefinedOAuth', fields);

const credentialOf = <Kind extends CredentialType, Keys extends string>(
  type: Kind,
  fields: Readonly<Record<string, Secret | string>>,
): CredentialOf<Kind, Keys> => Object.freeze({ type, fields: Object.freeze({ ...fields }) });
