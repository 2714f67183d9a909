import type {
  BackOfficeSettings,
  DatabaseSettings,
  DatabasesSettings,
  OpeningHoursSettings,
  ProviderSettings,
  QueueSettings,
  ReasonSettings,
  Settings,
  SupportLineSettings,
} from './settings';

/**
 * Settings as they are loaded: whatever has a default is there. The defaults themselves stand in the schema.
 *
 * `division`, `backend`, `voice` and `description` may still be missing; leaving them out is what their default means.
 */
export interface ResolvedSettings extends Settings {
  readonly provider: With<ProviderSettings, 'version'>;
  readonly databases: ResolvedDatabases;
  readonly supportLine: ResolvedSupportLine;
  readonly backOffice: Required<BackOfficeSettings>;
}

interface ResolvedDatabases extends DatabasesSettings {
  readonly alpha: With<DatabaseSettings, 'timeout'>;
  readonly beta: With<DatabasesSettings['beta'], 'timeout'>;
  readonly gamma: With<DatabasesSettings['gamma'], 'timeout'>;
}

interface ResolvedSupportLine extends SupportLineSettings {
  readonly openingHours: With<OpeningHoursSettings, 'holidays'>;
  readonly reasons: readonly Required<ReasonSettings>[];
  readonly queues: readonly With<QueueSettings, 'afterCallWorkTimeout'>[];
}

/** `T` with these of its optional properties there. */
type With<T, K extends keyof T> = T & Required<Pick<T, K>>;
