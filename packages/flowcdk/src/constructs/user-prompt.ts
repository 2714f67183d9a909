import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Construct } from 'constructs';
import { Lazy, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { ArchitectUserPrompt } from '@flowcdk/provider-genesyscloud/lib/architect-user-prompt';
import type { PromptResource, UserPromptDefinition } from '../routing';
import { Deployed } from './deployed';
import { addressOf, fileSlug } from '../ground/address';
import { stackFile } from './stack-files';
import { literalText } from './terraform-text';

/** A user prompt, its recordings beside the stack's JSON. */
export class UserPrompt extends Construct {
  readonly resource: ArchitectUserPrompt;

  constructor(scope: Construct, id: string, { prompt }: { readonly prompt: UserPromptDefinition }) {
    super(scope, id);
    const stack = TerraformStack.of(this);
    this.resource = new ArchitectUserPrompt(this, 'user-prompt', {
      name: literalText(prompt.name),
      description: literalText(prompt.description),
      resources: prompt.resources.map((resource) => ({
        language: resource.language,
        ttsString: literalText(resource.textToSpeech),
        text: literalText(resource.text),
        ...recordingOf(stack, addressOf(prompt), resource),
      })),
    });
    Deployed.of(this).create(prompt, { id: this.resource.id, element: this.resource });
  }
}

/** The path of a recording beside the stack's JSON, and what tells Terraform that it has changed. */
function recordingOf(stack: TerraformStack, prompt: string, { language, audio }: PromptResource) {
  if (audio === undefined) return {};
  const ending = `${language}${extname(audio).toLowerCase()}`;
  return {
    filename: stackFile(stack, `prompts/${fileSlug(prompt)}`, ending, () => readFileSync(audio)),
    // The recording is read when the stack is written. The check has reported an invalid recording before that.
    fileContentHash: Lazy.stringValue({
      produce: () => createHash('sha256').update(readFileSync(audio)).digest('hex'),
    }),
  };
}
