import type { App } from '@flowcdk/provider-genesyscloud/cdktf';
import type { Definition } from '../architect/definition';
import type { CheckOptions } from '../check/check';
import type { OrganizationStack } from '../constructs/organization-stack';
import type { Synthesis } from '../constructs/synthesize';
import type { Finding } from '../ground/finding';
import { findingsOf } from '../ground/thrown';
import { loadSettings, standardSettings, type StandardSettings } from '../settings';
import type { Application, StackDefinition } from './application';

/** Where the settings of an application lie, and which overlay is laid over them. */
export interface OpenOptions {
  /** Where `settings.yaml` lies. @default the working folder */
  readonly folder?: string | undefined;
  /** Lays `settings.<environment>.yaml` over it. @default no overlay */
  readonly environment?: string | undefined;
}

/** What {@link openApplication} gives: the application with its settings, or the findings that prevent it. */
export type Opened<S extends StandardSettings = StandardSettings> =
  | { readonly opened: OpenApplication<S>; readonly findings?: undefined }
  | { readonly opened?: undefined; readonly findings: readonly Finding[] };

/**
 * Reads the settings of an application and makes its definitions. Mistakes are findings, never an exception.
 *
 * @example
 * ```ts
 * const { opened, findings } = openApplication(app, { environment: 'prod' });
 * if (!opened) throw new FlowcdkError(findings);
 * console.log(opened.stacks.map(({ name }) => name));
 * ```
 */
export function openApplication<S extends StandardSettings>(
  application: Application<S>,
  { folder = '.', environment }: OpenOptions = {},
): Opened<S> {
  const schema = application.settings ?? standardSettings;
  const { settings, findings } = loadSettings(schema, { folder, environment });
  if (!settings) return { findings };
  try {
    return { opened: new OpenApplication(application, settings as S) };
  } catch (problem) {
    const wrong = findingsOf(problem);
    if (!wrong) throw problem;
    return { findings: wrong };
  }
}

/** An application with the settings of one environment: what can be checked, synthesized and run. */
export class OpenApplication<S extends StandardSettings = StandardSettings> {
  readonly stacks: readonly StackDefinition[];

  constructor(
    readonly application: Application<S>,
    readonly settings: S,
    stacks?: readonly StackDefinition[],
  ) {
    this.stacks = stacks ?? application.stacks(settings);
  }

  /** The same application with other settings, or with other stacks. */
  with({
    settings,
    stacks,
  }: {
    readonly settings?: S | undefined;
    readonly stacks?: readonly StackDefinition[] | undefined;
  }): OpenApplication<S> {
    return new OpenApplication(this.application, settings ?? this.settings, stacks);
  }

  get definitions(): readonly Definition[] {
    return this.stacks.flatMap(({ definitions }) => definitions);
  }

  /** The findings of every rule. `severities` override those of the settings. */
  async check({ severities = {} }: Pick<CheckOptions, 'severities'> = {}): Promise<readonly Finding[]> {
    const { checkApplication } = await import('../check/application');
    const { findings, ...options } = await this.#rules();
    const ofDefinitions = checkApplication(this.stacks, {
      ...options,
      severities: { ...options.severities, ...severities },
    });
    return [...findings, ...ofDefinitions];
  }

  /** The findings that prevent a deployment or a run, and the warnings of its definitions. */
  async checkBeforeSynthesis(): Promise<readonly Finding[]> {
    const { checkBeforeSynthesis } = await import('../check/application');
    const { findings, ...options } = await this.#rules();
    return findings.length > 0 ? findings : checkBeforeSynthesis(this.stacks, options);
  }

  /** Writes the Terraform JSON and the flow files, if there are no errors. @param outdir a folder */
  async synthesize(outdir?: string): Promise<Synthesis> {
    const { synthesize } = await import('../constructs/synthesize');
    const { findings, ...check } = await this.#rules();
    if (findings.length > 0) return { findings };
    const { declareStacks } = await import('../constructs/declare-stacks');
    return synthesize((app) => declareStacks(app, this), { check, outdir });
  }

  async #rules(): Promise<CheckOptions & { readonly findings: readonly Finding[] }> {
    const [{ fromSettings }, { rules }] = await Promise.all([import('../check/severities'), import('../check/rules')]);
    return fromSettings(this.settings, rules);
  }
}

/** How CDKTF stacks are declared: `(app) => [new OrganizationStack(app, …)]`. */
export type DeclareStacks = (app: App) => readonly OrganizationStack[];
