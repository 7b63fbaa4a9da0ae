// Light, dark, or what the device asks for; the choice is remembered on this device.
import { element } from './dom.js';

const choices = ['auto', 'light', 'dark'];
const dark = matchMedia('(prefers-color-scheme: dark)');
const key = 'copilot.theme';
const changes = new EventTarget();

let chosen = choices.includes(read()) ? read() : 'auto';

function read() {
  try { return localStorage.getItem(key); } catch { return null; }
}

function apply() {
  if (chosen === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  changes.dispatchEvent(new Event('change'));
}

export function startTheme(button) {
  const label = () => {
    button.replaceChildren(element('span', { className: 'long' }, 'Theme:'), ` ${chosen}`);
    button.title = 'Change between auto, light and dark';
  };
  button.addEventListener('click', () => {
    chosen = choices[(choices.indexOf(chosen) + 1) % choices.length];
    try { localStorage.setItem(key, chosen); } catch { /* a private window may refuse; the choice then lasts for this page */ }
    label();
    apply();
  });
  dark.addEventListener('change', apply);
  label();
  apply();
}

/** Calls back after each change of colours. */
export const onTheme = callback => changes.addEventListener('change', callback);

/** The value of a colour of css/page.css as it is now: canvases cannot read light-dark() themselves. */
export function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
