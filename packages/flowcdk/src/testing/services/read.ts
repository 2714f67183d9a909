import type Ajv from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { readFileSync, statSync } from 'node:fs';
import { entry, toData, type YamlData, type YamlNode } from '../../architect/yaml/node';
import { LineIndex, parseYaml } from '../../architect/yaml/parse';
import type { SourceLine } from '../../ground/source-line';
import { servicesUnreadable, servicesWrong } from '../errors';
import type { Finding } from '../../ground/finding';
import { didYouMean } from '../../ground/did-you-mean';
import type { ServiceDescription, ServicesDescription } from './description';
import { allKinds, type ServiceKind, type ServiceKinds, serviceSchema, servicesSchema } from './kinds';

/** What a file of services may name. */
export interface ReadServicesOptions {
  /** Kinds of the application's own. */
  readonly kinds?: ServiceKinds | undefined;
  /** Names the application has for its services. */
  readonly names?: readonly string[] | undefined;
}

/** The services of a file, or all findings. */
export type ReadServices =
  | { readonly services: ServicesDescription; readonly findings?: undefined }
  | { readonly services?: undefined; readonly findings: readonly Finding[] };

/** A thousand customers are some hundred kilobytes. */
const LARGEST_FILE = 16 * 1024 * 1024;

/**
 * The services that a YAML file describes. A file that cannot be read, or has mistakes, gives findings.
 *
 * @example
 * ```ts
 * const { services, findings } = readServicesFile('services.yaml');
 * if (findings) throw new FlowcdkError(findings);
 * ```
 */
export function readServicesFile(file: string, options: ReadServicesOptions = {}): ReadServices {
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > LARGEST_FILE) {
      return { findings: [servicesUnreadable(file, `it has ${size} bytes; at most ${LARGEST_FILE} are read`)] };
    }
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    return { findings: [servicesUnreadable(file, problem instanceof Error ? problem.message : String(problem))] };
  }
  return servicesIn(text, file, options);
}

/**
 * Services described in YAML. Mistakes are findings with their lines, all of them.
 *
 * @example
 * ```ts
 * servicesIn('services: { crm: { kind: answer } }', 'services.yaml');
 * ```
 */
export function servicesIn(text: string, file: string, options: ReadServicesOptions = {}): ReadServices {
  const lines = new LineIndex(text);
  const at = (offset: number): SourceLine => ({ file, ...lines.positionAt(offset) });
  const { root, problems } = parseYaml(text);
  if (problems.length > 0 || !root) {
    return { findings: problems.map(({ message, offset }) => servicesWrong('', message, undefined, at(offset))) };
  }
  const data = toData(root);
  const findings = wrongIn(data, options).map(({ path, message, help, onKey }) =>
    servicesWrong(pathText(path), message, help, at(placeOf(root, path, onKey === true))),
  );
  return findings.length > 0 ? { findings } : { services: data as unknown as ServicesDescription };
}

interface Wrong {
  readonly path: readonly string[];
  readonly message: string;
  readonly help?: string | undefined;
  /** The name is wrong, not what stands under it. */
  readonly onKey?: true;
}

type Block = { readonly [name: string]: YamlData };
const isBlock = (data: YamlData | undefined): data is Block & { [key: string]: YamlData } =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Checks the whole file, then each service by its kind, so that messages use the words of the kind. */
function wrongIn(data: YamlData, { kinds = {}, names = [] }: ReadServicesOptions): readonly Wrong[] {
  if (!isBlock(data) || !isBlock(data['services'])) {
    return [
      {
        path: isBlock(data) && 'services' in data ? ['services'] : [],
        message: 'the file has to begin with "services:", with the services by name below it',
        help: 'For example: "services: { crm: { kind: answer, status: 503 } }".',
      },
    ];
  }
  const { services, ...others } = data;
  const unknown = Object.keys(others).map((name): Wrong => ({
    path: [name],
    onKey: true,
    message: `there is no ${JSON.stringify(name)} here`,
    help: 'A file of services has "services" only.',
  }));
  const wrong = Object.entries(services).flatMap(([name, service]) => [
    ...wrongName(name, services, names),
    ...wrongInService(['services', name], service, allKinds(kinds)),
  ]);
  if (unknown.length + wrong.length > 0) return [...unknown, ...wrong];
  return Object.entries(services).flatMap(([name, service]) => wrongBesides(name, service, services, allKinds(kinds)));
}

/** A misspelt service would answer nothing, and the stand-in of the application would answer instead. */
function wrongName(name: string, services: Block, names: readonly string[]): readonly Wrong[] {
  // A name that another service of the file lists is used by that service.
  const named = Object.values(services).flatMap((service) =>
    isBlock(service) ? Object.values(service).filter(Array.isArray) : [],
  );
  if (/[.:]/.test(name) || names.includes(name) || named.flat().includes(name)) return [];
  const near = didYouMean(name, names);
  if (near === undefined) return [];
  return [
    {
      path: ['services', name],
      onKey: true,
      message: `there is no service ${JSON.stringify(name)}`,
      help: `Did you mean ${near}? A host is written in full: ${name}.example.`,
    },
  ];
}

function wrongInService(path: readonly string[], service: YamlData, kinds: ServiceKinds): readonly Wrong[] {
  const kind = isBlock(service) ? service['kind'] : undefined;
  const known = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known) {
    const near = typeof kind === 'string' ? didYouMean(kind, Object.keys(kinds)) : undefined;
    const message = kind === undefined ? 'a service has a kind' : `there is no kind ${JSON.stringify(kind)}`;
    const help = `${near === undefined ? '' : `Did you mean ${near}? `}Kinds: ${Object.keys(kinds).join(', ')}.`;
    return [{ path: kind === undefined ? path : [...path, 'kind'], message, help }];
  }
  const fits = validatorOf(String(kind), known);
  if (fits(service)) return [];
  // A value that fits none of several forms gives one finding, not one for each form.
  const errors = (fits.errors ?? []).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'));
  return errors.map((error) => words(path, error));
}

function wrongBesides(name: string, service: YamlData, services: Block, kinds: ServiceKinds): readonly Wrong[] {
  if (!isBlock(service)) return [];
  const problems = kinds[String(service['kind'])]?.problems?.(service as unknown as ServiceDescription, services) ?? [];
  return problems.map(({ path, ...problem }) => ({ path: ['services', name, ...path], ...problem }));
}

/** Loaded only when there is a file to check: most runs have none. */
function checker(options: ConstructorParameters<typeof Ajv>[0]): Ajv {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when it is needed
  const Checker = (require('ajv') as { readonly default: typeof Ajv }).default;
  return new Checker(options);
}

const validators = new WeakMap<ServiceKind, ValidateFunction>();

function validatorOf(name: string, kind: ServiceKind): ValidateFunction {
  const known = validators.get(kind);
  if (known) return known;
  const validator = checker({ allErrors: true, verbose: true, strict: false }).compile(serviceSchema(name, kind));
  validators.set(kind, validator);
  return validator;
}

/**
 * Whether the schema for editors accepts the data.
 *
 * @example
 * ```ts
 * fitsServicesSchema({ services: { crm: { kind: 'answer' } } }); // true
 * ```
 */
export const fitsServicesSchema = (data: unknown, kinds: ServiceKinds = {}): boolean =>
  checker({ strict: false }).validate(servicesSchema(kinds), data);

function words(parent: readonly string[], error: ErrorObject): Wrong {
  const inside = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path = [...parent, ...inside];
  const params = error.params as Readonly<Record<string, unknown>>;
  const schema = (error.parentSchema ?? {}) as {
    readonly description?: string;
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  const { description } = schema;
  const value = JSON.stringify(error.data);
  const explained = description === undefined ? {} : { help: description };
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys(schema.properties ?? {});
      const near = didYouMean(name, known);
      return {
        path: [...path, name],
        onKey: true,
        message: `there is no ${JSON.stringify(name)} here`,
        help: `${near === undefined ? '' : `Did you mean ${near}? `}Allowed: ${known.join(', ')}.`,
      };
    }
    case 'required':
      return { path, message: `${String(params['missingProperty'])} is missing`, ...explained };
    case 'enum':
      return {
        path,
        message: `${value} is not known here`,
        help: `Allowed: ${(params['allowedValues'] as readonly string[]).join(', ')}.`,
      };
    case 'anyOf':
      return {
        path,
        message: `${value} is no latency`,
        help: 'A number of seconds, 0 to 3600, or { median: 0.4, slowOneIn20: 2 }.',
      };
    default:
      return { path, message: `${value} ${error.message ?? 'is not allowed'}`, ...explained };
  }
}

function placeOf(root: YamlNode, path: readonly string[], onKey: boolean): number {
  let node = root;
  let offset = root.offset;
  for (const [i, step] of path.entries()) {
    if (node.kind === 'mapping') {
      const child = entry(node, step);
      if (!child) return offset;
      offset =
        (onKey && i === path.length - 1) || child.value.kind !== 'scalar' ? child.key.offset : child.value.offset;
      node = child.value;
    } else if (node.kind === 'sequence') {
      const item = node.items[Number(step)];
      if (!item) return offset;
      offset = item.offset;
      node = item;
    } else return offset;
  }
  return offset;
}

/** `services.alpha.faults[#2].share` */
const pathText = (path: readonly string[]): string =>
  path.map((step, i) => (/^\d+$/.test(step) ? `[#${Number(step) + 1}]` : `${i === 0 ? '' : '.'}${step}`)).join('');
