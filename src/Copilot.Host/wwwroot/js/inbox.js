// The approval inbox: a place of its own beside the conversation, with its own address (#inbox, #inbox/others, #inbox/decided, #inbox/away, #inbox/P-12).
import { HostError } from './api.js';
import { ask, chatEvents, focusChat, send } from './chat.js';
import { byId, element } from './dom.js';
import { awayView } from './inbox-away.js';
import { cardView } from './inbox-card.js';
import { listView } from './inbox-list.js';

const pollMs = 60000;
const settleMs = 400;
const tabs = [['yours', '#inbox', 'For you'], ['others', '#inbox/others', 'With others'], ['decided', '#inbox/decided', 'Decided by you'], ['away', '#inbox/away', 'Being away']];
const place = byId('inbox');

let known = null;
let view = null;
let settle = 0;

/** Where the address points to: null is the conversation. */
function where() {
  const [head, rest = ''] = location.hash.slice(1).split('/');
  if (head !== 'inbox') return null;
  return /^P-\d{1,12}$/.test(rest) ? { card: rest, tab: '' } : { tab: tabs.some(([name]) => name === rest) ? rest : 'yours' };
}

const waiting = count => `${count} ${count === 1 ? 'proposal waits' : 'proposals wait'} for you`;

/** The number in the header and in the tabs; who listens hears when it has grown. */
function showCount(count) {
  const button = byId('inbox-open');
  button.replaceChildren('Waiting ', element('span', { className: 'long' }, 'for you'), ' ', element('span', { className: 'number' }, String(count.yours)));
  button.classList.toggle('some', count.yours > 0);
  if (known && count.yours > known.yours) byId('inbox-news').textContent = `${waiting(count.yours)}.`;
  known = { yours: count.yours, others: count.others };
  for (const name of ['yours', 'others']) {
    const number = place.querySelector(`[data-count="${name}"]`);
    if (number) number.textContent = known[name] ? ` (${known[name]})` : '';
  }
}

async function look() {
  if (document.hidden || byId('inbox-open').hidden) return;
  const before = JSON.stringify(known);
  try {
    showCount(await ask('/inbox/count'));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return;
  }
  view?.again(JSON.stringify(known) !== before);
}

function lookSoon() {
  clearTimeout(settle);
  settle = setTimeout(look, settleMs);
}

function frame(at) {
  const close = element('a', { className: 'back', href: '#' }, 'Back to the conversation');
  const nav = element('nav', { className: 'tabs', 'aria-label': 'Inbox' }, ...tabs.map(([name, href, words]) => {
    const link = element('a', { href }, words, name in (known ?? {}) || name === 'yours' || name === 'others' ? element('span', { 'data-count': name }) : null);
    if (name === at.tab) link.setAttribute('aria-current', 'page');
    return link;
  }));
  return element('div', { className: 'inbox' },
    element('div', { className: 'inbox-head' }, element('h2', { id: 'inbox-heading', tabIndex: -1 }, 'Waiting for you'), close), nav,
    element('p', { id: 'inbox-said', className: 'inbox-said', role: 'status' }), element('div', { id: 'inbox-view', className: 'inbox-view' }));
}

const tools = {
  ask,
  counted: showCount,
  changed: lookSoon,
  tell: text => { byId('inbox-news').textContent = text; },
  say: text => { byId('inbox-said').textContent = text; },
  // a suggestion of a card is a question: it is asked where questions are
  question: text => { location.hash = ''; send(text); },
};

function route() {
  const at = byId('inbox-open').hidden ? null : where();
  const was = !place.hidden;
  view = null;
  place.hidden = !at;
  byId('main').inert = Boolean(at);
  byId('inbox-open').setAttribute('aria-current', at ? 'page' : 'false');
  if (!at) {
    place.replaceChildren();
    if (was) focusChat();
    return;
  }
  place.replaceChildren(frame(at));
  if (known) showCount(known);
  const into = byId('inbox-view');
  view = at.card ? cardView(into, at.card, tools) : at.tab === 'away' ? awayView(into, tools) : listView(into, at.tab, tools);
  byId('inbox-heading').focus({ preventScroll: true });
  place.scrollTop = 0;
}

/** Whether the inbox is what one sees. */
export const inboxIsOpen = () => !place.hidden;

/** Shows the way to it, or takes it away with the person; what is known of one is not shown to the next. */
export function offerInbox(offered) {
  byId('inbox-open').hidden = !offered;
  known = null;
  if (offered) showCount({ yours: 0, others: 0 });
  known = null;
  route();
}

addEventListener('hashchange', route);
addEventListener('visibilitychange', lookSoon);
chatEvents.addEventListener('online', lookSoon);
chatEvents.addEventListener('message', lookSoon);
setInterval(look, pollMs);
