import { defined } from '../../ground/defined';
import type { Addressed } from '../definition';
import type { FlowTree } from '../flow-tree';

/** What every flow says of itself. */
export interface FlowIdentity extends Addressed {
  /** Shown in Architect; with the kind it is the identity of the flow in an organisation. */
  readonly name: string;
  readonly description?: string | undefined;
  /** @default the organisation's home division */
  readonly division?: string | undefined;
}

/** `name`, `description` and `division`, those that were given. */
export const identityKeys = ({
  name,
  description,
  division,
}: FlowIdentity): Pick<FlowTree, 'name' | 'description' | 'division'> => defined({ name, description, division });

/** What happens when a flow breaks, where it is nothing but its name: `disconnect: {none: true}`. */
export const onError = (
  kind: 'disconnect' | 'endWorkflow' | 'endFlow' | 'endInQueueState' | 'abortSend',
): NonNullable<FlowTree['settingsErrorHandling']> =>
  Object.freeze({ errorHandling: Object.freeze({ kind, content: NONE }) });

/** What YAML says where an object has no settings: `none: true`. */
export const NONE = Object.freeze({ none: true });
