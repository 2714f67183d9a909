import type { ActionNode } from '../../architect/actions';
import { ExpressionError, parseCached, references } from '../../architect/expressions';
import type { Leaf } from '../../architect/forms';
import { ORIGIN } from '../../architect/origin';
import type { ValueNode } from '../../architect/values';
import { entry, type YamlNode } from '../../architect/yaml/node';
import type { Place, Rule, ReportProblem } from '../../check/rule';
import { didYouMean } from '../../ground/did-you-mean';
import { kindOfReference, kinds, type NamedKind } from '../state/kinds';
import type { Org } from '../state/org';
import type { ContractSchema, DataAction } from '../state/tables/data-action';
import { isPublished } from '../state/published';

/** A thing that a flow names, with its id at the time of the publish. */
export interface Bound {
  readonly kind: NamedKind;
  /** The name in the flow. A data action's name has its category in front: `Customers / Find`. */
  readonly name: string;
  readonly id: string;
}

/** The kind of thing that a field names, by the type or the name in the form of the field. */
export const kindOfField: Readonly<Partial<Record<string, NamedKind>>> = {
  ...kindOfReference,
  dataTable: 'datatable',
  flow: 'flow',
  flowMilestone: 'milestone',
  flowOutcome: 'outcome',
};

/** The type of flow that an action can name. Other actions name flows of the type of their own flow. */
const flowTypes: Readonly<Partial<Record<string, string>>> = {
  callCommonModule: 'COMMONMODULE',
  callBotFlow: 'BOT',
  callDigitalBotFlow: 'DIGITALBOT',
  transferToFlowSecure: 'SECURECALL',
  transferToAcd: 'INQUEUECALL',
};

type DataActionCall = ActionNode<'callData'> | ActionNode<'callDataSecure'>;

/**
 * Looks up every name of a flow in the org and passes each match to `bind`, as Architect does when it publishes. The
 * flow then runs with the ids that its names had at that time.
 */
export const namesInOrg = (org: Org, bind: (bound: Bound) => void): Rule => ({
  name: 'name-not-in-org',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a flow that names what the organisation does not have',
  start: (report) => ({
    flow: (place) => {
      const { division } = place.flow;
      if (division === undefined || org.all('division').some(named(division))) return;
      report({ ...unknown(org.all('division'), 'division', division), file: place.file, path: place.path });
    },
    leaf: (leaf, place) => {
      for (const { kind, name, yaml } of namesIn(leaf)) {
        const candidates = kind === 'flow' ? flowsOf(typeOfNamedFlow(place), org) : allOf(kind, org);
        const match = candidates.find(named(name));
        if (match && isUsable(match)) bind({ kind, name, id: match.id });
        else if (match) report({ ...notPublished(name), ...whereIs(place, yaml) });
        else report({ ...unknown(candidates, kinds[kind].called, name), ...whereIs(place, yaml) });
      }
    },
    action: (action, place) => {
      if (action.kind !== 'callData' && action.kind !== 'callDataSecure') return;
      const category = action.category?.name;
      const name = action.category?.content.dataAction?.name;
      if (category === undefined || name === undefined) return;
      const inCategory = org.all('dataAction').filter((dataAction) => dataAction.category === category);
      const match = inCategory.find(named(name));
      if (match) {
        bind({ kind: 'dataAction', name: `${category} / ${name}`, id: match.id });
        checkContract(match, action, place, report);
        return;
      }
      const problem =
        inCategory.length > 0
          ? unknown(inCategory, 'data action', name, ` in category '${category}'`)
          : unknownCategory(org, category, name);
      report({ ...problem, ...whereIs(place, action.category?.[ORIGIN]?.yaml) });
    },
  }),
});

/** A thing that a flow can name. */
interface Named {
  readonly id: string;
  readonly name: string;
  /** False for an unpublished flow. */
  readonly isPublished?: boolean;
}

const flowsOf = (type: string, org: Org): readonly Named[] =>
  org
    .all('flow')
    .filter((flow) => flow.type === type)
    .map((flow) => ({ id: flow.id, name: flow.name, isPublished: isPublished(flow) }));

const allOf = (kind: NamedKind, org: Org): readonly Named[] => org.all(kind);

const isUsable = ({ isPublished: usable = true }: Named): boolean => usable;

const named =
  (name: string) =>
  (candidate: Named): boolean =>
    candidate.name === name;

/**
 * The type of flow that an action names. A menu choice names the same type as its action: `menuTransferToAcd` as
 * `transferToAcd`.
 */
function typeOfNamedFlow({ action, choice, flow }: Place): string {
  const kind = action?.kind ?? choice?.kind.replace(/^menuT/, 't') ?? '';
  return flowTypes[kind] ?? flow.kind.toUpperCase();
}

/** Every name in a field: a bare name, or a literal `{ name }`. */
function namesIn(leaf: Leaf): { readonly kind: NamedKind; readonly name: string; readonly yaml?: YamlNode }[] {
  if (leaf.role === 'name') {
    const kind = kindOfField[leaf.of];
    return kind ? [{ kind, name: leaf.name }] : [];
  }
  if (leaf.role !== 'value') return [];
  if (leaf.value.kind === 'prompt' || leaf.value.kind === 'expression' || leaf.type === 'prompt') {
    return promptsIn(leaf.value).map((name) => ({ kind: 'prompt', name }));
  }
  if (leaf.value.kind !== 'literal') return [];
  const kind = kindOfField[leaf.type];
  const { yaml } = leaf.value;
  const name = yaml.kind === 'mapping' ? entry(yaml, 'name')?.value : undefined;
  return kind && name?.kind === 'scalar' && typeof name.value === 'string'
    ? [{ kind, name: name.value, yaml: name }]
    : [];
}

/** The user prompts in a value: `Prompt.welcome`. System prompts exist in every org. */
function promptsIn(value: ValueNode): string[] {
  const written = writtenNames(value);
  return written.flatMap((name) => (/^prompt\./i.test(name) ? [name.slice('Prompt.'.length)] : []));
}

function writtenNames(value: ValueNode): readonly string[] {
  if (value.kind === 'prompt') return typeof value.prompt === 'string' ? [value.prompt] : writtenNames(value.prompt);
  if (value.kind === 'literal' && value.yaml.kind === 'mapping') {
    const name = entry(value.yaml, 'name')?.value;
    return name?.kind === 'scalar' && typeof name.value === 'string' ? [name.value] : [];
  }
  if (value.kind !== 'expression' || !/prompt\./i.test(value.text)) return [];
  try {
    return references(parseCached(value.text));
  } catch (problem) {
    // Another rule reports expressions that cannot be parsed.
    if (problem instanceof ExpressionError) return [];
    throw problem;
  }
}

const notPublished = (name: string): { readonly message: string; readonly help: string } => ({
  message: `the flow '${name}' is not published`,
  help: 'It was taken out of use. Publish it again first.',
});

const whereIs = (
  place: Place,
  yaml: YamlNode | undefined,
): Pick<Parameters<ReportProblem>[0], 'file' | 'path' | 'yaml'> => ({
  file: place.file,
  path: place.path,
  yaml: yaml ?? (place.action ?? place.choice)?.[ORIGIN]?.yaml,
});

function unknown(
  known: readonly Named[],
  called: string,
  name: string,
  where = '',
): { readonly message: string; readonly help: string } {
  const names = [...new Set(known.map((thing) => thing.name))];
  const meant = didYouMean(name, names);
  const help = meant === undefined ? listed(names) : `Did you mean '${meant}'?`;
  return { message: `the organisation has no ${called} named '${name}'${where}`, help };
}

function unknownCategory(org: Org, category: string, name: string): { message: string; help: string } {
  const categories = [...new Set(org.all('dataAction').map((dataAction) => dataAction.category))];
  return {
    message: `the organisation has no data action named '${name}' in category '${category}'`,
    help: listed(categories, 'the categories '),
  };
}

const LONGEST_LIST = 10;

function listed(names: readonly string[], what = ''): string {
  const [only] = names;
  if (only === undefined) return 'It has none at all.';
  const shown = names.slice(0, LONGEST_LIST).map((name) => `'${name}'`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `It has ${what}${shown.join(', ')}${more}.`;
}

/** Reports inputs and outputs that the contract does not have. The name of a nested output has dots. */
function checkContract(
  { name: called, contract }: DataAction,
  action: DataActionCall,
  place: Place,
  report: ReportProblem,
): void {
  const call = action.category?.content.dataAction?.content;
  const sides = [
    ['input', call?.inputs, contract.input.inputSchema],
    ['output', call?.successOutputs, contract.output.successSchema],
  ] as const;
  for (const [side, bindings, schema] of sides) {
    const known = propertiesOf(schema);
    if (!known) continue;
    for (const name of bindings?.keys() ?? []) {
      if (known.includes(name.split(/[.[]/)[0] ?? name)) continue;
      report({
        message: `the data action '${called}' has no ${side} '${name}'`,
        help: listed(known, `the ${side}s `),
        ...whereIs(place, undefined),
      });
    }
  }
}

/** The properties of an object. Undefined where the schema accepts any. */
function propertiesOf({ type, properties }: ContractSchema): readonly string[] | undefined {
  return type === 'object' && properties ? Object.keys(properties) : undefined;
}
