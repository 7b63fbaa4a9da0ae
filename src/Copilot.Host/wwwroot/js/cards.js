// How Adaptive Cards look here: colours are the page's own, so that they follow light and dark by themselves.
import { registerCharts } from './charts.js';
import { element } from './dom.js';
import { foldedFacts } from './facts.js';

const shortText = 18;
const tone = name => ({ default: `var(--${name})`, subtle: name === 'ink' ? 'var(--muted)' : `var(--${name})` });
const inks = { default: tone('ink'), dark: tone('ink'), light: tone('muted'), accent: tone('accent'), good: tone('good'), warning: tone('warning'), attention: tone('attention') };
const container = background => ({ backgroundColor: background, borderColor: 'var(--line)', foregroundColors: inks });

export const cardLooks = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 14, default: 16, medium: 17, large: 19, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 21, default: 25, medium: 26, large: 28, extraLarge: 30 },
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: { default: container('transparent'), emphasis: container('var(--shade)'), accent: container('var(--soft)'), good: container('var(--good-soft)'), warning: container('var(--warning-soft)'), attention: container('var(--attention-soft)') },
  factSet: { title: { weight: 'Default', color: 'Default', isSubtle: true, wrap: true, maxWidth: 220 }, value: { color: 'Default', wrap: true }, spacing: 16 },
  table: { cellSpacing: 8 },
  textBlock: { headingLevel: 3 },
  actions: { maxActions: 10, spacing: 'Default', buttonSpacing: 8, actionsOrientation: 'Horizontal', actionAlignment: 'Left', showCard: { actionMode: 'Inline', inlineTopMargin: 12 } },
};

/** A cell that acts stays a cell, and what stands in it becomes the button: a row may hold nothing but cells. Its clicks and keys rise to the cell. */
function buttonInside(cell) {
  const inside = element('div', {}, ...cell.childNodes);
  for (const name of ['role', 'tabindex', 'aria-label']) {
    if (cell.hasAttribute(name)) inside.setAttribute(name, cell.getAttribute(name));
    cell.removeAttribute(name);
  }
  cell.removeAttribute('title');
  cell.setAttribute('role', 'cell');
  cell.append(inside);
}

function scrollingTable(AdaptiveCards) {
  return class extends AdaptiveCards.Table {
    internalRender() {
      const table = super.internalRender();
      if (!table) return table;
      for (const cell of table.querySelectorAll('[role="row"] > [role="button"]')) buttonInside(cell);
      const scroll = element('div', { className: 'scroll card-table', role: 'group', 'aria-label': 'Table' }, table);
      for (const cell of table.querySelectorAll('[role="row"] > *')) {
        // dates, numbers and amounts are not torn apart
        if (cell.textContent.trim().length <= shortText) cell.classList.add('short');
      }
      // only what really scrolls is a stop for the Tab key
      new ResizeObserver(() => {
        if (scroll.scrollWidth > scroll.clientWidth + 1) scroll.tabIndex = 0;
        else scroll.removeAttribute('tabindex');
      }).observe(scroll);
      return scroll;
    }
  };
}

/** The library tells Web Chat of it, which knows no such action and logs an error, and marks the unfolded part as a button would be. */
function quietToggle(AdaptiveCards) {
  return class extends AdaptiveCards.ToggleVisibilityAction {
    targets() {
      const root = this.parent?.getRootElement();
      return Object.entries(this.targetElements).map(([id, wanted]) => [root?.getElementById(id), wanted]).filter(([target]) => target);
    }

    tellState() {
      this.renderedElement?.setAttribute('aria-expanded', String(this.targets().some(([target]) => target.isVisible)));
    }

    render() {
      super.render();
      // ids repeat from card to card, so this would name the first card's part
      this.renderedElement?.removeAttribute('aria-controls');
      this.tellState();
    }

    execute() {
      for (const [target, wanted] of this.targets()) {
        target.isVisible = typeof wanted === 'boolean' ? wanted : !target.isVisible;
        target.renderedElement?.removeAttribute('aria-expanded');
      }
      this.tellState();
    }
  };
}

/** The card library with the chart elements, with tables that scroll inside themselves on a narrow screen, and with an unfolding that is heard. */
export function cardsPackage(AdaptiveCards) {
  const { GlobalRegistry, Versions } = AdaptiveCards;
  if (!GlobalRegistry.elements.findByName('Chart.Line')) {
    registerCharts(AdaptiveCards);
    GlobalRegistry.elements.register('Table', scrollingTable(AdaptiveCards), Versions.v1_5);
    GlobalRegistry.elements.register('FactSet', foldedFacts(AdaptiveCards), Versions.v1_0);
    GlobalRegistry.actions.register('Action.ToggleVisibility', quietToggle(AdaptiveCards), Versions.v1_2);
  }
  return AdaptiveCards;
}
