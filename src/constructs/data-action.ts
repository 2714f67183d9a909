import { Construct } from 'constructs';
import type { DataAction } from '../data-action';
import { IntegrationAction } from '../provider';
import { Deployed } from './deployed';
import { literalText } from './terraform-text';
import { literalTexts, templateText, templateTexts } from './templates';

/** A data action. */
export class DataActionOfIntegration extends Construct {
  readonly resource: IntegrationAction;

  constructor(scope: Construct, id: string, { dataAction }: { readonly dataAction: DataAction }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const { request, response, contract } = dataAction;
    const hasHeaders = Object.keys(request.headers).length > 0;
    const hasMap = Object.keys(response.translationMap).length > 0;
    const hasDefaults = Object.keys(response.translationMapDefaults).length > 0;
    this.resource = new IntegrationAction(this, 'data-action', {
      name: literalText(dataAction.name),
      category: literalText(dataAction.category),
      integrationId: deployed.idOf(dataAction.integration) ?? '',
      // Custom authentication too must be there, which the id of the integration does not say.
      dependsOn: deployed.dependencies([dataAction.integration]),
      secure: dataAction.secure ?? false,
      ...(dataAction.timeoutSeconds === undefined ? {} : { configTimeoutSeconds: dataAction.timeoutSeconds }),
      contractInput: literalText(JSON.stringify(contract.input)),
      contractOutput: literalText(JSON.stringify(contract.output)),
      configRequest: {
        requestUrlTemplate: templateText(request.url, deployed),
        requestType: request.method,
        ...(request.body ? { requestTemplate: templateText(request.body, deployed) } : {}),
        ...(hasHeaders ? { headers: templateTexts(request.headers, deployed) } : {}),
      },
      configResponse: {
        ...(hasMap ? { translationMap: literalTexts(response.translationMap) } : {}),
        ...(hasDefaults ? { translationMapDefaults: literalTexts(response.translationMapDefaults) } : {}),
        successTemplate: literalText(response.successTemplate),
      },
    });
    deployed.create(dataAction, { id: this.resource.id, element: this.resource });
  }
}
