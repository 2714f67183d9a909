import type { ActionModel } from './flow-model';
import { kindName } from './kind-names';

/** What people call an action: its name, or what it is. */
export const titleOf = ({ name, kind }: ActionModel): string => (name === '' ? kindName(kind) : name);
