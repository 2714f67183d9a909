import { collection } from '../resource-kind';

export const telephonyProvidersEdgesDidPool = collection({
  path: '/api/v2/telephony/providers/edges/didpools',
  body: (given) => ({
    ...given.fields('start_phone_number', 'end_phone_number'),
    description: given.text('description') ?? '',
    comments: given.text('comments') ?? '',
    provider: given.text('pool_provider') ?? '',
  }),
});
