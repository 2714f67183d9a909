import { defined } from '../../ground/defined';
import type { Addressed } from '../definition';
import type { FlowTree } from '../flow-tree';
import type { RawKeys } from '../raw';
import type { VariableFlags } from './variables';

/** The name, the description and the division that every flow has. */
export interface FlowIdentity extends Addressed, VariableFlags {
  /** The name in Architect. Name and kind identify the flow in an organisation. */
  readonly name: string;
  readonly description?: string | undefined;
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** Root keys as they stand in YAML, where the language has no option. `undefined` leaves a key out. */
  readonly raw?: RawKeys | undefined;
}

/** `name`, `description` and `division`, as far as the definition has them. */
export const identityKeys = ({
  name,
  description,
  division,
}: FlowIdentity): Pick<FlowTree, 'name' | 'description' | 'division'> => defined({ name, description, division });

/** The handling of errors without further settings: `disconnect: {none: true}`. */
export const onError = (
  kind: 'disconnect' | 'endWorkflow' | 'endFlow' | 'endInQueueState' | 'abortSend',
): NonNullable<FlowTree['settingsErrorHandling']> =>
  Object.freeze({ errorHandling: Object.freeze({ kind, content: NONE }) });

/** The content of an object without settings: `none: true`. */
export const NONE = Object.freeze({ none: true });
