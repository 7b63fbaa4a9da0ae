// A proposal in the inbox: the chat's own card, whose buttons decide through the same door.
import { HostError, json } from './api.js';
import { cardLooks, cardsPackage } from './cards.js';
import { withoutAlignment } from './chat-looks.js';
import { element } from './dom.js';

function rendered(content, act) {
  const AdaptiveCards = cardsPackage(window.AdaptiveCards);
  AdaptiveCards.AdaptiveCard.onProcessMarkdown ??= (text, result) => {
    result.outputHtml = WebChat.renderMarkdown(withoutAlignment(text), {});
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(cardLooks);
  card.onExecuteAction = action => act(action.data);
  card.parse(content);
  return card.render();
}

/** A card in its place; `again()` is told when the number has been looked at. */
export function cardView(into, number, tools) {
  let busy = false;
  const place = element('div', { className: 'card-place', role: 'group', 'aria-label': `Proposal ${number}`, tabIndex: -1 });
  into.replaceChildren(element('p', {}, element('a', { className: 'up', href: '#inbox' }, 'All that waits for you')), place);

  async function send(command) {
    if (busy) return false;
    if (command?.do === 'ask') { tools.question(command.text); return false; }
    const focused = place.contains(document.activeElement);
    [busy, place.inert] = [true, true];
    place.setAttribute('aria-busy', 'true');
    try {
      const { card, words } = await tools.ask('/decisions', json('POST', command));
      if (!into.isConnected) return false;
      place.replaceChildren(rendered(card, press));
      // the card says it itself: only who does not see it is told
      if (command.do === 'decide') tools.tell(words);
      tools.say('');
      const shown = /P-\d+/.exec(words ?? '')?.[0];
      if (shown && shown !== number) {
        number = shown;
        place.setAttribute('aria-label', `Proposal ${number}`);
        history.replaceState(null, '', `#inbox/${number}`);
      }
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      tools.say(error.sentence ?? 'The copilot does not answer. Whether that was taken is seen when you open it again.');
      return false;
    } finally {
      [busy, place.inert] = [false, false];
      place.removeAttribute('aria-busy');
      // a card that was drawn anew does not lose the one who reads it by keyboard
      if (focused && into.isConnected && !place.contains(document.activeElement)) place.focus({ preventScroll: true });
    }
  }

  async function press(command) {
    if (await send(command)) {
      place.focus({ preventScroll: true });
      into.scrollIntoView({ block: 'nearest' });
    }
    tools.changed();
  }

  const open = () => send({ do: 'proposal', proposal: number, page: 1 });
  open();
  // what runs longer ends later: a card without anything to fill in is read again, one that is being filled in is left alone
  return { again: () => { if (place.firstChild && !place.querySelector('input, select, textarea, button')) open(); else if (!place.firstChild) open(); } };
}
