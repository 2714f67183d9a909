import type { Definition } from '../../architect/definition';
import type { FlowDefinition } from '../../architect/flows/definition';
import type { ParticipantDataContract } from '../../architect/participant-data';
import { attributeOfTwoOwners, attributeWrittenByAnother } from '../errors';
import type { Finding } from '../../ground/finding';
import { definedAt } from './words';
import type { StackDefinitions } from './stack-definitions';

const isContract = (definition: Definition): definition is ParticipantDataContract =>
  definition.definition === 'participantData' && 'attributes' in definition;
const isFlow = (definition: Definition): definition is FlowDefinition =>
  definition.definition === 'flow' && 'tree' in definition;

/** Every attribute of participant data has one owner, and nobody else writes it. */
export function attributeOwners(stacks: readonly StackDefinitions[]): Finding[] {
  const flows = stacks.flatMap(({ definitions }) => definitions).filter(isFlow);
  const contracts = new Set(flows.flatMap(({ uses }) => uses.filter(isContract)));
  const owners = new Map<string, ParticipantDataContract>();
  const findings: Finding[] = [];
  for (const contract of contracts) {
    for (const attribute of Object.keys(contract.attributes)) {
      const name = contract.attributeName(attribute);
      const earlier = owners.get(name);
      if (earlier && earlier.owner !== contract.owner) {
        findings.push(attributeOfTwoOwners(name, [earlier.owner, contract.owner], definedAt(contract)));
      }
      owners.set(name, contract);
    }
  }
  for (const flow of flows) {
    for (const name of flow.writes) {
      const owner = owners.get(name)?.owner;
      if (owner !== undefined && owner !== flow.name && owner !== flow.variantOf) {
        findings.push(attributeWrittenByAnother(name, owner, flow.name, definedAt(flow)));
      }
    }
  }
  return findings;
}
