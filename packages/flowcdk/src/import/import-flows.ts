import { actionsOf } from '../architect/actions-of';
import type { FlowTree } from '../architect/flow-tree';
import { leavesOf } from '../architect/leaves';
import type { YamlNode } from '../architect/yaml/node';
import { parseYaml, positionAt } from '../architect/yaml/parse';
import { readFlow } from '../architect/yaml/read-flow';
import type { Finding } from '../ground/finding';
import type { FlowKind } from '../ground/flow-kinds';
import { type CalledKind, type Contract, Contracts, type KnownContracts, type Use } from './contracts';
import { type FlowCode, flowCode } from './flow-code';
import { type Constant, flowFile, functionsOf, type Import, placeholdersIn, yamlFlowFile } from './flow-file';
import type { ActionCounts } from './flow-scope';
import { dataActionCode, FlowSurroundings, type ImportedSource, type ImportRun, valueOf } from './flow-surroundings';
import { language } from './language';
import { fileNameOf, identifierOf, Names } from './names';
import { SharedTexts, TEXTS } from './shared-texts';
import { CodePrinter, docComment } from './print-code';

/** A file with a flow in Architect YAML. */
export interface FlowSource {
  /** The name of the file, for messages and for `flowFromYaml`. */
  readonly file: string;
  readonly text: string;
  /** Whether the text is no file: it comes from an export. A flow that stays YAML gets a file then. */
  readonly isConverted?: boolean | undefined;
}

/** A file that an import writes: TypeScript that is not laid out, or YAML. */
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
  /** The folder of the flows, as `flowFromYaml` finds a file that the import writes there. @default flows */
  readonly folder?: string | undefined;
  /** Whether texts that callers hear in more than one place become settings. @default false */
  readonly texts?: boolean | undefined;
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

class FlowImport implements ImportRun {
  readonly texts: SharedTexts | undefined;
  private readonly contracts: Contracts;
  private readonly findings: Finding[] = [];
  private readonly flows: ReadSource[] = [];
  private readonly unknown: ImportedFlow[] = [];
  /** Names that every file of the import has to leave alone. */
  private readonly exported = new Names(Object.keys(language));
  private readonly fileNames = new Names([TEXTS]);
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
    this.texts = options.texts ? new SharedTexts() : undefined;
    for (const source of sources) this.read(source);
  }

  result(): Imported {
    // The first pass learns contracts from all calls, so that the second can write them.
    for (const flow of this.flows) this.codeOf(flow, true);
    const files: ImportedFile[] = [];
    const flows = this.flows.map((flow): ImportedFlow => {
      const result = this.codeOf(flow, false);
      const path = `${flow.fileName}.ts`;
      const about = { file: flow.file, kind: flow.tree.kind, name: flow.tree.name, path };
      if (!result.code) {
        const { why } = result;
        files.push(...this.yamlFiles(flow, why));
        return { ...about, why, actions: NO_ACTIONS, rawKeys: [] };
      }
      const { identifier, placeholders, tree } = flow;
      const { code, constants, imports } = result;
      files.push({
        path,
        text: flowFile({ code, identifier, description: tree.description, constants, imports, placeholders }),
      });
      return { ...about, actions: code.counts, rawKeys: code.rawKeys };
    });
    return {
      files: [...files, ...this.dataActionFiles(), ...this.textsFile()],
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

  learn(kind: CalledKind, category: string, of: string, use: Use): void {
    this.contracts.learn(kind, category, of, use);
  }

  contract(kind: CalledKind, category: string, of: string): Contract {
    return this.contracts.of(kind, category, of);
  }

  takenNames(): readonly string[] {
    return [...Object.keys(language), ...RESERVED_HERE, ...this.exported.all(), ...this.dataActionNames()];
  }

  private dataActionNames(): readonly string[] {
    return [...this.dataActions.values()].map(({ identifier }) => identifier);
  }

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
    this.values.set(definition.identifier, valueOf(dataActionCode(category, title, contract)));
    return {
      identifier: definition.identifier,
      from: `${this.options.dataActions ?? '../data-actions'}/${definition.fileName}`,
    };
  }

  flowNamed(title: string, from: ImportedSource): ReadSource | undefined {
    const [only, ...others] = this.flows.filter(
      ({ tree, placeholders }) => tree.name === title && placeholders.length === 0,
    );
    // A flow with texts of the settings is a function, not a definition.
    if (this.texts?.areIn(title)) return undefined;
    if (only === undefined || others.length > 0 || only === from || !hasBuilder(only.tree.kind)) return undefined;
    return this.leadsTo(only, from, new Set()) ? undefined : only;
  }

  private leadsTo(flow: ReadSource, target: ImportedSource, seen: Set<ReadSource>): boolean {
    if (flow === target) return true;
    if (seen.has(flow)) return false;
    seen.add(flow);
    const named = flowNamesIn(flow.tree);
    return this.flows.some((next) => named.has(next.tree.name ?? '') && this.leadsTo(next, target, seen));
  }

  private textsFile(): readonly ImportedFile[] {
    const text = this.texts?.file();
    return text === undefined ? [] : [{ path: `${TEXTS}.ts`, text }];
  }

  private dataActionFiles(): readonly ImportedFile[] {
    const printer = new CodePrinter();
    return [...this.dataActions.values()].map(({ identifier, fileName, contract, code }) => {
      const functions = [...new Set(functionsOf(code))].sort();
      const doc = contract.known
        ? contract.templates
          ? docComment('Its templates and its contract are those that the organisation has.')
          : ''
        : docComment(`Its contract is what the flows show of it: a type that they do not show is a text.`);
      return {
        path: `${this.options.dataActions ?? '../data-actions'}/${fileName}.ts`,
        text: `import { ${functions.join(', ')} } from 'flowcdk';\n\n${doc}export const ${identifier} = ${printer.print(code)};\n`,
      };
    });
  }

  /** A definition that is the YAML itself, and the YAML where it is no file yet. */
  private yamlFiles(flow: ReadSource, why: string): readonly ImportedFile[] {
    const { file, identifier, fileName, isConverted, placeholders } = flow;
    const yaml = `${fileName}.yaml`;
    const path = isConverted ? `${this.options.folder ?? 'flows'}/${yaml}` : (this.options.yamlPath?.(file) ?? file);
    const text = yamlFlowFile({ identifier, path, why, placeholders });
    return [{ path: `${fileName}.ts`, text }, ...(isConverted ? [{ path: yaml, text: flow.text }] : [])];
  }

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
  'texts',
  'all',
  'inputs',
  'outputs',
  'variables',
  'taskVariables',
  'Flow',
  'Parts',
  'Values',
  'Texts',
];

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
