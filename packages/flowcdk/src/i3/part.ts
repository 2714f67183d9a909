import { mapping, scalar, sequence, type YamlNode, type YamlScalar } from '../architect/yaml/node';
import type { Kept, LeavingOut, LeftOut } from './left-out';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/**
 * An entry of a mapping. A missing value drops the entry. A key that is itself a value of the export, such as a name, is
 * a scalar, so that the account finds it in the YAML.
 */
export type Entry = readonly [key: string | YamlScalar, value: YamlNode | undefined];

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

/** A mapping of the entries that have a value. */
export const mappingOf = (entries: readonly Entry[]): YamlNode =>
  mapping(
    entries.flatMap(([key, value]) =>
      value === undefined ? [] : [{ key: typeof key === 'string' ? scalar(key) : key, value }],
    ),
  );

/** A mapping with one key: `callData: {…}`. */
export const keyed = (key: string | YamlScalar, value: YamlNode): YamlNode => mappingOf([[key, value]]);

/** Like `mappingOf`, or `none: true` where no entry has a value. */
export const mappingOrNone = (entries: readonly Entry[]): YamlNode => mappingIfAny(entries) ?? NONE;

/** Like `mappingOf`, or nothing where no entry has a value. */
export const mappingIfAny = (entries: readonly Entry[]): YamlNode | undefined =>
  entries.some(([, value]) => value !== undefined) ? mappingOf(entries) : undefined;

export const NONE: YamlNode = mapping([['none', scalar(true)]]);

/** The account of one export: where each of its values went. */
export class Account {
  /** The node of the YAML for each value that arrived, by the path of the value. */
  readonly arrived = new Map<string, YamlNode>();
  /** The paths of parts that arrived in the contracts, with everything below them. */
  readonly contracts: string[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly kept: Kept[] = [];
}

/**
 * An object of an export that is being read. Each key is taken once: it arrives in the YAML, or it is left out under a
 * rule. Keys that nobody took are found by `untouched`.
 */
export class Part {
  private readonly open: Set<string>;

  constructor(
    private readonly data: JsonObject,
    readonly path: string,
    readonly account: Account,
    /** The place in the flow, for readers. */
    readonly where: string,
  ) {
    this.open = new Set(Object.keys(data).filter((key) => data[key] !== undefined));
  }

  /** The same part with the place of its name below another place. Nothing of it may have been taken before. */
  named(above: string): Part {
    const name = this.peekText('name') ?? '';
    return new Part(this.data, this.path, this.account, name === '' ? above : `${above} / ${name}`);
  }

  /** Looks at a value without taking it. */
  peek(key: string): Json | undefined {
    return Object.hasOwn(this.data, key) ? this.data[key] : undefined;
  }

  /** Looks at a text without taking it. */
  peekText(key: string): string | undefined {
    const value = this.peek(key);
    return typeof value === 'string' ? value : undefined;
  }

  has(key: string): boolean {
    return this.open.has(key);
  }

  keys(): readonly string[] {
    return [...this.open];
  }

  /** Takes a bare value as a scalar with the same value. */
  scalar(key: string): YamlScalar | undefined {
    const value = this.peek(key);
    if (!this.open.has(key) || value === undefined || value === null || isObject(value) || isList(value))
      return undefined;
    const node = scalar(value);
    return this.arrives(key, node) as YamlScalar;
  }

  /** Takes a value that stands in the YAML in another notation: a duration, a word, a key. */
  arrives(key: string, node: YamlNode): YamlNode {
    this.open.delete(key);
    this.account.arrived.set(pathOf(this.path, key), node);
    return node;
  }

  /** Takes a value that stands in the YAML as a key, such as the name of a data action. */
  key(key: string, text = this.peekText(key) ?? ''): YamlScalar {
    const node = scalar(text);
    if (this.open.has(key)) this.arrives(key, node);
    return node;
  }

  /** Takes an object. */
  part(key: string, where = this.where): Part | undefined {
    const value = this.peek(key);
    if (!isObject(value)) return undefined;
    this.open.delete(key);
    const path = pathOf(this.path, key);
    if (Object.keys(value).length === 0) this.account.leftOut.push({ path, rule: 'empty', where });
    return new Part(value, path, this.account, where);
  }

  /** Takes a list of objects. Other items stay, each under a rule. */
  parts(key: string): readonly Part[] {
    const value = this.peek(key);
    if (!isList(value)) return [];
    this.open.delete(key);
    const path = pathOf(this.path, key);
    if (value.length === 0) this.account.leftOut.push({ path, rule: 'empty', where: this.where });
    return value.flatMap((item, i) => {
      if (isObject(item)) return [new Part(item, `${path}[${i}]`, this.account, this.where)];
      this.account.leftOut.push({ path: `${path}[${i}]`, rule: 'lost', where: this.where });
      return [];
    });
  }

  /** Takes a list of bare values. */
  scalars(key: string): readonly YamlScalar[] {
    const value = this.peek(key);
    if (!isList(value)) return [];
    this.open.delete(key);
    const path = pathOf(this.path, key);
    if (value.length === 0) this.account.leftOut.push({ path, rule: 'empty', where: this.where });
    return value.flatMap((item, i) => {
      if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
        const node = scalar(item);
        this.account.arrived.set(`${path}[${i}]`, node);
        return [node];
      }
      this.account.leftOut.push({ path: `${path}[${i}]`, rule: 'lost', where: this.where });
      return [];
    });
  }

  /** Leaves out keys, as far as they are there, with everything below them. */
  leave(rule: LeavingOut, ...keys: readonly string[]): void {
    for (const key of keys) {
      if (!this.open.delete(key)) continue;
      this.account.leftOut.push({ path: pathOf(this.path, key), rule, where: this.where });
    }
  }

  /** Leaves out everything that nobody took. */
  leaveRest(rule: LeavingOut): void {
    this.leave(rule, ...this.open);
  }

  /** Takes a text with JSON in it as an object. Its values have paths below the path of the text. */
  inText(key: string, json: JsonObject): Part {
    this.open.delete(key);
    return new Part(json, pathOf(this.path, key), this.account, this.where);
  }

  /** Takes a key whose content stands in the contracts. */
  toContracts(key: string): Json | undefined {
    const value = this.peek(key);
    if (this.open.delete(key)) this.account.contracts.push(pathOf(this.path, key));
    return value;
  }
}

/** The path of a key. Keys with other characters than those of names stand in brackets. */
export const pathOf = (path: string, key: string): string => {
  const step = /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  return path === '' && step.startsWith('.') ? key : `${path}${step}`;
};

/** A sequence, or nothing for an empty list. */
export const sequenceIfAny = (items: readonly YamlNode[]): YamlNode | undefined =>
  items.length === 0 ? undefined : sequence(items);
