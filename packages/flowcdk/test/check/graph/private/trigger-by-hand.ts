import { endWorkflow, string as text, workflow } from '../../../../src';
import type { Definition } from '../../../../src/architect/definition';
import type { MaybeTrigger } from '../../../../src/check/triggers';
import { conversationAcw } from '../../../../src/triggers';

type Inputs = NonNullable<Parameters<typeof workflow>[0]['inputs']>;

/** A workflow that takes these inputs. */
export const report = (inputs: Inputs = { conversationId: text() }) =>
  workflow({ name: 'report', inputs, actions: () => [endWorkflow()] });

/** A trigger as somebody put it together without `trigger(…)`, and the workflow it starts. */
export const byHand = (
  parts: Partial<MaybeTrigger>,
  target = report(),
): { readonly definitions: readonly Definition[] } => ({
  definitions: [
    target,
    { definition: 'trigger', name: 'Finished', topic: conversationAcw.name, target, ...parts } as MaybeTrigger,
  ],
});
