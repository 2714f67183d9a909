import { secret, userDefined, webServices } from 'flowcdk';

/** The service of the workshop. Its key is a Terraform variable: TF_VAR_workshop_api_key. */
export const workshop = webServices({
  name: 'Workshop',
  credential: userDefined({ apiKey: secret('workshop_api_key', 'API key of the workshop') }),
});

/** Where the workshop answers and how long it may take. */
export interface Service {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Seconds, 1 to 60. */
  readonly timeout: number;
}
