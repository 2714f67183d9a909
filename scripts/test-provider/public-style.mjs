// Configurations in the style of public ones, written for this test: resources with nothing but what they need, a
// module with lookups, and names written twice instead of references.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { apply, destroy, fail, init, pass, planEmpty, root, run, terraform } from './terraform.mjs';

const require = createRequire(import.meta.url);
// Modules of the tests are TypeScript.
require(join(root, 'packages/flowcdk/typescript/register.cjs'));

const provider = (port) => `
terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud", version = "~> 1.82" }
  }
}

provider "genesyscloud" {
  oauthclient_id     = "local"
  oauthclient_secret = "local"
  token_pool_size    = 1
  gateway {
    protocol = "http"
    host     = "127.0.0.1"
    port     = "${port}"
  }
}
`;

function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Each resource with what it cannot do without, and nothing else. */
const minimal = `
resource "genesyscloud_location" "bare" { name = "Nowhere" }
resource "genesyscloud_location" "house" {
  name = "House"
  address {
    street1  = "1 rue de la Paix"
    city     = "Paris"
    country  = "FR"
    zip_code = "75002"
  }
}
resource "genesyscloud_auth_division" "care" { name = "Care" }
resource "genesyscloud_auth_role" "reader" { name = "Reader" }
resource "genesyscloud_user" "ada" {
  name  = "Ada"
  email = "ada@example.com"
}
resource "genesyscloud_group" "agents" {
  name      = "Agents"
  owner_ids = [genesyscloud_user.ada.id]
}
resource "genesyscloud_routing_skill" "invoices" { name = "Invoices" }
resource "genesyscloud_routing_language" "french" { name = "French" }
resource "genesyscloud_routing_wrapupcode" "solved" { name = "Solved" }
resource "genesyscloud_routing_queue" "support" { name = "Support" }
resource "genesyscloud_routing_utilization_label" "urgent" { name = "Urgent" }
resource "genesyscloud_routing_email_domain" "mail" { domain_id = "mail.example.com" }
resource "genesyscloud_routing_email_domain" "regional" {
  domain_id = "support"
  subdomain = true
}
resource "genesyscloud_outbound_attempt_limit" "twice" {
  name                     = "Twice"
  max_attempts_per_contact = 2
}
resource "genesyscloud_outbound_attempt_limit" "daily" {
  name                    = "Daily"
  max_attempts_per_number = 3
  reset_period            = "TODAY"
  time_zone_id            = "Europe/Paris"
  recall_entries {
    busy {
      nbr_attempts             = 2
      minutes_between_attempts = 5
    }
  }
}
resource "genesyscloud_externalcontacts_contact" "grace" {
  first_name = "Grace"
  work_email = "grace@example.org"
  cell_phone {
    display = "+33142685300"
  }
}
resource "genesyscloud_architect_schedules" "always" {
  name  = "Always"
  start = "2026-01-05T08:00:00.000000"
  end   = "2026-01-05T18:00:00.000000"
}
resource "genesyscloud_architect_schedulegroups" "hours" {
  name              = "Hours"
  open_schedules_id = [genesyscloud_architect_schedules.always.id]
}
resource "genesyscloud_architect_emergencygroup" "fire" { name = "Fire" }
resource "genesyscloud_architect_datatable" "shops" {
  name = "Shops"
  properties {
    name = "key"
    type = "string"
  }
}
resource "genesyscloud_architect_user_prompt" "welcome" { name = "Welcome" }
resource "genesyscloud_flow_milestone" "reached" { name = "Reached" }
resource "genesyscloud_telephony_providers_edges_did_pool" "numbers" {
  start_phone_number = "+33199990000"
  end_phone_number   = "+33199990009"
}
resource "genesyscloud_architect_ivr" "line" { name = "Line" }
resource "genesyscloud_webdeployments_configuration" "messenger" {
  name             = "Messenger"
  languages        = ["en-us"]
  default_language = "en-us"
}
data "genesyscloud_script" "inbound" { name = "Default Inbound Script" }
data "genesyscloud_routing_utilization_label" "urgent" {
  name       = "Urgent"
  depends_on = [genesyscloud_routing_utilization_label.urgent]
}
data "genesyscloud_outbound_attempt_limit" "twice" {
  name       = "Twice"
  depends_on = [genesyscloud_outbound_attempt_limit.twice]
}
data "genesyscloud_routing_email_domain" "mail" {
  name       = "mail.example.com"
  depends_on = [genesyscloud_routing_email_domain.mail]
}
`;

/** The credentials and integrations of shared modules. */
const systems = [
  [
    'lambda',
    'aws-lambda-data-actions',
    'AmazonWebServicesARN',
    'amazonWebServicesARN',
    { ARN: 'arn:aws:iam::1:role/x' },
  ],
  ['salesforce', 'salesforce-datadip', 'salesforceUser', 'salesforce', { username: 'u', password: 'p' }],
  ['dynamics', 'microsoft-dynamics-data-actions', 'msDynamics', 'msDynamics', { username: 'u', password: 'p' }],
  [
    'zendesk',
    'zendesk-data-actions',
    'zendeskApiToken',
    'zendeskApiToken',
    { userEmail: 'u@example.org', apiToken: 't' },
  ],
  ['incidents', 'incident-actions', 'incidentKey', 'incidentKey', { key: 'k' }],
];

const system = ([name, type, slot, credentialType, fields]) => `
module "${name}" {
  source          = "./system"
  name            = "${name}"
  type            = "${type}"
  slot            = "${slot}"
  credential_type = "${credentialType}"
  fields          = ${JSON.stringify(fields).replaceAll('":"', '" = "').replaceAll(',', ', ')}
}
`;

const systemModule = `
terraform {
  required_providers {
    genesyscloud = { source = "mypurecloud/genesyscloud" }
  }
}
variable "name" { type = string }
variable "type" { type = string }
variable "slot" { type = string }
variable "credential_type" { type = string }
variable "fields" { type = map(string) }

resource "genesyscloud_integration_credential" "key" {
  name                 = var.name
  credential_type_name = var.credential_type
  fields               = var.fields
}
resource "genesyscloud_integration" "system" {
  integration_type = var.type
  intended_state   = "ENABLED"
  config {
    name        = var.name
    credentials = { (var.slot) = genesyscloud_integration_credential.key.id }
  }
}
resource "genesyscloud_integration_action" "find" {
  name            = "Find in \${var.name}"
  category        = var.name
  integration_id  = genesyscloud_integration.system.id
  secure          = false
  contract_input  = jsonencode({ type = "object", properties = { id = { type = "string" } } })
  contract_output = jsonencode({ type = "object", properties = { name = { type = "string" } } })
  config_request {
    request_url_template = "/things/$\${input.id}"
    request_type         = "GET"
  }
}
output "integration_id" { value = genesyscloud_integration.system.id }
`;

const lookups = `
data "genesyscloud_auth_division_home" "home" {}
data "genesyscloud_organizations_me" "me" {}
resource "genesyscloud_integration" "hook" {
  integration_type = "webhook"
  intended_state   = "ENABLED"
  config {
    name       = "Orders"
    properties = jsonencode({ invocationRatePerMinute = 200 })
  }
}
data "genesyscloud_integration_webhook" "hook" {
  name       = "Orders"
  depends_on = [genesyscloud_integration.hook]
}
resource "genesyscloud_flow" "report" { filepath = "report.yaml" }
resource "genesyscloud_processautomation_trigger" "order" {
  name       = "Order came"
  topic_name = "v2.integrations.inbound.webhook.{id}.invocation"
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.report.id
  }
  match_criteria = jsonencode([
    { jsonPath = "webhookId", operator = "Equal", value = data.genesyscloud_integration_webhook.hook.web_hook_id }
  ])
}
resource "genesyscloud_processautomation_trigger" "undelivered" {
  name       = "Undelivered"
  topic_name = "v2.webmessaging.deployments.{id}.undelivered.messages"
  enabled    = true
  target {
    type = "Workflow"
    id   = genesyscloud_flow.report.id
  }
  match_criteria = jsonencode([{ jsonPath = "disconnectType", operator = "In", values = ["UNKNOWN", "SYSTEM"] }])
}
output "hook" { value = data.genesyscloud_integration_webhook.hook.invocation_url }
`;

/** Names stand in flow files, and Terraform does not know that they must be there first. */
const hardCoded = `
resource "genesyscloud_flow" "reception" { filepath = "reception.yaml" }
resource "genesyscloud_routing_queue" "support" { name = "Support" }
resource "genesyscloud_architect_emergencygroup" "fire" { name = "Fire" }
resource "genesyscloud_architect_schedules" "always" {
  name  = "Always"
  start = "2026-01-05T08:00:00.000000"
  end   = "2026-01-05T18:00:00.000000"
}
resource "genesyscloud_architect_schedulegroups" "hours" {
  name              = "Hours"
  open_schedules_id = [genesyscloud_architect_schedules.always.id]
}
resource "genesyscloud_architect_user_prompt" "welcome" { name = "Welcome" }
resource "genesyscloud_flow_milestone" "reached" { name = "Reached" }
`;

const reception = (callFlowYaml) =>
  callFlowYaml(
    'Reception',
    `          - addFlowMilestone:
              name: Reached
              flowMilestone: { name: Reached }
          - playAudio:
              name: Greet
              audio: { prompt: Prompt.Welcome }
          - evaluateScheduleGroup:
              name: Open?
              evaluate: { now: true }
              scheduleGroup: { lit: { name: Hours } }
              emergencyGroup: { lit: { name: Fire } }
          - transferToAcd:
              name: To an agent
              targetQueue: { lit: { name: Support } }`,
  );

/** Deletions that others hinder are repeated, as they are outside of this test. */
const patient = { GENESYSCLOUD_CUSTOM_RETRY_TIMEOUT: '30s' };

function appliedAndGone(folder, what, files) {
  write(folder, files);
  init(folder, what);
  apply(folder, what, 'apply');
  planEmpty(folder, what);
}

/** Applies without `depends_on`. What fails at the first try, because a name is not there yet, has to succeed at the second. */
function appliedTwice(folder, what, files) {
  write(folder, files);
  init(folder, what);
  const first = terraform(folder, ['apply', '-auto-approve']);
  if (!first.ok && !/has no \w[\w -]* named/.test(first.text)) fail(`${what}: the first apply failed:\n${first.text}`);
  pass(`${what}: ${first.ok ? 'everything came in a lucky order' : 'the first apply lacks names that come later'}`);
  apply(folder, what, 'apply again');
  planEmpty(folder, what);
}

/**
 * Destroys without `depends_on`. Terraform deletes in any order: a schedule group that goes before its flow waits and holds
 * the only token meanwhile, so that the flow cannot go. What fails so at the first try has to succeed at the second.
 */
function destroyedTwice(folder, what) {
  const first = terraform(folder, ['destroy', '-auto-approve'], patient);
  if (!first.ok && !/is in use and cannot be deleted: flow '/.test(first.text))
    fail(`${what}: the first destroy failed:\n${first.text}`);
  pass(`${what}: ${first.ok ? 'everything went in a lucky order' : 'the first destroy meets what is still in use'}`);
  destroy(folder, what, patient);
}

/** Posts to the webhook and expects that it takes the event. */
async function invoked(folder) {
  const { text } = run('terraform', ['output', '-raw', 'hook'], folder);
  const { status } = await globalThis.fetch(text, { method: 'POST', body: '{"order":7}' });
  if (status !== 200) fail(`the webhook ${text} answered ${status}`);
  pass('the webhook takes an event');
}

/** Applies each configuration to an org, plans it, and destroys it. */
export async function publicStyle(folder, org) {
  const { callFlowYaml, workflowYaml } = require(join(root, 'packages/flowcdk/test/emulator/private/flows.ts'));
  const place = (name) => join(folder, name);
  const main = (text) => ({ 'main.tf': provider(org.port) + text });
  appliedAndGone(place('minimal'), 'minimal', main(minimal));
  destroy(place('minimal'), 'minimal', patient);
  await org.mustBeEmpty();
  appliedAndGone(place('module'), 'module with lookups', {
    ...main(systems.map(system).join('') + lookups),
    'system/main.tf': systemModule,
    'report.yaml': workflowYaml('Report'),
  });
  await invoked(place('module'));
  destroy(place('module'), 'module with lookups', patient);
  await org.mustBeEmpty();
  appliedTwice(place('names'), 'hard-coded names', { ...main(hardCoded), 'reception.yaml': reception(callFlowYaml) });
  destroyedTwice(place('names'), 'hard-coded names');
  await org.mustBeEmpty();
}
