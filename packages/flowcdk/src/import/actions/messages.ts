import { literalScalar } from '../../architect/values';
import { type ActionCodes, built, failureOptions, options, unless, unlessLiteral } from '../action-parts';
import { literal, object } from '../code';

/** Actions that write to somebody: replies, notifications, survey invitations. */
export const messageCodes: ActionCodes = {
  abortSurveyInvite: (action) => {
    const disposition = literalScalar(action.disposition);
    return typeof disposition === 'string' ? built('abortSurveyInvite', action.name, literal(disposition)) : undefined;
  },
  completeSurveyInvite: (action, { values }) =>
    built(
      'completeSurveyInvite',
      action.name,
      object({
        targetAddress: values.of(action.targetAddress, 'string'),
        inviteSubject: values.of(action.inviteSubject, 'string'),
        inviteBody: values.of(action.inviteBody, 'string'),
        reminderSubject: values.orUnset(action.reminderSubject, 'string'),
        reminderBody: values.orUnset(action.reminderBody, 'string'),
      }),
    ),
  sendAutoReply: (action, { values }) =>
    built(
      'sendAutoReply',
      action.name,
      object({
        messageBody: values.message(action.messageBody),
        subject: values.of(action.subject, 'string'),
        from: values.orUnset(action.from, 'emailAddress'),
        replyTo: values.orUnset(action.replyTo, 'emailAddress'),
        cc: values.orUnset(action.cc, 'emailAddressCollection'),
        bcc: values.orUnset(action.bcc, 'emailAddressCollection'),
        replyMode: unless('replyToSender', action.replyMode),
      }),
    ),
  sendNotification: (action, scope) => {
    const { values } = scope;
    return built(
      'sendNotification',
      action.name,
      object({
        sendToUsers: values.of(action.sendToUsers, 'userCollection'),
        body: values.of(action.body, 'string'),
        subject: values.orUnset(action.subject, 'string'),
        notificationType: unlessLiteral('email', action.notificationType, values.of(action.notificationType, 'string')),
        emailFrom: values.orUnset(action.emailFrom, 'emailAddress'),
        emailNotificationStyle: values.orUnset(action.emailNotificationStyle, 'string'),
        ...failureOptions(action, scope),
      }),
    );
  },
  sendResponse: (action, { values }) =>
    built(
      'sendResponse',
      action.name,
      values.message(action.messageBody),
      options({ messageBodyStyle: values.of(action.messageBodyStyle, 'string') }),
    ),
};
