import type { Finding } from '../../ground/finding';
import {
  actionNotInFlow,
  actionNameTooLong,
  failureOutputsInVoiceFlow,
  flowNameEmpty,
  illegalRefId,
  illegalVariableName,
  menuKeyGivenTwice,
  refIdGivenTwice,
  variableDeclaredTwice,
} from '../errors';
import { type Action, actionForms } from '../actions';
import { type ActionTraits, mayStandIn } from '../action';
import type { Container } from '../containers';
import { type FlowKind, isVoiceFlow } from '../../ground/flow-kinds';
import type { SourceLine } from '../../ground/source-line';
import { ORIGIN, sourceLine } from '../origin';
import type { Declarations } from '../types';
import { repeatedKeys } from './menu-keys';

const LONGEST_ACTION_NAME = 200;

/** The problems of the flow itself. */
export function flowProblems(flow: { readonly name: string }, at: SourceLine | undefined): Finding[] {
  return flow.name.trim() === '' ? [flowNameEmpty(at)] : [];
}

/** The problems of an action, regardless of its neighbours. */
export function actionProblems(
  { kind, servesAs = [kind] }: { readonly kind: FlowKind; readonly servesAs?: readonly FlowKind[] },
  action: Exclude<Action, { kind: 'unknown' }>,
  path: string,
): Finding[] {
  const at = sourceLine(action[ORIGIN]);
  const findings: Finding[] = [];
  const traits: ActionTraits = actionForms[action.kind];
  for (const served of servesAs) {
    if (!mayStandIn(traits, served)) findings.push(actionNotInFlow(path, action.kind, served, traits.flows ?? [], at));
  }
  if ((action.name?.length ?? 0) > LONGEST_ACTION_NAME)
    findings.push(actionNameTooLong(path, action.name ?? '', LONGEST_ACTION_NAME, at));
  if (action.kind === 'callData' && isVoiceFlow(kind) && action.category?.content.dataAction?.content.failureOutputs) {
    findings.push(failureOutputsInVoiceFlow(path, kind, at));
  }
  return findings;
}

/**
 * References name a container by its refId. So containers of a kind need different refIds, and a refId must not contain
 * brackets, which would end the reference.
 */
export function refIdProblems(path: string, containers: readonly Container[]): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, Container>();
  for (const container of containers) {
    const { kind, refId } = container;
    if (refId === undefined) continue;
    const here = `${path} / ${container.name ?? kind}`;
    const at = sourceLine(container[ORIGIN]);
    if (refId === '' || /[[\]/]/.test(refId)) findings.push(illegalRefId(here, refId, at));
    const earlier = first.get(`${kind} ${refId}`);
    if (earlier) findings.push(refIdGivenTwice(here, kind, refId, earlier.name ?? '', at));
    else first.set(`${kind} ${refId}`, container);
  }
  return findings;
}

/** Choices of a menu with the key of an earlier choice. */
export function menuProblems(path: string, containers: readonly Container[]): Finding[] {
  return containers.flatMap((container) => {
    if (container.kind !== 'menu') return [];
    const at = sourceLine(container[ORIGIN]);
    const here = `${path} / ${container.name ?? 'menu'}`;
    return repeatedKeys(container).map(({ choice, key, first }) =>
      menuKeyGivenTwice(`${here} / ${choice.content?.name ?? choice.kind}`, key, first, at),
    );
  });
}

const legalName = /^[A-Za-z][A-Za-z0-9_]*$/;

/**
 * Names that Architect refuses, and names that a scope declares twice (names that differ only in case count as equal).
 */
export function variableProblems(path: string, scopes: readonly Declarations[], at: SourceLine | undefined): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const name of scopes.flatMap((scope) => Object.keys(scope))) {
    if (!legalName.test(name)) findings.push(illegalVariableName(path, name, at));
    const earlier = seen.get(name.toLowerCase());
    if (earlier !== undefined) findings.push(variableDeclaredTwice(path, earlier, name, at));
    seen.set(name.toLowerCase(), name);
  }
  return findings;
}
