export { runPage } from '../html/run-page';
export { flowsOfOrg } from './flows-of-org';
export { runModel, type RunModel } from './run-model';
