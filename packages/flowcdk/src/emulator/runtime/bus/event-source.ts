import { EVENT_SOURCE_TYPE, sourceProblems } from '../../../event-bridge';
import type { Org } from '../../state/org';
import type { Integration } from '../../state/tables/integration';

/** A partner event source of AWS, as an integration describes it. */
export interface EventSource {
  /** `aws.partner/genesys.com/cloud/ORGANISATION/SUFFIX` (documented) */
  readonly name: string;
  readonly suffix: string;
  readonly account: string;
  readonly region: string;
  /** Topics with their placeholder. */
  readonly topics: readonly string[];
}

/** The event sources of the integrations that are switched on and have valid properties. */
export function eventSources(org: Org): readonly EventSource[] {
  return org
    .all('integration')
    .filter(
      ({ integrationType, intendedState }) => integrationType.id === EVENT_SOURCE_TYPE && intendedState === 'ENABLED',
    )
    .flatMap((integration) => sourceOf(integration, org));
}

function sourceOf({ properties = {} }: Integration, org: Org): readonly EventSource[] {
  if (sourceProblems(properties).length > 0) return [];
  const suffix = String(properties['eventSourceSuffix']);
  return [
    {
      name: `aws.partner/genesys.com/cloud/${org.all('organization')[0]?.id ?? ''}/${suffix}`,
      suffix,
      account: String(properties['awsAccountId']),
      region: String(properties['awsAccountRegion']),
      topics: properties['eventFilter'] as readonly string[],
    },
  ];
}
