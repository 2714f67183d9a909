import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { DEEPEST, isDeeperThan } from '../ground/json-depth';
import {
  noStackIn,
  otherTerraformFiles,
  unknownMeta,
  unknownSection,
  unreadableStack,
  wrongAttribute,
} from './refusals';
import { isValues, listOf, type Value, type Values } from './values';

/** A synthesized stack: what `cdk.tf.json` says, and the files beside it. */
export interface Stack {
  readonly name: string;
  readonly json: Values;
  /** The content of a file beside it. Undefined where there is none, or where it lies elsewhere. */
  readonly file: (path: string) => Buffer | undefined;
}

/** One resource or data source, as it is written. */
export interface Element {
  /** `genesyscloud_routing_queue.billing`, `data.genesyscloud_user.ada` */
  readonly address: string;
  readonly isData: boolean;
  readonly type: string;
  readonly values: Values;
  readonly dependsOn: readonly string[];
  /** Attributes that stay as the org has them once the resource exists. */
  readonly ignoredChanges: readonly string[];
}

const FILE = 'cdk.tf.json';

/** The stack in a folder that `flowcdk synth` or CDKTF wrote. */
export function readStack(folder: string): Stack {
  const file = join(folder, FILE);
  if (!existsSync(file)) throw noStackIn(folder);
  const others = readdirSync(folder).filter((name) => /\.tf(\.json)?$/.test(name) && name !== FILE);
  if (others.length > 0) throw otherTerraformFiles(folder, others);
  const json = jsonIn(file);
  return { name: nameOf(json) ?? folder, json, file: (path) => fileBeside(folder, path) };
}

/** The folders of the stacks: the folder itself, or those in a folder that `flowcdk synth` wrote. Each comes after those it depends on. */
export function stackFolders(folder: string): readonly string[] {
  if (existsSync(join(folder, FILE))) return [folder];
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) throw noStackIn(folder);
  const { stacks } = jsonIn(manifest);
  const listed = isValues(stacks) ? stacks : {};
  const order: string[] = [];
  const add = (name: string): void => {
    const stack = listed[name];
    if (order.includes(name) || !isValues(stack)) return;
    for (const needed of listOf(stack['dependencies'])) add(String(needed));
    order.push(name);
  };
  Object.keys(listed).forEach(add);
  return order.map((name) => {
    const stack = listed[name];
    return join(folder, String((isValues(stack) && stack['workingDirectory']) || join('stacks', name)));
  });
}

function jsonIn(file: string): Values {
  try {
    const text = readFileSync(file, 'utf8');
    if (isDeeperThan(DEEPEST, text)) throw new Error(`it is nested deeper than ${DEEPEST} levels`);
    const json = JSON.parse(text) as Value;
    if (isValues(json)) return json;
  } catch (problem) {
    throw unreadableStack(file, problem instanceof Error ? problem.message : String(problem));
  }
  throw unreadableStack(file, 'it is no object');
}

function nameOf(json: Values): string | undefined {
  const comment = json['//'];
  const metadata = isValues(comment) ? comment['metadata'] : undefined;
  const name = isValues(metadata) ? metadata['stackName'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function fileBeside(folder: string, path: string): Buffer | undefined {
  const file = resolve(folder, path);
  const inside = relative(resolve(folder), file);
  if (inside.startsWith('..') || resolve(inside) === inside || inside.includes(`..${sep}`)) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const sections = ['//', 'terraform', 'provider', 'variable', 'data', 'resource', 'output'];

/** What is in a section of a stack, by name. */
export function section(stack: Stack, name: string): Values {
  const value = stack.json[name];
  // CDKTF writes blocks as objects or as lists of one.
  const list = listOf(value);
  return Object.assign({}, ...list.filter(isValues)) as Values;
}

/** Every resource and data source of a stack. Throws for a section that is not known. */
export function elementsOf(stack: Stack): readonly Element[] {
  const unknown = Object.keys(stack.json).find((name) => !sections.includes(name));
  if (unknown !== undefined) throw unknownSection(unknown);
  return [...elementsIn(section(stack, 'data'), true), ...elementsIn(section(stack, 'resource'), false)];
}

const elementsIn = (types: Values, isData: boolean): readonly Element[] =>
  Object.entries(types)
    .filter(([type]) => type !== '//')
    .flatMap(([type, named]) =>
      Object.entries(isValues(named) ? named : {}).map(([name, value]) =>
        elementOf(`${isData ? 'data.' : ''}${type}.${name}`, isData, type, isValues(value) ? value : {}),
      ),
    );

function textsIn(list: Value | undefined, address: string, name: string): readonly string[] {
  return listOf(list).map((item) => {
    if (typeof item !== 'string') throw wrongAttribute(address, name, 'has to be a list of texts');
    return item;
  });
}

const metaArguments = ['provider', 'count', 'for_each', 'provisioner', 'connection'];

function elementOf(address: string, isData: boolean, type: string, content: Values): Element {
  const { depends_on: dependsOn, lifecycle } = content;
  // `create_before_destroy` needs nothing here: a resource still in use goes after everything else.
  const inLifecycle = listOf(lifecycle).flatMap((block) => Object.entries(isValues(block) ? block : {}));
  const unknown =
    Object.keys(content).find((name) => metaArguments.includes(name)) ??
    inLifecycle.map(([name]) => name).find((name) => !['create_before_destroy', 'ignore_changes'].includes(name));
  if (unknown !== undefined) throw unknownMeta(address, unknown);
  const values = Object.entries(content).filter(([name]) => !['//', 'depends_on', 'lifecycle'].includes(name));
  const ignored = inLifecycle.flatMap(([name, value]) => (name === 'ignore_changes' ? listOf(value) : []));
  return {
    address,
    isData,
    type,
    values: Object.fromEntries(values),
    dependsOn: textsIn(dependsOn, address, 'depends_on'),
    ignoredChanges: textsIn(ignored, address, 'ignore_changes'),
  };
}
