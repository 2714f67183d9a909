import type { JsonObject } from '../../state/json';
import type { Org } from '../../state/org';
import type { Integration } from '../../state/tables/integration';

export const EVENT_SOURCE_TYPE = 'amazon-eventbridge-source';

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

const LONGEST_SUFFIX = 64;

/** What is wrong with the properties of such an integration (documented bounds); undefined if nothing is. */
export function sourceProblem(properties: JsonObject): string | undefined {
  const { awsAccountId, awsAccountRegion, eventSourceSuffix, eventFilter } = properties;
  if (typeof awsAccountId !== 'string' || !/^\d{12}$/.test(awsAccountId))
    return `awsAccountId: expected the twelve digits of an AWS account, not ${JSON.stringify(awsAccountId)}`;
  if (typeof awsAccountRegion !== 'string' || !/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(awsAccountRegion))
    return `awsAccountRegion: expected a region of AWS such as eu-central-1, not ${JSON.stringify(awsAccountRegion)}`;
  const suffix = typeof eventSourceSuffix === 'string' ? eventSourceSuffix : '';
  if (!/^[\w.-]+$/.test(suffix) || suffix.length > LONGEST_SUFFIX)
    return `eventSourceSuffix: expected 1 to ${LONGEST_SUFFIX} letters, digits, dots, hyphens or underscores, not ${JSON.stringify(eventSourceSuffix)}`;
  const topics: readonly unknown[] = Array.isArray(eventFilter) ? eventFilter : [];
  if (topics.length === 0) return `eventFilter: expected a list of topics, not ${JSON.stringify(eventFilter)}`;
  const wrong = topics.find((topic) => typeof topic !== 'string' || !topic.includes('{id}'));
  return wrong === undefined
    ? undefined
    : `eventFilter: expected topics with the placeholder {id}, not ${JSON.stringify(wrong)}`;
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
  if (sourceProblem(properties) !== undefined) return [];
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
