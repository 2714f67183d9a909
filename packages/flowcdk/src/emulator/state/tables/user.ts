import {
  anyObject,
  anything,
  bodyOnly,
  filled,
  listOf,
  mapOf,
  name,
  numeric,
  object,
  oneOf,
  otherwise,
  readOnly,
  type RecordOf,
  reference,
  required,
  text,
  whole,
  yesNo,
} from '../shape';
import type { RecordWithId } from '../record';
import { grants } from './grant';

const media = oneOf('call', 'callback', 'chat', 'email', 'message');

/** The number of conversations that a user handles at a time, by medium and by label. */
export const utilization = {
  level: text(20),
  utilization: mapOf(
    object({ maximumCapacity: whole(0, 25), interruptableMediaTypes: listOf(media), includeNonAcd: yesNo }),
  ),
  labelUtilizations: mapOf(object({ maximumCapacity: whole(0, 25), interruptingLabelIds: listOf(text(256)) })),
};

/** A skill or language that a user has. */
export const rating = {
  id: required(text(256, 1)),
  proficiency: required(numeric(0, 5)),
  state: otherwise(oneOf('active', 'inactive'), 'active'),
};

const ratings = readOnly(listOf(object(rating)));

/** A user. */
export const user = {
  state: otherwise(oneOf('active', 'inactive', 'deleted'), 'active'),
  name,
  email: required(text(256, 3)),
  username: text(),
  department: text(),
  title: text(),
  addresses: listOf(
    object({
      address: text(),
      display: text(),
      mediaType: oneOf('PHONE', 'EMAIL', 'SMS'),
      type: text(),
      extension: text(),
    }),
  ),
  locations: listOf(object({ id: text(256) })),
  divisionId: bodyOnly(text(256)),
  password: bodyOnly(anything),
  division: readOnly(filled(reference)),
  version: filled(whole()),
  profileSkills: listOf(text()),
  grants: readOnly(grants),
  voicemailPolicy: readOnly(anyObject),
  utilization: readOnly(object(utilization)),
  skills: ratings,
  languages: ratings,
};

/** A deleted user, whom searches by state still find. */
export const deletedUser = {
  name: required(text()),
  email: required(text()),
  state: required(oneOf('deleted')),
};

export type DeletedUser = RecordWithId<typeof deletedUser>;
export type User = RecordWithId<typeof user>;
/** A skill or language that a user has. */
export type Rating = RecordOf<typeof rating>;
