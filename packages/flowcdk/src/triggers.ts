/**
 * Event triggers: the topics the platform publishes, the criteria their events are matched by, and the trigger itself.
 * A criterion asks about an event (`equal`); an expression of a flow asks about a variable (`equals` of `flowcdk`).
 *
 * @module flowcdk/triggers
 */
export * from './process-automation';
