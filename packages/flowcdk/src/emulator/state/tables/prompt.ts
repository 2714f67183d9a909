import { anyObject, listOf, name, numeric, object, oneOf, readOnly, required, text, type ValueOf } from '../shape';
import type { RecordWithId } from '../record';

/** The body of a request about one language of a prompt. */
export const promptResourceBody = { language: text(20), ttsString: text(), text: text(), tags: anyObject };

/** One language of a prompt. */
const resource = object({
  ...promptResourceBody,
  language: required(text(20, 1)),
  uploadStatus: oneOf('created', 'transcoded'),
  durationSeconds: numeric(0),
});

/** A user prompt. */
export const prompt = {
  name,
  description: text(),
  resources: readOnly(listOf(resource)),
};

export type Prompt = RecordWithId<typeof prompt>;
export type PromptResource = ValueOf<typeof resource>;
