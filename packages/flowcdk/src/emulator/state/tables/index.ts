import type { KindName } from '../kinds';
import type { BodyOf, Shape } from '../shape';
import type { RecordWithId } from '../record';
import { attemptLimits } from './attempt-limits';
import { callback } from './callback';
import { contactList } from './contact-list';
import { credential } from './credential';
import { actionDraft, dataAction } from './data-action';
import { datatable, datatableJob, datatableRow } from './datatable';
import { decisionTable } from './decision-table';
import { didPool } from './did-pool';
import { division } from './division';
import { emailDomain } from './email-domain';
import { emergencyGroup } from './emergency-group';
import { externalContact } from './external-contact';
import { flow, flowEvent, flowJob, flowOperation, flowVersion } from './flow';
import { flowObject } from './flow-object';
import { group } from './group';
import { integration } from './integration';
import { ivr } from './ivr';
import { location } from './location';
import { logLevel } from './log-level';
import { messageRecipient } from './message-recipient';
import { oauthClient } from './oauth-client';
import { organization } from './organization';
import { person } from './person';
import { prompt } from './prompt';
import { queue } from './queue';
import { receivedMessage } from './received-message';
import { role } from './role';
import { schedule, scheduleGroup } from './schedule';
import { sentMessage } from './sent-message';
import { sentiment } from './sentiment';
import { site } from './site';
import { skill } from './skill';
import { smsAddress } from './sms-address';
import { smsNumber } from './sms-number';
import { threadingWindow } from './threading-window';
import { token } from './token';
import { trigger } from './trigger';
import { deletedUser, user } from './user';
import { utilizationLabel } from './utilization-label';
import { webConfiguration, webDeployment } from './web-deployment';
import { wrapupCode } from './wrapup-code';

/**
 * The fields of the records of each kind. One table gives the type of a record, the check of the bodies that create and
 * change it, and the defaults.
 */
export const tables = {
  actionDraft,
  attemptLimits,
  callback,
  contactList,
  credential,
  dataAction,
  datatable,
  datatableJob,
  datatableRow,
  decisionTable,
  deletedUser,
  didPool,
  division,
  emailDomain,
  emergencyGroup,
  externalContact,
  flow,
  flowEvent,
  flowJob,
  flowOperation,
  flowVersion,
  group,
  integration,
  ivr,
  language: skill,
  location,
  logLevel,
  messageRecipient,
  milestone: flowObject,
  oauthClient,
  organization,
  outcome: flowObject,
  person,
  prompt,
  queue,
  receivedMessage,
  role,
  schedule,
  scheduleGroup,
  sentMessage,
  sentiment,
  site,
  skill,
  smsAddress,
  smsNumber,
  threadingWindow,
  token,
  trigger,
  user,
  utilizationLabel,
  webConfiguration,
  webDeployment,
  wrapupCode,
} as const satisfies Readonly<Record<KindName, Shape>>;

type Tables = typeof tables;

/** The record of a kind. */
export type RecordOfKind<K extends KindName> = { readonly [Kind in KindName]: RecordWithId<Tables[Kind]> }[K];

/** A checked body that creates or changes a record of a kind. */
export type BodyFor<K extends KindName> = { readonly [Kind in KindName]: BodyOf<Tables[Kind]> }[K];
