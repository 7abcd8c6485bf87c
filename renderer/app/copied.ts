import { call } from '../api/client.ts'

/** A 公民身份号码 by its shape; whether its check digit is right does not matter here. */
const idNumber = /(?<!\d)\d{17}[\dXx](?!\d)/

/** What a copy takes: what a handler has put there, or what is selected, in a field too. */
function copiedText(event: ClipboardEvent): string {
  const put = event.clipboardData?.getData('text/plain')
  if (event.defaultPrevented && put) return put
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? field.value.length)
  return String(document.getSelection() ?? '')
}

/** Tells main when an ID number was copied, which then does not stay on the clipboard. `told` hears after how many seconds it goes. */
export function watchCopies(told: (seconds: number) => void): () => void {
  const heard = (event: ClipboardEvent) => {
    if (idNumber.test(copiedText(event)))
      void call('shell.forgetCopied', {}).then(
        ({ seconds }) => told(seconds),
        () => {},
      )
  }
  // On the way up, behind whoever puts text of his own there.
  for (const name of ['copy', 'cut'] as const) window.addEventListener(name, heard)
  return () => {
    for (const name of ['copy', 'cut'] as const) window.removeEventListener(name, heard)
  }
}
