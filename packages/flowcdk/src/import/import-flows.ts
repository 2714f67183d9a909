import { actionsOf } from '../architect/actions-of';
import type { DefinitionKind } from '../architect/definition';
import type { FlowTree } from '../architect/flow-tree';
import { leavesOf } from '../architect/leaves';
import type { YamlNode } from '../architect/yaml/node';
import { parseYaml, positionAt } from '../architect/yaml/parse';
import { readFlow } from '../architect/yaml/read-flow';
import type { Finding } from '../ground/finding';
import type { FlowKind } from '../ground/flow-kinds';
import type { CalledThing } from './action-parts';
import { call, type Code, literal, name, object } from './code';
import { type CalledKind, type Contract, Contracts, type KnownContracts } from './contracts';
import { contractCode } from './declaration-code';
import { evaluateCode } from './evaluate-code';
import { type FlowCode, flowCode } from './flow-code';
import { type Constant, flowFile, functionsOf, placeholdersIn, type Import } from './flow-file';
import type { ActionCounts, Surroundings } from './flow-scope';
import { language } from './language';
import { fileNameOf, identifierOf, Names } from './names';
import { CodePrinter, docComment, quoted } from './print-code';

/** A file with a flow in Architect YAML. */
export interface FlowSource {
  /** The name of the file, for messages and for `flowFromYaml`. */
  readonly file: string;
  readonly text: string;
}

/** A file that an import writes. Its text is TypeScript that is not laid out. */
export interface ImportedFile {
  /** From the folder of the flows: `support-line.ts`, `../data-actions/find-customer.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What became of a flow. */
export interface ImportedFlow {
  readonly file: string;
  /** Undefined where the file has no flow that Flowcdk knows. */
  readonly kind?: FlowKind | undefined;
  readonly name?: string | undefined;
  /** The file of its definition. */
  readonly path?: string | undefined;
  /** Why the definition is the YAML itself. Undefined where it is TypeScript. */
  readonly why?: string | undefined;
  readonly actions: ActionCounts;
  /** The keys outside actions that stand as YAML. */
  readonly rawKeys: readonly string[];
}

export interface ImportOptions {
  /** What is known of data actions and data tables besides the flows. */
  readonly contracts?: KnownContracts | undefined;
  /** Gives the path of a file for `flowFromYaml`. @default the name of the file */
  readonly yamlPath?: ((file: string) => string) | undefined;
  /** The folder of data actions, from the folder of the flows. @default ../data-actions */
  readonly dataActions?: string | undefined;
}

export interface Imported {
  readonly files: readonly ImportedFile[];
  readonly flows: readonly ImportedFlow[];
  /** Files that cannot be read. */
  readonly findings: readonly Finding[];
}

/** Turns flows in Architect YAML into definitions. Every definition says the same as its file. */
export function importFlows(sources: readonly FlowSource[], options: ImportOptions = {}): Imported {
  return new FlowImport(sources, options).result();
}

/** A flow that was read. */
interface ReadSource extends FlowSource {
  readonly root: YamlNode;
  readonly tree: FlowTree;
  readonly identifier: string;
  /** Without its ending. */
  readonly fileName: string;
  readonly placeholders: readonly string[];
}

const NO_ACTIONS: ActionCounts = { builders: 0, withRaw: 0, raw: 0 };

class FlowImport {
  private readonly contracts: Contracts;
  private readonly findings: Finding[] = [];
  private readonly flows: ReadSource[] = [];
  private readonly unknown: ImportedFlow[] = [];
  /** Names that every file of the import has to leave alone. */
  private readonly exported = new Names(Object.keys(language));
  private readonly fileNames = new Names();
  private readonly dataActions = new Map<
    string,
    Constant & { readonly fileName: string; readonly contract: Contract; readonly title: string }
  >();
  private readonly values = new Map<string, unknown>();

  constructor(
    sources: readonly FlowSource[],
    private readonly options: ImportOptions,
  ) {
    this.contracts = new Contracts(options.contracts ?? {});
    for (const source of sources) this.read(source);
  }

  result(): Imported {
    // The first pass learns contracts from all calls, so that the second can write them.
    for (const flow of this.flows) this.codeOf(flow, true);
    const files: ImportedFile[] = [];
    const flows = this.flows.map((flow): ImportedFlow => {
      const made = this.codeOf(flow, false);
      const path = `${flow.fileName}.ts`;
      const about = { file: flow.file, kind: flow.tree.kind, name: flow.tree.name, path };
      if (!made.code) {
        const why = made.why;
        files.push({ path, text: this.yamlFile(flow, why) });
        return { ...about, why, actions: NO_ACTIONS, rawKeys: [] };
      }
      const { identifier, placeholders, tree } = flow;
      const { code, constants, imports } = made;
      files.push({
        path,
        text: flowFile({ code, identifier, description: tree.description, constants, imports, placeholders }),
      });
      return { ...about, actions: code.counts, rawKeys: code.rawKeys };
    });
    return {
      files: [...files, ...this.dataActionFiles()],
      flows: [...flows, ...this.unknown],
      findings: this.findings,
    };
  }

  private read(source: FlowSource): void {
    const { file, text } = source;
    const { root, problems } = parseYaml(text, file);
    const broken = problems.filter(({ kind }) => kind !== 'placeholder');
    if (root === undefined || broken.length > 0) {
      for (const { message, offset } of broken) {
        this.findings.push({ rule: 'yaml', severity: 'error', message, at: { file, ...positionAt(text, offset) } });
      }
      return;
    }
    const { flow, problems: misfits } = readFlow(root);
    if (flow.kind === 'unknown') {
      this.findings.push({
        rule: 'unknown-flow',
        severity: 'error',
        message: misfits[0]?.message ?? 'the file has no flow',
        help: 'Name files in Architect YAML, as Architect and Archy export them.',
        at: { file, ...positionAt(text, 0) },
      });
      return;
    }
    const title =
      flow.name === undefined || flow.name.includes('{{')
        ? (file.split(/[\\/]/).pop() ?? '').replace(/\.ya?ml$/, '')
        : flow.name;
    this.flows.push({
      ...source,
      root,
      tree: flow,
      identifier: this.exported.take(identifierOf(title, 'flow'), 'flow'),
      fileName: this.fileNames.take(fileNameOf(title, 'flow'), '-flow'),
      placeholders: [...new Set(textsIn(root).flatMap(placeholdersIn))],
    });
  }

  /** The code of a flow, with what its file needs besides. */
  private codeOf(flow: ReadSource, learns: boolean): FlowWithSurroundings {
    const surroundings = new FlowSurroundings(flow, this, learns);
    if (!hasBuilder(flow.tree.kind)) return { why: `${flow.tree.kind} has no builder`, constants: [], imports: [] };
    const code = flowCode(flow, surroundings, surroundings.names, surroundings.values);
    const { constants, imports } = surroundings;
    return code
      ? { code, why: '', constants, imports }
      : { why: 'no code of Flowcdk says the same as the file', constants: [], imports: [] };
  }

  learn(kind: CalledKind, category: string, of: string, use: Parameters<Contracts['learn']>[3]): void {
    this.contracts.learn(kind, category, of, use);
  }

  contract(kind: CalledKind, category: string, of: string): Contract {
    return this.contracts.of(kind, category, of);
  }

  /** The names that a file of the import cannot use for itself. */
  takenNames(): readonly string[] {
    return [...Object.keys(language), ...RESERVED_HERE, ...this.exported.all(), ...this.dataActionNames()];
  }

  private dataActionNames(): readonly string[] {
    return [...this.dataActions.values()].map(({ identifier }) => identifier);
  }

  /** The definition of a data action in a file of its own. */
  dataAction(category: string, title: string): Import {
    const key = JSON.stringify([category, title]);
    const contract = this.contract('dataAction', category, title);
    let definition = this.dataActions.get(key);
    if (definition === undefined) {
      const identifier = this.exported.take(identifierOf(title, 'dataAction'), 'action');
      const fileName = this.fileNames.take(fileNameOf(title, 'data-action'), '-action');
      definition = { identifier, fileName, contract, title, code: dataActionCode(category, title, contract) };
      this.dataActions.set(key, definition);
    }
    this.values.set(definition.identifier, evaluateCode(dataActionCode(category, title, contract), languageScope));
    return {
      identifier: definition.identifier,
      from: `${this.options.dataActions ?? '../data-actions'}/${definition.fileName}`,
    };
  }

  /** A flow of this import that another flow may import by name, without a circle of files. */
  flowNamed(title: string, from: ReadSource): ReadSource | undefined {
    const [only, ...others] = this.flows.filter(
      ({ tree, placeholders }) => tree.name === title && placeholders.length === 0,
    );
    if (only === undefined || others.length > 0 || only === from || !hasBuilder(only.tree.kind)) return undefined;
    return this.leadsTo(only, from, new Set()) ? undefined : only;
  }

  private leadsTo(flow: ReadSource, wanted: ReadSource, seen: Set<ReadSource>): boolean {
    if (flow === wanted) return true;
    if (seen.has(flow)) return false;
    seen.add(flow);
    const named = flowNamesIn(flow.tree);
    return this.flows.some((next) => named.has(next.tree.name ?? '') && this.leadsTo(next, wanted, seen));
  }

  private dataActionFiles(): readonly ImportedFile[] {
    const printer = new CodePrinter();
    return [...this.dataActions.values()].map(({ identifier, fileName, contract, code }) => {
      const functions = [...new Set(functionsOf(code))].sort();
      const doc = contract.known
        ? ''
        : docComment(`Its contract is what the flows show of it: a type that they do not show is a text.`);
      return {
        path: `${this.options.dataActions ?? '../data-actions'}/${fileName}.ts`,
        text: `import { ${functions.join(', ')} } from 'flowcdk';\n\n${doc}export const ${identifier} = ${printer.print(code)};\n`,
      };
    });
  }

  /** A definition that is the YAML itself. */
  private yamlFile({ file, identifier }: ReadSource, why: string): string {
    const path = this.options.yamlPath?.(file) ?? file;
    return `import { flowFromYaml } from 'flowcdk';\n\n${docComment(`It stays YAML: ${why}.`)}export const ${identifier} = flowFromYaml(${quoted(path)});\n`;
  }

  /** The values of definitions in other files, by their names. */
  valuesOfFiles(): ReadonlyMap<string, unknown> {
    return this.values;
  }
}

interface FlowWithSurroundings {
  readonly code?: FlowCode | undefined;
  readonly why: string;
  readonly constants: readonly Constant[];
  readonly imports: readonly Import[];
}

/** Names that the file of a flow uses by itself. */
const RESERVED_HERE = [
  'flow',
  'own',
  'parts',
  'values',
  'all',
  'inputs',
  'outputs',
  'variables',
  'taskVariables',
  'Flow',
  'Parts',
  'Values',
];

const languageScope = new Map(Object.entries(language));

/** Bots are made in Architect, and no file is known of the others. */
const hasBuilder = (kind: FlowKind): boolean => Object.hasOwn(language, kind);

function textsIn(node: YamlNode): readonly string[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' && node.value.includes('{{') ? [node.value] : [];
  if (node.kind === 'sequence') return node.items.flatMap(textsIn);
  return node.entries.flatMap(({ key, value }) => [...textsIn(key), ...textsIn(value)]);
}

const flowNamesIn = (tree: FlowTree): ReadonlySet<string> =>
  new Set(
    actionsOf(tree).flatMap((action) =>
      leavesOf(action).flatMap((leaf) => {
        if (leaf.role !== 'name') return [];
        return leaf.of === 'flow' || leaf.path.startsWith('target') ? [leaf.name] : [];
      }),
    ),
  );

const dataActionCode = (category: string, title: string, { inputs, outputs }: Contract): Code =>
  call(
    'existing',
    literal('dataAction'),
    literal(title),
    object({ category: literal(category), input: contractCode(inputs), outputs: contractCode(outputs) }),
  );

/** What the code of one flow names outside itself. */
class FlowSurroundings implements Surroundings {
  readonly names: Names;
  readonly values: Map<string, unknown>;
  private readonly made = new Map<string, Constant>();
  private readonly imported = new Map<string, Import>();

  constructor(
    private readonly flow: ReadSource,
    private readonly run: FlowImport,
    private readonly learns: boolean,
  ) {
    this.names = new Names(run.takenNames());
    this.values = new Map(run.valuesOfFiles());
  }

  get constants(): readonly Constant[] {
    return [...this.made.values()];
  }

  get imports(): readonly Import[] {
    return [...this.imported.values()];
  }

  definition(kind: DefinitionKind, title: string): Code {
    return this.constant(call('existing', literal(kind), literal(title)), title, kind);
  }

  flowNamed(title: string): Code {
    const other = this.run.flowNamed(title, this.flow);
    return other ? this.otherFlow(other) : literal(title);
  }

  called(kind: CalledKind, category: string, title: string, use: Parameters<Contracts['learn']>[3]): CalledThing {
    if (this.learns) this.run.learn(kind, category, title, use);
    const { inputs, outputs } = this.run.contract(kind, category, title);
    return { code: this.calledCode(kind, category, title), inputs, outputs };
  }

  private calledCode(kind: CalledKind, category: string, title: string): Code {
    const contract = this.run.contract(kind, category, title);
    if (kind === 'dataAction') {
      const code = dataActionCode(category, title, contract);
      if (this.learns || title.includes('{{') || category.includes('{{')) return code;
      return this.importOf(this.run.dataAction(category, title));
    }
    if (kind === 'dataTable') {
      const known = object({ columns: contractCode(contract.outputs) });
      return this.constant(call('existing', literal('dataTable'), literal(title), known), title, 'table');
    }
    const other = this.run.flowNamed(title, this.flow);
    if (other?.tree.kind === 'commonModule') return this.otherFlow(other);
    const known = object({
      kind: literal(kindOfCalled(this.flow.tree, title)),
      inputs: contractCode(contract.inputs),
      outputs: contractCode(contract.outputs),
    });
    return this.constant(call('existing', literal('flow'), literal(title), known), title, 'flow');
  }

  private otherFlow(other: ReadSource): Code {
    const contract = this.run.contract('flow', '', other.tree.name ?? '');
    const stub = call(
      'existing',
      literal('flow'),
      literal(other.tree.name ?? ''),
      object({
        kind: literal(other.tree.kind),
        inputs: contractCode(contract.inputs),
        outputs: contractCode(contract.outputs),
      }),
    );
    this.values.set(other.identifier, evaluateCode(stub, languageScope));
    return this.importOf({ identifier: other.identifier, from: `./${other.fileName}` });
  }

  private importOf(of: Import): Code {
    this.imported.set(of.identifier, of);
    const value = this.run.valuesOfFiles().get(of.identifier);
    if (value !== undefined) this.values.set(of.identifier, value);
    return name(of.identifier);
  }

  /** A constant at the head of the file. What has a placeholder stands where it is used. */
  private constant(code: Code, title: string, kind: string): Code {
    if (title.includes('{{')) return code;
    const key = JSON.stringify(code);
    const known = this.made.get(key);
    if (known) return name(known.identifier);
    const identifier = this.names.take(identifierOf(title, kind), kind);
    this.made.set(key, { identifier, code });
    this.values.set(identifier, evaluateCode(code, languageScope));
    return name(identifier);
  }
}

/** The kind of a flow that another flow calls, by the action that calls it. */
function kindOfCalled(tree: FlowTree, title: string): FlowKind {
  for (const action of actionsOf(tree)) {
    if (action.kind === 'callCommonModule' && action.commonModule?.name === title) return 'commonModule';
    if (action.kind === 'callDigitalBotFlow' && action.digitalBotFlow?.name === title) return 'digitalBot';
  }
  return 'botFlow';
}
