/**
 * Who may do what: the agents' front end pairs, Genesys posts results, EventBridge posts events, a reader reads reports,
 * and the worker of the service writes the history.
 */
export const roles = ['front-end', 'genesys', 'event-bridge', 'reader', 'history'] as const;

/** What the holder of a key may do. */
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
