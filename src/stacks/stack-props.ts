import type { OrganizationStackProps } from '../constructs/organization-stack';
import type { ResolvedSettings } from '../settings';

/** What every stack takes from the settings. */
export const stackProps = ({
  provider,
  backend,
  division,
}: ResolvedSettings): Omit<OrganizationStackProps, 'definitions'> => ({
  organization: provider,
  ...(backend === undefined ? {} : { backend }),
  ...(division === undefined ? {} : { division }),
});
