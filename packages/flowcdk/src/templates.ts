/**
 * What stands in the requests and responses of data actions: texts with inputs and credentials in them (`url`, `text`,
 * `credential`), and where outputs are found in an answer (`at`, `first`, `constant`).
 *
 * @module flowcdk/templates
 */
export { type HttpRequest, type RequestTemplate } from './data-action/request';
export { type ResponseTemplate } from './data-action/response/response-template';
export { at, constant, first, type Source } from './data-action/response/source';
export { form, rawBody } from './data-action/template/body';
export { authResponse, base64, credential, deployed, jsonText, text, url } from './data-action/template/part';
export { render, type Template, type TemplatePart } from './data-action/template/template';
