import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineIndex, parseYaml } from '../architect/yaml/parse';
import {
  environmentName,
  environmentUnknown,
  fileMissing,
  fileTooLarge,
  fileUnreadable,
  noMap,
  wrongYaml,
} from './messages';
import type { Finding } from '../ground/finding';
import { didYouMean } from '../ground/did-you-mean';
import type { SettingsFile } from './layers';

/** Settings are a few hundred lines. */
const LARGEST_FILE = 256 * 1024;

/** `file` is there unless nothing can be read from it; it may come with findings. */
export interface ReadSettingsFile {
  readonly file?: SettingsFile;
  readonly findings: readonly Finding[];
}

export function readBase(folder: string): ReadSettingsFile {
  const file = join(folder, 'settings.yaml');
  if (existsSync(file)) return readSettingsFile(file);
  const misnamed = ['settings.yml', 'Settings.yaml'].map((name) => join(folder, name)).find((path) => existsSync(path));
  return { findings: [fileMissing(file, misnamed)] };
}

/** The name becomes part of a path, so it is checked before anything is looked for. */
export function readOverlay(folder: string, environment: string): ReadSettingsFile {
  if (!ENVIRONMENT.test(environment)) return { findings: [environmentName(environment)] };
  const file = join(folder, `settings.${environment}.yaml`);
  if (existsSync(file)) return readSettingsFile(file);
  const known = environments(folder);
  return { findings: [environmentUnknown(file, environment, known, didYouMean(environment, known))] };
}

const ENVIRONMENT = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * The environments a folder has settings for.
 *
 * @example
 * ```ts
 * environments('.'); // ['local', 'prod'], where settings.local.yaml and settings.prod.yaml lie there
 * ```
 */
export function environments(folder: string): readonly string[] {
  return entriesOf(folder)
    .map((name) => /^settings\.(.+)\.yaml$/.exec(name)?.[1] ?? '')
    .filter((name) => ENVIRONMENT.test(name))
    .sort();
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readSettingsFile(file: string): ReadSettingsFile {
  const read = readText(file);
  if ('findings' in read) return read;
  const { text } = read;
  const lines = new LineIndex(text);
  const { root, problems } = parseYaml(text);
  const at = (offset: number) => ({ file, ...lines.positionAt(offset) });
  const help = isEmpty(text) ? 'An overlay that changes nothing is written as {}.' : undefined;
  const findings = problems.map(({ message, offset }) => wrongYaml(message, at(offset), help));
  if (root?.kind === 'mapping') return { file: { file, lines, root }, findings };
  return { findings: findings.length > 0 ? findings : [noMap(at(root?.offset ?? 0))] };
}

const isEmpty = (text: string): boolean => text.split('\n').every((line) => /^\s*(#|$)/.test(line));

function readText(file: string): { readonly text: string } | { readonly findings: readonly Finding[] } {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return { findings: [fileUnreadable(file, 'it is no file')] };
    if (stats.size > LARGEST_FILE) return { findings: [fileTooLarge(file, stats.size, LARGEST_FILE)] };
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(readFileSync(file)) };
  } catch (error) {
    return { findings: [fileUnreadable(file, reason(error))] };
  }
}

function reason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this user';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8';
  return error instanceof Error ? error.message : String(error);
}
