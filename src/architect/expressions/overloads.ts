/** Which overload of a function a call means. Chosen by exact types; there is no conversion of arguments (documented). */
import { type FunctionDeclaration, type Overload, type Parameter } from './declaration';
import { ANY, type, typeName, type Kind, type Type } from './types';

export interface Resolution {
  /** The overload, or `undefined` if it depends on types known only when the flow runs. */
  readonly overload: Overload | undefined;
  readonly returns: Type;
}

interface Candidate {
  readonly overload: Overload;
  /** How loosely the arguments fit; 0 is exact. */
  readonly looseness: number;
  /** The type that parameters of type `any` share. */
  readonly shared: Kind | undefined;
  /** Fits only if an argument of unknown type turns out right. */
  readonly open: boolean;
}

const NOT_SET_GIVEN = 1;
const SHARED_TYPE = 2;
const EACH_ITS_OWN_TYPE = 3;
/** Worse than any other misfit, so that NOT_SET goes where it is allowed. */
const NOT_SET_REFUSED = 100;

/** The overload for arguments of these types; `undefined` if none takes them. */
export function resolve(declared: FunctionDeclaration, given: readonly Type[]): Resolution | undefined {
  const candidates = candidatesOf(declared, given);
  const best = tightest(candidates);
  if (best === undefined) return undefined;
  if (!candidates.some(({ open }) => open)) return { overload: best.overload, returns: returnType(best) };
  const returns = returnType(best);
  const agreed = candidates.every((candidate) => returnType(candidate) === returns);
  return { overload: undefined, returns: agreed ? returns : ANY };
}

/** The overload for the types of actual values, where a list without items fits any list. */
export function resolveActual(declared: FunctionDeclaration, given: readonly Type[]): Overload | undefined {
  return tightest(candidatesOf(declared, given))?.overload;
}

/** Why no overload takes these types, in the terms of the call. */
export function mismatch(declared: FunctionDeclaration, given: readonly Type[]): string {
  const name = isOperator(declared) ? `"${declared.name}"` : declared.name;
  const fitting = declared.overloads.filter((overload) => takesCount(overload, given.length));
  if (fitting.length === 0) {
    const counts = [...new Set(declared.overloads.map(countText))].join(' or ');
    return `${name} takes ${counts} argument${counts === '1' ? '' : 's'}, ${given.length} given`;
  }
  const nearest = [...fitting].sort((a, b) => exactPlaces(b, given) - exactPlaces(a, given)).slice(0, SHOWN);
  const shown = nearest.map((overload) => `(${overload.parameters.map(parameterText).join(', ')})`).join(' or ');
  const more = fitting.length > SHOWN ? ' or others' : '';
  const same = shown.includes(SHARED) ? `, where ${SHARED} is one and the same type` : '';
  return `${name} does not take (${given.map(typeName).join(', ')}); it takes ${shown}${more}${same}`;
}

/** Overloads that a message names. */
const SHOWN = 4;
/** How a message writes the type that parameters share. */
const SHARED = 'T';

function exactPlaces({ parameters }: Overload, given: readonly Type[]): number {
  return given.filter((actual, index) => parameters[Math.min(index, parameters.length - 1)]?.type === actual).length;
}

function isOperator({ id, name }: FunctionDeclaration): boolean {
  return id !== name || name === 'and' || name === 'or';
}

function candidatesOf(declared: FunctionDeclaration, given: readonly Type[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const overload of declared.overloads) {
    const candidate = fit(overload, given);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return candidates;
}

function tightest(candidates: readonly Candidate[]): Candidate | undefined {
  let best = candidates[0];
  for (const candidate of candidates) {
    if (best !== undefined && candidate.looseness < best.looseness) best = candidate;
  }
  return best;
}

function takesCount({ parameters }: Overload, count: number): boolean {
  return parameters.at(-1)?.repeatable === true ? count >= parameters.length : count === parameters.length;
}

function fit(overload: Overload, given: readonly Type[]): Candidate | undefined {
  if (!takesCount(overload, given.length)) return undefined;
  const last = overload.parameters.length - 1;
  let looseness = 0;
  let shared: Kind | undefined;
  let open = false;
  for (const [index, actual] of given.entries()) {
    const parameter = overload.parameters[Math.min(index, last)];
    if (parameter === undefined) return undefined;
    const wanted = parameter.type;
    if (actual.kind === 'notSet') {
      const misfit = looseNotSet(parameter);
      if (misfit === undefined) return undefined;
      looseness += misfit;
    } else if (actual.kind === 'any' && (!actual.collection || wanted.collection)) {
      if (wanted.kind === 'notSet') return undefined;
      if (!(actual.collection && wanted.kind === 'any') && wanted.kind !== 'anything') open = true;
      looseness += SHARED_TYPE;
    } else if (actual.collection !== wanted.collection) return undefined;
    else if (wanted.kind === 'any') {
      if (isConfined(actual) || (shared !== undefined && shared !== actual.kind)) return undefined;
      shared = actual.kind;
      looseness += SHARED_TYPE;
    } else if (wanted.kind === 'anything') {
      if (isConfined(actual)) return undefined;
      looseness += EACH_ITS_OWN_TYPE;
    } else if (wanted.kind === 'audioOrPrompt') {
      if (actual.kind !== 'audio' && actual.kind !== 'prompt') return undefined;
    } else if (wanted.kind !== actual.kind) return undefined;
  }
  return { overload, looseness, shared, open };
}

function looseNotSet({ type: wanted, notSetAllowed }: Parameter): number | undefined {
  if (wanted.collection) return undefined;
  if (wanted.kind === 'notSet') return 0;
  return notSetAllowed ? NOT_SET_GIVEN : NOT_SET_REFUSED;
}

/** Audio goes only where audio is asked for by name. */
function isConfined({ kind }: Type): boolean {
  return kind === 'audio';
}

function returnType({ overload: { returns }, shared }: Candidate): Type {
  return returns.kind === 'any' && shared !== undefined ? type(shared, returns.collection) : returns;
}

function countText({ parameters }: Overload): string {
  return parameters.at(-1)?.repeatable === true ? `at least ${parameters.length}` : String(parameters.length);
}

function parameterText({ type: wanted, repeatable }: Parameter): string {
  const shared = wanted.collection ? `${SHARED}Collection` : SHARED;
  return `${wanted.kind === 'any' ? shared : typeName(wanted)}${repeatable ? '…' : ''}`;
}
