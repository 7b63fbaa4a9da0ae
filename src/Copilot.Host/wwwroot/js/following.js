// Where the conversation stands when an answer arrives.

const isOwn = activity => Boolean(activity?.querySelector('.webchat__stacked-layout--from-user'));

const isFirstAnswer = node => node.localName === 'article' && node.classList.contains('webchat__basic-transcript__activity') && !isOwn(node) && isOwn(node.previousElementSibling);

/**
 * Web Chat glides to the end when somebody asks. On a busy machine the answer is there before it has arrived, and it would glide on to the end of
 * that. The glide is ended as the person's wheel would end it, before its next frame; at the next look Web Chat follows the answer to its beginning.
 */
export function followToBeginnings(place) {
  new MutationObserver(records => {
    if (!records.some(record => [...record.addedNodes].some(isFirstAnswer))) return;
    const panel = place.querySelector('.webchat__basic-transcript__scrollable');
    panel.dispatchEvent(new Event('wheel'));
    requestAnimationFrame(() => panel.dispatchEvent(new Event('scroll')));
  }).observe(place, { childList: true, subtree: true });
}
