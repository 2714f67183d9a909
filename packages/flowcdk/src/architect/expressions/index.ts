/**
 * The expression language of Genesys Cloud Architect: text to tree and back, types, values.
 *
 * @example
 * const tree = parse('Length( Flow.name )>3');
 * print(tree);                                                       // Length(Flow.name) > 3
 * check(tree, { variables: () => type('string') });                  // { type: boolean, problems: [] }
 * compile(tree, { variables: () => type('string') }).run(environment); // true or false
 */
export { annotate, type Annotated, type AnnotateOptions } from './annotate';
export { builtInVariable, builtInVariables, type BuiltInVariable } from './built-in-variables';
export { check, isConvertible, type Checked, type CheckOptions } from './check';
export { compile, type Program } from './compile';
export { Decimal } from './decimal';
export type { FunctionDeclaration, Overload, Parameter } from './declaration';
export { detectLanguage } from './detect-language';
export { variableLookup, type Environment, type ExpressionOrg } from './environment';
export { areEqual } from './equality';
export { evaluate } from './evaluate';
export {
  checkText,
  evaluateText,
  type CheckResult,
  type EvaluatedText,
  type EvaluateTextOptions,
  type EvaluationError,
  type EvaluationResult,
  type Warning,
} from './evaluate-text';
export { ExpressionError, Failure, type Phase, type Problem, type Span } from './expression-error';
export { literalOf, textOf, toJsonData } from './format-value';
export { declarations, functionNamed, functionNames } from './functions';
export { interpolate, type Interpolated } from './interpolate';
export { readJson, writeJson, type JsonData } from './json-text';
export { MAX_INTEGER, MAX_NESTING, MAX_TEXT_LENGTH } from './limits';
export { openEnvironment, openOrg } from './open-org';
export { parse } from './parse';
export { parseCached } from './parse-cached';
export { readPhoneNumber } from './phone-number';
export { print } from './print';
export { dateTime, duration, readDateTime, readDuration } from './date-time';
export { parseTypedValue, type TypedValue } from './typed-value';
export { quote } from './tokens';
export type { Tree } from './tree';
export { ANY, type, typeName, typeNamed, type Kind, type Type, type VariableKind } from './types';
export {
  AudioValue,
  CommunicationValue,
  ConstantValue,
  CurrencyValue,
  DateTimeValue,
  DurationValue,
  JsonValue,
  NOT_SET,
  ObjectValue,
  PhoneNumberValue,
  PlainTimeValue,
  ReferenceValue,
  typeOf,
  type AudioPart,
  type ReferenceKind,
  type Value,
} from './values';
export { functionsUsed, references } from './walk';
