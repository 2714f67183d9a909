import {
  anyObject,
  bodyOnly,
  filled,
  listOf,
  name,
  object,
  oneOf,
  otherwise,
  readOnly,
  reference,
  text,
  whole,
  yesNo,
} from '../shape';
import type { RecordWithId } from '../record';
import { grants } from './grant';

/** A group of users. */
export const group = {
  name,
  description: text(),
  type: oneOf('official', 'social'),
  visibility: oneOf('public', 'owners', 'members'),
  rulesVisible: yesNo,
  addresses: listOf(
    object({
      address: text(),
      extension: text(),
      display: text(),
      type: oneOf('GROUPRING', 'GROUPPHONE'),
      mediaType: text(),
    }),
  ),
  ownerIds: bodyOnly(listOf(text())),
  rolesEnabled: yesNo,
  callsEnabled: yesNo,
  includeOwners: yesNo,
  version: filled(whole()),
  state: readOnly(otherwise(oneOf('active'), 'active')),
  owners: readOnly(listOf(reference)),
  memberIds: readOnly(listOf(text())),
  voicemailPolicy: readOnly(anyObject),
  grants: readOnly(grants),
};

export type Group = RecordWithId<typeof group>;
