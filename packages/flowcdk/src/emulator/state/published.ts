import type { Flow } from './tables/flow';

/** Whether other flows can use a flow: it is published and has not been unpublished since. */
export const isPublished = (flow: Flow): boolean => flow.active !== false;
