import { api, apart, form, references, unset } from '../base/api-column';
import { block, computed, optional, optionalComputed, required } from '../base/schema';

/** The provider does not send false. */
const onlyTrue = (value: boolean) => (value ? true : undefined);

/** An event when a visitor touches an element of the page. */
const elementEvent = {
  /** CSS selector of the element. */
  selector: required('string'),
  /** Name of the event. */
  eventName: required('string'),
};

export const webdeploymentsConfiguration = {
  /** Seen in the org. */
  name: required('string'),
  /** Where it is used. */
  description: optional('string'),
  /** Languages of the texts, for instance `en-us`. */
  languages: required('list(string)'),
  /** The one used when no other fits. */
  defaultLanguage: required('string'),
  /** Show nothing; the page draws its own. */
  headlessModeEnabled: optional('bool', form(onlyTrue)),

  /** Visitors who sign in. */
  authenticationSettings: block('list', '0..1', {
    /** Ask visitors to sign in. */
    enabled: required('bool'),
    /** Integration that knows them. */
    integrationId: required('string'),
    /** Allow signing in during a conversation. */
    allowSessionUpgrade: optional('bool'),
  }),

  /** The messenger window. */
  messenger: block('list', '0..1', {
    /** Show it. */
    enabled: optionalComputed('bool', unset(false)),
    /** Where a conversation goes on: `AcrossSubdomains` or `DomainOrSubdomainOnly`. */
    sessionPersistenceType: optionalComputed('string'),
    /** What is in the window. */
    apps: block('list', '0..1', {
      /** Conversations with agents and bots. */
      conversations: block('list', '0..1', {
        /** Offer them. */
        enabled: optionalComputed('bool', unset(false)),
        /** Start one when the window opens. */
        autoStartEnabled: optionalComputed('bool', api('autoStart.enabled'), unset(false)),
        /** Let visitors clear theirs. */
        conversationClearEnabled: optionalComputed('bool', api('conversationClear.enabled'), unset(false)),
        /** Show Markdown as formatted text. */
        markdownEnabled: optionalComputed('bool', api('markdown.enabled'), unset(false)),
        /** Show the visitor that the agent is typing. */
        showAgentTypingIndicator: optionalComputed('bool', unset(false)),
        /** Show the agent that the visitor is typing. */
        showUserTypingIndicator: optionalComputed('bool', unset(false)),
        /** Seconds a visitor's session lasts. */
        sessionDurationSeconds: optionalComputed('number'),
        /** When a conversation is ended by the agent. */
        conversationDisconnect: block('list', '0..1', {
          /** Tell the visitor. */
          enabled: optional('bool'),
          /** What the visitor may still do. */
          type: optional('string'),
        }),
        /** Give the bot a face. */
        humanize: block('list', '0..1', {
          /** Show it. */
          enabled: optional('bool'),
          /** The face. */
          bot: block('list', '0..1', {
            /** Name of the bot. */
            name: optional('string'),
            /** URL of its picture. */
            avatarUrl: optional('string'),
          }),
        }),
        /** Notifications of new messages. */
        notifications: block('list', '0..1', {
          /** Send them. */
          enabled: optional('bool'),
          /** `IncludeMessagesContent` or `ExcludeMessagesContent`. */
          notificationContentType: optional('string'),
        }),
      }),
      /** Search in a knowledge base. */
      knowledge: block('list', '0..1', {
        /** Offer it. */
        enabled: optional('bool', unset(false)),
        /** The knowledge base. */
        knowledgeBaseId: optional('string', api('knowledgeBase.id')),
      }),
    }),
    /** Files visitors send. */
    fileUpload: block('list', '0..1', {
      /** Allow attachments of every supported kind. */
      enableAttachments: optionalComputed('bool', unset(false)),
      /** Kinds of files. */
      mode: block(
        'list',
        '0..*',
        {
          /** MIME types, for instance `image/png`. */
          fileTypes: optional('list(string)'),
          /** Largest file, in kilobytes. */
          maxFileSizeKb: optional('number', api('maxFileSizeKB')),
        },
        api('modes'),
        unset([]),
      ),
    }),
    /** The first page of the window. */
    homeScreen: block('list', '0..1', {
      /** Show it. */
      enabled: optionalComputed('bool'),
      /** URL of the logo on it. */
      logoUrl: optionalComputed('string'),
    }),
    /** The button that opens the window. */
    launcherButton: block('list', '0..1', {
      /** `On`, `Off` or `OnDemand`. */
      visibility: optional('string'),
    }),
    /** Colours. */
    styles: block('list', '0..1', {
      /** Main colour, hexadecimal. */
      primaryColor: optional('string'),
    }),
  }),

  /** Where the window stands on the page. */
  position: block('list', '0..1', {
    /** Side of the page. */
    alignment: optional('string'),
    /** Distance from that side, in pixels. */
    sideSpace: optional('number'),
    /** Distance from the bottom, in pixels. */
    bottomSpace: optional('number'),
  }),

  /** Agents who see and use the visitor's page. */
  cobrowse: block('list', '0..1', {
    /** Allow it. */
    enabled: optionalComputed('bool'),
    /** Let agents click and write. */
    allowAgentControl: optionalComputed('bool'),
    /** Let agents go to other pages. */
    allowAgentNavigation: optionalComputed('bool'),
    /** Let agents draw on the page. */
    allowDraw: optionalComputed('bool'),
    /** `Webmessaging` and `Voice`. */
    channels: optional('list(string)'),
    /** CSS selectors of what agents must not see. */
    maskSelectors: optional('list(string)'),
    /** CSS selectors of what agents must not change. */
    readonlySelectors: optional('list(string)'),
    /** Pages where it pauses. */
    pauseCriteria: block(
      'list',
      '0..*',
      {
        /** Part of the page's URL. */
        urlFragment: required('string'),
        /** `includes`, `does_not_include`, `starts_with`, `ends_with` or `equals`. */
        condition: required('string'),
      },
      unset([]),
    ),
  }),

  /** What visitors do on the pages. */
  journeyEvents: block('list', '0..1', {
    /** Follow them. @default true */
    enabled: optional('bool', unset(true)),
    /** When a page counts as seen: `Auto`, `Once` or `Off`. */
    pageviewConfig: optional('string'),
    /** Clicks to follow. */
    clickEvent: block('list', '0..*', elementEvent, api('clickEvents'), unset([])),
    /** Elements to follow as they come into view. */
    inViewportEvent: block('list', '0..*', elementEvent, api('inViewportEvents'), unset([])),
    /** Forms to follow. */
    formTrackEvent: block(
      'list',
      '0..*',
      {
        /** CSS selector of the form. */
        selector: required('string'),
        /** Name of the form. */
        formName: required('string'),
        /** Keep what was written in a form never sent. */
        captureDataOnFormAbandon: required('bool'),
        /** Keep what was sent. */
        captureDataOnFormSubmit: required('bool'),
      },
      api('formsTrackEvents'),
      unset([]),
    ),
    /** Visitors who do nothing. */
    idleEvent: block(
      'list',
      '0..*',
      {
        /** Name of the event. */
        eventName: required('string'),
        /** Seconds of doing nothing. */
        idleAfterSeconds: optional('number'),
      },
      api('idleEvents'),
      unset([]),
    ),
    /** Visitors who scroll. */
    scrollDepthEvent: block(
      'list',
      '0..*',
      {
        /** Name of the event. */
        eventName: required('string'),
        /** Part of the page, in percent. */
        percentage: required('number'),
      },
      api('scrollDepthEvents'),
      unset([]),
    ),
    /** What is kept of URLs and visitors. */
    trackingSettings: block('list', '0..1', {
      /** Query parameters not to keep. */
      excludedQueryParameters: optional('list(string)', unset([])),
      /** Query parameters that hold a search text. */
      searchQueryParameters: optional('list(string)', unset([])),
      /** Keep what follows `#`. @default false */
      shouldKeepUrlFragment: optional('bool', unset(false)),
      /** Visitors not to follow. */
      ipFilters: block(
        'list',
        '0..10',
        {
          /** Who that is. */
          name: required('string'),
          /** Address or CIDR range. */
          ipAddress: required('string'),
        },
        unset([]),
      ),
    }),
    /** @deprecated has no effect; see `trackingSettings` */
    excludedQueryParameters: optional('list(string)', unset([])),
    /** @deprecated has no effect; see `trackingSettings` */
    searchQueryParameters: optional('list(string)', unset([])),
    /** @deprecated has no effect; see `trackingSettings` */
    shouldKeepUrlFragment: optional('bool'),
  }),

  /** The knowledge portal. */
  supportCenter: block('list', '0..1', {
    /** Offer it. */
    enabled: required('bool', unset(false)),
    /** Its knowledge base. */
    knowledgeBaseId: optional('string', api('knowledgeBase.id')),
    /** How its pages are addressed. */
    routerType: optional('string'),
    /** Ask visitors what they think of an article. */
    feedbackEnabled: optional('bool', api('feedback.enabled'), unset(false)),
    /** Texts of your own. */
    customMessages: block(
      'list',
      '0..*',
      {
        /** `Welcome` or `Fallback`. */
        type: required('string'),
        /** The text. */
        defaultValue: required('string'),
      },
      unset([]),
    ),
    /** Categories on the first page. */
    enabledCategories: block(
      'list',
      '0..*',
      {
        /** The category. */
        categoryId: required('string', api('id')),
        /** URL of its picture. */
        imageUri: optional('string', api('image.source.defaultUrl'), unset('')),
      },
      unset([]),
    ),
    /** Show only documents with one of these labels. */
    labelFilter: block('list', '0..1', {
      /** The labels. */
      labelIds: required('list(string)', api('labels'), references()),
    }),
    /** Its pages. */
    screens: block(
      'list',
      '0..*',
      {
        /** `Home`, `Category`, `SearchResults` or `Article`. */
        type: required('string'),
        /** What is on the page. */
        moduleSettings: block(
          'list',
          '1..*',
          {
            /** For instance `Search` or `Categories`. */
            type: required('string'),
            /** Show it. */
            enabled: required('bool'),
            /** Show categories in the compact form. */
            compactCategoryModuleTemplateActive: optional(
              'bool',
              api('compactCategoryModuleTemplate.active'),
              unset(false),
            ),
            /** Show categories in the detailed form. */
            detailedCategoryModuleTemplate: block('list', '0..1', {
              /** Use this form. */
              active: required('bool', unset(false)),
              /** Show the sidebar. */
              sidebarEnabled: required('bool', api('sidebar.enabled'), unset(false)),
            }),
          },
          unset([]),
        ),
      },
      unset([]),
    ),
    /** Colours and fonts. */
    styleSetting: block('list', '0..1', {
      /** Of all pages. */
      globalStyleSetting: block(
        'list',
        '0..1',
        {
          /** Hexadecimal colour. */
          backgroundColor: required('string'),
          /** Font. */
          fontFamily: required('string'),
          /** Hexadecimal colour. */
          primaryColor: required('string'),
          /** Hexadecimal colour. */
          primaryColorDark: required('string'),
          /** Hexadecimal colour. */
          primaryColorLight: required('string'),
          /** Hexadecimal colour. */
          textColor: required('string'),
        },
        api('globalStyle'),
      ),
      /** Of the banner. */
      heroStyleSetting: block(
        'list',
        '0..1',
        {
          /** Hexadecimal colour. */
          backgroundColor: required('string'),
          /** URL of the picture. */
          imageUri: required('string', api('image.source.defaultUrl'), unset('')),
          /** Hexadecimal colour. */
          textColor: required('string'),
        },
        api('heroStyle'),
      ),
    }),
  }),

  /** Video conversations. */
  video: block('list', '0..1', {
    /** Offer them. */
    enabled: optionalComputed('bool'),
    /** What agents may use. */
    agent: block('list', '0..1', {
      /** The camera. */
      allowCamera: optionalComputed('bool'),
      /** The microphone. */
      allowMicrophone: optionalComputed('bool'),
      /** Sharing the screen. */
      allowScreenShare: optionalComputed('bool'),
      /** Behind the agent: `BLUR`, `NONE` or `IMAGE`. */
      background: optionalComputed('string'),
      /** The picture, with `IMAGE`. */
      backgroundImage: block('list', '0..1', {
        /** Its URL. */
        url: optionalComputed('string'),
      }),
    }),
    /** What visitors may use. */
    user: block('list', '0..1', {
      /** The camera. */
      allowCamera: optionalComputed('bool'),
      /** The microphone. */
      allowMicrophone: optionalComputed('bool'),
      /** Sharing the screen. */
      allowScreenShare: optionalComputed('bool'),
    }),
  }),

  /** Texts of your own instead of those built in. */
  customI18NLabels: block(
    'list',
    '0..*',
    {
      /** Language of the texts. */
      language: optional('string'),
      /** The texts. */
      localizedLabels: block(
        'list',
        '0..*',
        {
          /** Which text. */
          key: required('string'),
          /** What it says. */
          value: required('string'),
        },
        unset([]),
      ),
    },
    unset([]),
  ),

  /** `Pending`, `Active`, `Inactive`, `Error` or `Deleting`. */
  status: optionalComputed('string', apart),
  /** The version last published. */
  version: computed('string'),
};
