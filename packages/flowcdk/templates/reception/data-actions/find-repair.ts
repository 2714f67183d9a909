import { dataAction, optional, seconds, string } from 'flowcdk';
import { at, credential, url } from 'flowcdk/templates';
import { type Service, workshop } from './workshop';

/**
 * Asks the workshop how far a repair is:
 *
 *     GET /repairs/4711
 *     { "ticket": "4711", "state": "READY" }
 */
export const findRepair = ({ baseUrl, timeout }: Service) =>
  dataAction({
    name: 'Find repair',
    integration: workshop,
    input: { ticket: string({ description: 'The four digits on the ticket' }) },
    output: { state: optional(string({ description: 'READY, IN_WORK, or nothing for an unknown ticket' })) },
    request: ({ ticket }) => ({
      method: 'GET',
      url: url`${baseUrl}/repairs/${ticket}`,
      headers: { 'X-Api-Key': credential('apiKey') },
    }),
    response: { state: at('$.state') },
    timeout: seconds(timeout),
  });
