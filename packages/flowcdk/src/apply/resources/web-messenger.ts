import type { Attributes } from '../attributes';

/* The large parts of a web deployment configuration, from Terraform's names to those of the API. */

const flag = (given: Attributes, name: string) => given.value(name) ?? false;
const enabled = (given: Attributes, name: string) => ({ enabled: flag(given, name) });
const byId = (id: string | undefined) => (id === undefined ? undefined : { id });

export function messengerOf(given: Attributes) {
  const messenger = given.block('messenger');
  const upload = messenger?.block('file_upload');
  const apps = messenger?.block('apps');
  const knowledge = apps?.block('knowledge');
  return (
    messenger && {
      enabled: flag(messenger, 'enabled'),
      ...messenger.fields('session_persistence_type'),
      styles: messenger.block('styles')?.fields('primary_color'),
      launcherButton: messenger.block('launcher_button')?.fields('visibility'),
      homeScreen: messenger.block('home_screen')?.fields('enabled', 'logo_url'),
      fileUpload: upload && {
        enableAttachments: flag(upload, 'enable_attachments'),
        modes: upload.blocks('mode').map((mode) => ({
          fileTypes: mode.texts('file_types'),
          maxFileSizeKB: mode.value('max_file_size_kb'),
        })),
      },
      apps: apps && {
        conversations: conversationsOf(apps),
        knowledge: knowledge && {
          enabled: flag(knowledge, 'enabled'),
          knowledgeBase: byId(knowledge.text('knowledge_base_id')),
        },
      },
    }
  );
}

function conversationsOf(apps: Attributes) {
  const conversations = apps.block('conversations');
  const humanize = conversations?.block('humanize');
  return (
    conversations && {
      enabled: flag(conversations, 'enabled'),
      showAgentTypingIndicator: flag(conversations, 'show_agent_typing_indicator'),
      showUserTypingIndicator: flag(conversations, 'show_user_typing_indicator'),
      autoStart: enabled(conversations, 'auto_start_enabled'),
      markdown: enabled(conversations, 'markdown_enabled'),
      conversationDisconnect: conversations.block('conversation_disconnect')?.fields('enabled', 'type'),
      conversationClear: enabled(conversations, 'conversation_clear_enabled'),
      humanize: humanize && {
        ...humanize.fields('enabled'),
        bot: humanize.block('bot')?.fields('name', 'avatar_url'),
      },
      notifications: conversations.block('notifications')?.fields('enabled', 'notification_content_type'),
      ...conversations.fields('session_duration_seconds'),
    }
  );
}

export function supportCenterOf(given: Attributes) {
  const center = given.block('support_center');
  const style = center?.block('style_setting');
  const hero = style?.block('hero_style_setting');
  const labels = center?.block('label_filter')?.texts('label_ids');
  return (
    center && {
      enabled: flag(center, 'enabled'),
      knowledgeBase: byId(center.text('knowledge_base_id')),
      ...center.fields('router_type'),
      customMessages: center.blocks('custom_messages').map((message) => message.fields('type', 'default_value')),
      screens: center.blocks('screens').map((screen) => ({
        type: screen.text('type'),
        moduleSettings: screen.blocks('module_settings').map(moduleOf),
      })),
      enabledCategories: center.blocks('enabled_categories').map((category) => ({
        id: category.text('category_id'),
        image: { source: { defaultUrl: category.text('image_uri') ?? '' } },
      })),
      labelFilter: labels && { labels: labels.map((id) => ({ id })) },
      styleSetting: style && {
        heroStyle: hero && {
          ...hero.fields('background_color', 'text_color'),
          image: { source: { defaultUrl: hero.text('image_uri') ?? '' } },
        },
        globalStyle: style
          .block('global_style_setting')
          ?.fields(
            'background_color',
            'primary_color',
            'primary_color_dark',
            'primary_color_light',
            'text_color',
            'font_family',
          ),
      },
      feedback: enabled(center, 'feedback_enabled'),
    }
  );
}

function moduleOf(module: Attributes) {
  const detailed = module.block('detailed_category_module_template');
  return {
    ...module.fields('type', 'enabled'),
    compactCategoryModuleTemplate: { active: flag(module, 'compact_category_module_template_active') },
    detailedCategoryModuleTemplate: detailed && {
      active: flag(detailed, 'active'),
      sidebar: enabled(detailed, 'sidebar_enabled'),
    },
  };
}

export function cobrowseOf(given: Attributes) {
  const cobrowse = given.block('cobrowse');
  return (
    cobrowse && {
      ...cobrowse.fields('enabled', 'allow_agent_control', 'allow_agent_navigation', 'allow_draw'),
      ...cobrowse.fields('channels', 'mask_selectors', 'readonly_selectors'),
      pauseCriteria: cobrowse.blocks('pause_criteria').map((one) => one.fields('url_fragment', 'condition')),
    }
  );
}

export function journeyEventsOf(given: Attributes) {
  const events = given.block('journey_events');
  const tracking = events?.block('tracking_settings');
  const element = (name: string) => events?.blocks(name).map((event) => event.fields('selector', 'event_name'));
  return (
    events && {
      enabled: events.value('enabled') ?? true,
      excludedQueryParameters: events.texts('excluded_query_parameters') ?? [],
      searchQueryParameters: events.texts('search_query_parameters') ?? [],
      ...events.fields('pageview_config', 'should_keep_url_fragment'),
      clickEvents: element('click_event'),
      inViewportEvents: element('in_viewport_event'),
      formsTrackEvents: events
        .blocks('form_track_event')
        .map((event) =>
          event.fields('selector', 'form_name', 'capture_data_on_form_abandon', 'capture_data_on_form_submit'),
        ),
      idleEvents: events.blocks('idle_event').map((event) => event.fields('event_name', 'idle_after_seconds')),
      scrollDepthEvents: events.blocks('scroll_depth_event').map((event) => event.fields('percentage', 'event_name')),
      trackingSettings: tracking && {
        excludedQueryParameters: tracking.texts('excluded_query_parameters') ?? [],
        searchQueryParameters: tracking.texts('search_query_parameters') ?? [],
        shouldKeepUrlFragment: flag(tracking, 'should_keep_url_fragment'),
        ipFilters: tracking.blocks('ip_filters').map((filter) => filter.fields('ip_address', 'name')),
      },
    }
  );
}

export function videoOf(given: Attributes) {
  const video = given.block('video');
  const agent = video?.block('agent');
  const rights = ['allow_camera', 'allow_screen_share', 'allow_microphone'];
  return (
    video && {
      ...video.fields('enabled'),
      agent: agent && {
        ...agent.fields(...rights, 'background'),
        backgroundImage: agent.block('background_image')?.fields('url'),
      },
      user: video.block('user')?.fields(...rights),
    }
  );
}
