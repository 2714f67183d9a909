import { processautomationTrigger as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection } from '../resource-kind';

export const processautomationTrigger = collection({
  path: '/api/v2/processAutomation/triggers',
  table,
  fixed: ['topic_name'],
  versioned: true,
});
