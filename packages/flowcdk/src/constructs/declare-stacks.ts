import type { App } from '@flowcdk/provider-genesyscloud/cdktf';
import type { Definition } from '../architect/definition';
import type { BackendProps, OrganizationProps } from './organization';
import { OrganizationStack } from './organization-stack';

/** The stacks of an application, and the settings that apply to all of them. */
export interface DeclaredApplication {
  readonly stacks: readonly {
    readonly name: string;
    readonly definitions: readonly Definition[];
    readonly resources?: ((stack: OrganizationStack) => void) | undefined;
  }[];
  readonly settings: {
    readonly provider: OrganizationProps;
    readonly backend?: BackendProps | undefined;
    readonly division?: string | undefined;
  };
}

/**
 * The stacks of an application as CDKTF knows them, with the organisation, backend and division of its settings.
 *
 * @example
 * ```ts
 * const { opened } = openApplication(app);
 * if (opened) synthesize((cdktf) => declareStacks(cdktf, opened));
 * ```
 */
export const declareStacks = (
  app: App,
  { stacks, settings: { provider, backend, division } }: DeclaredApplication,
): readonly OrganizationStack[] => {
  const all = stacks.flatMap(({ definitions }) => definitions);
  return stacks.map(({ name, definitions, resources }) => {
    const props = { organization: provider, backend, division, definitions, application: all };
    const declared = new OrganizationStack(app, name, props);
    resources?.(declared);
    return declared;
  });
};
