import { collection, inDivision } from '../resource-kind';

export const architectEmergencygroup = collection({
  path: '/api/v2/architect/emergencygroups',
  fixed: ['name'],
  versioned: true,
  body: (given, changing) => ({
    name: given.text('name'),
    // A change sends it in any case.
    description: given.text('description') ?? (changing ? '' : undefined),
    ...inDivision(given),
    enabled: given.value('enabled') ?? false,
    emergencyCallFlows: given.blocks('emergency_call_flows').map((answer) => ({
      emergencyFlow: answer.reference('emergency_flow_id'),
      ivrs: (answer.texts('ivr_ids') ?? []).map((id) => ({ id })),
    })),
  }),
});
