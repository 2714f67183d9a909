import { Construct } from 'constructs';
import { TerraformStack, TerraformVariable } from '@flowcdk/provider-genesyscloud/cdktf';
import { type Credential, type Integration, integrationTypes, type Permission, type Secret } from '../data-action';
import { AuthRole } from '@flowcdk/provider-genesyscloud/lib/auth-role';
import { DataGenesyscloudAuthDivisionHome } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-auth-division-home';
import { DataGenesyscloudAuthRole } from '@flowcdk/provider-genesyscloud/lib/data-genesyscloud-auth-role';
import { Integration as IntegrationResource } from '@flowcdk/provider-genesyscloud/lib/integration';
import { IntegrationCredential } from '@flowcdk/provider-genesyscloud/lib/integration-credential';
import { IntegrationCustomAuthAction } from '@flowcdk/provider-genesyscloud/lib/integration-custom-auth-action';
import { OauthClient } from '@flowcdk/provider-genesyscloud/lib/oauth-client';
import { Deployed } from './deployed';
import { divisionOf } from './division';
import { literalText } from './terraform-text';
import { requestConfig, responseConfig } from './templates';

/** What a {@link ServiceIntegration} is made of. */
export interface ServiceIntegrationProps {
  readonly integration: Integration;
  /** What its data actions need, where the integration does not say it. @default none */
  readonly permissions?: readonly Permission[] | undefined;
}

const isGenesysCloud = ({ integration }: Integration): boolean => integration === 'genesysCloud';

/**
 * An integration and its means to sign in: a credential whose secrets only Terraform knows, or, for Genesys Cloud's own
 * API, an OAuth client whose role holds the permissions that its data actions need and nothing else.
 */
export class ServiceIntegration extends Construct {
  readonly resource: IntegrationResource;

  constructor(scope: Construct, id: string, { integration, permissions }: ServiceIntegrationProps) {
    super(scope, id);
    const { name, notes } = integration;
    const credentials = isGenesysCloud(integration)
      ? { pureCloudOAuthClient: this.#oauthClient(integration, integration.permissions ?? permissions ?? []) }
      : integration.credential && { basicAuth: this.#credential(name, integration.credential as Credential) };
    this.resource = new IntegrationResource(this, 'integration', {
      integrationType: integrationTypes[integration.integration],
      // Data actions of a disabled integration fail when they run.
      intendedState: 'ENABLED',
      config: {
        name: literalText(name),
        ...(notes === undefined ? {} : { notes: literalText(notes) }),
        properties: '{}',
        advanced: '{}',
        ...(credentials ? { credentials } : {}),
      },
    });
    const deployed = Deployed.of(this);
    const auth = integration.customAuth && this.#customAuth(integration.customAuth, deployed);
    // A data action of an integration with custom authentication works only when the custom authentication exists.
    deployed.create(integration, { id: this.resource.id, element: auth ?? this.resource });
  }

  #credential(name: string, credential: Credential): string {
    const fields: Readonly<Record<string, Secret | string>> = credential.fields;
    return new IntegrationCredential(this, 'credential', {
      name: literalText(name),
      credentialTypeName: credential.type,
      fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, this.#fieldText(value)])),
    }).id;
  }

  #fieldText(value: Secret | string): string {
    return typeof value === 'string' ? literalText(value) : secretVariable(TerraformStack.of(this), value);
  }

  /** The client's secret goes from the provider straight into the credential; no file ever holds it. */
  #oauthClient({ name, role }: Integration, permissions: readonly Permission[]): string {
    const roleId = role === undefined ? this.#role(name, permissions) : this.#existingRole(role);
    const { divisionId = new DataGenesyscloudAuthDivisionHome(this, 'home-division', {}).id } = divisionOf(this);
    return new OauthClient(this, 'oauth-client', {
      name: literalText(`${name} integration`),
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roles: [{ roleId, divisionId }],
      integrationCredentialName: literalText(`${name} integration`),
    }).integrationCredentialId;
  }

  #role(name: string, permissions: readonly Permission[]): string {
    return new AuthRole(this, 'role', {
      name: literalText(`${name} integration`),
      description: 'Only what the data actions of the integration need',
      permissionPolicies: policiesOf(permissions),
    }).id;
  }

  #existingRole(name: string): string {
    return new DataGenesyscloudAuthRole(this, 'role', { name: literalText(name) }).id;
  }

  #customAuth(auth: NonNullable<Integration['customAuth']>, deployed: Deployed): IntegrationCustomAuthAction {
    return new IntegrationCustomAuthAction(this, 'custom-auth', {
      integrationId: this.resource.id,
      name: literalText(auth.name),
      configRequest: requestConfig(auth.request, deployed),
      configResponse: responseConfig(auth.response),
    });
  }
}

/** `architect:flow:launch` and its like, one policy for each domain and entity. */
function policiesOf(permissions: readonly Permission[]) {
  const policies = new Map<
    string,
    { readonly domain: string; readonly entityName: string; readonly actionSet: string[] }
  >();
  for (const permission of [...new Set(permissions)].sort()) {
    const [domain = '', entityName = '', action = ''] = permission.split(':');
    const key = `${domain}:${entityName}`;
    const policy = policies.get(key) ?? { domain, entityName, actionSet: [] };
    policy.actionSet.push(action);
    policies.set(key, policy);
  }
  return [...policies.values()];
}

/** The sensitive variable of a secret. A secret that is used twice has one variable. */
function secretVariable(stack: TerraformStack, { name, description }: Secret): string {
  const scope = (stack.node.tryFindChild('secret') as Construct | undefined) ?? new Construct(stack, 'secret');
  // Every construct seems to have a child called `constructor`.
  const id = `variable-${name}`;
  const known = scope.node.tryFindChild(id) as TerraformVariable | undefined;
  const variable =
    known ??
    new TerraformVariable(scope, id, { type: 'string', sensitive: true, description: literalText(description) });
  variable.overrideLogicalId(name);
  return variable.stringValue;
}
