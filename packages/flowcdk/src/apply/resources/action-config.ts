import type { Attributes } from '../attributes';

/** What a data action asks and what it makes of the answer. */
export function configOf(given: Attributes) {
  const request = given.block('config_request');
  const response = given.block('config_response');
  return {
    timeoutSeconds: given.value('config_timeout_seconds'),
    request: request
      ? {
          requestUrlTemplate: request.text('request_url_template') ?? '',
          requestTemplate: request.text('request_template') ?? '',
          requestType: request.text('request_type'),
          headers: request.map('headers') ?? {},
        }
      : {},
    response: response
      ? {
          translationMap: response.map('translation_map') ?? {},
          translationMapDefaults: response.map('translation_map_defaults') ?? {},
          successTemplate: response.text('success_template') ?? '',
        }
      : {},
  };
}

export const contractOf = (given: Attributes) => ({
  input: { inputSchema: given.json('contract_input') },
  output: { successSchema: given.json('contract_output') },
});
