import { applyStack } from '../apply/apply-stack';
import { section, type Stack } from '../apply/stack';
import { MADE_UP } from '../apply/variables';
import { routes } from '../emulator/api';
import { addSeed, WrongSeed } from '../emulator/seed';
import { serverOf } from '../emulator/server';
import { addFirstContent } from '../emulator/state/first-content';
import { type Change, Org } from '../emulator/state/org';
import { chance } from '../emulator/runtime/chance';
import type { Application } from '../application/application';
import { type Deployable, stacksOf } from './application';
import { FlowFiles } from '../stubs/flow-files';
import { type PublishedFiles, publishFlowFiles } from '../stubs/publish-flow-files';
import { putStubs } from '../stubs/put-stubs';
import { WrongStub } from '../stubs/wrong-stub';
import { KitProblem } from './kit-problem';
import { contactListsNamedIn } from './named-contact-lists';
import { sendInMemory } from './send-in-memory';

/** What an org holds after an application was applied to it. Orgs of other tests start from a copy. */
export interface Deployed {
  readonly changes: readonly Change[];
  readonly secrets: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What else stands in the org where flows come from files. */
  readonly published?: PublishedFiles | undefined;
}

export interface DeployOptions {
  /** A seed file's text: users, skills, numbers the org has already. */
  readonly seed?: string | undefined;
  /** Values of Terraform variables. @default `a secret for tests` for each */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const known = new WeakMap<object, Map<string, Promise<Deployed>>>();

/** Applies an application to an org in memory, through the API, once for each set of options. */
export function deployed(application: Exclude<Deployable, Application>, options: DeployOptions): Promise<Deployed> {
  if (typeof application === 'string') return deploy(application, options);
  const before = known.get(application) ?? new Map<string, Promise<Deployed>>();
  known.set(application, before);
  const key = JSON.stringify(options);
  const deployment = before.get(key) ?? deploy(application, options);
  before.set(key, deployment);
  return deployment;
}

async function deploy(
  application: Exclude<Deployable, Application>,
  { seed, variables = {}, at }: DeployOptions,
): Promise<Deployed> {
  const stacks = stacksOf(application);
  const ids = chance('deployment');
  const changes: Change[] = [];
  const org = new Org({
    now: () => new Date(at),
    newId: () => ids.id(),
    keep: (batch) => void changes.push(...batch),
  });
  addFirstContent(org);
  if (seed !== undefined) seeded(org, seed);
  const published = application instanceof FlowFiles ? publishedFiles(org, application) : undefined;
  if (stacks.length > 0) {
    putStubs(org, contactListsNamedIn(stacks));
    await apply(stacks, org, variables);
  }
  const secrets = new Map(
    org.all('credential').flatMap(({ id }) => {
      const secret = org.secret(id);
      return secret ? [[id, secret] as const] : [];
    }),
  );
  return { changes: changes.filter((change) => !('put' in change) || change.put !== 'token'), secrets, published };
}

async function apply(stacks: readonly Stack[], org: Org, variables: Readonly<Record<string, string>>): Promise<void> {
  const server = serverOf({ org, routes });
  try {
    const send = await sendInMemory(server);
    for (const stack of stacks) {
      await applyStack(stack, { send, variables: { ...defaultsOf(stack), ...only(variables, stack) } });
    }
  } finally {
    await server.close();
  }
}

function publishedFiles(org: Org, flows: FlowFiles): PublishedFiles {
  try {
    return org.transaction(() => publishFlowFiles(org, flows));
  } catch (problem) {
    throw problem instanceof WrongStub ? new KitProblem(problem.message, problem.findings) : problem;
  }
}

function seeded(org: Org, seed: string): void {
  try {
    addSeed(org, seed, 'has');
  } catch (problem) {
    throw problem instanceof WrongSeed ? new KitProblem(problem.message) : problem;
  }
}

const namesOf = (stack: Stack): readonly string[] => Object.keys(section(stack, 'variable'));

const defaultsOf = (stack: Stack): Readonly<Record<string, string>> =>
  Object.fromEntries(namesOf(stack).map((name) => [name, `${MADE_UP}${name}`]));

const only = (variables: Readonly<Record<string, string>>, stack: Stack): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => namesOf(stack).includes(name)));
