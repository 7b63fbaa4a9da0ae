// The conversation: Web Chat on our connection, with the page's own colours and words.
import { HostError, wait } from './api.js';
import { cardLooks, cardsPackage } from './cards.js';
import { chatLooks, chatWords, withoutAlignment } from './chat-looks.js';
import { connect } from './directline.js';
import { byId, element, library, show } from './dom.js';
import { download, downloadOf } from './download.js';
import { followToBeginnings } from './following.js';
import { incoming } from './incoming.js';
import { forget, recall, remember } from './memory.js';
import { say, sayFor } from './state.js';
import { once } from './stream.js';
import { tooLarge } from './upload.js';

export const libraries = ['lib/webchat.js', 'lib/adaptivecards.min.js', 'lib/chart.umd.min.js'];
export const messageBox = '[data-id="webchat-sendbox-input"]';

const shownMs = 12000;
const sentences = {
  online: ['online', 'Connected'],
  renewed: ['online', 'Connected to a new conversation; the earlier one is no longer there.'],
  reconnecting: ['trouble', 'Reconnecting …'],
  restarting: ['trouble', 'The copilot is restarting; your messages are kept. Reconnecting …'],
  offline: ['trouble', 'This device is offline; your messages are kept until it is back.'],
};

/** `online` when the conversation is connected, `message` for each that arrives. */
export const chatEvents = new EventTarget();

let current = null;

/** One call beside the conversation, with its token. */
export async function ask(rest, options) {
  if (!current?.connection) throw new HostError(0);
  return current.connection.ask(rest, options);
}

/** Asks a question as if it had been typed. */
export const send = text => current?.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } });

export const focusChat = () => document.querySelector(messageBox)?.focus();

/** Opens the conversation of the page's person; `signedOut` is called when the host no longer knows the person. */
export async function openChat(page, signedOut) {
  say('none', 'Opening the conversation …');
  await Promise.all(libraries.map(library));
  begin(page, signedOut, recall(page.person.key));
}

export function closeChat() {
  current?.connection.end();
  current = null;
}

export function newConversation() {
  if (!current) return;
  const { page, signedOut } = current;
  closeChat();
  forget();
  say('none', 'Opening a new conversation …');
  begin(page, signedOut, null);
}

function begin(page, signedOut, kept) {
  const mine = current = { page, signedOut };
  const only = action => (...told) => { if (current === mine) action(...told); };
  const empty = element('div', { className: 'empty' },
    element('p', {}, 'Ask in your own words, as you would ask a colleague.'),
    element('p', {}, 'The answer comes first, the figures behind it after.'));
  const place = element('div', { id: 'webchat' });
  show(element('div', { className: 'chat' }, empty, place));

  mine.connection = connect(kept, {
    state: only(name => { say(...sentences[name]); if (sentences[name][0] === 'online') chatEvents.dispatchEvent(new Event('online')); }),
    conversation: only(known => remember({ person: page.person.key, ...known })),
    activity: only(activity => { if (activity.type === 'message') { empty.remove(); chatEvents.dispatchEvent(new Event('message')); } }),
    signedOut: only(async () => { forget(); await wait(1000); signedOut(); }),
  });
  mine.store = WebChat.createStore({}, () => next => action => {
    const file = downloadOf(action);
    if (file) download(mine.connection, file);
    else return next(askInWords(action));
  });
  WebChat.renderWebChat({
    directLine: { ...mine.connection, activity$: incoming(mine.connection.activity$), postActivity: activity => once(checkAndSend(mine, activity)) },
    store: mine.store,
    userID: page.person.key,
    username: page.person.name,
    locale: 'en-US',
    nonce: byId('page-styles').nonce,
    sendTypingIndicator: false,
    adaptiveCardsPackage: cardsPackage(window.AdaptiveCards),
    adaptiveCardsHostConfig: cardLooks,
    overrideLocalizedStrings: chatWords,
    renderMarkdown: (markdown, ...rest) => WebChat.renderMarkdown(withoutAlignment(markdown), ...rest),
    styleOptions: chatLooks(page.uploadMegabytes ?? 0),
  }, place);
  followToBeginnings(place);
  place.querySelector(messageBox)?.focus();
}

/** Files over the limit never leave the page, and a message that was refused says why. */
async function checkAndSend({ connection, page }, activity) {
  const file = await tooLarge(activity, page.uploadMegabytes ?? 0);
  if (file) {
    sayFor(shownMs, 'trouble', `${file.name} is larger than ${page.uploadMegabytes} MB, so it was not sent.`);
    throw new Error('Too large.');
  }
  try {
    return await connection.postActivity(activity);
  } catch (error) {
    if (current?.connection === connection) sayFor(shownMs, 'trouble', error.sentence ?? (error.status === 413 ? 'That is too large for the copilot, so it was not sent.' : 'The copilot did not accept that message.'));
    throw error;
  }
}

/** A button that asks shows its question as if it had been typed; the button's value goes along unchanged. */
function askInWords(action) {
  const activity = action.payload?.activity;
  if (action.type !== 'DIRECT_LINE/POST_ACTIVITY' || activity?.value?.do !== 'ask' || !activity.value.text || activity.text) return action;
  const { postBack, ...channelData } = activity.channelData ?? {};
  return { ...action, payload: { ...action.payload, activity: { ...activity, text: activity.value.text, textFormat: 'plain', channelData } } };
}
