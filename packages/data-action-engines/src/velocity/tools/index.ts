import { type JavaValue } from '../../java/value';
import { encodingTool, escapeTool } from './escape';
import { mathTool } from './math';
import { dynamicsTool, salesforceTool, successTemplateTool, urlTool } from './platform';

/** What the platform puts beside the variables of a template. */
export const toolsFor = (random: () => number): ReadonlyMap<string, JavaValue> =>
  new Map<string, JavaValue>([
    ['esc', escapeTool],
    ['encoding', encodingTool],
    ['math', mathTool(random)],
    ['successTemplateUtils', successTemplateTool],
    ['urlTool', urlTool],
    ['salesforce', salesforceTool],
    ['msdynamics', dynamicsTool],
  ]);
