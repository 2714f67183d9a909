import { filled, listOf, name, object, reference, required, text, whole, yesNo } from '../shape';
import type { Thing } from '../thing';

/** An emergency group: the flows that take over in an emergency. */
export const emergencyGroup = {
  name,
  description: text(),
  division: filled(reference),
  enabled: yesNo,
  emergencyCallFlows: listOf(object({ emergencyFlow: required(reference), ivrs: listOf(reference) })),
  version: filled(whole()),
};

export type EmergencyGroup = Thing<typeof emergencyGroup>;
