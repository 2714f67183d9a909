export { object, type ObjectOf, type JsonSchema } from './contract';
export {
  basicAuth,
  type Credential,
  type CredentialOf,
  type CredentialType,
  secret,
  type Secret,
  userDefined,
  userDefinedOAuth,
} from './credential';
export { customAuth, type CustomAuthProps } from './custom-auth';
export { dataAction, type DataAction, type DataActionProps } from './data-action';
export {
  type CustomAuthAction,
  genesysCloud,
  type Integration,
  type IntegrationKind,
  integrationTypes,
  type Permission,
  webServices,
} from './integration';
export { type ExportedAction, exportedAction, exportText } from './export/exported-action';
export { looksLikeExport, placeOfKey, readExport, type ReadExport } from './export/read-export';
export { permissionsOfCall } from './endpoint-permissions';
export { dataActionFromTemplates, type DataActionTemplates, outputNames } from './from-templates';
export { launchWorkflow, type LaunchWorkflowProps } from './launch-workflow';
export { type HttpRequest, type RequestTemplate } from './request';
export {
  actionsOf,
  callOf,
  hasDerivedRole,
  requiredPermissions,
  type RequiredPermissions,
} from './required-permissions';
export { parseJsonPath } from '@flowcdk/data-action-engines/json-path';
export { type ResponseTemplate } from './response/response-template';
export { at, constant, first, type Source } from './response/source';
export { form, rawBody } from './template/body';
export { authResponse, base64, credential, deployed, jsonText, text, url } from './template/part';
export { render, type Template, type TemplatePart, velocity } from './template/template';
