import { genesysCloud, launchWorkflow, seconds } from 'flowcdk';
import type { identifyCaller } from '../flows/identify-caller';

export interface FlowLauncher {
  /** A role of the organisation that holds the permission already. @default a role is made */
  readonly role?: string | undefined;
}

/** Genesys Cloud's own API. Its role follows from what it calls: it may launch workflows, and nothing else. */
export const flowLauncher = ({ role }: FlowLauncher) => genesysCloud({ name: 'Flow launcher', role });

export interface Launch {
  readonly integration: ReturnType<typeof flowLauncher>;
  readonly workflow: ReturnType<typeof identifyCaller>;
}

/** Starts the identification and does not wait for it. */
export const launchIdentification = ({ integration, workflow }: Launch) =>
  launchWorkflow({ name: 'Launch identification', integration, workflow, timeout: seconds(5) });
