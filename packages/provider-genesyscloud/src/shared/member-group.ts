import { required } from '../base/schema';

/** A group of agents of whatever kind. */
export const memberGroup = {
  /** Id of the group, skill group or team. */
  memberGroupId: required('string'),
  /** `GROUP`, `SKILLGROUP` or `TEAM`. */
  memberGroupType: required('string'),
};
