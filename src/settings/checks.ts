import type { YamlData } from '../architect/yaml/node';
import {
  settingsHoursReversed,
  settingsLooksTooRare,
  settingsOrganisation,
  settingsQueueUnknown,
  settingsReasonWithoutText,
  settingsSecret,
  settingsSeveralBackends,
  settingsTextWithoutReason,
  settingsTwice,
} from '../errors';
import { didYouMean } from './did-you-mean';
import type { LayeredSettings } from './layers';
import type { Path, SettingPlace, SettingsProblem } from './problem';

/** What is known besides the data: where things stand, and what an overlay is called. */
export interface Surroundings {
  readonly layers: LayeredSettings;
  readonly overlayName: string;
}

/**
 * What has to agree between settings. Every check looks only at what has the right form, whatever else is wrong, so
 * that all findings can be told at once.
 */
export function crossCheck(data: YamlData, { layers, overlayName }: Surroundings): SettingsProblem[] {
  const placeOf = (path: Path) => layers.place(path);
  return [
    ...organisation(data, overlayName),
    ...backend(data, overlayName),
    ...looks(data),
    ...openingHours(data),
    ...queues(data),
    ...texts(data),
    ...UNIQUE.flatMap(([what, path]) => duplicates(what, select(data, path), placeOf)),
  ];
}

/** What may be given only once, whatever the case of its letters. */
const UNIQUE: readonly (readonly [what: string, path: readonly string[]])[] = [
  ['database', ['databases', 'order', '*']],
  ['language', ['supportLine', 'lines', '*', 'language']],
  ['number', ['supportLine', 'lines', '*', 'numbers', '*']],
  ['day', ['supportLine', 'openingHours', 'days', '*']],
  ['holiday', ['supportLine', 'openingHours', 'holidays', '*', 'date']],
  ['reason', ['supportLine', 'reasons', '*', 'key']],
  ['queue', ['supportLine', 'queues', '*', 'name']],
  ['wrap-up code', ['supportLine', 'wrapUpCodes', '*']],
];

function duplicates(what: string, texts: readonly Text[], placeOf: (path: Path) => SettingPlace): SettingsProblem[] {
  const firsts = new Map<string, Path>();
  const problems: SettingsProblem[] = [];
  for (const { path, value } of texts) {
    const first = firsts.get(value.toLowerCase());
    if (first === undefined) firsts.set(value.toLowerCase(), path);
    else problems.push({ path, finding: (place) => settingsTwice(place, what, value, placeOf(first)) });
  }
  return problems;
}

function organisation(data: YamlData, overlayName: string): SettingsProblem[] {
  const provider = at(data, ['provider']);
  if (!isMap(provider)) return [];
  const hasRegion = Object.hasOwn(provider, 'region');
  if (hasRegion !== Object.hasOwn(provider, 'gateway')) return [];
  return [{ path: ['provider'], finding: (place) => settingsOrganisation(place, hasRegion, overlayName) }];
}

/** Options of backends that Terraform takes and a file should not hold. */
const SECRETS = new Set([
  ...['access_key', 'secret_key', 'token', 'sse_customer_key'],
  ...['password', 'client_private_key_pem'],
  ...['access_token', 'encryption_key', 'credentials'],
  ...['sas_token', 'client_secret', 'client_certificate_password', 'oidc_token', 'oidc_request_token'],
]);

function backend(data: YamlData, overlayName: string): SettingsProblem[] {
  const backends = Object.entries(mapAt(data, ['backend']));
  const names = backends.map(([name]) => name);
  const several: SettingsProblem[] =
    names.length < 2
      ? []
      : [{ path: ['backend'], finding: (place) => settingsSeveralBackends(place, names, overlayName) }];
  const secrets = backends.flatMap(([name, options]) =>
    Object.keys(isMap(options) ? options : {})
      .filter((option) => SECRETS.has(option))
      .map((option): SettingsProblem => ({
        path: ['backend', name, option],
        onKey: true,
        finding: (place) => settingsSecret(place, option),
      })),
  );
  return [...several, ...secrets];
}

function looks(data: YamlData): SettingsProblem[] {
  const { lookEvery, deadline } = mapAt(data, ['identification']);
  if (typeof lookEvery !== 'number' || typeof deadline !== 'number') return [];
  if (deadline < 1 || lookEvery <= deadline) return [];
  const path = ['identification', 'lookEvery'];
  return [{ path, finding: (place) => settingsLooksTooRare(place, lookEvery, deadline) }];
}

function openingHours(data: YamlData): SettingsProblem[] {
  const { from, to } = mapAt(data, ['supportLine', 'openingHours']);
  if (!isTime(from) || !isTime(to) || from < to) return [];
  const path = ['supportLine', 'openingHours', 'to'];
  return [{ path, finding: (place) => settingsHoursReversed(place, from, to) }];
}

/** Written with two digits, times compare as texts. */
const isTime = (value: YamlData | undefined): value is string => typeof value === 'string' && /^\d\d:\d\d$/.test(value);

function queues(data: YamlData): SettingsProblem[] {
  const known = new Set(select(data, ['supportLine', 'queues', '*', 'name']).map(({ value }) => value));
  if (known.size === 0) return [];
  const named = [
    ...select(data, ['supportLine', 'reasons', '*', 'queue']),
    ...select(data, ['supportLine', 'defaultQueue']),
  ];
  return named
    .filter(({ value }) => !known.has(value))
    .map(({ path, value }) => ({
      path,
      finding: (place) => settingsQueueUnknown(place, value, [...known], didYouMean(value, known)),
    }));
}

function texts(data: YamlData): SettingsProblem[] {
  const keys = new Set(select(data, ['supportLine', 'reasons', '*', 'key']).map(({ value }) => value));
  const lines = at(data, ['supportLine', 'lines']);
  if (!Array.isArray(lines) || keys.size === 0) return [];
  return lines.flatMap((_, index) => textsOfLine(data, ['supportLine', 'lines', index, 'texts', 'reasons'], keys));
}

function textsOfLine(data: YamlData, path: Path, keys: ReadonlySet<string>): SettingsProblem[] {
  const offers = at(data, path);
  if (!isMap(offers)) return [];
  const missing = [...keys]
    .filter((key) => !Object.hasOwn(offers, key))
    .map((key): SettingsProblem => ({
      path: [...path, key],
      finding: (place) => settingsReasonWithoutText(place, key),
    }));
  const needless = Object.keys(offers)
    .filter((key) => !keys.has(key))
    .map((key): SettingsProblem => ({
      path: [...path, key],
      onKey: true,
      finding: (place) => settingsTextWithoutReason(place, key, [...keys], didYouMean(key, keys)),
    }));
  return [...missing, ...needless];
}

interface Text {
  readonly path: Path;
  readonly value: string;
}

/** All texts at a path in which `*` stands for every item of a list. */
function select(data: YamlData | undefined, steps: readonly string[], path: Path = []): Text[] {
  const [step, ...further] = steps;
  if (step === undefined) return typeof data === 'string' ? [{ path, value: data }] : [];
  if (step !== '*') return select(at(data, [step]), further, [...path, step]);
  return Array.isArray(data) ? data.flatMap((item, index) => select(item, further, [...path, index])) : [];
}

function at(data: YamlData | undefined, path: Path): YamlData | undefined {
  let value = data;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMap(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

function mapAt(data: YamlData, path: Path): { readonly [key: string]: YamlData } {
  const value = at(data, path);
  return isMap(value) ? value : {};
}

function isMap(value: YamlData | undefined): value is { [key: string]: YamlData } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
