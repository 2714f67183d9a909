/**
 * What a data action of Genesys Cloud runs on: Velocity 1.7 renders its request, JsonPath 2.0.0 reads the answer of the
 * service, and both speak Java's text and numbers. Each part has an entry of its own: `…/velocity`, `…/json-path`, `…/java`.
 */
export * from './json-path';
export * from './velocity';
export { levels } from './levels';
export { withoutStack } from './without-stack';
