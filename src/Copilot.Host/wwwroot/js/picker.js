// The sample company: who do you want to be?
import { element, byId, show } from './dom.js';

const readable = words => words.replaceAll('_', ' ').replace(/^./, first => first.toUpperCase());
const initials = name => name.split(/\s+/).map(part => part[0]).filter((_, at, all) => at === 0 || at === all.length - 1).join('').toUpperCase();

/** "Sales rep, Nordics"; people of every region are named by their role alone. */
export function roleOf(person) {
  const region = person.region && person.region !== 'all' ? `, ${person.region}` : '';
  return readable(person.role) + region;
}

function card(person, choose) {
  const asks = (person.asks ?? []).slice(0, 3);
  const button = element('button', { type: 'button', className: 'person' },
    element('span', { className: 'initials', 'aria-hidden': 'true' }, initials(person.name)),
    element('span', { className: 'name' }, person.name),
    element('span', { className: 'role' }, roleOf(person)),
    asks.length ? element('span', { className: 'would-ask' }, 'Would ask') : null,
    ...asks.map(ask => element('span', { className: 'ask' }, ask)));
  button.addEventListener('click', () => choose(person));
  return element('li', {}, button);
}

function moveByArrows(list, search) {
  list.addEventListener('keydown', event => {
    const cards = [...list.querySelectorAll('button')];
    const at = cards.indexOf(document.activeElement);
    const columns = cards.findIndex(one => one.offsetTop > cards[0].offsetTop);
    const row = columns > 0 ? columns : cards.length;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row, Home: -at, End: cards.length - 1 - at };
    if (at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    (cards[at + steps[event.key]] ?? (event.key === 'ArrowUp' ? search : cards[at])).focus();
  });
  search.addEventListener('keydown', event => {
    const cards = list.querySelectorAll('button');
    if (event.key === 'ArrowDown' && cards.length) { event.preventDefault(); cards[0].focus(); }
    if (event.key === 'Enter' && cards.length === 1) cards[0].click();
  });
}

export function showPicker(page, choose) {
  const list = element('ul', { className: 'people' });
  const count = element('p', { className: 'count', role: 'status' });
  const search = element('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: false, placeholder: 'Name, role, region or subject' });
  const draw = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = page.people.filter(person => {
      const text = [person.name, roleOf(person), ...(person.asks ?? [])].join(' ').toLowerCase();
      return words.every(word => text.includes(word));
    });
    list.replaceChildren(...found.map(person => card(person, choose)));
    const all = page.people.length;
    count.textContent = found.length === 0
      ? `Nobody fits “${search.value.trim()}”. Try a role such as “collector”.`
      : found.length === all ? `${all} people` : `${found.length} of ${all} people`;
  };
  search.addEventListener('input', draw);
  moveByArrows(list, search);
  draw();

  show(element('div', { className: 'picker' },
    element('h2', {}, 'Who do you want to be?'),
    element('p', { className: 'lead' }, `${page.company} is a made-up company with living figures. Everyone here sees what their role may see.`),
    element('div', { className: 'find' }, element('label', { htmlFor: 'search' }, 'Find a person'), search, count),
    list));
  byId('main').scrollTop = 0;
}

/** A calm card with a heading, sentences and at most one link or button. */
export function showCard(heading, sentences, action = null) {
  show(element('section', { className: 'notice', 'aria-labelledby': 'notice-heading' },
    element('h2', { id: 'notice-heading' }, heading),
    ...sentences.map(sentence => element('p', {}, sentence)), action));
}
