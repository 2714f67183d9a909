import { isBlock, quoted, type SettingsCheck, unique } from 'flowcdk/settings';

/** Turns that a loop of Architect may have (documented). */
const MOST_LOOKS = 99;

const looksEnd: SettingsCheck = function* (settings) {
  const { first, every, atMost } = settings.block('waitForScore');
  if (typeof first !== 'number' || typeof every !== 'number' || typeof atMost !== 'number') return;
  if (first > atMost) {
    yield {
      path: 'waitForScore.first',
      message: `the first look is after ${first} seconds, and the sentiment is unknown after ${atMost}`,
      help: '"first" may be as long as "atMost", not longer.',
    };
  } else if (1 + Math.floor((atMost - first) / every) > MOST_LOOKS) {
    yield {
      path: 'waitForScore.every',
      message: `looking every ${every} seconds for ${atMost} seconds is more often than a loop of Architect turns`,
      help: `At most ${MOST_LOOKS} times: make "every" longer or "atMost" shorter.`,
    };
  }
};

const defaultLanguageHasAText: SettingsCheck = function* (settings) {
  const { defaultLanguage, texts } = settings.block('sms');
  if (typeof defaultLanguage !== 'string' || !isBlock(texts) || Object.hasOwn(texts, defaultLanguage)) return;
  yield {
    path: 'sms.defaultLanguage',
    message: `there is no text in ${quoted(defaultLanguage)}`,
    help: `Languages in sms.texts: ${Object.keys(texts).join(', ') || 'none'}. Add its text there or name one of them.`,
  };
};

const beginsBeforeItEnds: SettingsCheck = function* (settings) {
  const { from, to } = settings.block('supervisors.open');
  if (typeof from !== 'string' || typeof to !== 'string' || from < to) return;
  yield {
    path: 'supervisors.open.to',
    message: `supervisors end at ${to} and begin at ${from} only`,
    help: '"to" has to be later than "from" on the same day.',
  };
};

const quietHoursEnd: SettingsCheck = function* (settings) {
  const { from, to } = settings.block('quietHours');
  if (typeof from !== 'string' || from !== to) return;
  yield {
    path: 'quietHours.to',
    message: `the quiet hours begin and end at ${from}, so nobody could ever be called`,
    help: 'Give them an end that differs from their beginning.',
  };
};

/** What has to agree between settings. */
export const checks: readonly SettingsCheck[] = [
  looksEnd,
  defaultLanguageHasAText,
  beginsBeforeItEnds,
  quietHoursEnd,
  unique('holiday', 'supervisors.holidays.*.date'),
];
