/** Finds the overload of a call by exact types. Arguments are never converted (documented). */
import { parameterAt, type FunctionDeclaration, type Overload, type Parameter } from './declaration';
import { ANY, type, typeName, type Kind, type Type } from './types';

export interface Resolution {
  /** The overload, or `undefined` where it depends on types that are known only when the flow runs. */
  readonly overload: Overload | undefined;
  readonly returns: Type;
}

interface Candidate {
  readonly overload: Overload;
  /** How loosely the arguments fit. 0 is exact. */
  readonly looseness: number;
  /** The type that parameters of type `any` share. */
  readonly shared: Kind | undefined;
  /** Whether the overload fits only if an argument of unknown type turns out right. */
  readonly open: boolean;
}

const NOT_SET_GIVEN = 1;
/** NOT_SET prefers the overload for numbers to the overload for money: `Average(NOT_SET)` is 0.0 (assumed). */
const NOT_SET_AS_MONEY = 1.5;
const SHARED_TYPE = 2;
const EACH_ITS_OWN_TYPE = 3;
/** Worse than any other misfit, so that NOT_SET prefers overloads that allow it. */
const NOT_SET_REFUSED = 100;

/** The overload for arguments of some types. `undefined` where no overload takes them. */
export function resolve(declared: FunctionDeclaration, args: readonly Type[]): Resolution | undefined {
  const best = tightest(declared, args);
  if (best === undefined) return undefined;
  const returns = returnType(best);
  if (!args.some(isUnknown)) return { overload: best.overload, returns };
  const candidates = declared.overloads
    .map((overload) => fit(overload, args))
    .filter((overload) => overload !== undefined);
  if (!candidates.some(({ open }) => open)) return { overload: best.overload, returns };
  const agreed = candidates.every((candidate) => returnType(candidate) === returns);
  return { overload: undefined, returns: agreed ? returns : ANY };
}

/** The overload for the types of actual values. An empty list fits any list. */
export function resolveActual(declared: FunctionDeclaration, args: readonly Type[]): Overload | undefined {
  return tightest(declared, args)?.overload;
}

/** The message that says why no overload takes the types of a call. */
export function mismatch(declared: FunctionDeclaration, args: readonly Type[]): string {
  const name = isOperator(declared) ? `"${declared.name}"` : declared.name;
  const fitting = declared.overloads.filter((overload) => takesCount(overload, args.length));
  if (fitting.length === 0) return `${name} takes ${countsText(declared)}, ${args.length} given`;
  const nearest = [...fitting].sort((a, b) => exactPlaces(b, args) - exactPlaces(a, args)).slice(0, SHOWN);
  const shown = nearest.map((overload) => `(${overload.parameters.map(parameterText).join(', ')})`).join(' or ');
  const more = fitting.length > SHOWN ? ' or others' : '';
  return `${name} does not take (${args.map(typeName).join(', ')}); it takes ${shown}${more}${sharedText(nearest)}`;
}

/** The number of overloads in a message. */
const SHOWN = 4;
/** The sign for the type that parameters share, in a message. */
const SHARED = 'T';

function exactPlaces(overload: Overload, args: readonly Type[]): number {
  return args.filter((actual, index) => parameterAt(overload, index)?.type === actual).length;
}

function isOperator({ id, name }: FunctionDeclaration): boolean {
  return id !== name || name === 'and' || name === 'or';
}

/** The overload that fits most tightly. Of equal fits the first wins. */
function tightest({ overloads }: FunctionDeclaration, args: readonly Type[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const overload of overloads) {
    const candidate = fit(overload, args);
    if (candidate === undefined || (best !== undefined && candidate.looseness >= best.looseness)) continue;
    if (candidate.looseness === 0) return candidate;
    best = candidate;
  }
  return best;
}

/** Whether a type is known only when the flow runs. */
function isUnknown({ kind }: Type): boolean {
  return kind === 'any';
}

function takesCount({ parameters }: Overload, count: number): boolean {
  if (count <= parameters.length) return count === parameters.length;
  return parameters[parameters.length - 1]?.repeatable === true;
}

function fit(overload: Overload, args: readonly Type[]): Candidate | undefined {
  if (!takesCount(overload, args.length)) return undefined;
  let looseness = 0;
  let shared: Kind | undefined;
  let open = false;
  for (let index = 0; index < args.length; index += 1) {
    const actual = args[index];
    const parameter = parameterAt(overload, index);
    if (actual === undefined || parameter === undefined) return undefined;
    const expected = parameter.type;
    if (actual.kind === 'notSet') {
      const misfit = looseNotSet(parameter);
      if (misfit === undefined) return undefined;
      looseness += misfit;
    } else if (actual.kind === 'any' && (!actual.collection || expected.collection)) {
      if (expected.kind === 'notSet') return undefined;
      if (!(actual.collection && expected.kind === 'any') && expected.kind !== 'anything') open = true;
      looseness += SHARED_TYPE;
    } else if (actual.collection !== expected.collection) return undefined;
    else if (expected.kind === 'any') {
      if (isConfined(actual) || (shared !== undefined && shared !== actual.kind)) return undefined;
      shared = actual.kind;
      looseness += SHARED_TYPE;
    } else if (expected.kind === 'anything') {
      if (isConfined(actual)) return undefined;
      looseness += EACH_ITS_OWN_TYPE;
    } else if (expected.kind === 'audioOrPrompt') {
      if (actual.kind !== 'audio' && actual.kind !== 'prompt') return undefined;
    } else if (expected.kind !== actual.kind) return undefined;
  }
  return { overload, looseness, shared, open };
}

function looseNotSet({ type: expected, notSetAllowed }: Parameter): number | undefined {
  if (expected.collection) return undefined;
  if (expected.kind === 'notSet') return 0;
  if (!notSetAllowed) return NOT_SET_REFUSED;
  return expected.kind === 'currency' ? NOT_SET_AS_MONEY : NOT_SET_GIVEN;
}

/** Whether a type fits only parameters of exactly that type. Audio does. */
function isConfined({ kind }: Type): boolean {
  return kind === 'audio';
}

function returnType({ overload: { returns }, shared }: Candidate): Type {
  return returns.kind === 'any' && shared !== undefined ? type(shared, returns.collection) : returns;
}

/** `1 argument`, `2 or 3 arguments`, `at least 2 arguments` */
function countsText({ overloads }: FunctionDeclaration): string {
  const counts = [...new Set(overloads.map(({ parameters }) => parameters.length))].sort((a, b) => a - b);
  const isOpen = overloads.some(({ parameters }) => parameters.at(-1)?.repeatable === true);
  const text = isOpen ? `at least ${counts[0]}` : counts.join(' or ');
  return `${text} argument${text.endsWith('1') ? '' : 's'}`;
}

/** The explanation of {@link SHARED}, where a message has it. */
function sharedText(overloads: readonly Overload[]): string {
  const shared = overloads.map(({ parameters }) => parameters.filter(({ type: expected }) => expected.kind === 'any'));
  if (shared.some((all) => all.length > 1 || all[0]?.repeatable)) return `, where ${SHARED} is one and the same type`;
  return shared.some((all) => all.length > 0) ? `, where ${SHARED} is any type` : '';
}

function parameterText({ type: expected, repeatable }: Parameter): string {
  const shared = expected.collection ? `${SHARED}Collection` : SHARED;
  return `${expected.kind === 'any' ? shared : typeName(expected)}${repeatable ? '…' : ''}`;
}
