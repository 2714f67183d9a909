import { defined, type OrUndefined } from '../ground/defined';
import type { Addressed, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import type { Credential, CredentialOf, CredentialType } from './credential';
import { integrationProblems } from './integration-problems';
import type { ResponseTemplate } from './response/response-template';
import type { RequestTemplate } from './request';

/**
 * Which kind of integration carries the data actions, with the platform's id of the type:
 * web services have absolute URLs and a credential of their own, Genesys Cloud has `/api/v2/…` and an OAuth client.
 */
export const integrationTypes = {
  webServices: 'custom-rest-actions',
  genesysCloud: 'purecloud-data-actions',
} as const;

/**
 * The kinds of integration that carry data actions: `webServices` for services of others, `genesysCloud` for the own
 * API.
 */
export type IntegrationKind = keyof typeof integrationTypes;

/**
 * What data actions run on.
 *
 * `Keys` are the fields of its credential, `Tokens` the fields of its token answer.
 */
export interface Integration<
  Kind extends IntegrationKind = IntegrationKind,
  out Keys extends string = string,
  out Tokens extends string = string,
>
  extends Definition, HasOrigin {
  readonly definition: 'integration';
  readonly integration: Kind;
  /** Shown in the organisation, and the category under which Architect lists its data actions. */
  readonly name: string;
  /** True where the organisation has it already and no stack of ours creates it. */
  readonly existing?: boolean;
  readonly notes?: string;
  readonly credential?: CredentialOf<CredentialType, Keys>;
  /** How it asks for tokens. */
  readonly customAuth?: CustomAuthAction<Tokens>;
  /**
   * What its OAuth client may do; its role holds these and nothing else. Genesys Cloud only.
   * @default what the endpoints require that its data actions call
   */
  readonly permissions?: readonly Permission[];
  /** A role of the organisation that holds the permissions already. @default a role is made */
  readonly role?: string;
  readonly problems: readonly Finding[];
}

/** A custom auth action: the token request of an integration. */
export interface CustomAuthAction<out Tokens extends string = string> {
  readonly name: string;
  readonly request: RequestTemplate;
  readonly response: ResponseTemplate;
  /** The fields `authResponse(…)` can name. */
  readonly tokens: readonly Tokens[];
}

/** `domain:entity:action`, as in `architect:flow:launch`. */
export type Permission = `${string}:${string}:${string}`;

/**
 * An integration with web services of others.
 *
 * @example
 * ```ts
 * webServices({ name: 'Customer databases', notes: 'Asked about every caller.' });
 * ```
 */
export function webServices<const C extends Credential | undefined = undefined>(
  props: Addressed & {
    readonly name: string;
    /** @default none: the services are open */
    readonly credential?: C | undefined;
    readonly notes?: string | undefined;
  },
): Integration<'webServices', KeysOf<C>, never> & WithCredential<C> {
  const { name, credential, notes, address } = props;
  const integration = defineIntegration(definedBy(webServices), {
    integration: 'webServices',
    name,
    credential: credential as CredentialOf<CredentialType, KeysOf<C>> | undefined,
    notes,
    address,
  });
  return integration as Integration<'webServices', KeysOf<C>, never> & WithCredential<C>;
}

type KeysOf<C> = C extends CredentialOf<CredentialType, infer Keys> ? Keys : never;
type WithCredential<C> = C extends undefined ? unknown : { readonly credential: C };

/**
 * An integration with Genesys Cloud's own API. An OAuth client is made for it, and a role with the permissions that its
 * data actions need: they follow from the endpoints that these call.
 *
 * @example
 * ```ts
 * genesysCloud({ name: 'Flow launcher' })
 * ```
 */
export function genesysCloud(
  props: Addressed & {
    readonly name: string;
    /**
     * What its data actions may do, where it has to be said: for an endpoint that Flowcdk does not know.
     * @default what the endpoints require that its data actions call
     */
    readonly permissions?: readonly Permission[] | undefined;
    /**
     * The name of a role the organisation has already, which holds the permissions. The platform lets a deploying
     * client assign only roles that it holds itself (documented). With an existing role, nobody has to assign a new
     * role between two deployments.
     * @default a role with just the permissions is made
     */
    readonly role?: string | undefined;
    readonly notes?: string | undefined;
  },
): Integration<'genesysCloud', never, never> {
  const { name, permissions, role, notes, address } = props;
  return defineIntegration(definedBy(genesysCloud), {
    integration: 'genesysCloud',
    name,
    permissions: permissions && Object.freeze([...permissions]),
    role,
    notes,
    address,
  });
}

type Parts<Kind extends IntegrationKind, Keys extends string> = Omit<
  Integration<Kind, Keys, never>,
  'definition' | 'definition' | 'problems' | 'customAuth' | typeof ORIGIN
>;

function defineIntegration<Kind extends IntegrationKind, Keys extends string>(
  origin: ReturnType<typeof definedBy>,
  options: OrUndefined<Parts<Kind, Keys>>,
): Integration<Kind, Keys, never> {
  const parts = defined(options) as Parts<Kind, Keys>;
  const problems = Object.freeze(integrationProblems(parts, sourceLine(origin)));
  return Object.freeze({ [ORIGIN]: origin, definition: 'integration', ...parts, problems });
}
