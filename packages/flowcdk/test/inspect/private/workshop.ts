import type { Stack } from '../../../src/apply/stack';
import { reception } from './flows';

/** A value that may be on no page. */
export const SECRET = 'marked-secret-4711';

const workflow = `workflow:
  name: Note call
  startUpRef: "/workflow/states/state[one]"
  variables:
    - stringVariable:
        name: Flow.conversationId
        isInput: true
        isOutput: false
  states:
    - state:
        name: One
        refId: one
        actions:
          - endWorkflow:
              name: The end
              exitReason:
                exp: Flow.conversationId
`;

const files: Readonly<Record<string, string>> = { 'flows/reception.yaml': reception, 'flows/note-call.yaml': workflow };

/** A stack with one of everything that has a page. */
export const workshop: Stack = {
  name: 'workshop',
  file: (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
  json: {
    resource: {
      genesyscloud_flow: {
        reception: { filepath: 'flows/reception.yaml' },
        'note-call': { filepath: 'flows/note-call.yaml' },
      },
      genesyscloud_routing_queue: { workshop: { name: 'Workshop' } },
      genesyscloud_architect_schedules: {
        open: {
          name: 'Open',
          start: '2026-01-05T09:00:00.000000',
          end: '2026-01-05T17:00:00.000000',
          rrule: 'FREQ=WEEKLY;BYDAY=MO,TU',
        },
      },
      genesyscloud_architect_schedulegroups: {
        open: {
          name: 'Open',
          time_zone: 'Europe/Paris',
          open_schedules_id: ['${genesyscloud_architect_schedules.open.id}'],
        },
      },
      genesyscloud_architect_ivr: {
        line: {
          name: 'Line',
          dnis: ['+442079460101'],
          open_hours_flow_id: '${genesyscloud_flow.reception.id}',
          schedule_group_id: '${genesyscloud_architect_schedulegroups.open.id}',
        },
      },
      genesyscloud_integration_credential: {
        workshop: { name: 'Workshop', fields: { apiKey: SECRET }, credential_type_name: 'userDefined' },
      },
      genesyscloud_integration: {
        workshop: {
          integration_type: 'custom-rest-actions',
          config: {
            name: 'Workshop',
            credentials: { basicAuth: '${genesyscloud_integration_credential.workshop.id}' },
          },
        },
      },
      genesyscloud_oauth_client: { launcher: { name: 'Launcher', client_secret: SECRET } },
      genesyscloud_integration_action: {
        'find-repair': {
          name: 'Find repair',
          category: 'Workshop',
          integration_id: '${genesyscloud_integration.workshop.id}',
          config_request: {
            request_type: 'GET',
            request_url_template: 'https://workshop.example/repairs/$${input.number}',
            headers: {
              'X-Key': '$${credentials.apiKey}',
              'X-Api-Key': SECRET,
              Authorization: `Basic ${SECRET}`,
              'X-Token': 'Bearer $${credentials.apiKey}',
            },
          },
          config_response: {
            translation_map: { ready: '$.repair.ready' },
            success_template: '{"isReady": $${ready}}',
          },
          contract_input: '{"type":"object","properties":{"number":{"type":"string","title":"The repair"}}}',
          contract_output: '{"type":"object","properties":{"ready":{"type":"boolean"},"isReady":{"type":"boolean"}}}',
        },
      },
      genesyscloud_processautomation_trigger: {
        'call-finished': {
          name: 'Call finished',
          topic_name: 'v2.detail.events.conversation.{id}.acw',
          enabled: true,
          match_criteria: '[{"jsonPath":"mediaType","operator":"Equal","value":"VOICE"}]',
          target: [{ type: 'Workflow', id: '${genesyscloud_flow.note-call.id}' }],
        },
      },
    },
  },
};
