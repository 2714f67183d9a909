import { render, type RequestTemplate, type ResponseTemplate, type Template } from '../data-action';
import type { Deployed } from './deployed';
import { literalText } from './terraform-text';

/** The request of a data action or a token request as the provider takes it. */
export const requestConfig = ({ url, method, body, headers }: RequestTemplate, deployed: Deployed) => ({
  requestUrlTemplate: templateText(url, deployed),
  requestType: method,
  ...(body ? { requestTemplate: templateText(body, deployed) } : {}),
  ...(isEmpty(headers) ? {} : { headers: mapTexts(headers, (header) => templateText(header, deployed)) }),
});

/** How the answer becomes the outputs. Empty maps are left out, because the platform does not keep them. */
export const responseConfig = ({ translationMap, translationMapDefaults, successTemplate }: ResponseTemplate) => ({
  ...(isEmpty(translationMap) ? {} : { translationMap: mapTexts(translationMap, literalText) }),
  ...(isEmpty(translationMapDefaults) ? {} : { translationMapDefaults: mapTexts(translationMapDefaults, literalText) }),
  successTemplate: literalText(successTemplate),
});

/** A template of a data action as Terraform gets it: its own `${` kept, ids of what is deployed put in. */
const templateText = (template: Template, deployed: Deployed): string =>
  render(template, (definition) => deployed.idOf(definition) ?? '', literalText);

const isEmpty = (map: object): boolean => Object.keys(map).length === 0;

const mapTexts = <T>(texts: Readonly<Record<string, T>>, change: (text: T) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]));
