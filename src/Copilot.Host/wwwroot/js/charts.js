// Chart elements for Web Chat's adaptiveCardsPackage, drawn with the chart library.
import { chartInWords, readChart, words } from './chart-data.js';
import { element } from './dom.js';
import { colour, onTheme } from './theme.js';

const kinds = {
  'Chart.VerticalBar': ['Bar chart', 'bar'],
  'Chart.VerticalBar.Grouped': ['Bar chart', 'bar'],
  'Chart.HorizontalBar': ['Bar chart', 'bar', 'y'],
  'Chart.Line': ['Line chart', 'line'],
  'Chart.Donut': ['Ring chart', 'doughnut'],
  'Chart.Pie': ['Pie chart', 'pie'],
};
const named = { good: 'good', warning: 'warning', attention: 'attention', neutral: 'muted', accent: 'series-1' };
const shades = 8;
const live = new Set();

onTheme(() => {
  sweep();
  for (const one of live) { Object.assign(one.chart.options, looks(one)); one.chart.data.datasets = sets(one); one.chart.update('none'); }
});

/** Cards are drawn anew by Web Chat now and then; charts of pictures that have left the page let go of their canvas. */
function sweep() {
  for (const one of live) {
    if (!one.chart.canvas?.isConnected) { one.chart.destroy(); live.delete(one); }
  }
}

const shade = (name, at) => colour(named[String(name ?? '').toLowerCase()] ?? `series-${at % shades + 1}`);

function sets({ data, type }) {
  const round = type === 'doughnut' || type === 'pie';
  return data.series.map((one, at) => {
    const main = shade(one.colour, at);
    const own = round ? one.colours.map(shade) : one.colours.some(Boolean) ? one.colours.map(name => name ? shade(name, at) : main) : main;
    return {
      label: one.name, data: one.values, backgroundColor: own, borderColor: round ? colour('surface') : own, borderWidth: type === 'line' || round ? 2 : 0,
      borderRadius: type === 'bar' ? 3 : 0, maxBarThickness: 44, pointRadius: one.values.length > 40 ? 0 : 3, tension: 0, spanGaps: true,
    };
  });
}

/** Names beside lying bars are broken into short lines where there is little room. */
function ticksOf(data, axis) {
  if (axis !== 'y') return { maxRotation: 45 };
  return {
    autoSkip: data.labels.length > 24,
    callback(value) {
      const name = this.getLabelForValue(value);
      return this.chart.width > 480 ? name : name.match(/.{1,16}(?:\s|$)|\S+\s?/g)?.map(part => part.trim()) ?? name;
    },
  };
}

function looks({ data, type, axis }) {
  const ink = colour('ink');
  const muted = colour('muted');
  const line = colour('line');
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  const round = type === 'doughnut' || type === 'pie';
  const values = axis === 'y' ? 'x' : 'y';
  const one = (name, title) => ({
    title: { display: Boolean(title), text: title, color: muted, font },
    ticks: { color: muted, font, ...(name === values ? { callback: value => words(value), maxTicksLimit: 6, maxRotation: 0 } : ticksOf(data, axis)) },
    grid: { color: line, display: name === values },
    border: { display: false },
    beginAtZero: type === 'bar',
  });
  return {
    responsive: true, maintainAspectRatio: false, animation: false, color: ink, indexAxis: axis ?? 'x',
    interaction: { mode: round ? 'nearest' : 'index', axis: axis === 'y' ? 'y' : 'x', intersect: round },
    scales: round ? {} : { x: one('x', data.xTitle), y: one('y', data.yTitle) },
    plugins: {
      legend: { display: round || data.series.length > 1, position: 'bottom', labels: { color: ink, font, boxWidth: 14, boxHeight: 14 } },
      tooltip: { bodyFont: font, titleFont: font, callbacks: { label: at => `${at.dataset.label || (round ? at.label : '')} ${words(at.raw, data.decimals)}`.trim() } },
    },
  };
}

function figures(data, lying) {
  const [across, up] = lying ? [data.yTitle, data.xTitle] : [data.xTitle, data.yTitle];
  const name = one => data.series.length > 1 ? one.name : up || 'Value';
  const head = element('tr', {}, element('th', { scope: 'col' }, across),
    ...data.series.map(one => element('th', { scope: 'col', className: 'figure' }, name(one))));
  const rows = data.labels.map((label, at) => element('tr', {}, element('th', { scope: 'row' }, label),
    ...data.series.map(one => element('td', { className: 'figure' }, words(one.values[at], data.decimals)))));
  return element('details', { className: 'figures' }, element('summary', {}, 'Show the figures'),
    element('div', { className: 'scroll', tabIndex: 0, role: 'group', 'aria-label': `Figures of ${data.title || 'the chart'}` },
      element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows))));
}

function draw(source, [spoken, type, axis]) {
  const data = readChart(source);
  const canvas = element('canvas', { role: 'img', 'aria-label': chartInWords(spoken, data) });
  const frame = element('div', { className: 'frame' }, canvas);
  if (axis === 'y') frame.style.height = `${Math.max(140, data.labels.length * 40 + 60)}px`;
  // the card is built before it stands in the page: the chart is drawn once there is room
  const room = new ResizeObserver(() => {
    if (!frame.clientWidth) return;
    room.disconnect();
    sweep();
    const one = { data, type, axis };
    one.chart = new Chart(canvas, { type, data: { labels: data.labels, datasets: sets(one) }, options: looks(one) });
    live.add(one);
  });
  room.observe(frame);
  return element('div', { className: 'chart' }, data.title ? element('p', { className: 'chart-title' }, data.title) : null, frame, figures(data, axis === 'y'));
}

/** Registers the elements; where an element is unknown to a client its fallback shows instead. */
export function registerCharts(AdaptiveCards) {
  for (const [name, kind] of Object.entries(kinds)) {
    AdaptiveCards.GlobalRegistry.elements.register(name, class extends AdaptiveCards.CardElement {
      getJsonTypeName() { return name; }
      internalParse(source, context) { super.internalParse(source, context); this.source = source; }
      internalRender() { return draw(this.source ?? {}, kind); }
    });
  }
}
