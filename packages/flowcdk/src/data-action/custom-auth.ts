import { definedBy, ORIGIN, sourceLine } from '../architect/origin';
import { string } from '../architect/types';
import type { CredentialOf } from './credential';
import type { Integration } from './integration';
import { customAuthProblems } from './request-problems';
import { type HttpRequest, requestTemplate } from './request';
import { responseTemplate } from './response/response-template';
import { at, type Source } from './response/source';
import { form } from './template/body';
import { type Base64, credential, type CredentialReference, type Part } from './template/part';

type OAuthIntegration<Keys extends string> = Integration<'webServices', Keys, never> & {
  readonly credential: CredentialOf<'userDefinedOAuth', Keys>;
};

type TokenRequestPart<Keys extends string> = CredentialReference<Keys> | Base64<CredentialReference<Keys>>;

/** How an integration asks for its token. */
export interface CustomAuthProps<Keys extends string, Tokens extends string> {
  /** With a credential made by `userDefinedOAuth`. */
  readonly integration: OAuthIntegration<Keys>;
  /** @default the integration's name with "authentication" behind it */
  readonly name?: string | undefined;
  /** @default client credentials, form-encoded, to `loginUrl` */
  readonly request?: HttpRequest<TokenRequestPart<Keys>> | undefined;
  /**
   * The fields of the answer that `authResponse(…)` can name.
   * @default `{ access_token: at('$.access_token') }`
   */
  readonly response?: { readonly [T in Tokens]: Source<string> } | undefined;
}

/**
 * An integration that asks for a token before it calls a data action, and uses it until it expires.
 *
 * @example
 * ```ts
 * const gamma = customAuth({
 *   integration: webServices({
 *     name: 'Gamma',
 *     credential: userDefinedOAuth({
 *       clientId: 'flows',
 *       clientSecret: secret('gamma_client_secret', 'Secret of the client of Gamma'),
 *       loginUrl: 'https://gamma.example/token',
 *     }),
 *   }),
 * });
 * dataAction({
 *   name: 'Find customer in Gamma',
 *   integration: gamma,
 *   input: { phoneNumber: string() },
 *   output: { name: string() },
 *   request: ({ phoneNumber }) => ({
 *     method: 'GET',
 *     url: url`https://gamma.example/customers?phone=${phoneNumber}`,
 *     headers: { Authorization: text`Bearer ${authResponse('access_token')}` },
 *   }),
 * });
 * ```
 * ⇒ `POST ${credentials.loginUrl}` with
 * `grant_type=client_credentials&client_id=${esc.url($credentials.clientId)}&client_secret=…`
 */
export function customAuth<Keys extends string, const Tokens extends string = 'access_token'>(
  props: CustomAuthProps<Keys, Tokens>,
): Integration<'webServices', Keys, Tokens> {
  const { integration } = props;
  const origin = definedBy(customAuth);
  const name = props.name ?? `${integration.name} authentication`;
  const request = (props.request ?? clientCredentials) as HttpRequest<Part>;
  const sources: Readonly<Record<string, Source<string>>> = props.response ?? { access_token: at('$.access_token') };
  const tokens = Object.keys(sources);
  const outputs = Object.fromEntries(tokens.map((token) => [token, string()]));
  const problems = customAuthProblems({ name, integration, request, sources, outputs }, sourceLine(origin));
  return Object.freeze({
    ...integration,
    [ORIGIN]: origin,
    customAuth: Object.freeze({
      name,
      request: requestTemplate(request),
      response: responseTemplate(outputs, sources),
      tokens: Object.freeze(tokens) as readonly Tokens[],
    }),
    problems: Object.freeze([...integration.problems, ...problems]),
  });
}

/** RFC 6749 §4.4, the client in the body. */
const clientCredentials: HttpRequest<CredentialReference<'clientId' | 'clientSecret' | 'loginUrl'>> = {
  method: 'POST',
  url: credential('loginUrl'),
  body: form({
    grant_type: 'client_credentials',
    client_id: credential('clientId'),
    client_secret: credential('clientSecret'),
  }),
};
