// The WebSocket of a conversation.

const pingMs = 20000;
const soundMs = 3000;

/** `gone` resolves when it has closed: true if it had been open for a while, for a proxy may open one and drop it at once. The address is brought back to this page's host, whatever stands before it. */
export function openSocket(streamUrl, { opened, message }) {
  const address = new URL(streamUrl, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  address.host = location.host;

  const socket = new WebSocket(address);
  let openedAt = Infinity;
  let drop;
  const gone = new Promise(resolve => {
    // an empty frame now and then makes the browser notice a line that is dead
    const ping = setInterval(() => { if (socket.readyState === WebSocket.OPEN) socket.send(''); }, pingMs);
    drop = () => { clearInterval(ping); socket.onmessage = socket.onclose = null; socket.close(); resolve(Date.now() - openedAt > soundMs); };
    socket.onopen = () => { openedAt = Date.now(); opened(); };
    socket.onmessage = received => { if (received.data) message(JSON.parse(received.data)); };
    socket.onclose = drop;
  });
  return { gone, drop };
}
