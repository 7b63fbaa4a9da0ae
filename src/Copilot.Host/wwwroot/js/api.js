// What the page asks of the host. Every call is same-origin; the header is what a foreign site cannot send.

const headers = { 'X-Copilot': 'page' };

export class HostError extends Error {
  /** `sentence` is what the host says of it to the person, if it says anything. */
  constructor(status, retryAfter, sentence) {
    super(status ? `The host answered ${status}.` : 'The host does not answer.');
    this.status = status;
    this.retryAfterMs = retryAfter ? Number(retryAfter) * 1000 || 0 : 0;
    this.sentence = typeof sentence === 'string' ? sentence : null;
  }
}

/** Sends a request and hands back the answer; a failure of the network is status 0. */
export async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', credentials: 'same-origin', ...options, headers: { ...headers, ...options.headers } });
  } catch {
    throw new HostError(0);
  }
  if (!response.ok) {
    const said = await response.json().catch(() => null);
    throw new HostError(response.status, response.headers.get('Retry-After'), said?.error?.message);
  }
  return response;
}

/** Sends a request and reads its answer, which is JSON or nothing. */
export async function send(path, options) {
  const response = await request(path, options);
  return response.status === 204 ? null : response.json();
}

export const json = (method, body) => ({ method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });

export const getPage = () => send('/api/page');
export const choosePerson = key => send('/api/person', json('POST', { key }));
export const leavePerson = () => send('/api/person', { method: 'DELETE' });

/** Whether the host does not know, or not allow, whoever asks. */
export const refused = error => error.status === 401 || error.status === 403;

/** Whether the request itself is wrong, so that sending it again cannot help. */
export const final = error => error.status >= 400 && error.status < 500 && ![401, 403, 404, 408, 429].includes(error.status);

export const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
