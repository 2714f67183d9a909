import { patternProblems, sourceProblems } from '../event-bridge';
import type { EventStreamProps, EventStreamRule, EventStreamTarget } from './event-stream-props';

const DAY = 86_400;
const MOST_TARGETS = 5;
const LONGEST_ARCHIVE_NAME = 48;

/** The names of properties, by those of the integration. */
const own: Readonly<Record<string, string>> = {
  awsAccountId: 'account',
  awsAccountRegion: 'region',
  eventSourceSuffix: 'suffix',
  eventFilter: 'topics',
};

/** Everything that is wrong with the properties of a stream. */
export function streamProblems(props: EventStreamProps): readonly string[] {
  const { suffix, account, region, topics, rules, archive, deadLettersKeptFor = DAY } = props;
  const ofSource = sourceProblems({
    awsAccountId: account,
    awsAccountRegion: region,
    eventSourceSuffix: suffix,
    eventFilter: topics.map((topic) => (typeof topic === 'string' ? topic : topic.name)),
  }).map((problem) => {
    const [name = '', ...rest] = problem.split(':');
    return `${own[name] ?? name}:${rest.join(':')}`;
  });
  return [
    ...ofSource,
    ...Object.entries(rules).flatMap(([name, rule]) => ruleProblems(name, rule)),
    ...within('deadLettersKeptFor', deadLettersKeptFor, 60, 14 * DAY),
    ...(archive === false ? [] : archiveProblems(suffix, archive)),
  ];
}

function archiveProblems(suffix: string, archive: Exclude<EventStreamProps['archive'], false>): readonly string[] {
  return [
    ...(suffix.length > LONGEST_ARCHIVE_NAME
      ? [
          `suffix: an archive has its name, and takes at most ${LONGEST_ARCHIVE_NAME} characters, not ${suffix.length}; set archive: false, or choose a shorter suffix`,
        ]
      : []),
    ...within('archive.retentionDays', archive?.retentionDays ?? 0, 0, Number.MAX_SAFE_INTEGER),
    ...ofPattern('archive.pattern', archive?.pattern),
  ];
}

function ruleProblems(name: string, { pattern, targets }: EventStreamRule): readonly string[] {
  const at = `rules.${name}`;
  return [
    ...(/^[\w.-]{1,64}$/.test(name)
      ? []
      : [`${at}: a name has 1 to 64 letters, digits, dots, hyphens and underscores`]),
    ...(targets.length === 0 || targets.length > MOST_TARGETS
      ? [`${at}.targets: expected one to ${MOST_TARGETS}, not ${targets.length}`]
      : []),
    ...ofPattern(`${at}.pattern`, pattern),
    ...targets.flatMap((target, index) => targetProblems(`${at}.targets[${index}]`, target)),
  ];
}

const targetProblems = (at: string, { retry = {} }: EventStreamTarget): readonly string[] => [
  ...within(`${at}.retry.maximumEventAgeInSeconds`, retry.maximumEventAgeInSeconds ?? DAY, 60, DAY),
  ...within(`${at}.retry.maximumRetryAttempts`, retry.maximumRetryAttempts ?? 0, 0, 185),
];

const ofPattern = (at: string, pattern: unknown): readonly string[] =>
  pattern === undefined
    ? []
    : patternProblems(pattern).map(({ place, message }) => `${place === '' ? at : `${at}.${place}`}: ${message}`);

const within = (what: string, value: number, least: number, most: number): readonly string[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [`${what}: expected a whole number from ${least} to ${most}, not ${value}`];
