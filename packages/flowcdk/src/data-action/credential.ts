/**
 * A value that only Terraform knows: a sensitive variable of that name. No file that Flowcdk writes holds it, and flows
 * and templates never see it.
 */
export interface Secret {
  readonly kind: 'secret';
  /** The name of the Terraform variable: lower case, digits, underscores. */
  readonly name: string;
  /** Shown to whoever is asked for the value. */
  readonly description: string;
}

/**
 * A secret: a sensitive variable of Terraform. Its value stands in no file that Flowcdk writes.
 *
 * @example
 * ```ts
 * const key = secret('alpha_api_key', 'API key of database Alpha');
 * ```
 */
export const secret = (name: string, description: string): Secret =>
  Object.freeze({ kind: 'secret', name, description });

/** What an integration signs in with. The type names and their fields are the platform's (documented). */
export type Credential =
  CredentialOf<'basicAuth', never> | CredentialOf<'userDefined', string> | CredentialOf<'userDefinedOAuth', string>;

/** A credential of one type, with the names of its fields. */
export interface CredentialOf<Kind extends CredentialType, out Keys extends string> {
  readonly type: Kind;
  readonly fields: Readonly<Record<string, Secret | string>>;
  /** Only for the compiler. */
  readonly '~keys'?: Keys;
}

/** The types of credential an integration can hold, by the platform's names (documented). */
export type CredentialType = 'basicAuth' | 'userDefined' | 'userDefinedOAuth';

/**
 * Basic authentication. The platform adds the `Authorization` header by itself, so templates have nothing to name.
 *
 * @example
 * ```ts
 * webServices({ name: 'Beta', credential: basicAuth({ userName: 'flows', password: secret('beta_password', 'Password of Beta') }) });
 * ```
 */
export const basicAuth = (fields: {
  readonly userName: Secret | string;
  readonly password: Secret;
}): CredentialOf<'basicAuth', never> => credentialOf('basicAuth', fields);

/**
 * A credential with fields of your own. A request names them by `credential(…)` of `flowcdk/templates`.
 *
 * @example
 * ```ts
 * webServices({ name: 'Alpha', credential: userDefined({ apiKey: secret('alpha_api_key', 'API key of Alpha') }) });
 * ```
 */
export const userDefined = <const Keys extends string>(fields: { readonly [K in Keys]: Secret | string }): CredentialOf<
  'userDefined',
  Keys
> => credentialOf('userDefined', fields);

/**
 * What a client needs to ask for a token, used by `customAuth`. Further fields may be added.
 *
 * @example
 * ```ts
 * userDefinedOAuth({
 *   clientId: secret('gamma_client_id', 'Client of Gamma'),
 *   clientSecret: secret('gamma_client_secret', 'Secret of the client of Gamma'),
 *   loginUrl: 'https://gamma.example/token',
 * });
 * ```
 */
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
