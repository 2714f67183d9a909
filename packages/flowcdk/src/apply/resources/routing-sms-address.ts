import { collection } from '../resource-kind';

export const routingSmsAddress = collection({
  path: '/api/v2/routing/sms/addresses',
  fixed: 'all',
  body: (given) => ({
    name: given.text('name') ?? '',
    ...given.fields('street', 'city', 'region', 'postal_code', 'country_code', 'auto_correct_address'),
  }),
});
