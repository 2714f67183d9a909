import type { Rule } from '../rule';
import { actionNotInFlow } from './action-not-in-flow';
import { assignedType } from './assigned-type';
import { constantCondition } from './constant-condition';
import { danglingReference } from './dangling-reference';
import { expressionSyntax } from './expression-syntax';
import { expressionType } from './expression-type';
import { missingKey } from './missing-key';
import { notSetArgument } from './not-set-argument';
import { notYaml } from './not-yaml';
import { refIdTwice } from './ref-id-twice';
import { silencing } from './silencing';
import { unknownAction } from './unknown-action';
import { unknownFunction } from './unknown-function';
import { unknownKey } from './unknown-key';
import { unknownProperty } from './unknown-property';
import { unknownRoot } from './unknown-root';
import { unresolvedPlaceholder } from './unresolved-placeholder';
import { variableDeclaredTwice } from './variable-declared-twice';
import { wrongForm } from './wrong-form';
import { wrongLiteral } from './wrong-literal';

/** All rules, by family. */
export const rules: readonly Rule[] = [
  // shape
  notYaml,
  unknownRoot,
  unresolvedPlaceholder,
  unknownKey,
  missingKey,
  wrongForm,
  wrongLiteral,
  unknownAction,
  actionNotInFlow,
  danglingReference,
  refIdTwice,
  variableDeclaredTwice,
  silencing,
  // expressions
  expressionSyntax,
  expressionType,
  assignedType,
  unknownFunction,
  unknownProperty,
  notSetArgument,
  constantCondition,
];
