// One activity as the request that carries it: JSON, or a form when files of this device go along.
import { json } from './api.js';

export async function asRequest(activity) {
  const files = (activity.attachments ?? []).filter(file => file.contentUrl?.startsWith('blob:'));
  if (!files.length) return { path: '/activities', options: json('POST', activity) };
  const form = new FormData();
  const bare = { ...activity, attachments: activity.attachments.map(({ contentUrl, thumbnailUrl, ...rest }) => rest) };
  form.append('activity', new Blob([JSON.stringify(bare)], { type: 'application/vnd.microsoft.activity' }));
  for (const file of files) form.append('file', await contentOf(file), file.name ?? 'file');
  return { path: `/upload?userId=${encodeURIComponent(activity.from.id)}`, options: { method: 'POST', body: form } };
}

const contentOf = async file => (await fetch(file.contentUrl)).blob();

/** The first file over the limit, or undefined. */
export async function tooLarge(activity, megabytes) {
  for (const file of activity.attachments ?? []) {
    if (file.contentUrl?.startsWith('blob:') && (await contentOf(file)).size > megabytes * 1024 * 1024) return file;
  }
  return undefined;
}
