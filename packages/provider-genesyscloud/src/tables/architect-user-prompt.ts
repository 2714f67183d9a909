import { apart } from '../base/api-column';
import { objects, optional, required } from '../base/schema';

export const architectUserPrompt = {
  /** Name in Architect. A change makes a new prompt, which flows must be published for. */
  name: required('string'),
  /** What the prompt says. */
  description: optional('string'),
  /** What is played in each language; give `ttsString`, or a file. */
  resources: objects(
    'set',
    'optional+computed',
    {
      /** For instance `en-us`. */
      language: required('string'),
      /** Text to be spoken. */
      ttsString: optional('string'),
      /** What the recording says, for those who read. */
      text: optional('string'),
      /** Path of an audio file to upload. */
      filename: optional('string', apart),
      /** Hash of that file, so that another recording is uploaded. */
      fileContentHash: optional('string', apart),
    },
    apart,
  ),
};
