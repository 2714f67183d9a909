import { name } from '../shape';

/** A label by which interactions are told apart when it is counted how many a user handles. */
export const utilizationLabel = { name };
