// The connection in words: one polite live region in the header.
import { byId } from './dom.js';

let lasting = ['none', ''];
let timer = 0;

function put(state, text) {
  const place = byId('connection');
  place.dataset.state = state;
  if (place.textContent !== text) place.textContent = text;
}

/** State is none, online, busy, done, trouble; the text is read aloud when it changes. */
export function say(state, text) {
  // polling says the same again and again: that is no reason to take away what is said for a while
  if (state === lasting[0] && text === lasting[1]) return;
  lasting = [state, text];
  clearTimeout(timer);
  put(state, text);
}

/** Says something for a while, and then again what was said before. */
export function sayFor(ms, state, text) {
  clearTimeout(timer);
  put(state, text);
  timer = setTimeout(() => put(...lasting), ms);
}
