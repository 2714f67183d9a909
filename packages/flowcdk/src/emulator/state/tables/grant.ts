import { listOf, object, required, text, type ValueOf } from '../shape';

/** A role that a user or group has in a division; `*` is every division. */
const grant = object({ roleId: required(text(256)), divisionId: required(text(256)) });

/** The roles of users and groups in divisions. */
export const grants = listOf(grant);

export type Grant = ValueOf<typeof grant>;
