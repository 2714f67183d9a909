/** The beginning of the paths of the webhooks of chat groups. Their host is `apps.<region>` (published data actions). */
export const CHAT_WEBHOOKS = '/webhooks/api/v1/webhook/';
