import { InvalidArgumentError } from 'commander';
import { type Json, type JsonObject, jsonIn } from '../emulator/state/json';
import type { FlowVariable } from '../emulator/state/tables/flow';
import { didYouMean } from '../ground/did-you-mean';
import type { PublishedFlow } from '../stubs/publish-flow-files';
import type { LocalOrg } from '../testing';
import { inputsOf } from '../testing/one-run';
import { EXIT } from './exit-code';
import { complain } from './output';

/** The inputs of the command line, as texts. */
export type RawInputs = Readonly<Record<string, string>>;

/** Adds `orderId=4711`. The name may have its scope: `Flow.orderId`. */
export function rawInput(text: string, before: RawInputs): RawInputs {
  const equals = text.indexOf('=');
  if (equals > 0) return { ...before, [text.slice(0, equals).replace(/^Flow\./i, '')]: text.slice(equals + 1) };
  throw new InvalidArgumentError('It has to be an input and its value: orderId=4711.');
}

/** The inputs with the types that the workflow declares. Prints what is wrong, and sets the exit code. */
export function inputsFrom(raw: RawInputs, org: LocalOrg, flow: PublishedFlow): JsonObject | undefined {
  const declared = flow.kind === 'workflow' ? inputsOf(org, flow) : [];
  const problems: string[] = [];
  const inputs = Object.entries(raw).flatMap(([name, text]): (readonly [string, Json])[] => {
    const input = declared.find((variable) => variable.name.toLowerCase() === name.toLowerCase());
    const value = input && valueOf(text, input);
    if (input && value !== undefined) return [[input.name, value]];
    problems.push(input ? `the input ${name} is of type ${input.type}; ${JSON.stringify(text)} is not` : noInput(name));
    return [];
  });
  function noInput(name: string): string {
    const names = declared.map((variable) => variable.name);
    const near = didYouMean(name, names);
    const meant = near === undefined ? '' : ` Did you mean ${near}?`;
    return `the flow ${flow.name} has no input ${name}.${meant} It has ${names.join(', ') || 'none'}.`;
  }
  if (problems.length === 0) return Object.fromEntries(inputs);
  for (const problem of problems) complain(`flowcdk run: ${problem}`);
  process.exitCode = EXIT.wrongUse;
  return undefined;
}

/** The value of a text in a type of Architect; undefined where the text is not of it. */
function valueOf(text: string, { type }: FlowVariable): Json | undefined {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (type === 'decimal') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (type === 'json') return jsonIn(text);
  if (!type.endsWith('Collection')) return text;
  const items = jsonIn(text);
  return Array.isArray(items) ? (items as Json) : undefined;
}
