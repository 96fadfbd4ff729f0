// Puts text on the clipboard. A browser may refuse, and has no clipboard at all where the page came without encryption.

/** The text of an element as it is copied: in one line. */
export function copyable(element) {
  return element.textContent.trim().replace(/\s+/gu, " ");
}

/** Returns whether the text is on the clipboard now. */
export async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
