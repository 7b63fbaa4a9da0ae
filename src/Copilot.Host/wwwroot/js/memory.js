// The conversation of this tab, so that a reload shows it again. No message text is kept here.

const key = 'copilot.conversation';

export function recall(person) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key));
    return kept?.person === person ? kept : null;
  } catch { return null; }
}

export function remember(kept) {
  try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch { /* without storage a reload begins anew */ }
}

export function forget() {
  try { sessionStorage.removeItem(key); } catch { /* nothing was kept */ }
}
