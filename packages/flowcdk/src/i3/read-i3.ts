import type { YamlNode } from '../architect/yaml/node';
import { printYaml } from '../architect/yaml/print';
import { formatText } from '../format/format-text';
import type { Finding } from '../ground/finding';
import type { FlowKind } from '../ground/flow-kinds';
import { BrokenLink } from './context';
import type { CalledFlow, ContactListColumns, Contracts, DataActionContract, DataTableSchema } from './contracts';
import { decode } from './decode';
import { type ConvertedFlow, flowOf } from './flow';
import type { Kept, LeftOut } from './left-out';
import { Account, isList, isObject, type JsonObject, Part } from './part';
import { notAFlow, unprintable } from './refusals';

export type { CalledFlow, ContactListColumns, Contracts, DataActionContract, DataTableSchema, Kept, LeftOut };

/** A flow from an export, as Architect's exporter would write it. */
export interface I3Flow {
  readonly kind: FlowKind;
  readonly name: string;
  /** The YAML as data, before it was printed. */
  readonly yaml: YamlNode;
  /** Architect YAML in canonical form. */
  readonly text: string;
}

/** An export of Architect's Export button. */
export interface I3Export extends I3Flow {
  /** The contracts of data actions, the schemas of data tables and what else the export knows of other objects. */
  readonly contracts: Contracts;
  /** The common modules that travel inside the export of a flow that calls them. */
  readonly commonModules: readonly I3Flow[];
  /** What is not in the YAML, each under a rule that says why. */
  readonly leftOut: readonly LeftOut[];
  /** What Flowcdk does not know. It stands in the YAML under its name in the export. */
  readonly kept: readonly Kept[];
  /** Where each value of the export arrived, by its path in the JSON. */
  readonly arrived: ReadonlyMap<string, YamlNode>;
  /** The paths of the parts that arrived in the contracts. */
  readonly inContracts: readonly string[];
}

/** An export, or why it cannot be read. */
export type ReadI3 =
  | { readonly export: I3Export; readonly findings?: undefined }
  | { readonly export?: undefined; readonly findings: readonly Finding[] };

/**
 * Reads a file of Architect's Export button: base64 of URL-encoded JSON. The result holds the flow as YAML, what the
 * export knows of other objects, and an account of every value.
 */
export function readI3(bytes: Uint8Array, file: string): ReadI3 {
  const json = decode(bytes, file);
  if ('rule' in json && 'severity' in json) return { findings: [json as unknown as Finding] };
  return convert(json as JsonObject, file);
}

function convert(json: JsonObject, file: string): ReadI3 {
  const missing = ['type', 'name'].filter((key) => typeof json[key] !== 'string');
  if (!isList(json.flowSequenceItemList)) missing.push('flowSequenceItemList');
  if (missing.length > 0) return { findings: [notAFlow(file, missing)] };
  const account = new Account();
  const root = new Part(json, '', account, String(json.name));
  let flows: readonly ConvertedFlow[];
  try {
    const modules = modulesOf(root, file);
    flows = [flowOf(root, file), ...modules];
  } catch (problem) {
    if (problem instanceof BrokenLink) return { findings: [problem.finding] };
    throw problem;
  }
  const printed = flows.map((flow) => formatText(printYaml(flow.yaml), file));
  const findings = printed.flatMap((text) => (text.findings ?? []).map((finding) => unprintable(file, finding)));
  const [main, ...commonModules] = flows.map((flow, i) => ({
    kind: flow.kind,
    name: flow.name,
    yaml: flow.yaml,
    text: printed[i]?.text ?? '',
  }));
  if (findings.length > 0 || main === undefined) return { findings };
  return {
    export: {
      ...main,
      contracts: together(flows.map(({ contracts }) => contracts)),
      commonModules,
      leftOut: account.leftOut,
      kept: account.kept,
      arrived: account.arrived,
      inContracts: account.contracts,
    },
  };
}

/** The common modules inside an export. They are flows of their own. */
function modulesOf(root: Part, file: string): readonly ConvertedFlow[] {
  return root.parts('commonModules').flatMap((part) => {
    part.leave('id', 'id', 'version', 'actionReferences');
    part.leave('repeated', 'name');
    const model = part.peek('model');
    const name = isObject(model) && typeof model.name === 'string' ? model.name : '';
    const inner = part.part('model', name);
    part.leaveRest('listed');
    return inner === undefined ? [] : [flowOf(inner, file)];
  });
}

/** The contracts of all flows, each once. */
function together(all: readonly Contracts[]): Contracts {
  const names = new Set<string>();
  const once = <T extends { readonly name: string; readonly category?: string; readonly type?: string }>(
    kind: string,
    items: readonly T[],
  ): readonly T[] =>
    items.filter((item) => {
      const key = JSON.stringify([kind, item.category, item.type, item.name]);
      return !names.has(key) && names.add(key);
    });
  return {
    dataActions: once(
      'dataAction',
      all.flatMap(({ dataActions }) => dataActions),
    ),
    dataTables: once(
      'dataTable',
      all.flatMap(({ dataTables }) => dataTables),
    ),
    calledFlows: once(
      'flow',
      all.flatMap(({ calledFlows }) => calledFlows),
    ),
    contactLists: once(
      'contactList',
      all.flatMap(({ contactLists }) => contactLists),
    ),
  };
}
