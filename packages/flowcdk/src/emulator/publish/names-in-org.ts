import { isSurvey } from '../../architect/actions/set-post-flow';
import { typeNamed } from '../../architect/expressions';
import { ORIGIN } from '../../architect/origin';
import type { YamlNode } from '../../architect/yaml/node';
import type { Place, Rule, ReportProblem } from '../../check/rule';
import { kinds, type NamedKind } from '../state/kinds';
import type { Org } from '../state/org';
import { isPublished } from '../state/published';
import type { Flow } from '../state/tables/flow';
import {
  type CommonModuleCall,
  type DataActionCall,
  dataActionProblems,
  moduleOf,
  moduleProblems,
  typeOfInput,
} from './contracts-in-org';
import { type NameInField, namesInField, namesInValue } from './names-in-fields';
import { listed, unknownName } from './unknown-name';

/** A thing that a flow names, with its id at the time of the publish. */
export interface Bound {
  readonly kind: NamedKind;
  /** The name in the flow. A data action's name has its category in front: `Customers / Find`. */
  readonly name: string;
  readonly id: string;
}

type Bind = (bound: Bound) => void;

/** The type of flow that an action can name. Other actions name flows of the type of their own flow. */
const flowTypes: Readonly<Partial<Record<string, string>>> = {
  callCommonModule: 'COMMONMODULE',
  callBotFlow: 'BOT',
  callDigitalBotFlow: 'DIGITALBOT',
  transferToFlowSecure: 'SECURECALL',
  transferToAcd: 'INQUEUECALL',
};

/** The types of flow that a message flow can name in a transfer, waiting or not. */
const messageTypes: typeof flowTypes = { transferToAcd: 'INQUEUESHORTMESSAGE', transferToFlow: 'INBOUNDSHORTMESSAGE' };

const messageKinds: readonly string[] = ['inboundShortMessage', 'inqueueShortMessage'];

/**
 * Looks up every name of a flow in the org and passes each match to `bind`, as Architect does when it publishes. The
 * flow then runs with the ids that its names had at that time.
 */
export const namesInOrg = (org: Org, bind: Bind): Rule => ({
  name: 'name-not-in-org',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a flow that names what the organisation does not have',
  start: (report, project) => ({
    flow: (place) => {
      const { division } = place.flow;
      if (division === undefined || org.all('division').some(named(division))) return;
      report({ ...unknownName(org.all('division'), 'division', division), file: place.file, path: place.path });
    },
    leaf: (leaf, place) => {
      for (const name of namesInField(leaf, place, project)) lookUp(org, name, place, bind, report);
    },
    actions: {
      callData: (action, place) => lookUpDataAction(org, action, place, bind, report),
      callDataSecure: (action, place) => lookUpDataAction(org, action, place, bind, report),
      callCommonModule: (action, place) => checkModule(org, action, place, bind, report),
      callBotFlow: ({ botFlow }, place) =>
        lookUpInputs(org, flowNamed(org, 'BOT', botFlow), botFlow, place, bind, report),
      callDigitalBotFlow: ({ digitalBotFlow: bot }, place) =>
        lookUpInputs(org, flowNamed(org, 'DIGITALBOT', bot), bot, place, bind, report),
    },
  }),
});

/** A thing that a flow can name. */
interface Named {
  readonly id: string;
  readonly name: string;
  /** False for an unpublished flow. */
  readonly isPublished?: boolean;
  readonly email?: string;
  readonly username?: string | undefined;
}

function lookUp(org: Org, { kind, name, yaml }: NameInField, place: Place, bind: Bind, report: ReportProblem): void {
  const candidates = kind === 'flow' ? flowsOf(typeOfNamedFlow(place), org) : allOf(kind, org);
  const match = candidates.find(named(name)) ?? (kind === 'user' ? candidates.find(userNamed(name)) : undefined);
  if (match && isUsable(match)) bind({ kind, name, id: match.id });
  else if (match) report({ ...notPublished(name), ...whereIs(place, yaml) });
  else {
    const called = kind === 'flow' ? `flow of type ${typeOfNamedFlow(place)}` : kinds[kind].called;
    report({ ...unknownName(candidates, called, name), ...whereIs(place, yaml) });
  }
}

function lookUpDataAction(org: Org, action: DataActionCall, place: Place, bind: Bind, report: ReportProblem): void {
  const category = action.category?.name;
  const name = action.category?.content.dataAction?.name;
  if (category === undefined || name === undefined) return;
  const inCategory = org.all('dataAction').filter((dataAction) => dataAction.category === category);
  const match = inCategory.find(named(name));
  if (match) {
    bind({ kind: 'dataAction', name: `${category} / ${name}`, id: match.id });
    for (const problem of dataActionProblems(match, action)) report({ ...problem, ...whereIs(place, undefined) });
    return;
  }
  const problem =
    inCategory.length > 0
      ? unknownName(inCategory, 'data action', name, ` in category '${category}'`)
      : unknownCategory(org, category, name);
  report({ ...problem, ...whereIs(place, action.category?.[ORIGIN]?.yaml) });
}

function checkModule(org: Org, action: CommonModuleCall, place: Place, bind: Bind, report: ReportProblem): void {
  const module = moduleOf(org, action);
  if (!module) return;
  for (const problem of moduleProblems(module, action)) report({ ...problem, ...whereIs(place, undefined) });
  lookUpInputs(org, module, action.commonModule, place, bind, report);
}

type FlowCall = CommonModuleCall['commonModule'];

const flowNamed = (org: Org, type: string, call: FlowCall): Flow | undefined =>
  org.all('flow').find((flow) => flow.type === type && flow.name === call?.name);

/** Looks up the names in the inputs of a called flow. Only its published version knows the types of its inputs. */
function lookUpInputs(
  org: Org,
  called: Flow | undefined,
  call: FlowCall,
  place: Place,
  bind: Bind,
  report: ReportProblem,
): void {
  if (!called) return;
  for (const [input, value] of call?.content.content.inputs ?? []) {
    const type = typeNamed(typeOfInput(called, input) ?? '');
    for (const name of namesInValue(value, type?.kind)) {
      // The walk has looked up the prompts of expressions, whose kind needs no type.
      if (value.kind === 'literal') lookUp(org, name, place, bind, report);
    }
  }
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

/** A user also has their e-mail address and their user name as names. */
const userNamed =
  (name: string) =>
  ({ email, username }: Named): boolean =>
    [email, username].some((known) => known?.toLowerCase() === name.toLowerCase());

/**
 * The type of flow that an action names. A menu choice names the same type as its action: `menuTransferToAcd` as
 * `transferToAcd`.
 */
export function typeOfNamedFlow({ action, choice, flow }: Place): string {
  if (action?.kind === 'setPostFlow') return isSurvey(action) ? 'VOICESURVEY' : 'INBOUNDCALL';
  const kind = action?.kind ?? choice?.kind.replace(/^menuT/, 't') ?? '';
  const types = messageKinds.includes(flow.kind) ? { ...flowTypes, ...messageTypes } : flowTypes;
  return types[kind] ?? flow.kind.toUpperCase();
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

function unknownCategory(org: Org, category: string, name: string): { message: string; help: string } {
  const categories = [...new Set(org.all('dataAction').map((dataAction) => dataAction.category))];
  return {
    message: `the organisation has no data action named '${name}' in category '${category}'`,
    help: listed(categories, 'the categories '),
  };
}
