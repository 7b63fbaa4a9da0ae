// Many facts beside each other are a wall of figures: the first few stand there, the others unfold.
import { element } from './dom.js';

const most = 8;
const first = 6;
const shortText = 18;

export function foldedFacts(AdaptiveCards) {
  return class extends AdaptiveCards.FactSet {
    internalRender() {
      const table = super.internalRender();
      const rows = [...table?.querySelectorAll('tr') ?? []];
      // dates and amounts are not torn apart
      for (const row of rows) if (row.lastChild.textContent.trim().length <= shortText) row.lastChild.classList.add('short');
      if (rows.length <= most) return table;
      const others = rows.slice(first);
      const button = element('button', { type: 'button', className: 'unfold' });
      const fold = folded => {
        for (const row of others) row.hidden = folded;
        button.textContent = folded ? `Show ${others.length} more figures` : 'Show fewer figures';
        button.setAttribute('aria-expanded', String(!folded));
      };
      button.addEventListener('click', () => fold(!others[0].hidden));
      fold(true);
      return element('div', {}, table, button);
    }
  };
}
