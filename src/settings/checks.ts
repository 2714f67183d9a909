import { didYouMean, isBlock, quoted, type SettingsCheck, unique, type WrittenSettings } from 'flowcdk/settings';

const looksAreBeforeTheDeadline: SettingsCheck = function* (settings) {
  const { lookEvery, deadline } = settings.block('identification');
  if (typeof lookEvery !== 'number' || typeof deadline !== 'number') return;
  if (deadline < 1 || lookEvery <= deadline) return;
  yield {
    path: 'identification.lookEvery',
    message: `looking every ${lookEvery} seconds is too rare for a deadline of ${deadline} seconds`,
    help: 'lookEvery may be as long as the deadline, not longer.',
  };
};

const opensBeforeItCloses: SettingsCheck = function* (settings) {
  const { from, to } = settings.block('supportLine.openingHours');
  if (!isTime(from) || !isTime(to) || from < to) return;
  yield {
    path: 'supportLine.openingHours.to',
    message: `the line closes at ${to} and opens at ${from} only`,
    help: '"to" has to be later than "from" on the same day.',
  };
};

/** Written with two digits, times compare as texts. */
const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d\d:\d\d$/.test(value);

const queuesAreThere: SettingsCheck = function* (settings) {
  const queues = textsAt(settings, 'supportLine.queues.*.name');
  if (queues.size === 0) return;
  const named = ['supportLine.reasons.*.queue', 'supportLine.defaultQueue'].flatMap((path) => settings.texts(path));
  for (const { path, value } of named) {
    if (queues.has(value)) continue;
    yield {
      rule: 'settings-reference',
      path,
      message: `there is no queue ${quoted(value)} in supportLine.queues`,
      help: `${meant(value, queues)}Queues there: ${[...queues].join(', ')}. Add it there or name one of them.`,
    };
  }
};

const everyReasonHasAText: SettingsCheck = function* (settings) {
  const reasons = textsAt(settings, 'supportLine.reasons.*.key');
  if (reasons.size === 0) return;
  for (const { path, value: offers } of settings.select('supportLine.lines.*.texts.reasons')) {
    if (!isBlock(offers)) continue;
    for (const reason of reasons) {
      if (Object.hasOwn(offers, reason)) continue;
      yield {
        rule: 'settings-reference',
        path: [...path, reason],
        message: `the reason ${quoted(reason)} has no text in this line`,
        help: `Add what callers hear, for example: "${reason}: For this, press 1."`,
      };
    }
    for (const reason of Object.keys(offers)) {
      if (reasons.has(reason)) continue;
      yield {
        rule: 'settings-reference',
        path: [...path, reason],
        onKey: true,
        message: `there is a text for ${quoted(reason)}, and no such reason in supportLine.reasons`,
        help: `${meant(reason, reasons)}Reasons there: ${[...reasons].join(', ')}. Add the reason there or remove the text.`,
      };
    }
  }
};

const textsAt = (settings: WrittenSettings, path: string): ReadonlySet<string> =>
  new Set(settings.texts(path).map(({ value }) => value));

function meant(written: string, known: Iterable<string>): string {
  const suggestion = didYouMean(written, known);
  return suggestion === undefined ? '' : `Did you mean ${suggestion}? `;
}

/** What has to agree between settings. */
export const checks: readonly SettingsCheck[] = [
  looksAreBeforeTheDeadline,
  opensBeforeItCloses,
  queuesAreThere,
  everyReasonHasAText,
  unique('database', 'databases.order.*'),
  unique('language', 'supportLine.lines.*.language'),
  unique('number', 'supportLine.lines.*.numbers.*'),
  unique('day', 'supportLine.openingHours.days.*'),
  unique('holiday', 'supportLine.openingHours.holidays.*.date'),
  unique('reason', 'supportLine.reasons.*.key'),
  unique('queue', 'supportLine.queues.*.name'),
  unique('wrap-up code', 'supportLine.wrapUpCodes.*'),
];
