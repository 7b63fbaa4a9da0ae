// Web Chat's style options and words. Colours are the page's variables, so light and dark need no redrawing.

export const chatWords = {
  TEXT_INPUT_PLACEHOLDER: 'Ask the copilot …',
  TEXT_INPUT_ALT: 'Your question',
  ACTIVITY_BOT_SAID_ALT: 'The copilot said:',
  ACTIVITY_BOT_ATTACHED_ALT: 'The copilot shows:',
};

const aboveAnswer = 100;

export const chatLooks = uploadMegabytes => ({
  accent: 'var(--accent)',
  subtle: 'var(--muted)',
  backgroundColor: 'transparent',
  primaryFont: 'inherit',
  fontSizeSmall: '14px',
  paddingRegular: 12,
  paddingWide: 16,

  bubbleBackground: 'var(--surface)',
  bubbleTextColor: 'var(--ink)',
  bubbleBorderColor: 'var(--line)',
  bubbleBorderRadius: 12,
  bubbleBorderWidth: 1,
  bubbleMaxWidth: 760,
  bubbleAttachmentMaxWidth: 760,
  bubbleMinHeight: 40,
  bubbleFromUserBackground: 'var(--soft)',
  bubbleFromUserTextColor: 'var(--ink)',
  bubbleFromUserBorderColor: 'var(--soft)',
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserBorderWidth: 1,
  messageActivityWordBreak: 'break-word',
  markdownRespectCRLF: true,

  timestampColor: 'var(--muted)',
  groupTimestamp: true,
  showAvatarInGroup: false,

  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: 'var(--surface)',
  suggestedActionTextColor: 'var(--ink)',
  suggestedActionBorderColor: 'var(--control)',
  suggestedActionBorderRadius: 8,
  suggestedActionBorderWidth: 1,
  suggestedActionHeight: 44,

  sendBoxBackground: 'var(--surface)',
  sendBoxTextColor: 'var(--ink)',
  sendBoxPlaceholderColor: 'var(--muted)',
  sendBoxButtonColor: 'var(--accent)',
  sendBoxBorderTop: 'none',
  sendBoxHeight: 52,
  sendBoxMaxHeight: 160,
  sendBoxTextWrap: true,

  transcriptTerminatorBackgroundColor: 'var(--muted)',
  newMessagesButtonPosition: 'center',
  scrollToEndButtonBehavior: 'unread',
  // an answer taller than the view is read from its beginning: following stops there, with a little of the question above it
  autoScrollSnapOnPage: true,
  autoScrollSnapOnPageOffset: -aboveAnswer,
  transcriptActivityVisualKeyboardIndicatorColor: 'var(--focus)',
  transcriptVisualKeyboardIndicatorColor: 'var(--focus)',

  typingAnimationBackgroundImage: 'url("img/typing.svg")',
  typingAnimationDuration: 20000,
  typingAnimationHeight: 20,
  typingAnimationWidth: 64,

  // what cannot be sent now is held back and sent when the host is there again, so it has not failed after twenty seconds
  sendTimeout: 600000,
  sendTimeoutForAttachments: 600000,
  // the page says itself how the connection is
  hideToaster: true,
  hideUploadButton: !(uploadMegabytes > 0),
  // thumbnails are made in a worker from a blob, which the page's policy refuses
  enableUploadThumbnail: false,
});

/** Alignment in a Markdown table becomes a style attribute, which the page's policy refuses: the colons of `---:` are left out. */
export const withoutAlignment = markdown => markdown.replace(/^[ \t|:-]*--[ \t|:-]*$/gm, line => line.includes('|') ? line.replaceAll(':', '-') : line);
