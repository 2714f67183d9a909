import { toData } from '../architect/yaml/node';
import { didYouMean } from '../ground/did-you-mean';
import type { Finding } from '../ground/finding';
import { pathOf, type SettingsCheck, type WrittenSettings, writtenSettings } from './checks';
import { LayeredSettings, type SettingsFile } from './layers';
import { about, moreFindings, needlessRemoval } from './messages';
import type { SettingsProblem } from './problem';
import type { SettingsSchema } from './schema';
import { validate } from './schema-problems';
import { readBase, readOverlay } from './settings-file';

/** Where the settings lie, and which overlay is laid over them. */
export interface LoadSettingsOptions {
  /** Where `settings.yaml` lies. Findings and `files` name files as this is written. @default '.' */
  readonly folder?: string | undefined;
  /** Lays `settings.<environment>.yaml` over it. @default no overlay */
  readonly environment?: string | undefined;
}

/** The settings and the files they come from, or everything that is wrong with them. */
export type LoadedSettings<S> =
  | { readonly settings: S; readonly files: readonly string[]; readonly findings?: undefined }
  | { readonly settings?: undefined; readonly files?: undefined; readonly findings: readonly Finding[] };

/** The most findings shown: a broken file can have thousands. */
const MOST_FINDINGS = 100;

/**
 * Reads, merges and checks the settings. Mistakes in them are findings, never exceptions.
 *
 * @example
 * ```ts
 * const { settings, findings } = loadSettings(settingsSchema, { environment: 'local' });
 * if (findings) throw new FlowcdkError(findings);
 * ```
 */
export function loadSettings<S>(
  schema: SettingsSchema<S>,
  { folder = '.', environment }: LoadSettingsOptions = {},
): LoadedSettings<S> {
  const base = readBase(folder);
  const overlay = environment === undefined ? undefined : readOverlay(folder, environment);
  const unread = [...base.findings, ...(overlay?.findings ?? [])];
  if (base.file === undefined || (overlay !== undefined && overlay.file === undefined)) return { findings: unread };
  const checked = check(schema, base.file, overlay?.file);
  if (unread.length === 0) return checked;
  return { findings: [...unread, ...(checked.findings ?? [])] };
}

function check<S>(schema: SettingsSchema<S>, base: SettingsFile, overlay: SettingsFile | undefined): LoadedSettings<S> {
  const layers = new LayeredSettings(base, overlay);
  const data = toData(layers.root);
  const { settings, problems = [] } = validate(schema, data, layers);
  const written = writtenSettings(data, layers, overlay?.file ?? 'An overlay (settings.<environment>.yaml)');
  const others = [
    ...needlessRemovals(layers, base),
    ...schema.checks.flatMap((check) => disagreements(check, written, { isWellFormed: settings !== undefined })),
  ];
  if (settings !== undefined && others.length === 0) {
    return { settings, files: [base.file, ...(overlay === undefined ? [] : [overlay.file])] };
  }
  return { findings: findingsOf([...unchecked(problems, others), ...others], layers, base.file) };
}

function needlessRemovals(layers: LayeredSettings, base: SettingsFile): SettingsProblem[] {
  return layers.needlessRemovals.map((path) => {
    const parent = layers.node(path.slice(0, -1));
    const siblings = parent?.kind === 'mapping' ? parent.entries.map(({ key }) => String(key.value)) : [];
    const suggestion = didYouMean(String(path.at(-1)), siblings);
    return { path, finding: (place) => about(place, needlessRemoval(base.file, suggestion)) };
  });
}

/**
 * A check may throw because settings have the wrong form. Then the findings about the form are more useful than the
 * error of the check, which runs again once the form is right.
 */
function disagreements(
  check: SettingsCheck,
  written: WrittenSettings,
  { isWellFormed }: { readonly isWellFormed: boolean },
): SettingsProblem[] {
  try {
    return Array.from(check(written), ({ path, onKey = false, rule = 'settings-value', message, help }) => ({
      path: pathOf(path),
      onKey,
      finding: (place) => about(place, { rule, message, help }),
    }));
  } catch (error) {
    if (isWellFormed) throw error;
    return [];
  }
}

/** Leaves out problems that a check describes better. */
function unchecked(
  problems: readonly SettingsProblem[],
  checked: readonly SettingsProblem[],
): readonly SettingsProblem[] {
  if (!problems.some(({ unlessChecked }) => unlessChecked)) return problems;
  const paths = new Set(checked.map(({ path }) => path.join('\n')));
  return problems.filter(({ unlessChecked, path }) => !unlessChecked || !paths.has(path.join('\n')));
}

/** In the order of the text, the base first. */
function findingsOf(problems: readonly SettingsProblem[], layers: LayeredSettings, base: string): readonly Finding[] {
  const findings = problems
    .slice(0, MOST_FINDINGS)
    .map(({ path, onKey, finding }) => finding(layers.place(path, onKey)))
    .sort((a, b) => order(a, base) - order(b, base));
  const untold = problems.length - findings.length;
  return untold > 0 ? [...findings, moreFindings(untold)] : findings;
}

function order({ at }: Finding, base: string): number {
  if (at === undefined) return 0;
  return (at.file === base ? 0 : 1e12) + at.line * 1e6 + at.column;
}
