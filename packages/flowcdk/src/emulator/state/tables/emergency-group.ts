import { filled, listOf, name, object, reference, required, text, whole, yesNo } from '../shape';
import type { RecordWithId } from '../record';

/** An emergency group: the flows that take over in an emergency. */
export const emergencyGroup = {
  name,
  description: text(),
  division: filled(reference),
  enabled: yesNo,
  emergencyCallFlows: listOf(object({ emergencyFlow: required(reference), ivrs: listOf(reference) })),
  version: filled(whole()),
};

export type EmergencyGroup = RecordWithId<typeof emergencyGroup>;
