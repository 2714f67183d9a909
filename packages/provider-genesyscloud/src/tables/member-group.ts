import { api } from '../base/api-column';
import { required } from '../base/schema';

/** A group of agents of whatever kind. */
export const memberGroup = {
  /** Id of the group, skill group or team. */
  memberGroupId: required('string', api('id')),
  /** `GROUP`, `SKILLGROUP` or `TEAM`. */
  memberGroupType: required('string', api('type')),
};
