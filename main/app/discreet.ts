/** Chinese text and long runs of digits may be a record's content; what is left names the place in the program. */
const discreet = (text: string): string => text.replaceAll(/[^\x20-\x7e\n]+|\d{5,}[\dX]?/g, '…')

/** A failure as the log may keep it. */
export function withoutContent(cause: unknown): Error {
  if (!(cause instanceof Error)) return new Error(discreet(String(cause)))
  const clean = new Error(discreet(cause.message))
  clean.stack = discreet(cause.stack ?? `${cause.name}: ${cause.message}`)
  return clean
}
