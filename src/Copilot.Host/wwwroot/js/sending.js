// What goes to the host beside the socket: messages, which must arrive, and single calls, which may fail.
import { final, HostError, refused, wait } from './api.js';
import { asRequest } from './upload.js';

const longestPauseMs = 4000;

/** `line` is the conversation: over(), ready() for calls, call(path, options) with its token, newToken(). */
export function sending(line) {
  /** Sends until the host has it; the host knows a repeated send by `channelData.clientActivityID`. Only a refusal of the message itself ends it. */
  async function post(activity) {
    const request = await asRequest(activity);
    for (let attempt = 0; !line.over(); attempt++) {
      try {
        if (line.ready()) return (await line.call(request.path, request.options)).id;
      } catch (error) {
        if (final(error)) throw error;
        if (refused(error)) await line.newToken().catch(() => { });
        if (error.retryAfterMs) await wait(error.retryAfterMs);
      }
      await wait(Math.min(longestPauseMs, 400 * 2 ** attempt));
    }
    throw new HostError(0);
  }

  /** One call; with a new token when the old one is refused. */
  async function ask(rest, options) {
    // before the conversation stands there is nothing to ask beside it
    if (!line.ready()) throw new HostError(0);
    try {
      return await line.call(rest, options);
    } catch (error) {
      if (!refused(error)) throw error;
      await line.newToken();
      return line.call(rest, options);
    }
  }

  return { post, ask };
}
