import { actionsOf } from '../architect/actions-of';
import type { DefinitionKind } from '../architect/definition';
import type { FlowTree } from '../architect/flow-tree';
import type { YamlData } from '../architect/yaml/node';
import { defined } from '../ground/defined';
import type { FlowKind } from '../ground/flow-kinds';
import type { CalledThing } from './action-parts';
import { call, type Code, literal, name, object, property } from './code';
import type { ActionTemplates, CalledKind, Contract, Use } from './contracts';
import { contractCode } from './declaration-code';
import { evaluateCode } from './evaluate-code';
import type { Constant, Import } from './flow-file';
import type { Surroundings } from './flow-scope';
import { language } from './language';
import { identifierOf, Names } from './names';
import { type SharedTexts, TEXTS } from './shared-texts';
import { dataCode } from './value-code';

/** A flow of an import. */
export interface ImportedSource {
  readonly tree: FlowTree;
  readonly identifier: string;
  /** Without its ending. */
  readonly fileName: string;
}

/** What all flows of an import share. */
export interface ImportRun {
  learn(kind: CalledKind, category: string, title: string, use: Use): void;
  contract(kind: CalledKind, category: string, title: string): Contract;
  /** The names that a file cannot use for itself. */
  takenNames(): readonly string[];
  /** The definition of a data action in a file of its own. */
  dataAction(category: string, title: string): Import;
  /** A flow of the import that another one may import by name, without a circle of files. */
  flowNamed(title: string, from: ImportedSource): ImportedSource | undefined;
  /** The values of definitions in other files, by their names. */
  valuesOfFiles(): ReadonlyMap<string, unknown>;
  /** The texts that become settings. Undefined where no text does. */
  readonly texts: SharedTexts | undefined;
}

const languageScope = new Map(Object.entries(language));

/** The value of code that names nothing but the language. */
export const valueOf = (code: Code): unknown => evaluateCode(code, languageScope);

/** The definition of a data action: by its templates where they are known, else as one that the organisation has. */
export const dataActionCode = (category: string, title: string, contract: Contract): Code => {
  const { inputs, outputs, templates } = contract;
  const isFlat = [...inputs.values()].every(({ collection }) => !collection);
  if (templates && isFlat) return templatesCode(category, title, { inputs, outputs, templates });
  return call(
    'existing',
    literal('dataAction'),
    literal(title),
    object({ category: literal(category), input: contractCode(inputs), outputs: contractCode(outputs) }),
  );
};

function templatesCode(
  category: string,
  title: string,
  { inputs, outputs, templates }: Pick<Contract, 'inputs' | 'outputs'> & { readonly templates: ActionTemplates },
): Code {
  const { integration, contract, request, response, timeoutSeconds, secure } = templates;
  const kind = integration === 'webServices' ? undefined : object({ integration: literal(integration) });
  return call(
    'dataActionFromTemplates',
    object({
      name: literal(title),
      integration: call('existing', literal('integration'), literal(category), ...(kind ? [kind] : [])),
      input: contractCode(inputs),
      outputs: contractCode(outputs),
      contract: dataCode(contract as YamlData),
      request: dataCode(defined(request) as YamlData),
      response: dataCode(response),
      timeout: timeoutSeconds === undefined ? undefined : call('seconds', literal(timeoutSeconds)),
      secure: secure ? literal(true) : undefined,
    }),
  );
}

/** What the code of one flow names outside itself. */
export class FlowSurroundings implements Surroundings {
  readonly names: Names;
  readonly values: Map<string, unknown>;
  private readonly constantsByCode = new Map<string, Constant>();
  private readonly imported = new Map<string, Import>();

  constructor(
    private readonly flow: ImportedSource,
    private readonly run: ImportRun,
    private readonly learns: boolean,
  ) {
    this.names = new Names(run.takenNames());
    this.values = new Map(run.valuesOfFiles());
  }

  get constants(): readonly Constant[] {
    return [...this.constantsByCode.values()];
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

  /** A text, or the setting that holds it. */
  text(text: string): Code {
    const { texts } = this.run;
    if (this.learns) texts?.count(text, this.flow.tree.name ?? this.flow.fileName);
    const setting = this.learns ? undefined : texts?.nameOf(text);
    if (setting === undefined) return literal(text);
    this.values.set(TEXTS, texts?.values());
    return property(name(TEXTS), setting);
  }

  called(kind: CalledKind, category: string, title: string, use: Use): CalledThing {
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

  private otherFlow(other: ImportedSource): Code {
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
    this.values.set(other.identifier, valueOf(stub));
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
    const known = this.constantsByCode.get(key);
    if (known) return name(known.identifier);
    const identifier = this.names.take(identifierOf(title, kind), kind);
    this.constantsByCode.set(key, { identifier, code });
    this.values.set(identifier, valueOf(code));
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
