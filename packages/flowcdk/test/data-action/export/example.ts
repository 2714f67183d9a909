/** A file as the Export button writes it, with one key that nobody here knows. */
export const exportedFile = `{
  "name": "Find parcel - Exported 2026-01-05 @ 10:15",
  "integrationType": "custom-rest-actions",
  "actionType": "custom",
  "config": {
    "request": {
      "requestUrlTemplate": "https://parcels.example/parcels/\${input.number}",
      "requestType": "GET",
      "headers": {
        "X-Api-Key": "\${credentials.apiKey}"
      },
      "requestTemplate": "\${input.rawRequest}"
    },
    "response": {
      "translationMap": {
        "state": "$.state"
      },
      "translationMapDefaults": {
        "state": "\\"UNKNOWN\\""
      },
      "successTemplate": "{\\"state\\": \${state}}"
    }
  },
  "contract": {
    "input": {
      "inputSchema": {
        "title": "input",
        "type": "object",
        "required": ["number"],
        "properties": { "number": { "type": "string" } },
        "additionalProperties": true
      }
    },
    "output": {
      "successSchema": {
        "type": "object",
        "properties": { "state": { "type": "string" } },
        "additionalProperties": true
      }
    }
  },
  "secure": false,
  "newKey": { "of": "another year" }
}
`;
