/** A problem that breaks a running flow. The flow's error handling takes over. */
export class FlowProblem extends Error {}
