import type { Rule } from '../rule';
import { actionNotInFlow } from './action-not-in-flow';
import { assignedType } from './assigned-type';
import { attributeChangesValue } from './attribute-changes-value';
import { attributeCharacters } from './attribute-characters';
import { attributeNeverRead } from './attribute-never-read';
import { attributeNeverWritten } from './attribute-never-written';
import { attributeSize } from './attribute-size';
import { attributeWithTwoOwners } from './attribute-with-two-owners';
import { audioBeforeLaunch } from './audio-before-launch';
import { collectInputRange } from './collect-input-range';
import { constantCondition } from './constant-condition';
import { conversationIdTooLong } from './conversation-id-too-long';
import { cutTelephoneNumber } from './cut-telephone-number';
import { danglingReference } from './dangling-reference';
import { dataActionInput } from './data-action-input';
import { dataActionOutput } from './data-action-output';
import { dataActionTimeout } from './data-action-timeout';
import { endlessCycle } from './endless-cycle';
import { environmentInUrl } from './environment-in-url';
import { existingBesideDefinition } from './existing-beside-definition';
import { expressionSyntax } from './expression-syntax';
import { expressionType } from './expression-type';
import { failureOutputsInCall } from './failure-outputs-in-call';
import { failureEndsAsSuccess } from './failure-ends-as-success';
import { i3Export } from './i3-export';
import { hardCodedEmail } from './hard-coded-email';
import { hardCodedId } from './hard-coded-id';
import { hardCodedPhoneNumber } from './hard-coded-phone-number';
import { inputOfNoEvent } from './input-of-no-event';
import { inputsAlike } from './inputs-alike';
import { jsonPathSyntax } from './json-path-syntax';
import { languageNotSupported } from './language-not-supported';
import { longSilence } from './long-silence';
import { loopControlOutsideLoop } from './loop-control-outside-loop';
import { loopCount } from './loop-count';
import { menuKeyTwice } from './menu-key-twice';
import { menuRange } from './menu-range';
import { menuWithoutFallback } from './menu-without-fallback';
import { missingKey } from './missing-key';
import { nameTooLong } from './name-too-long';
import { noFailurePath } from './no-failure-path';
import { noTimeoutPath } from './no-timeout-path';
import { notSetArgument } from './not-set-argument';
import { notYaml } from './not-yaml';
import { outcomesAndMilestones } from './outcomes-and-milestones';
import { outputAfterFailure } from './output-after-failure';
import { outputMayMiss } from './output-may-miss';
import { pathGivesList } from './path-gives-list';
import { pathWithoutEnd } from './path-without-end';
import { permissionNotNeeded } from './permission-not-needed';
import { personalDataAttribute } from './personal-data-attribute';
import { pollWithoutPause } from './poll-without-pause';
import { readBeforeSet } from './read-before-set';
import { refIdTwice } from './ref-id-twice';
import { reservedName } from './reserved-name';
import { secretInText } from './secret-in-text';
import { silencing } from './silencing';
import { statusNeverHandled } from './status-never-handled';
import { switchCases } from './switch-cases';
import { templateDefault } from './template-default';
import { templateInputCase } from './template-input-case';
import { templateInputMayMiss } from './template-input-may-miss';
import { templateInputUnknown } from './template-input-unknown';
import { templateOutputMissing } from './template-output-missing';
import { templateUnescaped } from './template-unescaped';
import { tooManyActions } from './too-many-actions';
import { transferWithoutFailureHandling } from './transfer-without-failure-handling';
import { triggerField } from './trigger-field';
import { triggerInput } from './trigger-input';
import { triggerOptionalField } from './trigger-optional-field';
import { triggerTarget } from './trigger-target';
import { triggerTiming } from './trigger-timing';
import { triggerTopic } from './trigger-topic';
import { triggerValue } from './trigger-value';
import { unboundedLoop } from './unbounded-loop';
import { undeclaredVariable } from './undeclared-variable';
import { unknownAction } from './unknown-action';
import { unknownDataAction } from './unknown-data-action';
import { unknownFunction } from './unknown-function';
import { unknownKey } from './unknown-key';
import { unknownModuleParameter } from './unknown-module-parameter';
import { unknownProperty } from './unknown-property';
import { unknownRoot } from './unknown-root';
import { unreachableAction } from './unreachable-action';
import { unresolvedPlaceholder } from './unresolved-placeholder';
import { unusedInput } from './unused-input';
import { unusedVariable } from './unused-variable';
import { variableDeclaredTwice } from './variable-declared-twice';
import { variableOutOfScope } from './variable-out-of-scope';
import { waitTooLong } from './wait-too-long';
import { unknownWord } from './unknown-word';
import { wrongForm } from './wrong-form';
import { wrongLiteral } from './wrong-literal';

/** All rules, by family. */
export const rules: readonly Rule[] = [
  // exports
  i3Export,
  // shape
  notYaml,
  unknownRoot,
  unresolvedPlaceholder,
  unknownKey,
  missingKey,
  wrongForm,
  wrongLiteral,
  unknownWord,
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
  cutTelephoneNumber,
  // variables
  undeclaredVariable,
  unusedVariable,
  unusedInput,
  inputsAlike,
  variableOutOfScope,
  readBeforeSet,
  unknownModuleParameter,
  // paths
  unreachableAction,
  pathWithoutEnd,
  loopControlOutsideLoop,
  unboundedLoop,
  endlessCycle,
  failureEndsAsSuccess,
  // data actions
  unknownDataAction,
  dataActionInput,
  dataActionOutput,
  noFailurePath,
  noTimeoutPath,
  dataActionTimeout,
  failureOutputsInCall,
  outputAfterFailure,
  outputMayMiss,
  // templates
  templateInputUnknown,
  templateInputCase,
  templateInputMayMiss,
  templateUnescaped,
  templateDefault,
  jsonPathSyntax,
  pathGivesList,
  templateOutputMissing,
  reservedName,
  // calls
  audioBeforeLaunch,
  pollWithoutPause,
  longSilence,
  menuKeyTwice,
  menuWithoutFallback,
  transferWithoutFailureHandling,
  languageNotSupported,
  // participant data
  attributeWithTwoOwners,
  attributeNeverWritten,
  attributeNeverRead,
  statusNeverHandled,
  attributeCharacters,
  attributeChangesValue,
  personalDataAttribute,
  // triggers
  triggerTopic,
  triggerField,
  triggerValue,
  triggerInput,
  inputOfNoEvent,
  triggerOptionalField,
  triggerTiming,
  triggerTarget,
  // definitions
  existingBesideDefinition,
  permissionNotNeeded,
  // portability
  hardCodedId,
  environmentInUrl,
  hardCodedPhoneNumber,
  hardCodedEmail,
  secretInText,
  // limits
  nameTooLong,
  attributeSize,
  conversationIdTooLong,
  loopCount,
  switchCases,
  collectInputRange,
  menuRange,
  waitTooLong,
  outcomesAndMilestones,
  tooManyActions,
];
