import { collection } from '../resource-kind';
import { isValues, listOf } from '../values';

export const processautomationTrigger = collection({
  path: '/api/v2/processAutomation/triggers',
  fixed: ['topic_name'],
  versioned: true,
  body: (given) => {
    const target = given.block('target');
    const dataFormat = target?.block('workflow_target_settings')?.text('data_format');
    return {
      ...given.fields('name', 'topic_name', 'enabled', 'delay_by_seconds'),
      description: given.text('description') ?? '',
      eventTTLSeconds: given.value('event_ttl_seconds'),
      // The provider sends these four fields and no others.
      matchCriteria: listOf(given.json('match_criteria')).map((criterion) => {
        const { jsonPath, operator, value, values } = isValues(criterion) ? criterion : {};
        return { jsonPath, operator, value, values };
      }),
      target: target && {
        ...target.fields('type', 'id'),
        workflowTargetSettings: dataFormat === undefined ? undefined : { dataFormat },
      },
    };
  },
});
