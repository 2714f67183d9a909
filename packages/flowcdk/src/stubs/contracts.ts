import type { JsonObject } from '../emulator/state/json';

/**
 * What a data action takes and gives: its inputs and outputs as JSON Schema, as Architect has them. An output inside of
 * another has a name with dots, and a list of objects is a list for each of their properties.
 */
export interface DataActionContract {
  /** Under which Architect lists it; usually the name of its integration. */
  readonly category: string;
  readonly name: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

/** The columns of a data table, as JSON Schema with a property for each. */
export interface DataTableContract {
  readonly name: string;
  readonly schema: JsonObject;
}

/**
 * Contracts of what flows name, where more is known than the YAML says: an export of Architect holds them. What stands
 * in no contract gets one from the way the flows use it.
 */
export interface StubContracts {
  readonly dataActions?: readonly DataActionContract[] | undefined;
  readonly dataTables?: readonly DataTableContract[] | undefined;
}

/** Contracts of several exports as one. The first contract of a name counts. */
export const allContracts = (contracts: readonly StubContracts[]): StubContracts => ({
  dataActions: contracts.flatMap(({ dataActions = [] }) => dataActions),
  dataTables: contracts.flatMap(({ dataTables = [] }) => dataTables),
});
