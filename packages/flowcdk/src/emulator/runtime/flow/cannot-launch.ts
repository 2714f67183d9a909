/** A workflow cannot be launched. The API answers with its message. */
export class CannotLaunch extends Error {
  constructor(
    readonly why: 'noFlow' | 'noWorkflow' | 'wrongInput',
    message: string,
  ) {
    super(message);
  }
}
