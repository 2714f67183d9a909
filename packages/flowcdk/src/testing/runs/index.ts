/**
 * Every possible run through a flow definition, without running it: for tests of statements that are true of all runs.
 *
 * @module flowcdk/testing/runs
 */
export { actionsOf, asWritten, attributesOf, branchesOf, type KnownAction, type Run, runsOf, traitsOf } from './runs';
