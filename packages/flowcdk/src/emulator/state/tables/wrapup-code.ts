import { filled, name, reference, text } from '../shape';
import type { Thing } from '../thing';

/** A wrap-up code. Its division may be `*`, every division. */
export const wrapupCode = { name, description: text(), division: filled(reference) };

export type WrapupCode = Thing<typeof wrapupCode>;
