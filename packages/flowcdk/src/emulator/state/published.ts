import type { Entity } from './org';

/** Whether others can use a flow: it was published and not taken out of use since. */
export const isPublished = (flow: Entity): boolean => flow['active'] !== false;
