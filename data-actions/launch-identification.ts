import { genesysCloud, launchWorkflow, seconds, type string, type Workflow } from 'flowcdk';

/** Genesys Cloud's own API, with the one permission a launch needs. */
export const flowLauncher = (role?: string) =>
  genesysCloud({
    name: 'Flow launcher',
    permissions: ['architect:flow:launch'],
    ...(role === undefined ? {} : { role }),
  });

type Text = ReturnType<typeof string>;

/** Starts the identification and does not wait for it. */
export const launchIdentification = (
  workflow: Workflow<{ conversationId: Text; callerNumber: Text }>,
  integration: ReturnType<typeof flowLauncher>,
) => launchWorkflow({ name: 'Launch identification', integration, workflow, timeout: seconds(5) });
