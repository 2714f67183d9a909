/** A stub, or a flow file, cannot be used. The message addresses the person who named it. */
export class WrongStub extends Error {}
