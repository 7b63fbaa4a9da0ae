// When something ends, in words: on the reader's own clock.

const [minute, hour, day] = [60e3, 3600e3, 86400e3];
const soonMs = 4 * hour;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dated = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const many = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const midnight = at => new Date(at.getFullYear(), at.getMonth(), at.getDate());

/** "today 14:30", "tomorrow 09:00", "Tue, 24 Nov, 14:30". */
export function moment(at, now) {
  const days = Math.round((midnight(at) - midnight(now)) / day);
  return days === 0 ? `today ${clock.format(at)}` : days === 1 ? `tomorrow ${clock.format(at)}` : days === -1 ? `yesterday ${clock.format(at)}` : dated.format(at);
}

/** "in 25 minutes", "in 3 hours", "in 2 days". */
export function ahead(at, now) {
  const left = at - now;
  return left <= 0 ? 'over' : left < hour ? `in ${many(Math.max(1, Math.floor(left / minute)), 'minute')}`
    : left < 2 * day ? `in ${many(Math.floor(left / hour), 'hour')}` : `in ${many(Math.floor(left / day), 'day')}`;
}

export const isSoon = (at, now) => at - now < soonMs;

/** A day such as "2026-12-05" as "5 December 2026". */
export const dayWords = text => long.format(new Date(`${text}T00:00:00Z`));
