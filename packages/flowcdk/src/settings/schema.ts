import type { Static, TObject, TProperties, TSchema } from '@sinclair/typebox';
import { definedBy, sourceLine } from '../architect/origin';
import { FlowcdkError } from '../ground/finding';
import type { SettingsCheck } from './checks';
import { block, type BlockOptions } from './containers';
import type { JsonSchema } from './json-schema';
import { schemaUnsupported, standardName } from './messages';
import { standardChecks, standardNames, standardProperties } from './standard';
import { unsupported } from './unsupported';

/**
 * What settings may hold. The type of the settings (`SettingsOf`), what `loadSettings` accepts, the file for editors
 * (`editorSchema`) and the tables of the documentation (`settingsTable`) all come from it.
 *
 * @typeParam S the settings as they are loaded: what has a default is there
 */
export interface SettingsSchema<S> {
  /** The schema of TypeBox. It is JSON Schema at the same time. */
  readonly schema: TSchema;
  /** What has to agree between settings. */
  readonly checks: readonly SettingsCheck[];
  /** Only for the compiler; no schema has it. */
  readonly [LOADED]?: S;
}

declare const LOADED: unique symbol;

/** The type of the settings that a schema describes, as they are loaded. */
export type SettingsOf<T extends SettingsSchema<unknown>> = T extends SettingsSchema<infer S> ? S : never;

/** `T` as it is loaded: nobody changes settings. */
export type Loaded<T> = T extends object ? { readonly [K in keyof T]: Loaded<T[K]> } : T;

type Properties = typeof standardProperties;
type StandardTypes = Properties['before'] & Properties['after'];

/**
 * The settings that every application has: organisation, state of Terraform, division, and how `flowcdk check` judges.
 */
export type StandardSettings = Loaded<Static<TObject<StandardTypes>>>;

/** What a settings schema says of itself, and what has to agree between settings. */
export interface SettingsOptions extends Pick<BlockOptions, 'examples'> {
  /** What the settings are for, shown by editors. */
  readonly description?: string | undefined;
  /** What has to agree between settings. @default nothing besides what the standard settings need */
  readonly checks?: readonly SettingsCheck[] | undefined;
}

/** An application's own settings, none of which has the name of a standard one. */
type OwnProperties<P> = P & { readonly [K in keyof P & keyof StandardTypes]: never };

/**
 * The settings of an application: its own, and the standard ones that come with Flowcdk (`provider`, `backend`,
 * `division`, `check`, `silenced`, `longestSilence`).
 *
 * @example
 * ```ts
 * export const settingsSchema = settings('Settings of the bakery', {
 *   counters: list('Counters', 'Where bread is sold.', line('Counter', 'Its name.', { example: 'North' }), { atMost: 9 }),
 *   deadline: wholeNumber('Deadline', 'Seconds to wait, 1 to 60.', { minimum: 1, maximum: 60, default: 10 }),
 * });
 * export type Settings = SettingsOf<typeof settingsSchema>;
 * ```
 *
 * @param title what the settings are, for editors
 * @param properties the application's own settings; each may also be a schema of TypeBox (`Type.Boolean()`)
 * @throws FlowcdkError where a setting has the name of a standard one, or a schema says what no settings can be
 */
export function settings<P extends TProperties>(
  title: string,
  properties: OwnProperties<P>,
  options?: SettingsOptions,
): SettingsSchema<StandardSettings & Loaded<Static<TObject<P>>>>;
export function settings<P extends TProperties>(
  properties: OwnProperties<P>,
  options?: SettingsOptions,
): SettingsSchema<StandardSettings & Loaded<Static<TObject<P>>>>;
export function settings(
  first: string | TProperties,
  second: TProperties | SettingsOptions = {},
  third: SettingsOptions = {},
): SettingsSchema<unknown> {
  return typeof first === 'string'
    ? withStandard(first, second as TProperties, third)
    : withStandard('Settings', first, second as SettingsOptions);
}

function withStandard(title: string, properties: TProperties, options: SettingsOptions): SettingsSchema<unknown> {
  const { description = DESCRIPTION, checks = [], examples } = options;
  refuse(properties);
  return {
    schema: block(
      title,
      description,
      { ...standardProperties.before, ...properties, ...standardProperties.after },
      { examples },
    ),
    checks: [...standardChecks, ...checks],
  };
}

function refuse(properties: TProperties): void {
  const findings = Object.entries(properties).flatMap(([name, schema]) => [
    ...(standardNames.includes(name) ? [standardName(name, standardNames)] : []),
    ...Array.from(unsupported(schema as unknown as JsonSchema, { path: name, isProperty: true }), schemaUnsupported),
  ]);
  if (findings.length === 0) return;
  const at = sourceLine(definedBy(settings));
  throw new FlowcdkError(findings.map((finding) => (at ? { ...finding, at } : finding)));
}

const DESCRIPTION = 'What an administrator decides. Secrets are not among it; they are Terraform variables.';

/** The settings of an application that has none of its own. */
export const standardSettings: SettingsSchema<StandardSettings> = settings({});
