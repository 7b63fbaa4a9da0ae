// Where the conversation stands when an answer arrives.

const isOwn = activity => Boolean(activity?.querySelector('.webchat__stacked-layout--from-user'));

const isAnswer = node => node.localName === 'article' && node.classList.contains('webchat__basic-transcript__activity') && !isOwn(node);

/**
 * Web Chat glides to the end when somebody asks or presses a button. On a busy machine the answer is there before it has arrived, and it would glide on
 * to the end of that. The glide is ended as the person's wheel would end it, before its next frame; at the next look Web Chat follows the answer to its
 * beginning.
 */
export function followToBeginnings(place) {
  // what a button sends stands in no bubble of one's own
  let pressed = false;
  place.addEventListener('click', event => { pressed ||= Boolean(event.target.closest('.ac-pushButton, .ac-selectable')); }, true);
  new MutationObserver(records => {
    const answers = records.flatMap(record => [...record.addedNodes]).filter(isAnswer);
    if (!answers.some(answer => pressed || isOwn(answer.previousElementSibling))) return;
    pressed = false;
    const panel = place.querySelector('.webchat__basic-transcript__scrollable');
    panel.dispatchEvent(new Event('wheel'));
    requestAnimationFrame(() => panel.dispatchEvent(new Event('scroll')));
  }).observe(place, { childList: true, subtree: true });
}
