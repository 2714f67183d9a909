import type { ActionTemplates } from './contracts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether JSON is a file of the Export button: those name the type of the integration, and no category. */
export const isExport = (fields: object): boolean => typeof (fields as Fields)['integrationType'] === 'string';

/** The types of integration whose data actions have a definition. */
const integrations: Readonly<Partial<Record<string, ActionTemplates['integration']>>> = {
  'custom-rest-actions': 'webServices',
  'purecloud-data-actions': 'genesysCloud',
};

/** The whole input as JSON, which an action without a body of its own has as its template. */
const WHOLE_INPUT = '${input.rawRequest}';

/** The templates of a data action in JSON. Undefined where something of it is not known. */
export function templatesIn(fields: object): ActionTemplates | undefined {
  const { config, contract, secure, integrationType } = fields as Fields;
  const [request, response] = [part(config, 'request'), part(config, 'response')];
  const { requestUrlTemplate: url, requestType: method, requestTemplate: body } = request;
  if (typeof url !== 'string' || url === '' || typeof method !== 'string') return undefined;
  const integration = typeof integrationType === 'string' ? integrations[integrationType] : integrationOf(url);
  const input = part(part(contract, 'input'), 'inputSchema');
  const output = part(part(contract, 'output'), 'successSchema');
  const { successTemplate = '${rawResult}' } = response;
  if (!integration || typeof successTemplate !== 'string') return undefined;
  const timeout = part(fields, 'config')['timeoutSeconds'];
  return {
    integration,
    contract: { input, output },
    request: {
      method,
      url,
      headers: texts(request['headers']),
      ...(typeof body === 'string' && body !== '' && body !== WHOLE_INPUT ? { body } : {}),
    },
    response: {
      translationMap: texts(response['translationMap']),
      translationMapDefaults: texts(response['translationMapDefaults']),
      successTemplate,
    },
    ...(typeof timeout === 'number' && timeout > 0 ? { timeoutSeconds: timeout } : {}),
    secure: secure === true,
  };
}

/** The kind of integration by the address: Genesys Cloud's own API, or a service. Others have addresses of other forms. */
function integrationOf(url: string): ActionTemplates['integration'] | undefined {
  if (url.startsWith('/api/')) return 'genesysCloud';
  return url.startsWith('http://') || url.startsWith('https://') || url.startsWith('$') ? 'webServices' : undefined;
}

function part(of: unknown, name: string): Fields {
  const inner = isFields(of) ? of[name] : undefined;
  return isFields(inner) ? inner : {};
}

const texts = (of: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isFields(of) ? of : {}).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
