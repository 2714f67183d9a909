/** What breaks a flow while it runs; its error handling takes over. */
export class FlowProblem extends Error {}
