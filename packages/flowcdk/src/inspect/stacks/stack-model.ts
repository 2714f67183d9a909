import { type Element, elementsOf, type Stack } from '../../apply/stack';
import { referencesIn } from '../../apply/templates';
import { isValues, type Value, type Values } from '../../apply/values';

/** A resource of a stack, as a page shows it. */
export interface StackResource {
  /** `genesyscloud_routing_queue.billing`, with the name of its stack before it. */
  readonly id: string;
  readonly stack: string;
  /** `queue`, `data action`, `call route` … */
  readonly kind: string;
  readonly name: string;
  readonly values: Values;
  /** Ids of the resources that it names. */
  readonly refersTo: readonly string[];
  /** Of a flow: its YAML and the path of its file. */
  readonly flow?: { readonly file: string; readonly text: string } | undefined;
}

const words: Readonly<Record<string, string>> = {
  genesyscloud_flow: 'flow',
  genesyscloud_integration_action: 'data action',
  genesyscloud_integration_custom_auth_action: 'custom authentication',
  genesyscloud_integration_credential: 'credential',
  genesyscloud_integration: 'integration',
  genesyscloud_processautomation_trigger: 'trigger',
  genesyscloud_routing_queue: 'queue',
  genesyscloud_routing_wrapupcode: 'wrap-up code',
  genesyscloud_architect_ivr: 'call route',
  genesyscloud_architect_schedulegroups: 'schedule group',
  genesyscloud_architect_schedules: 'schedule',
  genesyscloud_architect_user_prompt: 'user prompt',
  genesyscloud_architect_datatable: 'data table',
  genesyscloud_architect_datatable_row: 'row',
  genesyscloud_architect_emergencygroup: 'emergency group',
  genesyscloud_oauth_client: 'OAuth client',
  genesyscloud_telephony_providers_edges_did_pool: 'DID pool',
};

const kindOf = (type: string): string =>
  Object.hasOwn(words, type) ? (words[type] ?? type) : type.replace(/^genesyscloud_/, '').replaceAll('_', ' ');

/** Every resource of some stacks, with what refers to what. Credentials are masked. */
export const resourcesIn = (stacks: readonly Stack[]): readonly StackResource[] =>
  stacks.flatMap((stack) => elementsOf(stack).map((element) => resourceOf(stack, element)));

function resourceOf(stack: Stack, { address, type, values, dependsOn }: Element): StackResource {
  const file = typeof values['filepath'] === 'string' ? values['filepath'] : undefined;
  const text = file === undefined ? undefined : stack.file(file)?.toString('utf8');
  const references = [...referencesOf(values), ...dependsOn];
  return {
    id: `${stack.name}/${address}`,
    stack: stack.name,
    kind: kindOf(type),
    name: nameOf(values) ?? address.slice(address.lastIndexOf('.') + 1),
    values: masked(type, values) as Values,
    refersTo: [...new Set(references)].map((other) => `${stack.name}/${other}`),
    ...(file === undefined || text === undefined ? {} : { flow: { file: `${stack.name}/${file}`, text } }),
  };
}

/** A value as text. Whoever writes Terraform may put a list or a map where a text belongs. */
export const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

function nameOf(values: Values): string | undefined {
  const { name, config } = values;
  if (typeof name === 'string') return name;
  const inner = isValues(config) ? config['name'] : undefined;
  return typeof inner === 'string' ? inner : undefined;
}

/** A template that cannot be read refers to nothing that a page could show. */
function referencesOf(values: Values): readonly string[] {
  return Object.values(values).flatMap((value) => {
    try {
      return referencesIn(value).map(({ address }) => address);
    } catch {
      return [];
    }
  });
}

/** Names of values that are secrets wherever they stand. */
const SECRET = /secret|password|passphrase|private_?key|api[-_]?key|authorization$|token$|credential_fields/i;

/** A text that names a secret and holds none: `${var.key}`, and in a template `Bearer $${credentials.key}`. */
const isReference = (text: string): boolean => /^\$\{var\.[\w-]+\}$/.test(text) || /^(\w+ )?\$\$\{[\w.]+\}$/.test(text);

/** What stands for a secret. */
export const MASK = '***';

/** A value without its secrets. */
function masked(type: string, value: Value, name = ''): Value {
  const isSecret =
    SECRET.test(name) || (type === 'genesyscloud_integration_credential' && name !== '' && name.startsWith('fields.'));
  if (typeof value === 'string') return isSecret && !isReference(value) ? MASK : value;
  if (Array.isArray(value)) return (value as readonly Value[]).map((item) => masked(type, item, name));
  if (!isValues(value)) return isSecret && value !== null ? MASK : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, masked(type, item, name === '' ? key : `${name}.${key}`)]),
  );
}
