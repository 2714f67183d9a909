import type { Declarations, Type } from '../../architect/types';
import { jsonPathSyntax } from '../../ground/errors';
import { outputWithoutSource, pathGivesList, sourceValueOfAnotherType, sourceWithoutOutput } from '../errors';
import type { Finding } from '../../ground/finding';
import { parseJsonPath } from '@flowcdk/data-action-engines/json-path';
import { isSource, type Source, type SourceTree } from './source';
import type { Where } from '../where';

/** Checks that every output has one fitting source. */
export function responseProblems(outputs: Declarations, sources: SourceTree, where: Where, prefix = ''): Finding[] {
  const missing = Object.keys(outputs).filter((name) => sources[name] === undefined);
  const wrongSources = Object.entries(sources).flatMap(([name, source]): Finding[] => {
    const output = `${prefix}${name}`;
    const type = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    if (!type) return [sourceWithoutOutput(where.path, output, Object.keys(outputs), where.at)];
    if (isSource(source)) return sourceProblems(output, type, source, where);
    return responseProblems(type.properties ?? {}, source, where, `${output}.`);
  });
  return [...missing.map((name) => outputWithoutSource(where.path, `${prefix}${name}`, where.at)), ...wrongSources];
}

function sourceProblems(output: string, type: Type<unknown>, source: Source, { path, at }: Where): Finding[] {
  const wrongValue = 'value' in source && !fits(type, source.value);
  const value = wrongValue ? [sourceValueOfAnotherType(path, output, source.value, describe(type), at)] : [];
  if (source.path === undefined) return value;
  const parsed = parseJsonPath(source.path);
  const wrong = 'problem' in parsed ? parsed : parsed.doubt;
  if (wrong) return [jsonPathSyntax(path, output, source.path, wrong.problem, wrong.offset, at), ...value];
  const givesList = source.source === 'path' && 'definite' in parsed && !parsed.definite && !type.collection;
  return [...(givesList ? [pathGivesList(path, output, source.path, at)] : []), ...value];
}

const checks: Readonly<Partial<Record<Type<unknown>['kind'], (value: unknown) => boolean>>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  decimal: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
};

/** Whether a JSON value is of a declared type. */
function fits(type: Type<unknown>, value: unknown): boolean {
  if (type.collection) {
    const item = { ...type, collection: false };
    return Array.isArray(value) && value.every((each) => fits(item, each));
  }
  if (type.kind === 'object') return fitsObject(type.properties ?? {}, value);
  if (type.values && !(type.values as readonly unknown[]).includes(value)) return false;
  return checks[type.kind]?.(value) ?? false;
}

const fitsObject = (properties: Declarations, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(properties).every(([name, type]) => {
    const part = (value as Readonly<Record<string, unknown>>)[name];
    return part === undefined ? type.optional === true : fits(type, part);
  });

function describe(type: Type<unknown>): string {
  const single = type.values ? type.values.join(' | ') : type.kind;
  return type.collection ? `list of ${single}` : single;
}
