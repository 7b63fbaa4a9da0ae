// The lists of the inbox: what waits, by what expires first, and what was decided. One line each, words instead of colours.
import { HostError } from './api.js';
import { element } from './dom.js';
import { ahead, dayWords, isSoon, moment } from './times.js';

const typingMs = 250;
// fewer are seen at a glance
const few = 4;
const intro = {
  yours: 'What you may decide, by what expires first. Nothing of it is done before.',
  others: 'What you asked for and somebody else decides.',
  decided: 'What you confirmed or rejected in the last 30 days.',
};
const nothing = {
  yours: ['Nothing waits for you.', 'When somebody asks for something that you may decide, it stands here.'],
  others: ['Nothing of yours waits with others.', 'What you ask for and somebody else has to decide stands here meanwhile.'],
  decided: ['You decided nothing in the last 30 days.', 'What you confirm or reject stands here afterwards, and can be opened again.'],
};
const heads = { decided: ['Proposal', 'Asked by', 'What came of it', 'When'], open: ['Proposal', 'Asked by', 'Worth', 'Changes', 'Open until'] };

const cell = (label, ...inside) => element('td', { role: 'cell', 'data-label': label }, ...inside);

function what(row) {
  return element('th', { role: 'rowheader', scope: 'row' },
    element('a', { href: `#inbox/${row.number}` }, row.title),
    element('span', { className: 'detail' }, `${row.number} · ${row.kinds}`),
    row.note ? element('span', { className: 'remark' }, row.note) : null);
}

function until(row, now) {
  if (!row.expires) return cell('Open until', 'no end');
  const at = new Date(row.expires);
  const soon = isSoon(at, now);
  return cell('Open until', soon ? element('span', { className: 'soon' }, `Expires soon: ${moment(at, now)}`) : moment(at, now), element('span', { className: 'detail' }, ahead(at, now)));
}

function line(row, tab, now) {
  const cells = tab === 'decided'
    ? [cell('What came of it', element('span', { className: row.trouble ? 'soon' : '' }, row.end)), cell('When', moment(new Date(row.at), now))]
    : [cell('Worth', row.worth ?? 'no money'), cell('Changes', row.parts === 1 ? '1 change' : `${row.parts} changes`), until(row, now)];
  return element('tr', { role: 'row' }, what(row), cell('Asked by', row.by), ...cells);
}

function table(answer, tab) {
  const now = new Date(answer.now);
  return element('table', { role: 'table', className: 'waiting-list', 'aria-label': intro[tab] },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...(heads[tab] ?? heads.open).map(words => element('th', { role: 'columnheader', scope: 'col' }, words)))),
    element('tbody', { role: 'rowgroup' }, ...answer.rows.map(row => line(row, tab, now))));
}

const filled = (select, choices, all) => {
  const chosen = select.value;
  select.replaceChildren(element('option', { value: '' }, all), ...choices.map(choice => element('option', { value: choice.key }, choice.name)));
  select.value = choices.some(choice => choice.key === chosen) ? chosen : '';
};

/** A list in its place; `again(changed)` is told when the number has been looked at. */
export function listView(into, tab, tools) {
  let page = 1;
  let asked = 0;
  let typing = 0;
  const text = element('input', { type: 'search', id: 'inbox-text', autocomplete: 'off', spellcheck: false, placeholder: 'Number, title or record' });
  const kind = element('select', { id: 'inbox-kind' });
  const by = element('select', { id: 'inbox-by' });
  const labelled = (input, words) => element('div', { className: 'field' }, element('label', { htmlFor: input.id }, words), input);
  const filter = element('form', { className: 'filter', role: 'search', 'aria-label': 'Filter', hidden: true }, labelled(text, 'Find'), labelled(kind, 'Kind'), labelled(by, 'Asked by'));
  const [notes, found, rows, pages] = [element('div', {}), element('p', { className: 'found', role: 'status' }), element('div', {}), element('div', { className: 'pages' })];
  into.replaceChildren(element('p', { className: 'intro' }, intro[tab]), notes, filter, found, rows, pages);
  filled(kind, [], 'Every kind');
  filled(by, [], 'Anybody');

  const clear = () => { [text.value, kind.value, by.value, page] = ['', '', '', 1]; read(); text.focus(); };

  function empty(answer) {
    if (answer.all) {
      const button = element('button', { type: 'button', className: 'plain' }, 'Show all of them');
      button.addEventListener('click', clear);
      return element('div', { className: 'nothing' }, element('p', { className: 'first' }, 'Nothing fits what you look for.'), button);
    }
    return element('div', { className: 'nothing' }, ...nothing[tab].map((words, at) => element('p', { className: at ? '' : 'first' }, words)));
  }

  function steps(answer) {
    if (answer.pages < 2) return [];
    const step = (words, to) => {
      const button = element('button', { type: 'button', className: 'plain', disabled: to < 1 || to > answer.pages }, words);
      button.addEventListener('click', () => { page = to; read().then(() => rows.querySelector('a')?.focus()); });
      return button;
    };
    return [step('Earlier page', page - 1), element('span', {}, `Page ${answer.page} of ${answer.pages}`), step('Next page', page + 1)];
  }

  function draw(answer) {
    page = answer.page;
    tools.counted(answer);
    notes.replaceChildren(...[
      answer.stopped ? element('p', { className: 'stopped' }, `Everything is stopped: ${answer.stopped}. Nothing is confirmed or run until an administrator releases it.`) : null,
      answer.away ? element('p', { className: 'told' }, `You said that you are away until ${dayWords(answer.away.until)}; ${answer.away.deputy ?? 'nobody'} stands in. `, element('a', { href: '#inbox/away' }, 'Change that')) : null,
    ].filter(Boolean));
    filter.hidden = tab === 'decided' || answer.all < few;
    filled(kind, answer.kinds, 'Every kind');
    filled(by, answer.people, 'Anybody');
    const focused = document.activeElement?.closest('tbody') ? document.activeElement.getAttribute('href') : null;
    found.textContent = !answer.found ? '' : answer.found === answer.all ? `${answer.all} in all` : `${answer.found} of ${answer.all}`;
    rows.replaceChildren(answer.rows.length ? table(answer, tab) : empty(answer));
    pages.replaceChildren(...steps(answer));
    if (focused) rows.querySelector(`a[href="${focused}"]`)?.focus();
  }

  async function read() {
    const mine = ++asked;
    try {
      const answer = await tools.ask(`/inbox?${new URLSearchParams({ tab, text: text.value, kind: kind.value, by: by.value, page })}`);
      if (mine === asked && into.isConnected) draw(answer);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (mine === asked && into.isConnected) tools.say(error.sentence ?? 'The copilot does not answer; the list is read again in a moment.');
    }
  }

  const first = () => { page = 1; read(); };
  text.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(first, typingMs); });
  for (const select of [kind, by]) select.addEventListener('change', first);
  filter.addEventListener('submit', event => { event.preventDefault(); first(); });
  read();
  return { again: changed => { if (changed) read(); } };
}
