import { telephonyProvidersEdgesDidPool as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const telephonyProvidersEdgesDidPool = collection({
  path: '/api/v2/telephony/providers/edges/didpools',
  table,
  label: 'start_phone_number',
});
