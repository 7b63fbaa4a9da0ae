// Direct Line 3.0 as Web Chat's connection, made to outlive restarts of the host: it reconnects where it stopped, holds back what is being sent
// until the host answers again, and takes a new token when the old one is no longer known. Web Chat's own client gives up on both.
import { HostError, json, refused, send } from './api.js';
import { sending } from './sending.js';
import { openSocket } from './socket.js';
import { stream } from './stream.js';

const base = '/v3/directline';
const longestPauseMs = 4000;
const pollMs = 1500;
const socketAttempts = 2;

/** `kept` is {conversationId, token} of an earlier page or null; `told` hears what changes: state(name), conversation(kept), signedOut(), activity(it). */
export function connect(kept, told) {
  let { conversationId, token } = kept ?? {};
  let watermark = '';
  let [ended, renewed, freshToken] = [false, false, false];
  let [socketFailures, refreshTimer] = [0, 0];
  let wake = () => { };
  let drop = () => { };
  // Web Chat is told that it is connected from the start: what is sent early is held back here, and the page says how the connection is
  const status = stream(2);
  const activities = stream();

  const path = rest => `${base}/conversations/${encodeURIComponent(conversationId)}${rest}`;
  const call = (where, options = {}) => send(where, { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } });
  const pause = ms => new Promise(resolve => { wake = resolve; setTimeout(resolve, ms); });

  function useToken(answer) {
    token = answer.token;
    if (conversationId) told.conversation({ conversationId, token });
    clearTimeout(refreshTimer);
    refreshTimer = setTimeout(refreshToken, Math.max(30, (answer.expires_in ?? 1800) * 0.6) * 1000);
  }

  // a refusal is no trouble by itself: the next call that is refused takes a new token
  const refreshToken = () => call(`${base}/tokens/refresh`, { method: 'POST' }).then(useToken, () => { });

  async function newToken() {
    try {
      const answer = await send(`${base}/tokens/generate`, json('POST', conversationId ? { conversationId } : {}));
      // a token for another conversation means that the host no longer has this one
      if (conversationId && answer.conversationId && answer.conversationId !== conversationId) loseConversation();
      useToken(answer);
      freshToken = true;
    } catch (error) {
      if (refused(error)) { end(); told.signedOut(); }
      throw error;
    }
  }

  function loseConversation() {
    [conversationId, token, watermark, renewed] = [null, null, '', true];
    drop();
  }

  async function open() {
    if (!token) await newToken();
    let answer;
    try {
      answer = await (conversationId
        ? call(path(`?watermark=${encodeURIComponent(watermark)}`))
        : call(`${base}/conversations`, { method: 'POST' }));
    } catch (error) {
      if (conversationId && (error.status === 404 || (refused(error) && freshToken))) loseConversation();
      else if (refused(error)) token = null;
      throw error;
    }
    freshToken = false;
    conversationId = answer.conversationId;
    useToken({ token: answer.token ?? token, expires_in: answer.expires_in });
    await (socketFailures >= socketAttempts || !answer.streamUrl ? poll() : listen(answer.streamUrl));
  }

  function receive(group) {
    if (group.watermark !== undefined && group.watermark !== null) watermark = String(group.watermark);
    for (const activity of group.activities ?? []) { told.activity(activity); activities.next(activity); }
  }

  const online = () => told.state(renewed ? 'renewed' : 'online');

  /** Ends when the socket is gone; one that never opened, or not for long, is a failure. */
  async function listen(streamUrl) {
    const socket = openSocket(streamUrl, { opened: online, message: receive });
    drop = socket.drop;
    const sound = await socket.gone;
    socketFailures = sound ? 0 : socketFailures + 1;
    if (!sound) throw new HostError(0);
  }

  /** Where a proxy refuses sockets. */
  async function poll() {
    while (!ended) {
      receive(await call(path(`/activities?watermark=${encodeURIComponent(watermark)}`)));
      online();
      await pause(pollMs);
    }
  }

  async function run() {
    for (let failures = 0; !ended;) {
      try {
        await open();
        failures = 0;
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        failures++;
        if (error.retryAfterMs) await pause(error.retryAfterMs);
      }
      if (ended) return;
      told.state(!navigator.onLine ? 'offline' : failures > 1 ? 'restarting' : 'reconnecting');
      await pause(Math.min(longestPauseMs, 300 * 2 ** failures) * (0.75 + Math.random() / 2));
    }
  }

  const { post, ask } = sending({
    over: () => ended,
    ready: () => Boolean(conversationId && token),
    call: (rest, options) => call(path(rest), options),
    newToken,
  });

  const hurry = () => wake();
  const lost = () => drop();

  function end() {
    ended = true;
    clearTimeout(refreshTimer);
    removeEventListener('online', hurry);
    removeEventListener('offline', lost);
    hurry();
    lost();
  }

  addEventListener('online', hurry);
  addEventListener('offline', lost);
  run();
  return { activity$: activities, connectionStatus$: status, postActivity: post, ask, end };
}
