// The connection in words: one polite live region in the header.
import { byId } from './dom.js';

/** State is none, online, trouble; the text is read aloud when it changes. */
export function say(state, text) {
  const place = byId('connection');
  place.dataset.state = state;
  if (place.textContent !== text) place.textContent = text;
}
