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
import type { RecordWithId } from '../record';

/** The settings of a version of a configuration. The local org only stores and returns most of them. */
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

/** A configuration of web messaging: its draft and all its published versions. */
export const webConfiguration = {
  ...webSettings,
  published: readOnly(filled(listOf(anyObject))),
};

/** A deployment of web messaging, which uses a configuration. */
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

export type WebConfiguration = RecordWithId<typeof webConfiguration>;
