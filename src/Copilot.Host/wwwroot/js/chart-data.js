// The chart elements of Teams' card schema, read into one shape: labels and series; and the same figures in words.

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const spokenPoints = 16;

export const words = value => typeof value === 'number' ? number.format(value) : String(value ?? '–');

const finite = value => value === null || value === undefined || value === '' || !Number.isFinite(Number(value)) ? null : Number(value);

/** `{title, data:[{x,y}]}`, `{data:[{legend|title, value}]}` and `{data:[{legend, values:[{x,y}]}]}` all become {title, labels, series}. */
export function readChart(source) {
  const data = Array.isArray(source.data) ? source.data : [];
  const many = data.filter(one => Array.isArray(one.values));
  const groups = many.length
    ? many.map(one => ({ name: one.legend ?? one.title ?? '', colour: one.color, points: one.values }))
    : [{ name: '', colour: source.color, points: data }];
  const label = point => words(point.x ?? point.legend ?? point.title ?? '');
  const labels = [...new Set(groups.flatMap(group => group.points.map(label)))];
  const series = groups.map(({ name, colour, points }) => {
    const values = new Map(points.map(point => [label(point), point]));
    return {
      name,
      colour,
      values: labels.map(one => finite(values.get(one)?.y ?? values.get(one)?.value)),
      colours: labels.map(one => values.get(one)?.color),
    };
  });
  return { title: source.title ?? '', xTitle: source.xAxisTitle ?? '', yTitle: source.yAxisTitle ?? '', labels, series };
}

function spoken(labels, values) {
  const points = labels.map((label, at) => ({ label, value: values[at] })).filter(point => point.value !== null);
  const say = point => `${point.label}: ${words(point.value)}`;
  if (points.length === 0) return 'no figures';
  if (points.length <= spokenPoints) return points.map(say).join('; ');
  const sorted = points.toSorted((one, other) => one.value - other.value);
  return `${points.length} figures. First ${say(points[0])}; last ${say(points.at(-1))}; lowest ${say(sorted[0])}; highest ${say(sorted.at(-1))}`;
}

/** What a screen reader says for the picture. */
export function chartInWords(kind, chart) {
  const parts = [`${kind}${chart.title ? `: ${chart.title}` : ''}.`];
  if (chart.xTitle) parts.push(`Across: ${chart.xTitle}.`);
  if (chart.yTitle) parts.push(`Up: ${chart.yTitle}.`);
  for (const one of chart.series) parts.push(`${one.name ? `${one.name}. ` : ''}${spoken(chart.labels, one.values)}.`);
  return parts.join(' ');
}
