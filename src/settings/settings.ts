/**
 * What an administrator decides: `settings.yaml`, with `settings.<environment>.yaml` laid over it.
 * Secrets are not among it; they are Terraform variables.
 */
export interface Settings {
  readonly provider: ProviderSettings;
  /** Where Terraform keeps its state. @default a local file */
  readonly backend?: BackendSettings;
  /** Division of everything that is created. @default the organisation's home division */
  readonly division?: string;
  readonly databases: DatabasesSettings;
  readonly identification: IdentificationSettings;
  readonly supportLine: SupportLineSettings;
  readonly backOffice: BackOfficeSettings;
  /** Seconds a caller may hear nothing after the call was answered; `flowcdk check` warns of more. @default 5 */
  readonly longestSilence?: number;
  /** How much a rule of `flowcdk check` matters, by its name. @default what the rule says itself */
  readonly check?: Readonly<Record<string, 'off' | 'warn' | 'error'>>;
  /** Findings that were looked at and are meant to be. */
  readonly silenced?: readonly SilencedSettings[];
}

/** Findings of one rule in one place that are not told. */
export interface SilencedSettings {
  readonly rule: string;
  /** Where, as the findings say it; `*` stands for anything: `support-line / Ask / *`. */
  readonly path: string;
  /** Why it is meant to be. */
  readonly reason: string;
}

/** Which organisation is deployed to: one in the cloud, or a local one. */
export interface ProviderSettings {
  /** AWS region of the organisation: `eu-central-1`. */
  readonly region?: string;
  /** Address of a local organisation: `http://127.0.0.1:8083`. */
  readonly gateway?: string;
  /** @default '~> 1.82' */
  readonly version?: string;
}

/** Exactly one of the backends; the options are Terraform's own. */
export interface BackendSettings {
  readonly local?: { readonly path?: string };
  readonly s3?: Readonly<Record<string, string | boolean>> & {
    readonly bucket: string;
    readonly key: string;
    readonly region: string;
  };
  readonly http?: Readonly<Record<string, string | number | boolean>> & { readonly address: string };
  readonly gcs?: Readonly<Record<string, string>> & { readonly bucket: string; readonly prefix?: string };
  readonly azurerm?: Readonly<Record<string, string | boolean>> & {
    readonly storage_account_name: string;
    readonly container_name: string;
    readonly key: string;
  };
}

export type DatabaseName = 'alpha' | 'beta' | 'gamma';

export interface DatabaseSettings {
  /** `https://…`, without a slash at the end. */
  readonly baseUrl: string;
  /** How long a lookup may take, in seconds, 1 to 60. @default 5 */
  readonly timeout?: number;
}

export interface DatabasesSettings {
  /** In which order they are asked; the first that knows the caller ends the search. */
  readonly order: readonly DatabaseName[];
  readonly alpha: DatabaseSettings;
  readonly beta: DatabaseSettings & {
    /** Dialling code of the country whose national numbers the database holds: `33`. */
    readonly countryCode: string;
    /** What national numbers begin with: `0`. */
    readonly trunkPrefix: string;
  };
  readonly gamma: DatabaseSettings & {
    /** Where an access token is had with client credentials. */
    readonly loginUrl: string;
  };
}

export interface IdentificationSettings {
  /** How long, in seconds, the call flow goes on looking for a result after its first look. */
  readonly deadline: number;
  /** Seconds between two looks, spent with something the caller hears or answers, 1 to 30. */
  readonly lookEvery: number;
  /** A role of the organisation that holds `architect:flow:launch`. @default a role is made */
  readonly launchRole?: string;
}

export interface SupportLineSettings {
  /** One line per language; the first is the default. Callers choose it by the number they dial. */
  readonly lines: readonly LineSettings[];
  readonly openingHours: OpeningHoursSettings;
  /** What a call can be about, in the order in which it is offered: key 1, key 2 … At most nine. */
  readonly reasons: readonly ReasonSettings[];
  /** Where calls without a reason go. Its name is one of `queues`. */
  readonly defaultQueue: string;
  readonly queues: readonly QueueSettings[];
  readonly wrapUpCodes: readonly string[];
}

export interface LineSettings {
  /** `en-us`, `fr-fr` */
  readonly language: string;
  /** The text-to-speech voice. @default Architect's */
  readonly voice?: string;
  /** E.164; each number at one line. */
  readonly numbers: readonly string[];
  readonly texts: TextSettings;
}

/** What callers hear, per language. */
export interface TextSettings {
  readonly greeting: string;
  /** Asks for the reason; the offers of the reasons follow. */
  readonly reasonQuestion: string;
  /** What is said for each reason, by the reason's key: `For an order, press 1.` */
  readonly reasons: Readonly<Record<string, string>>;
  readonly firstTimeQuestion: string;
  /** Said while the identification still runs. */
  readonly oneMoment: string;
  /** Said again and again after that. */
  readonly stillLooking: string;
  /** Said before and after the caller's name: `Good to hear from you, ` … `.` */
  readonly welcomeBack: { readonly before: string; readonly after: string };
  readonly customerNumberQuestion: string;
  readonly customerNumberThanks: string;
  readonly transfer: string;
  readonly transferFailed: string;
  readonly closed: string;
  readonly error: string;
}

export interface OpeningHoursSettings {
  /** IANA: `Europe/Paris`. */
  readonly timeZone: string;
  readonly days: readonly Weekday[];
  /** Local time, `08:30`. */
  readonly from: string;
  readonly to: string;
  /** Days on which nobody answers: `2026-12-25`. */
  readonly holidays?: readonly { readonly name: string; readonly date: string }[];
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface ReasonSettings {
  /** Stands in participant data: `order`. Lower-case letters, digits, `-`. */
  readonly key: string;
  /** The name of one of `queues`. */
  readonly queue: string;
  /** Added to the priority of the call, 0 to 25 000 000. @default 0 */
  readonly priority?: number;
}

export interface QueueSettings {
  readonly name: string;
  readonly description?: string;
  /** After-call work ends by itself after so many seconds. @default 60 */
  readonly afterCallWorkTimeout?: number;
}

export interface BackOfficeSettings {
  /** Where finished calls are posted. */
  readonly url: string;
  /** How often a report is tried, 1 to 10. @default 5 */
  readonly attempts?: number;
  /** Minutes between two tries, 1 to 60. @default 2 */
  readonly retryEvery?: number;
  /** Seconds one try may take, 1 to 60. @default 10 */
  readonly timeout?: number;
}
