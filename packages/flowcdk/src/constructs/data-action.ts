import { Construct } from 'constructs';
import type { DataAction } from '../data-action';
import { IntegrationAction } from '@flowcdk/provider-genesyscloud/lib/integration-action';
import { Deployed } from './deployed';
import { literalText } from './terraform-text';
import { requestConfig, responseConfig } from './templates';

/** A data action. */
export class DataActionOfIntegration extends Construct {
  readonly resource: IntegrationAction;

  constructor(scope: Construct, id: string, { dataAction }: { readonly dataAction: DataAction }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const { request, response, contract } = dataAction;
    const dependsOn = deployed.dependencies([dataAction.integration]);
    this.resource = new IntegrationAction(this, 'data-action', {
      name: literalText(dataAction.name),
      category: literalText(dataAction.category),
      integrationId: deployed.idOf(dataAction.integration) ?? '',
      // The action also needs the custom authentication, to which the id of the integration does not refer.
      ...(dependsOn.length > 0 ? { dependsOn } : {}),
      secure: dataAction.secure ?? false,
      ...(dataAction.timeoutSeconds === undefined ? {} : { configTimeoutSeconds: dataAction.timeoutSeconds }),
      contractInput: literalText(JSON.stringify(contract.input)),
      contractOutput: literalText(JSON.stringify(contract.output)),
      configRequest: requestConfig(request, deployed),
      configResponse: responseConfig(response),
    });
    deployed.create(dataAction, { id: this.resource.id, element: this.resource });
  }
}
