/** Somebody was asked to do what cannot be done now; the message says why. */
export class CannotSteer extends Error {}
