import { defined } from '../../ground/defined';
import {
  type ActionCodes,
  botCall,
  branch,
  built,
  callData,
  failureOptions,
  flowCall,
  outputsOf,
  text,
} from '../action-parts';
import { object } from '../code';
import { lexBotCode } from '../lex-bot-code';
import { typeOf } from '../variable-types';

/** Actions that call a module, a bot, a data action or a table. */
export const callCodes: ActionCodes = {
  callBotFlow: (action, scope) => botCall('callBotFlow', action, action.botFlow, scope),
  callCommonModule: (action, scope) => {
    if (!action.commonModule) return undefined;
    const { code, options: called } = flowCall(action.commonModule, 'Common.', scope);
    return built('callCommonModule', action.name, code, object(called));
  },
  callData: callData('callData'),
  callDataSecure: callData('callDataSecure'),
  callDecisionTable: (action, scope) =>
    built(
      'callDecisionTable',
      action.name,
      text(action.decisionTable?.name),
      object({
        input: scope.values.of(action.input, 'json'),
        output: scope.values.binding(action.output, typeOf('json')),
        ...failureOptions(action, scope),
      }),
    ),
  callDigitalBotFlow: (action, scope) => botCall('callDigitalBotFlow', action, action.digitalBotFlow, scope),
  callLexV2Bot: lexBotCode,
  dataTableLookup: (action, scope) => {
    const { dataTable, lookupValue, outputs } = action;
    if (!dataTable) return undefined;
    const { foundOutputs, failureOutputs } = dataTable.content;
    const table = scope.called('dataTable', '', dataTable.name, { outputs: foundOutputs });
    return built(
      'dataTableLookup',
      action.name,
      table.code,
      object({
        lookupValue: scope.values.of(lookupValue, 'string'),
        foundOutputs: outputsOf(foundOutputs, table.outputs, scope),
        onFound: branch(outputs?.found, scope),
        onNotFound: branch(outputs?.notFound, scope),
        ...failureOptions(
          { ...defined({ failureOutputs }), ...defined({ outputs: outputs?.failure && { failure: outputs.failure } }) },
          scope,
        ),
      }),
    );
  },
};
