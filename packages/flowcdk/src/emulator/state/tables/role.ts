import {
  anyObject,
  anything,
  listOf,
  name,
  object,
  oneOf,
  otherwise,
  readOnly,
  reference,
  required,
  text,
  yesNo,
} from '../shape';
import type { RecordWithId } from '../record';

const operand = object({
  type: oneOf('USER', 'QUEUE', 'SCALAR', 'VARIABLE'),
  user: reference,
  queue: reference,
  value: anything,
});

const condition = object({
  conjunction: oneOf('AND', 'OR'),
  terms: listOf(
    object({
      variableName: text(),
      operator: oneOf('EQ', 'IN', 'GE', 'GT', 'LE', 'LT'),
      operands: listOf(operand),
    }),
  ),
  nodes: listOf(anyObject),
});

/** A role: the permissions of its holders. */
export const role = {
  permissions: otherwise(listOf(text()), []),
  permissionPolicies: otherwise(
    listOf(
      object({
        domain: required(text()),
        entityName: required(text()),
        actionSet: required(listOf(text())),
        resourceConditionNode: condition,
      }),
    ),
    [],
  ),
  name,
  description: text(),
  /** The key of a role that every organisation has. */
  defaultRoleId: readOnly(text()),
  default: readOnly(yesNo),
};

export type Role = RecordWithId<typeof role>;
