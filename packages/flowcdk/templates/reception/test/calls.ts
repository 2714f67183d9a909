import { type LocalOrg, localOrg, type LocalOrgOptions, respondsWith, type Service } from 'flowcdk/testing';

/** The number of the reception, and somebody who calls it. */
export const RECEPTION = '+442079460101';
export const CUSTOMER = '+442079460855';

export const repairIs = (state: string): Service => respondsWith({ ticket: '4711', state });

/** The application in an organisation in memory, with a workshop that answers this. */
export const withWorkshop = (workshop: Service, options: LocalOrgOptions = {}): Promise<LocalOrg> =>
  localOrg({ ...options, services: { workshop } });
