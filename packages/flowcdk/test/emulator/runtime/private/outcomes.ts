import { livingOrg } from './living-org';

export const begin = '          - initializeFlowOutcome: { name: Begin, flowOutcome: { name: Identified } }';

export const end = (value: string): string =>
  `          - setFlowOutcome: { name: Set, flowOutcome: { name: Identified }, flowOutcomeValue: ${value} }`;

export function org() {
  const living = livingOrg();
  living.put('outcome', { name: 'Identified' });
  living.put('milestone', { name: 'Asked' });
  return living;
}
