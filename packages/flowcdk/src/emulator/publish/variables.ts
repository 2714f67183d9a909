import { declaredKind } from '../../architect/containers';
import type { FlowTree } from '../../architect/flow-tree';
import type { FlowVariable } from '../state/tables/flow';

/** The inputs and outputs of a flow. */
export const variablesOf = ({ variables }: FlowTree): FlowVariable[] =>
  (variables ?? []).flatMap(({ kind, content }) => {
    const name = content?.name?.replace(/^[^.]*\./, '');
    const isInput = content?.isInput === true;
    const isOutput = content?.isOutput === true;
    return name !== undefined && (isInput || isOutput) ? [{ name, type: declaredKind(kind), isInput, isOutput }] : [];
  });
