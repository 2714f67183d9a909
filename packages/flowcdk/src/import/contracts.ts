import { areSame, type VariableType } from './variable-types';

/** A declared value of a contract. */
export interface ContractValue extends VariableType {
  /** Whether it may be missing. */
  readonly optional?: boolean;
  readonly description?: string;
}

export type ContractValues = Readonly<Record<string, ContractValue>>;

/**
 * What is known of data actions and data tables besides the flows that use them, such as the manifest of an export of
 * Architect or an organisation.
 */
export interface KnownContracts {
  readonly dataActions?: readonly {
    /**
     * The category under which Architect lists the data action, usually the name of its integration. Undefined where it is
     * not known, as in a file of the Export button.
     */
    readonly category: string | undefined;
    readonly name: string;
    readonly templates?: ActionTemplates | undefined;
    readonly inputs: ContractValues;
    /** Nested outputs have names with dots. */
    readonly outputs: ContractValues;
  }[];
  readonly dataTables?: readonly { readonly name: string; readonly columns: ContractValues }[];
}

/** What a data action sends and how it reads the answer, as the platform has it. */
export interface ActionTemplates {
  readonly integration: 'webServices' | 'genesysCloud';
  readonly contract: { readonly input: object; readonly output: object };
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | undefined;
  };
  readonly response: {
    readonly translationMap: Readonly<Record<string, string>>;
    readonly translationMapDefaults: Readonly<Record<string, string>>;
    readonly successTemplate: string;
  };
  readonly timeoutSeconds?: number | undefined;
  readonly secure: boolean;
}

/** A contract, and whether it comes from more than its use. */
export interface Contract {
  readonly inputs: ReadonlyMap<string, ContractValue>;
  readonly outputs: ReadonlyMap<string, ContractValue>;
  readonly known: boolean;
  /** Present where everything of a data action is known. */
  readonly templates?: ActionTemplates | undefined;
}

/** The values and the variables of a call, with the types that the flow gives them. */
export interface Use {
  /** Undefined where the called thing has no inputs. */
  readonly inputs?: ReadonlyMap<string, VariableType | undefined> | undefined;
  readonly outputs: ReadonlyMap<string, VariableType | undefined>;
}

export type CalledKind = 'dataAction' | 'dataTable' | 'flow';

/** Where the type of a value cannot be seen, it is a text. */
const TEXT: VariableType = { kind: 'string', collection: false };

/** The contracts of everything that flows call: those that are known, and the others from their use. */
export class Contracts {
  private readonly used = new Map<string, UsedContract>();
  private readonly known = new Map<string, Contract>();

  constructor({ dataActions = [], dataTables = [] }: KnownContracts) {
    for (const { category, name, inputs, outputs, templates } of dataActions) {
      this.know(keyOf('dataAction', category ?? ANY, name), { ...contractOf(inputs, outputs), templates });
    }
    for (const { name, columns } of dataTables) this.know(keyOf('dataTable', '', name), contractOf({}, columns));
  }

  /** The first contract of a name counts. */
  private know(key: string, contract: Contract): void {
    if (!this.known.has(key)) this.known.set(key, contract);
  }

  /** Learns from a call. */
  learn(kind: CalledKind, category: string, name: string, use: Use): void {
    this.contract(keyOf(kind, category, name)).add(use);
  }

  of(kind: CalledKind, category: string, name: string): Contract {
    const key = keyOf(kind, category, name);
    const known = this.known.get(key) ?? this.known.get(keyOf(kind, ANY, name));
    return known ? this.contract(key).added(known) : this.contract(key);
  }

  private contract(key: string): UsedContract {
    const contract = this.used.get(key) ?? new UsedContract();
    this.used.set(key, contract);
    return contract;
  }
}

/** The category of a data action whose category is not known. No category is empty. */
const ANY = '';

const keyOf = (kind: string, category: string, name: string): string => JSON.stringify([kind, category, name]);

const contractOf = (inputs: ContractValues, outputs: ContractValues): Contract => ({
  inputs: new Map(Object.entries(inputs)),
  outputs: new Map(Object.entries(outputs)),
  known: true,
});

/** A contract as the calls show it. */
class UsedContract implements Contract {
  readonly known = false;
  readonly inputs = new Map<string, ContractValue>();
  readonly outputs = new Map<string, ContractValue>();
  private readonly unsure = new Set<string>();
  private readonly inputNames: ReadonlySet<string>[] = [];
  private calls = 0;

  add({ inputs, outputs }: Use): void {
    for (const [name, type] of inputs ?? [])
      this.learn(this.inputs, name, type, this.calls > 0 && !this.inputs.has(name));
    if (inputs) {
      for (const [name, type] of this.inputs) if (!inputs.has(name)) this.inputs.set(name, { ...type, optional: true });
    }
    for (const [name, type] of outputs) this.learn(this.outputs, name, type, false);
    if (inputs) this.inputNames.push(new Set(inputs.keys()));
    this.calls += 1;
  }

  /** A known contract with what the calls need besides: names that it lacks, and inputs that a call leaves out. */
  added({ inputs, outputs, known, templates }: Contract): Contract {
    const needed = [...inputs].map(([name, value]) => {
      const isLeftOut = this.inputNames.some((names) => !names.has(name));
      return [name, isLeftOut ? { ...value, optional: true } : value] as const;
    });
    const plus = (of: ReadonlyMap<string, ContractValue>, more: ReadonlyMap<string, ContractValue>) =>
      new Map([...of, ...[...more].filter(([name]) => !of.has(name))]);
    const hasMore =
      [...this.inputs.keys()].some((name) => !inputs.has(name)) ||
      [...this.outputs.keys()].some((name) => !outputs.has(name));
    const all = { inputs: plus(new Map(needed), this.inputs), outputs: plus(outputs, this.outputs), known };
    return hasMore ? all : { ...all, templates };
  }

  private learn(
    into: Map<string, ContractValue>,
    name: string,
    type: VariableType | undefined,
    optional: boolean,
  ): void {
    const before = into.get(name);
    if (before === undefined) {
      into.set(name, { ...(type ?? TEXT), ...(optional ? { optional } : {}) });
      if (type === undefined) this.unsure.add(name);
    } else if (type && this.unsure.has(name) && !areSame(before, type)) {
      into.set(name, { ...before, ...type });
    }
    if (type) this.unsure.delete(name);
  }
}
