import { filled, name, reference, text } from '../shape';

/** A flow outcome or a flow milestone. */
export const flowObject = { name, description: text(), division: filled(reference) };
