// The flow of the page: who is there, who could be, and the conversation.
import { choosePerson, getPage, leavePerson, wait } from './api.js';
import { closeChat, libraries, messageBox, newConversation, openChat } from './chat.js';
import { byId, element, library } from './dom.js';
import { inboxIsOpen, offerInbox } from './inbox.js';
import { forget } from './memory.js';
import { roleOf, showCard, showPicker } from './picker.js';
import { say } from './state.js';
import { startTheme } from './theme.js';

startTheme(byId('theme'));

function header(page) {
  document.title = page.person ? `${page.person.name} – ${page.company} copilot` : `${page.company} copilot`;
  byId('company').textContent = page.company;
  byId('person').hidden = !page.person;
  byId('person').textContent = page.person ? `${page.person.name} · ${roleOf(page.person)}` : '';
  byId('new-conversation').hidden = !page.person;
  byId('switch-person').hidden = !page.person;
  byId('switch-person').replaceChildren(...(page.sample
    ? ['Switch ', element('span', { className: 'long' }, 'person')]
    : ['Sign out']));
  byId('note').hidden = !page.note;
  byId('note').textContent = page.note ?? '';
}

async function change(action) {
  try {
    await action();
    await refresh();
  } catch {
    say('trouble', 'That did not work: the copilot does not answer. Please try again.');
  }
}

async function readPage() {
  for (let attempt = 0; ; attempt++) {
    try {
      const page = await getPage();
      say('none', '');
      return page;
    } catch {
      say('trouble', 'The copilot does not answer yet. Trying again …');
      await wait(Math.min(8000, 500 * 2 ** attempt));
    }
  }
}

// what the host said when somebody signed out: shown once
let signedOut = null;

function showSignIn(page) {
  const link = words => element('a', { className: 'primary', href: page.signIn }, words);
  if (!signedOut) {
    showCard('Please sign in', [`The copilot of ${page.company} shows each person what their role may see, so it needs to know who you are.`], link('Sign in'));
    return;
  }
  const { elsewhere } = signedOut;
  signedOut = null;
  showCard('You are signed out', elsewhere ? ['The copilot no longer knows you here, but your company’s sign-in still does. On a shared computer, sign out there too.'] : ['The copilot no longer knows you here.'],
    element('p', {}, link('Sign in again'), elsewhere ? element('a', { className: 'secondary', href: elsewhere }, 'Sign out there too') : null));
}

async function refresh() {
  closeChat();
  offerInbox(false);
  const page = await readPage();
  header(page);
  if (page.person) {
    await openChat(page, refresh);
    offerInbox(true);
  } else if (page.sample) {
    showPicker(page, person => change(() => choosePerson(person.key)));
    // the chat's libraries arrive while the person is being chosen; a failure is told when they are needed
    for (const source of libraries) library(source).catch(() => { });
  } else if (page.signIn) {
    showSignIn(page);
  } else {
    showCard('The chat page is switched off', [
      'No sign-in is set up for this page, so it cannot know who is asking. The copilot in Teams is not affected.',
      'For the administrator: set the address of the sign-in (an OpenID Connect authority) and the client id for this host, Copilot:SignIn:Authority and Copilot:SignIn:ClientId, then start it again. The administrator’s page in the documentation names each setting.']);
  }
}

byId('new-conversation').addEventListener('click', () => {
  if (inboxIsOpen()) location.hash = '';
  newConversation();
});
byId('switch-person').addEventListener('click', () => change(async () => {
  forget();
  signedOut = await leavePerson() ?? {};
}));
byId('skip').addEventListener('click', event => {
  event.preventDefault();
  (inboxIsOpen() ? byId('inbox-heading') : document.querySelector(messageBox) ?? byId('search') ?? byId('main')).focus();
});

refresh();
