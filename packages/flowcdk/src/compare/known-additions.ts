/**
 * What Architect writes into every export, whether the author wrote it or not (read in public exports; the platform
 * documents none of it). Where only one side has it, the flows do the same.
 */

/** Blocks whose missing settings have Architect's own values. */
const blocks: ReadonlySet<string> = new Set([
  'settingsActionDefaults',
  'settingsMenu',
  'settingsSpeechRec',
  'settingsPrompts',
]);

export const isBlockOfDefaults = (key: string): boolean => blocks.has(key);

/** Fields that say nothing where they have these values. */
const silent: Readonly<Record<string, readonly unknown[]>> = {
  description: [''],
  isInput: [false],
  isOutput: [false],
  isSecure: [false],
  timeout: [{ lit: { minutes: 1 } }],
  initialValue: [{ noValue: true }],
};

export const saysNothing = (key: string, value: unknown): boolean =>
  (Object.hasOwn(silent, key) ? (silent[key] ?? []) : []).some(
    (known) => JSON.stringify(known) === JSON.stringify(value),
  );
