import type { Flow } from './tables/flow';

/** Whether others can use a flow: it was published and not taken out of use since. */
export const isPublished = (flow: Flow): boolean => flow.active !== false;
