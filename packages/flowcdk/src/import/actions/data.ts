import {
  type ActionCodes,
  branch,
  built,
  failureOptions,
  options,
  read,
  statements,
  TEXT,
  unless,
  written,
} from '../action-parts';
import { object } from '../code';
import { typeOf } from '../variable-types';

/** Actions that read and write data: variables, participant data, SIP headers, work items. */
export const dataCodes: ActionCodes = {
  decryptData: (action, scope) =>
    built(
      'decryptData',
      action.name,
      object({
        dataToDecrypt: scope.values.orUnset(action.dataToDecrypt, 'string'),
        decryptedData: scope.values.binding(action.decryptedData, typeOf('json')),
        ...failureOptions(action, scope),
      }),
    ),
  encryptData: (action, scope) =>
    built(
      'encryptData',
      action.name,
      object({
        dataToEncrypt: scope.values.of(action.dataToEncrypt, 'json'),
        encryptedData: scope.values.binding(action.encryptedData, TEXT),
        ...failureOptions(action, scope),
      }),
    ),
  getConversationData: (action, scope) => {
    const { conversationId, participantId, outputs } = action;
    const attributes = read(action.attributes, scope);
    return (
      attributes &&
      built(
        'getConversationData',
        action.name,
        object({
          conversationId: scope.values.of(conversationId, 'string'),
          participantId: scope.values.orUnset(participantId, 'string'),
          attributes,
          onFound: branch(outputs?.found, scope),
          onNotFound: branch(outputs?.notFound, scope),
        }),
      )
    );
  },
  getParticipantData: (action, scope) => {
    const attributes = read(action.attributes, scope);
    return attributes && built('getParticipantData', action.name, attributes);
  },
  getRawSIPHeaders: (action, scope) =>
    built(
      'getRawSIPHeaders',
      action.name,
      object({
        rawSIPHeadersResult: scope.values.binding(action.rawSIPHeadersResult, TEXT),
        ...failureOptions(action, scope),
      }),
    ),
  getSIPHeaders: (action, scope) =>
    built(
      'getSIPHeaders',
      action.name,
      object({
        sipHeaderNames: scope.values.orUnset(action.sipHeaderNames, 'stringCollection'),
        sipHeadersResult: scope.values.binding(action.sipHeadersResult, typeOf('json')),
        ...failureOptions(action, scope),
      }),
    ),
  setConversationData: (action, scope) => {
    const attributes = written(action.attributes, scope);
    return (
      attributes &&
      built(
        'setConversationData',
        action.name,
        object({
          conversationId: scope.values.of(action.conversationId, 'string'),
          participantId: scope.values.orUnset(action.participantId, 'string'),
          attributes,
          onSuccess: branch(action.outputs?.success, scope),
          onFailure: branch(action.outputs?.failure, scope),
        }),
      )
    );
  },
  setParticipantData: (action, scope) => {
    const attributes = written(action.attributes, scope);
    return attributes && built('setParticipantData', action.name, attributes);
  },
  setUUIData: (action, { values }) =>
    built(
      'setUUIData',
      action.name,
      values.of(action.uuiData, 'string'),
      options({ mode: unless('transfer', action.mode) }),
    ),
  updateData: (action, scope) => {
    const assignments = statements(action.statements, scope);
    return assignments && built('updateData', action.name, assignments);
  },
  updateWorkitem: (action, scope) => {
    const assignments = statements(action.statements, scope);
    return (
      assignments &&
      built('updateWorkitem', action.name, object({ statements: assignments, ...failureOptions(action, scope) }))
    );
  },
};
