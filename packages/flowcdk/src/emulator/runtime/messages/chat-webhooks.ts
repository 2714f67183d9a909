import { hashOf } from '../../state/hash';

/** The beginning of the paths of the webhooks of chat groups. Their host is `apps.<region>` (published data actions). */
export const CHAT_WEBHOOKS = '/webhooks/api/v1/webhook/';

/** How the org calls a webhook. The id is a secret, so it stands in no record, no log and no file. */
export const nameOfWebhook = (id: string): string => `webhook ${hashOf(id).slice(0, 12)}`;
