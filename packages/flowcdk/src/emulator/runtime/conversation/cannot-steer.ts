/** A person or an agent cannot do now what a caller of the API or a test asks for. The message says why. */
export class CannotSteer extends Error {}
