/** Why a workflow cannot be launched, as the API answers it. */
export class CannotLaunch extends Error {
  constructor(
    readonly why: 'noFlow' | 'noWorkflow' | 'wrongInput',
    message: string,
  ) {
    super(message);
  }
}
