import {
  anyObject,
  filled,
  listOf,
  name,
  object,
  oneOf,
  otherwise,
  readOnly,
  reference,
  required,
  text,
  yesNo,
} from '../shape';
import type { Thing } from '../thing';

/** What a version of a configuration holds. Most of it the local org only gives back. */
export const webSettings = {
  name,
  description: text(),
  languages: required(listOf(text(20))),
  defaultLanguage: required(text(20)),
  headlessMode: anyObject,
  messenger: object({
    enabled: yesNo,
    sessionPersistenceType: oneOf('AcrossSubdomains', 'DomainOrSubdomainOnly'),
    launcherButton: object({ visibility: oneOf('On', 'Off', 'OnDemand') }),
  }),
  journeyEvents: object({ enabled: yesNo, pageviewConfig: oneOf('Auto', 'Once', 'Off') }),
};

/** A configuration of web messaging: its draft, and every version that was published of it. */
export const webConfiguration = {
  ...webSettings,
  published: readOnly(filled(listOf(anyObject))),
};

/** Where a configuration of web messaging is in use. */
export const webDeployment = {
  status: otherwise(oneOf('Pending', 'Active', 'Inactive', 'Error', 'Deleting'), 'Active'),
  snippet: otherwise(text(), '<!-- a deployment of a local org -->'),
  name,
  description: text(),
  configuration: required(object({ id: required(text(256)), version: text(20) })),
  allowAllDomains: yesNo,
  allowedDomains: listOf(text()),
  flow: reference,
};

export type WebConfiguration = Thing<typeof webConfiguration>;
