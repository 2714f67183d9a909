import {
  anyObject,
  filled,
  listOf,
  name,
  object,
  oneOf,
  otherwise,
  reference,
  required,
  text,
  whole,
  yesNo,
} from '../shape';

const column = required(text(256));
const ofType = required(text(100));

/** The columns of the people whom campaigns contact (documented fields). */
export const contactList = {
  name,
  division: filled(reference),
  columnNames: required(listOf(text(256), 1_000)),
  phoneColumns: listOf(
    object({ columnName: column, type: ofType, callableTimeColumn: text(256), callableTimeColumnName: text(256) }),
  ),
  emailColumns: listOf(
    object({
      columnName: column,
      type: ofType,
      contactableTimeColumn: text(256),
      contactableTimeColumnName: text(256),
    }),
  ),
  whatsAppColumns: listOf(object({ columnName: column, type: ofType })),
  previewModeColumnName: text(256),
  previewModeAcceptedValues: listOf(text()),
  attemptLimits: reference,
  automaticTimeZoneMapping: yesNo,
  zipCodeColumnName: text(256),
  columnDataTypeSpecifications: listOf(
    object({
      columnName: column,
      columnDataType: oneOf('TEXT', 'NUMERIC', 'TIMESTAMP'),
      min: whole(),
      max: whole(),
      maxLength: whole(),
    }),
  ),
  trimWhitespace: otherwise(yesNo, true),
  importStatus: filled(anyObject),
  version: filled(whole()),
};
