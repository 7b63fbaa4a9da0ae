// Files of a table. The bytes come to the page first, so that a file that cannot be made is a sentence here and no broken file on the device.
import { HostError, json, request } from './api.js';
import { words } from './chart-data.js';
import { element } from './dom.js';
import { sayFor } from './state.js';

const shownMs = 10000;
const patienceMs = 10 * 60000;
const tellEveryMs = 2000;
const unmade = 'The file could not be made. Ask the question again, then press the button once more.';
const away = 'The copilot does not answer, so there is no file. Please press the button again in a moment.';

/** What a button of a card sends to have a file instead of an answer; null for every other action of Web Chat. */
export const downloadOf = action => action.type === 'WEB_CHAT/SEND_POST_BACK' && action.payload?.value?.do === 'download' ? action.payload.value : null;

const size = bytes => bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

async function bytesOf(response, more) {
  const reader = response.body.getReader();
  const parts = [];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      more(part.value.length);
    }
  } catch {
    throw new HostError(0);
  }
  return new Blob(parts, { type: response.headers.get('Content-Type') ?? '' });
}

function keep(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element('a', { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), patienceMs);
}

/** Has the file made and hands it to the browser; the page's status line says what is happening. */
export async function download(connection, wanted) {
  const busy = text => sayFor(patienceMs, 'busy', text);
  let telling = 0;
  busy('Asking for the file …');
  try {
    const { url, file, rows } = await connection.ask('/downloads', json('POST', wanted));
    let bytes = 0;
    busy(`Making ${file}${rows ? ` (${words(rows)} rows)` : ''} …`);
    telling = setInterval(() => busy(bytes ? `Fetching ${file}: ${size(bytes)} so far …` : `Still making ${file} …`), tellEveryMs);
    keep(await bytesOf(await request(url), more => { bytes += more; }), file);
    sayFor(shownMs, 'done', `${file} is in your downloads.`);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    sayFor(shownMs, 'trouble', error.sentence ?? (error.status ? unmade : away));
  } finally {
    clearInterval(telling);
  }
}
