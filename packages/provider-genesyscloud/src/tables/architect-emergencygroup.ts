import { api, references, unset, unsetInChanges } from '../base/api-column';
import { block, optional, optionalComputed, required } from '../base/schema';

export const architectEmergencygroup = {
  /** Seen in the org. A change makes a new one, and flows that name the old one have to be published again. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id')),
  /** What kind of emergency it is for. */
  description: optional('string', unsetInChanges('')),
  /** Whether the emergency is on. @default false */
  enabled: optional('bool', unset(false)),
  /** Which flow answers which call routes while it is on. */
  emergencyCallFlows: block(
    'list',
    '0..*',
    {
      /** Inbound call flow that answers. */
      emergencyFlowId: required('string', api('emergencyFlow.id')),
      /** Call routes it answers. */
      ivrIds: required('set(string)', api('ivrs'), references(), unset([])),
    },
    unset([]),
  ),
};
