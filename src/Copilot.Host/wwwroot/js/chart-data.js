// The chart elements of Teams' card schema, read into one shape: labels and series; and the same figures in words.

const spokenPoints = 16;

/** A number with its thousands apart and at least that many decimals; what is missing is a dash. */
export const words = (value, decimals = 0) => typeof value === 'number'
  ? value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: 2 })
  : String(value ?? '–');

const decimalsOf = value => Math.min(2, (String(value ?? '').split('.')[1] ?? '').length);

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
  const decimals = Math.max(0, ...series.flatMap(one => one.values.map(decimalsOf)));
  return { decimals, title: source.title ?? '', xTitle: source.xAxisTitle ?? '', yTitle: source.yAxisTitle ?? '', labels, series };
}

function spoken({ labels, decimals }, values) {
  const points = labels.map((label, at) => ({ label, value: values[at] })).filter(point => point.value !== null);
  const say = point => `${point.label}: ${words(point.value, decimals)}`;
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
  for (const one of chart.series) parts.push(`${chart.series.length > 1 ? `${one.name}. ` : ''}${spoken(chart, one.values)}.`);
  return parts.join(' ');
}
