// Elements without markup strings: text never becomes HTML.

export const byId = id => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && !key.includes('-')) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** Shows one view in the main part of the page. */
export function show(...children) {
  byId('main').replaceChildren(...children);
}

const scripts = new Map();

/** Loads a library of the lib folder once; a failed attempt may be repeated. */
export function library(source) {
  if (!scripts.has(source)) {
    scripts.set(source, new Promise((resolve, reject) => {
      const script = element('script', { src: source, onload: resolve });
      script.onerror = () => { scripts.delete(source); script.remove(); reject(new Error(`${source} did not load.`)); };
      document.head.append(script);
    }));
  }
  return scripts.get(source);
}
