import { resource } from './base/resource';
import { type Config } from './base/schema';
import { oauthClient } from './tables/oauth-client';

export interface OauthClientConfig extends Config<typeof oauthClient> {}

/** An OAuth client: how a program signs in to the org. */
export class OauthClient extends resource('genesyscloud_oauth_client', oauthClient)<OauthClientConfig> {}
