import type { FlowKind } from '../ground/flow-kinds';
import type { SourceLine } from '../ground/source-line';
import type { Finding } from '../ground/finding';
import { error } from '../ground/errors';

export const flowNameEmpty = (at?: SourceLine): Finding =>
  error('flow-name', 'a flow has no name', { help: 'Give it the name Architect should show.', at });

export const actionNotInFlow = (
  path: string,
  action: string,
  flow: FlowKind,
  allowed: readonly FlowKind[],
  at?: SourceLine,
): Finding =>
  error('action-not-in-flow', `${action} cannot be used in a flow of kind ${flow}`, {
    help:
      action === 'wait'
        ? 'In a call flow time passes with something the caller hears or answers: collectInput, holdMusic, a menu.'
        : `It belongs to ${allowed.join(', ')}.`,
    path,
    at,
  });

export const actionNameTooLong = (path: string, name: string, longest: number, at?: SourceLine): Finding =>
  error('name-too-long', `the action name ${JSON.stringify(name)} has ${name.length} characters`, {
    help: `Architect takes up to ${longest}.`,
    path,
    at,
  });

export const failureOutputsInVoiceFlow = (path: string, flow: FlowKind, at?: SourceLine): Finding =>
  error('failure-outputs-in-call', `failureOutputs are not available in a flow of kind ${flow}`, {
    help: 'In call flows only the path tells what happened: use onFailure and onTimeout.',
    path,
    at,
  });

export const refIdGivenTwice = (path: string, kind: string, refId: string, first: string, at?: SourceLine): Finding =>
  error('ref-id-twice', `the ${kind} has the refId ${JSON.stringify(refId)}, and so has ${JSON.stringify(first)}`, {
    help: 'References would not tell the two apart. Leave refId out: it is made from the name and unique.',
    path,
    at,
  });

export const menuKeyGivenTwice = (path: string, key: string, first: string, at?: SourceLine): Finding =>
  error('menu-key-twice', `${key} chooses this, and ${JSON.stringify(first)}`, {
    help: 'A key chooses only one of them. Give one of them another key.',
    path,
    at,
  });

export const illegalRefId = (path: string, refId: string, at?: SourceLine): Finding =>
  error('ref-id', `${JSON.stringify(refId)} is no refId`, {
    help: 'A refId has at least one character and neither brackets nor slashes. Leave it out: it is made from the name.',
    path,
    at,
  });

export const botsAreMadeInArchitect = (flow: FlowKind, call: string, at?: SourceLine): Finding =>
  error('bot-flow', `a flow of kind ${flow} cannot be defined here: it is read, checked and written, not built`, {
    help: `Make the bot in Architect and use it from a flow with ${call}.`,
    at,
  });

export const illegalVariableName = (path: string, name: string, at?: SourceLine): Finding =>
  error('variable-name', `${JSON.stringify(name)} is no name for a variable`, {
    help: 'A name begins with a letter and goes on with letters, digits and underscores.',
    path,
    at,
  });

export const variableDeclaredTwice = (path: string, first: string, second: string, at?: SourceLine): Finding =>
  error(
    'variable-declared-twice',
    `the variable ${second} is declared twice${first === second ? '' : ` (as ${first} before)`}`,
    {
      help: 'Names of inputs, outputs and variables of one flow differ in more than upper and lower case.',
      path,
      at,
    },
  );

export const illegalExpression = (
  path: string,
  text: string,
  message: string,
  offset: number,
  severity: Finding['severity'],
  at?: SourceLine,
): Finding => ({
  ...error(
    'expression',
    `${message} in ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)} at ${offset + 1}`,
    { path, at },
  ),
  severity,
});
