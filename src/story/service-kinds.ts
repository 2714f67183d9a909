import type { ServiceKinds } from 'flowcdk/testing/services';
import { databaseKind } from './database-kind';
import { everywhereKind } from './everywhere-kind';

/** What files of services can describe besides an answer. */
export const serviceKinds: ServiceKinds = { database: databaseKind, everywhere: everywhereKind };
