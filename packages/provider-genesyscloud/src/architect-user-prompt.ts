import { resource } from './base/resource';
import { type Config } from './base/schema';
import { architectUserPrompt } from './tables/architect-user-prompt';

export interface ArchitectUserPromptConfig extends Config<typeof architectUserPrompt> {}

/** A prompt that flows can play, in several languages. */
export class ArchitectUserPrompt extends resource(
  'genesyscloud_architect_user_prompt',
  architectUserPrompt,
)<ArchitectUserPromptConfig> {}
