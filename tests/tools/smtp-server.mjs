// A mail server on loopback that nobody here wrote, for the tests of sending mail. It prints its port, then a line of JSON for each mail that it took:
// who it is from, to whom, whether the connection was secure, who signed in, and the mail as it came (base64).
// Environment: CERT and KEY (PEM files) for STARTTLS, without them it offers none; ACCOUNT and SECRET, without them it asks nobody to sign in;
// REFUSE, addresses separated by commas that it does not take; SIZE, the most bytes of a mail.
import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const { CERT, KEY, ACCOUNT, SECRET, REFUSE, SIZE } = process.env;
const refused = (REFUSE ?? '').split(',').filter(Boolean);
const error = (responseCode, message) => Object.assign(new Error(message), { responseCode });

const server = new SMTPServer({
  ...(CERT ? { cert: readFileSync(CERT), key: readFileSync(KEY) } : {}),
  disabledCommands: [...(CERT ? [] : ['STARTTLS']), ...(ACCOUNT ? [] : ['AUTH'])],
  authOptional: !ACCOUNT,
  size: SIZE ? Number(SIZE) : undefined,
  onAuth: (auth, session, done) => (auth.username === ACCOUNT && auth.password === SECRET ? done(null, { user: ACCOUNT }) : done(error(535, 'Authentication credentials invalid'))),
  onRcptTo: ({ address }, session, done) => done(refused.includes(address) ? error(550, `5.1.1 <${address}> no such user here`) : null),
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      if (stream.sizeExceeded) {
        return done(error(552, 'Message exceeds fixed maximum message size'));
      }
      const { mailFrom, rcptTo } = session.envelope;
      console.log(JSON.stringify({ from: mailFrom.address, to: rcptTo.map((to) => to.address), secure: session.secure, user: session.user ?? null, data: Buffer.concat(chunks).toString('base64') }));
      done(null, 'taken');
    });
  },
});
server.on('error', () => {}); // a client that leaves is no fault of the server's
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
