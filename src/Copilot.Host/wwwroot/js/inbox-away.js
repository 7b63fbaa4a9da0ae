// Being away: a person's own word about themselves. It widens who is asked, never who may decide.
import { HostError, json } from './api.js';
import { element } from './dom.js';
import { dayWords } from './times.js';

export function awayView(into, tools) {
  const day = (id, extra = {}) => element('input', { type: 'date', id, ...extra });
  const [from, until] = [day('away-from'), day('away-until', { required: true })];
  const names = element('datalist', { id: 'away-names' });
  const deputy = element('input', { type: 'text', id: 'away-deputy', autocomplete: 'off', spellcheck: false, placeholder: 'A colleague’s name' });
  deputy.setAttribute('list', names.id);
  const back = element('button', { type: 'button', className: 'plain', hidden: true }, 'I am back');
  const stands = element('p', { className: 'told', hidden: true });
  const labelled = (input, words, hint) => element('div', { className: 'field' }, element('label', { htmlFor: input.id }, words), input, hint ? element('span', { className: 'detail' }, hint) : null);
  const form = element('form', { className: 'away' },
    labelled(from, 'First day away', 'Today where you leave it empty.'), labelled(until, 'Last day away'), labelled(deputy, 'Who stands in', 'May stay empty: what is given to you then waits.'),
    element('div', { className: 'ways' }, element('button', { type: 'submit', className: 'primary' }, 'Save'), back));
  into.replaceChildren(
    element('p', { className: 'intro' }, 'While you are away, whoever stands in is asked too when something is given to you to decide. They decide only what they may confirm themselves; you can still decide as well.'),
    stands, form, names);

  function draw(away) {
    stands.hidden = back.hidden = !away;
    if (!away) return;
    stands.textContent = `You said that you are away from ${dayWords(away.from)} until ${dayWords(away.until)}; ${away.deputy ?? 'nobody'} stands in.`;
    [from.value, until.value, deputy.value] = [away.from, away.until, away.deputy ?? ''];
  }

  async function told(call, words) {
    try {
      const answer = await call();
      if (into.isConnected) { draw(answer?.away ?? null); stands.hidden = true; tools.say(answer?.words ?? words); }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (into.isConnected) tools.say(error.sentence ?? 'The copilot does not answer, so nothing was saved. Please try again.');
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    told(() => tools.ask('/away', json('PUT', { from: from.value, until: until.value, deputy: deputy.value.trim() })));
  });
  back.addEventListener('click', () => told(() => tools.ask('/away', { method: 'DELETE' }), 'Welcome back. Nobody stands in for you any more.'));

  async function read() {
    const answer = await tools.ask('/inbox?tab=decided');
    if (!into.isConnected) return;
    from.min = until.min = answer.today;
    names.replaceChildren(...answer.colleagues.map(name => element('option', { value: name })));
    tools.counted(answer);
    draw(answer.away);
  }

  let read1 = false;
  const once = () => read().then(() => { read1 = true; }, error => { if (!(error instanceof HostError)) throw error; });
  once();
  return { again: () => { if (!read1) once(); } };
}
