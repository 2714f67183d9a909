import type { SourceLine } from '../ground/source-line';
import { type Declarations, type DurationLiteral, inMilliseconds, type Type } from '../architect/types';
import {
  contractKind,
  contractPropertyName,
  dataActionNameEmpty,
  dataActionNameTooLong,
  dataActionTimeout,
  emptyObject,
  inputNotFlat,
  inputReserved,
  nestedList,
} from './errors';
import type { Finding } from '../ground/finding';
import { isContractKind } from './contract';
import type { Integration } from './integration';
import { limits, propertyName, reservedInputs } from './limits';
import type { HttpRequest } from './request';
import { requestProblems } from './request-problems';
import { responseProblems } from './response/response-problems';
import type { SourceTree } from './response/source';
import type { Part } from './template/part';
import type { Where } from './where';

interface DataActionParts {
  readonly name: string;
  readonly integration: Integration;
  readonly input: Declarations;
  readonly output: Declarations;
  readonly request: HttpRequest<Part>;
  readonly sources: SourceTree | undefined;
  readonly timeout: DurationLiteral | undefined;
}

/** All problems of a data action, as far as it shows them by itself. */
export function dataActionProblems(dataAction: DataActionParts, at: SourceLine | undefined): Finding[] {
  const { name, integration, input, output, sources } = dataAction;
  const where = { path: `data action ${name}`, at };
  const { existing, credential, customAuth } = integration;
  const allowed = {
    kind: integration.integration,
    input,
    credentialKeys: existing ? undefined : templateKeys(credential),
    tokens: existing ? undefined : (customAuth?.tokens ?? []),
  };
  return [
    ...callProblems(dataAction, where),
    ...outputProblems(output, where),
    ...requestProblems(dataAction.request, allowed, where),
    ...(sources ? responseProblems(output, sources, where) : []),
  ];
}

/** What is wrong with a data action as flows call it: its name, its timeout and its inputs. */
export const callProblems = (
  { name, timeout, input }: Pick<DataActionParts, 'name' | 'timeout' | 'input'>,
  where: Where,
): Finding[] => [...nameProblems(name, where), ...timeoutProblems(timeout, where), ...inputProblems(input, where)];

/** The platform uses basic authentication itself; templates only see the fields of other credentials. */
const templateKeys = (credential: Integration['credential']): readonly string[] =>
  credential?.type === 'basicAuth' ? [] : Object.keys(credential?.fields ?? {});

function nameProblems(name: string, { path, at }: Where): Finding[] {
  if (name.trim() === '') return [dataActionNameEmpty(at)];
  return name.length > limits.longestName ? [dataActionNameTooLong(path, name, limits.longestName, at)] : [];
}

function timeoutProblems(timeout: DurationLiteral | undefined, { path, at }: Where): Finding[] {
  if (timeout === undefined) return [];
  const seconds = inMilliseconds(timeout) / 1000;
  const { least, most } = limits.timeout;
  return Number.isInteger(seconds) && seconds >= least && seconds <= most
    ? []
    : [dataActionTimeout(path, seconds, least, most, at)];
}

function inputProblems(input: Declarations, { path, at }: Where): Finding[] {
  return Object.entries(input).flatMap(([name, type]) => {
    if (reservedInputs.has(name)) return [inputReserved(path, name, at)];
    if (!propertyName.test(name)) return [contractPropertyName(path, name, at)];
    if (type.collection || type.kind === 'object') return [inputNotFlat(path, name, at)];
    return isContractKind(type.kind) ? [] : [contractKind(path, name, type.kind, at)];
  });
}

function outputProblems(outputs: Declarations, where: Where, prefix = '', inList = false): Finding[] {
  const { path, at } = where;
  return Object.entries(outputs).flatMap(([name, type]): Finding[] => {
    const output = `${prefix}${name}`;
    if (!propertyName.test(name)) return [contractPropertyName(path, output, at)];
    if (!isContractKind(type.kind)) return [contractKind(path, output, type.kind, at)];
    const nested = inList && type.collection ? [nestedList(path, output, at)] : [];
    return [...nested, ...propertiesProblems(type, output, where, inList)];
  });
}

function propertiesProblems(type: Type<unknown>, output: string, where: Where, inList: boolean): Finding[] {
  if (type.kind !== 'object') return [];
  const properties = type.properties ?? {};
  if (Object.keys(properties).length === 0) return [emptyObject(where.path, output, where.at)];
  return outputProblems(properties, where, `${output}.`, inList || type.collection);
}
