import { toData } from '../architect/yaml/node';
import { settingsMoreFindings, settingsNeedlessRemoval } from '../errors';
import type { Finding } from '../finding';
import { crossCheck } from './checks';
import { didYouMean } from './did-you-mean';
import { LayeredSettings, type SettingsFile } from './layers';
import type { SettingsProblem } from './problem';
import type { ResolvedSettings } from './resolved-settings';
import { validate } from './schema-problems';
import { readBase, readOverlay } from './settings-file';

export interface LoadSettingsOptions {
  /** Where `settings.yaml` lies. Findings and `files` name files as this is written. @default '.' */
  readonly folder?: string;
  /** Lays `settings.<environment>.yaml` over it. @default no overlay */
  readonly environment?: string | undefined;
}

/** The settings and the files they come from, or everything that is wrong with them. */
export type LoadedSettings =
  | { readonly settings: ResolvedSettings; readonly files: readonly string[]; readonly findings?: undefined }
  | { readonly settings?: undefined; readonly files?: undefined; readonly findings: readonly Finding[] };

/** More would not help anybody; a broken file can have thousands. */
const MOST_FINDINGS = 100;

/**
 * Reads, merges and checks the settings. Mistakes in them are findings, never exceptions.
 *
 * ```ts
 * const { settings, findings } = loadSettings({ environment: 'local' });
 * if (findings) throw new FlowcdkError(findings);
 * ```
 */
export function loadSettings({ folder = '.', environment }: LoadSettingsOptions = {}): LoadedSettings {
  const base = readBase(folder);
  const overlay = environment === undefined ? undefined : readOverlay(folder, environment);
  const unread = [...base.findings, ...(overlay?.findings ?? [])];
  if (base.file === undefined || (overlay !== undefined && overlay.file === undefined)) return { findings: unread };
  const checked = check(base.file, overlay?.file);
  if (unread.length === 0) return checked;
  return { findings: [...unread, ...(checked.findings ?? [])] };
}

function check(base: SettingsFile, overlay: SettingsFile | undefined): LoadedSettings {
  const layers = new LayeredSettings(base, overlay);
  const data = toData(layers.root);
  const overlayName = overlay?.file ?? 'An overlay (settings.<environment>.yaml)';
  const others = [...needlessRemovals(layers, base), ...crossCheck(data, { layers, overlayName })];
  const { settings, problems = [] } = validate(data, layers);
  if (settings && others.length === 0) {
    return { settings, files: [base.file, ...(overlay === undefined ? [] : [overlay.file])] };
  }
  return { findings: told([...problems, ...others], layers, base.file) };
}

function needlessRemovals(layers: LayeredSettings, base: SettingsFile): SettingsProblem[] {
  return layers.needlessRemovals.map((path) => {
    const parent = layers.node(path.slice(0, -1));
    const siblings = parent?.kind === 'mapping' ? parent.entries.map(({ key }) => String(key.value)) : [];
    const suggestion = didYouMean(String(path.at(-1)), siblings);
    return { path, finding: (place) => settingsNeedlessRemoval(place, base.file, suggestion) };
  });
}

/** In the order of the text, the base first. */
function told(problems: readonly SettingsProblem[], layers: LayeredSettings, base: string): readonly Finding[] {
  const findings = problems
    .slice(0, MOST_FINDINGS)
    .map(({ path, onKey, finding }) => finding(layers.place(path, onKey)))
    .sort((a, b) => order(a, base) - order(b, base));
  const untold = problems.length - findings.length;
  return untold > 0 ? [...findings, settingsMoreFindings(untold)] : findings;
}

function order({ at }: Finding, base: string): number {
  if (at === undefined) return 0;
  return (at.file === base ? 0 : 1e12) + at.line * 1e6 + at.column;
}
