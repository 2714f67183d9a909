import type { Action } from '../../architect/actions';
import type { Definition } from '../../architect/definition';
import type { FlowTree } from '../../architect/flow-tree';
import { ORIGIN } from '../../architect/origin';
import type { ParticipantDataContract } from '../../architect/participant-data';
import { literalScalar, type ValueNode } from '../../architect/values';
import type { YamlNode } from '../../architect/yaml/node';
import type { FlowFile, Project } from '../project';
import type { FlowPlace } from '../rule';
import { graphOf } from './';
import type { GraphNode } from './node';

/** One attribute of participant data that an action writes or reads. */
export interface AttributeUse {
  /** Undefined where the name is known only when the flow runs. */
  readonly name?: string | undefined;
  readonly node: GraphNode;
  /** The name in the text. */
  readonly yaml?: YamlNode | undefined;
  /** What is written. */
  readonly value?: ValueNode | undefined;
  /** The variable it is read into. */
  readonly variable?: string | undefined;
}

/** What a flow does with participant data. */
export interface Attributes {
  readonly writes: readonly AttributeUse[];
  readonly reads: readonly AttributeUse[];
}

const attributesByFlow = new WeakMap<FlowTree, Attributes>();

/** The attributes of a flow. Collected once. */
export function attributesOf(flow: FlowTree): Attributes {
  const known = attributesByFlow.get(flow);
  if (known) return known;
  const writes: AttributeUse[] = [];
  const reads: AttributeUse[] = [];
  for (const node of graphOf(flow).nodes) {
    if (node.kind !== 'action') continue;
    switch (node.action?.kind) {
      case 'setParticipantData':
      case 'setConversationData':
        writes.push(...writesAt(node, node.action));
        break;
      case 'getParticipantData':
      case 'getConversationData':
        reads.push(...readsAt(node, node.action));
        break;
    }
  }
  const attributes = { writes, reads };
  attributesByFlow.set(flow, attributes);
  return attributes;
}

type Writing = Action & { readonly kind: 'setParticipantData' | 'setConversationData' };
type Reading = Action & { readonly kind: 'getParticipantData' | 'getConversationData' };

const writesAt = (node: GraphNode, { attributes = [] }: Writing): readonly AttributeUse[] =>
  attributes.map(({ name, value }) => ({ ...named(name), node, value }));

const readsAt = (node: GraphNode, { attributes = [] }: Reading): readonly AttributeUse[] =>
  attributes.map(({ name, variable }) => ({
    ...named(name),
    node,
    variable,
  }));

function named(name: ValueNode | undefined): Pick<AttributeUse, 'name' | 'yaml'> {
  const literal = literalScalar(name);
  return { name: literal === undefined ? undefined : String(literal), yaml: name?.[ORIGIN]?.yaml };
}

/** A flow of the project with what it does with participant data. */
export interface FlowAttributes extends Attributes {
  readonly place: FlowPlace;
  /** Flows that are one flow in several languages have one identity. */
  readonly identity: string;
}

const foundInProject = new WeakMap<Project, readonly FlowAttributes[]>();

/** All flows that are checked together. */
export function flowsWithAttributes(project: Project): readonly FlowAttributes[] {
  const known = foundInProject.get(project);
  if (known) return known;
  const variants = variantsIn(project.definitions);
  const flows = project.files.flatMap((file) => {
    const flow = flowIn(file);
    if (!flow) return [];
    const name = flow.name ?? flow.kind;
    const identity = `${flow.kind} ${variants.get(`${flow.kind} ${name}`) ?? name}`;
    return [{ ...attributesOf(flow), place: { file, flow, path: name }, identity }];
  });
  foundInProject.set(project, flows);
  return flows;
}

const flowIn = ({ flow }: FlowFile): FlowTree | undefined => (flow && flow.kind !== 'unknown' ? flow : undefined);

interface MaybeVariant extends Definition {
  readonly kind?: string;
  readonly variantOf?: string;
}

const variantsIn = (definitions: readonly MaybeVariant[]): ReadonlyMap<string, string> =>
  new Map(
    definitions.flatMap(({ definition, kind, name, variantOf }) =>
      definition === 'flow' && variantOf !== undefined ? [[`${kind} ${name}`, variantOf] as const] : [],
    ),
  );

/** The contracts about participant data that the definitions at hand use. */
function contractsIn({ definitions }: Project): readonly ParticipantDataContract[] {
  const isContract = (definition: Definition): definition is ParticipantDataContract =>
    definition.definition === 'participantData';
  return [...new Set(definitions.flatMap((definition) => [definition, ...(definition.uses ?? [])]))].filter(isContract);
}

/** Every attribute a contract declares, with the values it may have where they are known. */
export const declaredAttributes = (project: Project): ReadonlyMap<string, readonly string[] | undefined> =>
  new Map(
    contractsIn(project).flatMap((contract) =>
      Object.entries(contract.attributes).map(([name, { values }]) => [contract.attributeName(name), values] as const),
    ),
  );
