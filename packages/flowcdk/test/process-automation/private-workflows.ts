import { type Declarations, endWorkflow, workflow } from '../../src';

/** A workflow of which only the inputs matter. */
export const taking = <const In extends Declarations>(inputs: In) =>
  workflow({ name: 'report', inputs, actions: () => [endWorkflow()] });
