// PostgreSQL refuses two kinds of text that devices do send: NUL characters, and halves of surrogate pairs. One such frame
// must not hold up everything behind it.

/** The text without NUL, and with lone surrogates replaced. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
