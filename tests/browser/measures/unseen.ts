/**
 * Nobody looks at a page while it is measured, so it is laid out and not drawn: that saves a part of the processors' time, and
 * neither boxes nor what a finger meets depend on it.
 */
const unseen = new CSSStyleSheet()
unseen.replaceSync(':root { opacity: 0 !important }')
document.adoptedStyleSheets.push(unseen)

/** Does something while the page is seen. */
export async function seen<T>(doing: () => Promise<T>): Promise<T> {
  draw(true)
  try {
    return await doing()
  } finally {
    draw(false)
  }
}

/** Whether the page is drawn from now on. */
export function draw(isDrawn: boolean): void {
  unseen.disabled = isDrawn
}
