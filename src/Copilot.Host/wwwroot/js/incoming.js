// What Web Chat gets of an activity.

/** Web Chat would say "1 attachment" of a card to a screen reader: it is given the words that come beside it. */
function withWords(activity) {
  const words = activity.summary ?? activity.speak;
  if (activity.type !== 'message' || activity.text || !activity.attachments?.length || !words) return activity;
  return { ...activity, channelData: { ...activity.channelData, 'webchat:fallback-text': words } };
}

/** A reply to something that is not shown, such as the arrival of the person, would be held back for five seconds. */
const atOnce = ({ replyToId, ...activity }) => activity;

/** The activities of a connection as Web Chat is to see them. */
export const incoming = activities => ({
  subscribe(observerOrNext) {
    const observer = typeof observerOrNext === 'function' ? { next: observerOrNext } : observerOrNext;
    return activities.subscribe({ ...observer, next: activity => observer.next?.(withWords(atOnce(activity))) });
  },
});
