/** The type of the integration that sends events to Amazon EventBridge. */
export const EVENT_SOURCE_TYPE = 'amazon-eventbridge-source';

const LONGEST_SUFFIX = 64;

/** What is wrong with the properties of such an integration (documented bounds). Empty if nothing is. */
export function sourceProblems(properties: Readonly<Record<string, unknown>>): readonly string[] {
  const { awsAccountId, awsAccountRegion, eventSourceSuffix, eventFilter } = properties;
  const problems: string[] = [];
  if (typeof awsAccountId !== 'string' || !/^\d{12}$/.test(awsAccountId))
    problems.push(`awsAccountId: expected the twelve digits of an AWS account, not ${JSON.stringify(awsAccountId)}`);
  if (typeof awsAccountRegion !== 'string' || !isRegion(awsAccountRegion))
    problems.push(
      `awsAccountRegion: expected a region of AWS such as eu-central-1, not ${JSON.stringify(awsAccountRegion)}`,
    );
  const suffix = typeof eventSourceSuffix === 'string' ? eventSourceSuffix : '';
  if (!/^[\w.-]+$/.test(suffix) || suffix.length > LONGEST_SUFFIX)
    problems.push(
      `eventSourceSuffix: expected 1 to ${LONGEST_SUFFIX} letters, digits, dots, hyphens or underscores, not ${JSON.stringify(eventSourceSuffix)}`,
    );
  const topics: readonly unknown[] = Array.isArray(eventFilter) ? eventFilter : [];
  if (topics.length === 0) problems.push(`eventFilter: expected a list of topics, not ${JSON.stringify(eventFilter)}`);
  for (const topic of topics) {
    if (typeof topic !== 'string' || !topic.includes('{id}'))
      problems.push(`eventFilter: expected topics with the placeholder {id}, not ${JSON.stringify(topic)}`);
  }
  return problems;
}

/** `eu-central-1`, `us-gov-west-1` */
function isRegion(text: string): boolean {
  const parts = text.split('-');
  return (
    parts.length >= 3 && /^\d$/.test(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => /^[a-z]+$/.test(part))
  );
}
