import { didYouMean } from '../ground/did-you-mean';
import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error, warning } from '../ground/errors';

export const triggerNameEmpty = (at?: SourceLine): Finding =>
  error('trigger-name', 'a trigger has no name', { help: 'Give it the name the organisation should show.', at });

export const triggerNameTooLong = (path: string, name: string, longest: number, at?: SourceLine): Finding =>
  error('name-too-long', `the name has ${name.length} characters`, { help: `Up to ${longest} are allowed.`, path, at });

export const triggerDescriptionTooLong = (path: string, text: string, longest: number, at?: SourceLine): Finding =>
  error('description-too-long', `the description has ${text.length} characters`, {
    help: `Up to ${longest} are allowed.`,
    path,
    at,
  });

export const triggerEventTtl = (path: string, seconds: number, least: number, at?: SourceLine): Finding =>
  error('event-ttl', `eventTtl is ${seconds} seconds`, {
    help: `Give whole seconds, at least ${least}; leave it out if events never get too old.`,
    path,
    at,
  });

export const triggerDelay = (path: string, seconds: number, least: number, most: number, at?: SourceLine): Finding =>
  error('delay-by', `delayBy is ${seconds} seconds`, {
    help: `Give whole seconds from ${least} to ${most}.`,
    path,
    at,
  });

export const triggerTiming = (path: string, at?: SourceLine): Finding =>
  error('trigger-timing', 'both eventTtl and delayBy are given', {
    help: 'The platform takes one of the two. (Terraform would only say so while it applies.)',
    path,
    at,
  });

export const jsonDataInput = (path: string, flow: string, inputs: readonly string[], at?: SourceLine): Finding =>
  error('trigger-json-input', `the workflow ${flow} has the inputs ${inputs.join(', ') || '(none)'}`, {
    help: 'With dataFormat Json a workflow gets the event in the input { jsonData: json() }.',
    path,
    at,
  });

export const inputNotFilled = (path: string, input: string, at?: SourceLine): Finding =>
  warning('input-not-filled', `the trigger does not fill the input ${input}`, {
    help: 'With dataFormat Json it fills jsonData alone, so the input is NOT_SET. Declare it optional(…), or read it from jsonData.',
    path,
    at,
  });

function meantField(input: string, fields: readonly string[]): string {
  const meant = didYouMean(input, fields);
  return meant === undefined ? '' : `Did you mean ${meant}? `;
}

export const inputNotInEvent = (
  path: string,
  input: string,
  topic: string,
  fields: readonly string[],
  at?: SourceLine,
): Finding =>
  error('input-not-in-event', `events of ${topic} have no plain field for the input ${input}`, {
    help: `${meantField(input, fields)}Inputs have the names of fields: ${fields.join(', ')}. Lists and objects are only handed over with dataFormat Json.`,
    path,
    at,
  });

export const inputOfAnotherType = (
  path: string,
  input: string,
  declared: string,
  field: string,
  at?: SourceLine,
): Finding =>
  error('input-of-another-type', `the input ${input} is ${declared}, but the field of the event is ${field}`, {
    help: 'Declare the input with the type of the field.',
    path,
    at,
  });

export const eventFieldMayMiss = (path: string, input: string, topic: string, at?: SourceLine): Finding =>
  warning('event-field-may-miss', `events of ${topic} do not always have ${input}`, {
    help: `The input is NOT_SET then. Declare it optional(…) and look with IsNotSetOrEmpty before using it.`,
    path,
    at,
  });

export const criterionField = (
  path: string,
  jsonPath: string,
  topic: string,
  fields: readonly string[],
  at?: SourceLine,
): Finding =>
  error('criterion-field', `events of ${topic} have no field ${jsonPath}`, {
    help: `They have: ${fields.join(', ')}.`,
    path,
    at,
  });

export const criterionOnOtherType = (
  path: string,
  jsonPath: string,
  operator: string,
  expected: string,
  at?: SourceLine,
): Finding =>
  error('criterion-type', `${operator} on ${jsonPath}, which is not ${expected}`, {
    help: `${operator} compares ${expected}. For the rest there are equal, isIn and contains.`,
    path,
    at,
  });

export const criterionUnknownValue = (
  path: string,
  jsonPath: string,
  value: unknown,
  allowed: string,
  at?: SourceLine,
): Finding =>
  error('criterion-value', `${jsonPath} is never ${JSON.stringify(value)}`, {
    help: `Upper and lower case differ. It is: ${allowed}.`,
    path,
    at,
  });

export const criterionWithoutValues = (path: string, jsonPath: string, operator: string, at?: SourceLine): Finding =>
  error('criterion-values', `${operator} on ${jsonPath} has no values`, { help: 'Give at least one value.', path, at });
