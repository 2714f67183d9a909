/**
 * Every run through a flow as it is defined, without running it: for tests that hold for all of them.
 *
 * @module flowcdk/testing/runs
 */
export { actionsOf, asWritten, attributesOf, branchesOf, type KnownAction, type Run, runsOf, traitsOf } from './runs';
