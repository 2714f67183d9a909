import type { FlowKind } from './architect/flow-kinds';
import type { SourceLine } from './architect/origin';
import type { Finding } from './finding';

/**
 * Every error a user can provoke, one function each: what is wrong, the value, what is allowed, what to do.
 */

function error(rule: string, message: string, rest: { help?: string; path?: string; at?: SourceLine | undefined } = {}): Finding {
  const { at, ...other } = rest;
  return Object.freeze({ rule, severity: 'error', message, ...other, ...(at ? { at } : {}) });
}

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

export const illegalVariableName = (path: string, name: string, at?: SourceLine): Finding =>
  error('variable-name', `${JSON.stringify(name)} is no name for a variable`, {
    help: 'A name begins with a letter and goes on with letters, digits and underscores.',
    path,
    at,
  });

export const variableDeclaredTwice = (path: string, first: string, second: string, at?: SourceLine): Finding =>
  error('variable-declared-twice', `the variable ${second} is declared twice${first === second ? '' : ` (as ${first} before)`}`, {
    help: 'Names of inputs, outputs and variables of one flow differ in more than upper and lower case.',
    path,
    at,
  });
