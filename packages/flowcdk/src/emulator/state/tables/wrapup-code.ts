import { filled, name, reference, text } from '../shape';
import type { RecordWithId } from '../record';

/** A wrap-up code. Its division may be `*`, every division. */
export const wrapupCode = { name, description: text(), division: filled(reference) };

export type WrapupCode = RecordWithId<typeof wrapupCode>;
